"""The second folder of backups: a stick that is plugged in, or a folder that is written down."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.console.backup_rows import BackupsShown, made_words
from facilitator.console.times import Clock
from facilitator.i18n import _
from facilitator.kit.qt.widgets.button import Button
from facilitator.kit.qt.widgets.field import Field
from facilitator.kit.qt.widgets.frames import STRETCH, Card, column, row
from facilitator.kit.qt.widgets.label import Label, Tone


class SecondFolderCard(Card):
    """`wanted` names the folder to keep a second copy in; `forgotten` ends that."""

    wanted = Signal(str)
    forgotten = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._words = Label("", "small", Tone.SOFT).wrapping()
        self._place = Label("", "caption", Tone.SOFT).wrapping()
        self._forget = Button(_("Stop copying there"), self.forgotten.emit)
        self._sticks = QWidget()
        self._sticks_box = column(self._sticks, gap=6)
        self._sticks_shown: tuple[str, ...] = ()
        self.field = Field(_("Folder"), hint=_("/media/stick"))
        self._choose = Button(_("Keep a copy there"), self._choose_written)
        self.field.changed.connect(lambda text: self._choose.setEnabled(bool(text.strip())))
        self._choose.setEnabled(False)
        self._ways = QWidget()
        column(self._ways, self._sticks, self.field, row(None, self._choose, STRETCH), gap=10)
        column(
            self, Label(_("A second folder, such as a stick"), "heading"), self._words, self._place, self._ways,
            row(None, self._forget, STRETCH), gap=10, padding=(18, 18, 18, 18),
        )  # fmt: skip

    def show_backups(self, shown: BackupsShown) -> None:
        """Show what is chosen, when it got its last copy, and what could be chosen."""
        has_one = bool(shown.second)
        if not has_one:
            self._words.setText(
                _("Each backup is copied there too. A laptop can be lost; a stick in your pocket helps.")
            )
        elif shown.second_at:
            when = made_words(shown.second_at, self._clock())
            self._words.setText(_("Last copy there: {when}").format(when=when))
        else:
            self._words.setText(_("It is not there, or holds no copy yet. Plug it in; it gets the next one by itself."))
        # A long path may break after each of its folders.
        self._place.setText(shown.second.replace("/", "/\u200b"))
        self._place.setVisible(has_one)
        self._forget.setVisible(has_one)
        self._ways.setVisible(not has_one)
        self._forget.setEnabled(not shown.looking_at)
        self._ways.setEnabled(not shown.looking_at)
        self._show_sticks(shown.sticks)

    def _show_sticks(self, sticks: tuple[str, ...]) -> None:
        if sticks == self._sticks_shown:
            return
        self._sticks_shown = sticks
        while (place := self._sticks_box.takeAt(0)) is not None:
            if (old := place.widget()) is not None:
                old.hide()
                old.deleteLater()
        for stick in sticks:
            words = _("Use {stick}").format(stick=PurePath(stick).name or stick)
            self._sticks_box.addWidget(Button(words, partial(self.wanted.emit, stick), icon="usb"))
        self._sticks.setVisible(bool(sticks))

    def _choose_written(self) -> None:
        self.wanted.emit(self.field.text().strip())
