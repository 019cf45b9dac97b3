"""The chosen block as the room will see it when it begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from PySide6.QtWidgets import QWidget

from facilitator.console.preparing.on_stage import OnStage, begun, planned_start
from facilitator.convening.agenda import Block, ChangeBlock
from facilitator.convening.clock import StartBlock
from facilitator.convening.countdown import countdown
from facilitator.convening.gathering import DescribeConvening, GoLive, the_convening
from facilitator.convening.ids import STAGE, BlockId, StepId
from facilitator.convening.notes import Note, WriteNote
from facilitator.convening.people import Contact
from facilitator.convening.planning import PlanSteps
from facilitator.convening.records import Records
from facilitator.convening.stage_state import ACTIVITY, BlankStage, FreezeStage, Stage
from facilitator.convening.steps import Step
from facilitator.convening.timebox import Timebox
from tests.console.conftest import Room


@pytest.fixture
def blocks(room: Room) -> tuple[BlockId, BlockId]:
    room.person("Tomás")
    return room.block("Arrive", minutes=20), room.block("In pairs", minutes=15)


@pytest.fixture
def preview(room: Room, blocks: tuple[BlockId, BlockId], shown: Callable[[QWidget], None]) -> OnStage:
    made = OnStage(room.looking(), room.clock)
    made.show_block(room.records, room.records[Block][blocks[1]])
    shown(made)
    return made


def pictured(room: Room) -> tuple[Records, int]:
    room.until(lambda: bool(room.pictured))
    return room.pictured[-1]


def test_it_is_painted_as_it_will_begin_by_plan(room: Room, preview: OnStage, blocks: tuple[BlockId, BlockId]) -> None:
    seen, at = pictured(room)

    assert datetime.fromtimestamp(at / 1000, UTC).isoformat() == "2027-03-18T09:20:00+00:00"
    assert seen[Stage][STAGE] == Stage(STAGE, ACTIVITY, blocks[1])
    counts = countdown(seen, blocks[1])
    assert counts is not None
    assert counts.left(at) == 15 * 60_000


def test_with_steps_the_first_one_begins(room: Room, preview: OnStage, blocks: tuple[BlockId, BlockId]) -> None:
    steps = [Step(StepId(title), blocks[1], f"Now: {title}", 120, title) for title in ("Alone", "Pairs")]
    room.say(PlanSteps(blocks[1], tuple(steps)))

    preview.show_block(room.records, room.records[Block][blocks[1]])

    room.until(lambda: bool(room.pictured) and bool(room.pictured[-1][0][Step]))
    seen, at = room.pictured[-1]
    counts = countdown(seen, blocks[1])
    standing = counts.standing(at) if counts is not None else None
    assert standing is not None
    assert (standing.leg.inner.title, standing.left_ms) == ("Alone", 120_000)


def test_it_follows_what_is_written_once_nothing_changes_any_more(
    room: Room, preview: OnStage, blocks: tuple[BlockId, BlockId]
) -> None:
    pictured(room)
    room.pictured.clear()
    block = room.records[Block][blocks[1]]

    for minutes in (20, 25, 30):
        room.say(ChangeBlock(replace(block, minutes=minutes)))
        preview.show_block(room.records, room.records[Block][blocks[1]])

    assert pictured(room)[0][Block][blocks[1]].minutes == 30
    assert len(room.pictured) == 1


def test_nothing_private_is_in_it(room: Room, preview: OnStage, blocks: tuple[BlockId, BlockId]) -> None:
    room.say(WriteNote(blocks[1], "Ask Halima first"))
    preview.show_block(room.records, room.records[Block][blocks[1]])
    pictured(room)
    room.until(lambda: len(room.pictured) > 0)

    assert room.records[Note]
    assert room.records[Contact]
    assert all(not seen[Note] and not seen[Contact] for seen, _at in room.pictured)


def test_a_room_that_is_live_is_left_alone(room: Room, blocks: tuple[BlockId, BlockId]) -> None:
    room.say(GoLive())
    for wish in (StartBlock(blocks[1]), StartBlock(blocks[0]), BlankStage(), FreezeStage()):
        room.say(wish)
    before = room.records

    seen = begun(room.book, before, blocks[1], 1_000_000)

    assert seen[Stage][STAGE] == Stage(STAGE, ACTIVITY, blocks[1])
    assert seen[Timebox][blocks[1]].started == 1_000_000
    assert room.records[Stage][STAGE].block == blocks[0]
    assert room.records is before


def test_a_day_without_a_date_is_today(room: Room, blocks: tuple[BlockId, BlockId]) -> None:

    room.say(DescribeConvening(replace(the_convening(room.records), date="")))

    at = planned_start(room.records, room.records[Block][blocks[1]], room.clock())

    then, now = (datetime.fromtimestamp(each / 1000, UTC) for each in (at, room.now))
    assert (then.date(), then.strftime("%H:%M")) == (now.date(), "09:20")


def test_a_date_that_no_clock_shows_is_pictured_as_now(room: Room, blocks: tuple[BlockId, BlockId]) -> None:
    room.say(ChangeBlock(replace(room.records[Block][blocks[0]], minutes=1440)))
    for date in ("9999-12-31", "0001-01-01"):
        room.say(DescribeConvening(replace(the_convening(room.records), date=date, starts=1439)))
        behind = replace(room.clock(), zone=timezone(timedelta(hours=14)))

        assert planned_start(room.records, room.records[Block][blocks[1]], behind) == behind.wall_ms


def test_it_is_as_large_as_there_is_room_for_and_else_yields(preview: OnStage) -> None:
    picture = preview.picture.widget

    preview.fit(400)
    assert (picture.width(), picture.height()) == (318, 178)
    preview.fit(180)
    assert preview.isVisible()
    assert picture.height() < 169
    assert picture.width() == pytest.approx(picture.height() * 16 / 9, abs=2)
    preview.fit(120)
    assert not preview.isVisible()
