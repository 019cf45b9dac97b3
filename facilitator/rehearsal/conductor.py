"""Leads a rehearsal through its agenda as a facilitator would: opens, waits for the room, sorts, asks, reveals."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from facilitator.activities.dot_vote.rules import options
from facilitator.activities.ideation_board.rules import (
    AddCluster,
    GoToStep,
    Placement,
    RevealBoard,
    ShowArriving,
    SpotlightCluster,
    StarIdea,
    clusters,
)
from facilitator.activities.wicked_questions.rules import ChooseCandidate, KeepCandidate, TakeStep, candidates
from facilitator.activities.wicked_questions.rules.answers import ShowAnswer, answers
from facilitator.beginnings.sample import Tell
from facilitator.convening.agenda import Block, agenda
from facilitator.convening.ballots import CloseRound, OpenRound, RevealRound
from facilitator.convening.clock import AddMinutes, EndConvening, StartBlock
from facilitator.convening.gathering import GoLive, the_convening
from facilitator.convening.ids import BlockId, CardId, ClusterId, RoundId
from facilitator.convening.records import Records
from facilitator.convening.stage_state import ACTIVITY, TIMER, WELCOME, ShowOnStage
from facilitator.rehearsal.crowd import Crowd, Wait

Shoot = Callable[[str], None]
"""Takes a picture of the stage under a name."""

Rest = Callable[[int], None]
"""Lets so many milliseconds pass."""

OVERTIME_MS = 1100
"""Long enough for the stage to count up."""

SHORT_LIST = 8
"""How many ideas go on to the vote."""


@dataclass(slots=True)
class Conductor:
    """One rehearsal: what to tell, whom to order, and what to take pictures of.

    `look` gives the records as they stand; `pool` the texts of ideas; `sample` what resources/sample.json says.
    """

    tell: Tell
    look: Callable[[], Records]
    crowd: Crowd
    wait: Wait
    shoot: Shoot
    rest: Rest
    sample: Any
    pool: Sequence[str]
    chance: random.Random
    said: list[dict[str, Any]] = field(default_factory=list)

    def open(self, url: str, connect_to: str, people: Sequence[dict[str, str]]) -> None:
        """Go live and let everybody come."""
        self.tell(GoLive())
        self.tell(ShowOnStage(WELCOME))
        self._order({"do": "come", "url": url, "connect_to": connect_to, "people": list(people)})
        self.shoot("join")

    def lead(self) -> None:
        """Go through the agenda, then close."""
        acts = {
            "ideation_board": self._board,
            "dot_vote": self._vote,
            "wicked_questions": self._wicked,
        }
        for block in agenda(self.look()):
            self.tell(StartBlock(block.id))
            acts.get(block.activity, self._talk)(block)
        self.tell(EndConvening())
        self.shoot("thanks")
        self.crowd.order({"do": "leave"})

    def _talk(self, block: Block) -> None:
        if block.category != "pause":
            self.shoot("plain")

    def _board(self, block: Block) -> None:
        self.tell(GoToStep("collect"), activity=block.id)
        self.tell(ShowArriving(), activity=block.id)
        self.tell(ShowOnStage(TIMER))
        self.shoot("timer")
        self.tell(AddMinutes(-block.minutes))
        self.rest(OVERTIME_MS)
        self.shoot("overtime")
        self.tell(AddMinutes(block.minutes))
        self.tell(ShowOnStage(ACTIVITY))
        self._order({"do": "ideas", "texts": list(self.pool)})
        self.shoot("collect")
        self.tell(GoToStep("cluster"), activity=block.id)
        self._sort(block.id)
        self.tell(RevealBoard(), activity=block.id)
        self.shoot("board")
        first = clusters(self.look(), block.id)[0]
        self.tell(SpotlightCluster(first.id), activity=block.id)
        self.shoot("cluster")
        self.tell(SpotlightCluster(ClusterId("")), activity=block.id)

    def _sort(self, block: BlockId) -> None:
        cards = [lies.id for lies in self.look()[Placement].values() if lies.board == block]
        self.chance.shuffle(cards)
        names = [cluster["name"] for cluster in self.sample["board"]["clusters"]]
        # A few stay unsorted, as they do in every room.
        sorted_ = cards[: max(1, len(cards) - 3)]
        for number, name in enumerate(names):
            self.tell(AddCluster(name, tuple(sorted_[number :: len(names)])), activity=block)
        for card in sorted_[:SHORT_LIST]:
            self.tell(StarIdea(CardId(card)), activity=block)

    def _vote(self, block: Block) -> None:
        cards = tuple(card.id for card in options(self.look(), block.id))
        if not cards:
            self.shoot("plain")
            return
        self._round(block, cards, 3, 2, "vote")

    def _wicked(self, block: Block) -> None:
        wicked = self.sample["wicked_question"]
        firsts = [truth["text"] for truth in wicked["must"]]
        seconds = [truth["text"] for truth in wicked["must_also"]]
        self._order({"do": "truths", "pairs": list(zip(firsts, seconds, strict=False))})
        self.tell(TakeStep("build"), activity=block.id)
        for one in wicked["candidates"]:
            self.tell(KeepCandidate(one["stem"], one["a"], one["b"]), activity=block.id)
        self.shoot("candidates")
        self.tell(TakeStep("choose"), activity=block.id)
        kept = candidates(self.look(), block.id)
        self._round(block, tuple(candidate.id for candidate in kept), 1, 1, "")
        chosen = next(number for number, one in enumerate(wicked["candidates"]) if one["key"] == wicked["chosen"])
        self.tell(ChooseCandidate(kept[chosen].id), activity=block.id)
        self.tell(TakeStep("live"), activity=block.id)
        self.shoot("wicked")
        question = kept[chosen].id
        self._order({"do": "answers", "question": question, "texts": wicked["answers"]})
        first = answers(self.look(), question)[0][0]
        self.tell(ShowAnswer(first.id), activity=block.id)
        self.shoot("answer")

    def _round(self, block: Block, cards: tuple[str, ...], quota: int, cap: int, picture: str) -> None:
        opened = RoundId(f"{self.tell(OpenRound(cards, quota, cap), activity=block.id)}.1")
        self._order({"do": "vote", "round": opened})
        if picture:
            self.shoot(f"{picture}-open")
        self.tell(CloseRound(opened), activity=block.id)
        self.tell(RevealRound(opened), activity=block.id)
        if picture:
            self.shoot(f"{picture}-result")

    def _order(self, order: dict[str, Any]) -> None:
        self.said += self.wait(self.crowd.order(order))


def join_address(records: Records, host: str, port: int) -> str:
    """Spell the join address at which the participants are told to come."""
    return f"http://{host}:{port}/j/{the_convening(records).code}"
