"""What there is to know before notes become one: their wordings, how each came in, and where the one will lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.activities.ideation_board.rules import Placement, authors, clusters, lineage, table_of_card, the_board
from facilitator.convening.cards import Card, resolved
from facilitator.convening.ids import BlockId, CardId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.letters import cluster_letter, room_script
from facilitator.kit.theme import cluster_colour


@dataclass(frozen=True, slots=True)
class Home:
    """The column in which a note lies; all empty for the unsorted."""

    letter: str = ""
    name: str = ""
    colour: str = "grey"


@dataclass(frozen=True, slots=True)
class Wording:
    """One note that may stand for all: its words, those it holds already, how it came in, and where it lies."""

    id: str
    text: str
    also: tuple[str, ...]
    source: str
    home: Home


@dataclass(frozen=True, slots=True)
class Merging:
    """Notes that are about to become one."""

    wordings: tuple[Wording, ...]

    def also_said(self, chosen: int) -> tuple[str, ...]:
        """Every wording that is kept beside the chosen one; all of them where new words stand (-1)."""
        said = [one.also if at == chosen else (one.text, *one.also) for at, one in enumerate(self.wordings)]
        return tuple(text for texts in said for text in texts)


def merging_of(records: Records, block: BlockId, cards: Sequence[str]) -> Merging:
    """Look at some notes of a board, each by what it stands for now; what is gone is left out."""
    script = room_script(records, block)
    homes = {
        each.id: Home(cluster_letter(at, script), each.name, cluster_colour(at))
        for at, each in enumerate(clusters(records, block))
    }
    there = [card for card in dict.fromkeys(resolved(records, CardId(card)) for card in cards) if card in records[Card]]
    came = came_in(records, block, [records[Card][card] for card in there])
    wordings = []
    for card in there:
        lies = records[Placement].get(card)
        home = homes.get(lies.cluster, Home()) if lies is not None else Home()
        own, *also = lineage(records, card)
        wordings.append(Wording(card, own.text, tuple(one.text for one in also), came[card], home))
    return Merging(tuple(wordings))


def came_in(records: Records, block: BlockId, cards: Sequence[Card]) -> dict[CardId, str]:
    """Say of each card whose words these are, if that may be told, how it came in, and from which table."""
    names, unnamed = authors(records, block), _("anonymous") if the_board(records, block).shows_authors else ""
    tables = {card.id: table_of_card(records, card.id) for card in cards}
    at = {card: _("table {number}").format(number=number) if number else "" for card, number in tables.items()}
    return {
        card.id: ", ".join(filter(None, (names.get(card.id, unnamed), source_words(card.source), at[card.id])))
        for card in cards
    }


def source_words(source: str) -> str:
    """Say how a card came in."""
    return {
        "phone": _("from a phone"),
        "keyboard": _("typed here"),
        "import": _("from a list"),
        "paper": _("from paper"),
        "merge": _("words found together"),
    }.get(source, "")
