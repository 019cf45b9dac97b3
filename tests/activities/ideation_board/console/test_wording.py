"""One wording to choose from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.wording import WordingChoice
from facilitator.kit.qt.widgets import column


def test_exactly_one_wording_is_chosen_by_press_or_space(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    one, other = (WordingChoice(text, "from a phone", "sky", "1") for text in ("Solar pumps", "x" * 600))
    column(host, one, other)
    host.show()
    one.setChecked(True)

    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert (one.isChecked(), other.isChecked()) == (False, True)
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Space)

    assert (one.isChecked(), other.isChecked()) == (True, False)
    assert one.accessibleName() == "Use these words: Solar pumps"
    assert not host.grab().isNull()
