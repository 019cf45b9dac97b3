"""Private notes of the facilitator: only on this laptop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.states import stated
from facilitator.convening.words import Decision, Moment, Record, Refusal, Seen, Wish


@dataclass(frozen=True, slots=True)
class Note(Record[BlockId]):
    """What the facilitator wants to remember in a block. A line that begins with "[ ] " or "[x] " can be ticked."""

    text: str = ""

    seen: ClassVar[Seen] = Seen.DESK
    points_to: ClassVar[Mapping[str, str]] = {"id": "block"}


@dataclass(frozen=True, slots=True)
class WriteNote(Wish):
    """Write the private note of a block, whole."""

    block: BlockId
    text: str


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about private notes."""
    del moment
    match wish:
        case WriteNote(block, text):
            return Decision("note.written", stated(records, Note(block, text)))
    raise Refusal("wish.unknown")
