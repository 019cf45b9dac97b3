"""The dot vote as the room sees it: how many are done while it is open, and the whole result at once when it is not."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from facilitator.activities.dot_vote.rules import Standing, options, ranking, the_vote
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import (
    CLOSED,
    FEWEST_FOR_SECRECY,
    INTERRUPTED,
    OPEN,
    REVEALED,
    Round,
    Turnout,
    latest,
)
from facilitator.convening.countdown import Countdown, countdown
from facilitator.convening.ids import BlockId, CardId, RoundId
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.letters import ClusterMark
from facilitator.kit.option_words import option_words
from facilitator.kit.qt.countdown_look import digits_ink
from facilitator.kit.qt.lettering import Align, Spans, TextStyle, Upright, baseline, ink_left
from facilitator.kit.qt.marks import paint_bracket, paint_dot, paint_hollow, paint_tag
from facilitator.kit.qt.reading import Reading, time_left
from facilitator.kit.qt.scene import SIDE, WIDTH, StageScene
from facilitator.kit.qt.theme import digits

_ROWS, _ROW, _TABLE = 8, 92.0, 206.0
_TAG, _TEXT, _DOTS, _DOTS_WIDE, _NUMBER, _END = 184.0, 250.0, 1026.0, 514.0, 1656.0, WIDTH - SIDE
_DOT, _DOT_GAP = 34.0, 6.0
_PODIUM = 3
_COLUMN_DOTS = 4
_EASING = QEasingCurve(QEasingCurve.Type.OutQuad)


class Scene(StageScene):
    """One vote. While it is open the room's records hold no ballot, so no total can be painted."""

    def __init__(self, block: BlockId) -> None:
        super().__init__()
        self.page = 0
        self._block = block
        self._prompt = ""
        self._rules = ""
        self._address = ""
        self._letters: Mapping[str, ClusterMark] = {}
        self._counts: Countdown | None = None
        self._round: Round | None = None
        self._turnout = Turnout(RoundId(""))
        self._options: list[str] = []
        self._option_cards: list[str] = []
        self._standings: list[Standing] = []
        self._words: dict[CardId, str] = {}
        self._awaits_reveal = False
        self._revealed_at = 0

    def show_records(self, room: Records) -> None:
        """Show the newest round of the vote."""
        block = room[Block].get(self._block)
        self._prompt = (block.prompt or block.title) if block is not None else ""
        self._counts = countdown(room, self._block)
        before, self._round = self._round, latest(room, self._block)
        vote = the_vote(room, self._block)
        quota, cap = (self._round.quota, self._round.cap) if self._round is not None else (vote.dots, vote.cap)
        self._rules = _rules(quota, cap)
        ballot = options(room, self._block)
        self._options, self._option_cards = [option_words(room, card) for card in ballot], [card.id for card in ballot]
        if self._round is None:
            return
        self._turnout = room[Turnout].get(self._round.id, Turnout(self._round.id))
        if self._round.state == REVEALED:
            self._standings = ranking(room, self._round)
            self._words = {s.card.id: option_words(room, s.card) for s in self._standings}
            if before is not None and before.id == self._round.id and before.state != REVEALED:
                self._awaits_reveal, self.page = True, 0

    def show_address(self, address: str) -> None:
        """Say where phones find the room."""
        self._address = address

    def show_letters(self, letters: Mapping[str, ClusterMark]) -> None:
        """Mark ideas with the letter of the cluster they come from."""
        self._letters = letters

    @property
    def pages(self) -> int:
        """How many pictures the ballot or the result takes, eight ideas each."""
        count = len(self._standings) if self._state == REVEALED else len(self._options) if not self._state else 1
        return max(1, -(-count // _ROWS))

    @property
    def _state(self) -> str:
        return self._round.state if self._round is not None else ""

    def paint(self, painter: QPainter, clock: Reading) -> None:
        if self._state == REVEALED:
            self._paint_result(painter, clock)
        elif self._state in (OPEN, CLOSED):
            self._paint_turnout(painter, clock)
        elif self._state == INTERRUPTED:
            self.title(painter, _("This round ended without a result."), self._prompt)
        else:
            self._paint_ballot(painter)

    def _paint_ballot(self, painter: QPainter) -> None:
        """Before it opens: what there is to choose from, to be read aloud once."""
        below = self.title(painter, self._prompt, _("Dot vote") + " · " + self._rules)
        first = self.page * _ROWS
        shown = self._options[first : first + _ROWS]
        top = max(296.0, below + 30)
        fits = int((1000 - top) // 84)
        for place, (text, card) in enumerate(zip(shown[:fits], self._option_cards[first:], strict=False)):
            box = QRectF(SIDE, top + place * 84, WIDTH - 2 * SIDE, 84)
            painter.fillRect(QRectF(SIDE, box.bottom() - 2, box.width(), 2), self.theme.inks.line)
            self._tag(painter, SIDE, box.center().y(), card)
            row = self.style("row").limited(1).placed(Align.LEFT, Upright.MIDDLE)
            self.text.write(painter, box.adjusted(66, 0, 0, 0), text, row)
        self._more(painter, len(self._options) - len(shown[:fits]))

    def _paint_turnout(self, painter: QPainter, clock: Reading) -> None:
        round_ = self._round
        if round_ is None:
            return
        inks, turnout = self.theme.inks, self._turnout
        self.title(painter, self._prompt, _("Dot vote") + " · " + self._rules)
        number = TextStyle(self.theme.sized(320, 700, -10), inks.ink, 320)
        strong, soft = self.style("h2"), TextStyle(self.theme.sized(84, 500), inks.ink_2, 96)
        done = turnout.done if round_.state == OPEN else turnout.ballots
        took = self.text.write_line(
            painter, QPointF(SIDE - ink_left(str(done), number.font), 562), [(str(done), number)]
        )
        words = _done(round_.expected or done) if round_.state == OPEN else _voted(round_.expected or done)
        of: Spans = [(_("of {expected}").format(expected=round_.expected) + " ", strong)] if round_.expected else []
        self.text.write_line(painter, QPointF(SIDE + took + 30, 562), [*of, (words, soft)])
        self._time(painter, clock, soft)
        self._people(painter, done, max(round_.expected, done), round_.quota)
        self.helper_line(painter, self._promise(round_), "eye-slash" if round_.state == OPEN else "lock-simple")
        if self._address and round_.state == OPEN:
            small, bold = self.style("small", inks.ink_2), TextStyle(self.theme.sized(36, 700), inks.ink, 44)
            self.helper_end(painter, [(_("Join:") + " ", small), (self._address, bold)], "device-mobile")

    def _promise(self, round_: Round) -> str:
        if round_.state == CLOSED:
            return _("The vote is closed. The result comes next.")
        if 0 < round_.expected < FEWEST_FOR_SECRECY:
            return _("Results stay hidden. With so few voters, secrecy cannot be promised.")
        return _("Results stay hidden until the vote closes")

    def _time(self, painter: QPainter, clock: Reading, soft: TextStyle) -> None:
        counts = self._counts
        if counts is None or self._state != OPEN:
            return
        left = counts.left(clock.wall_ms)
        over = left <= -1000
        colour = digits_ink(self, counts, clock.wall_ms)
        large = TextStyle(digits(self.theme.sized(200, 700, -3)), colour, 200)
        words: Spans = [(time_left(left), large), ("", soft) if over else (" " + _("left"), soft)]
        self.text.write_line(painter, QPointF(_END - self.text.line_width(words), 562), words)

    def _people(self, painter: QPainter, done: int, people: int, quota: int) -> None:
        """A column of dots for everybody: filled once they are done. What is still in a hand is nobody's business."""
        inks = self.theme.inks
        rows = quota if 1 <= quota <= _COLUMN_DOTS else 1
        if not people:
            return
        if people * 20 > _END - SIDE:
            whole = QRectF(SIDE, 720, _END - SIDE, 56)
            paint_dot(painter, whole, inks.sunken)
            if done:
                paint_dot(painter, QRectF(SIDE, 720, max(56.0, whole.width() * done / people), 56), inks.accent)
            return
        pitch = min(96.0, (_END - SIDE) / people if people < 16 else (_END - SIDE - 20) / (people - 0.3))
        size = min(56.0, pitch * 0.72)
        step = (_END - SIDE - size) / (people - 1) if people >= 16 else pitch
        ratio, transform = painter.device().devicePixelRatioF(), painter.worldTransform()
        columns = [self._column(size, rows, is_done, transform.m11(), ratio) for is_done in (True, False)]
        painter.save()
        painter.resetTransform()
        for person in range(people):
            at = transform.map(QPointF(SIDE + person * step, 668)) * ratio
            painter.drawPixmap(QPointF(round(at.x()), round(at.y())) / ratio, columns[person >= done])
        painter.restore()

    def _column(self, size: float, rows: int, is_done: bool, scale: float, ratio: float) -> QPixmap:  # noqa: FBT001 - a fact
        """One person's dots as a picture: drawn once, stamped for everybody, since ballots come many at a time."""
        inks = self.theme.inks
        high = rows * (size + 20)
        drawn = QPixmap(math.ceil(size * scale * ratio) + 1, math.ceil(high * scale * ratio) + 1)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        with QPainter(drawn) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            for row in range(rows):
                box = QRectF(0, row * (size + 20), size, size)
                (paint_dot if is_done else paint_hollow)(painter, box, inks.accent if is_done else inks.line_strong)
        return drawn

    def _paint_result(self, painter: QPainter, clock: Reading) -> None:
        inks = self.theme.inks
        self._paint_heading(painter)
        painter.fillRect(QRectF(SIDE, _TABLE - 4, _END - SIDE, 3), inks.ink)
        first = self.page * _ROWS
        shown = self._standings[first : first + _ROWS]
        for place, standing in enumerate(shown):
            passed = self._entered(place, shown, clock)
            if passed > 0:
                top = _TABLE + place * _ROW + (1 - passed) * 24
                painter.setOpacity(passed)
                self._paint_row(painter, top, standing, is_last=not _goes_on(shown, place))
                if place == 0 or not _goes_on(shown, place - 1):
                    self._paint_rank(painter, top, standing, _tied_with(shown, place))
                painter.setOpacity(1)
        words = [_("A vote narrows; it does not decide.")]
        if any(standing.is_tied and standing.dots for standing in shown):
            words.append(_("A tie is kept as a tie."))
        rest = len(self._standings) - len(shown)
        if rest:
            words.append(ngettext("and {count} more", "and {count} more", rest).format(count=rest))
        foot = QRectF(SIDE, 992, _END - SIDE, 44)
        self.text.write(painter, foot, "  ".join(words), self.style("small", inks.ink_2).limited(1))

    def _paint_heading(self, painter: QPainter) -> None:
        round_ = self._round
        if round_ is None:
            return
        dots = ngettext("{count} dot", "{count} dots", round_.dots).format(count=round_.dots)
        count = f"{dots} · {_people(round_.ballots)}"
        soft = self.style("body", self.theme.inks.ink_2)
        width = self.text.line_width([(count, soft)]) + 2
        room = QRectF(SIDE, 64, _END - SIDE - width - 40, 112)
        sizes = (self.style("h2"), self.style("h3"))
        fits = (size for size in sizes if self.text.line_count(self._prompt, room.width(), size) == 1)
        title = next(fits, TextStyle(self.theme.sized(48, 700), self.theme.inks.ink, 56, lines=2))
        self.text.write(painter, room, self._prompt, title.placed(Align.NATURAL, Upright.MIDDLE))
        level = title if title.lines != 2 else soft
        at = QPointF(_END - width, room.center().y() - level.leading / 2 + baseline(level))
        self.text.write_line(painter, at, [(count, soft)])

    def _entered(self, place: int, shown: list[Standing], clock: Reading) -> float:
        """How far a row has come in, 0 to 1: from the last rank to the first, ties together."""
        each, apart = self.theme.milliseconds("reveal_row"), self.theme.milliseconds("reveal_stagger")
        ranks = sorted({standing.rank for standing in shown}, reverse=True)
        if self._awaits_reveal:
            self._awaits_reveal = False
            self._revealed_at = clock.wall_ms
            self.moves_until_ms = clock.wall_ms + len(ranks) * apart + each
        if not each or clock.wall_ms >= self.moves_until_ms:
            return 1.0
        since = clock.wall_ms - self._revealed_at - ranks.index(shown[place].rank) * apart
        return float(_EASING.valueForProgress(min(1.0, max(0.0, since / each))))

    def _paint_rank(self, painter: QPainter, top: float, standing: Standing, tied: int) -> None:
        inks = self.theme.inks
        colour = inks.accent if standing.rank <= _PODIUM and standing.dots else inks.ink
        rank = self.style("rank", colour).placed(Align.LEFT, Upright.MIDDLE)
        self.text.write(painter, QRectF(SIDE, top, 62, _ROW), str(standing.rank), rank)
        if standing.is_tied:
            word = TextStyle(self.theme.sized(32, 600), inks.ink_2, 36, lines=1)
            self.text.write(painter, QRectF(SIDE, top + _ROW - 4, 100, 36), _("tie"), word)
        if tied > 1:
            paint_bracket(painter, QRectF(142, top + 26, 22, tied * _ROW - 44), self.theme, 5)

    def _paint_row(self, painter: QPainter, top: float, standing: Standing, *, is_last: bool) -> None:
        inks = self.theme.inks
        leads = standing.rank <= _PODIUM and standing.dots > 0
        box = QRectF(SIDE, top, _END - SIDE, _ROW)
        if is_last:
            painter.fillRect(QRectF(SIDE, box.bottom() - 2, box.width(), 2), inks.line)
        has_tag = self._tag(painter, _TAG, box.center().y(), standing.card.id)
        row = TextStyle(
            self.theme.sized(46, 700 if leads else 500, -0.4), inks.ink, 46, upright=Upright.MIDDLE, lines=1
        )
        left = _TEXT if has_tag else _TAG
        words = self._words[standing.card.id]
        if self.text.line_count(words, _DOTS - 20 - left, row.limited(0)) > 1:
            row = TextStyle(self.theme.sized(38, 700 if leads else 500), inks.ink, 42, upright=Upright.MIDDLE, lines=2)
        self.text.write(painter, QRectF(left, top, _DOTS - 20 - left, _ROW), words, row)
        self._dots(painter, box.center().y(), standing.dots, leads=leads)
        number = self.style("rank").placed(Align.RIGHT, Upright.MIDDLE)
        self.text.write(painter, QRectF(_NUMBER - 130, top, 130, _ROW), str(standing.dots), number)
        voters = self.style("small", inks.ink_2).limited(1).placed(Align.RIGHT, Upright.MIDDLE)
        self.text.write(painter, QRectF(_NUMBER, top + 6, _END - _NUMBER, _ROW), _people(standing.voters), voters)

    def _dots(self, painter: QPainter, middle: float, count: int, *, leads: bool) -> None:
        colour = self.theme.inks.accent if leads else self.theme.inks.line_strong
        most = max((standing.dots for standing in self._standings), default=0)
        if most * (_DOT + _DOT_GAP) - _DOT_GAP > _DOTS_WIDE:
            if count:
                width = max(_DOT, _DOTS_WIDE * count / most)
                paint_dot(painter, QRectF(_DOTS, middle - _DOT / 2, width, _DOT), colour)
            return
        for dot in range(count):
            paint_dot(painter, QRectF(_DOTS + dot * (_DOT + _DOT_GAP), middle - _DOT / 2, _DOT, _DOT), colour)

    def _tag(self, painter: QPainter, left: float, middle: float, card: str) -> bool:
        mark = self._letters.get(card)
        if mark is not None:
            box = QRectF(left, middle - 22, 44, 44)
            paint_tag(painter, box, mark.letter, self.theme.cluster(mark.place), self.text, self.theme)
        return mark is not None

    def _more(self, painter: QPainter, count: int) -> None:
        if count > 0:
            words = ngettext("and {count} more", "and {count} more", count).format(count=count)
            self.text.write(painter, QRectF(SIDE, 1012, 900, 44), words, self.style("small", self.theme.inks.ink_2))


def figure(room: Records) -> tuple[int, str, str]:
    """Count the dots of all revealed votes."""
    rounds = [round_ for round_ in room[Round].values() if round_.state == REVEALED and round_.quota > 1]
    count, ballots = sum(round_.dots for round_ in rounds), max((round_.ballots for round_ in rounds), default=0)
    return count, ngettext("dot", "dots", count), _("from {people}").format(people=_people(ballots))


def _rules(quota: int, cap: int) -> str:
    each = ngettext("{count} dot each", "{count} dots each", quota).format(count=quota)
    if cap >= quota:
        return each
    return _("{each}, at most {cap} on one idea").format(each=each, cap=cap)


def _done(people: int) -> str:
    return ngettext("is done", "are done", people)


def _voted(people: int) -> str:
    return ngettext("has voted", "have voted", people)


def _people(count: int) -> str:
    return ngettext("{count} person", "{count} people", count).format(count=count)


def _goes_on(shown: list[Standing], place: int) -> bool:
    return place + 1 < len(shown) and shown[place + 1].rank == shown[place].rank


def _tied_with(shown: list[Standing], place: int) -> int:
    return sum(standing.rank == shown[place].rank for standing in shown)
