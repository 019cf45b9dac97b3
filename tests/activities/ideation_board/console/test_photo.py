"""A photo of paper cards beside the line where they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.photo import Photo
from tests.activities.ideation_board.console.test_panel import LedHere, led
from tests.activities.ideation_board.console.test_paper_panel import Typing

__all__ = ["led"]


def picture(folder: Path, name: str, width: int = 300, height: int = 200) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#c02020"))
    path = folder / name
    assert image.save(str(path))
    return path


def test_cards_are_typed_beside_their_photo_and_the_focus_stays_in_the_line(led: LedHere, tmp_path: Path) -> None:
    """IN2: no reading by the machine, only a look beside the line."""
    typing = Typing(led)

    typing.panel.show_photo(str(picture(tmp_path, "cards.png")))
    QApplication.processEvents()

    shown = typing.panel.photo.grab().toImage()
    assert shown.pixelColor(shown.rect().center()) == QColor("#c02020")
    typing.card("Mend the pumps")
    assert typing.typed() == [("Mend the pumps", "en", 0)]
    led.panel.findChildren(type(typing.panel))[0].close_panel()
    led.press("Shift I")
    assert not typing.panel.photo.isVisible()


@pytest.mark.parametrize("name", ["cards.png", "cards.txt", "gone.png"])
def test_what_is_no_picture_is_said_in_a_sentence_and_typing_goes_on(led: LedHere, tmp_path: Path, name: str) -> None:
    typing = Typing(led)
    if name != "gone.png":
        (tmp_path / name).write_bytes(b"not a picture")

    typing.panel.show_photo(str(tmp_path / name))

    assert f"{name} is not a picture that can be shown here." in typing.said()
    assert not typing.panel.photo.isVisible()
    typing.card("Mend the pumps")
    assert len(typing.typed()) == 1


def test_a_huge_photo_is_shown_small_enough_to_hold(qtbot: QtBot, tmp_path: Path) -> None:
    photo = Photo()
    qtbot.addWidget(photo)

    assert photo.show_file(picture(tmp_path, "wall.jpg", 6000, 4000)) == ""

    assert photo.isVisible()


def test_a_photo_is_chosen_in_a_dialog_that_holds_nothing_up(qtbot: QtBot) -> None:
    photo = Photo()
    qtbot.addWidget(photo)

    dialog = photo.ask()

    assert dialog.windowModality() is not Qt.WindowModality.ApplicationModal
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    assert "*.jpg" in dialog.nameFilters()[0]
    dialog.close()


def test_the_cards_of_a_photo_are_gone_through_one_by_one_by_keys_while_typing(led: LedHere, tmp_path: Path) -> None:
    """IN2: forty cards on one photo are too small to read at once."""
    cards = QImage(400, 200, QImage.Format.Format_RGB32)
    colours = [QColor("#c02020"), QColor("#20c020"), QColor("#2020c0"), QColor("#c0c020")]
    for x in range(400):
        for y in range(200):
            cards.setPixelColor(x, y, colours[x // 200 + 2 * (y // 100)])
    assert cards.save(str(tmp_path / "four.png"))
    typing = Typing(led)
    typing.panel.show_photo(str(tmp_path / "four.png"))
    QApplication.processEvents()

    def seen() -> list[QColor]:
        shown = typing.panel.photo.grab().toImage()
        wide, high = shown.width(), shown.height()
        return [shown.pixelColor(wide * x // 8, high * y // 8) for y in (3, 5) for x in (3, 5)]

    assert seen() == colours
    assert "shows it nearer" in typing.said()
    for key, there in (
        ("Alt PgDn", colours),
        ("Alt PgDn", colours),
        ("Alt Left", [colours[0], colours[0], colours[2], colours[2]]),
        ("Alt Up", [colours[0]] * 4),
        ("Alt Up", [colours[0]] * 4),
    ):
        led.press(key)
        assert seen() == there, key
    typing.card("Mend the pumps")
    for _again in range(4):
        led.press("Alt Right")
        led.press("Alt Down")
    assert seen() == [colours[3]] * 4

    led.press("Alt PgUp")
    led.press("Alt PgUp")

    assert seen() == colours
    assert [text for text, _language, _table in typing.typed()] == ["Mend the pumps"]
