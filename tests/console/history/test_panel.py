"""The history panel in the live frame: what is listed, looked at, taken back and found, while the room goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.rules import AddIdea, Cluster, HoldIdea, RenameCluster
from facilitator.console.history.fact_list import FactList
from facilitator.console.live import Live
from facilitator.console.prepare import Prepare
from facilitator.convening.cards import Card
from facilitator.convening.forgetting import ForgetPerson
from facilitator.convening.ids import BlockId, CardId, PersonId
from facilitator.convening.words import Role
from tests.console.conftest import Room, do, doubled, names, press, unnamed
from tests.console.history.told import morning, plain

Show = Callable[[QWidget], None]


@pytest.fixture
def board(room: Room) -> BlockId:
    return morning(room)


@pytest.fixture
def live(board: BlockId, room: Room, shown: Show) -> Live:
    """The live frame with its history open."""
    made = Live(room.opened())
    room.follow(made.show_records)
    shown(made)
    do(made, "H")
    room.until(lambda: len(told(made)) == 10)
    return made


def listed(widget: QWidget) -> FactList:
    return widget.findChildren(FactList)[-1]


def told(widget: QWidget) -> list[str]:
    return [plain(row.sentence) for row in listed(widget).rows()]


def seen(widget: QWidget) -> str:
    labels = (label for label in widget.findChildren(QLabel) if label.isVisible())
    return "\n".join([*(label.text() for label in labels), *names(widget)])


def test_it_says_what_happened_in_plain_words(live: Live) -> None:
    assert told(live)[0] == "You showed the room all ideas that waited."
    assert "What happened, in plain words" in seen(live)
    assert "History · 10 facts" in seen(live)
    assert "never by whom or on what. Undo adds a fact, it never erases one." in seen(live)
    assert "This is now" in seen(live)


def test_looking_back_goes_fact_by_fact_and_the_room_sees_now(live: Live, room: Room) -> None:
    before = room.desk.news.seq
    for _ in range(3):
        do(live, "Left")
    assert "Looking back, the room sees now" in seen(live)
    assert listed(live).current_id() == listed(live).rows()[3].id
    past, at = room.pictured[-1]
    assert not past[Cluster]
    assert at == listed(live).rows()[3].at
    assert "3 ideas from 2 people." in seen(live)

    do(live, "Right")
    assert not room.pictured[-1][0][Card]
    do(live, "Home")
    assert "No ideas yet." in seen(live)
    do(live, "End")
    assert "This is now" in seen(live)
    assert set(room.pictured[-1][0][Card]) == set(room.records[Card])
    assert room.desk.news.seq == before


def test_what_is_hidden_now_is_not_in_the_picture_of_the_past(live: Live, room: Room, board: BlockId) -> None:
    held = CardId(next(iter(room.records[Card])))
    room.say(AddIdea("Water"), board)
    do(live, "Left")
    room.until(lambda: len(told(live)) == 11)
    do(live, "Home")
    do(live, "End")
    do(live, "Left")
    assert held in room.pictured[-1][0][Card]

    room.say(HoldIdea(held), board)
    room.until(lambda: held not in room.pictured[-1][0][Card])
    assert "Looking back" in seen(live)
    assert len(room.pictured[-1][0][Card]) == 2


def test_one_chosen_fact_is_taken_back_by_a_press_and_the_undoing_is_a_fact(
    live: Live, room: Room, board: BlockId
) -> None:
    room.say(AddIdea("Water"), board)
    room.until(lambda: len(told(live)) == 11)
    view = listed(live)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.end_of(2))

    renamed = "You renamed the group “Training” to “Skills that stay”."
    room.until(lambda: told(live)[0] == f"Taken back by you: {renamed}")
    assert [cluster.name for cluster in room.records[Cluster].values()] == ["Training"]
    assert renamed in told(live)
    assert len(room.records[Card]) == 4


def test_the_fact_one_is_at_is_taken_back_by_its_key(live: Live, room: Room) -> None:
    assert not next(act for act in live.acts() if act.key == "Z").is_enabled()
    do(live, "Left")
    do(live, "Z")

    room.until(lambda: told(live)[0].startswith("Taken back by you: You renamed"))
    assert "Looking back, the room sees now" in seen(live)
    assert listed(live).current_id() == listed(live).rows()[2].id


def test_a_fact_that_somebody_touched_since_offers_no_undo_and_undo_names_them(
    live: Live, room: Room, board: BlockId
) -> None:
    zeynep = next(key for key, one in room.records.table("person").items() if one.name == "Zeynep")  # type: ignore[attr-defined]
    cluster = next(iter(room.records[Cluster]))
    room.desk.say(
        RenameCluster(cluster, "Renamed by Zeynep"),  # type: ignore[arg-type]
        activity=board,
        by=zeynep,  # type: ignore[arg-type]
        role=Role.GUIDE,
    ).result()
    room.until(lambda: len(told(live)) == 11)
    do(live, "Left")
    do(live, "Left")
    assert not next(act for act in live.acts() if act.key == "Z").is_enabled()

    do(live, "Ctrl Z")
    room.until(lambda: "This was changed by Zeynep since, so it stays as it is." in seen(live))


def test_a_filter_and_words_find_facts(live: Live, qtbot: QtBot) -> None:
    press(qtbot, live, "Clock")
    assert told(live) == ["You began “Ideas”."]
    press(qtbot, live, "All")
    do(live, "/")
    QTest.keyClicks(live.window().focusWidget(), "skills")
    assert told(live) == ["You renamed the group “Training” to “Skills that stay”."]
    QTest.keyClicks(live.window().focusWidget(), " nothing")
    assert "Nothing like that happened." in seen(live)
    QTest.keyClick(live.window().focusWidget(), Qt.Key.Key_Escape)
    assert len(told(live)) == 10
    assert listed(live).hasFocus()


def test_the_day_plays_to_now(live: Live, room: Room, qtbot: QtBot) -> None:
    do(live, "P")
    assert "Pause" in [act.title for act in live.acts() if act.key == "P"]
    room.until(lambda: len(room.pictured) > 3)
    do(live, "P")
    at = len(room.pictured)
    assert room.pictured[-1][1] < room.now
    assert "Looking back" in seen(live)
    do(live, "Left")
    assert len(room.pictured) == at + 1


def test_the_frame_around_goes_on(live: Live, room: Room) -> None:
    do(live, "T")
    room.until(lambda: told(live)[0] == "You held the clock of “Ideas”.")
    assert {"B", "F", "T", "+"} <= {act.key for act in live.acts() if act.is_enabled()}
    keys = [act.key for act in live.acts() if act.key and act.is_enabled()]
    assert "R" not in keys
    assert "History" in [heading for heading, acts in live.groups() if acts]


def test_everything_has_a_name_of_its_own(live: Live) -> None:
    assert not unnamed(live)
    assert not doubled(live)


def test_the_history_opens_from_the_preparation_too(room: Room, shown: Show, board: BlockId) -> None:
    prepare = Prepare(room.opened())
    shown(prepare)
    do(prepare, "H")
    room.until(lambda: len(told(prepare)) == 10)
    assert not unnamed(prepare)
    assert not doubled(prepare)

    prepare.turn_to(1)
    assert prepare.form.isVisible()
    assert not prepare.turned.is_open


def test_before_anything_happened_it_says_so(room: Room, shown: Show) -> None:
    room.stream = "elsewhere"
    live = Live(room.opened())
    shown(live)
    do(live, "H")

    room.until(lambda: "The day has not begun." in seen(live))
    for key in ("Left", "Right", "P", "Home", "End"):
        assert not next(act for act in live.acts() if act.key == key).is_enabled()


def test_whoever_is_forgotten_goes_from_the_open_history_at_once(live: Live, room: Room) -> None:
    assert any("Zeynep" in sentence for sentence in told(live))
    for _ in range(2):
        do(live, "Left")
    looked_at = listed(live).current_id()

    room.say(ForgetPerson(PersonId("zeynep")))

    room.until(lambda: len(told(live)) == 11)
    assert not any("Zeynep" in sentence for sentence in told(live))
    assert "Zeynep" not in seen(live)
    assert "One season to test" in " ".join(told(live))
    assert listed(live).current_id() == looked_at
    assert "Looking back, the room sees now" in seen(live)


def test_a_history_opened_after_somebody_was_forgotten_is_read_to_its_end(room: Room, shown: Show) -> None:
    board = morning(room)
    room.say(ForgetPerson(PersonId("zeynep")))
    for number in range(60):
        room.say(AddIdea(str(number)), board)
    made = Live(room.opened())
    shown(made)
    do(made, "H")

    room.until(lambda: len(told(made)) == 71)
    assert not any("Zeynep" in sentence for sentence in told(made))


def test_the_day_goes_on_by_key_and_clicker_alike_while_the_history_is_open(live: Live, room: Room) -> None:
    assert [act.key for act in dict(live.groups())[live.centre.heading()]] == ["N"]

    do(live, "N")
    room.until(lambda: len(told(live)) == 11)
    do(live, "PgDn")
    room.until(lambda: len(told(live)) == 12)

    assert all(sentence.startswith("You moved the room to ") for sentence in told(live)[:2])
