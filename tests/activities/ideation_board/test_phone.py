"""Idea board, on phones."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from facilitator.activities.ideation_board.phone import WISHES, mine, public
from facilitator.activities.ideation_board.rules import AddIdea, CloseCollecting, EditIdea, Placement, RemoveIdea
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, PersonId
from facilitator.convening.words import added
from facilitator.kit.web.form import Form
from tests.phones.room import Room
from tests.phones.test_page import join, texts, write
from tests.phones.test_wishes import BOARD
from tests.phones.test_wishes import room as records_of

HERS = Card(CardId("c1"), "Rotate", by=PersonId("amina"))
HIS = Card(CardId("c2"), "Share", by=PersonId("tomas"))


def test_a_phone_may_add_mend_and_take_back_and_says_how_it_came() -> None:
    form = Form(BOARD.id, {"text": "Yes", "card": "c1", "language": "sw"})

    assert {name: read(form) for name, read in WISHES.items()} == {
        "add_idea": AddIdea("Yes", "phone", "sw"),
        "edit_idea": EditIdea(CardId("c1"), "Yes"),
        "remove_idea": RemoveIdea(CardId("c1")),
    }


def test_everybody_is_told_the_question_and_no_idea() -> None:
    records = records_of(BOARD, HERS, Placement(HERS.id, BOARD.id))

    assert "Rotate" not in str(public(records, BOARD.id))


def test_each_is_told_their_own_ideas_newest_first() -> None:
    newer = Card(CardId("c3"), "Mend", by=HERS.by)
    records = records_of(BOARD).after(
        added(record) for card in (HERS, HIS, newer) for record in (card, Placement(card.id, BOARD.id, is_held=True))
    )

    own = mine(records, BOARD.id)

    assert [idea["text"] for idea in own[HERS.by]["ideas"]] == ["Mend", "Rotate"]
    assert [idea["text"] for idea in own[HIS.by]["ideas"]] == ["Share"]


def test_a_person_mends_their_own_idea(room: Room, screen: Callable[..., Page]) -> None:
    room.start("ideation_board")
    page = join(screen())
    write(page, "Rotate who leds us")

    page.locator(".pencil").click()
    page.locator(".edit textarea").fill("Rotate who leads us")
    page.get_by_role("button", name="Save").click()

    expect(page.locator(".words")).to_have_text("Rotate who leads us")
    expect(page.locator(".badge.ok")).to_have_text("sent")
    room.wait_until(lambda records: [card.text for card in records[Card].values()] == ["Rotate who leads us"])


def test_the_counter_is_gentle_from_sixty_on_and_firm_at_six_hundred(room: Room, screen: Callable[..., Page]) -> None:
    room.start("ideation_board")
    page = join(screen())
    left, send = page.locator("#left"), page.locator("#send")

    page.fill("#text", "a" * 29)
    expect(left).to_have_text("31 left")
    page.fill("#text", "a" * 61)
    expect(left).to_contain_text("short reads better from the back")
    page.fill("#text", "\U0001f331" * 600)
    expect(send).to_be_enabled()
    page.fill("#text", "a" * 602)
    expect(left).to_have_text("2 letters too many")
    expect(send).to_be_disabled()


def test_a_board_that_takes_no_ideas_says_so_and_keeps_what_was_typed(room: Room, screen: Callable[..., Page]) -> None:
    board = room.start("ideation_board")
    page = join(screen())
    page.locator("#text").press_sequentially("Half")

    room.tell(CloseCollecting(), board)

    expect(page.locator("#closed")).to_be_visible()
    expect(page.locator("#text")).to_have_value("Half")
    page.click("#send")
    expect(page.locator(".badge.warn")).to_contain_text("not taking new ideas")
    assert texts(room) == []


def test_an_idea_taken_off_the_board_is_said_plainly(room: Room, screen: Callable[..., Page]) -> None:
    board = room.start("ideation_board")
    page = join(screen())
    page.clock.install()
    write(page, "Gone soon")
    expect(page.locator(".badge.ok")).to_be_visible()

    room.tell(RemoveIdea(CardId(next(iter(room.records[Card])))), board)
    page.clock.fast_forward("00:07")  # that it arrived is said for six seconds

    expect(page.locator(".badge.m")).to_have_text("taken off the board", timeout=20_000)
