"""Widgets side by side that go on in the next line where the room is narrow, as words do."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Lays widgets out in reading direction; each keeps the size it asks for, and no more than the line has."""

    def __init__(self, *widgets: QWidget, gap: int = 8) -> None:
        super().__init__()
        self._places: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, place: QLayoutItem) -> None:
        self._places.append(place)

    def count(self) -> int:
        return len(self._places)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._places[index] if 0 <= index < len(self._places) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._places.pop(index) if 0 <= index < len(self._places) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(high for _, high in lines) + self.spacing() * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        shown = [place.sizeHint() for place in self._shown()]
        wide = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(wide, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        shown = [place.minimumSize() for place in self._shown()]
        return QSize(max((s.width() for s in shown), default=0), max((s.height() for s in shown), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        host = self.parentWidget()
        is_rtl = host is not None and host.layoutDirection() is Qt.LayoutDirection.RightToLeft
        top = rect.top()
        for line, high in self._lines(rect.width()):
            left = rect.left()
            for place in line:
                wide = min(place.sizeHint().width(), rect.width())
                start = rect.right() + 1 - (left - rect.left()) - wide if is_rtl else left
                place.setGeometry(QRect(start, top, wide, place.sizeHint().height()))
                left += wide + self.spacing()
            top += high + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [place for place in self._places if not place.isEmpty()]

    def _lines(self, width: int) -> list[tuple[list[QLayoutItem], int]]:
        """Break the widgets into lines: what stands in each, and how high it is."""
        lines: list[tuple[list[QLayoutItem], int]] = []
        used = 0
        for place in self._shown():
            size = place.sizeHint()
            if lines and used + self.spacing() + size.width() <= width:
                line, high = lines[-1]
                line.append(place)
                lines[-1] = line, max(high, size.height())
                used += self.spacing() + size.width()
            else:
                lines.append(([place], size.height()))
                used = size.width()
        return lines
