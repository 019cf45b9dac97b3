"""Widgets of the console: each has a name for those who do not see it, and room for words in any language."""

from __future__ import annotations

from facilitator.kit.qt.widgets.button import Button, IconButton, Kind, Size
from facilitator.kit.qt.widgets.chip import Chip, Pill
from facilitator.kit.qt.widgets.field import Choice, Field, Lines, SearchField, labelled
from facilitator.kit.qt.widgets.frames import STRETCH, Card, Ground, Hairline, Panel, Rule, column, row
from facilitator.kit.qt.widgets.key_bar import KeyBar
from facilitator.kit.qt.widgets.keycap import KeyCap
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone
from facilitator.kit.qt.widgets.list_row import ListRow, RowWords
from facilitator.kit.qt.widgets.stepper import Stepper, StepState
from facilitator.kit.qt.widgets.switch import Side, Switch
from facilitator.kit.qt.widgets.timer import ProgressBar, TimerDigits

__all__ = [
    "STRETCH",
    "Button",
    "Card",
    "Chip",
    "Choice",
    "Field",
    "Ground",
    "Hairline",
    "IconButton",
    "KeyBar",
    "KeyCap",
    "Kind",
    "Label",
    "LineLabel",
    "Lines",
    "ListRow",
    "Panel",
    "Pill",
    "ProgressBar",
    "RowWords",
    "Rule",
    "SearchField",
    "Side",
    "Size",
    "StepState",
    "Stepper",
    "Switch",
    "TimerDigits",
    "Tone",
    "column",
    "labelled",
    "row",
]
