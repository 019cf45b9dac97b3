"""The room has another address: a phone comes back to its seat there, and what it could not send comes along."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from facilitator.convening.cards import Card
from facilitator.convening.people import Contact, Person
from tests.phones.room import CODE, HOST_NAME, Room

OTHER = "elsewhere.test"


@pytest.fixture
def two_ways(data_folder: Path) -> Iterator[Room]:
    """A laptop that phones reach by two names."""
    made = Room(data_folder, names=(HOST_NAME, OTHER))
    made.open()
    yield made
    made.close()


@pytest.fixture
def page(two_ways: Room, browser: Browser) -> Iterator[Page]:
    """A phone that has joined under the first name, with a clock that can be put forward."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    made = context.new_page()
    errors: list[str] = []
    made.on("pageerror", lambda error: errors.append(str(error)))
    made.clock.install()
    made.goto(f"http://{HOST_NAME}:{two_ways.bridge.port}/j/{CODE}")
    made.fill("#name", "Wambui")
    made.click("#go")
    for part in ("signs", "plain", "ideation_board", "dot_vote", "wicked_questions"):
        while not made.locator(f"#t-{part}").count():  # parts come one after the other, each in a quiet moment
            made.clock.fast_forward("00:02")
    yield made
    context.close()
    assert not errors


def lose_the_first(page: Page) -> None:
    """The first address is gone for good; the second still carries."""
    page.context.set_offline(True)
    expect(page.locator("#link")).to_contain_text("Waiting for Wi-Fi")
    page.route(f"http://{HOST_NAME}:*/**", lambda route: route.abort())
    page.context.set_offline(False)


def word(room: Room) -> str:
    key = next(person.id for person in room.records[Person].values() if person.name == "Wambui")
    return room.records[Contact][key].word


def here(room: Room) -> list[str]:
    return [person.name for person in room.records[Person].values() if person.is_here]


def texts(room: Room) -> list[str]:
    return [card.text for card in room.records[Card].values()]


def test_a_phone_that_finds_the_room_nowhere_says_how_to_come_back(two_ways: Room, page: Page) -> None:
    """Fault 30."""
    lose_the_first(page)
    expect(page.locator("#astray")).to_be_hidden()

    page.clock.fast_forward("00:25")

    expect(page.locator("#astray")).to_contain_text(f"These words give you your seat again: {word(two_ways)}")
    expect(page.get_by_role("link", name=f"Try {OTHER}")).to_be_visible()
    assert page.get_by_role("link", name=f"Try {HOST_NAME}").count() == 0
    page.unroute(f"http://{HOST_NAME}:*/**")
    page.clock.fast_forward("00:10")
    expect(page.locator("#link")).to_contain_text("Connected")
    expect(page.locator("#astray")).to_be_hidden()


def test_under_the_other_address_the_seat_is_one_tap_away_and_kept_ideas_go(two_ways: Room, page: Page) -> None:
    """Fault 30. Another address is another place to a browser: the word and the outbox come along behind the #."""
    two_ways.start("ideation_board", "What would help?")
    expect(page.locator("#text")).to_be_visible()
    lose_the_first(page)
    page.fill("#text", "Written in between")
    page.click("#send")
    expect(page.locator(".badge.warn")).to_have_text("kept here")
    page.clock.fast_forward("00:25")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.get_by_role("link", name=f"Try {OTHER}").click()

    expect(page.locator("#word")).to_have_value(word(two_ways))
    assert page.url == f"http://{OTHER}:{two_ways.bridge.port}/"
    assert texts(two_ways) == []
    page.click("#rejoin")
    expect(page.locator(".badge.ok")).to_have_text("sent")
    expect(page.locator("#as")).to_contain_text("Wambui")
    assert texts(two_ways) == ["Written in between"]
    assert here(two_ways) == ["Wambui"]
    assert not [url for url in asked if "Written" in url.partition("#")[0]]


def test_what_somebody_else_put_behind_the_address_is_never_said(
    two_ways: Room, browser: Browser, page: Callable[..., Page]
) -> None:
    """Fault 37. A link that brings words for a seat that is not this phone's brings nothing."""
    two_ways.start("ideation_board", "What would help?")
    forged = (
        '{"word":"bcdf ghjk","box":[{"id":"01900000-0000-7000-8000-000000000001","activity":"ideation_board","block":"",'
        '"wish":"add_idea","with":{"text":"Not mine"},"state":"waiting","at":1,"convening":"convening-1"}]}'
    )
    context = browser.new_context(viewport={"width": 390, "height": 844})
    victim = context.new_page()

    victim.goto(f"http://{OTHER}:{two_ways.bridge.port}/j/{CODE}#{forged}")
    victim.fill("#name", "Otieno")
    victim.click("#go")
    victim.fill("#text", "Mine")
    victim.click("#send")

    expect(victim.locator(".badge.ok")).to_have_text("sent")
    assert texts(two_ways) == ["Mine"]
    context.close()
