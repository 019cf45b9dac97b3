"""Saving a copy of a convening: under which name, and in which shape."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.i18n import _
from facilitator.paths import file_name

KEY = "Ctrl S"


class CopySaver(QObject):
    """`wanted` names the file to write; its ending says the shape."""

    wanted = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page

    def choose(self, title: str, date: str) -> None:
        """Ask for a name; a good one is there already."""
        dialog = QFileDialog(self._page, _("Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shapes = {
            _("Workbook: ideas, votes, agenda, people (*.xlsx)"): "xlsx",
            _("Facilitator, for another laptop (*.convene)"): "convene",
            _("Markdown, for a wiki or a mail (*.md)"): "md",
            _("Ideas as text for spreadsheets (*.csv)"): "csv",
            _("JSON, for programs (*.json)"): "json",
            _("Summary for participants (*.pdf)"): "pdf",
        }
        dialog.setNameFilters(list(shapes))
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda shape: dialog.setDefaultSuffix(shapes[shape]))
        dialog.selectFile(file_name(title, date))
        dialog.fileSelected.connect(self.wanted)
        dialog.open()
