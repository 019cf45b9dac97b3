"""What no designer thinks of: a word without end, only emoji, two directions in a line, one note sent again and again.

Each comes in the way people bring it in, is read where people read it, and disturbs nobody else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmapCache
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import RevealBoard
from facilitator.activities.ideation_board.stage import Scene
from facilitator.convening.cards import Card
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import Theme
from tests.activities.ideation_board.console.test_panel import LedHere
from tests.phones.room import Phone, Room
from tests.phones.test_page import join, texts, write
from tests.stage.sample_room import SampleRoom, painted, picture

ENDLESS = "w" * 10_000
EMOJI = "🌱🌱👩🏽‍🌾🇰🇪"
BOTH = "قبل after بعد"
OTHER = "before קודם after"


@pytest.fixture
def led(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[LedHere]:
    dress(qapp)
    opened = SampleRoom(tmp_path)
    yield LedHere(opened, qtbot)
    opened.close()


def pasted(led: LedHere, text: str) -> None:
    QApplication.clipboard().setText(text)
    led.field("Type an idea").paste()
    led.follow()


def shown(led: LedHere) -> Scene:
    led.room.say(RevealBoard(), "ideas")
    QPixmapCache.clear()
    scene = Scene(led.block)
    scene.wear(Theme())
    scene.show_records(led.room.records)
    return scene


def test_a_word_without_end_stays_in_the_line_and_a_sentence_says_why(led: LedHere) -> None:
    field = led.field("Type an idea")
    pasted(led, ENDLESS)
    QTest.keyClick(field, Qt.Key.Key_Return)
    led.follow()

    assert field.toPlainText() == ENDLESS
    assert "600" in led.said()
    assert not led.records()[Card]


def test_a_thousand_lines_with_one_word_without_end_come_back_whole(led: LedHere) -> None:
    """BD2: a list comes whole or not at all, and what could not be taken is in the line to be mended."""
    lines = [f"Idea {number}" for number in range(1000)]
    lines[500] = ENDLESS
    pasted(led, "\n".join(lines))

    assert not led.records()[Card]
    assert led.field("Type an idea").toPlainText().split("\n") == lines


def test_a_thousand_lines_are_taken_back_by_one_undo_and_the_stage_counts_them(led: LedHere) -> None:
    """BD2. BD3."""
    pasted(led, "\n".join(f"Idea {number}" for number in range(1000)))

    assert "1000 ideas" in painted(shown(led))
    assert led.tray().model().rowCount() == 1000


def test_strange_texts_are_typed_and_read_as_they_are_on_console_and_stage(led: LedHere) -> None:
    for text in (EMOJI, BOTH, OTHER, "w" * 600):
        pasted(led, text)
        QTest.keyClick(led.field("Type an idea"), Qt.Key.Key_Return)
        led.follow()

    rows = [str(led.tray().model().index(row, 0).data()) for row in range(led.tray().model().rowCount())]
    assert rows == [EMOJI, BOTH, OTHER, "w" * 600]
    said = painted(shown(led)).splitlines()
    assert {EMOJI, BOTH, OTHER, "w" * 600} <= set(said)


def test_a_word_without_end_runs_over_no_edge_on_the_stage(led: LedHere) -> None:
    pasted(led, "w" * 600)
    QTest.keyClick(led.field("Type an idea"), Qt.Key.Key_Return)
    led.follow()

    image = picture(shown(led), Reading(0, UTC))

    # One note in the first of five lanes: to its right there is paper and nothing else.
    paper = Theme().inks.paper.name()
    assert {image.pixelColor(x, y).name() for x in range(440, 1920, 7) for y in range(150, 320, 5)} == {paper}
    # It is broken where it must be: three lines of it are seen, and the last one ends in an ellipsis.
    assert sum(image.pixelColor(90, y).name() != paper for y in range(130, 320)) > 120


def test_a_phone_keeps_a_word_without_end_and_sends_it_nowhere(room: Room, screen: Callable[..., Page]) -> None:
    room.start("ideation_board")
    page = join(screen(320, 640))

    page.fill("#text", ENDLESS)

    expect(page.locator("#send")).to_be_disabled()
    expect(page.locator("#left")).to_have_text("9400 letters too many")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert texts(room) == []


def test_a_word_without_end_that_is_posted_past_the_page_is_refused_and_others_go_on(
    room: Room, phone: Callable[[], Phone]
) -> None:
    room.start("ideation_board")
    rude, kind = phone().join("Rude"), phone().join("Kind")

    answer = rude.say("ideation_board", "add_idea", text=ENDLESS)

    assert answer.status == 409
    assert answer.json["refusal"] == "text.too_long"
    assert kind.say("ideation_board", "add_idea", text="Mine").status == 200
    assert texts(room) == ["Mine"]


@pytest.mark.parametrize(("text", "direction"), [(EMOJI, "ltr"), (BOTH, "rtl"), (OTHER, "ltr")])
def test_a_phone_sends_any_script_and_reads_it_from_its_own_side(
    room: Room, screen: Callable[..., Page], text: str, direction: str
) -> None:
    room.start("ideation_board")
    page = join(screen(320, 640))

    write(page, text)

    words = page.locator("#list .words")
    expect(words).to_have_text(text)
    expect(page.locator(".badge.ok")).to_be_visible()
    expect(words).to_have_css("direction", direction)
    assert texts(room) == [text]


def test_five_taps_on_send_are_one_idea(room: Room, screen: Callable[..., Page]) -> None:
    room.start("ideation_board")
    page = join(screen())
    page.fill("#text", "Rotate who leads us")

    page.locator("#send").click(click_count=5)

    expect(page.locator(".badge.ok")).to_be_visible()
    expect(page.locator("#list .line")).to_have_count(1)
    assert texts(room) == ["Rotate who leads us"]


def test_one_idea_that_is_meant_five_times_is_five_and_pointed_out_to_the_facilitator(
    led: LedHere, qtbot: QtBot
) -> None:
    """BD6: look-alikes are pointed out, never merged by the machine."""
    for _time in range(5):
        pasted(led, "Rotate who leads us")
        QTest.keyClick(led.field("Type an idea"), Qt.Key.Key_Return)
        led.follow()

    qtbot.waitUntil(lambda: led.can("Ctrl M"))
    led.follow()

    assert len(led.records()[Card]) == 5
    assert "look alike" in led.said()
