"""The look back: the stage as it was, in small, its time and counts, and the slider along the day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from facilitator.console.history.axis import Axis
from facilitator.console.history.looking import PICTURE, SMALL_PICTURE, StillPicture
from facilitator.console.history.scrubber import Scrubber
from facilitator.console.picture_frame import PictureFrame
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.theme import digits, theme_in_use
from facilitator.kit.qt.widgets.button import Button
from facilitator.kit.qt.widgets.chip import Chip
from facilitator.kit.qt.widgets.frames import STRETCH, Card, column, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone

_TIME = 46
_WIDE = 680
"""From so many pixels on there is room for the larger picture beside its words."""


class LookBack(Card):
    """Shows one moment. It is told everything; it only asks, by the slider, for another place."""

    def __init__(self, picture: StillPicture, play: Act) -> None:
        super().__init__()
        self.picture, self._play_act = picture, play
        self.scrubber = Scrubber()
        self._badge = Chip()
        self._time = LineLabel("", "title")
        self._time.setFont(digits(theme_in_use().sized(_TIME, 700)))
        self._counts, self._left = Label("", "body", Tone.SOFT).wrapping(), Label("", "body", Tone.SOFT).wrapping()
        self.play = Button.for_act(play, icon="play-fill")
        self._from, self._to = LineLabel("", "small", Tone.SOFT), LineLabel("", "small", Tone.SOFT)
        self._to.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        told = column(
            None, row(None, self._badge, STRETCH), self._time, self._counts, self._left, STRETCH,
            row(None, self.play, STRETCH), gap=6,
        )  # fmt: skip
        self._frame = PictureFrame(picture.widget, SMALL_PICTURE)
        top = row(None, self._frame, told, gap=20)
        top.setStretch(1, 1)
        ends = row(None, self._from, STRETCH, self._to)
        column(self, top, self.scrubber, ends, gap=8, padding=(16, 16, 12, 16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._frame.show_size(PICTURE if event.size().width() >= _WIDE else SMALL_PICTURE)
        super().resizeEvent(event)

    def show_day(self, axis: Axis, places: int, ends: tuple[str, str]) -> None:
        """Show the line of the day; `ends` are the times at its two ends."""
        self.scrubber.show_axis(axis, places)
        self._from.show_text(ends[0])
        self._to.show_text(ends[1])

    def show_moment(self, place: int, time: str, words: tuple[str, str], *, is_now: bool) -> None:
        """Show a moment: its time, and what is said of it in two sentences."""
        self.scrubber.show_place(place, time)
        # A day before today needs its room; the time alone is large.
        self._time.setFont(digits(theme_in_use().sized(_TIME if len(time) <= 5 else 24, 700)))
        self._time.show_text(time)
        self._counts.setText(words[0])
        self._left.setText(words[1])
        if is_now:
            self._badge.show_state(_("This is now"), Tone.ACCENT, "circle-fill")
        else:
            self._badge.show_state(_("Looking back, the room sees now"), Tone.WARN, "clock-counter-clockwise")

    def show_playing(self, *, is_playing: bool) -> None:
        """Say what the button does."""
        self.play.show_text(_("Pause") if is_playing else self._play_act.title)
        self.play.show_icon("pause-fill" if is_playing else "play-fill")
