"""Writing over an idea, or over the name of a cluster, where it stands: in the tray, the columns or the list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect

from facilitator.activities.ideation_board.console.bars import Ask
from facilitator.activities.ideation_board.console.idea_list import IdeaList
from facilitator.activities.ideation_board.console.in_place import InPlace
from facilitator.activities.ideation_board.console.tray import Tray
from facilitator.activities.ideation_board.rules import EditIdea, RenameCluster
from facilitator.convening.ids import CardId, ClusterId
from facilitator.i18n import _
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_heads import HEAD_HEIGHT


class Overwriting:
    """Opens the field in the view that is seen, and asks for what was written."""

    def __init__(self, tray: Tray, columns: BoardCanvas, ideas: IdeaList, ask: Ask) -> None:
        self._tray, self._columns, self._ideas, self._ask = tray, columns, ideas, ask
        self._note = InPlace(columns.viewport(), _("Edit this idea"))
        self._head = InPlace(columns, _("Rename this cluster"))

    def idea(self, card: str, text: str) -> None:
        """Write over an idea."""
        keep = partial(self._edited, card)
        if not self._ideas.isHidden():
            self._ideas.write_over_idea(card, text, keep)
        elif self._tray.notes.selected():
            self._tray.edit(card)(keep)
        else:
            self._note.open(self._columns.note_place(card), text, keep)

    def cluster(self, cluster: str, index: int, name: str) -> None:
        """Write over the name of the cluster that stands at this position."""
        keep = partial(self._renamed, cluster)
        if not self._ideas.isHidden():
            self._ideas.write_over_name(cluster, name, keep)
            return
        place = self._columns.column_place(index)
        head = QRect(place.left() + self._columns.viewport().x(), 0, place.width(), HEAD_HEIGHT)
        self._head.open(head, name, keep)

    def _edited(self, card: str, text: str) -> None:
        self._ask(EditIdea(CardId(card), text))

    def _renamed(self, cluster: str, name: str) -> None:
        self._ask(RenameCluster(ClusterId(cluster), name))
