"""What somebody says at the door reaches the seat, and no address ever holds it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from facilitator.convening.people import Contact, Person
from tests.phones.room import CODE, Room

Screen = Callable[..., Page]


def test_what_is_said_of_oneself_and_what_may_be_done_with_it_reaches_the_seat(room: Room, screen: Screen) -> None:
    page = screen()
    page.goto(f"/j/{CODE}")
    page.fill("#name", "Wambũi")
    page.click("#more summary")
    page.fill("#organisation", "Water for All")
    page.fill("#country", "Kenya")
    page.check("[value=quotation]")

    page.click("#go")

    expect(page.get_by_role("heading", name="Look up")).to_be_visible()
    wambui = next(person for person in room.records[Person].values() if person.name == "Wambũi")
    assert (wambui.organisation, wambui.country, wambui.language) == ("Water for All", "Kenya", "en")
    assert room.records[Contact][wambui.id].consents == ("quotation",)


def test_nothing_is_consented_to_by_silence(room: Room, screen: Screen) -> None:
    page = screen()
    page.goto(f"/j/{CODE}")
    expect(page.locator("#promise")).to_have_text(
        "What you send goes to the laptop of Nomsa in this room. It never goes to the internet."
    )
    page.fill("#name", "Wambũi")

    page.click("#go")

    expect(page.get_by_role("heading", name="Look up")).to_be_visible()
    wambui = next(person.id for person in room.records[Person].values() if person.name == "Wambũi")
    assert room.records[Contact][wambui].consents == ()


def test_no_address_holds_a_name_a_word_or_an_idea(room: Room, screen: Screen) -> None:
    room.start("ideation_board", "What would help?")
    page = screen()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"/j/{CODE}")
    page.fill("#name", "Wambui")
    page.click("#go")
    page.fill("#text", "Rotate who leads us")
    page.click("#send")
    expect(page.locator(".badge.ok")).to_have_count(1)
    wambui = next(person.id for person in room.records[Person].values() if person.name == "Wambui")
    page.reload()
    expect(page.locator(".badge.ok")).to_have_count(1)

    private = ("Wambui", wambui, room.records[Contact][wambui].word.split()[0], "Rotate")
    assert len(asked) >= 8
    assert [url for url in (*asked, page.url) if any(word in url for word in private)] == []
