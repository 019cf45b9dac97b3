"""By which scale the room answers: its kind, and the points as the room reads them, under names of one's own."""

from __future__ import annotations

from facilitator.activities.scale import KINDS, label
from facilitator.activities.scale.console.labels import LabelEditor
from facilitator.activities.scale.console.page import PageChoice, heading
from facilitator.activities.scale.console.strip import ScaleStrip
from facilitator.activities.scale.rules.points import Scale, SetScale, the_scale
from facilitator.activities.scale.rules.support import supporting, the_rule
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets import STRETCH, Button, Card, Kind, Size, column, row

_NARROWEST = 180


class KindChoice(PageChoice):
    """The kinds of scales by name."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(_("Kind of scale"))
        self._asking = asking
        self._shown = Scale(BlockId(""))
        for kind, name in KINDS.items():
            self.addItem(_(name), kind)
        self.setMinimumWidth(_NARROWEST)
        self.activated.connect(self._choose)

    def show_kind(self, scale: Scale) -> None:
        """Show the kind of a scale, without telling."""
        self._shown = scale
        self.setCurrentIndex(self.findData(scale.kind))

    def _choose(self, at: int) -> None:
        kind = str(self.itemData(at))
        if kind != self._shown.kind:
            self._asking(SetScale(kind), refused=lambda: self.show_kind(self._shown))


class ScaleCard(Card):
    """The kind of scale and its points as the room reads them; "Name the points" unfolds a field for each."""

    def __init__(self, asking: Asking, block: BlockId) -> None:
        super().__init__()
        self._block = block
        self._kind = KindChoice(asking)
        self._strip = ScaleStrip()
        self._editor = LabelEditor(asking)
        self._editor.hide()
        self._name = Button(_("Name the points"), self._open, icon="pencil-simple", kind=Kind.QUIET, size=Size.SMALL)
        self._editor.done.connect(self._close)
        head = row(None, heading(_("Scale")), self._kind, STRETCH, self._name, gap=12)
        column(self, head, self._strip, self._editor, gap=12, padding=(12, 18, 14, 18))

    def show_scale(self, records: Records) -> None:
        """Show the scale as it is chosen; what counts as support stands out."""
        scale, rule = the_scale(records, self._block), the_rule(records, self._block)
        self._kind.show_kind(scale)
        self._strip.show_scale(scale, supporting(scale, rule.counts) if rule.enough else ())
        self._editor.show_scale(scale)

    def _open(self) -> None:
        self._editor.show()
        self._name.setEnabled(False)
        self._editor.take_focus()

    def _close(self) -> None:
        self._name.setEnabled(True)
        self._name.setFocus()
        self._editor.hide()


def points_words(scale: Scale) -> str:
    """The points in one text, where there is no room for a strip: "1 Whole-hearted yes · 2 Yes, minor point"."""
    return " · ".join(_("{point} {name}").format(point=point, name=label(scale, point, _)) for point in scale.points)
