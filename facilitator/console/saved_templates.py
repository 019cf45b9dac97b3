"""The templates that somebody made, on the desk at home: begun from, handed on as a file, taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from facilitator.beginnings.templates import Template
from facilitator.console.home_cards import TemplateCard
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act, key_words
from facilitator.kit.qt.widgets.button import Button, Kind
from facilitator.paths import file_name

REMOVE_KEY, SHARE_KEY, BRING_KEY = "Del", "Ctrl S", "Ctrl Shift O"


class SavedTemplates(QObject):
    """Asks the app, by signals, for what only it can do.

    `remove_wanted` and `share_wanted` name a template by its key, the latter with the file to write; `bring_wanted`
    names a file that may be one. `changed` tells that there are other cards now.
    """

    remove_wanted = Signal(str)
    share_wanted = Signal(str, str)
    bring_wanted = Signal(str)
    changed = Signal()

    def __init__(self, page: QWidget, begin: Callable[[Template], None]) -> None:
        super().__init__(page)
        self._page, self._begin = page, begin
        self._templates: tuple[Template, ...] = ()
        self.bring = Button(_("Bring in a template"), self.choose_file, icon="tray", kind=Kind.QUIET)

    def show_templates(self, templates: Sequence[Template]) -> None:
        """From now on these are there."""
        if self._templates != tuple(templates):
            self._templates = tuple(templates)
            self.changed.emit()

    def cards(self) -> list[TemplateCard]:
        """A card for each, new."""
        return [SavedTemplateCard(template, self._begin) for template in self._templates]

    def aimed(self) -> Template | None:
        """The saved template whose card has the focus."""
        focus = QApplication.focusWidget()
        return focus.template if isinstance(focus, SavedTemplateCard) else None

    def acts(self) -> tuple[Act, ...]:
        """What keys do with the card that has the focus."""
        there = lambda: self.aimed() is not None  # noqa: E731 - one line says it
        return (
            Act(REMOVE_KEY, _("Remove template"), self._remove, there),
            Act(SHARE_KEY, _("Save template as a file"), self._share, there),
        )

    def bring_act(self) -> Act:
        """What the key for a file does."""
        return Act(BRING_KEY, _("Bring in a template"), self.choose_file)

    def show_menu(self, place: QPoint) -> bool:
        """Offer at a place of the screen what can be done with the template there; False where there is none."""
        found = self._page.childAt(self._page.mapFromGlobal(place)) or QApplication.focusWidget()
        while found is not None and not isinstance(found, SavedTemplateCard):
            found = found.parentWidget()
        if found is None:
            return False
        template, menu = found.template, QMenu(self._page)
        menu.addAction(_line(_("Begin"), "Enter"), lambda: self._begin(template))
        menu.addAction(_line(_("Save as a file…"), SHARE_KEY), lambda: self._ask_where(template))
        menu.addAction(_line(_("Remove"), REMOVE_KEY), lambda: self.remove_wanted.emit(template.key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        return True

    def choose_file(self) -> None:
        """Ask for a file that is a template."""
        dialog = QFileDialog(self._page, _("Choose a template"), "", _("Templates (*.json);;All files (*)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.bring_wanted)
        dialog.open()

    def _remove(self) -> None:
        if (template := self.aimed()) is not None:
            self.remove_wanted.emit(template.key)

    def _share(self) -> None:
        if (template := self.aimed()) is not None:
            self._ask_where(template)

    def _ask_where(self, template: Template) -> None:
        dialog = QFileDialog(self._page, _("Save the template as a file"), "", _("Templates (*.json)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(file_name(template.name, ""))
        dialog.fileSelected.connect(lambda file: self.share_wanted.emit(template.key, file))
        dialog.open()


class SavedTemplateCard(TemplateCard):
    """A template of one's own."""

    def __init__(self, template: Template, choose: Callable[[Template], None]) -> None:
        whose = _("Made by you")
        super().__init__(template, choose, whose)
        self.template = template
        self.setAccessibleName(f"{self.accessibleName()}, {whose}")


def _line(words: str, key: str) -> str:
    return f"{words}\t{key_words(key)}"
