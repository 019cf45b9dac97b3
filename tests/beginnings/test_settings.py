"""What was settled about a block, in a template: kept, and nothing that people said."""

from __future__ import annotations

import json
from typing import Any

import pytest

from facilitator.activities import Activity, discover
from facilitator.activities.dot_vote.rules import SetVote
from facilitator.activities.ideation_board.rules import (
    LEFT,
    TOP,
    WALL,
    AddIdea,
    AskAlso,
    LayOut,
    LimitIdeas,
    NameEnd,
    RevealBoard,
    ShowArriving,
)
from facilitator.activities.scale.rules.points import FIST, RATING, SetScale
from facilitator.activities.scale.rules.proposal import SetProposal
from facilitator.activities.scale.rules.support import SetRule
from facilitator.beginnings.settings import MOST, settings_from, written_settings
from facilitator.convening.agenda import Block
from facilitator.convening.ground import GROUND
from facilitator.convening.ids import HOST, BlockId, WishId
from facilitator.convening.records import Records
from facilitator.convening.rulebook import Rulebook
from facilitator.convening.words import Moment, Refusal, Role, Wish, added
from tests.activities.ideation_board.rules.test_laying import SHIPPED

ACTIVITIES = discover()
BOOK = Rulebook(GROUND, {name: one.rules for name, one in ACTIVITIES.items()})


def settled(activity: str, *wishes: Wish) -> tuple[Records, Block]:
    """A block after somebody has said these."""
    block = Block(BlockId("b"), "Ideas", activity)
    records = Records(BOOK.kinds).after((added(block),))
    for at, wish in enumerate(wishes):
        moment = Moment(HOST, Role.GUIDE, at, block.id, WishId(f"w{at}"))
        records = records.after(BOOK.decide(records, wish, moment).changes)
    return records, block


def read_again(activity: str, *wishes: Wish) -> tuple[Wish, ...]:
    records, block = settled(activity, *wishes)
    written = json.loads(json.dumps(written_settings(records, block, ACTIVITIES[activity])))
    return settings_from(written, ACTIVITIES[activity])


def test_the_rules_of_a_vote_and_of_a_board_are_kept() -> None:
    assert read_again("dot_vote", SetVote(5, 3, "what helps soonest")) == (SetVote(5, 3, "what helps soonest"),)
    board = (ShowArriving(), LimitIdeas(3), AskAlso("And who would mind?"))
    assert read_again("ideation_board", *board) == board
    laid = LayOut(json.dumps({"key": "wall", "title": "A wall", "shape": WALL}))
    assert read_again("ideation_board", laid, LimitIdeas(3))[0] == laid


def test_the_ends_of_axes_keep_the_names_that_they_were_given() -> None:
    """An end that bears the layout's own name says nothing."""
    laid = LayOut(SHIPPED["impact_effort"])
    named = (laid, NameEnd(LEFT, "Cheap"), NameEnd(TOP, "Lasting"))

    assert read_again("ideation_board", *named) == named
    assert read_again("ideation_board", *named, NameEnd(TOP, "")) == named[:2]
    assert read_again("ideation_board", *named, LayOut(SHIPPED["columns"])) == (LayOut(SHIPPED["columns"]),)


def test_the_scale_that_was_chosen_is_kept_with_the_names_of_its_points_and_no_rule_or_proposal() -> None:
    """A rule is agreed by the people who are there."""
    named = SetScale(RATING, ("Not at all", "Half", "Fully"))

    assert read_again("scale", SetScale(FIST)) == (SetScale(FIST),)
    assert read_again("scale", named) == (named,)
    assert read_again("scale", SetProposal("One open map"), SetRule(15)) == ()


@pytest.mark.parametrize(
    "labels", [["Half"], ["Not at all", 2, "Fully"], "Not at all", [["Not"], ["Half"], ["Fully"]], None, {"a": 1}]
)
def test_a_file_with_points_that_no_scale_has_settles_nothing(labels: Any) -> None:
    with pytest.raises((Refusal, KeyError, TypeError, ValueError)):
        settings_from([{"wish": "SetScale", "kind": RATING, "labels": labels}], ACTIVITIES["scale"])


def test_nothing_that_people_said_is_kept() -> None:
    assert read_again("ideation_board", LimitIdeas(2), AddIdea("Clean the tank"), RevealBoard()) == (LimitIdeas(2),)


def test_a_block_without_settings_has_none() -> None:
    assert read_again("plain") == ()
    assert read_again("wicked_questions") == ()
    assert read_again("dot_vote") == ()


@pytest.mark.parametrize(
    "written",
    [
        [{"wish": "AddIdea", "text": "Said by a stranger"}],
        [{"wish": "LimitIdeas", "most": "3"}],
        [{"wish": "LimitIdeas", "most": -1}],
        [{"wish": "LimitIdeas"}],
        [{"wish": "LimitIdeas", "most": 3, "more": 4}],
        [{"wish": "LimitIdeas", "most": True}],
        [{"most": 3}],
        [{"wish": "ShowArriving"}] * (MOST + 1),
        ["ShowArriving"],
    ],
)
def test_a_file_can_settle_nothing_but_settings(written: list[Any]) -> None:
    with pytest.raises((Refusal, KeyError, TypeError, ValueError)):
        settings_from(written, ACTIVITIES["ideation_board"])


def test_an_activity_that_is_not_known_here_has_no_settings() -> None:
    unknown: Activity | None = None

    assert settings_from([{"wish": "SetBudget", "coins": 100}], unknown) == ()


@pytest.mark.parametrize("activity", ACTIVITIES.values(), ids=lambda activity: activity.name)
def test_what_an_activity_settles_is_among_its_wishes(activity: Activity) -> None:
    assert set(activity.rules.settings) <= set(activity.rules.wishes)
    assert bool(activity.rules.settings) == (activity.rules.settled is not None)
