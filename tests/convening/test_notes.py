"""Private notes: one for each block, whole, taken back like anything else."""

from __future__ import annotations

from facilitator.convening.ids import HOST, BlockId, WishId
from facilitator.convening.notes import Note, WriteNote, decide
from facilitator.convening.stage_state import BlankStage
from facilitator.convening.words import Moment, Role
from tests.convening.given import AMINA, BOARD, given, refused


def test_a_note_is_written_whole_and_taken_back() -> None:
    room = given()
    room.when(WriteNote(BOARD.id, "ask Tomás"))
    room.when(WriteNote(BOARD.id, "ask Wei"))
    assert room.records[Note][BOARD.id].text == "ask Wei"

    room.undo()

    assert room.records[Note][BOARD.id].text == "ask Tomás"


def test_a_note_needs_its_block_and_its_facilitator() -> None:
    room = given()
    with refused("record.still_needed", table="block"):
        room.when(WriteNote(BlockId("nowhere"), "lost"))
    with refused("wish.guides_only"):
        room.when(WriteNote(BOARD.id, "mine"), by=AMINA)
    with refused("wish.unknown"):
        decide(room.records, BlankStage(), Moment(HOST, Role.GUIDE, 0, "room", WishId("w")))
