"""Cards: kept in people's own words, mended by who wrote them, and literally shown."""

from __future__ import annotations

import pytest
from hypothesis import given as tried_with
from hypothesis import strategies as st

from facilitator.activities.ideation_board.rules import Placement
from facilitator.convening.cards import LONGEST, Card, EditCard, RemoveCard, decide, own, proper, resolved
from facilitator.convening.ids import HOST, CardId, PersonId, WishId
from facilitator.convening.stage_state import BlankStage
from facilitator.convening.words import Moment, Refusal, Role
from tests.convening.given import AMINA, BOARD, TOMAS, given, refused

IDEA = Card(CardId("idea"), "Shorter meetings", by=AMINA)


def moment(by: PersonId, role: Role = Role.PARTICIPANT) -> Moment:
    return Moment(by, role, 0, "room", WishId("w"))


def test_a_guide_mends_any_card_and_takes_it_away_everywhere() -> None:
    room = given(IDEA, Placement(IDEA.id, BOARD.id))
    room.when(EditCard(IDEA.id, " Shorter  meetings! "))
    assert room.records[Card][IDEA.id].text == "Shorter  meetings!"

    room.when(RemoveCard(IDEA.id))

    assert not room.records[Card]
    assert not room.records[Placement]
    with refused("card.none_such"):
        room.when(RemoveCard(IDEA.id))


def test_only_who_wrote_a_card_may_change_it_from_a_phone() -> None:
    room = given(IDEA, Card(CardId("nobody's"), "?"))

    assert own(room.records, IDEA.id, moment(AMINA)) == IDEA
    assert own(room.records, IDEA.id, moment(HOST, Role.GUIDE)) == IDEA
    for by, card in ((TOMAS, IDEA.id), (PersonId(""), CardId("nobody's"))):
        with refused("card.not_yours"):
            own(room.records, card, moment(by))


def test_merges_are_followed_to_the_card_that_stands() -> None:
    first, second, third = (Card(CardId(a), a, merged_into=CardId(b)) for a, b in (("1", "2"), ("2", "3"), ("3", "")))
    room = given(first, second, third)
    assert resolved(room.records, first.id) == third.id
    assert resolved(room.records, CardId("nowhere")) == "nowhere"

    ring = given(Card(CardId("1"), "1", merged_into=CardId("2")), Card(CardId("2"), "2", merged_into=CardId("1")))
    assert resolved(ring.records, CardId("1")) in {"1", "2"}


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("  a\r\nb\tc ", "a\nb c"), ("a\x00b\u2028c\ud800", "a\ufffdb\ufffdc\ufffd"), ("e\u0301", "é"),
        ("<b>&", "<b>&"), ("👩\u200d🌾", "👩\u200d🌾"), ("x" * LONGEST, "x" * LONGEST),
    ],
)  # fmt: skip
def test_a_text_is_kept_as_it_was_said(said: str, kept: str) -> None:
    assert proper(said) == kept


@pytest.mark.parametrize("said", ["", " \n\t ", "\u200b\u200d", "\u00a0\u2003"])
def test_what_nobody_can_see_is_empty(said: str) -> None:
    with refused("text.empty"):
        proper(said)


def test_what_is_too_long_is_refused_and_never_cut() -> None:
    with refused("text.too_long", longest=600, length=601):
        proper("x" * 601)


@tried_with(st.text(max_size=700))
def test_a_kept_text_can_be_written_anywhere_and_is_proper_already(said: str) -> None:
    try:
        kept = proper(said)
    except Refusal:
        return
    assert proper(kept) == kept
    kept.encode()


def test_other_wishes_are_none_of_the_cards() -> None:
    with refused("wish.unknown"):
        decide(given().records, BlankStage(), moment(HOST))
