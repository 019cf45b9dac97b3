"""Templates become convenings whose every block can run."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest

from facilitator.activities import discover
from facilitator.app import house
from facilitator.beginnings.templates import Template, blank_plan, carry_out, plan_of, stand_in_words, templates
from facilitator.convening.agenda import Block, agenda
from facilitator.convening.cards import LONGEST
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import ConveningId, WishId
from facilitator.convening.notes import Note
from facilitator.convening.words import Receipt, Wish
from facilitator.desk.desk import Desk, new_wish_id

ALL = templates(discover())


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
        assert " min: " in planned.block.prompt
        assert "Runs as a timer with the steps of" in planned.note


def test_ideas_votes_and_wicked_questions_run_as_themselves() -> None:
    wanted = {planned.block.activity for template in ALL for planned in template.blocks}

    assert {"ideation_board", "dot_vote", "wicked_questions", "plain"} <= wanted


def test_a_template_is_carried_out_in_its_order(data_folder: Path) -> None:
    template = ALL[0]
    stream = new_wish_id()
    workspace = house.open_workspace(data_folder)
    desk = Desk(workspace, stream, house.rulebook())
    desk.start()

    def ask(wish: Wish, wish_id: WishId) -> Future[Receipt]:
        return desk.say(wish, id=wish_id)

    carry_out(
        plan_of(template, "2027-03-18"), ConveningId(stream), "CODE2345", ask, lambda: WishId(new_wish_id())
    ).result()

    records = desk.news.records
    desk.stop()
    workspace.close()
    assert [block.title for block in agenda(records)] == [planned.block.title for planned in template.blocks]
    assert the_convening(records).code == "CODE2345"
    assert the_convening(records).seats == template.people
    assert len(records[Note]) == template.standing_in
    assert all(note.id in records[Block] for note in records[Note].values())


def test_a_blank_day_has_a_title_and_nothing_else() -> None:
    plan = blank_plan("2027-03-18")

    assert plan.convening.title
    assert not plan.blocks


def test_how_many_blocks_stand_in_is_said_for_one_and_many() -> None:
    assert stand_in_words(1).startswith("1 block runs")
    assert stand_in_words(9).startswith("9 blocks run")
