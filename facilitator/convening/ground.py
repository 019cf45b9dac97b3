"""The rules every convening has, whatever it does: itself, its people, agenda, stage, cards, notes and harvests."""

from __future__ import annotations

from facilitator.convening import (
    agenda,
    arranging,
    ballots,
    cards,
    clock,
    confidence,
    days,
    forgetting,
    gathering,
    harvest,
    notes,
    people,
    planning,
    seats,
    stage_state,
    steps,
    timebox,
)
from facilitator.convening.findable import Findable
from facilitator.convening.rulebook import Rules

GROUND: tuple[Rules, ...] = (
    Rules(
        "convening",
        (gathering.Convening,),
        gathering.WISHES,
        gathering.decide,
        findable=(Findable(gathering.Convening, "convening", ("title", "purpose", "promise", "day_line", "place")),),
    ),
    Rules(
        "person",
        (people.Person, people.Contact),
        people.WISHES,
        people.decide,
        open_to_all=people.OPEN_TO_ALL,
        # How people are reached is never searched: a contact is nobody's finding.
        findable=(Findable(people.Person, "person", ("name", "organisation")),),
    ),
    Rules("seat", (seats.Muted, people.OnPaper), seats.WISHES, seats.decide),
    Rules("forgetting", (), (forgetting.ForgetPerson,), forgetting.decide),
    Rules(
        "agenda",
        (agenda.Block, steps.Step),
        agenda.WISHES,
        agenda.decide,
        findable=(Findable(agenda.Block, "block", ("title", "prompt", "description")),),
    ),
    Rules("arranging", (), arranging.WISHES, arranging.decide),
    Rules("planning", (days.Day,), planning.WISHES, planning.decide),
    Rules("clock", (timebox.Timebox, clock.StepTime), clock.WISHES, clock.decide),
    Rules("stage", (stage_state.Stage,), stage_state.WISHES, stage_state.decide),
    Rules(
        "card",
        (cards.Card,),
        (cards.EditCard, cards.RemoveCard),
        cards.decide,
        broken=cards.broken,
        findable=(Findable(cards.Card, "idea", ("text",)),),
    ),
    Rules("note", (notes.Note,), (notes.WriteNote,), notes.decide, findable=(Findable(notes.Note, "note", ("text",)),)),
    Rules("confidence", (confidence.Confidence,), (confidence.LabelCard,), confidence.decide),
    Rules("harvest", (harvest.Harvest, harvest.Sheaf), (harvest.TakeHarvest,), harvest.decide),
    Rules(
        "round",
        (ballots.Round, ballots.RevealedBallot, ballots.Turnout, ballots.Progress),
        (ballots.InterruptRound,),
        ballots.decide,
        reveals=frozenset(("round.revealed",)),
    ),
)
"""Every ground rule set. Rounds are opened and voted in through the activity that asks."""
