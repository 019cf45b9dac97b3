"""What the facilitator's board shows: columns with their notes, ideas that wait, how many came from how many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.activities.ideation_board.rules import (
    TODAY,
    Layout,
    Placement,
    authors,
    cards_by_cluster,
    clusters,
    the_board,
    wordings,
)
from facilitator.convening.cards import Card
from facilitator.convening.confidence import Confidence
from facilitator.convening.ids import BlockId, CardId, ClusterId
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.letters import cluster_letter, room_script
from facilitator.kit.qt.board_layout import BoardColumn, BoardNote
from facilitator.kit.qt.canvas_ground import Canvas
from facilitator.kit.sure_words import sure_word
from facilitator.kit.theme import cluster_colour


@dataclass(frozen=True, slots=True)
class Waiting:
    """An idea that lies in no column yet, and whether the room sees it. `author` is "" where nobody is named.

    `cluster` is that of an idea that has no place on a canvas yet, as a `BoardNote` says it.
    """

    id: CardId
    text: str
    is_held: bool
    is_starred: bool
    wordings: int = 1
    is_parked: bool = False
    author: str = ""
    cluster: str = ""

    def caption(self) -> str:
        """Say in a few words where it stands."""
        if self.is_parked:
            return " · ".join([_("parked for later"), *_marks(self.wordings, self.is_starred, self.author)])
        where = _("not on stage yet") if self.is_held else _("on stage")
        return " · ".join([where, *_marks(self.wordings, self.is_starred, self.author)])


@dataclass(frozen=True, slots=True)
class SortedBoard:
    """A whole board as the facilitator sees it. On a canvas the columns are its zones."""

    columns: tuple[BoardColumn, ...]
    waiting: tuple[Waiting, ...]
    count: int
    people: int
    held: int
    starred: int
    wordings: Mapping[CardId, int] = field(default_factory=dict)
    layout: Layout = TODAY
    canvas: Canvas | None = None

    def texts(self) -> dict[str, str]:
        """Every idea on the board by its id, the waiting ones first."""
        placed = {note.id: note.text for column in self.columns for note in column.notes}
        return {**{idea.id: idea.text for idea in self.waiting}, **placed}


def sorted_board(records: Records, block: BlockId) -> SortedBoard:
    """Read a board from the records; merged twins are left out."""
    lies: Mapping[str, Placement] = records[Placement]
    by_cluster = cards_by_cluster(records, block)
    unsorted = by_cluster.get(ClusterId(""), [])
    shown = [card for cards in by_cluster.values() for card in cards]
    known = records[Person]
    held, script = wordings(records), room_script(records, block)
    names = authors(records, block)
    unnamed = _("anonymous") if the_board(records, block).shows_authors else ""
    return SortedBoard(
        columns=tuple(
            BoardColumn(
                cluster.id,
                cluster_letter(place, script),
                cluster.name,
                cluster_colour(place),
                tuple(
                    _note(card, lies[card.id], held.get(card.id, 1), _known(records, card, names.get(card.id, "")))
                    for card in by_cluster[cluster.id]
                ),
            )
            for place, cluster in enumerate(clusters(records, block))
        ),
        waiting=tuple(
            _waiting(card, lies[card.id], held.get(card.id, 1), _known(records, card, names.get(card.id, unnamed)))
            for card in sorted(unsorted, key=lambda card: lies[card.id].is_parked)
        ),
        count=len(shown),
        people=len({card.by for card in shown if card.by in known}),
        held=sum(lies[card.id].is_held for card in shown),
        starred=sum(lies[card.id].is_starred for card in shown),
        wordings=held,
    )


def ideas_from_people(count: int, people: int) -> str:
    """Say how many ideas there are, and of how many people: never of whom. Source: practice, rule BD4."""
    ideas = ngettext("{count} idea", "{count} ideas", count).format(count=count)
    if not people:
        return ideas
    said = ngettext("{ideas} from {people} person", "{ideas} from {people} people", people)
    return said.format(ideas=ideas, people=people)


def _marks(count: int, is_starred: bool, author: str) -> list[str]:  # noqa: FBT001 - it is on the short list or not
    """What else is to be known of a note, in a few words each."""
    said = [author] if author else []
    said += [ngettext("{count} wording", "{count} wordings", count).format(count=count)] if count > 1 else []
    return [*said, _("on the short list")] if is_starred else said


def _known(records: Records, card: Card, author: str) -> str:
    """Who wrote an idea, if that may be told, and how sure the room is of it, if somebody said so."""
    label = records[Confidence].get(card.id)
    sure = sure_word(label.level) if label is not None else ""
    return " · ".join(filter(None, (author, _(sure) if sure else "")))


def _waiting(card: Card, lies: Placement, count: int, author: str) -> Waiting:
    return Waiting(card.id, card.text, lies.is_held, lies.is_starred, count, lies.is_parked, author)


def _note(card: Card, lies: Placement, count: int, author: str) -> BoardNote:
    return BoardNote(card.id, card.text, " · ".join(_marks(count, lies.is_starred, author)), lies.is_held)
