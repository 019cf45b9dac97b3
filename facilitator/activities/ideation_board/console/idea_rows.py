"""The board as lines of a list: every cluster a head, every idea a row that says what there is to know of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.activities.ideation_board.console.columns import SortedBoard, Waiting
from facilitator.activities.ideation_board.console.merging import source_words
from facilitator.activities.ideation_board.rules import Board
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.board_layout import BoardColumn, BoardNote
from facilitator.kit.qt.board_voices import cluster_words
from facilitator.kit.qt.groups import Group

UNSORTED, PARKED = "unsorted", "parked"
"""The ids of the two heads that are no cluster."""


@dataclass(frozen=True, slots=True)
class ClusterLine:
    """A head: its letter and colour (none for the unsorted and the parked), its sentence, and how many lie there.

    `key` is the digit that places an idea here, "" for none.
    """

    id: str
    text: str
    count: int
    letter: str = ""
    colour: str = "grey"
    key: str = ""
    marks: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """The head in words: "B Data we share, 9 ideas"."""
        ideas = ngettext("{count} idea", "{count} ideas", self.count).format(count=self.count)
        return ", ".join([f"{self.letter} {self.text}".strip(), ideas, *self.marks])


@dataclass(frozen=True, slots=True)
class IdeaLine:
    """A row: the words of an idea, the colour of its cluster, and what else there is to know, in a few words each."""

    id: str
    text: str
    colour: str = "grey"
    marks: tuple[str, ...] = ()
    is_off_stage: bool = False

    @property
    def said(self) -> str:
        """The row in words: "Solar pumps. 3 wordings, from a phone"."""
        return ". ".join(filter(None, (self.text, ", ".join(self.marks))))


Listing = tuple[Group[ClusterLine, IdeaLine], ...]


def listing(records: Records, board: Board, seen: SortedBoard) -> Listing:
    """Every idea of a board in the order of the board: the unsorted, cluster by cluster, and what is parked."""
    loose = [idea for idea in seen.waiting if not idea.is_parked]
    aside = [idea for idea in seen.waiting if idea.is_parked]
    groups = [
        Group(
            ClusterLine(
                UNSORTED, _("Unsorted"), len(loose), key="0" if seen.columns else "", marks=_waits(seen, loose)
            ),
            tuple(_loose_line(records, board, idea) for idea in loose),
        )
    ]
    for at, column in enumerate(seen.columns):
        head = ClusterLine(
            column.id,
            column.name,
            len(column.notes),
            column.letter,
            column.colour,
            str(at + 1),
            _cluster_marks(board, column),
        )
        groups.append(Group(head, tuple(_placed_line(records, board, column, note) for note in column.notes)))
    if aside:
        head = ClusterLine(PARKED, _("Parked for later"), len(aside))
        groups.append(Group(head, tuple(_loose_line(records, board, idea) for idea in aside)))
    return tuple(groups)


def _waits(seen: SortedBoard, loose: Sequence[Waiting]) -> tuple[str, ...]:
    if not seen.count:
        return (_("Waiting for the first idea. Silence is fine."),)
    if not seen.waiting:
        return (_("All ideas are placed. New ones wait here first."),)
    return _held(sum(idea.is_held for idea in loose))


def _cluster_marks(board: Board, column: BoardColumn) -> tuple[str, ...]:
    lit = [_("large on the stage")] if board.spotlight == column.id and not board.focus else []
    on = [_("goes on")] if column.id in board.yields else []
    return (*lit, *on, *_held(sum(note.is_off_stage for note in column.notes)))


def _held(count: int) -> tuple[str, ...]:
    """How many of a group the room does not see, if any."""
    return (
        (ngettext("{count} not on stage yet", "{count} not on stage yet", count).format(count=count),) if count else ()
    )


def _loose_line(records: Records, board: Board, idea: Waiting) -> IdeaLine:
    where = _("not on stage yet") if idea.is_held else _("on stage")
    marks = _marks(records, board, idea.id, idea.wordings)
    author = [idea.author] if idea.author else []
    starred = [_("on the short list")] if idea.is_starred else []
    stage = [] if idea.is_parked else [where]
    said = (*_cluster(idea.cluster), *author, *marks[0], *starred, *stage, *marks[1])
    return IdeaLine(idea.id, idea.text, "grey", said, idea.is_held)


def _placed_line(records: Records, board: Board, column: BoardColumn, note: BoardNote) -> IdeaLine:
    lit, source = _marks(records, board, CardId(note.id), 1)
    caption = [note.caption] if note.caption else []
    stage = [_("not on stage yet")] if note.is_off_stage else []
    said = (*lit, *_cluster(note.cluster), *caption, *stage, *source)
    return IdeaLine(note.id, note.text, column.colour, said, note.is_off_stage)


def _cluster(cluster: str) -> tuple[str, ...]:
    return (cluster_words(cluster),) if cluster else ()


def _marks(records: Records, board: Board, card: CardId, wordings: int) -> tuple[list[str], list[str]]:
    """What comes before and what comes after the words for its place."""
    lit = [_("large on the stage")] if board.focus == card else []
    many = [ngettext("{count} wording", "{count} wordings", wordings).format(count=wordings)] if wordings > 1 else []
    source = source_words(records[Card][card].source) if card in records[Card] else ""
    return [*lit, *many], [source] if source else []
