"""The convening itself: created once, described anew, and taken live."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.convening.gathering import (
    LIVE,
    MOST_PHONES,
    MOST_SEATS,
    Convening,
    CreateConvening,
    DescribeConvening,
    GoLive,
    decide,
    spoken_code,
    the_convening,
)
from facilitator.convening.ids import HOST, WishId
from facilitator.convening.stage_state import BlankStage
from facilitator.convening.words import Moment, Role, Wish
from tests.convening.given import CONVENING, Room, given, refused


def test_a_convening_is_created_once() -> None:
    room = Room()
    room.when(CreateConvening(CONVENING))

    assert the_convening(room.records) == CONVENING
    with refused("convening.exists"):
        room.when(CreateConvening(CONVENING))
    with refused("undo.nothing"):
        room.undo()


def test_everything_but_state_and_code_is_described_anew() -> None:
    room = Room(replace(CONVENING, code="K7QX93PF"))
    room.when(GoLive())
    room.when(DescribeConvening(Convening(CONVENING.id, "New title", greetings=("Hi",), code="other", state="closed")))

    told = the_convening(room.records)
    assert (told.title, told.greetings, told.code, told.state) == ("New title", ("Hi",), "K7QX93PF", LIVE)


@pytest.mark.parametrize("wish", [CreateConvening, DescribeConvening])
def test_a_convening_has_a_title(wish: type[CreateConvening | DescribeConvening]) -> None:
    room = Room() if wish is CreateConvening else given()
    with refused("convening.untitled"):
        room.when(wish(Convening(CONVENING.id, " ")))


def test_as_many_phones_are_let_in_as_were_ever_measured_on_one_laptop_or_fewer() -> None:
    room = Room(CONVENING)
    room.when(DescribeConvening(replace(CONVENING, phones=MOST_PHONES), ("phones",)))

    assert the_convening(room.records).phones == MOST_PHONES
    for wrong in (MOST_PHONES + 1, -1):
        with refused("convening.too_many_phones"):
            room.when(DescribeConvening(replace(CONVENING, phones=wrong), ("phones",)))


@pytest.mark.parametrize("wish", [CreateConvening, DescribeConvening])
@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (replace(CONVENING, seats=MOST_SEATS + 1), "convening.too_many_seats"),
        (replace(CONVENING, seats=-1), "convening.too_many_seats"),
        (replace(CONVENING, starts=-1), "day.bad_start"),
        (replace(CONVENING, starts=24 * 60), "day.bad_start"),
    ],
)
def test_what_no_file_may_say_nobody_says_at_the_laptop(
    wish: type[CreateConvening | DescribeConvening], wrong: Convening, code: str
) -> None:
    room = Room() if wish is CreateConvening else given()

    with refused(code):
        room.when(wish(wrong))


@pytest.mark.parametrize("wish", [GoLive(), DescribeConvening(CONVENING)])
def test_nothing_is_said_of_a_convening_that_is_not_there(wish: Wish) -> None:
    with refused("convening.none_such"):
        Room().when(wish)


def test_other_wishes_are_none_of_the_gatherings() -> None:
    with refused("wish.unknown"):
        decide(given().records, BlankStage(), Moment(HOST, Role.GUIDE, 0, "room", WishId("w")))


def test_a_code_is_read_in_two_halves() -> None:
    assert spoken_code("K7QX93PF") == "K7QX 93PF"


def test_another_code_is_left_as_it_is() -> None:
    assert spoken_code("ABC") == "ABC"
