"""Where in an open convening something is shown that was found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from facilitator.activities.ideation_board.rules import AddCluster, AddIdea, AddIdeas
from facilitator.activities.wicked_questions.console.lines import LineList
from facilitator.activities.wicked_questions.rules import KeepCandidate, TakeStep
from facilitator.console.finding import page_number
from facilitator.console.history.fact_list import FactList
from facilitator.console.live import Live
from facilitator.console.prepare import Prepare
from facilitator.console.window import ConsoleWindow
from facilitator.convening.clock import StartBlock
from facilitator.convening.findable import Place
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId, ConveningId
from facilitator.kit.qt.board import BoardCanvas
from tests.console.conftest import Room, do
from tests.console.history.told import plain

Show = Callable[[QWidget], None]


@pytest.fixture
def board(room: Room) -> BlockId:
    room.block("Arrive")
    return room.block("Ideas", "ideation_board")


@pytest.fixture
def window(room: Room, shown: Show) -> ConsoleWindow:
    made = ConsoleWindow(room.activities, room.clock)
    room.follow(made.show_records)
    shown(made)
    return made


def seen(window: ConsoleWindow) -> type[QWidget]:
    return next(
        type(page) for page in window.findChildren(QWidget) if isinstance(page, Prepare | Live) and page.isVisible()
    )


def place(room: Room, block: str, key: str, kind: str) -> Place:
    return Place(ConveningId(room.stream), BlockId(block), key, kind)


def looked_at(window: ConsoleWindow) -> str:
    """The sentence of the row that the open history is at, "" as long as it reads."""
    facts = next(each for each in window.findChildren(FactList) if each.isVisible())
    return next((plain(row.sentence) for row in facts.rows() if row.id == facts.current_id()), "")


def shows_history(window: ConsoleWindow) -> bool:
    return any(each.isVisible() and each.rows() for each in window.findChildren(FactList))


def words(window: ConsoleWindow) -> str:
    return plain("\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible()))


def test_before_the_day_a_hit_is_shown_in_the_history_over_the_agenda(
    window: ConsoleWindow, room: Room, board: BlockId
) -> None:
    card = room.say(AddIdea("A pump"), board).id + ".1"
    room.say(AddIdea("A well"), board)
    window.open(room.opened())

    window.seek(place(room, board, card, "idea"))

    room.until(lambda: shows_history(window))
    assert seen(window) is Prepare
    assert looked_at(window) == "You added “A pump”. It waits in Unsorted."
    do(window.findChildren(Prepare)[0], "Esc")
    assert window.findChildren(Prepare)[0].agenda.chosen() == board


def test_the_newest_of_all_facts_is_chosen_too(window: ConsoleWindow, room: Room, board: BlockId) -> None:
    card = room.say(AddIdea("A pump"), board).id + ".1"
    window.open(room.opened())

    window.seek(place(room, board, card, "idea"))

    room.until(lambda: shows_history(window))
    assert looked_at(window) == "You added “A pump”. It waits in Unsorted."


def test_what_no_fact_says_is_read_over_the_facts(window: ConsoleWindow, room: Room, board: BlockId) -> None:
    added = room.say(AddIdeas(("A well", "A pump")), board).id
    window.open(room.opened())

    window.seek(place(room, board, f"{added}.2", "idea"))

    room.until(lambda: shows_history(window))
    assert looked_at(window) == "You added a list of ideas, “A well” first."
    assert "You looked for this: “A pump”" in words(window)
    do(window.findChildren(Prepare)[0], "Home")
    assert "You looked for this" not in words(window)


def test_a_question_of_the_block_on_stage_is_chosen_among_the_candidates(window: ConsoleWindow, room: Room) -> None:
    block = room.block("Wicked", "wicked_questions")
    room.say(GoLive())
    room.say(StartBlock(block))
    room.say(TakeStep("build"), block)
    room.say(KeepCandidate("at_once", "fast", "careful"), block)
    key = room.say(KeepCandidate("at_once", "open", "safe"), block).id + ".1"
    window.open(room.opened())

    window.seek(place(room, block, key, "wicked_question"))

    focus = window.focusWidget()
    assert isinstance(focus, LineList)
    assert focus.current() == key
    assert not shows_history(window)


def test_a_question_that_the_step_on_stage_does_not_show_is_shown_in_the_history(
    window: ConsoleWindow, room: Room
) -> None:
    block = room.block("Wicked", "wicked_questions")
    room.say(GoLive())
    room.say(StartBlock(block))
    key = room.say(KeepCandidate("at_once", "open", "safe"), block).id + ".1"
    room.say(TakeStep("truths"), block)
    window.open(room.opened())

    window.seek(place(room, block, key, "wicked_question"))

    room.until(lambda: shows_history(window))
    assert seen(window) is Live
    assert looked_at(window) == "You kept a wicked question: “open” and “safe”."


@pytest.mark.parametrize("is_sorted", [True, False])
def test_in_the_block_that_runs_the_card_is_chosen_on_the_board(
    window: ConsoleWindow, room: Room, board: BlockId, is_sorted: bool
) -> None:
    room.say(GoLive())
    room.say(StartBlock(board))
    room.say(AddIdea("A well"), board)
    card = room.say(AddIdea("A pump"), board).id + ".1"
    if is_sorted:
        room.say(AddCluster("Water", (card,)), board)
    window.open(room.opened())

    window.seek(place(room, board, card, "idea"))

    assert seen(window) is Live
    canvas = window.findChildren(BoardCanvas)[0]
    assert (canvas.selected() == card) is is_sorted
    focus = window.focusWidget()
    assert (focus is canvas) is is_sorted
    assert focus.accessibleName() in ("Clusters", "Unsorted ideas")


def test_what_lies_in_another_block_is_shown_in_the_history_while_the_room_goes_on(
    window: ConsoleWindow, room: Room, board: BlockId
) -> None:
    other = room.block("Talk")
    room.say(GoLive())
    cluster = room.say(AddCluster("Water"), board).id + ".1"
    room.say(StartBlock(other))
    window.open(room.opened())

    window.seek(place(room, board, cluster, "cluster"))

    room.until(lambda: shows_history(window))
    assert seen(window) is Live
    assert looked_at(window) == "You made the group “Water”."


def test_a_block_is_shown_on_the_agenda_while_the_room_goes_on(
    window: ConsoleWindow, room: Room, board: BlockId
) -> None:
    other = room.block("Talk")
    room.say(GoLive())
    room.say(StartBlock(other))
    window.open(room.opened())

    window.seek(place(room, board, board, "block"))

    assert seen(window) is Prepare
    assert window.findChildren(Prepare)[0].agenda.chosen() == board


def test_a_private_note_of_the_block_that_runs_opens_to_be_read(
    window: ConsoleWindow, room: Room, board: BlockId
) -> None:
    room.say(GoLive())
    room.say(StartBlock(board))
    window.open(room.opened())

    window.seek(place(room, board, board, "note"))

    assert isinstance(window.focusWidget(), QPlainTextEdit)


def test_a_person_is_chosen_on_the_list(window: ConsoleWindow, room: Room) -> None:
    for name in ("Amina", "Tomas", "Wei"):
        room.person(name)
    window.open(room.opened())

    window.seek(place(room, "", "tomas", "person"))

    people = window.findChildren(Prepare)[0].people
    assert people.isVisible()
    assert people.list.current_id() == "tomas"


def test_a_convening_is_shown_where_it_is_described(window: ConsoleWindow, room: Room) -> None:
    window.open(room.opened())

    window.seek(place(room, "", room.stream, "convening"))

    assert window.findChildren(Prepare)[0].form.isVisible()
    assert page_number(place(room, "b", "b", "block")) == 0


def test_a_hit_that_is_gone_meanwhile_shows_its_convening(window: ConsoleWindow, room: Room, board: BlockId) -> None:
    window.open(room.opened())

    window.seek(place(room, "gone", "gone", "idea"))

    assert seen(window) is Prepare


def test_nothing_happens_while_no_convening_is_open(window: ConsoleWindow, room: Room) -> None:
    window.seek(place(room, "b", "b", "block"))

    assert window.home.isVisible()
