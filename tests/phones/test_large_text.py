"""Text at 200 % on a phone 320 pixels wide: everything is there, one under the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from facilitator.convening.people import Person
from facilitator.convening.seats import MutePerson
from tests.activities.dot_vote.test_phone import ask
from tests.phones.broken import broken_words
from tests.phones.chromium import chromium
from tests.phones.room import CODE, HOST_NAME, Room


@pytest.fixture(scope="module")
def large() -> Iterator[Browser]:
    """A browser whose owner reads large text."""
    with chromium("--blink-settings=defaultFontSize=32") as started:
        yield started


@pytest.fixture
def page(room: Room, large: Browser) -> Iterator[Page]:
    context = large.new_context(
        viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True,
        base_url=f"http://{HOST_NAME}:{room.bridge.port}",
    )  # fmt: skip
    yield context.new_page()
    context.close()


def overlaps(page: Page, one: str, other: str) -> bool:
    a, b = page.locator(one).bounding_box(), page.locator(other).bounding_box()
    assert a is not None
    assert b is not None
    return a["x"] < b["x"] + b["width"] and b["x"] < a["x"] + a["width"] and a["y"] < b["y"] + b["height"] and (
        b["y"] < a["y"] + a["height"]
    )  # fmt: skip


def test_nothing_is_cut_and_nothing_scrolls_sideways(room: Room, page: Page) -> None:
    page.goto(f"/j/{CODE}")
    expect(page.locator("#title")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    cut = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)"
    assert (
        page.locator("#main label:visible, #main button:visible, #main p:visible, #main h2:visible").evaluate_all(cut)
        == []
    )
    # The text of the language begins after its globe.
    room_for_text = page.evaluate("parseFloat(getComputedStyle(document.getElementById('lang')).paddingInlineStart)")
    globe, field = page.locator(".pick svg").first.bounding_box(), page.locator("#lang").bounding_box()
    assert globe is not None
    assert field is not None
    assert globe["x"] + globe["width"] <= field["x"] + room_for_text


def test_an_idea_is_written_and_sent_with_the_send_button_in_view(room: Room, page: Page) -> None:
    room.start("ideation_board", "What would keep every water point working for ten years?")
    page.goto(f"/j/{CODE}")
    page.click("#nameless")
    page.fill("#text", "Rotate who leads us")

    button = page.locator("#send").bounding_box()
    assert button is not None
    assert button["y"] + button["height"] <= 640
    page.click("#send")

    expect(page.locator(".badge.ok")).to_have_text("sent")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator("#link").text_content() == "Connected"


def test_a_task_has_its_toggles_one_under_the_other(room: Room, page: Page) -> None:
    room.start("plain", "Pair up and listen")
    page.goto(f"/j/{CODE}")
    page.click("#nameless")
    expect(page.locator("#done")).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert not overlaps(page, "#done", "#hand")
    assert not overlaps(page, "#hand", "[data-mood=good_pace]")
    page.click("#done")
    expect(page.locator("#done")).to_have_attribute("aria-pressed", "true")


def test_the_words_of_an_idea_have_the_whole_width_and_its_steppers_stand_below(room: Room, page: Page) -> None:
    ask(room, "Apprentices paid from day one")
    page.goto(f"/j/{CODE}")
    page.click("#nameless")
    expect(page.locator(".step")).to_have_count(2)

    words, step = page.locator(".vote .words").bounding_box(), page.locator(".step").first.bounding_box()

    assert words is not None
    assert step is not None
    assert words["width"] >= 280
    assert words["y"] + words["height"] <= step["y"]
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_no_word_is_broken_letter_by_letter(room: Room, page: Page, language: str) -> None:
    room.start("ideation_board", "What would keep every water point working for ten years?")
    page.context.add_cookies([{"name": "lang", "value": language, "url": f"http://{HOST_NAME}:{room.bridge.port}"}])
    page.goto(f"/j/{CODE}")
    page.fill("#name", "Wambui")
    page.click("#go")
    page.click("#done")
    page.click("#hand")
    page.click("#feel")
    page.click("[data-mood=pause]")
    expect(page.locator("#hand")).to_have_attribute("aria-pressed", "true")

    assert broken_words(page, "#signs, #left, #as, #send, #where") == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_half_of_a_question_is_read_whole_while_it_is_written(room: Room, page: Page) -> None:
    room.start("wicked_questions")
    page.goto(f"/j/{CODE}")
    page.click("#nameless")
    page.fill("#first", "open to everybody who comes to the well, by day and by night")
    page.reload()

    field = page.locator("#first")
    expect(field).to_have_value("open to everybody who comes to the well, by day and by night")
    page.wait_for_function(
        "document.querySelector('#first').scrollHeight <= document.querySelector('#first').clientHeight"
    )
    page.fill("#second", "careful " * 20)
    assert page.locator("#second").evaluate("one => one.scrollHeight - one.clientHeight") <= 0


def test_no_line_is_larger_than_the_title(room: Room, page: Page) -> None:
    page.goto(f"/j/{CODE}")
    page.click("#nameless")
    expect(page.locator(".lead")).to_be_visible()
    size = "one => parseFloat(getComputedStyle(one).fontSize)"

    assert page.locator(".lead").evaluate(size) <= page.locator(".big").evaluate(size)


def test_who_writes_is_said_in_the_whole_width(room: Room, page: Page) -> None:
    room.start("ideation_board", "What would help?")
    page.goto(f"/j/{CODE}")
    page.fill("#name", "Wambui")
    page.click("#go")
    expect(page.locator("#as")).to_contain_text("As Wambui")

    assert page.locator("#as").evaluate("one => one.clientWidth") >= 200
    assert not overlaps(page, "#as", "#left")


def test_a_reason_is_read_in_whole_words(room: Room, page: Page) -> None:
    room.start("ideation_board", "What would help?")
    page.goto(f"/j/{CODE}")
    page.fill("#name", "Wambui")
    page.click("#go")
    expect(page.locator("#text")).to_be_visible()
    room.tell(MutePerson(next(one.id for one in room.records[Person].values() if one.name == "Wambui")))
    page.fill("#text", "Certify women plumbers")
    page.click("#send")
    expect(page.locator(".badge.warn")).to_contain_text("Nothing to read is taken")

    assert broken_words(page, ".line") == []


def test_a_task_is_no_larger_than_other_titles(room: Room, page: Page) -> None:
    room.start("plain", "Pair up and listen")
    page.goto(f"/j/{CODE}")
    page.click("#nameless")
    expect(page.locator("#prompt")).to_be_visible()

    assert page.locator("#prompt").evaluate("one => parseFloat(getComputedStyle(one).fontSize)") <= 36
