"""Saving a copy of a convening, or its agenda alone: under which name, and in which shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.convening.agenda import Block, agenda
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.paths import file_name

KEY, PRINT_KEY, TEMPLATE_KEY, BOARD_KEY = "Ctrl S", "Ctrl P", "Ctrl Shift S", "Ctrl Shift P"

AGENDA, TEMPLATE, BOARD = "agenda", "template", "board"
"""The parts of a convening that leave alone: its agenda, what others can begin with, and one idea board."""

_BOARDS = "ideation_board"


@dataclass(frozen=True, slots=True)
class Copy:
    """A file to write; its ending says the shape. `part` is "" for the whole convening, `paper` that of a poster.

    Of a board: `block` names it, and `size` is that of a picture in pixels ("3840x2160").
    """

    file: str
    part: str = ""
    paper: str = "a4"
    block: str = ""
    size: str = ""


class CopySaver(QObject):
    """`wanted` carries the `Copy` to write."""

    wanted = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page

    def choose(self, title: str, date: str) -> None:
        """Ask for a name; a good one is there already."""
        shapes = {
            _("Workbook: ideas, votes, agenda, people (*.xlsx)"): "xlsx",
            _("Facilitator, for another laptop (*.convene)"): "convene",
            _("Markdown, for a wiki or a mail (*.md)"): "md",
            _("Ideas as text for spreadsheets (*.csv)"): "csv",
            _("JSON, for programs (*.json)"): "json",
            _("Summary for participants (*.pdf)"): "pdf",
        }
        dialog = self._dialog(_("Save a copy"), shapes, file_name(title, date))
        dialog.fileSelected.connect(lambda file: self.wanted.emit(Copy(file)))
        dialog.open()

    def choose_agenda(self, title: str, date: str) -> None:
        """Ask for a name and a paper for the agenda alone; a poster for the wall is offered first."""
        a3, a4 = _("Poster for the wall, A3 (*.pdf)"), _("Poster for the wall, A4 (*.pdf)")
        shapes = {
            a3: "pdf",
            a4: "pdf",
            _("Agenda as a workbook (*.xlsx)"): "xlsx",
            _("Agenda as text for spreadsheets (*.csv)"): "csv",
            _("Agenda as Markdown (*.md)"): "md",
        }
        name = file_name(_("{title} agenda").format(title=title), date)
        dialog = self._dialog(_("Print the agenda"), shapes, name)
        dialog.fileSelected.connect(
            lambda file: self.wanted.emit(Copy(file, AGENDA, "a3" if dialog.selectedNameFilter() == a3 else "a4"))
        )
        dialog.open()

    def board_act(self, records: Records, chosen: str, finish: Callable[[], object]) -> Act:
        """The act that saves the chosen block if it is an idea board, else the first board; `finish` is done first."""
        block = records[Block].get(board_of(records, chosen))

        def save() -> None:
            if block is not None:
                finish()
                self.choose_board(block.title, the_convening(records).date, block.id)

        return Act(BOARD_KEY, _("Save the idea board"), save, lambda: block is not None)

    def choose_board(self, title: str, date: str, block: str) -> None:
        """Ask for a name and a shape for one idea board; a picture as large as a large screen is offered first."""
        large, small = _("Picture, 3840 × 2160 (*.png)"), _("Picture, 1920 × 1080 (*.png)")
        a4, a3 = _("Pages for participants, A4 (*.pdf)"), _("Pages for participants, A3 (*.pdf)")
        shapes = {
            large: "png",
            small: "png",
            _("Drawing, its words can be searched (*.svg)"): "svg",
            a4: "pdf",
            a3: "pdf",
            _("Ideas with all wordings, for spreadsheets (*.csv)"): "csv",
            _("Ideas with all wordings, as Markdown (*.md)"): "md",
        }
        dialog = self._dialog(_("Save the idea board"), shapes, file_name(title, date))

        def copy(file: str) -> Copy:
            shape = dialog.selectedNameFilter()
            size = "1920x1080" if shape == small else "3840x2160"
            return Copy(file, BOARD, "a3" if shape == a3 else "a4", block, size)

        dialog.fileSelected.connect(lambda file: self.wanted.emit(copy(file)))
        dialog.open()

    def keep_template(self) -> None:
        """Make a template of the convening, under its own name."""
        self.wanted.emit(Copy("", TEMPLATE))

    def _dialog(self, title: str, shapes: Mapping[str, str], name: str) -> QFileDialog:
        dialog = QFileDialog(self._page, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters(list(shapes))
        dialog.setDefaultSuffix(next(iter(shapes.values())))
        dialog.filterSelected.connect(lambda shape: dialog.setDefaultSuffix(shapes[shape]))
        dialog.selectFile(name)
        return dialog


def board_of(records: Records, chosen: str) -> BlockId:
    """The idea board to save: the chosen block if it is one, else the first on the agenda; "" without any."""
    boards = [block.id for block in agenda(records) if block.activity == _BOARDS]
    return BlockId(chosen) if chosen in boards else next(iter(boards), BlockId(""))
