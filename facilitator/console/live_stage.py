"""What the room sees, on the facilitator's side: the stage in small, blank, freeze, and what else can be shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from facilitator.console.stage_words import StageState
from facilitator.console.surroundings import Projector
from facilitator.convening.stage_state import Stage
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act, key_words
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.button import Button, IconButton, Size
from facilitator.kit.qt.widgets.chip import Chip
from facilitator.kit.qt.widgets.frames import STRETCH, column, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone

PREVIEW = QSize(304, 171)
_LEAST = QSize(240, 135)
_FRAME = 4
_MENU = ("welcome", "activity", "timer", "thanks", "", "page_on", "page_back", "", "end")


class LiveStage(QWidget):
    """The preview is the stage itself, scaled; it is handed in by whoever owns the stage."""

    def __init__(self, preview: QWidget, acts: Mapping[str, Act]) -> None:
        super().__init__()
        self._acts = acts
        self._state = Chip()
        self._frame = _Frame(preview)
        self._blank = Button.for_act(acts["blank"], icon="monitor", size=Size.SMALL)
        self._freeze = Button.for_act(acts["freeze"], icon="snowflake", size=Size.SMALL)
        self._more = IconButton("dots-three-bold", _("More for the stage"), self.open_menu)
        self._next_said = Label(_("Next on stage"), "small", Tone.FAINT)
        self._next = LineLabel("", "small")
        self._next.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        heading = Label(_("What the room sees"), "caption", Tone.SOFT)
        heading.setFont(theme_in_use().sized(12, 600))
        self._next.setFont(theme_in_use().sized(13, 500))
        column(
            self,
            row(None, heading, STRETCH, self._state),
            self._frame,
            2,
            row(None, self._blank, self._freeze, STRETCH, self._more),
            2,
            row(None, self._next_said, self._next),
            padding=(14, 16, 14, 16),
        )

    def show_state(self, stage: Stage, state: StageState, projector: Projector) -> None:
        """Show what the stage does now."""
        self._state.show_state(state.short, state.tone, state.short_icon)
        self._blank.show_text(_("Show again") if stage.is_blank else _("Blank"))
        self._freeze.show_text(_("Unfreeze") if stage.is_frozen else _("Freeze"))
        self._frame.show_edge(
            Tone.OVER if projector is Projector.MIRRORED else Tone.WARN if stage.is_frozen else Tone.SOFT
        )

    def show_next(self, title: str) -> None:
        """Say what comes next."""
        self._next.show_text(title)
        self._next_said.setVisible(bool(title))

    def open_menu(self, at: QPoint | None = None) -> None:
        """Open the list of what else can be done with the stage."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at if at is not None else self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """What else can be done with the stage, as things stand now."""
        menu = QMenu(self)
        menu.setAccessibleName(_("Stage"))
        for name in _MENU:
            if not name:
                menu.addSeparator()
                continue
            act = self._acts[name]
            entry = menu.addAction(f"{act.title}\t{key_words(act.key)}" if act.key else act.title)
            entry.setEnabled(act.is_enabled())
            entry.triggered.connect(lambda _checked=False, act=act: act.do())
        return menu


class _Frame(QWidget):
    """Holds the preview, with a strong edge when the room sees something else than one might think.

    Where a low window has no room for all, the preview gets smaller, in the shape of the stage.
    """

    def __init__(self, preview: QWidget) -> None:
        super().__init__()
        self.setMaximumHeight(PREVIEW.height())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._preview = preview
        preview.setParent(self)
        preview.show()
        self._edge = _Edge(self)

    def sizeHint(self) -> QSize:
        return PREVIEW

    def minimumSizeHint(self) -> QSize:
        return _LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        size = PREVIEW.scaled(self.size().boundedTo(PREVIEW), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(QPoint((self.width() - size.width()) // 2, 0), size)
        self._edge.setGeometry(place)
        self._preview.setFixedSize(size - QSize(2, 2))
        self._preview.move(place.topLeft() + QPoint(1, 1))

    def show_edge(self, tone: Tone) -> None:
        """Show the edge in a tone."""
        self._edge.tone = tone
        self._edge.raise_()
        self._edge.update()


class _Edge(QWidget):
    """The edge, over the preview."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tone = Tone.SOFT
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        inks = theme_in_use().inks
        strong = {Tone.WARN: inks.warn, Tone.OVER: inks.over}.get(self.tone)
        width = _FRAME if strong is not None else 1
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(strong or inks.line_strong, width))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), 5, 5)
