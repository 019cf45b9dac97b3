"""The card of a method says all of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from facilitator.beginnings.methods import Method, method, methods
from facilitator.console.methods.card import MethodCard
from facilitator.console.methods.words import TimeTaken
from facilitator.kit.qt.widgets.chip import Chip
from tests.console.conftest import OpenedWindows

Show = Callable[[QWidget], None]


@pytest.fixture
def card(shown: Show) -> MethodCard:
    made = MethodCard()
    made.setFixedSize(390, 800)
    shown(made)
    return made


def words(card: MethodCard) -> str:
    page = card.widget()
    assert page is not None
    said = [label.text() for label in page.findChildren(QLabel)] + [
        chip.accessibleName() for chip in page.findChildren(Chip)
    ]
    return " / ".join(said)


def test_it_says_the_five_design_elements(card: MethodCard) -> None:
    """ME2: invitation, participation, groups, steps with minutes; outputs, watch-out and credit too."""
    told = method("one_two_four_all")

    card.show_method(told, None, has_phones=False)

    said = words(card)
    for part in (told.name, told.purpose, "12 min · from 4 people", told.prompts[0], told.outputs, told.watch_out,
                 told.credit, "in pairs", "5 min"):  # fmt: skip
        assert part in said
    assert "Last time" not in said


def test_rounds_and_phases_are_told(card: MethodCard) -> None:
    """TM1."""
    card.show_method(method("troika"), None, has_phones=False)

    assert "in threes · 3 rounds" in words(card)
    assert "Client turns away; advisers talk as if alone. / 4 min" in words(card)
    assert "30 min" in words(card)


def test_what_it_took_before_stands_beside_it(card: MethodCard) -> None:
    """TM13."""
    card.show_method(method("troika"), TimeTaken(30, 34), has_phones=False)

    assert "Last time 34 min, planned 30" in words(card)


@pytest.mark.parametrize("told", methods(), ids=lambda told: told.key)
def test_no_method_is_wider_than_the_card(card: MethodCard, told: Method) -> None:
    card.show_method(told, None, has_phones=True)

    page = card.widget()
    assert page is not None
    assert page.minimumSizeHint().width() <= card.viewport().width()


def test_no_method_says_what_to_do(card: MethodCard) -> None:
    card.show_method(None, None, has_phones=False)

    assert words(card) == "No method fits. Look for less, or choose All."


def test_it_opens_no_window_before_it_has_its_place(opened_windows: OpenedWindows) -> None:
    """Such a window would flash up, and the keys would go to it."""
    made = MethodCard()

    made.show_method(method("one_two_four_all"), None, has_phones=False)

    assert opened_windows.names == []
    made.deleteLater()
