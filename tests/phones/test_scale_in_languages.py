"""A scale on phones that speak French and Arabic: every state of the page in their own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from facilitator.activities.scale.rules.points import AGREEMENT, FIST, RATING, ROTI
from facilitator.activities.scale.rules.reservations import RemoveReservation, Reservation
from facilitator.convening.ballots import CastPaper, CloseRound, InterruptRound
from facilitator.convening.ids import CardId, PersonId
from facilitator.convening.people import Person
from tests.phones.room import CODE, Room
from tests.phones.test_answers_on_a_scale import opened, others, prepare, reveal
from tests.phones.test_arabic import only_arabic
from tests.phones.test_french import only_french

Screen = Callable[..., Page]
Check = Callable[..., None]
LANGUAGES = pytest.mark.parametrize(
    ("locale", "only", "name", "asked"),
    [("fr-FR", only_french, "Wambui", "Réponse"), ("ar-EG", only_arabic, "حليمة", "إجابة")],
    ids=["fr", "ar"],
)


def joined(screen: Screen, locale: str, name: str) -> Page:
    page: Page = screen(locale=locale)
    page.goto(f"/j/{CODE}")
    page.fill("#name", name)
    page.click("#go")
    expect(page.locator("#name")).to_have_count(0)
    return page


def whose(room: Room, name: str) -> PersonId:
    return next(person.id for person in room.records[Person].values() if person.name == name)


@LANGUAGES
def test_a_proposal_is_answered_and_heard_in_the_language_of_the_phone(
    room: Room, screen: Screen, locale: str, only: Check, name: str, asked: str
) -> None:
    page = joined(screen, locale, name)
    block = prepare(room, asked)
    expect(page.locator("#note")).to_be_visible()
    only(page)
    round_ = opened(room, block)
    page.locator(".point").nth(4).tap()
    only(page)
    page.tap("#send")
    expect(page.locator("#back")).to_be_visible()
    only(page)
    page.fill("#reason", asked)
    page.tap("#holds-go")
    expect(page.locator("#list .badge.ok")).to_have_count(1)
    only(page)
    room.tell(RemoveReservation(CardId(next(iter(room.records[Reservation])))), block)
    expect(page.locator("#list .badge.m")).to_have_count(1)
    only(page)
    page.tap("#back")
    expect(page.locator("#back")).to_be_hidden()
    only(page)
    room.tell(CastPaper(round_, whose(room, name), ("7",)), block)
    expect(page.locator("#back")).to_be_visible()
    only(page)
    room.tell(CloseRound(round_), block)
    expect(page.locator("#note")).to_be_visible()
    only(page)


@LANGUAGES
def test_what_waits_comes_too_late_or_is_broken_off_is_told_in_the_language_of_the_phone(
    room: Room, screen: Screen, locale: str, only: Check, name: str, asked: str
) -> None:
    page = joined(screen, locale, name)
    block = prepare(room, asked)
    round_ = opened(room, block)
    page.locator(".point").nth(1).tap()
    page.tap("#send")
    expect(page.locator("#back")).to_be_visible()
    page.context.set_offline(True)
    page.locator(".point").nth(2).tap()
    page.tap("#send")
    expect(page.locator("#state .warn")).to_be_visible()
    only(page)
    room.tell(CloseRound(round_), block)
    page.context.set_offline(False)
    expect(page.locator("main")).to_contain_text("2 · ")
    only(page)


@LANGUAGES
def test_a_round_that_is_broken_off_is_told_in_the_language_of_the_phone(
    room: Room, screen: Screen, locale: str, only: Check, name: str, asked: str
) -> None:
    page = joined(screen, locale, name)
    block = prepare(room, asked)
    round_ = opened(room, block)
    expect(page.locator(".point").first).to_be_visible()
    room.tell(InterruptRound(round_), block)
    expect(page.locator("#note")).to_be_visible()
    only(page)


@LANGUAGES
@pytest.mark.parametrize("kind", [AGREEMENT, FIST, ROTI, RATING])
def test_each_scale_and_its_spread_speak_the_language_of_the_phone(
    room: Room, screen: Screen, locale: str, only: Check, name: str, asked: str, kind: str
) -> None:
    page = joined(screen, locale, name)
    block = prepare(room, asked, kind)
    round_ = opened(room, block)
    expect(page.locator(".point").first).to_be_visible()
    only(page)
    others(room, round_, *"123345")
    reveal(room, round_, block)
    expect(page.locator("#spread .got").first).to_be_visible()
    only(page)


@LANGUAGES
def test_a_pulse_of_few_is_kept_back_in_the_language_of_the_phone(
    room: Room, screen: Screen, locale: str, only: Check, name: str, asked: str
) -> None:
    page = joined(screen, locale, name)
    block = prepare(room, asked, ROTI)
    round_ = opened(room, block)
    others(room, round_, "3", "4")
    reveal(room, round_, block)
    expect(page.locator("#note")).to_be_visible()
    only(page)
