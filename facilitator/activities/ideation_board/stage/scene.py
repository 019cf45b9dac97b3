"""One board on the stage: what is shown of it, page by page, in columns once ideas have found one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from facilitator.activities.ideation_board.rules import (
    STEPS,
    Board,
    Cluster,
    authors,
    clusters,
    in_focus,
    is_shown,
    lineage,
    parked,
    the_board,
)
from facilitator.activities.ideation_board.stage.canvas import Laid, Pages, laid_for_room, paged, paint_page
from facilitator.activities.ideation_board.stage.focus import LargeNote, paint_large
from facilitator.activities.ideation_board.stage.made import ideas_words
from facilitator.activities.ideation_board.stage.note import StageNote, paint_note
from facilitator.activities.ideation_board.stage.question import Question, paint_question
from facilitator.activities.ideation_board.stage.rows import LANES, ROW_GAP, Filling, page_of_rows, pages_of_rows
from facilitator.activities.ideation_board.stage.spoken import is_plain, note_high, spoken_cards
from facilitator.convening.agenda import Block
from facilitator.convening.cards import Card
from facilitator.convening.confidence import worth_saying
from facilitator.convening.countdown import countdown
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import BlockId, ClusterId
from facilitator.convening.records import Records
from facilitator.i18n import _, is_right_to_left, ngettext
from facilitator.kit.letters import Script, cluster_letter, room_script
from facilitator.kit.qt.board_layout import BoardNote
from facilitator.kit.qt.board_notes import NoteHeights
from facilitator.kit.qt.lettering import Align, TextStyle, Upright, baseline
from facilitator.kit.qt.lines import reads_from_right
from facilitator.kit.qt.marks import paint_tag
from facilitator.kit.qt.notes_painter import SPOTLIGHT_NOTE, STAGE_NOTE
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.scene import SIDE, WIDTH, StageScene
from facilitator.kit.qt.theme import NoteInks

_EDGE, _GAP = 60, 16
_LANE = (WIDTH - 2 * _EDGE - (LANES - 1) * _GAP) / LANES
_TOP, _HEAD, _FOOT, _MORE = 136, 74, 1036, 46
_SECOND_LINE = 44.0
_LARGE_ROWS, _LARGE_COLUMNS, _LARGE_HIGH, _LARGE_GAP = 3, 3, 244, 20


class Scene(StageScene):
    """One board. Only what the room may see arrives here, so an idea that is held cannot be painted.

    What does not fit is never made smaller: columns are turned five at a time, and the rest is counted.
    """

    def __init__(self, block: BlockId) -> None:
        super().__init__()
        self.page = 0
        self._block = block
        self._board = Board(block)
        self._asked = Question()
        self._large: tuple[LargeNote, int] | None = None
        self._language = ""
        self._script = Script.LATIN
        self._heights: dict[str, float] = {}
        self._plain_heights = NoteHeights(self.theme, self.text, STAGE_NOTE)
        self._clusters: list[Cluster] = []
        self._cards: Mapping[ClusterId, list[Card]] = {}
        self._laid: Laid | None = None
        self._paged: Pages | None = None

    def show_records(self, room: Records) -> None:
        """Show the board as the room may see it."""
        board = the_board(room, self._block)
        if board.spotlight != self._board.spotlight:
            self.page = 0
        self._board = board
        block = room[Block].get(self._block)
        prompt = (block.prompt or block.title) if block is not None else ""
        self._language = next((convening.language for convening in room[Convening].values()), "")
        self._script = room_script(room, self._block)
        self._clusters = clusters(room, self._block)
        aside = parked(room, self._block)
        found = spoken_cards(room, self._block).items()
        self._cards = {key: [card for card in cards if card.id not in aside] for key, cards in found}
        laid = laid_for_room(room, self._block, self._clusters, self._cards, self._script)
        if laid != self._laid or self._asked.prompt != prompt:
            self._laid, self._paged = laid, None
        counts = countdown(room, self._block)
        self._asked = replace(self._asked, prompt=prompt, promise=self._promise(), counts=counts)
        self._large = self._large_note(room)
        self.page = min(self.page, self.pages - 1)

    def show_address(self, address: str) -> None:
        """Say where phones find the room."""
        self._asked = replace(self._asked, address=address)

    @property
    def pages(self) -> int:
        """How many pictures the board takes at five columns, or nine large notes, each."""
        if self._large is not None:
            return 1
        if (spotlit := self._spotlit()) is None and self._laid is not None:
            return len(self._canvas(self._laid).pages)
        if spotlit is not None:
            return max(1, -(-len(self._cards[spotlit.id]) // (_LARGE_ROWS * _LARGE_COLUMNS)))
        if self._clusters:
            return max(1, -(-len(self._columns()) // LANES))
        top = self._header_foot(len(self._loose()))
        return len(pages_of_rows(self._loose(), self._height, _FOOT - _MORE - top, self._filling()))

    def paint(self, painter: QPainter, clock: Reading) -> None:
        spotlit = self._spotlit()
        if self._large is not None:
            large, place = self._large
            paint_large(painter, replace(large, is_mirrored=self._is_mirrored), self._inks(place), self)
        elif not any(self._cards.values()):
            paint_question(painter, replace(self._asked, is_mirrored=self._is_mirrored), clock, self)
        elif spotlit is not None:
            self._paint_spotlight(painter, spotlit)
        elif self._laid is not None:
            self._paint_canvas(painter, self._laid)
        elif self._clusters:
            self._paint_columns(painter)
        else:
            self._paint_loose(painter)

    def _large_note(self, room: Records) -> tuple[LargeNote, int] | None:
        """The note that is shown alone, and the place of its column, -1 for the unsorted."""
        card = in_focus(room, self._block)
        if card is None:
            return None
        lies_in = {each.id: key for key, cards in self._cards.items() for each in cards}.get(card.id)
        places = [place for place, one in enumerate(self._clusters) if one.id == lies_in]
        place = places[0] if places else -1
        name = self._clusters[place].name if places else self._asked.prompt
        names = authors(room, self._block)
        also = [(one.text, names.get(one.id, "")) for one in lineage(room, card.id)[1:]]
        letter = self._letter(place) if places else ""
        sure = worth_saying(room, card.id)
        return LargeNote(card.text, letter, name, also, names.get(card.id, ""), sure), place

    def _promise(self) -> str:
        """Why no idea is seen: they wait on the laptop, once there may be some."""
        is_begun = self._board.step != STEPS[0] or bool(self._clusters)
        return _("Ideas stay hidden until they are shown.") if is_begun and not self._is_whole else ""

    @property
    def _is_whole(self) -> bool:
        return is_shown(self._board)

    def _count_words(self, count: int) -> str:
        return ideas_words(count) if count and self._is_whole else ""

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
        return is_right_to_left(self._language) or reads_from_right(self._asked.prompt)

    def _letter(self, place: int) -> str:
        return cluster_letter(place, self._script)

    def _inks(self, place: int) -> NoteInks:
        return self.theme.cluster(place) if place >= 0 else self.theme.note("grey")

    def _placed(self, left: float, top: float, width: float, height: float) -> QRectF:
        return QRectF(WIDTH - left - width if self._is_mirrored else left, top, width, height)

    def _paint_loose(self, painter: QPainter) -> None:
        cards = self._loose()
        top = self._paint_header(painter, len(cards))
        notes, more = self._rows(cards, top)
        for note in notes:
            paint_note(painter, note, STAGE_NOTE, self)
        if more:
            self._paint_more(painter, more, _EDGE, WIDTH - 2 * _EDGE)

    def _canvas(self, laid: Laid) -> Pages:
        """The canvas laid out once: only another board, or another question above it, moves its notes."""
        if self._paged is None:
            top = self._header_foot(sum(len(cards) for cards in self._cards.values()))
            box = QRectF(_EDGE, top, WIDTH - 2 * _EDGE, _FOOT - _MORE - top)
            self._paged = paged(laid, box, self, is_mirrored=self._is_mirrored)
        return self._paged

    def _paint_canvas(self, painter: QPainter, laid: Laid) -> None:
        self._paint_header(painter, sum(len(cards) for cards in self._cards.values()))
        pages = self._canvas(laid)
        paint_page(painter, pages, self.page, self)
        more = len(laid.canvas.notes) - len(pages.pages[self.page])
        said = [ngettext("and {count} more", "and {count} more", more).format(count=more)] if more else []
        if pages.waiting and self._is_whole:
            words = ngettext("{count} not placed yet", "{count} not placed yet", pages.waiting)
            said.append(words.format(count=pages.waiting))
        style = self.style("small", self.theme.inks.ink_2).limited(1).placed(self._side())
        self.text.write(painter, self._placed(_EDGE, _FOOT - 40, WIDTH - 2 * _EDGE, 44), " · ".join(said), style)

    def _rows(self, cards: list[Card], top: float) -> tuple[list[StageNote], int]:
        shown = page_of_rows(cards, self._height, _FOOT - _MORE - top, self.page, self._filling())
        notes: list[StageNote] = []
        y = top
        for row, high in shown:
            for lane, card in enumerate(row):
                notes.append(self._note(self._placed(_EDGE + lane * (_LANE + _GAP), y, _LANE, high), card.text, -1))
            y += high + ROW_GAP
        return notes, len(cards) - len(notes)

    def _filling(self) -> Filling:
        return Filling.FROM_END if self._board.is_collecting else Filling.FROM_START

    def _height(self, text: str) -> float:
        if is_plain(text):
            return self._plain_heights(BoardNote("", text), _LANE)
        high = self._heights.get(text)
        if high is None:
            high = self._heights[text] = note_high(text, _LANE, STAGE_NOTE, self.theme, self.text)
        return high

    def _paint_columns(self, painter: QPainter) -> None:
        columns = self._columns()
        top = self._paint_header(painter, sum(len(cards) for cards in self._cards.values()))
        first = self.page * LANES
        shown = columns[first : first + LANES]
        foot = _FOOT - (_MORE if len(columns) > len(shown) else 0)
        high, style = self._head_fitting([name for _place, name, _cards in shown])
        lanes = self._lanes([cards for _place, _name, cards in shown], foot - top - high)
        at = 0
        for (place, name, cards), count in zip(shown, lanes, strict=True):
            left = _EDGE + at * (_LANE + _GAP)
            notes = self._column(cards, place, at, count, top + high, foot)
            width = count * (_LANE + _GAP) - _GAP
            self._paint_head(painter, place, name, style, QRectF(left, top, width, high))
            if len(notes) < len(cards):
                self._paint_more(painter, len(cards) - len(notes), left, width, foot)
            for note in notes:
                paint_note(painter, note, STAGE_NOTE, self)
            at += count
        if len(columns) > len(shown):
            self._paint_elsewhere(painter, columns, shown)

    def _head_fitting(self, names: list[str]) -> tuple[float, TextStyle]:
        """One height and one size for all heads: a cluster is named with a sentence, so it may take two lines."""
        large, small = self._head_style(38, 44), self._head_style(34, 38)
        for style in (large, small):
            if all(self.text.line_count(name, _LANE - 56, style) == 1 for name in names):
                return _HEAD, style.limited(1)
        return _HEAD + 34, small.limited(2)

    def _head_style(self, pixels: float, leading: float) -> TextStyle:
        return TextStyle(self.theme.sized(pixels, 700, -0.5), self.theme.inks.ink, leading)

    def _lanes(self, columns: list[list[Card]], room: float) -> list[int]:
        """Give spare lanes to the columns that are longest, so that more of them is seen."""
        heights = [sum(self._height(card.text) + STAGE_NOTE.gap for card in cards[:60]) for cards in columns]
        lanes = [1] * len(columns)
        for _spare in range(LANES - len(columns)):
            longest = max(range(len(columns)), key=lambda at: heights[at] / lanes[at])
            if heights[longest] / lanes[longest] > room:
                lanes[longest] += 1
        return lanes

    def _column(self, cards: list[Card], place: int, at: int, count: int, top: float, foot: float) -> list[StageNote]:
        whole = self._filled(cards, place, at, count, top, foot)
        return whole if len(whole) == len(cards) else self._filled(cards, place, at, count, top, foot - _MORE)

    def _filled(self, cards: list[Card], place: int, at: int, count: int, top: float, foot: float) -> list[StageNote]:
        notes: list[StageNote] = []
        lane, y = 0, top
        for card in cards:
            high = self._height(card.text)
            if y + high > foot:
                lane, y = lane + 1, top
                if lane == count:
                    break
            left = _EDGE + (at + lane) * (_LANE + _GAP)
            notes.append(self._note(self._placed(left, y, _LANE, high), card.text, place))
            y += high + STAGE_NOTE.gap
        return notes

    def _paint_head(self, painter: QPainter, place: int, name: str, style: TextStyle, box: QRectF) -> None:
        inks, left, top = self._inks(place), box.left(), box.top()
        indent = 56 if place >= 0 else 0
        if place >= 0:
            paint_tag(painter, self._placed(left, top + 2, 44, 44), self._letter(place), inks, self.text, self.theme)
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
        of = _("{place} of {groups}").format(place=place + 1, groups=len(self._clusters))
        count = " · ".join(filter(None, (self._count_words(len(cards)), of)))
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
            note = self._note(self._placed(left, top, each, _LARGE_HIGH), card.text, place)
            paint_note(painter, note, SPOTLIGHT_NOTE, self)
        if len(cards) > len(shown):
            self._paint_more(painter, len(cards) - len(shown), SIDE, wide)

    def _paint_header(self, painter: QPainter, count: int) -> float:
        words, soft = self._count_words(count), self.style("body", self.theme.inks.ink_2)
        width = self.text.line_width([(words, soft)]) + 2
        title, rows, room = self._header_title(count)
        title = title.placed(self._side(), Upright.MIDDLE)
        self.text.write(
            painter, self._placed(_EDGE, 36, room, 84 + (rows - 1) * _SECOND_LINE), self._asked.prompt, title
        )
        at = self._placed(WIDTH - _EDGE - width, 36 + (84 - 58) / 2, width, 58)
        self.text.write_line(painter, QPointF(at.left(), at.top() + baseline(soft)), [(words, soft)])
        return self._header_foot(count)

    def _header_foot(self, count: int) -> float:
        """Where what is below the header begins."""
        return _TOP + (self._header_title(count)[1] - 1) * _SECOND_LINE

    def _header_title(self, count: int) -> tuple[TextStyle, int, float]:
        """How the question is written, on how many lines, and how wide, beside a count of ideas."""
        soft = self.style("body", self.theme.inks.ink_2)
        room = WIDTH - 2 * _EDGE - self.text.line_width([(self._count_words(count), soft)]) - 50
        smaller = TextStyle(self.theme.sized(50, 700), self.theme.inks.ink, 58)
        prompt, sizes = self._asked.prompt, (self.style("board-title"), smaller)
        fits = (size for size in sizes if self.text.line_count(prompt, room, size) == 1)
        title = next(fits, smaller.limited(2))
        return title, self.text.line_count(prompt, room, title), room

    def _note(self, box: QRectF, text: str, place: int) -> StageNote:
        return StageNote(box, text, self._inks(place), self._is_mirrored)

    def _paint_more(self, painter: QPainter, more: int, left: float, width: float, foot: float = _FOOT) -> None:
        words = ngettext("and {count} more", "and {count} more", more).format(count=more)
        style = self.style("small", self.theme.inks.ink_2).limited(1).placed(self._side())
        self.text.write(painter, self._placed(left, foot - 44, width, 44), words, style)

    def _side(self) -> Align:
        return Align.RIGHT if self._is_mirrored else Align.LEFT
