"""Small groups of lines to test lists with."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.kit.qt.groups import Group


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says its own text."""

    id: str
    text: str

    @property
    def said(self) -> str:
        """Said as it is written, once more plainly."""
        return f"said {self.text}"


def groups(**rows: str) -> tuple[Group[Line, Line], ...]:
    """A group for each name, with a row for each word."""
    return tuple(
        Group(Line(head, f"Head {head}"), tuple(Line(word, f"Row {word}") for word in words.split()))
        for head, words in rows.items()
    )
