"""Cards that were written on paper: typed in later, and known as paper for ever."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.activities.ideation_board.rules import (
    AddIdea,
    AddIdeas,
    AddPaperCards,
    CloseCollecting,
    Paper,
    Placement,
    RevealBoard,
    table_of_card,
)
from facilitator.convening.cards import Card
from facilitator.convening.gathering import Convening, DescribeConvening, the_convening
from facilitator.convening.ids import CardId, ClusterId
from facilitator.convening.records import Records
from tests.activities.ideation_board.boards import board, cluster, shown
from tests.convening.given import AMINA, BOARD, given, refused


def test_a_paper_card_knows_its_source_its_language_and_its_table() -> None:
    """IN1. ML2."""
    room = given()
    room.when(CloseCollecting(), at=BOARD.id)

    idea = CardId(room.when(AddPaperCards(("Mend the pumps",), table=4), at=BOARD.id))
    unknown = CardId(room.when(AddPaperCards(("Kusafisha",), language="sw"), at=BOARD.id))

    cards = room.records[Card]
    assert (cards[idea].source, cards[idea].language, table_of_card(room.records, idea)) == ("paper", "en", 4)
    assert (cards[unknown].source, cards[unknown].language, table_of_card(room.records, unknown)) == ("paper", "sw", 0)
    # Which table wrote what is for the facilitator: at a small table it names somebody.
    assert Paper not in room.seen.kinds.values()


def test_paper_cards_lie_in_their_column_in_the_order_of_the_pile() -> None:
    room, (money,) = board("Money")
    column = cluster(room, "First", money)

    room.when(AddPaperCards(("One", "Two"), column), at=BOARD.id)
    room.when(AddPaperCards(("Three",), column), at=BOARD.id)
    room.when(AddPaperCards(("Loose",)), at=BOARD.id)

    assert shown(room) == {"First": ["Money", "One", "Two", "Three"], "": ["Loose"]}
    room.undo()
    room.undo()
    assert shown(room)["First"] == ["Money", "One", "Two"]


def test_paper_waits_unseen_like_any_other_idea_until_the_board_is_shown() -> None:
    room, (money,) = board("Money")
    column = cluster(room, "First", money)
    early = CardId(room.when(AddPaperCards(("Early",), column), at=BOARD.id))
    assert early not in room.seen[Card]

    room.when(RevealBoard(), at=BOARD.id)
    late = CardId(room.when(AddPaperCards(("Late",), column), at=BOARD.id))
    loose = CardId(room.when(AddPaperCards(("Loose",)), at=BOARD.id))

    assert {early, late} <= set(room.seen[Card])
    assert room.records[Placement][loose].is_held


@pytest.mark.parametrize("table", [-1, 100])
def test_what_is_no_table_no_column_or_no_word_changes_nothing(table: int) -> None:
    room = given()
    with refused("board.no_such_table", most=99):
        room.when(AddPaperCards(("Card",), table=table), at=BOARD.id)
    with refused("board.no_such_cluster"):
        room.when(AddPaperCards(("Card",), ClusterId("nowhere")), at=BOARD.id)
    for texts in ((), ("Card", " ")):
        with refused("text.empty"):
            room.when(AddPaperCards(texts), at=BOARD.id)
    with refused("wish.guides_only"):
        room.when(AddPaperCards(("Card",)), by=AMINA, at=BOARD.id)
    assert not room.records[Card]


def test_what_is_typed_here_is_in_the_language_of_the_convening_and_a_phone_says_its_own() -> None:
    """ML2: every note carries its tag."""
    room = given()
    room.when(DescribeConvening(_in_french(room.records)))

    typed = CardId(room.when(AddIdea("Moins de réunions"), at=BOARD.id))
    pasted = CardId(room.when(AddIdeas(("Plus de cartes",), "keyboard"), at=BOARD.id))
    sent = CardId(room.when(AddIdea("Mikutano mifupi", "phone", "sw"), by=AMINA, at=BOARD.id))
    silent = CardId(room.when(AddIdea("?", "phone"), by=AMINA, at=BOARD.id))

    cards = room.records[Card]
    assert [cards[card].language for card in (typed, pasted, sent, silent)] == ["fr", "fr", "sw", ""]


def _in_french(records: Records) -> Convening:
    return replace(the_convening(records), language="fr")
