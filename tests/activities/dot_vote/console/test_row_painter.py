"""How a row of a vote looks."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.dot_vote.console.rows import Check, Row, RowList
from facilitator.kit.qt.dress import dress


def picture(qtbot: QtBot, qapp: QApplication, *rows: Row) -> QImage:
    dress(qapp)
    made = RowList("Rows", 43, 160)
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show_rows(rows)
    return made.grab().toImage()


def test_one_dot_more_is_seen(qtbot: QtBot, qapp: QApplication) -> None:
    one = picture(qtbot, qapp, Row("a", "Idea", placed=1, of=3))
    two = picture(qtbot, qapp, Row("a", "Idea", placed=2, of=3))

    assert one != two


def test_a_tie_a_cut_and_a_tick_are_seen(qtbot: QtBot, qapp: QApplication) -> None:
    plain = picture(qtbot, qapp, Row("a", "Idea", "1", "3 dots", 3, 6))

    for other in (
        Row("a", "Idea", "1", "3 dots", 3, 6, is_tied=True),
        Row("a", "Idea", "1", "3 dots", 3, 6, is_cut=True),
        Row("a", "Idea", "1", "3 dots", 3, 6, check=Check.ON),
    ):
        assert picture(qtbot, qapp, other) != plain


def test_a_single_dot_among_a_thousand_possible_ones_is_not_lost(qtbot: QtBot, qapp: QApplication) -> None:
    none = picture(qtbot, qapp, Row("a", "Idea", placed=0, of=1000))
    one = picture(qtbot, qapp, Row("a", "Idea", placed=1, of=1000))

    assert none != one
