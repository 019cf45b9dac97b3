"""A photo or a scan of paper cards, to look at while typing them. It is only looked at: no file keeps it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.theme import theme_in_use

_LARGEST_MB = 512
"""The most memory that a photo may take while it is read: 100 megapixels and some."""

_MOST = 2400
"""A larger photo is kept at this many pixels across: cards are read, not printed."""

_HIGH = 300
_NEAREST = 4
"""How many times as large as in the whole picture a part of it can be seen: there it shows every point that is kept."""


class Photo(QWidget):
    """One photo, as large as there is room, or a part of it nearer, card by card; nothing until one is opened."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._near, self._across, self._down = 1, 0.5, 0.5
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Photo of the cards"))
        self.hide()

    def ask(self) -> QFileDialog:
        """Let a photo be chosen; the window stays usable meanwhile."""
        formats = " ".join(sorted(f"*.{bytes(each.data()).decode()}" for each in QImageReader.supportedImageFormats()))
        dialog = QFileDialog(self.window(), _("Choose a photo of the cards"), "", _("Pictures") + f" ({formats})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def show_file(self, path: Path) -> str:
        """Show a picture file; says in a sentence why it cannot be shown, or ""."""
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)  # Phones write how they were held beside the picture.
        QImageReader.setAllocationLimit(_LARGEST_MB)
        size = reader.size()
        if size.isValid() and max(size.width(), size.height()) > _MOST:
            reader.setScaledSize(size.scaled(_MOST, _MOST, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        if image.isNull():
            return _("{file} is not a picture that can be shown here.").format(file=path.name)
        self._image = image
        self._near, self._across, self._down = 1, 0.5, 0.5
        self.show()
        self.update()
        return ""

    def acts(self) -> tuple[Act, ...]:
        """Going through the cards of a photo while typing them: nearer, and from one part to the next."""
        is_open, is_near = lambda: not self._image.isNull(), lambda: self._near > 1
        return (
            Act("Alt PgDn", _("Look at the photo nearer"), lambda: self._look(2), is_open),
            Act("Alt PgUp", _("Look at more of the photo"), lambda: self._look(0.5), is_near),
            Act("Alt Left", _("The part to the left"), lambda: self._move(-1, 0), is_near),
            Act("Alt Right", _("The part to the right"), lambda: self._move(1, 0), is_near),
            Act("Alt Up", _("The part above"), lambda: self._move(0, -1), is_near),
            Act("Alt Down", _("The part below"), lambda: self._move(0, 1), is_near),
        )

    def _look(self, by: float) -> None:
        self._near = round(min(_NEAREST, max(1, self._near * by)))
        self._move(0, 0)

    def _move(self, across: int, down: int) -> None:
        """Go on by three quarters of what is seen, so that no card is cut twice; no farther than the edge."""
        size = self._size()
        wide, high = min(1.0, self.width() / size.width()), min(1.0, self.height() / size.height())
        self._across = min(1 - wide / 2, max(wide / 2, self._across + across * wide * 0.75))
        self._down = min(1 - high / 2, max(high / 2, self._down + down * high * 0.75))
        self.update()

    def _size(self) -> QSizeF:
        return QSizeF(self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)) * self._near

    def close_file(self) -> None:
        """Look at no photo any more."""
        self._image = QImage()
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(320, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        size, middle = self._size(), QRectF(self.rect()).center()
        box = QRectF(middle - QPointF(self._across * size.width(), self._down * size.height()), size)
        with QPainter(self) as painter:
            painter.fillRect(QRectF(self.rect()), theme_in_use().inks.sunken)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, self._image)
