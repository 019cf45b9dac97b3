"""Names on the facilitator's board: nobody is named by default."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console import Inspector
from facilitator.activities.ideation_board.rules import AddIdea, the_board
from facilitator.convening.ids import PersonId
from facilitator.convening.words import Role
from tests.activities.ideation_board.console.test_panel import LedHere, led

__all__ = ["led"]


def test_names_on_stage_is_switched_on_the_day_and_before_it(led: LedHere, qtbot: QtBot) -> None:
    """BD4: nobody is named by default."""
    inspector = Inspector(lambda wish: led.room.desk.say(wish, activity=led.block), led.block)
    qtbot.addWidget(inspector)
    assert not the_board(led.records(), led.block).shows_authors

    led.click("Names on stage")
    assert the_board(led.records(), led.block).shows_authors
    inspector.show_records(led.records())
    switch = next(part for part in inspector.children() if getattr(part, "accessibleName", str)() == "Names on stage")
    assert isinstance(switch, QCheckBox)
    assert switch.isChecked()

    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)

    assert not the_board(led.records(), led.block).shows_authors


def test_an_idea_names_its_author_only_while_names_are_seen(led: LedHere) -> None:
    """BD4. PR1."""
    led.click("Names on stage")
    named, wish = led.room.sample["people"][0], AddIdea("Solar pumps", "phone", is_signed=True)
    for who, each in ((named, wish), (led.room.sample["people"][1], AddIdea("Open map", "phone"))):
        by, device = PersonId(who["key"]), f"phone-{who['name']}"
        led.room.desk.say(each, by=by, role=Role.PARTICIPANT, device=device, activity=led.block).result()
    led.follow()
    rows = [led.tray().model().index(row, 0) for row in range(2)]
    said = [str(row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]

    assert said == [f"Solar pumps. not on stage yet · {named['name']}", "Open map. not on stage yet · anonymous"]

    led.click("Names on stage")
    assert named["name"] not in str(rows[0].data(Qt.ItemDataRole.AccessibleTextRole))


def test_clusters_go_on_as_one_by_key_on_the_day_and_by_a_switch_before_it(led: LedHere, qtbot: QtBot) -> None:
    led.press("Alt G")
    assert the_board(led.records(), led.block).yields_whole
    inspector = Inspector(lambda wish: led.room.desk.say(wish, activity=led.block), led.block)
    qtbot.addWidget(inspector)
    inspector.show_records(led.records())
    switch = next(
        part for part in inspector.findChildren(QCheckBox) if part.accessibleName().startswith("Each cluster")
    )
    assert switch.isChecked()

    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert not the_board(led.records(), led.block).yields_whole
    led.follow()
    led.press("Alt G")
    led.press("Alt G")
    assert not the_board(led.records(), led.block).yields_whole


def test_y_goes_one_step_surer_with_what_is_chosen_and_round_again(led: LedHere) -> None:
    """BD5."""
    led.write("Solar pumps")
    assert led.tray().model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Solar pumps. not on stage yet"
    said = []
    for _press in range(5):
        led.choose(0)
        led.press("Y")
        said.append(str(led.tray().model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)).partition(" · ")[2])

    assert said == ["hunch", "noticed", "tested", "agreed", ""]
