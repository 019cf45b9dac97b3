"""Choosing how the board is laid out: a button that says which layout it has, and a menu of all there are."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from facilitator.activities.ideation_board.console.more import LAYOUT_KEY
from facilitator.activities.ideation_board.rules import LayOut, Layout, read_layout
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.widgets import Button, Size
from facilitator.paths import resources


@cache
def shipped() -> dict[str, tuple[Layout, str]]:
    """The layouts that travel with the app, by key, each with its JSON text."""
    written = json.loads((resources() / "templates/board_layouts.json").read_text(encoding="utf-8"))
    drawn = [json.dumps(each, ensure_ascii=False, sort_keys=True) for each in written]
    return {layout.key: (layout, text) for text in drawn for layout in (read_layout(text),)}


class LayoutChoice(Button):
    """Says which layout the board has; pressed it offers the others, a digit each."""

    def __init__(self, ask: Callable[[Wish], object]) -> None:
        super().__init__("", self.open_menu, key=LAYOUT_KEY, size=Size.NORMAL)
        self.setAccessibleDescription(_("The layout of the board"))
        self._ask = ask
        self._layout = ""

    def show_layout(self, layout: Layout) -> None:
        """Show which layout the board has; one from elsewhere has its own title."""
        self._layout = layout.key
        known = shipped().get(layout.key)
        self.show_text(_(layout.title or (known[0].title if known else "")))

    def open_menu(self) -> None:
        """Open the menu under the button."""
        menu = self.made_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def made_menu(self) -> QMenu:
        """Every layout, the one in use checked."""
        menu = QMenu(self)
        menu.setAccessibleName(_("Layout"))
        group = QActionGroup(menu)
        for number, (key, (layout, drawn)) in enumerate(shipped().items(), start=1):
            made = menu.addAction(f"&{number}  {_(layout.title)}", partial(self._choose, key, drawn))
            made.setCheckable(True)
            made.setChecked(key == self._layout)
            group.addAction(made)
        return menu

    def acts(self) -> tuple[Act, ...]:
        """The menu by its key, and every other layout by its name."""
        menu = Act(LAYOUT_KEY, _("Choose the layout"), self.open_menu)
        others = (
            Act("", _("Lay the board out as: {title}").format(title=_(layout.title)), partial(self._choose, key, drawn))
            for key, (layout, drawn) in shipped().items()
            if key != self._layout
        )
        return (menu, *others)

    def _choose(self, key: str, drawn: str) -> None:
        if key != self._layout:
            self._ask(LayOut(drawn))
