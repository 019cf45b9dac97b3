"""One half, written where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console.half import HalfField, HalfGround
from facilitator.activities.wicked_questions.rules import FIRST, SECOND


def test_enter_writes_no_line(qtbot: QtBot) -> None:
    field, entered = HalfField(FIRST), list[int]()
    qtbot.addWidget(field)
    field.entered.connect(lambda: entered.append(1))

    QTest.keyClicks(field, "moving fast")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert (field.toPlainText(), entered) == ("moving fast", [1])


def test_the_field_grows_with_its_words_but_not_without_end(qtbot: QtBot) -> None:
    field = HalfField(SECOND)
    qtbot.addWidget(field)
    field.resize(300, 40)
    field.show()
    low = field.height()

    field.setPlainText("a few more words " * 4)
    middle = field.height()
    field.setPlainText("a few more words " * 60)

    assert low < middle <= field.height() <= low * 4


def test_words_to_look_at_again_are_underlined(qtbot: QtBot) -> None:
    ground_field = HalfField(SECOND)
    ground = HalfGround(SECOND, ground_field)
    qtbot.addWidget(ground)
    ground.show_words("we are", "simultaneously?")

    ground_field.setPlainText("held back by villages that refuse us")

    block = ground_field.document().firstBlock()
    looks = [look.format.underlineStyle() for look in block.layout().formats()]
    assert QTextCharFormat.UnderlineStyle.DashUnderline in looks
    assert ground_field.focusPolicy() is not Qt.FocusPolicy.NoFocus
