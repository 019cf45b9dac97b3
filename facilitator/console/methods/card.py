"""The card of one method: what it is for, its minutes, its steps, what to ask, what to watch, whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from facilitator.beginnings.methods import Method
from facilitator.console.methods.words import (
    TimeTaken,
    family_name,
    minutes_words,
    people_words,
    phone_words,
    taken_words,
    who_words,
)
from facilitator.convening.steps import WHOLE, Step
from facilitator.i18n import _
from facilitator.kit.qt.ribbon import RibbonBlock, ribbon_boxes
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.chip import Chip
from facilitator.kit.qt.widgets.frames import STRETCH, Card, Ground, Hairline, column, row
from facilitator.kit.qt.widgets.label import Label, Tone

_BAR, _NUMBER, _MINUTES, _INSET = 24, 34, 70, 20


class MethodCard(QScrollArea):
    """Shows one method at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(_("The chosen method"))

    def show_method(self, method: Method | None, time: TimeTaken | None, *, has_phones: bool) -> None:
        """Show a method and what it took before, or that there is none to show."""
        page = QWidget()
        if method is None:
            column(page, _wrapped(_("No method fits. Look for less, or choose All."), "body", Tone.SOFT), STRETCH)
        else:
            _fill(page, method, time, has_phones=has_phones)
        self.setWidget(page)
        page.setAutoFillBackground(False)  # the area has just given it a ground
        self.setAccessibleDescription(method.name if method is not None else "")


def _fill(page: QWidget, method: Method, time: TimeTaken | None, *, has_phones: bool) -> None:
    facts = (
        _("{minutes} min").format(minutes=method.minutes),
        people_words(method),
        phone_words(has_phones=has_phones),
    )
    parts: list[QWidget | int] = [
        _head(family_name(method.family), " · ".join(facts)),
        _wrapped(method.name, "title"),
        _wrapped(method.purpose, "body", Tone.SOFT),
        6,
    ]
    if time is not None:
        parts += [Chip(taken_words(time), Tone.OVER if time.taken > time.planned else Tone.OK), 2]
    parts += [_MinutesBar(method.steps), 8, *_steps(method.steps)]
    if method.prompts:
        parts += [10, Label(_("Prompts that have worked"), "label")]
        for prompt in method.prompts:
            parts += [Hairline(), _wrapped(_("“{words}”").format(words=prompt), "body")]
    if method.when:
        parts += [10, Label(_("When"), "label"), _wrapped(method.when, "small", Tone.SOFT)]
    if method.outputs:
        parts += [6, Label(_("What it leaves"), "label"), _wrapped(method.outputs, "small", Tone.SOFT)]
    if method.watch_out:
        box = Card(Ground.SUNKEN)
        column(box, _wrapped(_("Watch out: {what}").format(what=method.watch_out), "small"), padding=(10, 12, 10, 12))
        parts += [6, box]
    if method.credit:
        said = _("Credit: {names}. Printed with every summary that uses it.").format(names=method.credit)
        parts += [6, Hairline(), _wrapped(said, "caption", Tone.SOFT)]
    column(page, *parts, STRETCH, gap=6, padding=(0, 14, 12, 2))


def _head(family: str, facts: str) -> QWidget:
    host = QWidget()
    line = row(host, Chip(family, Tone.OK), _wrapped(facts, "caption", Tone.SOFT), gap=10)
    line.setStretch(1, 1)
    return host


def _steps(steps: Sequence[Step]) -> list[QWidget]:
    """A row for each step, with its rounds, and a quieter one for each phase."""
    found: list[QWidget] = []
    number = 0
    for step in steps:
        if step.within == WHOLE:
            number += 1
            phases = [phase.seconds for phase in steps if phase.within == step.id]
            found += [Hairline(), _step(step, f"{number}", (sum(phases) or step.seconds) * step.rounds)]
        else:
            found.append(_step(step, "", step.seconds))
    return found


def _step(step: Step, number: str, seconds: int) -> QWidget:
    host, words = QWidget(), QWidget()
    rounds = _("{count} rounds").format(count=step.rounds) if step.rounds > 1 else ""
    who = " · ".join(part for part in (who_words(step.who), rounds) if part)
    said = _wrapped(step.text, "body" if number else "caption", Tone.INK if number else Tone.SOFT)
    column(words, *((Label(who, "caption", Tone.SOFT),) if who and number else ()), said, gap=0)
    big = Label(number, "heading", Tone.ACCENT)
    big.setFixedWidth(_NUMBER)
    minutes = Label(minutes_words(seconds), "small" if number else "caption", Tone.INK if number else Tone.SOFT)
    minutes.setMinimumWidth(_MINUTES)
    minutes.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing)
    big.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    line = row(host, big, words, minutes, gap=8)
    line.setStretch(1, 1)
    return host


def _wrapped(text: str, size: str, tone: Tone = Tone.INK) -> Label:
    label = Label(text, size, tone).wrapping()
    label.setMinimumWidth(1)
    return label


class _MinutesBar(QWidget):
    """The steps in proportion to their minutes, each with its number where there is room."""

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__()
        self._minutes = [
            (sum(phase.seconds for phase in steps if phase.within == step.id) or step.seconds) * step.rounds / 60
            for step in steps
            if step.within == WHOLE
        ]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if not self._minutes:
            self.hide()  # to show it before it has its place would open a window of its own, which takes the keys

    def sizeHint(self) -> QSize:
        return QSize(200, _BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        boxes = ribbon_boxes(QRectF(self.rect()), [RibbonBlock(minutes, "think") for minutes in self._minutes], 3)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            boxes = [QRectF(self.width() - box.right(), box.top(), box.width(), box.height()) for box in boxes]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(theme.sized(12, 600))
            for number, box in enumerate(boxes, start=1):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.inks.accent_soft)
                painter.drawRoundedRect(box, 3, 3)
                painter.setPen(theme.inks.accent)
                if box.width() > _INSET:
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
