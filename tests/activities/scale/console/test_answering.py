"""While a round asks: counts move, and no word, no dot and no name tells how anybody answers."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.answering import RuleSaid
from facilitator.activities.scale.console.page import Page
from facilitator.activities.scale.rules.points import ROTI, SetScale
from facilitator.activities.scale.rules.proposal import Proposal, SetProposal
from facilitator.activities.scale.rules.support import SupportRule
from facilitator.convening.ballots import OPEN
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.reading import Reading
from facilitator.kit.theme import Mode
from tests.activities.scale.console.answered import Answered, PaperRoom, everything_said
from tests.activities.scale.console.asked_room import KEY, words_of

MAP, EARLIER = "We publish every reading on one open map by January 2028.", "We publish every reading by 2027."


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[PaperRoom]:
    dress(qapp)
    opened = PaperRoom(tmp_path)
    yield opened
    opened.close()


def test_it_says_what_is_asked_by_which_rule_and_how_many_have_answered(room: PaperRoom, qtbot: QtBot) -> None:
    led = Answered(room, qtbot)

    for name in ("Nomsa Dube", "Kiptoo Cheruiyot", "Wambũi Kariuki"):
        room.phone(name, 1, "2")
    led.follow()

    said = words_of(led.panel)
    assert {
        f"“{MAP}”",
        "fixed while answers are open",
        "3 of 6 have answered",
        "Hidden from everyone until the reveal",
        "Supported when 4 of 6 or more choose 1, 2 or 3, and no one chooses 8.",
        "Set",
    } <= set(said)
    assert led.names() == ["Aïssatou Ndiaye, phone", "Halima Abdi, paper", "Ousmane Diallo, paper"]


def test_what_changed_last_is_said_at_the_time_of_the_clock_in_the_room(room: PaperRoom, qtbot: QtBot) -> None:
    """Fault 26. The laptop's clock was an hour slow, and is set while answers are open."""
    room.say(SetProposal(EARLIER), KEY)
    room.say(SetProposal(MAP), KEY)
    led = Answered(room, qtbot)
    agreed, changed = led.records()[SupportRule][led.block].agreed, led.records()[Proposal][led.block].changed

    for shift_ms in (0, 3_600_000):
        reading = Reading(agreed, timezone(timedelta(hours=3)), shift_ms)
        led.page.show_time(reading)

        said = words_of(led.panel)
        assert f"Everyone from 4 to 8 is heard first. Set at {reading.time_at(agreed)}." in said
        became = f"changed at {reading.time_at(changed)}: “by 2027.” became “on one open map by January 2028.”"
        assert f"Proposal, version 3 · {became}" in said


@pytest.mark.parametrize("mode", Mode)
def test_nothing_on_the_page_tells_how_anybody_answered(
    room: PaperRoom, qtbot: QtBot, qapp: QApplication, caplog: pytest.LogCaptureFixture, mode: Mode
) -> None:
    """DE2: answers are private until all are revealed at once, to the facilitator too."""
    caplog.set_level(logging.DEBUG)
    dress(qapp, mode)
    led = Answered(room, qtbot)
    for name, point in (("Nomsa Dube", "1"), ("Kiptoo Cheruiyot", "1"), ("Wambũi Kariuki", "2")):
        room.phone(name, 1, point)
    led.follow()
    said, picture = everything_said(led.panel), led.panel.grab().toImage()

    for name, point in (("Nomsa Dube", "8"), ("Kiptoo Cheruiyot", "5"), ("Wambũi Kariuki", "8")):
        room.phone(name, 2, point)
    led.follow()

    assert everything_said(led.panel) == said
    assert led.panel.grab().toImage() == picture
    assert not [record for record in caplog.records if record.name.startswith("facilitator")]


def test_two_rooms_that_answer_otherwise_look_and_sound_the_same(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp)
    seen = []
    for folder, points in (("yes", "1122"), ("no", "8877")):
        room = PaperRoom(tmp_path / folder)
        led = Answered(room, qtbot)
        for name, point in zip(("Nomsa Dube", "Kiptoo Cheruiyot", "Aïssatou Ndiaye"), points, strict=False):
            room.phone(name, 1, point)
        led.follow()
        # The rule was set at another minute in the other room, perhaps.
        led.page.show_time(Reading(0, shift_ms=-led.records()[SupportRule][led.block].agreed))
        seen.append((everything_said(led.panel), led.panel.grab().toImage()))
        room.close()

    assert seen[0][0] == seen[1][0]
    assert seen[0][1] == seen[1][1]


def test_where_nothing_is_decided_there_is_no_rule(room: PaperRoom, qtbot: QtBot) -> None:
    room.say(SetScale(ROTI), KEY)

    led = Answered(room, qtbot)

    assert led.the_round().state == OPEN
    assert not led.panel.findChildren(RuleSaid)[0].isVisible()
    assert "0–5" in [act.key for act in led.acts()]
    assert "Question" in words_of(led.panel)


def test_the_next_step_only_says_how_the_answers_close(room: PaperRoom, qtbot: QtBot) -> None:
    led = Answered(room, qtbot)

    led.press("N")

    assert led.the_round().state == OPEN
    assert "Answers are open. Ctrl Enter, pressed twice, closes and reveals them." in words_of(led.panel)


@pytest.mark.parametrize(("width", "height"), [(608, 500), (768, 660), (1248, 840)])
def test_nothing_is_wider_than_the_page_on_any_laptop(room: PaperRoom, qtbot: QtBot, width: int, height: int) -> None:
    led = Answered(room, qtbot)
    led.panel.setMinimumWidth(560)
    led.panel.resize(width, height)
    QApplication.processEvents()

    page = led.panel.findChildren(Page)[0]
    assert led.panel.width() == width
    for label in page.findChildren(QLabel):
        if label.isVisible():
            assert label.mapTo(led.panel, label.rect().bottomRight()).x() <= width, label.text()
            assert not label.wordWrap() or label.height() >= label.heightForWidth(label.width()), label.text()
