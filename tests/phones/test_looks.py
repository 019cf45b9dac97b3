"""What people see of the pages: whole words, one line where there is room, and nothing that is not so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from facilitator.activities.ideation_board.rules import AskAlso, LimitIdeas
from facilitator.convening.ids import PersonId
from facilitator.convening.people import Person
from facilitator.convening.seats import MutePerson
from tests.activities.dot_vote.test_phone import ask, give
from tests.phones.broken import broken_words
from tests.phones.room import CODE, Room
from tests.phones.test_page import join, write

Screen = Callable[..., Page]


def seat_of(room: Room, name: str = "Wambui") -> PersonId:
    return next(person.id for person in room.records[Person].values() if person.name == name)


def middle(page: Page, what: str) -> float:
    box = page.locator(what).bounding_box()
    assert box is not None
    return box["y"] + box["height"] / 2


def height(page: Page, what: str) -> float:
    box = page.locator(what).bounding_box()
    assert box is not None
    return box["height"]


@pytest.mark.parametrize("width", [320, 390])
def test_what_is_refused_leaves_the_words_whole_on_a_narrow_phone(room: Room, screen: Screen, width: int) -> None:
    room.start("ideation_board")
    page = join(screen(width, 640))
    room.tell(MutePerson(seat_of(room)))

    write(page, "Certify women plumbers in every county")

    expect(page.locator(".badge.warn")).to_contain_text("Nothing to read is taken")
    assert broken_words(page, ".line") == []
    # Measured in one breath: a row that is drawn anew in between has no size any more.
    high, wide = page.evaluate(
        """() => {
          const line = document.querySelector(".line");
          return [line.querySelector(".words").clientHeight, line.querySelector(".badge.warn").clientWidth];
        }"""
    )
    assert high <= 60
    assert wide >= 150
    tops = page.locator(".told .q, .told .pencil").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().top)"
    )
    assert len(tops) == 2
    assert len(set(tops)) == 1
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [320, 390])
def test_the_questions_to_choose_from_stand_clear_of_the_field(room: Room, screen: Screen, width: int) -> None:
    board = room.start("ideation_board", "What would help?")
    room.tell(AskAlso("What would stop us?"), board)
    page = join(screen(width, 640))
    expect(page.locator("#asks")).to_be_visible()
    asked, field = page.locator("#ask").bounding_box(), page.locator("#text").bounding_box()

    assert asked is not None
    assert field is not None
    assert field["y"] - asked["y"] - asked["height"] >= 8


def test_a_field_that_grew_with_a_long_text_shrinks_with_it(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    at_rest = height(page, "#text")
    page.fill("#text", "What would keep every water point working? " * 8)
    assert height(page, "#text") > at_rest

    page.fill("#text", "Certify women plumbers")

    assert height(page, "#text") == at_rest


def test_a_pasted_book_says_by_how_much_it_is_too_long_and_hides_nothing(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())

    page.fill("#text", "book " * 2000)

    expect(page.locator("#left")).to_have_text("9400 letters too many")
    expect(page.locator("#send")).to_be_disabled()
    assert height(page, "#text") <= 0.6 * 844 + 1
    assert len(page.locator("#text").input_value()) == 10_000


def test_how_many_more_ideas_stands_clear_of_what_is_above_it(room: Room, screen: Screen) -> None:
    board = room.start("ideation_board", "What would help?")
    room.tell(LimitIdeas(1), board)
    page = join(screen())
    expect(page.locator("#limit")).to_have_text("1 more idea from you")
    send, left = page.locator("#send").bounding_box(), page.locator("#limit").bounding_box()

    assert send is not None
    assert left is not None
    assert left["y"] - send["y"] - send["height"] >= 12


def test_the_foot_of_a_vote_is_one_line_also_when_all_dots_are_given(room: Room, screen: Screen) -> None:
    ask(room, "One", "Two")
    page = join(screen())
    for idea in ("One", "One", "Two"):
        give(page, idea)
    expect(page.locator("#count")).to_have_text("No dots left")

    assert abs(middle(page, "#count") - middle(page, "#dots")) <= 1
    assert abs(middle(page, "#count") - middle(page, "#saved")) <= 1
    assert height(page, "#foot") <= 64


def test_more_dots_than_a_line_holds_are_said_and_not_drawn(room: Room, screen: Screen) -> None:
    ask(room, "One", "Two", quota=15, cap=15)
    page = join(screen())

    expect(page.locator("#count")).to_have_text("15 dots left")
    expect(page.locator("#dots .dot")).to_have_count(0)


def test_done_looks_done_only_once_it_was_tapped(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    icon = page.locator("#done use")
    expect(icon).to_have_attribute("href", "#i-circle")

    page.tap("#done")

    expect(icon).to_have_attribute("href", "#i-check-circle-fill")


def test_a_phone_that_lost_its_place_shows_no_clock(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    expect(page.locator("#clock")).to_contain_text(":")
    page.context.clear_cookies()

    write(page, "Still here")

    expect(page.get_by_role("heading", name="Scan the code again")).to_be_visible()
    expect(page.locator("#clock")).to_have_text("")


def test_a_hushed_phone_is_not_told_that_something_might_open_again(room: Room, screen: Screen) -> None:
    room.start("wicked_questions")
    page = join(screen())
    room.tell(MutePerson(seat_of(room)))

    page.fill("#first", "open to everybody")
    page.click("#go")

    expect(page.locator("#kept")).to_contain_text("open to everybody")
    expect(page.locator("#next")).to_be_hidden()


def test_the_button_to_join_is_in_view_on_a_small_phone(room: Room, screen: Screen) -> None:
    page = screen(320, 640)
    page.goto(f"/j/{CODE}")
    expect(page.locator("#go")).to_be_in_viewport(ratio=1)
