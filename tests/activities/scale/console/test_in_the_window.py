"""A scale in the live window on the smallest laptop: everything has one name, and nothing is cut, at every step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console import Panel
from facilitator.activities.scale.rules.outcome import Decide
from facilitator.activities.scale.rules.points import the_scale
from facilitator.activities.scale.rules.proposal import SetProposal
from facilitator.activities.scale.rules.reservations import SendReservation
from facilitator.activities.scale.rules.support import SetRule
from facilitator.console.live import Live
from facilitator.console.surroundings import Projector, Surroundings
from facilitator.convening.ballots import CastBallot, CloseRound, OpenRound, RevealRound
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId, PersonId, RoundId
from facilitator.kit.qt.dress import dress
from tests.activities.scale.asking import MAP, SPREAD, spread_of
from tests.activities.scale.console.asked_room import cut_parts
from tests.console.conftest import Room, do, doubled, unnamed

READY = Surroundings(Projector.READY, "1920 × 1080", 3, "10.42.0.1:8000")
STEPS = ("proposal", "questions", "answer", "listen", "decide")


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Room]:
    dress(qapp)
    made = Room(tmp_path, qtbot)
    yield made
    made.close()


def lead(room: Room, qtbot: QtBot, step: str, size: tuple[int, int] = (1280, 720)) -> Live:
    """The live window at a step of a scale that 22 people answer."""
    block = room.block("Agreement: open map", "scale", 25, "decide", "Can we stand behind this?")
    room.block("Lunch", minutes=60, category="pause")
    for number in range(22):
        room.person(f"Person {number}")
    room.say(GoLive())
    room.say(StartBlock(block))
    live = Live(room.opened())
    room.follow(live.show_records)
    live.show_surroundings(READY)
    live.show_records(room.records)
    qtbot.addWidget(live)
    live.resize(*size)
    live.show()
    live.activateWindow()
    if step != "proposal":
        room.say(SetProposal("We publish every reading on one open map by 2027."), block)
        room.say(SetProposal(MAP), block)
        room.say(SetRule(15), block)
        live.show_records(room.records)
    if step == "questions":
        do(live, "N")
    if step in STEPS[2:]:
        ask(room, block, step)
    if step == "decide":
        room.say(Decide("adopted", PersonId("person 3"), "2027-09-18"), block)
    live.show_records(room.records)
    QApplication.processEvents()
    return live


def ask(room: Room, block: BlockId, step: str) -> None:
    """Open for answers, get them and two reservations, and reveal them but for the step at which they come in."""
    opened = room.say(OpenRound(the_scale(room.records, block).points), block)
    round_ = RoundId(f"{opened.id}.1")
    for number, point in enumerate(spread_of(*SPREAD)):
        room.say(CastBallot(round_, 1, (point,)), block, by=PersonId(f"person {number}"))
    for words in ("Who pays for the server in year three?", "March would be kinder."):
        room.say(SendReservation(round_, words), block)
    if step != "answer":
        room.say(CloseRound(round_), block)
        room.say(RevealRound(round_), block)


def page_of(live: Live) -> QWidget:
    """What the panel shows now."""
    panel = live.findChildren(Panel)[0]
    page = panel.findChildren(QStackedWidget)[0].currentWidget()
    assert page is not None
    return page


@pytest.mark.parametrize("step", STEPS)
def test_everything_has_one_name_of_its_own(room: Room, qtbot: QtBot, step: str) -> None:
    live = lead(room, qtbot, step)

    assert unnamed(live) == []
    assert doubled(live) == []


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900), (1920, 1080)])
@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_cut_in_the_window(room: Room, qtbot: QtBot, step: str, size: tuple[int, int]) -> None:
    live = lead(room, qtbot, step, size)

    assert (live.width(), live.height()) == size
    assert cut_parts(page_of(live)) == []


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("proposal", "To the questions"),
        ("questions", "Open for answers"),
        ("answer", "Close and reveal"),
        ("listen", "To the decision"),
        ("decide", "Take it back"),
    ],
)
def test_the_next_act_is_always_seen(room: Room, qtbot: QtBot, step: str, words: str) -> None:
    live = lead(room, qtbot, step)
    act = next(b for b in page_of(live).findChildren(QPushButton) if b.accessibleName() == words and b.isVisible())

    assert act.mapTo(live, QPoint(0, act.height())).y() <= 720
    assert act.visibleRegion().boundingRect().size() == act.size()
