"""Cues: how many minutes before its end a block lets itself be heard and seen. Source: practice, rule TM4."""

from __future__ import annotations

AUTO = "auto"
"""Cues by the length of the block."""


def sound_cues(cues: str) -> bool:
    """Whether a text can be the cues of a block: "auto", or minutes before the end ("10 5 1"), "" for none."""
    return cues == AUTO or all(minutes.isdecimal() and int(minutes) > 0 for minutes in cues.split())
