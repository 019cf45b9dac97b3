"""Names for points, written on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.activities.scale import LABELS
from facilitator.activities.scale.console.labels import LabelEditor
from facilitator.activities.scale.rules.points import AGREEMENT, FIST, RATING, SetScale, the_scale
from tests.activities.led import Led
from tests.activities.scale.console.asked_room import KEY, AskingRoom, led, the, words_of


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AskingRoom]:
    opened = AskingRoom(tmp_path, people=3)
    yield opened
    opened.close()


@pytest.fixture
def editor(room: AskingRoom, qtbot: QtBot) -> Led:
    block = room.blocks[KEY]
    return led(
        room,
        qtbot,
        lambda asking, _block: LabelEditor(asking),
        lambda part, records: part.show_scale(the_scale(records, block)),
    )


def labels(editor: Led) -> tuple[str, ...]:
    return the_scale(editor.records(), editor.block).labels


def fields(editor: Led) -> list[QLineEdit]:
    return [field for field in editor.panel.findChildren(QLineEdit) if field.isVisibleTo(editor.panel)]


def name(editor: Led, point: str, words: str) -> QLineEdit:
    """Write over the name of a point, and leave its field."""
    field = the(QLineEdit, f"Name of point {point}", editor.panel)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    editor.follow()
    return field


def test_a_name_is_kept_when_its_field_is_left(editor: Led) -> None:
    """DE2: the scale is editable."""
    name(editor, "8", "I stand aside")

    assert labels(editor) == (*LABELS[AGREEMENT][:7], "I stand aside")


def test_gradients_have_five_to_eight_points(editor: Led) -> None:
    assert not the(QPushButton, "Add a point", editor.panel).isEnabled()

    for point in "432":
        editor.click(f"Take point {point} away")

    assert labels(editor) == ("Whole-hearted yes", *LABELS[AGREEMENT][4:])
    assert len(fields(editor)) == 5
    assert not the(QPushButton, "Take point 1 away", editor.panel).isEnabled()


def test_a_rating_has_three_to_eight_points(editor: Led, room: AskingRoom) -> None:
    room.say(SetScale(RATING), KEY)
    editor.follow()

    for _point in range(2):
        editor.click("Take point 3 away")
    assert labels(editor) == ("Not at all", "A little", "Fully")
    assert not the(QPushButton, "Take point 1 away", editor.panel).isEnabled()

    for _point in range(5):
        editor.click("Add a point")
    assert len(labels(editor)) == 8
    assert not the(QPushButton, "Add a point", editor.panel).isEnabled()


def test_one_writes_on_in_the_point_that_was_added(editor: Led, room: AskingRoom) -> None:
    room.say(SetScale(FIST), KEY)
    editor.follow()

    editor.click("Add a point")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    QTest.keyClicks(focused, "Jazz hands")
    QTest.keyClick(focused, Qt.Key.Key_Return)
    editor.follow()

    assert labels(editor)[-1] == "Jazz hands"


def test_the_usual_names_come_back(editor: Led) -> None:
    name(editor, "1", "Yes")
    assert labels(editor)

    editor.click("Usual names")

    assert labels(editor) == ()
    assert fields(editor)[0].text() == "Whole-hearted yes"
    assert not the(QPushButton, "Usual names", editor.panel).isEnabled()


def test_a_usual_name_that_is_written_again_is_a_usual_name(editor: Led) -> None:
    """Whoever reads another language then reads it in theirs."""
    name(editor, "1", "Yes")

    name(editor, "1", "Whole-hearted yes")

    assert labels(editor) == ()


@pytest.mark.parametrize("words", ["A name that goes on and on and will not end", ""])
def test_a_name_that_is_refused_stays_to_be_mended(editor: Led, room: AskingRoom, words: str) -> None:
    field = the(QLineEdit, "Name of point 2", editor.panel)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    editor.follow()
    room.word_it()
    editor.follow()

    assert field.text() == words
    assert labels(editor) == ()
    refused = [said for said in words_of(editor.panel) if said.endswith(".")]
    assert len(refused) == 1

    name(editor, "2", "Nearly")
    assert labels(editor)[1] == "Nearly"
    assert not [said for said in words_of(editor.panel) if said.endswith(".")]


def test_names_are_not_changed_while_answers_are_open(editor: Led, room: AskingRoom) -> None:
    room.word_it()
    room.open()

    name(editor, "1", "Yes")

    assert labels(editor) == ()
    assert "The proposal, its scale and its rule are fixed while answers are open." in words_of(editor.panel)


def test_done_tells_that_naming_is_over(editor: Led, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.panel.findChildren(LabelEditor)[0].done):
        editor.click("Done")
