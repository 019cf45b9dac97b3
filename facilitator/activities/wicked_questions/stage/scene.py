"""The wicked question as the room sees it: the prompt, candidates side by side, then one question, large and still."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from facilitator.activities.wicked_questions.rules import (
    Candidate,
    Inquiry,
    candidates,
    support,
    the_inquiry,
)
from facilitator.activities.wicked_questions.rules.answers import answers
from facilitator.activities.wicked_questions.rules.answers import shown as shown_answer
from facilitator.activities.wicked_questions.stage.answer import paint_answer
from facilitator.activities.wicked_questions.stage.grammar import grammar
from facilitator.activities.wicked_questions.stage.largest import largest
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import OPEN, Round, Turnout, latest
from facilitator.convening.ids import BlockId, RoundId
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.lettering import Align, TextStyle, Upright
from facilitator.kit.qt.marks import paint_pill
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.scene import HEIGHT, SIDE, WIDTH, StageScene
from facilitator.kit.theme import Mode, tokens

_ON_PAGE = 4
_GRID_TOP, _GRID_HIGH, _GAP = 156.0, 836.0, 24.0
_LEFT = 150.0
_NUMBER = tokens(Mode.LIGHT).colours.accent


class Scene(StageScene):
    """One search for a wicked question. The truths stay on the laptop; the room sees what is made of them."""

    def __init__(self, block: BlockId) -> None:
        super().__init__()
        self.page = 0
        self._block = block
        self._inquiry = Inquiry(block)
        self._prompt = ""
        self._answer = ""
        self._address = ""
        self._candidates: list[Candidate] = []
        self._support: dict[str, int] = {}
        self._round: Round | None = None
        self._turnout = Turnout(RoundId(""))

    def show_records(self, room: Records) -> None:
        """Show how far the search has come."""
        self._inquiry = the_inquiry(room, self._block)
        block = room[Block].get(self._block)
        self._prompt = (block.prompt or block.title) if block is not None else ""
        self._answer = _shown(room, self._inquiry)
        self._candidates = candidates(room, self._block)
        self._support = dict(support(room, self._block))
        self._round = latest(room, self._block)
        if self._round is not None:
            self._turnout = room[Turnout].get(self._round.id, Turnout(self._round.id))
        self.page = min(self.page, self.pages - 1)

    def show_address(self, address: str) -> None:
        """Say where phones find the room."""
        self._address = address

    @property
    def pages(self) -> int:
        """How many pictures the candidates take, four each."""
        return max(1, -(-len(self._candidates) // _ON_PAGE))

    def paint(self, painter: QPainter, clock: Reading) -> None:
        chosen = next((one for one in self._candidates if one.id == self._inquiry.chosen), None)
        if chosen is not None and self._inquiry.step == "live":
            if self._answer:
                paint_answer(painter, self, chosen, self._answer)
            else:
                self._paint_question(painter, chosen)
        elif self._candidates:
            self._paint_candidates(painter)
        else:
            self._paint_prompt(painter)

    def _paint_prompt(self, painter: QPainter) -> None:
        box = QRectF(SIDE, 120, WIDTH - 2 * SIDE, 760)
        style = largest(self, self._prompt, box, self.theme.inks.ink)
        self.text.write(painter, box, self._prompt, style.placed(Align.NATURAL, Upright.MIDDLE))
        small = self.style("small", self.theme.inks.ink_2)
        strong = TextStyle(self.theme.sized(36, 700), self.theme.inks.ink, 44)
        self.helper_line(painter, _("Send a truth from your phone. It may become half of a question."))
        if self._address:
            self.helper_end(painter, [(_("Join:") + " ", small), (self._address, strong)], "device-mobile")

    def _paint_question(self, painter: QPainter, one: Candidate) -> None:
        """Nothing moves and nothing else is here while a person reads it."""
        halves, words = self.theme.tokens.wicked, grammar(one.stem)
        middle = HEIGHT / 2
        painter.fillRect(QRectF(0, 0, WIDTH, middle), QColor(halves.top_ground))
        painter.fillRect(QRectF(0, middle, WIDTH, middle), QColor(halves.bottom_ground))
        small = self.style("wicked-small", QColor(halves.top_small))
        wide = WIDTH - _LEFT - 120
        self.text.write(painter, QRectF(_LEFT, 76, wide, 64), words.opening, small)
        first = QRectF(_LEFT, 158, wide, 300)
        self.text.write(painter, first, one.first, largest(self, one.first, first, QColor(halves.top_text)))
        pill = TextStyle(self.theme.sized(84, 700, 4), QColor(halves.and_text), 132, lines=1)
        across = max(312.0, self.text.line_width([(words.joint, pill)]) + 124)
        paint_pill(painter, QRectF(_LEFT, 474, across, 132), words.joint, pill, QColor(halves.and_ground), self.text)
        low = small.inked(QColor(halves.bottom_small))
        self.text.write(painter, QRectF(_LEFT, 632, wide, 64), words.second_opening, low)
        second = QRectF(_LEFT, 706, wide, 250)
        style = largest(self, one.second, second, QColor(halves.bottom_text))
        below = self.text.write(painter, second, one.second, style).bottom()
        self.text.write(painter, QRectF(_LEFT, min(966.0, below + 16), wide, 64), words.closing, low)

    def _paint_candidates(self, painter: QPainter) -> None:
        inks = self.theme.inks
        first = self.page * _ON_PAGE
        shown = self._candidates[first : first + _ON_PAGE]
        stems = {one.stem for one in shown}
        opening = _("{opening} …").format(opening=grammar(shown[0].stem).opening) if len(stems) == 1 else ""
        soft = self.style("body", inks.ink_2)
        width = self.text.line_width([(opening, soft)]) + 2
        title = TextStyle(self.theme.sized(76, 700), inks.ink, 96, lines=1)
        room = QRectF(SIDE, 44, WIDTH - 2 * SIDE - width - 40, 96)
        self.text.write(painter, room, _("Which one keeps us awake?"), title.placed(Align.LEFT, Upright.MIDDLE))
        end = QRectF(SIDE, 44, WIDTH - 2 * SIDE, 96)
        self.text.write(painter, end, opening, soft.placed(Align.RIGHT, Upright.MIDDLE))
        for place in range(_ON_PAGE):
            box = self._place(place)
            if place < len(shown):
                self._paint_candidate(painter, box, first + place, shown[place], with_opening=len(stems) > 1)
            elif place == len(shown) and self._inquiry.step in ("truths", "build"):
                self._paint_being_written(painter, box, first + place)
        line = self.style("small", inks.ink_2).limited(1)
        self.text.write(painter, QRectF(SIDE, 1010, WIDTH - 2 * SIDE, 44), self._foot(len(shown)), line)

    def _place(self, place: int) -> QRectF:
        row, column = divmod(place, 2)
        width, height = (WIDTH - 2 * SIDE - _GAP) / 2, (_GRID_HIGH - _GAP) / 2
        return QRectF(SIDE + column * (width + _GAP), _GRID_TOP + row * (height + _GAP), width, height)

    def _foot(self, shown: int) -> str:
        if self._round is not None and self._round.state == OPEN:
            words = _("{done} of {expected} have chosen").format(
                done=self._turnout.ballots, expected=max(self._round.expected, self._turnout.ballots)
            )
        elif self._inquiry.step in ("truths", "build"):
            words = _("Send a truth from your phone. It may become half of a question.")
        else:
            words = _("Read each aloud, both halves. Then stand by one.")
        rest = len(self._candidates) - shown
        more = ngettext("and {count} more", "and {count} more", rest).format(count=rest) if rest else ""
        return "  ".join(filter(None, (words, more)))

    def _paint_candidate(
        self, painter: QPainter, box: QRectF, place: int, one: Candidate, *, with_opening: bool
    ) -> None:
        halves, words = self.theme.tokens.wicked, grammar(one.stem)
        upper = QRectF(box.left(), box.top(), box.width(), box.height() / 2)
        lower = upper.translated(0, box.height() / 2)
        painter.save()
        rounded = QPainterPath()
        rounded.addRoundedRect(box, 14, 14)
        painter.setClipPath(rounded, Qt.ClipOperation.IntersectClip)
        painter.fillRect(upper, QColor(halves.top_ground))
        painter.fillRect(lower, QColor(halves.bottom_ground))
        painter.restore()
        painter.setPen(QPen(self.theme.inks.line, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 14, 14)
        number = TextStyle(self.theme.sized(84, 700), QColor(_NUMBER), 84, lines=1)
        self.text.write(painter, QRectF(box.left() + 36, box.top() + 22, 84, 84), str(place + 1), number)
        self._paint_half(painter, upper.adjusted(124, 26, -32, -34), one.first, QColor(halves.top_text))
        self._paint_half(painter, lower.adjusted(124, 40, -32, -16), one.second, QColor(halves.bottom_text))
        pill = TextStyle(self.theme.sized(36, 700, 1.5), QColor(halves.and_text), 60, lines=1)
        across = self.text.line_width([(words.joint, pill)]) + 52
        seam = QRectF(box.left() + 124, lower.top() - 30, across, 60)
        paint_pill(painter, seam, words.joint, pill, QColor(halves.and_ground), self.text)
        self._paint_side_words(painter, box, one, words.opening if with_opening else "")

    def _paint_half(self, painter: QPainter, box: QRectF, text: str, colour: QColor) -> None:
        sizes = ((52, 60), (44, 50), (38, 44))
        for pixels, leading in sizes:
            style = TextStyle(self.theme.sized(pixels, 700, -0.6), colour, leading).balanced()
            if self.text.measure(text, box.width(), style).height() <= box.height():
                break
        else:
            style = style.limited(int(box.height() / sizes[-1][1]))
        self.text.write(painter, box, text, style)

    def _paint_side_words(self, painter: QPainter, box: QRectF, one: Candidate, opening: str) -> None:
        """On the seam: the opening where stems are mixed, and how many stand by it once that is revealed."""
        halves = self.theme.tokens.wicked
        stand = self._support.get(one.id, 0)
        words = [opening] if opening else []
        if self._support:
            words.append(ngettext("{count} stands by it", "{count} stand by it", stand).format(count=stand))
        style = TextStyle(self.theme.sized(36, 600), QColor(halves.bottom_small), 44, Align.RIGHT, lines=1)
        line = QRectF(box.left() + 300, box.bottom() - 54, box.width() - 332, 44)
        self.text.write(painter, line, " · ".join(words), style)

    def _paint_being_written(self, painter: QPainter, box: QRectF, place: int) -> None:
        painter.setPen(QPen(self.theme.inks.line_strong, 4, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 14, 14)
        words = (_("The first"), _("The second"), _("The third"), _("The fourth"))
        which = words[place] if place < len(words) else _("Another one")
        style = TextStyle(self.theme.sized(52, 500), self.theme.inks.ink_2, 60, Align.LEFT, Upright.MIDDLE, lines=3)
        sentence = _("{which} is being written").format(which=which)
        self.text.write(painter, box.adjusted(124, 0, -32, 0), sentence, style)


def _shown(room: Records, inquiry: Inquiry) -> str:
    """The words of the answer that the room reads now, "" for the question alone."""
    key = shown_answer(room, inquiry.id)
    return next((card.text for answer, card in answers(room, inquiry.chosen) if answer.id == key), "")


def figure(room: Records) -> tuple[int, str, str]:
    """Count the wicked questions, and say if the room lives with one."""
    count = len(room[Candidate])
    lives = any(inquiry.chosen for inquiry in room[Inquiry].values())
    return count, ngettext("wicked question", "wicked questions", count), _("one of them to live with") if lives else ""
