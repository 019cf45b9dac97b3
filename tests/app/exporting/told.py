"""A convening as it was, with people who write as people do."""

from __future__ import annotations

from typing import Any

from facilitator.activities.ideation_board.rules import Cluster, Placement
from facilitator.activities.wicked_questions.rules import Candidate, Inquiry
from facilitator.activities.wicked_questions.rules.answers import Answer
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import OPEN, REVEALED, RevealedBallot, Round
from facilitator.convening.cards import Card
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import BallotId, BlockId, CardId, ClusterId, ConveningId, PersonId, RoundId
from facilitator.convening.notes import Note
from facilitator.convening.people import Contact, Person
from facilitator.convening.records import Records
from facilitator.convening.timebox import Timebox
from facilitator.convening.words import Record, added
from tests.convening.given import BOOK

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", " =1+1", '"=1+1', "＝1+1", "’＋1", "\r=1", "\u200b=1", "|x")
ARABIC = "أقل اجتماعات، أكثر عملاً"
TEXTS = (
    "Shorter meetings",
    "A pot\nfor small fixes",
    ARABIC,
    "小さな会議 🌱",
    "**not bold** <b>x</b> [a](b) # 1",
    *FORMULAS,
)
NOW = 1_805_370_000_000
"""Long after everything here ran, by the room's clock (UTC ms)."""

BOARD, VOTE, WICKED = BlockId("board"), BlockId("vote"), BlockId("wicked")


def card(number: int) -> CardId:
    return CardId(f"card{number}")


def convening(title: str = "Clean Water") -> Records:
    """Ideas in a cluster and beside it, a merged one, a vote with a tie, an open one, a wicked question."""
    amina = PersonId("amina")
    there: tuple[Record[Any], ...] = (
            Convening(ConveningId("c"), title, "Keep pumps running", date="2027-03-18", place="Nairobi"),
            Person(amina, "Amina", "River Trust", "Kenya", is_here=True),
            Contact(amina, "amina@example.org", "+254 1", word="bcdf ghjk"),
            Block(BOARD, "Ideas", "ideation_board", "What would help?", 40, "F", amina),
            Block(VOTE, "Vote", "dot_vote", "", 15, "K"),
            Block(WICKED, "Wicked", "wicked_questions", "", 25, "P"),
            Timebox(BOARD, began=1, ended=2, spent_ms=33 * 60_000),
            Note(BOARD, "Watch the time with the donors"),
            Cluster(ClusterId("money"), BOARD, "Money & time", "F"),
            *(Card(card(number), text, by=amina) for number, text in enumerate(TEXTS)),
            Card(CardId("twin"), "Meetings, but shorter", merged_into=card(0)),
            *(Placement(card(n), BOARD, ClusterId("money" if n < 2 else "")) for n in range(len(TEXTS))),
            Placement(CardId("twin"), BOARD),
            Round(RoundId("r1"), VOTE, 1, options=(card(0), card(1), card(2)), state=REVEALED, opened=1, expected=3, ballots=2, dots=5),
            RevealedBallot(BallotId("b1"), RoundId("r1"), (card(0), card(0), card(1))),
            RevealedBallot(BallotId("b2"), RoundId("r1"), (card(1), CardId("twin"))),
            Round(RoundId("r2"), VOTE, 2, options=(card(0), card(1)), state=OPEN, opened=2, expected=3),
            # No laptop of ours writes such a ballot before the reveal, but a file from elsewhere may hold one.
            RevealedBallot(BallotId("b3"), RoundId("r2"), (card(2),)),
            Candidate(CardId("q1"), WICKED, "at_once", "fast", "slow", "F"),
            Candidate(CardId("q2"), WICKED, "say_do", "we listen", "talk", "K"),
            Inquiry(WICKED, "live", CardId("q2")),
    )  # fmt: skip
    return Records(BOOK.kinds).after(added(record) for record in there)


def with_answers() -> Records:
    """The same, and two answers to the question it lives with, one of them shown."""
    told = (("a1", "The year of the drought", True), ("a2", "=1+1\nunread", False))
    return convening().after(
        added(record)
        for key, text, is_shown in told
        for record in (
            Card(CardId(key), text, source="phone", by=PersonId("amina")),
            Answer(CardId(key), WICKED, CardId("q2"), is_shown),
        )
    )
