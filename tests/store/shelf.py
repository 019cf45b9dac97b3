"""A workspace on disk with several convenings, into which facts are written one by one."""

from __future__ import annotations

from pathlib import Path

from facilitator.activities.ideation_board.rules import Cluster, Placement
from facilitator.convening.agenda import Block
from facilitator.convening.cards import Card
from facilitator.convening.facts import Fact
from facilitator.convening.findable import Answer, Question
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import HOST, ROOM, BlockId, CardId, ClusterId, ConveningId
from facilitator.convening.words import Change, added
from facilitator.store.search import Search
from facilitator.store.workspace import Workspace
from tests.convening.given import BOOK


class Shelf:
    """Writes facts as the desk does, and asks the search."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workspace = Workspace(folder, BOOK.kinds)
        self.search = Search(folder, BOOK.findable(), BOOK.kinds)
        self._facts = 0

    def convening(self, title: str, date: str = "2027-03-18", purpose: str = "") -> str:
        """Begin a convening with one board; its stream and its board bear names made of the title."""
        stream = title.casefold()
        board = Block(BlockId(f"{stream} board"), "Ideas", "ideation_board", "What would help?")
        self.tell(stream, added(Convening(ConveningId(stream), title, purpose, date=date)), added(board))
        return stream

    def idea(self, stream: str, text: str, cluster: str = "", into: str = "") -> str:
        """Put a card on the board; its id is its text."""
        card = Card(CardId(text), text, source="phone", merged_into=CardId(into))
        lies = Placement(card.id, BlockId(f"{stream} board"), ClusterId(cluster))
        self.tell(stream, added(card), added(lies))
        return text

    def cluster(self, stream: str, name: str, place: str) -> str:
        """Put a cluster on the board; its id is its name."""
        self.tell(stream, added(Cluster(ClusterId(name), BlockId(f"{stream} board"), name, place)))
        return name

    def tell(self, stream: str, *changes: Change, kind: str = "told", target: str = "") -> str:
        """Write one fact; give its id."""
        self._facts += 1
        key = f"f{self._facts}"
        log = self.workspace.log(stream)
        log.begin()
        at = 1_800_000_000_000 + self._facts
        log.append(Fact(0, key, stream, "", 0, 0, at, HOST, ROOM, kind, 1, changes, target=target))
        log.commit()
        return key

    def ask(self, words: str) -> Answer:
        """Ask the search."""
        return self.search.answer(Question(words))

    def found(self, words: str, kind: str = "idea") -> list[str]:
        """What is found of a kind, by the text that names it, in the order of the alphabet."""
        return sorted(hit.parts[0].text for hit in self.ask(words).hits if hit.place.kind == kind)

    def close(self) -> None:
        self.workspace.close()
