"""The proposal: its exact text, which wording of it this is, and what the last change changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.words import Record, Seen, Wish


@dataclass(frozen=True, slots=True)
class Proposal(Record[BlockId]):
    """What the room is asked. `version` counts its wordings, `was` is the one before, `changed` is UTC ms."""

    text: str = ""
    version: int = 0
    was: str = ""
    changed: int = 0

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"id": "block"}


@dataclass(frozen=True, slots=True)
class SetProposal(Wish):
    """Write what the room is asked, or say it in other words."""

    text: str


def the_proposal(records: Records, block: BlockId) -> Proposal:
    """The proposal of a block; version 0 without words before anybody wrote it."""
    return records[Proposal].get(block, Proposal(block))


def what_changed(before: str, now: str) -> tuple[str, str]:
    """The words that one wording has and the other has not, from the first that differs to the last; may be ""."""
    old, new = before.split(), now.split()
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return " ".join(old[start : len(old) - end]), " ".join(new[start : len(new) - end])
