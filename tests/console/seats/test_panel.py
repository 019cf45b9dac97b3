"""Phones and seats, by keys and clicks, in the live frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.live import Live
from facilitator.console.seats.attendance import Attendance
from facilitator.console.seats.panel import SeatsPanel, title_words
from facilitator.console.seats.seat_rows import SeatRow, Standing
from facilitator.console.seats.seating import Check, Seating, State
from facilitator.console.surroundings import Projector, Surroundings
from facilitator.convening.people import Contact, Join, Person
from facilitator.convening.seats import Muted
from facilitator.convening.stage_state import WELCOME, ShowOnStage, the_stage
from facilitator.convening.words import Role
from tests.console.conftest import Room, do, doubled, press, unnamed

Show = Callable[[QWidget], None]
URL = "HTTP://10.42.0.1:8080/J/K7QX93PF"


class Doors:
    """What was asked of the doors."""

    def __init__(self) -> None:
        self.lowered: list[str] = []
        self.chosen: list[str] = []

    def seating(self) -> Seating:
        return Seating(
            self.chosen.append, self.lowered.append,
            lambda: (Check("Projector", State.LOOK, "no second screen", "Plug it in."), Check("Disk", State.WELL, "41 GB free")),
        )  # fmt: skip


def join(room: Room, name: str) -> str:
    room.desk.say(Join(name), role=Role.PARTICIPANT, device=f"sha {name}").result()
    room.desk.errand(lambda _: None).result()
    return next(person.id for person in room.records[Person].values() if person.name == name)


@pytest.fixture
def doors() -> Doors:
    return Doors()


@pytest.fixture
def live(room: Room, doors: Doors, shown: Show) -> Live:
    room.block("Arrive")
    made = Live(replace(room.opened(), seating=doors.seating()))
    room.follow(made.show_records)
    shown(made)
    return made


def opened(live: Live, room: Room) -> SeatsPanel:
    """Open the seats, and wait until they have heard of everybody."""
    do(live, "J")
    room.until(lambda: len(panel(live).seats.rows()) == len(room.records[Person]))
    return panel(live)


def around(*here: str, **how: object) -> Surroundings:
    room = Attendance(frozenset(here), **how)  # type: ignore[arg-type]
    return Surroundings(
        Projector.READY,
        "1920 × 1080",
        len(here),
        "10.42.0.1:8080",
        choices=("10.42.0.1", "192.168.7.9"),
        url=URL,
        attendance=room,
    )


def panel(live: Live) -> SeatsPanel:
    return live.findChildren(SeatsPanel)[0]


def seen(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_j_opens_the_seats_and_esc_or_j_close_them(live: Live, room: Room) -> None:
    wambui = join(room, "Wambui")
    live.show_surroundings(around(wambui))

    seats = opened(live, room)
    assert seats.isVisible()
    assert "1 phone is here" in seen(seats)
    assert "10.42.0.1:8080" in seen(seats)
    assert "K7QX\u00a093PF" in seen(seats)
    do(live, "Esc")
    assert not seats.isVisible()
    do(live, "J")
    do(live, "J")

    assert not seats.isVisible()


def test_a_hand_is_lowered_and_a_phone_hushed_by_key(live: Live, room: Room, doors: Doors) -> None:
    wambui = join(room, "Wambui")
    live.show_surroundings(around(wambui, hands=(wambui,), moods={"lost": 2}))
    opened(live, room)

    do(live, "D")
    do(live, "M")

    assert doors.lowered == [wambui]
    room.until(lambda: wambui in room.records[Muted])
    room.until(lambda: "Take what it writes again" in [act.title for act in live.acts()])
    assert "Hand up: Wambui" in seen(panel(live))
    assert "2 lost" in seen(panel(live))
    do(live, "M")
    room.until(lambda: not room.records[Muted])


def test_the_words_of_a_seat_are_shown_when_they_are_asked_for(live: Live, room: Room) -> None:
    wambui = join(room, "Wambui")
    word = room.records[Contact][wambui].word
    live.show_surroundings(around(wambui))
    opened(live, room)
    assert word not in seen(live)

    do(live, "P")

    assert word in seen(live)


def test_a_name_is_changed_in_place(live: Live, room: Room, qtbot: QtBot) -> None:
    wambui = join(room, "Wambui")
    live.show_surroundings(around(wambui))
    opened(live, room)
    field = panel(live).chosen.name
    do(live, "R")
    field.input.selectAll()
    QTest.keyClicks(field.input, "Wambui Kariuki")
    QTest.keyClick(field.input, Qt.Key.Key_Return)

    room.until(lambda: [person.name for person in room.records[Person].values()] == ["Wambui Kariuki"])


def test_a_seat_is_taken_away_when_asked_twice(live: Live, room: Room, qtbot: QtBot) -> None:
    wambui = join(room, "Wambui")
    live.show_surroundings(around(wambui))
    opened(live, room)

    do(live, "Del")
    room.desk.errand(lambda _: None).result()
    assert next(iter(room.records[Person].values())).is_here
    press(qtbot, live, "Press again to take it away")

    room.until(lambda: not next(iter(room.records[Person].values())).is_here)


def test_a_mirrored_desk_shows_no_words_and_no_acts_on_people(live: Live, room: Room) -> None:
    """ST4: the room sees this desk."""
    wambui = join(room, "Wambui")
    mirrored = Surroundings(Projector.MIRRORED, attendance=Attendance(frozenset({wambui})))
    opened(live, room)
    do(live, "P")

    live.show_surroundings(mirrored)

    assert not panel(live).chosen.isVisible()
    assert room.records[Contact][wambui].word not in seen(live)
    assert "The room can see this desk" in seen(panel(live))
    assert not {"P", "M", "Del"} & {act.key for act in panel(live).acts()}


def test_the_codes_go_to_the_stage_and_an_address_is_chosen(live: Live, room: Room, doors: Doors, qtbot: QtBot) -> None:
    room.say(ShowOnStage("timer"))
    live.show_surroundings(around())
    do(live, "J")
    way = panel(live).way

    press(qtbot, way, "Show")
    way.choice.activated.emit(1)

    room.until(lambda: the_stage(room.records).shows == WELCOME)
    assert doors.chosen == ["192.168.7.9"]
    assert way.code.isVisible()


def test_checks_are_told_with_what_to_do(live: Live) -> None:
    do(live, "J")

    assert panel(live).ready.said() == ("Projector: no second screen", "Disk: 41 GB free")
    assert "Plug it in." in seen(panel(live))


def test_many_seats_are_listed_and_every_control_has_its_own_name(live: Live, room: Room) -> None:
    for number in range(30):
        room.person(f"Somebody with a long name {number}")
    live.show_surroundings(around(strangers=2))

    opened(live, room)

    assert len(panel(live).seats.rows()) == 30
    assert "2 are joining" in seen(panel(live))
    assert unnamed(live) == []
    assert doubled(live) == []


def test_a_title_counts_who_is_here_and_who_is_not() -> None:
    rows = (SeatRow("a", "A", Standing.HERE), SeatRow("b", "B", Standing.AWAY), SeatRow("c", "C", Standing.NOT_YET))

    assert title_words(rows, Attendance()) == "1 phone is here, 1 is away"
