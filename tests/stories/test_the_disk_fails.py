"""The disk fails while the room is at work: phones and console keep what is said, the stage goes on, and all is written."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.convening.cards import Card
from facilitator.kit.qt.dress import dress
from tests.mounted import fill, lock_stick, plug_in_again, run, small_disk, stick
from tests.stories.browser import Browsing, Handset
from tests.stories.led import CTRL, Facilitator, Key

Mended = Callable[[], object]
Break = Callable[[Path], Mended]
"""Breaks the disk of a folder; what it gives mends it."""


class Disk:
    """Where the convening lies, and how it is broken."""

    def __init__(self, folder: Path, fault: str) -> None:
        self.folder, self._fault = folder, fault
        self._image = folder.with_name(f"{folder.name}-image")
        self._open = ExitStack()

    def mount(self, sample: Path) -> None:
        """Put the disk there, with the sample on it."""
        if self._fault == "full":
            self._open.enter_context(small_disk(self.folder, "16m"))
        elif self._fault == "locked":
            self._open.enter_context(stick(self.folder, self._image, 64))
        shutil.copytree(sample, self.folder, dirs_exist_ok=True)
        run("sync", "-f", self.folder)  # what the app wrote itself would be on the stick

    def fail(self) -> Mended:
        """Let it fail now."""
        if self._fault == "full":
            return fill(self.folder).unlink
        if self._fault == "locked":
            assert lock_stick(self.folder)
            return lambda: plug_in_again(self.folder, self._image)
        away = self.folder.rename(self.folder.with_name(f"{self.folder.name}-away"))
        return lambda: away.rename(self.folder)

    def close(self) -> None:
        """Take it away."""
        self._open.close()


LONG = "every village keeps a key to the pump, and a second person who knows how to use it; " * 6

LINES = {
    "full": "The disk is full.",
    "locked": "The disk is locked: nothing can be written on it.",
    "gone": "The folder of this convening is gone.",
}


@pytest.fixture(params=LINES)
def disk(request: pytest.FixtureRequest, data_folder: Path, sample_folder: Path) -> Iterator[tuple[Disk, str]]:
    made = Disk(data_folder, request.param)
    made.mount(sample_folder)
    yield made, LINES[request.param]
    made.close()


@pytest.fixture
def leading(disk: tuple[Disk, str], data_folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Facilitator]:
    """Somebody who leads the sample on that disk, its doors open."""
    dress(qapp)
    facilitator = Facilitator(data_folder, qtbot)
    facilitator.windows.open_sample()
    facilitator.press(Key.Key_L, CTRL)
    facilitator.until(lambda: facilitator.port)
    yield facilitator
    facilitator.close()


def bar_fact(facilitator: Facilitator) -> str:
    trouble = facilitator.room.around.disk
    return trouble.fact if trouble is not None else ""


def bar_meaning(facilitator: Facilitator) -> str:
    trouble = facilitator.room.around.disk
    return trouble.meaning if trouble is not None else ""


def texts(facilitator: Facilitator) -> list[str]:
    return [card.text for card in facilitator.records[Card].values()]


def write(page: Page, text: str) -> None:
    page.fill("#text", text)
    page.click("#send")


def reload(page: Page) -> None:
    """Look at the room anew: reading goes on."""
    page.reload()
    expect(page.locator(".line").filter(has_text="A song for the pump keepers").locator(".badge.ok")).to_be_visible()


def say_until_it_fails(facilitator: Facilitator, board: str) -> list[str]:
    """The facilitator types on: a full disk may take a little more, in room that the journal has. Give what was said."""
    said: list[str] = []
    voices = facilitator.room.voices
    while not voices.waiting():
        said.append(f"Idea {len(said)}: {LONG}".strip())
        answer = voices.say_to(board)(AddIdea(said[-1]))
        facilitator.until(lambda: answer.done() or voices.waiting())  # noqa: B023 - waited for in this very turn
    return said


def test_a_room_goes_on_while_its_disk_fails_and_loses_nothing(
    disk: tuple[Disk, str], leading: Facilitator, handset: Callable[[str], Handset], browsing: Browsing
) -> None:
    """Fault 9. Fault 13. Full, locked or gone: a red line, phones keep their ideas, and in the end all is written."""
    broken, line = disk
    phone = handset("Wambui")
    board = leading.go_to("ideation_board")
    leading.wait(phone.do(lambda page: write(page, "A song for the pump keepers")))
    leading.until(lambda: "A song for the pump keepers" in texts(leading))

    mend = broken.fail()
    typed = say_until_it_fails(leading, board.id)
    leading.until(lambda: bar_fact(leading) == line)
    leading.wait(phone.do(lambda page: write(page, "Paint the pump in school colours")))
    leading.wait(phone.do(lambda page: expect(page.locator(".badge.warn").first).to_be_visible()))
    assert leading.has(f"{line} {bar_meaning(leading)}")
    assert "Nothing is lost" in bar_meaning(leading)
    assert "Paint the pump in school colours" not in texts(leading)
    leading.wait(phone.do(reload))
    assert "The disk" not in leading.stage_text()

    mend()
    leading.until(lambda: bar_fact(leading) == "Everything is written again.")
    leading.until(lambda: "Paint the pump in school colours" in texts(leading))
    leading.wait(phone.do(lambda page: expect(page.locator(".badge.warn")).to_have_count(0)))
    assert leading.room.voices.waiting() == 0
    assert set(typed) <= set(texts(leading))
    assert texts(leading).count("Paint the pump in school colours") == 1
    assert phone.errors == []
