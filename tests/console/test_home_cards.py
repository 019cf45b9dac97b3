"""The cards of the desk at home."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities import discover
from facilitator.beginnings.templates import Template, templates
from facilitator.console.home_cards import DayCard, NextCard, TemplateCard, category_words
from facilitator.convening.gathering import LIVE
from facilitator.kit.theme import CATEGORIES
from tests.console.conftest import Room, names, press
from tests.console.listed import listed

Show = Callable[[QWidget], None]


def nothing(_convening: str) -> None:
    """Nobody is asked."""


def test_the_next_card_says_when_and_leads_both_ways(room: Room, shown: Show, qtbot: QtBot) -> None:
    asked: list[str] = []
    card = NextCard(
        listed("Clean Water", "2027-03-18", people=22, countries=7),
        room.clock(),
        lambda key: asked.append(f"prepare {key}"),
        lambda key: asked.append(f"lead {key}"),
    )
    shown(card)

    press(qtbot, card, "Prepare")
    press(qtbot, card, "Open console")

    assert asked == ["prepare clean water", "lead clean water"]
    assert "Today · since 09:00" in names(card)
    assert any("22 people from 7 countries" in name for name in names(card))


def test_what_is_live_is_gone_on_with(room: Room, shown: Show) -> None:
    card = NextCard(listed("Clean Water", "2027-03-18", state=LIVE), room.clock(), nothing, nothing)

    shown(card)

    assert {"Live now", "Go on"} <= set(names(card))


def test_an_empty_agenda_is_a_draft(room: Room, shown: Show) -> None:
    card = DayCard(listed("Clean Water", "2027-03-18", blocks=()), room.clock(), nothing)

    shown(card)

    assert "Draft" in names(card)


def test_a_template_says_how_many_blocks_run_as_timers(shown: Show, qtbot: QtBot) -> None:
    chosen: list[Template] = []
    template = templates(discover())[0]
    card = TemplateCard(template, chosen.append)
    shown(card)

    card.click()

    assert chosen == [template]
    assert any(f"{template.standing_in} blocks as timers" in label.text() for label in card.findChildren(QLabel))


def test_every_kind_of_block_has_a_word() -> None:
    assert [category_words(category) for category in CATEGORIES] == ["Gather", "Think", "Decide", "Act", "Pause"]


def test_a_long_title_of_a_template_takes_two_lines(shown: Show, qtbot: QtBot) -> None:
    template = replace(templates(discover())[0], name="ci2i one-day experiment convening")
    card = TemplateCard(template, lambda _: None)
    shown(card)
    card.setMaximumSize(268, 200)
    card.resize(268, card.heightForWidth(268) if card.hasHeightForWidth() else card.sizeHint().height())
    qtbot.waitUntil(lambda: card.width() == 268)

    title = next(label for label in card.findChildren(QLabel) if label.text() == template.name)

    assert title.height() >= title.heightForWidth(title.width())
    assert title.heightForWidth(title.width()) >= 2 * title.fontMetrics().height()
