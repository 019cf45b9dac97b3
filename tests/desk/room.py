"""A real desk on a real folder, and a few words to speak to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from facilitator.activities.ideation_board.rules import AddIdeas, RevealBoard
from facilitator.convening.agenda import AddBlock
from facilitator.convening.ballots import CastBallot, CloseRound, OpenRound
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import CreateConvening
from facilitator.convening.ids import ROOM, BlockId, CardId, ConveningId, PersonId, RoundId
from facilitator.convening.people import AddPerson, Contact, Join, Person
from facilitator.convening.words import Receipt, Role, Wish
from facilitator.desk.desk import Desk
from facilitator.store.opening import connect
from facilitator.store.workspace import Workspace
from tests.convening.given import BOARD, BOOK, CONVENING, PEOPLE, VOTE

STREAM = CONVENING.id


class OpenDesk:
    """A desk that runs."""

    def __init__(
        self, folder: Path, make: Callable[[Path], sqlite3.Connection] = connect, stream: str = STREAM
    ) -> None:
        self.workspace = Workspace(folder, BOOK.kinds, make)
        self.desk = Desk(self.workspace, stream, BOOK)
        self.desk.start()

    def tell(self, wish: Wish, activity: str = ROOM) -> str:
        """The facilitator says something and waits; give the id of the first record it makes."""
        return self.desk.say(wish, activity=activity).result(20).id + ".1"

    def hear(self, wish: Wish, device: str, activity: str = ROOM, id: str = "") -> Receipt:
        """A phone says something and waits."""
        return self.desk.say(wish, role=Role.PARTICIPANT, device=device, activity=activity, id=id).result(20)

    def prepare(self, voters: int = 3) -> tuple[BlockId, BlockId]:
        """A convening with a board and a vote, and people whose phones are called phone0, phone1 ..."""
        self.tell(CreateConvening(replace(CONVENING, id=ConveningId(self.desk.stream))))
        board, vote = (BlockId(self.tell(AddBlock(block))) for block in (BOARD, VOTE))
        for person in PEOPLE:
            self.tell(AddPerson(Person(person.id, person.name), Contact(person.id)))
        for number in range(voters):
            self.hear(Join(PEOPLE[number].name if number < len(PEOPLE) else ""), f"phone{number}")
        return board, vote

    def seat_of(self, name: str) -> PersonId:
        """Who is called so."""
        return next(person.id for person in self.desk.news.records[Person].values() if person.name == name)

    def open_vote(self, voters: int = 3, quota: int = 3, cap: int = 2) -> tuple[BlockId, RoundId, list[CardId]]:
        """Three revealed ideas and an open round about them."""
        board, vote = self.prepare(voters)
        self.tell(StartBlock(board))
        wish = self.desk.say(AddIdeas(("Money", "Data", "Time")), activity=board).result(20).id
        self.tell(RevealBoard(), board)
        self.tell(StartBlock(vote))
        cards = [CardId(f"{wish}.{number}") for number in (1, 2, 3)]
        return vote, RoundId(self.tell(OpenRound(tuple(cards), quota, cap), vote)), cards

    def vote_all(self, vote: BlockId, round_: RoundId, choices: list[tuple[str, ...]]) -> None:
        """Each phone casts one ballot."""
        for number, choice in enumerate(choices):
            self.hear(CastBallot(round_, 1, choice), f"phone{number}", vote)

    def close_vote(self, vote: BlockId, round_: RoundId) -> None:
        self.tell(CloseRound(round_), vote)

    def stop(self) -> None:
        self.desk.stop()
        self.workspace.close()


@contextmanager
def opened(
    folder: Path, make: Callable[[Path], sqlite3.Connection] = connect, stream: str = STREAM
) -> Iterator[OpenDesk]:
    """A desk for a while."""
    room = OpenDesk(folder, make, stream)
    try:
        yield room
    finally:
        room.stop()
