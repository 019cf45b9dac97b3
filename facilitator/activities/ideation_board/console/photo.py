"""A photo or a scan of paper cards, to look at while typing them. It is only looked at: no file keeps it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from facilitator.i18n import _
from facilitator.kit.qt.theme import theme_in_use

_LARGEST_MB = 512
"""The most memory that a photo may take while it is read: 100 megapixels and some."""

_MOST = 2400
"""A larger photo is kept at this many pixels across: cards are read, not printed."""

_HIGH = 300


class Photo(QWidget):
    """One photo, as large as there is room; nothing until one is opened."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
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
        self.show()
        self.update()
        return ""

    def close_file(self) -> None:
        """Look at no photo any more."""
        self._image = QImage()
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(320, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(QPointF(), QSizeF(size))
        box.moveCenter(QRectF(self.rect()).center())
        with QPainter(self) as painter:
            painter.fillRect(QRectF(self.rect()), theme_in_use().inks.sunken)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, self._image)
