"""The book of rules: every wish finds who decides it, and nobody breaks what must hold."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import AddIdea, RevealBoard
from facilitator.convening.agenda import Block
from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId, CardId
from facilitator.convening.records import Records
from facilitator.convening.rulebook import Rulebook, Rules
from facilitator.convening.undo import UndoLast
from facilitator.convening.words import Change, Decision, Moment, Refusal, Role, Wish, added, removed
from tests.convening.given import AMINA, BOARD, BOOK, CONVENING, LUNCH, VOTE, Room, given, refused


def test_a_wish_is_decided_by_the_activity_of_the_block_it_speaks_to() -> None:
    room = given()

    with refused("wish.no_such_block"):
        room.when(AddIdea("Money"), at="nowhere")
    for block in (VOTE, LUNCH):
        with refused("wish.unknown"):
            room.when(AddIdea("Money"), at=block.id)
    with refused("wish.unknown"):
        room.when(UndoLast(), at=BOARD.id)


def test_an_activity_that_this_house_does_not_have_decides_nothing() -> None:
    room = Room(CONVENING, Block(BlockId("b"), "World café", "world_cafe"))

    with refused("wish.unknown"):
        room.when(AddIdea("Money"), at="b")


def test_a_participant_says_only_what_is_open_to_all() -> None:
    room = given()
    room.when(AddIdea("Money"), by=AMINA, at=BOARD.id)

    for role in (Role.PARTICIPANT, Role.KIOSK):
        with refused("wish.guides_only"):
            room.when(RevealBoard(), by=AMINA, at=BOARD.id, role=role)


def test_what_the_rules_call_broken_is_refused() -> None:
    def broken(records: Records) -> Refusal | None:
        return Refusal("too.many", most=1) if len(records[Card]) > 1 else None

    def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
        return Decision("x")

    book = Rulebook((*BOOK.ground, Rules("strict", (), (), decide, broken=broken)), BOOK.activities)
    one = added(Card(CardId("1"), "Money"))
    two = added(Card(CardId("2"), "Data"))
    records = Records(book.kinds).after((one,))
    book.check(records, (one,))

    with refused("too.many", most=1):
        book.check(records.after((two,)), (two,))


def test_what_is_still_needed_does_not_go_and_what_is_needed_must_be_there() -> None:
    room = given(Card(CardId("old"), "Money"), Card(CardId("new"), "Data", merged_into=CardId("old")))
    old = room.records[Card][CardId("old")]

    with refused("record.still_needed", table="card", id="old"):
        BOOK.check(room.records.after((removed(old),)), (removed(old),))
    lost = Change("card", "new", {"merged_into": "nowhere"})
    with refused("record.still_needed", table="card", id="nowhere"):
        BOOK.check(room.records.after((lost,)), (lost,))
    empty = Change("card", "new", {"merged_into": ""})
    BOOK.check(room.records.after((empty,)), (empty,))
