"""How a truth or a pair looks in one line."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console.lines import Line, LineList
from facilitator.kit.qt.dress import dress


def picture(qtbot: QtBot, qapp: QApplication, line: Line) -> QImage:
    dress(qapp)
    lines = LineList("Truths", 32)
    qtbot.addWidget(lines)
    lines.resize(500, 60)
    lines.show_lines([line])
    return lines.grab().toImage()


def test_a_truth_in_use_is_seen_without_its_colour_too(qtbot: QtBot, qapp: QApplication) -> None:
    plain = picture(qtbot, qapp, Line("a", "A child is thirsty today", end="5"))
    used = picture(qtbot, qapp, Line("a", "A child is thirsty today", end="5", is_on=True))

    assert plain.convertToFormat(QImage.Format.Format_Mono) != used.convertToFormat(QImage.Format.Format_Mono)


def test_very_long_halves_leave_room_for_one_another(qtbot: QtBot, qapp: QApplication) -> None:
    long = picture(qtbot, qapp, Line("a", "long " * 60, "AND", "other " * 60))
    other = picture(qtbot, qapp, Line("a", "long " * 60, "AND", "second " * 60))

    assert long != other


def test_a_higher_line_shows_more_of_a_long_text(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    lines = LineList("Answers", 60)
    qtbot.addWidget(lines)
    lines.resize(500, 60)
    lines.show_lines([Line("a", "word " * 30)])
    short = lines.grab().toImage()

    lines.show_lines([Line("a", "word " * 50)])

    assert lines.grab().toImage() != short
