"""Lines of a private note that can be ticked."""

from __future__ import annotations

UNTICKED, TICKED = "[ ] ", "[x] "
"""How a line begins that can be ticked, and one that is."""


def toggled(text: str, line: int) -> str:
    """Tick one line of a note, or take its tick away."""
    lines = text.split("\n")
    marks = {UNTICKED: TICKED, TICKED: UNTICKED}
    for mark, other in marks.items():
        if lines[line].startswith(mark):
            lines[line] = other + lines[line][len(mark) :]
            break
    return "\n".join(lines)
