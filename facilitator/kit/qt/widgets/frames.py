"""Grounds and arrangement: panels, cards, rules, and the two ways of putting widgets one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.kit.qt.direction import mirrored
from facilitator.kit.qt.theme import Theme, theme_in_use

Padding = tuple[int, int, int, int]
"""Top, right, bottom, left, as CSS has it."""

NONE: Padding = (0, 0, 0, 0)


class Ground(Enum):
    """What a panel lies on."""

    PAPER = "paper"
    SURFACE = "surface"
    RAISED = "raised"
    SUNKEN = "sunken"
    WARN = "warn"
    OVER = "over"
    OK = "ok"
    ACCENT = "accent"


class Rule(Enum):
    """A hairline along one side of a panel. LEFT is where reading begins."""

    NONE = "none"
    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"


class Stretch(Enum):
    """Given between widgets: all free room goes here."""

    HERE = "here"


STRETCH = Stretch.HERE
Box = TypeVar("Box", bound=QBoxLayout)
Placed = QWidget | QLayout | Stretch | int
"""What can be put in a row or column: a widget, a row or column, free room, or so many pixels."""


class Panel(QWidget):
    """A plain ground, with a hairline where it meets its neighbour."""

    def __init__(self, ground: Ground = Ground.SURFACE, rule: Rule = Rule.NONE) -> None:
        super().__init__()
        self._ground, self._rule = ground, rule

    def show_ground(self, ground: Ground) -> None:
        """Lie on another ground."""
        self._ground = ground
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        box = self.rect()
        with QPainter(self) as painter:
            painter.fillRect(box, colour_of(self._ground, theme))
            lines = {
                Rule.TOP: (0, 0, box.width(), 1),
                Rule.BOTTOM: (0, box.height() - 1, box.width(), 1),
                Rule.LEFT: (0, 0, 1, box.height()),
                Rule.RIGHT: (box.width() - 1, 0, 1, box.height()),
            }
            if self._rule in lines:
                painter.fillRect(mirrored(self, QRectF(*lines[self._rule])), theme.inks.line)


class Card(QWidget):
    """A raised card with round corners; `is_chosen` gives it the accent line of what comes next."""

    def __init__(self, ground: Ground = Ground.RAISED) -> None:
        super().__init__()
        self._ground = ground
        self._is_chosen = False

    def show_ground(self, ground: Ground) -> None:
        """Lie on another ground."""
        self._ground = ground
        self.update()

    def mark_chosen(self) -> None:
        """Be the card that matters now."""
        self._is_chosen = True
        self.update()

    def mark_plain(self) -> None:
        """Be one card among others."""
        self._is_chosen = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.inks.accent_line if self._is_chosen else theme.inks.line, 1))
            painter.setBrush(colour_of(self._ground, theme))
            radius = theme.tokens.radius["card"]
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class Hairline(QWidget):
    """A line between two parts of a panel."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(1)

    def sizeHint(self) -> QSize:
        return QSize(10, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme_in_use().inks.line)


def colour_of(ground: Ground, theme: Theme) -> QColor:
    """The colour of a ground."""
    inks = theme.inks
    return {
        Ground.PAPER: inks.paper,
        Ground.SURFACE: inks.surface,
        Ground.RAISED: inks.raised,
        Ground.SUNKEN: inks.sunken,
        Ground.WARN: inks.warn_soft,
        Ground.OVER: inks.over_soft,
        Ground.OK: inks.ok_soft,
        Ground.ACCENT: inks.accent_soft,
    }[ground]


def column(host: QWidget | None, *placed: Placed, gap: int = 8, padding: Padding = NONE) -> QVBoxLayout:
    """Put widgets one under the other, into a host or, with None, for another row or column."""
    return _fill(QVBoxLayout(), host, placed, gap, padding)


def row(host: QWidget | None, *placed: Placed, gap: int = 8, padding: Padding = NONE) -> QHBoxLayout:
    """Put widgets side by side, into a host or, with None, for another row or column."""
    return _fill(QHBoxLayout(), host, placed, gap, padding)


def _fill(box: Box, host: QWidget | None, placed: Iterable[Placed], gap: int, padding: Padding) -> Box:
    top, right, bottom, left = padding
    # Qt mirrors where parts lie, and leaves the room around them as it was.
    is_mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    box.setContentsMargins(right if is_mirrored else left, top, left if is_mirrored else right, bottom)
    box.setSpacing(gap)
    for each in placed:
        if isinstance(each, Stretch):
            box.addStretch(1)
        elif isinstance(each, int):
            box.addSpacing(each)
        elif isinstance(each, QWidget):
            box.addWidget(each)
        else:
            box.addLayout(each)
    if host is not None:
        host.setLayout(box)
    return box
