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
from facilitator.convening.people import Contact, Join, OnPaper, Person
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

    do(live, "C")

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
    do(live, "C")

    live.show_surroundings(mirrored)

    assert not panel(live).chosen.isVisible()
    assert room.records[Contact][wambui].word not in seen(live)
    assert "The room can see this desk" in seen(panel(live))
    assert not {"C", "P", "S", "M", "A", "Del"} & {act.key for act in panel(live).acts()}


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
    on_paper = (*rows, SeatRow("d", "D", Standing.PAPER))
    assert title_words((), Attendance()) == "No phones yet"
    assert title_words(on_paper, Attendance()) == "1 phone is here, 1 person uses paper, 1 is away"


def test_somebody_who_is_away_goes_on_with_paper_and_one_undo_takes_it_back(live: Live, room: Room) -> None:
    rosa = join(room, "Rosa")
    live.show_surroundings(around(seen={rosa: 1}))
    opened(live, room)

    do(live, "P")
    room.until(lambda: rosa in room.records[OnPaper])
    room.until(lambda: "1 person uses paper" in seen(panel(live)))
    do(live, "P")

    room.until(lambda: not room.records[OnPaper])


def test_people_without_phones_are_seated_one_after_the_other_by_keys(live: Live, room: Room) -> None:
    """Check 2. Somebody without a phone takes part just the same."""
    live.show_surroundings(around())
    do(live, "J")
    do(live, "A")
    line = panel(live).new_seat.name.input

    for name in ("Moussa Sarr", "Ines Ccori"):
        QTest.keyClicks(line, name)
        QTest.keyClick(line, Qt.Key.Key_Return)
        room.until(lambda: not panel(live).new_seat.name.text())
    QTest.keyClick(line, Qt.Key.Key_Escape)

    assert sorted(person.name for person in room.records[Person].values()) == ["Ines Ccori", "Moussa Sarr"]
    assert len(room.records[OnPaper]) == 2
    assert not panel(live).new_seat.isVisible()
    assert panel(live).isVisible()


def test_a_seat_without_a_name_is_refused_in_its_line_and_what_was_written_stays(live: Live, room: Room) -> None:
    do(live, "J")
    do(live, "A")
    line = panel(live).new_seat.name

    QTest.keyClicks(line.input, "a" * 81)
    QTest.keyClick(line.input, Qt.Key.Key_Return)

    room.until(lambda: line.refusal().text() == "Up to 80 letters, please.")
    assert line.text() == "a" * 81
    assert not room.records[Person]


def test_a_phone_in_a_second_seat_is_moved_to_the_first_by_keys(live: Live, room: Room) -> None:
    rosa, again = join(room, "Rosa"), join(room, "")
    live.show_surroundings(around(again, seen={rosa: 1}))
    seats = opened(live, room)
    seats.seats.go_to(again)

    do(live, "S")
    assert "Whose phone is it really?" in seen(seats)
    QTest.keyClick(seats.seats, Qt.Key.Key_Left)
    assert "The phone of “No name” sits as “Rosa” from now on." in seen(seats)
    do(live, "Enter")

    room.until(lambda: [person.name for person in room.records[Person].values()] == ["Rosa"])
    room.until(lambda: not seats.moving.isVisible())
    assert "Esc" in [act.key for act in seats.acts()]
    assert seats.isVisible()


def test_esc_leaves_a_phone_in_its_seat_and_the_page_open(live: Live, room: Room) -> None:
    rosa, again = join(room, "Rosa"), join(room, "")
    live.show_surroundings(around(again, seen={rosa: 1}))
    seats = opened(live, room)
    seats.seats.go_to(again)
    do(live, "S")

    do(live, "Esc")

    assert seats.isVisible()
    assert not seats.moving.isVisible()
    assert len(room.records[Person]) == 2


def test_seats_stand_two_across_also_when_a_scroll_bar_could_come(live: Live, room: Room) -> None:
    for number in range(4):
        room.person(f"Person {number}")
    live.show_surroundings(around())
    live.resize(1440, 800)

    seats = opened(live, room).seats

    def tops() -> list[int]:
        return [seats.visualRect(seats.model().index(at, 0)).top() for at in range(4)]

    room.until(lambda: tops()[0] == tops()[1] < tops()[2] == tops()[3])


def test_a_window_made_larger_keeps_the_seats_above_what_is_done_with_one(live: Live, room: Room) -> None:
    for number in range(22):
        join(room, f"Person {number}")
    live.resize(1280, 720)
    seats = opened(live, room)
    live.show_surroundings(around(*(person for person in room.records[Person])))
    room.until(lambda: seats.width() < 700)

    live.resize(1440, 900)

    room.until(lambda: seats.width() > 700)
    room.until(
        lambda: (
            seats.seats.mapTo(seats, seats.seats.rect().bottomLeft()).y()
            < seats.chosen.mapTo(seats, seats.chosen.rect().topLeft()).y()
        )
    )


def test_the_heading_begins_where_the_seats_begin(live: Live, room: Room) -> None:
    join(room, "Wambui")
    seats = opened(live, room)
    heading = next(label for label in seats.findChildren(QLabel) if label.text() == "Seats")
    icon_inset = 6

    assert (
        heading.mapTo(seats, heading.rect().topLeft()).x()
        == seats.seats.mapTo(seats, seats.seats.rect().topLeft()).x() + icon_inset
    )
