"""A page turns to the history and back; each time the history is read anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.console.history.fact_list import FactList
from facilitator.console.history.turned import Turned
from facilitator.convening.words import Wish
from tests.console.conftest import Room, do
from tests.console.history.told import morning

Show = Callable[[QWidget], None]


def facts_of(turned: Turned) -> list[str]:
    """The ids of the facts that are listed."""
    return [row.id for each in turned.findChildren(FactList) if each.isVisible() for row in each.rows()]


def test_the_page_comes_back_as_it_was_and_the_history_anew(room: Room, shown: Show) -> None:
    board = morning(room)
    page, said, focused = QLabel("Agenda"), list[Wish](), list[str]()
    turned = Turned(page, room.opened(), said.append, lambda: focused.append("page"))
    shown(turned)
    assert page.isVisible()
    assert not turned.acts()

    turned.open_act.do()
    room.until(lambda: len(facts_of(turned)) == 10)
    assert not page.isVisible()
    do(turned, "Esc")
    assert page.isVisible()
    assert focused == ["page"]
    assert not turned.is_open

    room.say(AddIdea("Water"), board)
    turned.turn()
    room.until(lambda: len(facts_of(turned)) == 11)
    do(turned, "H")
    assert page.isVisible()


def test_it_opens_at_a_moment_that_somebody_asks_for(room: Room, shown: Show) -> None:
    morning(room)
    turned = Turned(QWidget(), room.opened(), lambda _wish: None, lambda: None)
    shown(turned)

    turned.show_from(1)
    room.until(lambda: len(facts_of(turned)) == 10)

    room.until(lambda: bool(room.pictured))
    assert [len(seen.table("block")) for seen, _ in room.pictured] == [0]
