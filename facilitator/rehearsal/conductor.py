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
from facilitator.activities.scale.rules.outcome import ADOPTED, NOT_YET, Decide
from facilitator.activities.scale.rules.points import AGREEMENT, DECIDING, Scale, the_scale
from facilitator.activities.scale.rules.proposal import SetProposal, the_proposal
from facilitator.activities.scale.rules.reservations import PAPER, MeetReservation, SendReservation, reservations
from facilitator.activities.scale.rules.support import SUPPORTED, SetRule, enough_for, usual_counts, verdict
from facilitator.activities.wicked_questions.rules import ChooseCandidate, KeepCandidate, TakeStep, candidates
from facilitator.activities.wicked_questions.rules.answers import ShowAnswer, answers
from facilitator.beginnings.sample import Tell
from facilitator.convening.agenda import Block, agenda
from facilitator.convening.ballots import CloseRound, OpenRound, RevealRound, the_round
from facilitator.convening.clock import AddMinutes, EndConvening, StartBlock
from facilitator.convening.gathering import GoLive, the_convening
from facilitator.convening.ids import BlockId, CardId, ClusterId, RoundId
from facilitator.convening.people import here
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
            "scale": self._agree,
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

    def _agree(self, block: Block) -> None:
        """Ask how far everybody goes along, listen, and decide by the rule that the room set before."""
        proposal = self.sample["proposal"]
        if not the_proposal(self.look(), block.id).text:
            self.tell(SetProposal(block.prompt or block.title), activity=block.id)
        scale = the_scale(self.look(), block.id)
        if scale.kind in DECIDING:
            weights = tuple(proposal["weights"])
            enough = enough_for(here(self.look()), len(weights))
            self.tell(SetRule(enough, usual_counts(scale), weights=weights), activity=block.id)
        opened = RoundId(f"{self.tell(OpenRound(scale.points), activity=block.id)}.1")
        doubts = proposal["reservations"] if scale.kind in DECIDING else []
        answers = {"round": opened, "points": _points(scale, proposal["spread"]), "reservations": doubts[:-1]}
        self._order({"do": "agree", **answers})
        for text in doubts[-1:]:
            self.tell(SendReservation(opened, text, PAPER), activity=block.id)
        self.shoot("agreement-open")
        self.tell(CloseRound(opened), activity=block.id)
        self.tell(RevealRound(opened), activity=block.id)
        self.shoot("agreement-result")
        if scale.kind in DECIDING:
            self._decide(block, opened)

    def _decide(self, block: Block, asked: RoundId) -> None:
        proposal = self.sample["proposal"]
        first, _ = reservations(self.look(), block.id)[0]
        self.tell(MeetReservation(first.id, proposal["taken_in"]), activity=block.id)
        is_supported = verdict(self.look(), the_round(self.look(), asked)) == SUPPORTED
        found = Decide(ADOPTED if is_supported else NOT_YET, block.guide, proposal["review"])
        self.tell(found, activity=block.id)

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


def _points(scale: Scale, spread: Sequence[int]) -> list[str]:
    """What the phones answer: on gradients as the room of the sample, on other scales each point alike."""
    if scale.kind != AGREEMENT or scale.count != len(spread):
        return list(scale.points)
    return [point for point, count in zip(scale.points, spread, strict=True) for _ in range(count)]


def join_address(records: Records, host: str, port: int) -> str:
    """Spell the join address at which the participants are told to come."""
    return f"http://{host}:{port}/j/{the_convening(records).code}"
