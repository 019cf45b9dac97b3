"""What people do with phones that nobody thought of: what they wrote is there all the same, and they are told."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from facilitator.activities.ideation_board.rules import CloseCollecting, OpenCollecting
from facilitator.convening.cards import Card
from facilitator.convening.people import Person
from facilitator.convening.seats import MutePerson, TakeSeat, UnmutePerson
from tests.phones.room import CODE, Phone, Room
from tests.phones.test_page import join, texts, write

Screen = Callable[..., Page]


def test_an_idea_that_came_after_the_room_moved_on_is_told_where_its_writer_is_now(room: Room, screen: Screen) -> None:
    """Fault 29. Written without Wi-Fi; when it is back the board is over: said in words, on the page of the next block."""
    room.start("ideation_board", "What would help?")
    page = join(screen())
    page.context.set_offline(True)
    write(page, "Certify women plumbers")
    room.start("plain", "A talk about water")

    page.context.set_offline(False)

    moved_on = page.get_by_role("heading", name="The room moved on before this arrived")
    expect(moved_on).to_be_visible(timeout=30_000)
    expect(page.locator("#kept")).to_contain_text("Certify women plumbers")
    page.click("#leave")
    expect(page.locator("#prompt")).to_have_text("A talk about water")
    assert texts(room) == []


def test_what_was_read_on_its_own_page_is_not_told_again_on_the_next(room: Room, screen: Screen) -> None:
    room.start("ideation_board", "What would help?")
    page = join(screen())
    room.tell(MutePerson(next(one.id for one in room.records[Person].values() if one.name == "Wambui")))
    write(page, "Certify women plumbers")
    expect(page.locator(".badge.warn")).to_contain_text("Nothing to read is taken")

    room.start("plain", "A talk about water")

    expect(page.locator("#prompt")).to_have_text("A talk about water")
    expect(page.locator("#no")).to_have_count(0)


def test_what_was_refused_is_taken_up_again_and_sent(room: Room, screen: Screen) -> None:
    room.start("ideation_board", "What would help?")
    page = join(screen())
    wambui = next(one.id for one in room.records[Person].values() if one.name == "Wambui")
    room.tell(MutePerson(wambui))
    write(page, "Certify women plumbers")
    page.locator("#text").press_sequentially("Another one")
    expect(page.locator(".badge.warn")).to_contain_text("Nothing to read is taken")
    room.tell(UnmutePerson(wambui))

    page.get_by_role("button", name="Change this idea: Certify women plumbers").tap()

    expect(page.locator("#text")).to_have_value("Another one\nCertify women plumbers")
    expect(page.locator(".line")).to_have_count(0)
    page.click("#send")
    expect(page.locator(".badge.ok")).to_have_count(1)


def test_a_change_that_came_too_late_is_taken_up_again_once_ideas_are_taken(room: Room, screen: Screen) -> None:
    board = room.start("ideation_board", "What would help?")
    page = join(screen())
    write(page, "Rotate who leads us")
    expect(page.locator(".badge.ok")).to_have_count(1)
    page.locator(".pencil").tap()
    page.locator(".edit textarea").fill("Rotate who leads us, each quarter")
    page.context.set_offline(True)
    page.get_by_role("button", name="Save").tap()
    room.tell(CloseCollecting(), board)
    page.context.set_offline(False)
    expect(page.locator(".badge.warn")).to_contain_text("not taking new ideas", timeout=30_000)
    room.tell(OpenCollecting(), board)

    page.locator(".pencil").tap()

    expect(page.locator(".edit textarea")).to_have_value("Rotate who leads us, each quarter")
    page.get_by_role("button", name="Save").tap()
    room.wait_until(lambda now: [one.text for one in now[Card].values()] == ["Rotate who leads us, each quarter"])


def test_what_is_sent_can_be_changed_exactly_while_ideas_are_taken(room: Room, screen: Screen) -> None:
    board = room.start("ideation_board", "What would help?")
    page = join(screen())
    write(page, "Rotate who leads us")
    expect(page.locator(".pencil")).to_have_count(1)

    room.tell(CloseCollecting(), board)
    expect(page.locator(".pencil")).to_have_count(0)

    room.tell(OpenCollecting(), board)
    expect(page.locator(".pencil")).to_have_count(1)


def test_a_change_half_made_survives_a_reload(room: Room, screen: Screen) -> None:
    """Fault 33. The page was loaded anew in the middle of a change: the editor is open again with what was typed."""
    room.start("ideation_board", "What would help?")
    page = join(screen())
    write(page, "Rotate who leads us")
    page.locator(".pencil").tap()
    page.locator(".edit textarea").fill("Rotate who le")

    page.reload()

    expect(page.locator(".edit textarea")).to_have_value("Rotate who le")
    page.get_by_role("button", name="Cancel").tap()
    page.reload()
    expect(page.locator(".words")).to_have_text("Rotate who leads us")
    expect(page.locator(".edit")).to_have_count(0)


def test_what_was_still_on_its_way_does_not_call_a_phone_without_wifi_connected(room: Room, screen: Screen) -> None:
    room.start("ideation_board", "What would help?")
    page = join(screen())
    expect(page.locator("#link.on")).to_be_visible()

    page.context.set_offline(True)
    expect(page.locator("#link")).to_contain_text("Waiting for Wi-Fi")
    room.start("plain", "A talk about water")
    Phone(room.bridge.port).join("Amina").see(lambda said: said["activity"] == "plain")
    page.locator("#text").press_sequentially("half a thought")

    expect(page.locator("#link")).to_contain_text("Waiting for Wi-Fi")
    expect(page.locator("#text")).to_have_value("half a thought")
    page.context.set_offline(False)
    expect(page.locator("#link")).to_contain_text("Connected")
    expect(page.locator("#text")).to_have_count(0)


def test_wifi_that_comes_and_goes_takes_nobodys_place_in_the_text(room: Room, screen: Screen) -> None:
    room.start("ideation_board", "What would help?")
    page = join(screen())
    write(page, "Rotate who leads us")
    page.locator(".pencil").tap()
    field = page.locator(".edit textarea")
    expect(field).to_be_focused()
    field.evaluate("one => one.setSelectionRange(6, 6)")

    page.context.set_offline(True)
    expect(page.locator("#link")).to_contain_text("Waiting for Wi-Fi")

    expect(field).to_be_focused()
    page.keyboard.type(" always")
    expect(field).to_have_value("Rotate always who leads us")


def test_whoever_lost_the_seat_is_told_so_and_finds_their_words_again(room: Room, screen: Screen) -> None:
    room.start("ideation_board", "What would help?")
    page = join(screen())
    page.locator("#text").press_sequentially("half a thou")

    room.tell(TakeSeat(next(one.id for one in room.records[Person].values() if one.name == "Wambui")))

    expect(page.locator("#trouble")).to_have_text("That seat is not there any more. Join once more.")
    page.click("#go")
    expect(page.locator("#text")).to_have_value("half a thou")


def test_nobody_at_the_door_is_sent_to_an_empty_page_for_another_language(room: Room, screen: Screen) -> None:
    page = screen()
    page.goto(f"/j/{CODE}")
    expect(page.locator("#lang")).to_be_enabled()

    page.context.set_offline(True)

    expect(page.locator("#lang")).to_be_disabled()
    page.context.set_offline(False)
    expect(page.locator("#lang")).to_be_enabled()
