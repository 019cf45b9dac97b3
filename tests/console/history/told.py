"""A morning at a real desk, and its chronicle: the facts that the tests of the history look at."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import AddCluster, AddIdea, AddIdeas, RenameCluster, RevealBoard
from facilitator.console.history.chronicle import Chronicle
from facilitator.convening.clock import StartBlock
from facilitator.convening.facts import Fact
from facilitator.convening.gathering import GoLive
from facilitator.convening.history import History
from facilitator.convening.ids import BlockId, ClusterId
from facilitator.convening.people import name_of
from facilitator.kit.teller import Teller
from facilitator.store.reading import facts
from tests.console.conftest import Room


def morning(room: Room) -> BlockId:
    """Ten facts: a board is prepared, begun, filled by a guide and by Zeynep, grouped and revealed."""
    board = room.block("Ideas", "ideation_board", 40, "think", "What would help?")
    zeynep = room.person("Zeynep")
    room.say(GoLive())
    room.say(StartBlock(board))
    room.say(AddIdeas(("Soil", "Seed")), board)
    room.say(AddIdea("One season to test"), board, by=zeynep)
    cluster = ClusterId(room.say(AddCluster("Training"), board).id + ".1")
    room.say(RenameCluster(cluster, "Skills that stay"), board)
    room.say(RevealBoard(), board)
    return board


def log_of(room: Room) -> list[Fact]:
    """All facts so far."""
    return room.desk.errand(lambda workspace: list(facts(workspace.connection, room.stream))).result()


def empty_chronicle(room: Room) -> Chronicle:
    """A chronicle of nothing, that knows the room's words and names."""
    told = {kind: each for activity in room.activities.values() for kind, each in activity.told.items()}
    return Chronicle(History(room.book), Teller(told, lambda person: name_of(room.records, person)))


def chronicle_of(room: Room) -> Chronicle:
    """The whole log, told."""
    made = empty_chronicle(room)
    made.add(log_of(room))
    return made


def plain(sentence: str) -> str:
    """A sentence without the marks that keep directions apart."""
    return sentence.replace("\u2068", "").replace("\u2069", "")
