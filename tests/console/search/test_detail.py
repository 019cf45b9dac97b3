"""The hit that is looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.search.detail import Detail
from facilitator.convening.findable import MERGED, SENT, Step
from facilitator.i18n import speaking
from facilitator.kit.qt.reading import Reading
from tests.console.conftest import names, press
from tests.console.search.answers import hit

NOW = Reading(1_805_366_460_000, UTC)


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def detail(shown: Callable[[QWidget], None], opened: list[str]) -> Detail:
    made = Detail(lambda: opened.append("there"))
    shown(made)
    return made


def texts(detail: Detail) -> list[str]:
    return [label.text() for label in detail.findChildren(QLabel) if label.isVisible() and label.text()]


def test_an_idea_hangs_as_on_the_board_with_its_other_wordings(detail: Detail) -> None:
    detail.show_hit(hit("Two mechanics", "Pump fitters", "a", "b", "c", group="Skills that stay", position=3))

    assert "Two mechanics" in names(detail)
    assert texts(detail)[:2] == [
        "Skills that stay · Idea", "also said: “Pump fitters”\nalso said: “a”\nalso said: “b”\nand 1 more",
    ]  # fmt: skip


def test_its_letter_is_one_of_the_language_that_the_search_speaks(detail: Detail) -> None:
    detail.show_hit(hit("Two mechanics", group="Skills that stay", position=3))
    seen = []
    for language in ("en", "ar", "en"):
        with speaking(language):
            seen.append(detail.grab().toImage())

    assert seen[0] == seen[2] != seen[1]


def test_its_way_follows_and_that_of_another_hit_is_not_kept(detail: Detail) -> None:
    detail.show_hit(hit("Two mechanics"))
    assert "Its way so far" not in texts(detail)

    detail.show_way((Step(SENT, NOW.wall_ms, "phone"),), NOW)
    assert texts(detail)[-3:] == ["Its way so far", "18 Mar", "sent from a phone, 10:41"]

    detail.show_hit(hit("Another"))
    assert "Its way so far" not in texts(detail)


def test_of_a_long_way_the_first_step_and_the_newest_are_shown(detail: Detail) -> None:
    steps = [Step(SENT, NOW.wall_ms, "phone"), *(Step(MERGED, NOW.wall_ms + n * 60_000) for n in range(20))]
    detail.show_hit(hit("Two mechanics"))

    detail.show_way(steps, NOW)

    said = [text for text in texts(detail) if "," in text]
    assert len(said) == 6
    assert said[0] == "sent from a phone, 10:41"
    assert said[-1] == "merged with one more note, 11:00"


def test_a_press_opens_the_place(detail: Detail, opened: list[str], qtbot: QtBot) -> None:
    detail.show_hit(hit("Two mechanics"))

    press(qtbot, detail, "Open there")

    assert opened == ["there"]


def test_a_long_idea_keeps_to_its_card(detail: Detail) -> None:
    detail.show_hit(hit("donaudampfschifffahrtsgesellschaft " * 17))

    assert detail.sizeHint().height() < 420
    assert not detail.grab().isNull()
