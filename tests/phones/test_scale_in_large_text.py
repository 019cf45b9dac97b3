"""A scale in text at 200 % on a phone 320 pixels wide: one thing under the other, and no word broken."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.phones.broken import broken_words
from tests.phones.chromium import chromium
from tests.phones.room import CODE, HOST_NAME, Room
from tests.phones.test_answers_on_a_scale import asking, reveal, tick
from tests.phones.test_scale_looks import cut


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


def test_in_large_text_everything_is_there_and_the_send_button_in_view(room: Room, page: Page) -> None:
    round_, block = asking(room)
    page.goto(f"/j/{CODE}")
    page.click("#nameless")
    expect(page.get_by_role("radio")).to_have_count(8)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert broken_words(page, ".point .words, #send, #secret") == []
    assert cut(page) == []
    tick(page, "Serious objection")
    expect(page.locator("#send")).to_be_in_viewport(ratio=1)
    mark, words = (page.locator(f".point >> nth=6 >> {part}").bounding_box() for part in (".tick", ".words"))
    assert mark is not None
    assert words is not None
    assert mark["y"] + mark["height"] <= words["y"] + 1
    page.click("#send")
    expect(page.locator("#state")).to_contain_text("Your answer is in.")
    assert broken_words(page, "#state, #back, #holds") == []
    reveal(room, round_, block)
    expect(page.get_by_role("listitem")).to_have_count(8)
    assert broken_words(page, "#spread, #tally, #first") == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
