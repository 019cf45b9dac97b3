"""Deleting a convening from the desk at home: a line that asks once more, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.console.listing import ListedConvening
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act, key_words
from facilitator.kit.qt.asking import Twice
from facilitator.kit.qt.widgets.button import Button, Size
from facilitator.kit.qt.widgets.frames import Ground, Panel, Rule, row
from facilitator.kit.qt.widgets.label import LineLabel, Tone

KEY = "Del"
_HEIGHT, _RESULT_MS = 44, 20_000


class DeletingLine(Panel):
    """Away until a convening is to be deleted. The second press within three seconds does it: `delete(id)`."""

    def __init__(self, delete: Callable[[str], object]) -> None:
        super().__init__(rule=Rule.BOTTOM)
        self._delete = delete
        self._twice: Twice | None = None
        self._aimed = ""
        self._words = LineLabel("", "small")
        self._acts = QWidget()
        self._acts_row = QHBoxLayout(self._acts)
        self._acts_row.setContentsMargins(0, 0, 0, 0)
        self._going = QTimer(self, singleShot=True, interval=_RESULT_MS)
        self._going.timeout.connect(self.hide)
        self.setFixedHeight(_HEIGHT)
        line = row(self, self._words, self._acts, gap=8, padding=(0, 16, 0, 16))
        line.setStretch(0, 1)
        self.hide()

    def press(self, listed: ListedConvening) -> None:
        """Ask for a convening to be deleted; a press about another one begins anew."""
        if self._twice is None or self._aimed != listed.id:
            if self._twice is not None:
                self._twice.deleteLater()
            self._twice = Twice(lambda: self._delete(str(listed.id)), self)
            self._twice.armed.connect(lambda: self._warn(listed))
            self._twice.relaxed.connect(self._relax)
            self._aimed = str(listed.id)
        self._twice.press()

    def tell(self, words: str, tone: Tone = Tone.OK, acts: Sequence[Act] = ()) -> None:
        """Say what came of it, and what can be done about that."""
        ground = {Tone.OK: Ground.OK, Tone.WARN: Ground.WARN}.get(tone, Ground.OVER)
        self.show_ground(ground)
        self._words.set_tone(tone)
        self._words.show_text(words)
        self.setAccessibleName(words)
        self._show_acts(acts)
        self.show()
        if tone is Tone.WARN:
            self._going.stop()
        else:
            self._going.start()

    def words(self) -> str:
        """What the line says, "" while it is away."""
        return "" if self.isHidden() else self._words.whole()

    def _warn(self, listed: ListedConvening) -> None:
        said = _("Delete “{title}” with everything said in it? No undo brings it back. Press {key} once more.")
        again = Act(KEY, _("Delete for good"), lambda: self.press(listed))
        self.tell(said.format(title=listed.title, key=key_words(KEY)), Tone.WARN, (again,))

    def _relax(self) -> None:
        self._aimed = ""
        self.hide()

    def _show_acts(self, acts: Sequence[Act]) -> None:
        while (place := self._acts_row.takeAt(0)) is not None:
            old = place.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for act in acts:
            self._acts_row.addWidget(Button.for_act(act, size=Size.SMALL))
