"""The way back to a card on the desk at home: it is the same convening, even where its card was made anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.console.home_cards import DayCard


class WayBack:
    """Remembers on which card somebody was who left the desk, or who began to search."""

    def __init__(self, desk: QWidget) -> None:
        self._desk = desk
        self._convening = ""

    def focused(self) -> str:
        """The convening whose card has the focus, "" for none."""
        focus = QApplication.focusWidget()
        is_here = isinstance(focus, DayCard) and self._desk.isAncestorOf(focus)
        return focus.convening if isinstance(focus, DayCard) and is_here else ""

    def remember(self, convening: str) -> None:
        """Come back to the card of this convening; "" for none."""
        self._convening = convening

    def take(self) -> bool:
        """Go back to the card, once; whether it is there."""
        wanted, self._convening = self._convening, ""
        return self.go_to(wanted)

    def go_to(self, convening: str) -> bool:
        """Give the focus to the card of a convening; whether it is there."""
        cards = (each for each in self._desk.findChildren(DayCard) if each.convening == convening)
        card = next((each for each in cards if not _has_left(each)), None)
        if card is not None:
            # Who was laid out just now is not shown yet, and could not take it.
            card.show()
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        return card is not None


def _has_left(card: DayCard) -> bool:
    return card.isHidden() and card.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
