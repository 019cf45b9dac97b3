"""The heads of the board's columns: letter, name and count, staying while notes scroll."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.board_heads import HEAD_HEIGHT, BoardHeads
from facilitator.kit.qt.board_layout import lay_full_width
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.boards import columns


def heads(qtbot: QtBot, width: int, scale: float) -> BoardHeads:
    board = QWidget()
    qtbot.addWidget(board)
    made = BoardHeads(board)
    made.resize(width, HEAD_HEIGHT)
    made.show_layout(lay_full_width(columns(20), 790, lambda *_: 40), scale, 0)
    made.grab()
    return made


def test_each_column_says_its_letter_its_count_and_its_name(qtbot: QtBot, theme: Theme) -> None:
    said = heads(qtbot, 790, 1.0).text.painted()

    assert said[:3] == ("A", "4", "Money that lasts")
    assert len(said) == 15


def test_a_column_too_narrow_for_words_keeps_its_letter(qtbot: QtBot, theme: Theme) -> None:
    assert heads(qtbot, 790, 0.2).text.painted() == ("A", "B", "C", "D", "E")


def test_columns_out_of_sight_are_not_painted(qtbot: QtBot, theme: Theme) -> None:
    assert heads(qtbot, 300, 1.0).text.painted()[0::3] == ("A", "B")


def test_a_name_takes_two_lines_where_its_column_is_narrow(qtbot: QtBot, theme: Theme) -> None:
    board = QWidget()
    qtbot.addWidget(board)
    pictures = []
    for ending in ("lasts", "leaks"):
        made = BoardHeads(board)
        made.resize(580, HEAD_HEIGHT)
        named = [replace(column, name=f"Money that {ending}") for column in columns(20)]
        made.show_layout(lay_full_width(named, 580, lambda *_: 40), 1.0, 0)
        pictures.append(made.grab().toImage())

    assert pictures[0] != pictures[1]


def test_read_from_the_right_a_head_begins_with_its_letter_there(qtbot: QtBot, theme: Theme) -> None:
    board = QWidget()
    qtbot.addWidget(board)
    made = BoardHeads(board)
    made.resize(200, HEAD_HEIGHT)
    made.show_layout(lay_full_width(columns(4, count=1), 200, lambda *_: 40), 1.0, 0)
    paper = theme.inks.paper.rgb()
    letters = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        made.setLayoutDirection(direction)
        image = made.grab().toImage()
        letters.append([at for at in (9, 191) if image.pixelColor(at, 7).rgb() != paper])

    assert letters == [[9], [191]]


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_the_same_heads_again_paint_nothing_and_moved_ones_once(qtbot: QtBot, theme: Theme) -> None:
    board, paints = QWidget(), Paints()
    qtbot.addWidget(board)
    board.resize(790, HEAD_HEIGHT)
    made, layout = BoardHeads(board), lay_full_width(columns(20), 790, lambda *_: 40)
    made.resize(790, HEAD_HEIGHT)
    made.show_layout(layout, 1.0, 0)
    with qtbot.waitExposed(board):
        board.show()
    QApplication.processEvents()
    made.installEventFilter(paints)

    made.show_layout(layout, 1.0, 0)
    QApplication.processEvents()
    same = paints.count
    made.show_layout(layout, 1.0, 40)
    QApplication.processEvents()

    assert same == 0
    assert paints.count == 1


def test_a_long_arabic_name_stays_clear_of_the_rule(qtbot: QtBot, theme: Theme) -> None:
    board = QWidget()
    qtbot.addWidget(board)
    rows = []
    for name in ("", "حقائق نتشاركها معا كل يوم"):
        made = BoardHeads(board)
        made.resize(140, HEAD_HEIGHT)
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        made.show_layout(lay_full_width([replace(columns(4)[0], name=name)], 140, lambda *_: 40), 1.0, 0)
        image = made.grab().toImage()
        rows.append([[image.pixel(x, y) for x in range(25, 110)] for y in (0, 28, 29, 30)])

    assert rows[0] == rows[1]
