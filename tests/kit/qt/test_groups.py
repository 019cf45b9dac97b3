"""Groups as Qt's model of a tree: whatever is shown after whatever, every index stays with its line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from facilitator.kit.qt.groups import Group, GroupModel
from tests.kit.qt.groups_of import Line, groups

Lines = GroupModel[Line, Line]


@pytest.fixture
def model(qapp: QApplication) -> Lines:
    made: Lines = GroupModel()
    made.show(groups(a="a1 a2 a3", b="b1", c=""))
    return made


@st.composite
def boards(draw: st.DrawFn) -> tuple[Group[Line, Line], ...]:
    """Some of the same heads in any order, the same rows spread over them, each in other words now and then."""
    heads = draw(st.lists(st.sampled_from("ABCDE"), unique=True, max_size=5))
    rows = draw(st.lists(st.sampled_from("123456789"), unique=True)) if heads else []
    homes = [draw(st.sampled_from(heads)) for _ in rows]
    words = draw(st.sampled_from(("", " again")))
    lying = {head: [row for row, home in zip(rows, homes, strict=True) if home == head] for head in heads}
    return tuple(
        Group(Line(head, f"{head}{words}"), tuple(Line(row, f"{row}{words}") for row in lying[head])) for head in heads
    )


def seen(model: Lines) -> dict[str, list[str]]:
    """What a view reads: the texts of heads, and of the rows under each."""
    heads = [model.index(at, 0) for at in range(model.rowCount())]
    return {
        str(head.data()): [str(model.index(row, 0, head).data()) for row in range(model.rowCount(head))]
        for head in heads
    }


def test_a_view_reads_heads_and_the_rows_under_them(model: Lines) -> None:
    assert seen(model) == {"Head a": ["Row a1", "Row a2", "Row a3"], "Head b": ["Row b1"], "Head c": []}


def test_a_row_knows_its_head(model: Lines) -> None:
    row = model.index_of("b1")

    assert (model.id_at(row.parent()), model.head_of("b1"), model.head_of("b")) == ("b", "b", "b")
    assert model.head_of("nobody") == ""
    assert not model.index_of("nobody").isValid()


def test_a_line_is_said_in_full_to_who_does_not_see_it(model: Lines) -> None:
    row = model.index_of("a2")

    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "said Row a2"
    assert row.data(Qt.ItemDataRole.ToolTipRole) == "Row a2"


def test_what_moves_from_group_to_group_leaves_the_others_where_they_are(model: Lines) -> None:
    kept = QPersistentModelIndex(model.index_of("a3"))

    model.show(groups(a="a1 a3", b="b1 a2", c=""))

    assert model.id_at(kept) == "a3"
    assert seen(model)["Head b"] == ["Row b1", "Row a2"]


def test_showing_the_same_again_tells_nothing(model: Lines) -> None:
    told: list[str] = []
    for signal in (model.rowsInserted, model.rowsRemoved, model.dataChanged, model.modelReset):
        signal.connect(lambda *_args: told.append("told"))

    model.show(groups(a="a1 a2 a3", b="b1", c=""))

    assert told == []


def test_other_words_are_told_for_their_line_alone(model: Lines) -> None:
    told: list[tuple[str, str]] = []
    model.dataChanged.connect(lambda first, last: told.append((model.id_at(first), model.id_at(last))))

    changed = groups(a="a1 a2 a3", b="b1", c="")
    model.show((Group(changed[0].head, (*changed[0].rows[:2], Line("a3", "Row three"))), *changed[1:]))

    assert told == [("a3", "a3")]


@given(st.lists(boards(), min_size=2, max_size=5))
@settings(max_examples=60)
def test_any_board_may_follow_any_other(qapp: QApplication, told: list[tuple[Group[Line, Line], ...]]) -> None:
    model: Lines = GroupModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    for board in told:
        kept = {line: QPersistentModelIndex(model.index_of(line)) for line in (*"ABCDE", *"123456789")}
        model.show(board)

        assert model.groups() == board
        assert [model.id_at(model.index_of(line)) for line in model.ids()] == list(model.ids())
        for line, index in kept.items():
            assert model.id_at(index) in (line, "")
    assert tester.model() is model
