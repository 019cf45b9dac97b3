"""Facts: written as JSON, read back the same, and folded in the one order everybody agrees on."""

from __future__ import annotations

from dataclasses import replace

from facilitator.convening.cards import Card
from facilitator.convening.facts import Fact, body_text, in_order, merged, read_body, read_change, stamp_of
from facilitator.convening.ids import HOST, CardId
from facilitator.convening.words import Change, Undo, added, changed
from tests.convening.given import BOOK

CARD = Card(CardId("card"), "Money")
FACT = Fact(0, "a", "s", "0a", 1, 5, 1, HOST, "room", "card.added", 1, (added(CARD),))


def test_a_body_is_read_as_it_was_written() -> None:
    change = Change("round", "r", {"options": ("é", "b"), "quota": 3}, {"options": ()})
    fact = replace(FACT, changes=(change,), undo=Undo.NO, target="b")

    assert read_body(body_text(fact)) == ((change,), Undo.NO, "b")
    assert read_body(body_text(FACT)) == (FACT.changes, Undo.YES, "")
    assert "é" in body_text(fact)
    assert read_change({"t": "card", "id": "x", "set": {"a": [1]}, "was": {}}) == Change("card", "x", {"a": (1,)})  # type: ignore[dict-item]


def test_facts_of_several_laptops_have_one_order_and_each_counts_once() -> None:
    later = replace(FACT, id="b", hlc=5, origin="0b", changes=(changed(CARD, text="Data"),))
    last = replace(FACT, id="c", hlc=6, changes=(changed(CARD, text="Time"),))

    assert in_order((last, later, FACT, last)) == [FACT, later, last]
    assert merged(BOOK.kinds, (last, later, FACT))[Card][CARD.id].text == "Time"
    assert stamp_of(5, "0a") < stamp_of(5, "0b") < stamp_of(6, "0a") < stamp_of(2**62, "0a")
