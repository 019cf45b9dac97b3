"""A convening becomes a template that others begin with; its file can be removed, put back, handed on, brought in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.app.windows import Windows
from facilitator.beginnings.saved_templates import FOLDER
from facilitator.console.home import Home
from facilitator.console.prepare import Prepare
from facilitator.console.saved_templates import SavedTemplateCard
from facilitator.convening.agenda import agenda
from facilitator.convening.gathering import the_convening
from facilitator.convening.people import Person
from tests.console.conftest import do, names, press

PATIENCE_MS = 20_000


@pytest.fixture
def kept(windows: Windows, qtbot: QtBot) -> Windows:
    """The sample, kept as a template by its key."""
    windows.open_sample()
    windows.console.prepare()
    do(windows.console.findChildren(Prepare)[0], "Ctrl Shift S")
    qtbot.waitUntil(lambda: "It is a template now" in words(windows), timeout=PATIENCE_MS)
    return windows


def words(windows: Windows) -> str:
    bars = (windows.console.home.trouble, *(page.trouble for page in windows.console.findChildren(Prepare)))
    return " / ".join(label.text() or label.accessibleName() for bar in bars for label in bar.findChildren(QLabel))


def cards(windows: Windows) -> list[SavedTemplateCard]:
    return [card for card in windows.console.home.findChildren(SavedTemplateCard) if not card.isHidden()]


def home(windows: Windows) -> Home:
    windows.console.go_home()
    return windows.console.home


def test_a_convening_begins_from_the_template_of_another(kept: Windows, qtbot: QtBot) -> None:
    blocks = [(block.title, block.minutes) for block in agenda(kept.records())]
    press(qtbot, home(kept), cards(kept)[0].accessibleName())

    qtbot.waitUntil(lambda: not kept.records()[Person], timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: len(agenda(kept.records())) == len(blocks), timeout=PATIENCE_MS)
    assert [(block.title, block.minutes) for block in agenda(kept.records())] == blocks
    assert the_convening(kept.records()).title == "Clean Water by 2035"


def test_a_removed_template_can_be_put_back(kept: Windows, data_folder: Path, qtbot: QtBot) -> None:
    page = home(kept)
    (file,) = (data_folder / FOLDER).iterdir()
    page.saved.remove_wanted.emit(cards(kept)[0].template.key)
    qtbot.waitUntil(lambda: "The template is removed" in words(kept), timeout=PATIENCE_MS)
    assert (cards(kept), file.exists()) == ([], False)

    qtbot.waitUntil(lambda: "Put it back" in names(page), timeout=PATIENCE_MS)
    press(qtbot, page, "Put it back")

    qtbot.waitUntil(lambda: len(cards(kept)) == 1, timeout=PATIENCE_MS)
    assert file.exists()


def test_a_template_is_handed_on_and_brought_in(kept: Windows, tmp_path: Path, qtbot: QtBot) -> None:
    page, file = home(kept), tmp_path / "handed.json"
    page.saved.share_wanted.emit(cards(kept)[0].template.key, str(file))
    qtbot.waitUntil(lambda: "The template is saved as a file." in words(kept), timeout=PATIENCE_MS)

    page.saved.bring_wanted.emit(str(file))

    qtbot.waitUntil(lambda: len(cards(kept)) == 2, timeout=PATIENCE_MS)
    assert "The template is on your desk" in words(kept)


def test_a_file_that_is_none_is_refused_in_a_sentence(windows: Windows, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "letter.json").write_text("Dear room")

    windows.console.home.saved.bring_wanted.emit(str(tmp_path / "letter.json"))

    qtbot.waitUntil(lambda: "This file is no template" in words(windows), timeout=PATIENCE_MS)
    assert not cards(windows)


def test_a_spoiled_file_on_the_shelf_is_told_of_and_left(
    kept: Windows, data_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    spoiled = data_folder / FOLDER / "spoiled.json"
    spoiled.write_text(json.dumps({"format": "recipe"}))

    kept.console.home.saved.bring_wanted.emit(str(tmp_path / "gone.json"))

    qtbot.waitUntil(
        lambda: "spoiled.json" in words(kept) or "There is no such file" in words(kept), timeout=PATIENCE_MS
    )
    assert spoiled.exists()
    assert len(cards(kept)) == 1


def test_a_shelf_that_takes_no_files_is_said_so(windows: Windows, data_folder: Path, qtbot: QtBot) -> None:
    windows.open_sample()
    windows.console.prepare()
    (data_folder / FOLDER).write_text("in the way")

    do(windows.console.findChildren(Prepare)[0], "Ctrl Shift S")

    qtbot.waitUntil(lambda: "This file could not be written" in words(windows), timeout=PATIENCE_MS)
