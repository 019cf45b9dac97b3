"""One scale on the stage: the proposal and its rule, the turnout while answers are sealed, then the whole spread."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF
from PySide6.QtGui import QPainter

from facilitator.activities.scale import OUTCOMES
from facilitator.activities.scale.rules.outcome import ADOPTED, Outcome
from facilitator.activities.scale.rules.points import DECIDING
from facilitator.activities.scale.rules.support import asked
from facilitator.activities.scale.stage.columns import paint_columns
from facilitator.activities.scale.stage.foot import paint_foot
from facilitator.activities.scale.stage.margins import write_last
from facilitator.activities.scale.stage.shown import WORDED, Shown, shown_in
from facilitator.activities.scale.stage.stills import Stills
from facilitator.activities.scale.stage.strip import paint_strip
from facilitator.activities.scale.stage.turnout import LARGE, SMALL, Count, paint_count, paint_people
from facilitator.activities.scale.stage.words import (
    asking_words,
    before_words,
    next_words,
    promise,
    result_words,
    support_words,
)
from facilitator.convening.ballots import CLOSED, INTERRUPTED, OPEN, REVEALED, Round
from facilitator.convening.countdown import Countdown, countdown
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.countdown_look import digits_ink
from facilitator.kit.qt.direction import mirrored_in
from facilitator.kit.qt.lettering import Align, Spans, TextStyle
from facilitator.kit.qt.letters_fit import fitting
from facilitator.kit.qt.reading import Reading, time_left
from facilitator.kit.qt.scene import SIDE, WIDTH, StageScene

_TOP, _BELOW, _KICKER_HIGH = 64.0, 12.0, 58.0
_WIDE = float(WIDTH - 2 * SIDE)
_STRIP = QRectF(SIDE, 712, _WIDE, 252)
_PEOPLE, _ASKED_UNTIL, _LONG_UNTIL, _RULE_FOOT = 590.0, 340.0, 590.0, 664.0
_SIZES = ((112, 122), (96, 106), (80, 92), (64, 74), (56, 66), (48, 58), (44, 52), (40, 48))
_ASKING = _SIZES[2:6]
_HEADING, _HEADING_HIGH, _HEADING_WIDE = ((68, 78), (56, 66), (48, 56), (40, 46), (36, 42)), 190.0, 1180.0
_APART, _FIRST, _SECOND = 60.0, 166.0, 248.0
_EASING, _RISE = QEasingCurve(QEasingCurve.Type.OutQuad), 24.0


class Scene(StageScene):
    """One scale. Before the reveal the room's records hold no answer, so none can be painted."""

    def __init__(self, block: BlockId) -> None:
        super().__init__()
        self._block = block
        self._shown = Shown()
        self._counts: Countdown | None = None
        self._address = ""
        self._stills = Stills()
        self._awaits_reveal = False
        self._revealed_at = 0

    def show_records(self, room: Records) -> None:
        """Show what is asked and the newest round about it."""
        before, self._shown = self._shown, shown_in(room, self._block)
        self._counts = countdown(room, self._block)
        if before.state in (OPEN, CLOSED) and self._shown.state == REVEALED:
            self._awaits_reveal = True

    def show_address(self, address: str) -> None:
        """Say where phones find the room."""
        self._address = address

    def paint(self, painter: QPainter, clock: Reading) -> None:
        state = self._shown.state
        if state == REVEALED:
            self._paint_result(painter, clock)
        elif state in (OPEN, CLOSED):
            self._paint_turnout(painter, clock)
        elif state == INTERRUPTED:
            self._paint_alone(painter, _("This round ended without a result."), self._shown.asks)
        elif state == WORDED:
            self._paint_proposal(painter)
        else:
            prompt = self._shown.prompt or self._shown.title
            self._paint_alone(painter, prompt, self._shown.title if self._shown.title != prompt else "")
            paint_foot(painter, self, "", address=self._address, is_mirrored=self._shown.is_mirrored)

    @property
    def _begin(self) -> Align:
        """The side where the room begins to read, whatever script a text is in."""
        return Align.RIGHT if self._shown.is_mirrored else Align.NATURAL

    def _kicker(self, painter: QPainter, words: str) -> float:
        """Write the small line at the top; gives the y below it."""
        style = self.style("body", self.theme.inks.ink_2).limited(1).placed(self._begin)
        self.text.write(painter, QRectF(SIDE, _TOP, _WIDE, _KICKER_HIGH), words, style)
        return _TOP + _KICKER_HIGH + _BELOW if words else _TOP

    def _ask(self, painter: QPainter, words: str, top: float, until: float, sizes: tuple[tuple[int, int], ...]) -> None:
        style = fitting(self, words, _WIDE, until - top, sizes, self.theme.inks.ink).placed(self._begin)
        self._stills.write(painter, self.text, QRectF(SIDE, top, _WIDE, 0), words, style)

    def _paint_alone(self, painter: QPainter, words: str, kicker: str) -> None:
        """A text with nothing beside it."""
        self._ask(painter, words, self._kicker(painter, kicker), 960, _SIZES)

    def _paint_proposal(self, painter: QPainter) -> None:
        """Before answers: what is asked, how much is enough, and what a point means, to be read aloud once."""
        shown = self._shown
        top = self._kicker(painter, before_words(shown.scale.kind, shown.version))
        rule = self.style("body").balanced(2).placed(self._begin)
        high = self.text.measure(shown.rule, _WIDE, rule).height() if shown.rule else 0.0
        self._ask(painter, shown.asks, top, min(_LONG_UNTIL, _RULE_FOOT - high - 2 * _BELOW), _SIZES)
        self.text.write(painter, QRectF(SIDE, _RULE_FOOT - high, _WIDE, high), shown.rule, rule)
        paint_strip(painter, self, shown.scale, _STRIP, is_mirrored=shown.is_mirrored)
        words = next_words(shown.scale.kind)
        paint_foot(painter, self, words, address=self._address, is_mirrored=shown.is_mirrored)

    def _paint_turnout(self, painter: QPainter, clock: Reading) -> None:
        shown = self._shown
        top = self._kicker(painter, asking_words(shown.scale.kind))
        largest = TextStyle(self.theme.sized(_ASKING[-1][0], 700), self.theme.inks.ink, _ASKING[-1][1])
        is_long = self.text.measure(shown.asks, _WIDE, largest.balanced()).height() > _ASKED_UNTIL - top
        count = self._count(clock)
        if is_long:
            self._ask(painter, shown.asks, top, _LONG_UNTIL, _SIZES[3:])
        else:
            self._ask(painter, shown.asks, top, _ASKED_UNTIL, _ASKING)
            paint_people(painter, self, count, _PEOPLE, is_mirrored=shown.is_mirrored)
        paint_count(painter, self, count, SMALL if is_long else LARGE, is_mirrored=shown.is_mirrored)
        paint_strip(painter, self, shown.scale, _STRIP, is_mirrored=shown.is_mirrored)
        is_open = shown.state == OPEN
        paint_foot(
            painter,
            self,
            promise(shown.state, shown.scale.kind, shown.people),
            "eye-slash" if is_open else "lock-simple",
            self._address if is_open else "",
            is_mirrored=shown.is_mirrored,
        )

    def _count(self, clock: Reading) -> Count:
        shown, counts = self._shown, self._counts
        if counts is None or shown.state != OPEN:
            return Count(shown.done, shown.people, "", self.theme.inks.ink)
        ink = digits_ink(self, counts, clock.wall_ms)
        return Count(shown.done, shown.people, time_left(counts.left(clock.wall_ms)), ink)

    def _paint_result(self, painter: QPainter, clock: Reading) -> None:
        shown = self._shown
        if not shown.counts:
            words = _("Fewer than five answered, so the spread is not shown.")
            self._paint_alone(painter, words, shown.asks)
            return
        self._paint_heading(painter)
        passed = self._entered(clock)
        painter.save()
        painter.setOpacity(passed)
        painter.translate(0, (1 - passed) * _RISE)
        stack = paint_columns(painter, self, shown.scale, shown.counts, is_mirrored=shown.is_mirrored)
        painter.restore()
        words = result_words(shown.done, shown.people, has_dots=stack.abreast > 0, is_heard=shown.is_heard)
        paint_foot(painter, self, words, is_mirrored=shown.is_mirrored)

    def _entered(self, clock: Reading) -> float:
        """How far the answers have come in, 0 to 1: all in the same second. Source: practice, rule DE3."""
        each = self.theme.milliseconds("reveal_row")
        if self._awaits_reveal:
            self._awaits_reveal = False
            self._revealed_at, self.moves_until_ms = clock.wall_ms, clock.wall_ms + each
        if not each or clock.wall_ms >= self.moves_until_ms:
            return 1.0
        return float(_EASING.valueForProgress(max(0.0, (clock.wall_ms - self._revealed_at) / each)))

    def _paint_heading(self, painter: QPainter) -> None:
        """What was asked, and beside it how many support it and what the room decided."""
        shown, beside = self._shown, self._support()
        took = max((self.text.line_width(spans) for _at, spans in beside), default=-_APART) + _APART
        wide = min(_HEADING_WIDE, _WIDE - took) if beside else _WIDE
        style = fitting(self, shown.asks, wide, _HEADING_HIGH, _HEADING, self.theme.inks.ink)
        place = mirrored_in(WIDTH, QRectF(SIDE, _TOP, wide, 0), is_mirrored=shown.is_mirrored)
        self._stills.write(painter, self.text, place, shown.asks, style.placed(self._begin))
        for at, spans in beside:
            write_last(painter, self, spans, at, is_mirrored=shown.is_mirrored)

    def _support(self) -> list[tuple[float, Spans]]:
        """The lines beside the heading by their baselines; none where no rule decides and nothing was decided."""
        shown, inks = self._shown, self.theme.inks
        soft, strong = self.style("body", inks.ink_2), TextStyle(self.theme.sized(48, 700), inks.ink, 58)
        outcome: Spans = [(_(OUTCOMES[shown.outcome]), strong)] if shown.outcome else []
        if not shown.has_rule or not shown.done:
            return [(_SECOND, outcome)] if outcome else []
        number = TextStyle(self.theme.sized(128, 700), inks.accent, 116)
        of = TextStyle(self.theme.sized(64, 600), inks.ink_2, 116)
        apart = TextStyle(self.theme.sized(80, 700), inks.ink_2, 116)
        total = _("of {expected}").format(expected=shown.people)
        words: Spans = [(support_words(shown.supporters), soft)]
        said = [*words, (" · ", soft), *outcome] if outcome else words
        return [(_FIRST, [(str(shown.supporters), number), (" ", apart), (total, of)]), (_SECOND, said)]


def figure(room: Records) -> tuple[int, str, str]:
    """Count the proposals that were answered, and say how many were adopted."""
    count = len({each.block for each in room[Round].values() if each.state == REVEALED and _decides(room, each)})
    adopted = sum(outcome.result == ADOPTED for outcome in room[Outcome].values())
    words = ngettext("{count} of them adopted", "{count} of them adopted", adopted).format(count=adopted)
    return count, ngettext("proposal", "proposals", count), words if adopted else ""


def _decides(room: Records, round_: Round) -> bool:
    """Whether a round asked about a proposal, and not how something was."""
    question = asked(room, round_.id)
    return bool(question.version) and question.kind in DECIDING
