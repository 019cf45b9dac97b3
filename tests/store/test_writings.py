"""What the log on disk knows of who wrote what."""

from __future__ import annotations

from pathlib import Path

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.convening.agenda import Block
from facilitator.convening.cards import EditCard
from facilitator.convening.ids import HOST, CardId
from facilitator.store.writings import Writings
from tests.convening.given import AMINA
from tests.desk.laptop import Laptop


def test_the_last_writer_of_a_field_is_found_by_its_stamp(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    laptop.prepare()
    board = next(iter(laptop.records[Block]))
    laptop.say(AddIdea("Money"), by=AMINA, activity=board, id="idea")
    laptop.say(EditCard(CardId("idea.1"), "Money that lasts"), id="edit")
    written = Writings(laptop.log)

    text, source = (written.writer(written.stamp("card", "idea.1", name)) for name in ("text", "source"))

    assert (text is not None, source is not None) == (True, True)
    assert (text and (text.id, text.by), source and (source.id, source.by)) == (("edit", HOST), ("idea", AMINA))
    assert written.stamp("card", "nowhere", "text") == ""
    assert written.writer("") is None
    assert written.writer("00000000000000010a0a0a0a") is None
    assert [fact.id for fact in written.own(AMINA)] == ["idea"]
