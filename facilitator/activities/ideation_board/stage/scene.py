"""The idea board as the room sees it: the question, then the ideas, in columns once they have found one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache

from facilitator.activities.ideation_board.rules import (
    Board,
    Cluster,
    Placement,
    cards_by_cluster,
    clusters,
    the_board,
)
from facilitator.convening.agenda import Block, Timebox
from facilitator.convening.cards import Card
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import BlockId, ClusterId
from facilitator.convening.records import Records
from facilitator.i18n import _, is_right_to_left, ngettext
from facilitator.kit.qt.bands import Band, band_for
from facilitator.kit.qt.lettering import Align, Spans, TextStyle, Upright, baseline
from facilitator.kit.qt.lines import reads_from_right
from facilitator.kit.qt.marks import paint_tag
from facilitator.kit.qt.notes_painter import (
    SPOTLIGHT_NOTE,
    STAGE_NOTE,
    NoteMeasures,
    note_size,
    paint_note_ground,
)
from facilitator.kit.qt.reading import Reading, time_left
from facilitator.kit.qt.scene import SIDE, WIDTH, StageScene
from facilitator.kit.qt.theme import NoteInks
from facilitator.kit.theme import cluster_letter

_EDGE, _GAP, _LANES = 60, 16, 5
_LANE = (WIDTH - 2 * _EDGE - (_LANES - 1) * _GAP) / _LANES
_TOP, _HEAD, _FOOT, _MORE = 136, 74, 1036, 46
_ROW_GAP = 12
_LARGE_ROWS, _LARGE_COLUMNS, _LARGE_HIGH, _LARGE_GAP = 3, 3, 244, 20
_ARABIC_LETTERS = "أبجدهوزح"
_ARABIC_SCRIPT = ("ar", "fa", "ur")


@dataclass(frozen=True, slots=True)
class _Note:
    """A note where it lies on the stage."""

    box: QRectF
    text: str
    colour: int


class Scene(StageScene):
    """One board. Only what the room may see arrives here, so an idea that is held cannot be painted.

    What does not fit is never made smaller: columns are turned five at a time, and the rest is counted.
    """

    def __init__(self, block: BlockId) -> None:
        super().__init__()
        self.page = 0
        self._block = block
        self._board = Board(block)
        self._prompt = ""
        self._language = ""
        self._address = ""
        self._box: Timebox | None = None
        self._heights: dict[str, float] = {}
        self._clusters: list[Cluster] = []
        self._cards: Mapping[ClusterId, list[Card]] = {}

    def show_records(self, room: Records) -> None:
        """Show the board as the room may see it."""
        board = the_board(room, self._block)
        if board.spotlight != self._board.spotlight:
            self.page = 0
        self._board = board
        block = room[Block].get(self._block)
        self._prompt = (block.prompt or block.title) if block is not None else ""
        self._language = next((convening.language for convening in room[Convening].values()), "")
        self._box = room[Timebox].get(self._block)
        self._clusters = clusters(room, self._block)
        self._cards = cards_by_cluster(room, self._block)
        self.page = min(self.page, self.pages - 1)

    def show_address(self, address: str) -> None:
        """Say where phones find the room."""
        self._address = address

    @property
    def pages(self) -> int:
        """How many pictures the board takes at five columns, or nine large notes, each."""
        if (spotlit := self._spotlit()) is not None:
            return max(1, -(-len(self._cards[spotlit.id]) // (_LARGE_ROWS * _LARGE_COLUMNS)))
        if self._clusters:
            return max(1, -(-len(self._columns()) // _LANES))
        return max(1, -(-len(self._loose()) // (_LANES * 9)))

    def paint(self, painter: QPainter, clock: Reading) -> None:
        spotlit = self._spotlit()
        if spotlit is not None:
            self._paint_spotlight(painter, spotlit)
        elif self._clusters:
            self._paint_columns(painter)
        elif self._loose():
            self._paint_loose(painter)
        else:
            self._paint_question(painter, clock)

    def _spotlit(self) -> Cluster | None:
        return next((cluster for cluster in self._clusters if cluster.id == self._board.spotlight), None)

    def _loose(self) -> list[Card]:
        return self._cards.get(ClusterId(""), [])

    def _columns(self) -> list[tuple[int, str, list[Card]]]:
        columns = [(place, one.name, self._cards[one.id]) for place, one in enumerate(self._clusters)]
        loose = self._loose()
        return [*columns, (-1, _("Not placed yet"), loose)] if loose else columns

    @property
    def _is_mirrored(self) -> bool:
        return is_right_to_left(self._language) or reads_from_right(self._prompt)

    def _letter(self, place: int) -> str:
        arabic = self._language in _ARABIC_SCRIPT or (self._is_mirrored and not self._language.startswith("he"))
        return _ARABIC_LETTERS[place] if arabic and place < len(_ARABIC_LETTERS) else cluster_letter(place)

    def _inks(self, place: int) -> NoteInks:
        return self.theme.cluster(place) if place >= 0 else self.theme.note("grey")

    def _placed(self, left: float, top: float, width: float, height: float) -> QRectF:
        return QRectF(WIDTH - left - width if self._is_mirrored else left, top, width, height)

    def _paint_question(self, painter: QPainter, clock: Reading) -> None:
        inks, box = self.theme.inks, self._box
        wide, top = WIDTH - 2 * SIDE, 156.0
        sizes = [self.style("wicked"), self.style("h2"), self.style("h3"), self.style("body")]
        fits = (size.balanced() for size in sizes if self.text.measure(self._prompt, wide, size).height() <= 730)
        style = next(fits, sizes[-1].limited(12))
        self.text.write(
            painter, QRectF(SIDE, top, wide, 730), self._prompt, style.placed(Align.NATURAL, Upright.MIDDLE)
        )
        soft, strong = self.style("body", inks.ink_2), TextStyle(self.theme.sized(48, 700), inks.ink, 58)
        left: Spans = ()
        if box is not None and box.started:
            remaining = box.left(clock.wall_ms)
            band = band_for(remaining) if box.is_running or remaining <= 0 else Band.PAUSED
            self._paint_band(painter, 1 - remaining / box.length_ms if box.length_ms else 1.0, band)
            over = remaining <= -1000
            left = [(time_left(remaining), strong), (" " + (_("over") if over else _("left")), soft)]
        join: Spans = [(_("Join:") + " ", soft), (self._address, strong)] if self._address else ()
        self.footer(painter, left, join)

    def _paint_band(self, painter: QPainter, share: float, band: Band) -> None:
        painter.save()
        if self._is_mirrored:
            painter.translate(WIDTH, 0)
            painter.scale(-1, 1)
        self.time_band(painter, share, band)
        painter.restore()

    def _paint_loose(self, painter: QPainter) -> None:
        cards = self._loose()
        top = self._paint_header(painter, len(cards))
        notes, more = self._rows(cards, top)
        for note in notes:
            self._paint_note(painter, note, STAGE_NOTE)
        if more:
            self._paint_more(painter, more, _EDGE, WIDTH - 2 * _EDGE)

    def _rows(self, cards: list[Card], top: float) -> tuple[list[_Note], int]:
        pages = self._pages_of_rows(cards, _FOOT - _MORE - top)
        shown = pages[min(self.page, len(pages) - 1)]
        notes: list[_Note] = []
        y = top
        for row, high in shown:
            for lane, card in enumerate(row):
                notes.append(_Note(self._placed(_EDGE + lane * (_LANE + _GAP), y, _LANE, high), card.text, -1))
            y += high + _ROW_GAP
        return notes, len(cards) - len(notes)

    def _pages_of_rows(self, cards: list[Card], room: float) -> list[list[tuple[list[Card], float]]]:
        """Fill pages with rows; from the end while ideas still come, so that the newest is always seen."""
        rows = [cards[first : first + _LANES] for first in range(0, len(cards), _LANES)]
        from_end = self._board.is_collecting
        pages: list[list[tuple[list[Card], float]]] = [[]]
        took = 0.0
        for row in reversed(rows) if from_end else rows:
            high = max(self._height(card.text) for card in row)
            if took + high > room and pages[-1]:
                if len(pages) > self.page:
                    break
                pages.append([])
                took = 0.0
            pages[-1].append((row, high))
            took += high + _ROW_GAP
        return [page[::-1] for page in pages] if from_end else pages

    def _height(self, text: str) -> float:
        high = self._heights.get(text)
        if high is None:
            high = self._heights[text] = note_size(text, _LANE, STAGE_NOTE, self.theme, self.text).height()
        return high

    def _paint_columns(self, painter: QPainter) -> None:
        columns = self._columns()
        top = self._paint_header(painter, sum(len(cards) for cards in self._cards.values()))
        first = self.page * _LANES
        shown = columns[first : first + _LANES]
        foot = _FOOT - (_MORE if len(columns) > len(shown) else 0)
        high = self._head_high([name for _place, name, _cards in shown])
        lanes = self._lanes([cards for _place, _name, cards in shown], foot - top - high)
        at = 0
        for (place, name, cards), count in zip(shown, lanes, strict=True):
            left = _EDGE + at * (_LANE + _GAP)
            notes = self._column(cards, place, at, count, top + high, foot)
            width = count * (_LANE + _GAP) - _GAP
            self._paint_head(painter, place, name, QRectF(left, top, width, high))
            if len(notes) < len(cards):
                self._paint_more(painter, len(cards) - len(notes), left, width, foot)
            for note in notes:
                self._paint_note(painter, note, STAGE_NOTE)
            at += count
        if len(columns) > len(shown):
            self._paint_elsewhere(painter, columns, shown)

    def _head_high(self, names: list[str]) -> float:
        """One height for all heads: a cluster is named with a sentence, so it may take two lines."""
        one_line = self._head_style()
        is_one = all(self.text.line_count(name, _LANE - 56, one_line) == 1 for name in names)
        return _HEAD if is_one else _HEAD + 34

    def _head_style(self, lines: int = 0) -> TextStyle:
        pixels, leading = (34, 38) if lines == 2 else (38, 44)
        return TextStyle(self.theme.sized(pixels, 700, -0.5), self.theme.inks.ink, leading, lines=lines)

    def _lanes(self, columns: list[list[Card]], room: float) -> list[int]:
        """Give spare lanes to the columns that are longest, so that more of them is seen."""
        heights = [sum(self._height(card.text) + STAGE_NOTE.gap for card in cards[:60]) for cards in columns]
        lanes = [1] * len(columns)
        for _spare in range(_LANES - len(columns)):
            longest = max(range(len(columns)), key=lambda at: heights[at] / lanes[at])
            if heights[longest] / lanes[longest] > room:
                lanes[longest] += 1
        return lanes

    def _column(self, cards: list[Card], place: int, at: int, count: int, top: float, foot: float) -> list[_Note]:
        whole = self._filled(cards, place, at, count, top, foot)
        return whole if len(whole) == len(cards) else self._filled(cards, place, at, count, top, foot - _MORE)

    def _filled(self, cards: list[Card], place: int, at: int, count: int, top: float, foot: float) -> list[_Note]:
        notes: list[_Note] = []
        lane, y = 0, top
        for card in cards:
            high = self._height(card.text)
            if y + high > foot:
                lane, y = lane + 1, top
                if lane == count:
                    break
            left = _EDGE + (at + lane) * (_LANE + _GAP)
            notes.append(_Note(self._placed(left, y, _LANE, high), card.text, place))
            y += high + STAGE_NOTE.gap
        return notes

    def _paint_head(self, painter: QPainter, place: int, name: str, box: QRectF) -> None:
        inks, left, top = self._inks(place), box.left(), box.top()
        indent = 56 if place >= 0 else 0
        if place >= 0:
            paint_tag(painter, self._placed(left, top + 2, 44, 44), self._letter(place), inks, self.text, self.theme)
        style = self._head_style(1 if box.height() == _HEAD else 2)
        is_one = self.text.line_count(name, box.width() - indent, style) == 1
        room = self._placed(left + indent, top + (2 if is_one else 5), box.width() - indent, 44)
        self.text.write(painter, room, name, style.placed(self._side(), Upright.MIDDLE if is_one else Upright.TOP))
        painter.fillRect(self._placed(left, box.bottom() - 18, box.width(), 6), inks.edge)

    def _paint_elsewhere(
        self, painter: QPainter, columns: list[tuple[int, str, list[Card]]], shown: list[tuple[int, str, list[Card]]]
    ) -> None:
        here = {place for place, _name, _cards in shown}
        rest = [self._letter(place) if place >= 0 else name for place, name, _cards in columns if place not in here]
        words = _("Also: {groups}").format(groups=" · ".join(rest))
        style = self.style("small", self.theme.inks.ink_2).limited(1).placed(self._side())
        self.text.write(painter, self._placed(_EDGE, _FOOT - 40, WIDTH - 2 * _EDGE, 44), words, style)

    def _paint_spotlight(self, painter: QPainter, cluster: Cluster) -> None:
        place, cards = self._clusters.index(cluster), self._cards[cluster.id]
        inks, wide = self._inks(place), WIDTH - 2 * SIDE
        paint_tag(painter, self._placed(SIDE, 66, 88, 88), self._letter(place), inks, self.text, self.theme)
        count = _("{ideas} · {place} of {groups}").format(
            ideas=_ideas(len(cards)), place=place + 1, groups=len(self._clusters)
        )
        soft = self.style("body", self.theme.inks.ink_2)
        width = self.text.line_width([(count, soft)]) + 2
        self.text.write(painter, self._placed(WIDTH - SIDE - width, 82, width, 58), count, soft.placed(Align.LEFT))
        name = self.style("h2").limited(1).placed(self._side(), Upright.MIDDLE)
        self.text.write(painter, self._placed(SIDE + 120, 60, wide - width - 160, 100), cluster.name, name)
        painter.fillRect(QRectF(SIDE, 170, wide, 10), inks.edge)
        each = (wide - (_LARGE_COLUMNS - 1) * _LARGE_GAP) / _LARGE_COLUMNS
        on_page = _LARGE_ROWS * _LARGE_COLUMNS
        shown = cards[self.page * on_page : (self.page + 1) * on_page]
        for at, card in enumerate(shown):
            row, column = divmod(at, _LARGE_COLUMNS)
            left, top = SIDE + column * (each + _LARGE_GAP), 212 + row * (_LARGE_HIGH + _LARGE_GAP)
            note = _Note(self._placed(left, top, each, _LARGE_HIGH), card.text, place)
            self._paint_note(painter, note, SPOTLIGHT_NOTE)
        if len(cards) > len(shown):
            self._paint_more(painter, len(cards) - len(shown), SIDE, wide)

    def _paint_header(self, painter: QPainter, count: int) -> float:
        words = _ideas(count)
        soft = self.style("body", self.theme.inks.ink_2)
        width = self.text.line_width([(words, soft)]) + 2
        room = WIDTH - 2 * _EDGE - width - 48
        smaller = TextStyle(self.theme.sized(50, 700), self.theme.inks.ink, 58)
        fits = (
            size for size in (self.style("board-title"), smaller) if self.text.line_count(self._prompt, room, size) == 1
        )
        title = next(fits, smaller.limited(2))
        rows = self.text.line_count(self._prompt, room, title)
        title = title.placed(self._side(), Upright.MIDDLE)
        self.text.write(painter, self._placed(_EDGE, 36, room, 84 + (rows - 1) * 44), self._prompt, title)
        at = self._placed(WIDTH - _EDGE - width, 36 + (84 - 58) / 2, width, 58)
        self.text.write_line(painter, QPointF(at.left(), at.top() + baseline(soft)), [(words, soft)])
        return _TOP + (rows - 1) * 44.0

    def _paint_note(self, painter: QPainter, note: _Note, measures: NoteMeasures) -> None:
        """Paint a note from its picture: drawn once for a scale, kept by Qt, so that forty more cost little."""
        ratio, transform = painter.device().devicePixelRatioF(), painter.worldTransform()
        look = (self.theme.mode, note.colour, measures.pixels, self._is_mirrored, transform.m11() * ratio, ratio)
        key = f"note/{look}/{note.box.width():.2f}x{note.box.height():.2f}/{note.text}"
        drawn = QPixmap()
        if QPixmapCache.find(key, drawn):
            self.text.say(note.text)
        else:
            drawn = self._drawn(note, measures, transform.m11(), ratio)
            QPixmapCache.insert(key, drawn)
        at = transform.map(note.box.topLeft()) * ratio
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(QPointF(round(at.x()), round(at.y())) / ratio, drawn)
        painter.restore()

    def _drawn(self, note: _Note, measures: NoteMeasures, scale: float, ratio: float) -> QPixmap:
        inks, box = self._inks(note.colour), QRectF(QPointF(0, 0), note.box.size())
        drawn = QPixmap((box.size() * scale * ratio).toSize() + QSize(1, 1))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        top, after, bottom, before = measures.padding
        with QPainter(drawn) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.scale(scale, scale)
            painter.save()
            if self._is_mirrored:
                painter.translate(box.width(), 0)
                painter.scale(-1, 1)
            paint_note_ground(painter, box, inks, measures, measures.edge)
            painter.restore()
            left, right = (after, measures.edge + before) if self._is_mirrored else (measures.edge + before, after)
            inner = box.adjusted(left, top, -right, -bottom)
            self.text.write(painter, inner, note.text, measures.style(self.theme, inks))
        return drawn

    def _paint_more(self, painter: QPainter, more: int, left: float, width: float, foot: float = _FOOT) -> None:
        words = ngettext("and {count} more", "and {count} more", more).format(count=more)
        style = self.style("small", self.theme.inks.ink_2).limited(1).placed(self._side())
        self.text.write(painter, self._placed(left, foot - 44, width, 44), words, style)

    def _side(self) -> Align:
        return Align.RIGHT if self._is_mirrored else Align.LEFT


def letters(room: Records, block: BlockId) -> dict[str, int]:
    """Say for each card of a board in which cluster it lies, 0 for A."""
    places = {cluster.id: place for place, cluster in enumerate(clusters(room, block))}
    return {lies.id: places[lies.cluster] for lies in room[Placement].values() if lies.cluster in places}


def figure(room: Records) -> tuple[int, str, str]:
    """Count the ideas of all boards, and the groups they found."""
    cards = room[Card]
    count = sum(lies.id in cards and not cards[lies.id].merged_into for lies in room[Placement].values())
    groups = len(room[Cluster])
    detail = ngettext("in {count} cluster", "in {count} clusters", groups).format(count=groups) if groups else ""
    return count, ngettext("idea", "ideas", count), detail


def _ideas(count: int) -> str:
    return ngettext("{count} idea", "{count} ideas", count).format(count=count)
