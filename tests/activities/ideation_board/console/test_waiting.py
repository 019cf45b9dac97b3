"""The list of waiting ideas as Qt sees it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from facilitator.activities.ideation_board.console.columns import Waiting
from facilitator.activities.ideation_board.console.waiting import IDEA_MIME, WaitingModel
from facilitator.convening.ids import CardId


def waiting(*names: str) -> list[Waiting]:
    return [Waiting(CardId(name), f"Idea {name}", is_held=True, is_starred=False) for name in names]


def test_what_is_added_at_the_end_is_inserted_and_resets_nothing() -> None:
    model, resets, inserted = WaitingModel(), list[int](), list[tuple[int, int]]()
    model.show(waiting("a", "b"))
    model.modelReset.connect(lambda: resets.append(1))
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))

    model.show(waiting("a", "b", "c", "d"))
    model.show(waiting("a", "b", "c", "d"))

    assert (resets, inserted) == ([], [(2, 3)])


def test_a_row_says_its_text_and_where_it_stands() -> None:
    model = WaitingModel()

    model.show(waiting("a"))

    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "Idea a. not on stage yet"


def test_a_dragged_idea_carries_its_card() -> None:
    model = WaitingModel()
    model.show(waiting("a", "b"))

    carried = model.mimeData([model.index(1)])

    assert carried.data(IDEA_MIME).toStdString() == "b"
