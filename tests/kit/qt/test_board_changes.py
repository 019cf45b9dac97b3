"""What differs between two boards: the notes that went, came or moved, lane by lane."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF

from facilitator.kit.qt.board_changes import changed_notes, is_same_frame, strips
from facilitator.kit.qt.board_layout import BoardColumn, BoardLayout, BoardNote, PlacedNote, lay_full_width
from tests.kit.qt.boards import columns


def laid(shown: list[BoardColumn]) -> BoardLayout:
    return lay_full_width(shown, 790, lambda *_: 43)


def with_notes(shown: list[BoardColumn], at: int, notes: tuple[BoardNote, ...]) -> list[BoardColumn]:
    return [*shown[:at], replace(shown[at], notes=notes), *shown[at + 1 :]]


def ids(notes: list[PlacedNote]) -> set[str]:
    return {placed.note.id for placed in notes}


def test_the_same_board_made_anew_differs_in_nothing() -> None:
    assert changed_notes(laid(columns(40)), laid(columns(40))) == ([], [])


def test_a_note_at_the_end_of_its_column_is_all_that_comes() -> None:
    gone, come = changed_notes(laid(columns(40)), laid(columns(41)))

    assert (gone, ids(come)) == ([], {"n40"})


def test_a_note_that_goes_moves_those_beneath_it() -> None:
    shown = columns(40)

    gone, come = changed_notes(laid(shown), laid(with_notes(shown, 1, shown[1].notes[:5] + shown[1].notes[6:])))

    assert ids(gone) == {"n26", "n31", "n36"}
    assert ids(come) == {"n31", "n36"}


def test_a_note_that_reads_otherwise_is_another_one_in_its_place() -> None:
    shown = columns(40)
    other = BoardNote("n6", "Said in other words")

    gone, come = changed_notes(laid(shown), laid(with_notes(shown, 1, (shown[1].notes[0], other, *shown[1].notes[2:]))))

    assert [placed.box for placed in gone] == [placed.box for placed in come]
    assert [placed.note for placed in come] == [other]


def test_one_that_changes_its_column_leaves_one_and_comes_to_the_other() -> None:
    shown = columns(40)
    last = shown[0].notes[-1]
    moved = with_notes(with_notes(shown, 0, shown[0].notes[:-1]), 1, (*shown[1].notes, last))

    gone, come = changed_notes(laid(shown), laid(moved))

    assert (ids(gone), ids(come)) == ({last.id}, {last.id})
    assert (gone[0].column, come[0].column) == (0, 1)


def test_another_colour_or_another_number_of_columns_is_another_frame() -> None:
    shown = columns(40)
    coloured = [replace(shown[0], colour="rose"), *shown[1:]]

    assert is_same_frame(laid(shown), laid(columns(50)))
    assert not is_same_frame(laid(shown), laid(coloured))
    assert not is_same_frame(laid(shown), laid(columns(40, count=4)))


def test_a_strip_for_each_lane_holds_what_changed_in_it() -> None:
    note = BoardNote("n", "Tanks")
    lying = [PlacedNote(note, 0, left, top, 100, 40) for left, top in ((0, 90), (0, 10), (105, 50))]

    assert strips(lying) == [QRectF(0, 10, 100, 120), QRectF(105, 50, 100, 40)]
