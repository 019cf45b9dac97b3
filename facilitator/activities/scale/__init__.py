"""Agreement: how far everybody goes along with a proposal, in private, then all at once; and other short scales."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitator.activities import Activity
from facilitator.activities.scale.rules import RULES
from facilitator.activities.scale.rules.outcome import ADOPTED, LET_GO, NOT_YET
from facilitator.activities.scale.rules.points import AGREEMENT, FIST, RATING, ROTI, Scale
from facilitator.i18n import N_
from facilitator.kit.told import Group, Told

LABELS: Mapping[str, tuple[str, ...]] = {
    AGREEMENT: (
        N_("Whole-hearted yes"),
        N_("Yes, minor point"),
        N_("Support, with doubts"),
        N_("Abstain"),
        N_("More talk needed"),
        N_("Don’t like, will support"),
        N_("Serious objection"),
        N_("Veto"),
    ),
    FIST: (
        N_("Stop"),
        N_("Big concerns"),
        N_("Some concerns"),
        N_("Can live with it"),
        N_("Good"),
        N_("Will champion it"),
    ),
    ROTI: (
        N_("Lost time"),
        N_("Little use"),
        N_("Less than it cost"),
        N_("Worth the time"),
        N_("More than it cost"),
        N_("Could not miss it"),
    ),
    RATING: (N_("Not at all"), N_("A little"), N_("Half"), N_("Mostly"), N_("Fully")),
}
"""What the points of each kind of scale are usually called, in the order in which the room reads them."""

KINDS: Mapping[str, str] = {
    AGREEMENT: N_("Agreement"),
    FIST: N_("Fist to five"),
    ROTI: N_("Return on time"),
    RATING: N_("Rating"),
}
"""What each kind of scale is called."""

QUESTIONS: Mapping[str, str] = {ROTI: N_("Was this worth your time?")}
"""What a kind of scale usually asks, in the words of the room; it is offered, and can be worded anew."""

OUTCOMES: Mapping[str, str] = {ADOPTED: N_("Adopted"), NOT_YET: N_("Not yet"), LET_GO: N_("Let go")}
"""What the room decided, in a word."""

ACTIVITY = Activity(
    "scale",
    N_("Agreement"),
    "scales",
    "decide",
    20,
    RULES,
    {
        "scale.is_open": N_("The proposal, its scale and its rule are fixed while answers are open."),
        "scale.no_proposal": N_("Write the proposal first."),
        "scale.no_rule": N_("Say how much support is enough before you open."),
        "scale.not_revealed": N_("Reveal the answers before you record what was decided."),
        "scale.not_asking": N_("The room has gone on from this proposal."),
        "scale.no_such_reservation": N_("That reservation is not on the list any more."),
        "scale.bad_points": N_("A scale of agreement has five to eight points, another one three to eight."),
        "scale.long_label": N_("The name of a point has at most {longest} letters."),
        "scale.bad_rule": N_("Such a rule does not fit this scale."),
        "scale.bad_outcome": N_("A review needs a day, and an outcome is one of the three."),
    },
    {
        "scale.chosen": Told(
            Group.VOTES,
            "scales",
            N_("You chose by which scale the room answers."),
            N_("{who} chose by which scale the room answers."),
        ),
        "scale.proposal_set": Told(
            Group.VOTES,
            "pencil-simple",
            N_("You worded the proposal: “{proposal_text}”."),
            N_("{who} worded the proposal: “{proposal_text}”."),
        ),
        "scale.rule_set": Told(
            Group.VOTES,
            "check-circle-fill",
            N_("You set the rule: {support_rule_enough} people are enough."),
            N_("{who} set the rule: {support_rule_enough} people are enough."),
        ),
        "scale.reservation_sent": Told(
            Group.IDEAS,
            "chats-circle",
            N_("You added a reservation: “{card_text}”."),
            # Phones were promised: shared without your name.
            N_("Somebody sent a reservation: “{card_text}”."),
        ),
        "scale.reservation_removed": Told(
            Group.IDEAS,
            "archive",
            N_("You took away the reservation “{was_card_text}”."),
            N_("The reservation “{was_card_text}” was taken away."),
        ),
        "scale.reservation_met": Told(
            Group.IDEAS,
            "check-circle-fill",
            N_("You wrote how “{card_text}” was taken in."),
            N_("{who} wrote how “{card_text}” was taken in."),
        ),
        "scale.decided": Told(
            Group.VOTES,
            "check-circle-fill",
            N_("You took back what was decided."),
            N_("{who} took back what was decided."),
            "outcome_result",
            {
                "adopted": (N_("You recorded: adopted."), N_("{who} recorded: adopted.")),
                "not_yet": (N_("You recorded: not yet."), N_("{who} recorded: not yet.")),
                "let_go": (N_("You recorded: let go."), N_("{who} recorded: let go.")),
            },
        ),
    },
)


def label(scale: Scale, point: str, gettext: Callable[[str], str]) -> str:
    """What a point is called: by its own name, else by the usual one in the language of `gettext`."""
    place = scale.points.index(point)
    return scale.labels[place] if scale.labels else gettext(LABELS[scale.kind][place])
