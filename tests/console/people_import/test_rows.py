"""The lines of a table as rows: what is painted, and what a screen reader says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.console.people_import.matching import Matched, Standing
from facilitator.console.people_import.rows import about, row_list, said, standing_words
from facilitator.convening.ids import PersonId
from facilitator.convening.people import Contact, Person

Show = Callable[[QWidget], None]
NOBODY = PersonId("")
AMINA = Matched(
    3, Person(NOBODY, "Amina", "River Trust", "Kenya", "sw", "guide"), Contact(NOBODY, "a@example.org", "12")
)
NAMELESS = Matched(4, Person(NOBODY, ""), Contact(NOBODY), Standing.TROUBLE, "No name")


def test_a_line_is_said_once_in_full() -> None:
    assert said(AMINA) == "Line 3, Amina, River Trust · Kenya · sw · Guide, a@example.org, 12, New"
    assert said(NAMELESS) == "Line 4, No name"
    assert (about(NAMELESS), standing_words(NAMELESS)) == ("", "No name")


def test_trouble_is_painted_in_another_colour_than_what_is_new(shown: Show) -> None:
    view = row_list()
    shown(view)
    view.fill([AMINA, NAMELESS])
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))

    assert view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Line 4, No name"
    picture = view.grab().toImage()
    rows = [
        {
            picture.pixelColor(x, y).name()
            for x in range(picture.width() - 250, picture.width())
            for y in range(top, top + 40, 2)
        }
        for top in (2, 46)
    ]
    assert len(rows[0]) > 3
    assert rows[0] != rows[1]
