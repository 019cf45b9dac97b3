"""Templates become convenings whose every block can run."""

from __future__ import annotations

import json
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from facilitator.activities import discover
from facilitator.activities.scale.rules.points import AGREEMENT, RATING, ROTI, the_scale
from facilitator.app import house
from facilitator.beginnings.templates import Template, blank_plan, carry_out, plan_of, stand_in_words, templates
from facilitator.convening.agenda import AddBlock, Block, agenda
from facilitator.convening.cards import LONGEST
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import ConveningId, WishId
from facilitator.convening.notes import Note
from facilitator.convening.steps import seconds_of, steps_of
from facilitator.convening.words import Receipt, Wish
from facilitator.desk.desk import Desk, new_wish_id
from facilitator.paths import resources
from tests.convening.given import given

ALL = templates(discover())
WRITTEN: list[dict[str, Any]] = json.loads(
    (resources() / "templates/convening_templates.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("template", ALL, ids=lambda template: template.key)
def test_every_block_of_a_template_runs_as_an_activity_that_there_is(template: Template) -> None:
    for planned in template.blocks:
        assert planned.block.activity in discover()
        assert planned.block.prompt
        assert len(planned.block.prompt) <= LONGEST
        assert planned.block.category in {"gather", "think", "decide", "act", "pause"}


def test_there_are_eight_days_to_begin_with() -> None:
    assert len(ALL) == 8
    assert len({template.key for template in ALL}) == 8


def test_a_method_without_an_activity_runs_as_a_timer_with_its_steps_and_says_so() -> None:
    standing_in = [planned for template in ALL for planned in template.blocks if planned.note]

    assert standing_in
    for planned in standing_in:
        assert planned.block.activity == "plain"
        assert planned.steps
        assert "Runs as a timer with the steps of" in planned.note


@pytest.mark.parametrize("template", ALL, ids=lambda template: template.key)
def test_the_steps_of_every_block_last_as_long_as_the_block(template: Template) -> None:
    """TM11: scaled and partial blocks too; no step under a minute, phases in half minutes."""
    for planned in template.blocks:
        if planned.block.method:
            assert seconds_of(planned.steps) == planned.block.minutes * 60, planned.block.title
            assert all(step.seconds % 60 == 0 and step.seconds for step in planned.steps if not step.within)


@pytest.mark.parametrize("written", WRITTEN, ids=lambda written: written["key"])
def test_a_template_is_as_practice_has_it(written: dict[str, Any]) -> None:
    """Practice, section 16: start, minutes, partial blocks, mode and output, block for block."""
    template = next(each for each in ALL if each.key == written["key"])
    at = template.starts

    assert f"{template.starts // 60:02}:{template.starts % 60:02}" == written["start"]
    for planned, told in zip(template.blocks, written["items"], strict=True):
        block = planned.block
        assert f"{at // 60:02}:{at % 60:02}" == told["start"]
        assert (block.title, block.minutes, block.mode) == (told["title"], told["minutes"], told["mode"])
        assert block.method == ("" if told["method"] in {"break", "timer", "buffer"} else told["method"])
        assert not told["output"] or block.output == told["output"]
        assert not told["steps"] or sum(not step.within for step in planned.steps) == len(told["steps"])
        at += block.minutes
    assert f"{at // 60:02}:{at % 60:02}" == written["end"]


@pytest.mark.parametrize("template", ALL, ids=lambda template: template.key)
def test_breaks_and_the_closing_are_kept_and_a_buffer_is_there_to_be_used(template: Template) -> None:
    """TM7, TM9."""
    blocks = [planned.block for planned in template.blocks]

    assert blocks[-1].is_protected
    assert all(block.is_protected for block in blocks if block.method == "check_out")
    for block in blocks:
        if block.category == "pause":
            assert block.is_protected is not block.is_buffer
            assert block.is_buffer == (block.title == "Buffer")


def test_a_partial_block_runs_only_its_steps_and_a_scaled_one_all_of_them() -> None:
    """Practice, section 16: the half-day lab and the charter meeting."""
    lab = {
        planned.block.title: planned for template in ALL for planned in template.blocks if template.key == "wicked_lab"
    }
    silent_wall = lab["What we say and what we do: silent wall (sensemaking)"]
    troubled = lab["Integrated~Autonomy on the chosen question"]

    assert [step.seconds // 60 for step in silent_wall.steps] == [7, 13]
    assert [step.seconds // 60 for step in troubled.steps] == [3, 10, 10, 10, 7]


def test_ideas_votes_and_wicked_questions_run_as_themselves() -> None:
    wanted = {planned.block.activity for template in ALL for planned in template.blocks}

    assert {"ideation_board", "dot_vote", "wicked_questions", "scale", "plain"} <= wanted


@pytest.mark.parametrize(
    ("key", "title", "kind"),
    [
        ("ci_kickoff", "Gradients of agreement on agenda v1", AGREEMENT),
        ("ci_kickoff", "Readiness and health check", RATING),
        ("ib_quarterly", "ROTI", ROTI),
    ],
)
def test_agreement_pulses_and_ratings_run_as_a_scale_of_their_own_kind(key: str, title: str, kind: str) -> None:
    """DE2, DE5: the method says by which scale the room answers, before anybody chose one."""
    template = next(each for each in ALL if each.key == key)
    planned = next(each for each in template.blocks if each.block.title == title)
    room = given()

    room.when(AddBlock(planned.block, planned.steps))

    added = next(block for block in room.records[Block].values() if block.title == title)
    assert (added.activity, planned.note) == ("scale", "")
    assert the_scale(room.records, added.id).kind == kind


def test_ideas_that_score_one_another_still_run_as_a_timer_and_say_so() -> None:
    """25/10 counts points on cards that walk through the room: no scale, and not built yet."""
    planned = next(each for template in ALL for each in template.blocks if each.block.title == "25/10 Crowd Sourcing")

    assert planned.block.activity == "plain"
    assert planned.note == "Runs as a timer with the steps of “25/10 Crowd Sourcing”."


def test_a_template_is_carried_out_in_its_order(data_folder: Path) -> None:
    template = ALL[0]
    stream = new_wish_id()
    workspace = house.open_workspace(data_folder)
    desk = Desk(workspace, stream, house.rulebook())
    desk.start()

    def ask(wish: Wish, wish_id: WishId, activity: str) -> Future[Receipt]:
        return desk.say(wish, activity=activity, id=wish_id)

    carry_out(
        plan_of(template, "2027-03-18"), ConveningId(stream), "CODE2345", ask, lambda: WishId(new_wish_id())
    ).result()

    records = desk.news.records
    desk.stop()
    workspace.close()
    assert [block.title for block in agenda(records)] == [planned.block.title for planned in template.blocks]
    assert the_convening(records).code == "CODE2345"
    assert the_convening(records).seats == template.people
    for block, planned in zip(agenda(records), template.blocks, strict=True):
        told = [(step.text, step.seconds, step.rounds, bool(step.within)) for step in steps_of(records, block.id)]
        assert told == [(step.text, step.seconds, step.rounds, bool(step.within)) for step in planned.steps]
    assert len(records[Note]) == template.standing_in
    assert all(note.id in records[Block] for note in records[Note].values())


def test_a_blank_day_has_a_title_and_nothing_else() -> None:
    plan = blank_plan("2027-03-18")

    assert plan.convening.title
    assert not plan.blocks


def test_how_many_blocks_stand_in_is_said_for_one_and_many() -> None:
    assert stand_in_words(1).startswith("1 block runs")
    assert stand_in_words(9).startswith("9 blocks run")
