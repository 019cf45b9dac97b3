"""What is settled of a merged note later, by key and by menu, on a real desk."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QMenu

from facilitator.activities.ideation_board.console.table import Table
from facilitator.activities.ideation_board.console.wordings_panel import WordingsPanel
from facilitator.activities.ideation_board.rules import MergeIdeas, Placement
from facilitator.convening.ids import CardId
from facilitator.convening.undo import UndoLast
from tests.activities.ideation_board.console.test_panel import LedHere, led, sorted_

__all__ = ["led", "sorted_"]


@pytest.fixture
def merged(sorted_: LedHere) -> CardId:
    """The first note of the board, in which the second one lies."""
    first, second = list(sorted_.records()[Placement])[:2]
    sorted_.room.say(MergeIdeas((first, second)), "ideas")
    sorted_.follow()
    return CardId(first)


def seek(board: LedHere, card: CardId) -> None:
    board.panel.findChildren(Table)[0].choose(card)


def settled(board: LedHere, card: CardId) -> tuple[bool, bool]:
    lies = board.records()[Placement][card]
    return lies.shows_wordings, lies.tells_authors


def test_after_a_merge_the_stage_and_the_phones_are_told_by_key_and_it_is_undone(
    sorted_: LedHere, merged: CardId
) -> None:
    seek(sorted_, merged)

    sorted_.press("Shift O")
    sorted_.press("Alt O")

    assert settled(sorted_, merged) == (True, True)
    titles = {act.key: act.title for act in sorted_.acts()}
    assert (titles["Shift O"], titles["Alt O"]) == ("Show one wording on stage", "Tell their phones no more")
    sorted_.room.say(UndoLast())
    sorted_.room.say(UndoLast())
    assert settled(sorted_, merged) == (False, False)


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_the_menu_has_both_under_the_stage_and_only_for_a_merged_note(sorted_: LedHere, merged: CardId) -> None:
    seek(sorted_, merged)
    sorted_.press("Shift F10")
    menu = next(menu for menu in sorted_.panel.findChildren(QMenu) if menu.title() == "On the stage")
    offered = [action.text().split("\t")[0] for action in menu.actions()]
    menu.close()

    seek(sorted_, CardId(list(sorted_.records()[Placement])[5]))

    assert {"Show every wording on stage", "Tell their phones, in plain words"} <= set(offered)
    assert not {"Shift O", "Alt O"} & {act.key for act in sorted_.acts()}


def test_the_opened_note_shows_what_was_settled_and_follows_it(sorted_: LedHere, merged: CardId) -> None:
    seek(sorted_, merged)
    sorted_.press("O")
    opened = sorted_.panel.findChildren(WordingsPanel)[0]

    def switches() -> list[bool]:
        names = ("Show every wording on stage", "Tell their phones, in plain words")
        found = {each.accessibleName(): each for each in opened.findChildren(QAbstractButton)}
        return [found[name].isChecked() for name in names]

    before = switches()
    sorted_.press("Alt O")

    assert (before, switches()) == ([False, False], [False, True])
    sorted_.room.say(UndoLast())
    sorted_.follow()
    assert switches() == [False, False]
