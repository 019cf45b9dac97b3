"""What goes wrong between a page and the laptop: the page in a real browser, the air in between a proxy of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from facilitator.convening.cards import Card
from facilitator.convening.clock import StartBlock
from facilitator.convening.people import Person
from tests.phones.proxy import Proxy, air
from tests.phones.room import CODE, HOST_NAME, Room

Screen = Callable[..., Page]
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }})"
COUNTED = """
const Real = window.EventSource;
window.opened = 0;
window.waiting = [];
window.EventSource = function (url) {
  const made = new Real(url);
  window.opened += 1;
  made.addEventListener("error", () => window.waiting.splice(0).forEach(tell => tell()));
  return made;
};
"""
"""Counts how often a page opens its stream, and tells when one was lost."""

FULL = "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); }"


@pytest.fixture
def proxy(room: Room) -> Iterator[Proxy]:
    """The air between the page and the room."""
    with air(room.bridge.port) as made:
        yield made


def texts(room: Room) -> list[str]:
    return sorted(card.text for card in room.records[Card].values())


def join(page: Page, port: int, name: str = "Wambui") -> Page:
    page.goto(f"http://{HOST_NAME}:{port}/j/{CODE}")
    page.fill("#name", name)
    page.click("#go")
    expect(page.locator("#name")).to_have_count(0)
    return page


def write(page: Page, text: str) -> None:
    page.fill("#text", text)
    page.click("#send")


@pytest.mark.timeout(90)
def test_a_phone_whose_air_goes_silent_keeps_its_text_and_sends_it_when_it_is_back(
    room: Room, screen: Screen, proxy: Proxy
) -> None:
    """Fault 29. No connection breaks, nothing comes: what is typed and sent stays, and goes by itself, once."""
    room.start("ideation_board")
    page = join(screen(), proxy.port)
    expect(page.locator("#text")).to_be_visible()

    proxy.silence()
    write(page, "Certify women plumbers")
    page.locator("#text").press_sequentially("half a thou")
    expect(page.locator("#waits")).to_be_visible(timeout=20_000)
    expect(page.locator("#link")).to_contain_text("Waiting for Wi-Fi")
    assert texts(room) == []
    proxy.mend()

    expect(page.locator(".badge.ok")).to_have_text("sent", timeout=30_000)
    expect(page.locator("#link")).to_contain_text("Connected", timeout=30_000)
    expect(page.locator("#text")).to_have_value("half a thou")
    assert texts(room) == ["Certify women plumbers"]


@pytest.mark.timeout(90)
def test_a_slow_and_thin_air_delays_everything_and_loses_nothing(room: Room, screen: Screen, proxy: Proxy) -> None:
    """Fault 29. 300 ms each way and 60 kB a second, and cut twice meanwhile: three ideas, three rows."""
    room.start("ideation_board")
    proxy.delay, proxy.bytes_per_second = 0.3, 60_000
    page = join(screen(), proxy.port)
    expect(page.locator("#text")).to_be_visible(timeout=30_000)

    for text in ("One", "Two", "Three"):
        write(page, text)
        proxy.cut()

    expect(page.locator(".badge.ok")).to_have_count(3, timeout=40_000)
    assert texts(room) == ["One", "Three", "Two"]


def test_a_reply_lost_after_the_commit_is_sent_once_and_no_error(room: Room, screen: Screen, proxy: Proxy) -> None:
    """Fault 31. The laptop has it, the phone does not know: it asks again with the same id, and reads "sent" once."""
    room.start("ideation_board")
    page = join(screen(), proxy.port)

    proxy.lose_replies(b"add_idea", 2)
    write(page, "Once")

    expect(page.locator(".badge.ok")).to_have_count(1, timeout=30_000)
    assert proxy.lost == 2
    assert texts(room) == ["Once"]
    assert page.locator("[role=alert]:visible").count() == 0


@pytest.mark.parametrize("how", ["reload", "tab killed"])
def test_a_page_that_goes_away_while_somebody_types_has_the_draft_and_the_person(
    room: Room, screen: Screen, how: str
) -> None:
    """Fault 33. Reloaded, or its tab killed: draft and seat are there."""
    room.start("ideation_board", "What would keep every water point working?")
    page = join(screen(), room.bridge.port)
    page.locator("#text").press_sequentially("half a thou")

    if how == "reload":
        page.reload()
    else:
        other = page.context.new_page()
        page.close()
        page = other
        page.goto(f"http://{HOST_NAME}:{room.bridge.port}/")

    expect(page.locator("#as")).to_have_text("As Wambui. The room sees no names.")
    expect(page.locator("#text")).to_have_value("half a thou")
    assert [person.name for person in room.records[Person].values() if person.is_here] == ["Wambui"]


def test_a_phone_locked_while_somebody_types_is_right_as_soon_as_it_is_unlocked(
    room: Room, screen: Screen, proxy: Proxy
) -> None:
    """Fault 33. Its stream died without a word while it slept: unlocked, it asks anew, long before a watchdog would."""
    first = room.start("ideation_board", "What would keep every water point working?")
    page = join(screen(), proxy.port)
    page.locator("#text").press_sequentially("half a thou")
    lock(page, "hidden")
    proxy.strand()
    room.start("ideation_board", "And now, who begins?")
    expect(page.locator("#prompt")).to_have_text("What would keep every water point working?")

    lock(page, "visible")

    expect(page.locator("#prompt")).to_have_text("And now, who begins?")
    room.tell(StartBlock(first))
    expect(page.locator("#prompt")).to_have_text("What would keep every water point working?")
    expect(page.locator("#text")).to_have_value("half a thou")
    assert [person.name for person in room.records[Person].values() if person.is_here] == ["Wambui"]


def lock(page: Page, state: str) -> None:
    """Lock the phone or unlock it, as its browser tells the page."""
    page.evaluate(
        """state => {
          Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
        state,
    )


def test_a_stream_that_died_without_a_word_is_opened_anew_though_nobody_touches_the_phone(
    room: Room, screen: Screen, proxy: Proxy
) -> None:
    """Fault 29. Nothing breaks and nothing comes: after some missed pings the page does not believe it any more."""
    room.start("ideation_board", "What would keep every water point working?")
    page = screen()
    page.clock.install()
    join(page, proxy.port)
    expect(page.locator("#prompt")).to_have_text("What would keep every water point working?")
    proxy.strand()
    room.start("ideation_board", "And now, who begins?")

    page.clock.fast_forward("00:24")
    expect(page.locator("#prompt")).to_have_text("What would keep every water point working?")
    page.clock.fast_forward("00:10")

    expect(page.locator("#prompt")).to_have_text("And now, who begins?")


@pytest.mark.parametrize("trouble", [BLOCKED, FULL], ids=["blocked", "full"])
def test_a_phone_that_keeps_nothing_says_so_and_works(room: Room, screen: Screen, trouble: str) -> None:
    """Fault 34. Storage throws: the page says to leave it open, and an idea written without Wi-Fi goes all the same."""
    room.start("ideation_board")
    page = screen()
    page.add_init_script(trouble)
    page.goto(f"http://{HOST_NAME}:{room.bridge.port}/j/{CODE}")
    expect(page.locator("#strip")).to_contain_text("Leave this page open")
    page.fill("#name", "Wambui")
    page.click("#go")
    expect(page.locator("#text")).to_be_visible()

    page.context.set_offline(True)
    write(page, "From a phone that forgets")
    expect(page.locator("#waits")).to_be_visible()
    page.context.set_offline(False)

    expect(page.locator(".badge.ok")).to_have_text("sent")
    assert texts(room) == ["From a phone that forgets"]


def test_thumbs_that_tap_twice_and_tabs_that_retry_make_one_idea(room: Room, screen: Screen, proxy: Proxy) -> None:
    """Fault 35. A double tap, its first reply lost, and a second tab with the same outbox: one note."""
    room.start("ideation_board")
    page = join(screen(), proxy.port)
    second = page.context.new_page()
    second.goto(f"http://{HOST_NAME}:{proxy.port}/")
    expect(second.locator("#text")).to_be_visible()

    proxy.lose_replies(b"add_idea", 1)
    page.fill("#text", "Once")
    page.dblclick("#send")

    for tab in (page, second):
        expect(tab.locator(".badge.ok")).to_have_count(1, timeout=30_000)
    assert texts(room) == ["Once"]


def test_an_idea_refused_before_its_phone_heard_that_the_room_moved_on_is_told_on_the_next_page(
    room: Room, screen: Screen, proxy: Proxy
) -> None:
    """Fault 29. Its stream is dead without a word: the answer comes first, the next page long after."""
    room.start("ideation_board", "What would keep every water point working?")
    page = join(screen(), proxy.port)
    expect(page.locator("#text")).to_be_visible()
    proxy.strand_streams()
    room.start("plain", "And now, who begins?")

    write(page, "Certify women plumbers")
    expect(page.locator(".badge.warn")).to_contain_text("The room moved on")
    lock(page, "hidden")
    lock(page, "visible")

    expect(page.get_by_role("heading", name="The room moved on before this arrived")).to_be_visible()
    expect(page.locator("#kept")).to_contain_text("Certify women plumbers")


@pytest.mark.parametrize(("chance", "milliseconds"), [(0.0, 800), (0.99, 2978)])
def test_phones_that_lost_their_stream_come_back_each_at_a_moment_of_its_own(
    room: Room, screen: Screen, chance: float, milliseconds: int
) -> None:
    """Fault 32. Five hundred that come back in the same instant would be the next fault: chance spreads them."""
    page = screen()
    page.add_init_script(f"Math.random = function () {{ return {chance}; }};" + COUNTED)
    page.clock.install()
    join(page, room.bridge.port)
    expect(page.locator("#link")).to_contain_text("Connected")
    page.clock.pause_at(page.evaluate("Date.now()") + 1000)  # it would go on while others have the machine
    page.route("**/events*", lambda route: route.abort())
    page.evaluate("() => { window.lost = new Promise(done => window.waiting.push(done)); }")
    lock(page, "visible")
    page.evaluate("() => window.lost")
    before = page.evaluate("() => window.opened")

    page.clock.fast_forward(milliseconds - 100)
    assert page.evaluate("() => window.opened") == before
    page.clock.fast_forward(200)

    assert page.evaluate("() => window.opened") == before + 1
