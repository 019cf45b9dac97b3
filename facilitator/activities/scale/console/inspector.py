"""A scale while the day is being prepared: what the room will be asked, and by which scale."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.activities.scale import ACTIVITY
from facilitator.activities.scale.console.labels import LabelEditor
from facilitator.activities.scale.console.scale_choice import KindChoice, points_words
from facilitator.activities.scale.console.wording import Wording
from facilitator.activities.scale.rules.points import DECIDING, the_scale
from facilitator.activities.scale.rules.proposal import the_proposal
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.words import Say
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets import STRETCH, Button, Kind, Label, Size, Tone, column, labelled, row


class Inspector(QWidget):
    """The words, the kind of scale and its points. The rule is none of it: the people who are there agree on it."""

    def __init__(self, say: Say, block: BlockId) -> None:
        super().__init__()
        self._block = block
        asking = Asking(say, ACTIVITY.refusals, self)
        self._wording, self._kind = Wording(asking, "label"), KindChoice(asking)
        self._points = Label("", "caption", Tone.SOFT).wrapping()
        self._editor = LabelEditor(asking, across=1)
        self._editor.hide()
        self._editor.done.connect(self._close)
        self._name = Button(_("Name the points"), self._open, icon="pencil-simple", kind=Kind.QUIET, size=Size.SMALL)
        self._rule = Label(_("The rule is agreed with the room, before answers open."), "caption", Tone.SOFT).wrapping()
        self._line = Label("", "small", Tone.OVER).wrapping().vanishing()
        asking.refused.connect(self._line.setText)
        asking.granted.connect(lambda: self._line.setText(""))
        kind = labelled(_("Kind of scale"), self._kind)
        name = row(None, self._name, STRETCH)
        column(self, self._wording, kind, self._points, name, self._editor, self._rule, self._line, gap=8)

    def show_records(self, records: Records) -> None:
        """Show what was prepared."""
        scale = the_scale(records, self._block)
        self._wording.show_proposal(the_proposal(records, self._block), scale.kind)
        self._kind.show_kind(scale)
        self._points.setText(points_words(scale))
        self._editor.show_scale(scale)
        self._rule.setVisible(scale.kind in DECIDING)

    def acts(self) -> tuple[Act, ...]:
        """Nothing here has a key of its own."""
        return ()

    def _open(self) -> None:
        self._editor.show()
        self._name.hide()
        self._editor.take_focus()

    def _close(self) -> None:
        self._name.show()
        self._name.setFocus()
        self._editor.hide()
