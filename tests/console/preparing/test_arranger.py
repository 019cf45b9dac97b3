"""What is done with chosen blocks."""

from __future__ import annotations

import pytest

from facilitator.console.asking import refusals_of
from facilitator.console.preparing.arranger import Arranger, longer
from facilitator.convening.agenda import LONGEST_BLOCK, agenda
from facilitator.convening.days import FIRST_DAY
from facilitator.convening.ids import ROOM, BlockId, DayId
from facilitator.kit.qt.asking import Asking
from tests.console.conftest import Room, do


@pytest.mark.parametrize(
    ("minutes", "by", "wanted"), [(20, 5, 25), (5, -5, 1), (1, 5, 5), (1, -5, 1), (LONGEST_BLOCK, 5, LONGEST_BLOCK)]
)
def test_minutes_grow_and_shrink_within_bounds(minutes: int, by: int, wanted: int) -> None:
    assert longer(minutes, by) == wanted


def test_keys_that_can_do_nothing_now_are_off(room: Room) -> None:
    chosen: list[str] = []
    arranger = Arranger(Asking(room.say_to(ROOM), refusals_of(room.activities)), lambda: tuple(chosen), lambda *_: None)
    arranger.show_records(room.records, FIRST_DAY)
    assert not [act.key for act in arranger.acts() if act.is_enabled()]

    chosen.append(room.block("Talk", minutes=1))
    arranger.show_records(room.records, FIRST_DAY)

    assert [act.key for act in arranger.acts() if act.is_enabled()] == ["Alt Up", "Alt Down", "[", "]", "Ctrl D", "Del"]


def test_copies_are_told_in_their_order_once_they_are_made(room: Room) -> None:
    told: list[tuple[tuple[BlockId, ...], DayId]] = []
    blocks = (room.block("One"), room.block("Two"))
    arranger = Arranger(
        Asking(room.say_to(ROOM), refusals_of(room.activities)),
        lambda: blocks,
        lambda made, day: told.append((tuple(made), day)),
    )
    arranger.show_records(room.records, FIRST_DAY)

    do(arranger, "Ctrl D")

    room.until(lambda: bool(told))
    assert told == [(tuple(block.id for block in agenda(room.records)[2:]), FIRST_DAY)]
