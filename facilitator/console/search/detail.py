"""The one hit that is looked at: as it hangs on the board, how else it was said, and its way so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.console.search.words import icon_of, kind_words, step_words, title_of
from facilitator.convening.findable import Hit, Step
from facilitator.i18n import _, ngettext
from facilitator.kit.letters import spoken_letter
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.lettering import Lettering, TextStyle, Upright
from facilitator.kit.qt.marks import paint_tag
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import Theme, theme_in_use
from facilitator.kit.qt.widgets.button import Button, Kind
from facilitator.kit.qt.widgets.frames import STRETCH, Card, Hairline, column, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone

WIDTH = 330
_PADDING, _EDGE = 18, 4
_LINES, _WORDINGS, _STEPS = 8, 3, 6
_DAY = 56


class Detail(Card):
    """Shows a hit at once, and its way as soon as it is known."""

    def __init__(self, open_there: Callable[[], None]) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self._hit: Hit | None = None
        self._tag, self._where = _Tag(), LineLabel("", "caption", Tone.SOFT)
        self._note = _Note()
        self._also = Label("", "small", Tone.SOFT).wrapping()
        self._also.setMinimumWidth(1)
        self._heading = Label(_("Its way so far"), "caption", Tone.SOFT)
        self._heading.setFont(theme_in_use().sized(12, 600))
        self._steps = [_StepLine() for _place in range(_STEPS)]
        self._open = Button(_("Open there"), open_there, key="Enter", kind=Kind.PRIMARY)
        way = column(None, self._heading, 6, *self._steps, gap=0)
        column(
            self, row(None, self._tag, self._where, gap=8), self._note, self._also, way, row(None, self._open, STRETCH),
            gap=12, padding=(_PADDING, _PADDING, _PADDING, _PADDING),
        )  # fmt: skip
        self.show_way((), Reading(0))

    def show_hit(self, hit: Hit) -> None:
        """Show a hit; its way is another one's until it is told."""
        if hit == self._hit:
            return
        self._hit = hit
        self._tag.show_hit(hit)
        self._where.show_text(" · ".join(part for part in (hit.group or hit.block, kind_words(hit.place.kind)) if part))
        title = title_of(hit)
        self._note.show_text(title.text, hit.position)
        others = [part.text for part in hit.parts[1:]] if hit.place.kind != "wicked_question" else []
        self._also.setText(_also_words(hit, others))
        self._also.setVisible(bool(others))
        self.show_way((), Reading(0))

    def let_go(self) -> None:
        """Know nothing of the hit any more."""
        self._hit = None
        self._where.show_text("")
        self._note.show_text("", -1)
        self._also.setText("")
        self.show_way((), Reading(0))

    def show_way(self, steps: Sequence[Step], reading: Reading) -> None:
        """Show the first step and the newest ones."""
        shown = list(steps) if len(steps) <= _STEPS else [steps[0], *steps[1 - _STEPS :]]
        self._heading.setVisible(bool(shown))
        for at, line in enumerate(self._steps):
            line.setVisible(at < len(shown))
            if at < len(shown):
                line.show_step(*step_words(shown[at], reading))


def _also_words(hit: Hit, others: list[str]) -> str:
    if hit.place.kind != "idea":
        return "\n".join(others)
    said = [_("also said: “{words}”").format(words=words) for words in others[:_WORDINGS]]
    rest = len(others) - _WORDINGS
    more = [ngettext("and {count} more", "and {count} more", rest).format(count=rest)] if rest > 0 else []
    return "\n".join([*said, *more])


class _Tag(QWidget):
    """The letter of the cluster, or the icon of the kind."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(20, 20)
        self._position, self._icon = -1, ""
        self._text = Lettering()

    def show_hit(self, hit: Hit) -> None:
        self._position, self._icon = hit.position, icon_of(hit.place.kind)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, box = theme_in_use(), QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._position >= 0:
                inks = theme.cluster(self._position)
                paint_tag(painter, box, spoken_letter(self._position), inks, self._text, theme)
            elif self._icon:
                paint_icon(painter, box.adjusted(1, 1, -1, -1), self._icon, theme.inks.ink_2)


class _Note(QWidget):
    """The words as they hang on the board, in the colour of their cluster."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._position = "", -1
        self._text = Lettering()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_text(self, words: str, position: int) -> None:
        self._words, self._position = words, position
        self.setAccessibleName(words)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 2 * _PADDING, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = (self.width() if self.isVisible() else WIDTH - 2 * _PADDING) - 2 * _PADDING - _EDGE
        high = self._text.measure(self._words, room, self._style(theme_in_use())).height()
        self.setFixedHeight(round(high) + 28)

    def _style(self, theme: Theme) -> TextStyle:
        ink = theme.cluster(self._position).text if self._position >= 0 else theme.inks.ink
        return TextStyle(theme.sized(16, 600), ink, 22, upright=Upright.MIDDLE, lines=_LINES)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, box = theme_in_use(), QRectF(self.rect())
        is_note = self._position >= 0
        inks = theme.cluster(self._position) if is_note else None
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.edge if inks is not None else theme.inks.line_strong)
            painter.drawRoundedRect(box, theme.tokens.radius["note"], theme.tokens.radius["note"])
            painter.setBrush(inks.fill if inks is not None else theme.inks.surface)
            inner = box.adjusted(0, 0, -_EDGE, 0) if is_mirrored else box.adjusted(_EDGE, 0, 0, 0)
            painter.drawRoundedRect(inner, theme.tokens.radius["note"], theme.tokens.radius["note"])
            self._text.start()
            self._text.write(painter, inner.adjusted(_PADDING - 4, 0, -_PADDING, 0), self._words, self._style(theme))


class _StepLine(QWidget):
    """One step: its day, and what happened."""

    def __init__(self) -> None:
        super().__init__()
        self._day, self._words = Label("", "small", Tone.SOFT), Label("", "small").wrapping()
        self._day.setFixedWidth(_DAY)
        self._words.setMinimumWidth(1)
        words = row(None, self._day, self._words, padding=(8, 0, 8, 0))
        words.setStretch(1, 1)
        column(self, Hairline(), words, gap=0)

    def show_step(self, day: str, words: str) -> None:
        self._day.setText(day)
        self._words.setText(words)
