"""Small convenings, told for a test, and what the summary made of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from facilitator.activities import discover
from facilitator.activities.dot_vote.rules import Vote
from facilitator.activities.ideation_board.rules import Board, Cluster, Placement
from facilitator.activities.wicked_questions.rules import Candidate, Inquiry, Truth
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import REVEALED, RevealedBallot, Round
from facilitator.convening.cards import Card
from facilitator.convening.gathering import Convening
from facilitator.convening.ground import GROUND
from facilitator.convening.ids import BallotId, BlockId, CardId, ClusterId, ConveningId, PersonId, RoundId
from facilitator.convening.notes import Note
from facilitator.convening.people import Contact, Person
from facilitator.convening.records import Records
from facilitator.convening.rulebook import Rulebook
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.words import Record, added
from facilitator.kit.pdf.look import Edition
from facilitator.summary.make import Made, make

BOOK = Rulebook(GROUND, {name: activity.rules for name, activity in discover().items()})
MORNING = 1_805_360_400_000
"""18 March 2027, 09:00 in UTC."""

IDEAS, VOTE, WICKED, TALK = BlockId("ideas"), BlockId("vote"), BlockId("wicked"), BlockId("talk")

WATER = Convening(
    ConveningId("water"),
    "Clean Water by 2035",
    purpose="Turn forty single fixes into one system.",
    promise="We share one agenda for years.",
    type="collective_impact",
    date="2027-03-18",
    day_line="Day 2 of 3",
    place="Naivasha",
)


def records_of(*records: Record[Any]) -> Records:
    """Records that hold these and nothing else."""
    working = Records(BOOK.kinds).edit()
    working.put(added(record) for record in records)
    return working.publish()


def block(key: BlockId, title: str, activity: str, place: str, minutes: int = 30, guide: str = "") -> Block:
    """A block of the agenda."""
    return Block(key, title, activity, f"{title}?", minutes, place, PersonId(guide), "think")


def ran(key: BlockId, after: int, minutes: int, planned: int = 30) -> Timebox:
    """The clock of a block that began `after` minutes and ran for `minutes`."""
    began = MORNING + after * MINUTE
    spent = minutes * MINUTE
    return Timebox(key, began, began + spent, began, spent, began, length_ms=planned * MINUTE)


def person(key: str, name: str, country: str = "", role: str = "participant", *consents: str) -> tuple[Person, Contact]:
    """Somebody who took a seat, and what they agreed to."""
    who = PersonId(key)
    return Person(who, name, "An Organisation", country, "en", role, is_here=True), Contact(
        who, f"{key}@example.org", "+254 700", consents, "secret word"
    )


def idea(key: str, text: str, cluster: str = "", held: str = "", merged: str = "") -> tuple[Card, Placement]:
    """An idea on the board; `held` keeps it off the stage."""
    card = CardId(key)
    lies = Placement(card, IDEAS, ClusterId(cluster), key, is_held=bool(held))
    return Card(card, text, merged_into=CardId(merged)), lies


def voting(state: str = REVEALED, *choices: tuple[str, ...]) -> list[Record[Any]]:
    """A round over every idea of the choices; without choices, over a, b and c."""
    options = tuple(dict.fromkeys(card for choice in choices for card in choice)) or ("a", "b", "c")
    dots = sum(map(len, choices))
    opened = MORNING + 136 * MINUTE
    round_ = Round(RoundId("r"), VOTE, 1, 3, 2, options, state, opened, opened + 17 * MINUTE, 6, len(choices), dots)
    ballots = [RevealedBallot(BallotId(f"b{n}"), RoundId("r"), choice) for n, choice in enumerate(choices)]
    return [Vote(VOTE), round_, *ballots]


def whole_day() -> Records:
    """A convening in which everything happened once."""
    told: list[Record[Any]] = [
        WATER,
        *person("amina", "Amina Wambũi", "Kenya", "participant", "list"),
        *person("tomas", "Tomás Quiet", "Brazil"),
        *person("nomsa", "Nomsa Dube", "Kenya", "guide", "list"),
        block(WICKED, "Wicked question", "wicked_questions", "1", guide="nomsa"),
        block(IDEAS, "Ideas: ten years of water", "ideation_board", "2"),
        block(VOTE, "Dot vote: our energy", "dot_vote", "3"),
        block(TALK, "Closing circle", "plain", "4", guide="tomas"),
        ran(WICKED, 0, 34),
        ran(IDEAS, 34, 30),
        ran(VOTE, 64, 27),
        Board(IDEAS, is_revealed=True),
        Cluster(ClusterId("money"), IDEAS, "Money that lasts", "1"),
        Cluster(ClusterId("facts"), IDEAS, "Data we share", "2"),
        *idea("a", "Pool repair funds", "money"),
        *idea("b", "One open map", "facts"),
        *idea("c", "Ten-year grants", "money"),
        *idea("d", "A map for all", "facts", merged="b"),
        *idea("h", "HELDBACK", "", "held"),
        *voting(REVEALED, ("b", "b", "a"), ("b", "a"), ("c", "a")),
        Inquiry(WICKED, "live", CardId("q")),
        Candidate(CardId("q"), WICKED, "at_once", "moving fast", "moving slowly", "1"),
        Candidate(CardId("p"), WICKED, "say_do", "every voice counts", "meet in one language", "2"),
        Card(CardId("t"), "TRUTHSENT"),
        Truth(CardId("t"), WICKED, "first"),
        Note(IDEAS, "PRIVATENOTE"),
    ]
    return records_of(*told)


def summary_of(records: Records, folder: Path, edition: Edition = Edition.PARTICIPANT, language: str = "en") -> Made:
    """Make a summary as it is at noon."""
    return make(records, discover(), folder / "summary.pdf", edition, language, MORNING + 180 * MINUTE)
