"""Words on a panel: shown literally, cut only where the whole can still be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.theme import Theme
from facilitator.kit.qt.widgets import Label, LineLabel, Tone, column
from facilitator.kit.qt.widgets.label import ground_of, ink_of


def test_what_people_typed_is_shown_literally(qtbot: QtBot, theme: Theme) -> None:
    label = Label("<b>Rain</b> & tanks")
    qtbot.addWidget(label)

    assert label.sizeHint().width() > Label("Rain tanks").sizeHint().width() * 1.4


@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_has_an_ink_and_a_ground(theme: Theme, tone: Tone) -> None:
    assert ink_of(tone, theme).isValid()
    assert ground_of(tone, theme).isValid()


def test_a_label_can_change_its_tone(qtbot: QtBot, theme: Theme) -> None:
    label = Label("6 min late", "caption")
    qtbot.addWidget(label)

    label.set_tone(Tone.OVER)

    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.inks.over


def test_times_under_one_another_are_equally_wide(qtbot: QtBot, theme: Theme) -> None:
    widths = {Label(time).ticking().sizeHint().width() for time in ("11:11", "10:58", "00:47")}

    assert len(widths) == 1


def test_a_sentence_breaks_where_room_ends(qtbot: QtBot, theme: Theme) -> None:
    label = Label("The room goes on, and nothing that was said is lost").wrapping()
    qtbot.addWidget(label)

    assert label.heightForWidth(120) > label.heightForWidth(600)


def test_a_line_ends_in_an_ellipsis_and_keeps_the_whole_for_those_who_ask(qtbot: QtBot, theme: Theme) -> None:
    line = LineLabel("What would keep every water point working for ten years?", "title")
    qtbot.addWidget(line)
    line.resize(200, 28)
    line.show()

    assert line.text().endswith("…")
    assert line.toolTip() == line.accessibleName() == line.whole()


def test_a_line_with_room_is_whole(qtbot: QtBot, theme: Theme) -> None:
    line = LineLabel("Where first?")
    qtbot.addWidget(line)
    line.resize(400, 20)
    line.show()

    line.show_text("Where should we begin?")

    assert line.text() == "Where should we begin?"
    assert line.toolTip() == ""


def test_a_line_for_refusals_takes_no_room_while_there_is_none(qtbot: QtBot, theme: Theme) -> None:
    host = QWidget()
    line = Label("").wrapping().vanishing()
    column(host, line, gap=0)
    qtbot.addWidget(host)
    host.show()
    empty = host.sizeHint().height()

    line.setText("Write a number.")

    assert line.isVisible()
    assert host.sizeHint().height() > empty
    line.setText("")
    assert host.sizeHint().height() == empty


@pytest.mark.parametrize("made", [LineLabel, Label, lambda words: Label(words).wrapping()])
def test_words_begin_where_the_window_begins_whatever_their_script(
    qtbot: QtBot, theme: Theme, made: Callable[[str], Label]
) -> None:
    ink = theme.inks.ink

    def first_and_last(line: Label) -> tuple[int, int]:
        image = line.grab().toImage()
        columns = [
            x
            for x in range(image.width())
            if any(image.pixelColor(x, y).lightness() < 128 for y in range(image.height()))
        ]
        return columns[0], columns[-1]

    assert ink.lightness() < 128
    for text in ("Water", "ماء نظيف"):
        line = made(text)
        qtbot.addWidget(line)
        line.resize(400, 24)
        assert first_and_last(line)[0] < 10, text
        line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        assert first_and_last(line)[1] > 390, text
        line.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        assert first_and_last(line)[0] < 10, text
