"""One batch: each wish in a savepoint, decided on what the wishes before it left, and leaving nothing if it fails."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

from facilitator.activities.ideation_board.rules import AddIdea, RemoveIdea
from facilitator.convening.agenda import Block, RemoveBlock
from facilitator.convening.ballots import CastBallot, OpenRound, Turnout
from facilitator.convening.cards import Card
from facilitator.convening.clock import StartBlock
from facilitator.convening.ids import HOST, BlockId, CardId, RoundId, WishId
from facilitator.convening.people import Join, Person, Rejoin
from facilitator.convening.words import Receipt, Refusal, Role, Wish
from facilitator.desk.batch import Said
from tests.convening.given import AMINA, TOMAS
from tests.desk.laptop import Laptop, kept, loaded, rows


def said(wish: Wish, id: str, activity: str = "room", by: str = HOST, device: str = "") -> Said:
    role = Role.PARTICIPANT if device else Role.GUIDE
    return Said(wish, WishId(id), AMINA if by == AMINA else HOST, role, device, activity, Future())


def at_work(folder: Path) -> tuple[Laptop, BlockId, BlockId]:
    laptop = Laptop(folder)
    laptop.prepare()
    board, vote = list(laptop.records[Block])[:2]
    return laptop, BlockId(board), BlockId(vote)


def test_a_wish_sees_what_the_one_before_it_in_the_same_batch_did(tmp_path: Path) -> None:
    laptop, board, _ = at_work(tmp_path)

    answers = laptop.say_all(
        said(AddIdea("Money"), "a", board),
        said(RemoveIdea(CardId("a.1")), "b", board),
        said(AddIdea("Data"), "a", board),
    )

    assert [type(answer) for answer in answers] == [Receipt, Receipt, Receipt]
    assert answers[2] == answers[0]
    assert not laptop.records[Card]


def test_nobody_spends_a_dot_twice_in_one_batch(tmp_path: Path) -> None:
    laptop, board, vote = at_work(tmp_path)
    laptop.say(AddIdea("Money"), activity=board, id="money")
    laptop.say(OpenRound(("money.1",), 1, 1), activity=vote, id="round")
    round_ = RoundId("round.1")

    laptop.say_all(*(said(CastBallot(round_, 1, ("money.1",)), f"try{n}", vote, AMINA) for n in range(5)))

    assert laptop.records[Turnout][round_] == Turnout(round_, ballots=1, done=1, dots=1)


def test_a_refused_wish_leaves_records_in_their_order_and_tables_as_they_were(tmp_path: Path) -> None:
    laptop, board, _ = at_work(tmp_path)
    for text in ("Money", "Data", "Time"):
        laptop.say(AddIdea(text), activity=board, id=text)
    laptop.say(StartBlock(board))
    before, order = rows(laptop.connection), list(laptop.records[Card])
    spoil = said(RemoveIdea(CardId("Money.1")), "fails", board)

    laptop.log.begin()
    batch = laptop.batch = type(laptop.batch)(laptop.log, laptop.sealed, laptop.batch.book, laptop.records.edit())
    laptop.connection.execute("create temp trigger no before insert on fact begin select raise(abort, 'no'); end")
    batch.take(spoil)
    laptop.connection.execute("drop trigger no")
    laptop.log.commit()

    assert isinstance(batch.answers[0][1], Refusal)
    assert list(batch.working[Card]) == order
    assert rows(laptop.connection) == before
    assert not batch.facts
    assert loaded(laptop.connection) == kept(batch.working)


def test_a_wish_that_fails_after_its_effects_tells_of_none(tmp_path: Path) -> None:
    laptop, _, _ = at_work(tmp_path)
    laptop.log.begin()
    batch = type(laptop.batch)(laptop.log, laptop.sealed, laptop.batch.book, laptop.records.edit())
    laptop.connection.execute("create temp trigger no before insert on fact begin select raise(abort, 'no'); end")
    batch.take(said(Join("Amina"), "join", device="phone"))
    laptop.connection.execute("drop trigger no")
    laptop.log.commit()

    assert not batch.seated
    assert laptop.connection.execute("select count(*) from device").fetchone() == (0,)


def test_the_live_block_stays_on_the_agenda(tmp_path: Path) -> None:
    laptop, board, _ = at_work(tmp_path)
    laptop.say(StartBlock(board))

    answer = laptop.say(RemoveBlock(board))

    assert isinstance(answer, Refusal)
    assert answer.code == "block.is_live"


def test_somebody_taken_off_the_list_may_join_anew_with_the_same_phone(tmp_path: Path) -> None:
    from facilitator.convening.people import RemovePerson

    laptop, _, _ = at_work(tmp_path)
    laptop.say_all(said(Join("Guest"), "join", device="phone"))
    laptop.say(RemovePerson(list(laptop.records[Person])[-1]))  # type: ignore[arg-type]

    answers = laptop.say_all(said(Join("Guest"), "again", device="phone"))

    assert isinstance(answers[0], Receipt)
    assert laptop.batch.seated == [("phone", "again.1")]


def test_a_seat_without_a_phone_is_only_a_seat(tmp_path: Path) -> None:
    laptop, _, _ = at_work(tmp_path)

    assert isinstance(laptop.say(Join("Kiosk"), TOMAS.__class__("")), Receipt)
    answer = laptop.say(Rejoin("no such word"))

    assert isinstance(answer, Refusal)
    assert not laptop.batch.seated
