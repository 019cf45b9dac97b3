"""The left edge of the desk: what lies here, and whether projector and phones are ready."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.console.home_files import HomeFiles
from facilitator.console.sign import Sign
from facilitator.console.surroundings import Projector, Surroundings
from facilitator.i18n import _
from facilitator.kit.qt.widgets.frames import STRETCH, Card, Ground, Panel, Rule, column
from facilitator.kit.qt.widgets.label import Label, Tone
from facilitator.kit.qt.widgets.list_row import ListRow, RowWords

WIDTH = 240


class HomeNav(Panel):
    """The sections of the desk; the box below tells what is plugged in."""

    def __init__(self) -> None:
        super().__init__(Ground.SURFACE, Rule.RIGHT)
        self.setFixedWidth(WIDTH)
        self.convenings = ListRow(RowWords(_("Convenings"), icon="calendar-blank-fill", key="Ctrl 1"), height=40)
        self.convenings.mark_chosen()
        self.backups = ListRow(RowWords(_("Backups"), icon="floppy-disk", key="Ctrl 2"), height=40)
        self.methods = ListRow(RowWords(_("Methods"), icon="books", key="Ctrl 3"), height=40)
        self.files = HomeFiles()
        head = QWidget()
        words = Label(_("Everything stays on this laptop"), "caption", Tone.SOFT)
        column(head, Label(_("Your desk"), "heading"), words, gap=0, padding=(0, 12, 16, 12))
        self._projector, self._screen = _line("projector-screen")
        self._phones, self._address = _line("wifi-high")
        box = Card(Ground.PAPER)
        column(
            box,
            self._projector, self._screen, 8, self._phones, self._address, gap=2, padding=(12, 14, 12, 14),
        )  # fmt: skip
        places = (self.convenings, self.backups, self.methods, self.files)
        column(self, head, *places, STRETCH, box, gap=0, padding=(20, 12, 12, 12))
        self.show_surroundings(Surroundings())

    def mark_section(self, chosen: ListRow) -> None:
        """Tint the section that is open."""
        for each in (self.convenings, self.backups, self.methods):
            each.mark_chosen() if each is chosen else each.mark_plain()

    def show_surroundings(self, around: Surroundings) -> None:
        """Tell what is plugged in."""
        heading, words = {
            Projector.READY: (_("Projector ready"), around.screen or _("Second screen")),
            Projector.MISSING: (_("No second screen yet"), _("Plug in the projector any time")),
            Projector.MIRRORED: (_("The room can see this desk"), _("Extend the screen instead of mirroring it")),
        }[around.projector]
        self._projector.show_words(heading)
        self._screen.setText(words)
        is_open = bool(around.address)
        self._phones.show_words(_("Phones can join") if is_open else _("No network yet"))
        self._address.setText(around.address or _("Phones join over any Wi-Fi, no internet needed"))


def _line(icon: str) -> tuple[Sign, Label]:
    words = Label("", "caption", Tone.SOFT).wrapping()
    words.setMinimumWidth(1)
    return Sign(icon, ""), words
