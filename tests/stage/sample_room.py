"""The sample convening told to a real desk, for pictures and tests of the stage."""

from __future__ import annotations

import json
from concurrent.futures import Future
from datetime import UTC
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from facilitator.activities import discover
from facilitator.activities.dot_vote.rules import SetVote
from facilitator.activities.ideation_board.rules import AddCluster, AddIdeas, RevealBoard
from facilitator.activities.wicked_questions.rules import KeepCandidate
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.ballots import CastBallot, CloseRound, OpenRound, RevealRound
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import Convening, CreateConvening, GoLive
from facilitator.convening.ground import GROUND
from facilitator.convening.ids import ROOM, BlockId, CardId, ConveningId, PersonId, RoundId
from facilitator.convening.people import AddPerson, Contact, Join, Person
from facilitator.convening.records import Records
from facilitator.convening.rulebook import Rulebook
from facilitator.convening.words import Receipt, Role, Wish
from facilitator.desk.desk import Desk, new_wish_id
from facilitator.kit.qt.lettering import Lettering, Spans, TextStyle
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.scene import StageScene
from facilitator.paths import resources
from facilitator.store.workspace import Workspace

CODE = "K7QX93PF"
RESULT = {"b1": 13, "a1": 11, "d1": 11, "c1": 9, "a3": 8, "b6": 6, "e3": 6, "d4": 2}
"""The dots of the picture of the result."""


def sample() -> dict[str, Any]:
    """The sample convening as it ships."""
    read: dict[str, Any] = json.loads((resources() / "sample.json").read_text(encoding="utf-8"))
    return read


class SampleRoom:
    """A convening in a workspace of its own. `blocks`, `cards` and `people` name what the sample calls by key."""

    def __init__(self, folder: Path) -> None:
        self.sample = sample()
        book = Rulebook(GROUND, {name: activity.rules for name, activity in discover().items()})
        self._workspace = Workspace(folder, book.kinds)
        stream = new_wish_id()
        self.desk = Desk(self._workspace, stream, book)
        self.desk.start()
        told = {**self.sample["convening"], "greetings": tuple(self.sample["convening"]["greetings"])}
        self.say(CreateConvening(Convening(ConveningId(stream), code=CODE, **told)))
        self.people = {who["key"]: PersonId(who["key"]) for who in self.sample["people"]}
        self.cards: dict[str, CardId] = {}
        # Said in one breath, kept in one commit: waiting for each would cost a test half a second.
        people = [self.desk.say(AddPerson(person, contact)) for person, contact in map(_person, self.sample["people"])]
        blocks = {block["key"]: self.desk.say(AddBlock(_block(block))) for block in self.sample["agenda"]}
        for added in people:
            added.result()
        self.blocks = {key: BlockId(f"{added.result().id}.1") for key, added in blocks.items()}
        self.say(GoLive())

    @property
    def records(self) -> Records:
        """What the room may see now, once everything said so far has been told."""
        self.desk.errand(lambda _workspace: None).result()
        return self.desk.news.room

    @property
    def seq(self) -> int:
        """Where the log stands."""
        self.desk.errand(lambda _workspace: None).result()
        return self.desk.news.seq

    def say(self, wish: Wish, block: str = "") -> str:
        """Say something as the facilitator, to a block by its key; gives the id that the wish was given."""
        return self.desk.say(wish, activity=self.blocks[block] if block else ROOM).result().id

    def start(self, block: str) -> BlockId:
        """Start a block by its key."""
        self.say(StartBlock(self.blocks[block]))
        return self.blocks[block]

    def join(self, count: int) -> None:
        """Let so many people of the list take their seat with a phone."""
        here = {person.name for person in self.records[Person].values() if person.is_here}
        names = [who["name"] for who in self.sample["people"][:count] if who["name"] not in here]
        joins = [self.desk.say(Join(n), by=PersonId(""), role=Role.PARTICIPANT, device=f"phone-{n}") for n in names]
        for joined in joins:
            joined.result()

    def add_ideas(self, *, texts: dict[str, str] | None = None) -> None:
        """Put the sample's ideas, or others, on the board by key. They are held until the board is revealed."""
        ideas = texts or {idea["key"]: idea["text"] for idea in self.sample["board"]["ideas"][:40]}
        wish = self.say(AddIdeas(tuple(ideas.values())), "ideas")
        self.cards |= {key: CardId(f"{wish}.{place + 1}") for place, key in enumerate(ideas)}

    def reveal_board(self) -> None:
        """Let the room see what was held."""
        self.say(RevealBoard(), "ideas")

    def cluster(self) -> dict[str, str]:
        """Group the ideas as the sample does; gives the ids of the clusters by letter."""
        return {
            one["letter"]: self.say(AddCluster(one["name"], tuple(self.cards[key] for key in one["ideas"])), "ideas")
            + ".1"
            for one in self.sample["board"]["clusters"]
        }

    def open_vote(self, options: tuple[str, ...] = tuple(RESULT)) -> RoundId:
        """Open the dot vote over these ideas."""
        self.say(SetVote(3, 2), "vote")
        return RoundId(self.say(OpenRound(tuple(self.cards[key] for key in options), 3, 2), "vote") + ".1")

    def cast(self, round_: RoundId, choices: list[tuple[str, ...]]) -> None:
        """Let one person after the other vote, by keys of ideas."""
        cast: list[Future[Receipt]] = []
        for who, choice in zip(self.sample["people"], choices, strict=False):
            wish = CastBallot(round_, 1, tuple(self.cards[key] for key in choice))
            cast.append(
                self.desk.say(
                    wish,
                    by=PersonId(""),
                    role=Role.PARTICIPANT,
                    device=f"phone-{who['name']}",
                    activity=self.blocks["vote"],
                )
            )
        for ballot in cast:
            ballot.result()

    def reveal_vote(self, round_: RoundId) -> None:
        """Close the round and show the result."""
        self.say(CloseRound(round_), "vote")
        self.say(RevealRound(round_), "vote")

    def keep_candidates(self, count: int = 4) -> list[str]:
        """Keep the sample's wicked questions; gives their ids."""
        return [
            self.say(KeepCandidate(one["stem"], one["a"], one["b"]), "wicked") + ".1"
            for one in self.sample["wicked_question"]["candidates"][:count]
        ]

    def close(self) -> None:
        """Leave the room."""
        self.desk.stop()
        self._workspace.close()


def _person(told: dict[str, Any]) -> tuple[Person, Contact]:
    person = Person(
        PersonId(told["key"]), told["name"], told["organisation"], told["country"], told["language"], told["role"]
    )
    return person, Contact(person.id, told["email"])


def _block(told: dict[str, Any]) -> Block:
    fields = {name: told[name] for name in ("title", "activity", "prompt", "minutes", "category", "pinned", "icon")}
    return Block(BlockId(""), **fields)


def dealt(dots: dict[str, int], quota: int = 3) -> list[tuple[str, ...]]:
    """Deal dots out to ballots of `quota` so that the totals come out, one after the other round the table."""
    ballots: list[list[str]] = [[] for _ in range(-(-sum(dots.values()) // quota))]
    for place, key in enumerate(key for key, count in dots.items() for _ in range(count)):
        ballots[place % len(ballots)].append(key)
    return [tuple(ballot) for ballot in ballots]


class MeasuringLettering(Lettering):
    """Lettering that remembers how large every text was written."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: dict[str, int] = {}

    def write(self, painter: QPainter, box: QRectF, text: str, style: TextStyle) -> QRectF:
        self._remember(text, style)
        return super().write(painter, box, text, style)

    def write_line(self, painter: QPainter, at: QPointF, spans: Spans) -> float:
        for text, style in spans:
            self._remember(text, style)
        return super().write_line(painter, at, spans)

    def _remember(self, text: str, style: TextStyle) -> None:
        if text:
            self.sizes[text] = style.font.pixelSize()


def picture(scene: StageScene, clock: Reading, width: int = 1920, height: int = 1080) -> QImage:
    """The scene as it is painted at one look at the clock."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        scene.draw(painter, QRectF(image.rect()), clock)
    return image


def painted(scene: StageScene, at_ms: int = 0) -> str:
    """What the scene says, one text a line."""
    picture(scene, Reading(at_ms, UTC))
    return scene.painted_text()


def same(one: QImage, other: QImage) -> bool:
    """Whether two pictures are the same, pixel for pixel."""
    return one == other


def alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures are the same but for how finely Qt smoothed the edges of large letters."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return one.size() == other.size() and all(abs(here - there) <= 32 for here, there in pairs)


def seen(widget: QWidget) -> QImage:
    """What a widget shows."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
