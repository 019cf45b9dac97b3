"""A morning in a room, told to a real desk on a disk that is watched: ideas, changes, refusals, votes and a reveal."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from facilitator.activities.ideation_board.rules import AddIdea, EditIdea
from facilitator.convening.ballots import CastBallot, CloseRound, OpenRound, RevealRound
from facilitator.convening.clock import StartBlock
from facilitator.convening.ids import ROOM, BlockId, CardId, RoundId
from facilitator.convening.words import Receipt, Role, Wish
from facilitator.desk.desk import new_wish_id
from facilitator.store.opening import WORKSPACE, Connect
from tests.desk.room import OpenDesk

PATIENCE = 20


class Morning:
    """What is said, by its id, and what was acknowledged. `on_told` hears of each acknowledgement at once."""

    def __init__(self, folder: Path, make: Connect, on_told: Callable[[str], None] = lambda _: None) -> None:
        self.room = OpenDesk(folder, make)
        self.said: dict[str, tuple[Wish, str, str]] = {}
        self.kept: set[str] = set()
        self._on_told = on_told

    def say(self, wish: Wish, activity: str = ROOM, device: str = "") -> str:
        """Say something without waiting; give its id."""
        key = new_wish_id()
        self.said[key] = (wish, activity, device)
        self.ask(key)
        return key

    def ask(self, key: str) -> Future[Receipt]:
        """Ask for what was said, once more."""
        wish, activity, device = self.said[key]
        role = Role.PARTICIPANT if device else Role.GUIDE
        answer = self.room.desk.say(wish, role=role, device=device, activity=activity, id=key)
        answer.add_done_callback(lambda done: self._hear(key, done))
        return answer

    def ask_all_again(self) -> None:
        """What was not acknowledged is asked again with the same ids, in the order it was said."""
        for key in self.said:
            if key not in self.kept:
                self.ask(key).exception(PATIENCE)

    def ideas(self, count: int, board: str, at_once: int) -> None:
        """Ideas come, some together, and each third one is corrected."""
        for number in range(count):
            key = self.say(AddIdea(f"Idea {number}: keep every pump running for ten years"), board)
            if number % at_once == 0:
                self.settle(key)
            if number % 3 == 0:
                self.say(EditIdea(CardId(f"{key}.1"), f"Idea {number}, in better words"), board)

    def settle(self, key: str) -> None:
        """Wait until something was answered, as everything before it."""
        self.ask(key).exception(PATIENCE)

    def _hear(self, key: str, done: Future[Receipt]) -> None:
        if done.exception() is None and key not in self.kept:
            self.kept.add(key)
            self._on_told(key)


def whole_morning(morning: Morning, ideas: int, board: str, vote: BlockId) -> None:
    """Ideas in two waves, and between them a vote that is revealed."""
    morning.ideas(ideas, board, at_once=3)
    cards = [CardId(f"{key}.1") for key, (wish, _, _) in morning.said.items() if isinstance(wish, AddIdea)][:3]
    morning.settle(morning.say(StartBlock(vote)))
    opened = morning.say(OpenRound(tuple(cards), 3, 2), vote)
    morning.settle(opened)
    round_ = RoundId(f"{opened}.1")
    for number in (1, 2, 3):
        for voter in range(3):
            morning.say(CastBallot(round_, number, (cards[number % 3],)), vote, f"phone{voter}")
    morning.settle(morning.say(CloseRound(round_), vote))
    morning.settle(morning.say(RevealRound(round_), vote))
    morning.ideas(ideas, board, at_once=7)
    morning.settle(morning.say(StartBlock(BlockId(board))))


def files_of(folder: Path) -> dict[str, bytes]:
    """The workspace and its journal, as they lie there."""
    return {path.name: path.read_bytes() for path in folder.glob(f"{WORKSPACE}*") if not path.name.endswith("-shm")}
