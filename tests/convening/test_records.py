"""Records: an immutable whole for readers, and a working copy for the one who edits."""

from __future__ import annotations

from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId
from facilitator.convening.records import Records, row_of
from facilitator.convening.words import GONE, HERE, Change, added, changed, removed
from tests.convening.given import BOOK

MONEY, DATA, TIME = (Card(CardId(text), text) for text in ("money", "data", "time"))
NOTHING = Records(BOOK.kinds)
CARDS = NOTHING.after(added(card) for card in (MONEY, DATA, TIME))


def test_readers_keep_their_snapshot_while_somebody_edits() -> None:
    working = CARDS.edit()
    working.put((changed(MONEY, text="cash"), removed(DATA)))
    first = working.publish()
    working.put((changed(TIME, text="hours"),))

    assert [card.text for card in CARDS[Card].values()] == ["money", "data", "time"]
    assert [card.text for card in first[Card].values()] == ["cash", "time"]
    assert [card.text for card in working.publish()[Card].values()] == ["cash", "hours"]
    assert first.table("round") is working.publish().table("round")


def test_what_goes_rests_and_comes_back_as_it_was() -> None:
    gone = CARDS.after((removed(MONEY),))
    assert gone.resting("card")[MONEY.id]["text"] == "money"

    back = gone.after((Change("card", MONEY.id, {GONE: False}),))

    assert back[Card][MONEY.id] == MONEY
    assert not back.resting("card")


def test_a_record_shows_only_once_its_beginning_has_come() -> None:
    early = NOTHING.after((changed(MONEY, text="cash"),))
    assert not early[Card]

    whole = early.after((added(MONEY), Change("card", MONEY.id, {"text": "cash", "hat": "red"})))

    assert whole[Card][MONEY.id].text == "cash"
    assert row_of(MONEY) == {
        HERE: True, GONE: False, "text": "money", "language": "", "source": "keyboard", "by": "", "merged_into": "",
    }  # fmt: skip


def test_what_is_not_known_is_passed_over() -> None:
    strange = Change("mood", "x", {HERE: True})
    working = CARDS.edit()
    assert working.held((strange,)) == ([], {})
    working.put((strange,))

    assert working.publish().table("mood") == {}
    assert CARDS.resting("mood") == {}
    assert "card" in CARDS.kinds


def test_what_is_restored_is_as_before_even_in_its_order() -> None:
    working = CARDS.after((removed(TIME),)).edit()
    new = Card(CardId("new"), "new")
    changes = (removed(MONEY), changed(DATA, text="facts"), added(new), Change("card", TIME.id, {GONE: False}))
    before, resting = dict(working[Card]), dict(working.resting("card"))
    held = working.held(changes)
    working.put(changes)
    assert dict(working[Card]) != before

    working.restore(held)

    assert list(working[Card].items()) == list(before.items())
    assert working.resting("card") == resting
