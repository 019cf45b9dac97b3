"""One note large on the stage: its words for the back row, its column, and what was also said in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.activities.ideation_board.stage.spoken import also_words
from facilitator.i18n import _
from facilitator.kit.qt.lettering import Align, TextStyle, Upright
from facilitator.kit.qt.lines import Wrap
from facilitator.kit.qt.marks import paint_quarters, paint_tag
from facilitator.kit.qt.notes_painter import NoteMeasures, paint_note_ground
from facilitator.kit.qt.scene import SIDE, WIDTH, StageScene
from facilitator.kit.qt.theme import NoteInks
from facilitator.kit.sure_words import fullness, sure_word

_BOX = QRectF(SIDE, 212, WIDTH - 2 * SIDE, 800)
_SIZES = ((112, 124), (84, 96), (60, 72), (48, 58))
_GROUND = NoteMeasures(60, 66, 500, (24, 24, 24, 28), 16, 16, 20, 0, Wrap.BALANCED)
_PAD, _ALSO, _LEADING, _MOST_ALSO = 64, 36, 48, 3


@dataclass(frozen=True, slots=True)
class LargeNote:
    """A note, the letter and name of its column, and other wordings that the room may see, each with who said it.

    An unsorted one has no letter, and the question in place of the name. `author` and the authors of other wordings
    are "" where nobody is named. `sure` is how sure the room is of it.
    """

    text: str
    letter: str
    column: str
    also: Sequence[tuple[str, str]] = ()
    author: str = ""
    sure: str = ""
    is_mirrored: bool = False


def paint_large(painter: QPainter, note: LargeNote, inks: NoteInks, scene: StageScene) -> None:
    """Paint a note as large as all its words allow; of many other wordings three are shown, the rest are in exports."""
    head = QRectF(SIDE + (120 if note.letter else 0), 60, WIDTH - 2 * SIDE - (120 if note.letter else 0), 100)
    if note.letter:
        paint_tag(painter, _placed(QRectF(SIDE, 66, 88, 88), note), note.letter, inks, scene.text, scene.theme)
    title = scene.style("h2").limited(1)
    scene.text.write(painter, _placed(head, note), note.column, title.placed(title.align, Upright.MIDDLE))
    paint_note_ground(painter, _BOX, inks, _GROUND.facing(is_mirrored=note.is_mirrored), _GROUND.edge)
    inner = _BOX.adjusted(_PAD, _PAD - 16, -_PAD, -_PAD + 16)
    also = [also_words(text, author) for text, author in note.also[:_MOST_ALSO]]
    if note.author:
        also.insert(0, f"– {note.author}")
    foot = _LEADING if note.sure else 0
    room = inner.adjusted(0, 0, 0, -len(also) * _LEADING - foot)
    scene.text.write(painter, room, note.text, _style(note.text, room, inks, scene))
    small = TextStyle(scene.theme.sized(_ALSO, 500), inks.text, _LEADING, lines=1)
    for at, said in enumerate(also):
        line = QRectF(inner.left(), room.bottom() + at * _LEADING, inner.width(), _LEADING)
        scene.text.write(painter, line, said, small)
    if note.sure:
        under = QRectF(inner.left(), inner.bottom() - _LEADING, inner.width(), _LEADING)
        _paint_sure(painter, under, note, inks, scene)


def _paint_sure(painter: QPainter, line: QRectF, note: LargeNote, inks: NoteInks, scene: StageScene) -> None:
    """A word and a shape: nobody has to tell colours apart. Source: practice, rule BD5."""
    size = _LEADING * 0.6
    left = line.right() - size if note.is_mirrored else line.left()
    shape = QRectF(left, line.center().y() - size / 2, size, size)
    paint_quarters(painter, shape, fullness(note.sure), inks.text)
    aside = size + 14
    room = line.adjusted(0, 0, -aside, 0) if note.is_mirrored else line.adjusted(aside, 0, 0, 0)
    side = Align.RIGHT if note.is_mirrored else Align.LEFT
    style = TextStyle(scene.theme.sized(_ALSO, 600), inks.text, _LEADING, side, lines=1)
    scene.text.write(painter, room, _(sure_word(note.sure)), style)


def _style(text: str, room: QRectF, inks: NoteInks, scene: StageScene) -> TextStyle:
    """The largest size in which all words have room."""
    styles = [
        TextStyle(scene.theme.sized(pixels, 700), inks.text, leading, upright=Upright.MIDDLE, wrap=Wrap.BALANCED)
        for pixels, leading in _SIZES
    ]
    fits = (style for style in styles if scene.text.measure(text, room.width(), style).height() <= room.height())
    return next(fits, styles[-1].limited(int(room.height() // _SIZES[-1][1])))


def _placed(box: QRectF, note: LargeNote) -> QRectF:
    return QRectF(WIDTH - box.right(), box.top(), box.width(), box.height()) if note.is_mirrored else box
