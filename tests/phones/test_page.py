"""The page on a phone, in a real browser: joining, writing, losing the Wi-Fi, losing the gateway, coming back."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from facilitator.activities.ideation_board.rules import AddIdeas
from facilitator.convening.cards import Card
from facilitator.convening.people import Contact, Person
from facilitator.convening.stage_state import WELCOME, BlankStage, ShowOnStage
from facilitator.convening.words import Wish
from tests.phones.room import CODE, HOST_NAME, Phone, Reply, Room

Screen = Callable[..., Page]
SEND = "#send"


def texts(room: Room) -> list[str]:
    return sorted(card.text for card in room.records[Card].values())


def join(page: Page, name: str = "Wambui") -> Page:
    page.goto(f"/j/{CODE}")
    page.fill("#name", name)
    page.click("#go")
    expect(page.locator("#name")).to_have_count(0)
    return page


def write(page: Page, text: str) -> None:
    page.fill("#text", text)
    page.click(SEND)


def kill_gateway(room: Room) -> None:
    os.kill(room.bridge.gateway_pid, signal.SIGKILL)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 640)])
def test_a_person_joins_writes_and_sees_that_it_arrived(room: Room, screen: Screen, width: int, height: int) -> None:
    room.start("ideation_board", "What would keep every water point working?")
    page = join(screen(width, height))

    write(page, "Rotate who leads us")

    expect(page.locator("#arrived")).to_be_visible()
    expect(page.locator(".line")).to_contain_text("Rotate who leads us")
    expect(page.locator(".badge.ok")).to_have_text("sent")
    assert texts(room) == ["Rotate who leads us"]
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_every_target_is_large_enough_for_a_thumb(room: Room, screen: Screen) -> None:
    page = screen(320, 640)
    page.goto(f"/j/{CODE}")
    expect(page.locator("#name")).to_be_visible()

    sizes = page.locator("button:visible, input:visible, select:visible, summary:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )

    assert len(sizes) >= 6
    assert min(sizes) >= 48


def test_somebody_may_join_without_a_name(room: Room, screen: Screen) -> None:
    page = screen()
    page.goto(f"/j/{CODE}")

    page.click("#nameless")

    expect(page.get_by_role("heading", name="Look up")).to_be_visible()
    assert [p.name for p in room.records[Person].values() if p.is_here] == [""]


def test_a_room_without_a_free_seat_says_so_and_still_gives_a_seat_back(data_folder: Path, browser: Browser) -> None:
    full = Room(data_folder, most=1)
    full.open()
    try:
        Phone(full.bridge.port).join("Wambui")
        wambui = next(person.id for person in full.records[Person].values() if person.name == "Wambui")
        context = browser.new_context(base_url=f"http://{HOST_NAME}:{full.bridge.port}")
        page = context.new_page()
        page.goto(f"/j/{CODE}")

        expect(page.locator("#full")).to_be_visible()
        expect(page.locator("#go")).to_be_hidden()
        page.click("#back summary")
        page.fill("#word", full.records[Contact][wambui].word)
        page.click("#rejoin")

        expect(page.get_by_role("heading", name="Look up")).to_be_visible()
        context.close()
    finally:
        full.close()


@pytest.mark.parametrize("sent", [ShowOnStage(WELCOME), BlankStage()], ids=["codes", "dark"])
def test_whoever_writes_goes_on_while_the_stage_shows_the_codes_or_nothing(
    room: Room, screen: Screen, sent: Wish
) -> None:
    board = room.start("ideation_board", "What would keep every water point working?")
    room.tell(AddIdeas(("Not shown to the room yet",)), board)
    page = join(screen())
    page.locator("#text").press_sequentially("half a ")

    seq = room.tell(sent).seq
    late = join(screen(), "Tomás")
    page.locator("#text").press_sequentially("thought")
    told = Phone(room.bridge.port).join("Amina").see(lambda said: said["seq"] >= seq)
    page.click(SEND)

    expect(page.locator(".badge.ok")).to_have_text("sent")
    expect(late.locator("#prompt")).to_have_text("What would keep every water point working?")
    assert "half a thought" in texts(room)
    assert "Not shown" not in str(told)


def test_what_is_written_without_wifi_is_kept_and_goes_by_itself(room: Room, screen: Screen) -> None:
    """Fault 29. The phone knows that it is offline: kept here, said so, and sent by itself."""
    room.start("ideation_board")
    page = join(screen())

    page.context.set_offline(True)
    write(page, "Certify women plumbers")

    expect(page.locator("#waits")).to_be_visible()
    expect(page.locator(".badge.warn")).to_have_text("kept here")
    expect(page.locator("#link")).to_contain_text("Waiting for Wi-Fi")
    page.context.set_offline(False)
    expect(page.locator(".badge.ok")).to_have_text("sent")
    assert texts(room) == ["Certify women plumbers"]


def test_a_gateway_killed_in_mid_typing_loses_nothing_typed(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    port, pid = room.bridge.port, room.bridge.gateway_pid
    page.locator("#text").press_sequentially("Apprentices paid ")

    kill_gateway(room)
    page.locator("#text").press_sequentially("from day one")
    page.click(SEND)
    write(page, "and mentors")

    expect(page.locator(".badge.ok")).to_have_count(2)
    expect(page.locator("#link")).to_contain_text("Connected")
    assert texts(room) == ["Apprentices paid from day one", "and mentors"]
    assert room.bridge.port == port
    assert room.bridge.gateway_pid != pid


def test_a_draft_survives_a_reload(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    page.locator("#text").press_sequentially("half a thou")

    page.reload()

    expect(page.locator("#text")).to_have_value("half a thou")


def test_a_lost_reply_makes_one_idea(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    replies: list[Reply] = []

    def lose(route: Route) -> None:
        """Let the posting through, and lose the reply."""
        if replies:
            route.continue_()
            return
        headers = route.request.all_headers()
        sender = Phone(room.bridge.port, headers["cookie"])
        replies.append(sender.ask("POST", "/say", route.request.post_data_buffer, Content_Type="application/json"))
        route.abort()

    page.fill("#text", "Once")
    expect(page.locator(SEND)).to_be_enabled()
    page.route("**/say", lose)
    page.click(SEND)

    expect(page.locator(".badge.ok")).to_have_count(1)
    assert [reply.status for reply in replies] == [200]
    assert texts(room) == ["Once"]


def test_a_double_tap_sends_once(room: Room, screen: Screen) -> None:
    """Fault 35. Two taps on Send: one idea."""
    room.start("ideation_board")
    page = join(screen())
    page.fill("#text", "Once")

    page.dblclick(SEND)

    expect(page.locator(".badge.ok")).to_have_count(1)
    assert texts(room) == ["Once"]


def test_a_tab_closed_while_offline_sends_when_the_page_is_opened_again(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    page.context.set_offline(True)
    write(page, "From a closed tab")
    expect(page.locator(".badge.warn")).to_be_visible()
    again = page.context.new_page()
    page.close()

    page.context.set_offline(False)
    again.goto("/")

    expect(again.locator(".badge.ok")).to_have_text("sent")
    assert texts(room) == ["From a closed tab"]


def test_two_tabs_share_one_outbox(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    other = page.context.new_page()
    other.goto("/")

    write(page, "From the first tab")
    write(other, "From the second tab")

    for tab in (page, other):
        expect(tab.locator(".badge.ok")).to_have_count(2)
    assert texts(room) == ["From the first tab", "From the second tab"]


def test_another_file_hears_again_what_was_acknowledged(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    write(page, "Acknowledged before")
    expect(page.locator(".badge.ok")).to_have_count(1)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.post_data or "") if "/say" in request.url else None)

    with page.expect_response(lambda reply: "/say" in reply.url and "add_idea" in (reply.request.post_data or "")):
        room.reopen("epoch-2")

    expect(page.locator(".badge.ok")).to_have_count(1)
    assert texts(room) == ["Acknowledged before"]


def test_what_others_write_stays_text(room: Room, screen: Screen) -> None:
    """Fault 37. Markup, a right-to-left override and joined emoji are shown literally."""
    room.start("ideation_board", "<script>document.title='owned'</script><b>bold</b>")
    page = join(screen(), "<img src=x onerror=alert(1)>")

    write(page, "<b>not bold</b> \u202eevil \U0001f468\u200d\U0001f469\u200d\U0001f467")

    expect(page.locator("#prompt")).to_have_text("<script>document.title='owned'</script><b>bold</b>")
    expect(page.locator(".words")).to_have_text("<b>not bold</b> \u202eevil \U0001f468\u200d\U0001f469\u200d\U0001f467")
    assert page.locator("#main b").count() <= 1
    assert page.title() == "Ideas"


def test_a_page_in_arabic_reads_from_the_right(room: Room, screen: Screen) -> None:
    room.start("ideation_board", "ماذا يُبقي كل نقطة ماء تعمل عشر سنوات؟")
    page = screen()
    page.context.add_cookies([{"name": "lang", "value": "ar", "url": f"http://room.test:{room.bridge.port}"}])
    join(page, "حليمة")

    title, link = page.locator("#where").bounding_box(), page.locator("#link").bounding_box()

    assert page.locator("html").get_attribute("dir") == "rtl"
    assert title is not None
    assert link is not None
    assert title["x"] > link["x"]


def test_a_sentence_in_latin_letters_keeps_its_mark_at_its_end_on_an_arabic_page(room: Room, screen: Screen) -> None:
    room.start("ideation_board", "Which pumps last?")
    page = screen()
    page.context.add_cookies([{"name": "lang", "value": "ar", "url": f"http://room.test:{room.bridge.port}"}])
    join(page, "حليمة")

    first, last = page.locator("#prompt").evaluate(
        """said => [0, said.firstChild.length - 1].map(at => {
          const range = document.createRange();
          range.setStart(said.firstChild, at);
          range.setEnd(said.firstChild, at + 1);
          return range.getBoundingClientRect().left;
        })"""
    )

    assert last > first


def test_a_phone_that_lost_its_cookie_is_asked_for_the_code_and_keeps_its_words(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    page.context.clear_cookies()

    write(page, "Still here")

    expect(page.get_by_role("heading", name="Scan the code again")).to_be_visible()
    expect(page.locator("#waiting")).to_contain_text("1 kept on this phone")


def test_a_field_for_the_code_opens_the_room(screen: Screen) -> None:
    page = screen()
    page.goto("/")

    page.fill("#code", f"{CODE[:4].lower()} {CODE[4:]}")
    page.keyboard.press("Enter")

    expect(page.locator("#name")).to_be_visible()


def test_enter_under_the_two_words_takes_that_seat_and_no_new_one(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    join(screen())
    wambui = next(person.id for person in room.records[Person].values() if person.name == "Wambui")
    page = screen()
    page.goto(f"/j/{CODE}")
    page.fill("#name", "Somebody else")
    page.click("#back summary")
    page.fill("#word", room.records[Contact][wambui].word)

    page.keyboard.press("Enter")

    expect(page.locator("#as")).to_have_text("As Wambui. The room sees no names.")
    assert [person.name for person in room.records[Person].values() if person.is_here] == ["Wambui"]


@pytest.mark.parametrize("chosen", [False, True], ids=["the seat's", "the phone's"])
def test_a_seat_brings_its_language_along_unless_one_was_chosen_on_this_phone(
    room: Room, screen: Screen, *, chosen: bool
) -> None:
    join(screen(locale="fr-FR"))
    wambui = next(person.id for person in room.records[Person].values() if person.name == "Wambui")
    page = screen(locale="fr-FR" if chosen else "en-GB")
    page.goto(f"/j/{CODE}")
    if chosen:
        page.select_option("#lang", "en")
    expect(page.locator("html")).to_have_attribute("lang", "en")

    page.click("#back summary")
    page.fill("#word", room.records[Contact][wambui].word)
    page.click("#rejoin")

    if chosen:
        room.wait_until(lambda now: now[Person][wambui].language == "en")
        expect(page.get_by_role("heading", name="Look up")).to_be_visible()
    else:
        expect(page.locator("html")).to_have_attribute("lang", "fr")
        expect(page.locator("#hand")).to_contain_text("Main")
        assert room.records[Person][wambui].language == "fr"
