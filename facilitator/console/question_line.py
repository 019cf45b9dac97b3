"""The question of the live block: read in large letters, mended in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.convening.agenda import Block, ChangeBlock
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.button import IconButton
from facilitator.kit.qt.widgets.frames import STRETCH, row
from facilitator.kit.qt.widgets.label import LineLabel


class QuestionLine(QWidget):
    """Press the pencil to write; Enter or going elsewhere keeps it, Esc leaves it as it was."""

    def __init__(self, ask: Callable[[Wish], object]) -> None:
        super().__init__()
        self._ask = ask
        self._block: Block | None = None
        self._words = LineLabel("", "title")
        self._field = QLineEdit()
        self._field.setAccessibleName(_("Question the room answers"))
        self._field.setFont(theme_in_use().font("console", "heading"))
        self._field.hide()
        self._field.editingFinished.connect(self._finish)
        self._pencil = IconButton("pencil-simple", _("Change the question"), self.write)
        line = row(self, self._words, self._field, self._pencil, STRETCH, gap=6)
        line.setStretch(1, 100)

    def show_block(self, block: Block, *, is_asking: bool) -> None:
        """Show the question of a block that asks one, the title of any other."""
        if self._block is None or block.id != self._block.id:
            self._show_reading()
        self._block = block
        question = block.prompt.split("\n", maxsplit=1)[0]
        self._words.show_text(question if is_asking and question else block.title)
        self._pencil.setVisible(is_asking and self._field.isHidden())

    def write(self) -> None:
        """Open the question for writing."""
        if self._block is None:
            return
        self._field.setText(self._block.prompt)
        self._words.hide()
        self._pencil.hide()
        self._field.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._field.isHidden():
            if self._block is not None:
                self._field.setText(self._block.prompt)
            self._finish()
            return
        super().keyPressEvent(event)

    def _finish(self) -> None:
        if self._field.isHidden() or self._block is None:
            return
        written, block = self._field.text().strip(), self._block
        self._show_reading()
        if written != block.prompt:
            self._ask(ChangeBlock(replace(block, prompt=written)))

    def _show_reading(self) -> None:
        self._field.hide()
        self._words.show()
        self._pencil.show()
