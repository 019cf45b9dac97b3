"""What the room is told of the step that runs: its instruction, with whom, in which round, and what follows."""

from __future__ import annotations

from facilitator.convening.agenda import Block
from facilitator.convening.steps import Leg, Standing, Step
from facilitator.i18n import N_, _

_WHO = {
    "solo": (N_("1"), N_("alone, in silence")),
    "pairs": (N_("2"), N_("in pairs")),
    "trios": (N_("3"), N_("in threes")),
    "fours": (N_("4"), N_("in fours")),
    "groups": (N_("Groups"), N_("in groups")),
    "stations": (N_("Stations"), N_("at stations")),
    "circle": (N_("Circle"), N_("in a circle")),
    "all": (N_("All"), N_("together")),
}


def who_sign(who: str) -> str:
    """Who works together, as short as can be: "1", "2", "4", "All"; "" where nothing is said. Source: ME3."""
    return _(_WHO[who][0]) if who in _WHO else ""


def who_words(who: str) -> str:
    """Who works together, in words: "alone, in silence", "in fours"; "" where nothing is said. Source: ME3."""
    return _(_WHO[who][1]) if who in _WHO else ""


def length_words(seconds: int) -> str:
    """How long a step is: "4 min", "2:30 min", "30 s"."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return _("{seconds} s").format(seconds=rest)
    return _("{minutes} min").format(minutes=f"{minutes}:{rest:02}" if rest else minutes)


def heading_of(step: Step) -> str:
    """What a step is called by: its title, or its instruction."""
    return step.title or step.text


def detail_of(leg: Leg, block: Block) -> str:
    """What stands under the heading of a leg: the rest of its instruction, what it is a phase of, or the question."""
    if leg.inner.title:
        return leg.inner.text
    # A phase that comes back in every round is known by now; what the room needs is the question it works on.
    around = heading_of(leg.step) if leg.phase is not None and leg.step.rounds == 1 else block.prompt
    return around if around != heading_of(leg.inner) else ""


def round_words(standing: Standing) -> str:
    """Where in its rounds, or among the steps, a phase stands: "Round 2 of 3", "Step 3 of 5"; "" for a plain step."""
    leg = standing.leg
    if leg.step.rounds > 1:
        return _("Round {round} of {rounds}").format(round=leg.round, rounds=leg.step.rounds)
    wholes = list(dict.fromkeys(each.step.id for each in standing.legs))
    if leg.phase is None or len(wholes) == 1:
        return ""
    return step_words(wholes.index(leg.step.id) + 1, len(wholes))


def step_words(number: int, count: int) -> str:
    """Which of the steps it is: "Step 3 of 5"."""
    return _("Step {step} of {steps}").format(step=number, steps=count)


def next_words(standing: Standing) -> str:
    """What follows within the block; "" after its last step. Source: practice, rules ST1 and ST2."""
    following = standing.following
    if following is None:
        return ""
    says = heading_of(following.inner)
    if following.step.rounds > 1 and following.round != standing.leg.round:
        return _("Round {round}: {step}").format(round=following.round, step=says)
    return says


def bars_of(standing: Standing) -> tuple[list[Step], int]:
    """The parts that the room sees side by side, and which of them runs: phases of a step, its rounds, or the steps."""
    leg = standing.leg
    if leg.phase is not None:
        phases = [each.inner for each in standing.legs if each.step.id == leg.step.id and each.round == leg.round]
        return phases, [phase.id for phase in phases].index(leg.phase.id)
    wholes = list({each.step.id: each.step for each in standing.legs}.values())
    if len(wholes) == 1 and leg.step.rounds > 1:
        return [leg.step] * leg.step.rounds, leg.round - 1
    return wholes, [step.id for step in wholes].index(leg.step.id)
