"""What hands can do on the board: every act on the chosen idea or cluster, with its key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol

from PySide6.QtGui import QGuiApplication

from facilitator.activities.ideation_board.console.canvas_hands import canvas_acts, looking_acts
from facilitator.activities.ideation_board.console.columns import SortedBoard
from facilitator.activities.ideation_board.console.on_canvas import OnCanvas
from facilitator.activities.ideation_board.rules import AUTHOR, CLUSTER, MOST_CLUSTERS
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act, is_typing


class Hands(Protocol):
    """The board as hands find it: what is chosen, and what can be done with it."""

    def seen(self) -> SortedBoard: ...
    def chosen(self) -> str: ...
    def chosen_cluster(self) -> str: ...
    def place(self, index: int) -> None: ...
    def merge(self) -> None: ...
    def split(self) -> None: ...
    def can_split(self) -> bool: ...
    def open_wordings(self) -> None: ...
    def look_at_twins(self) -> None: ...
    def has_twins(self) -> bool: ...
    def move_cluster(self, steps: int) -> None: ...
    def edit(self) -> None: ...
    def hold_or_show(self) -> None: ...
    def star(self) -> None: ...
    def park(self) -> None: ...
    def let_go_on(self) -> None: ...
    def remove(self) -> None: ...
    def spotlight(self) -> None: ...
    def focus(self) -> None: ...
    def walk(self, steps: int, along: str) -> None: ...
    def rename(self) -> None: ...
    def name_cluster(self) -> None: ...
    def take_apart(self) -> None: ...
    def write(self) -> None: ...
    def reveal(self) -> None: ...
    def reveal_shuffled(self) -> None: ...
    def reveal_author(self) -> None: ...
    def ask_also(self) -> None: ...
    def pick(self) -> None: ...
    def is_listed(self) -> bool: ...
    def switch_list(self) -> None: ...

    @property
    def canvas(self) -> OnCanvas: ...


def acts_of(board: Hands) -> tuple[Act, ...]:
    """Every act of the board with its key, those used most first."""

    def has_idea() -> bool:
        return bool(board.chosen())

    def has_cluster() -> bool:
        return bool(board.chosen_cluster())

    def is_hiding() -> bool:
        return bool(board.seen().held)

    way = _("Show as a board") if board.is_listed() else _("Show as a list")
    return (
        Act("Shift L", way, board.switch_list),
        *_placing(board, has_idea),
        Act("M", _("Merge notes"), board.merge, has_idea),
        Act("Shift M", _("Take merged note apart"), board.split, board.can_split),
        Act("O", _("Open merged note"), board.open_wordings, board.can_split),
        Act("E", _("Edit"), board.edit, has_idea),
        Act("X", _("Take off stage, or put back"), board.hold_or_show, has_idea),
        Act("*", _("Short list"), board.star, has_idea),
        Act("P", _("Park for later, or take back"), board.park, has_idea),
        Act("S", _("Spotlight"), board.spotlight, has_cluster),
        Act("Shift S", _("Show this idea large, or all again"), board.focus, has_idea),
        Act("]", _("Next idea large"), partial(board.walk, 1, CLUSTER), has_idea),
        Act("[", _("Previous idea large"), partial(board.walk, -1, CLUSTER), has_idea),
        Act("}", _("Next idea of this person large"), partial(board.walk, 1, AUTHOR), has_idea),
        Act("{", _("Previous idea of this person large"), partial(board.walk, -1, AUTHOR), has_idea),
        *(() if board.canvas.is_in_use() else (Act("R", _("Rename cluster"), board.rename, has_cluster),)),
        Act("I", _("Type an idea"), board.write),
        Act("Ctrl Enter", _("Show all on stage"), board.reveal, is_hiding),
        Act("Alt Enter", _("Show the ideas of one person"), board.reveal_author, is_hiding),
        Act("Shift Enter", _("Show all, in a mixed order"), board.reveal_shuffled, is_hiding),
        Act("Del", _("Remove idea"), board.remove, has_idea),
        Act("Ctrl M", _("Look at ideas that look alike"), board.look_at_twins, board.has_twins),
        Act("Shift G", _("Let this cluster go on, or not"), board.let_go_on, has_cluster),
        Act("Ctrl Space", _("Pick this idea too, or drop it"), board.pick, lambda: has_idea() and not is_typing()),
        Act("Z", _("All notes at once, or at full size"), board.canvas.switch_whole, lambda: not board.is_listed()),
        *looking_acts(board.canvas, lambda: not board.is_listed()),
        *(canvas_acts(board.canvas) if board.canvas.is_in_use() else _clustering(board, has_cluster)),
    )


def _clustering(board: Hands, has_cluster: Callable[[], bool]) -> tuple[Act, ...]:
    def has_room() -> bool:
        return len(board.seen().columns) < MOST_CLUSTERS

    # Keys move what is seen: where people read from the right the next cluster stands on the left.
    rightward = -1 if QGuiApplication.isRightToLeft() else 1
    return (
        Act("A", _("New cluster"), board.name_cluster, has_room),
        Act("Q", _("Ask one more question"), board.ask_also, has_room),
        Act("Alt Left", _("Move cluster to the left"), partial(board.move_cluster, -rightward), has_cluster),
        Act("Alt Right", _("Move cluster to the right"), partial(board.move_cluster, rightward), has_cluster),
        Act("Shift X", _("Take cluster apart"), board.take_apart, has_cluster),
    )


def _placing(board: Hands, has_idea: Callable[[], bool]) -> Iterator[Act]:
    for index, column in enumerate(board.seen().columns):
        if not column.id:
            continue
        title = _("Place in {letter} · {name}").format(letter=column.letter, name=column.name)
        yield Act(str(index + 1), title, partial(board.place, index), has_idea)
    if board.seen().columns:
        yield Act("0", _("Back to unsorted"), partial(board.place, -1), has_idea)
