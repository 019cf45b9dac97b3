"""The middle of a live convening."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from facilitator.console.live_centre import LiveCentre, PromptPanel
from facilitator.console.live_door import LiveDoor
from facilitator.console.steering import Steering
from facilitator.convening.agenda import Block
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.kit.qt.way_of_reading import WayOfReading
from tests.console.conftest import Room, names


@pytest.fixture
def centre(room: Room, shown: Callable[[QWidget], None]) -> LiveCentre:
    made = LiveCentre(
        room.activities,
        room.say_to,
        LiveDoor(Steering(str, room.records, tuple, abs, lambda: room.now).acts()),
        str,
        WayOfReading(),
    )
    made.show_records(room.records)
    shown(made)
    return made


def seen(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_before_the_first_block_the_door_is_shown(centre: LiveCentre) -> None:
    assert "Ready when you are" in seen(centre)
    assert centre.acts() == ()


def test_a_block_shows_its_activity_who_leads_and_its_question(centre: LiveCentre, room: Room) -> None:
    begin(room, "ideation_board")

    centre.show_records(room.records)

    assert "Idea board" in names(centre)
    assert "What would help?" in names(centre)
    assert centre.heading() == "Idea board"


def test_a_talk_is_called_by_what_it_is_for_and_its_keys_by_its_title(centre: LiveCentre, room: Room) -> None:
    begin(room, "plain")

    centre.show_records(room.records)

    assert "Gather" in names(centre)
    assert "Talk or break" not in names(centre)
    assert centre.heading() == next(iter(room.records[Block].values())).title


def test_going_back_to_a_block_shows_the_panel_it_had(centre: LiveCentre, room: Room) -> None:
    first = begin(room, "ideation_board")
    centre.show_records(room.records)
    acts = centre.acts()
    begin(room, "plain")
    centre.show_records(room.records)
    room.say(StartBlock(first))

    centre.show_records(room.records)

    assert [act.key for act in centre.acts()] == [act.key for act in acts]


def test_an_activity_without_a_panel_shows_its_line(room: Room, shown: Callable[[QWidget], None]) -> None:
    block = room.block("Talk", prompt="Ten minutes of silence")
    panel = PromptPanel(block)
    shown(panel)

    panel.show_records(room.records)
    assert seen(panel) == ["Ten minutes of silence"]
    panel.show_records(Records({"block": Block}))

    assert seen(panel) == [""]


def begin(room: Room, activity: str) -> BlockId:
    block = room.block("A block", activity, prompt="What would help?")
    room.say(GoLive())
    room.say(StartBlock(block))
    return block
