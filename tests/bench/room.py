"""A room to measure: a workspace on a real disk, an idea board that shows ideas as they arrive, and its doors open."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from facilitator.activities.ideation_board.rules import AddCluster, AddIdeas, GoToStep, ShowArriving
from facilitator.app import house
from facilitator.convening.agenda import agenda
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId

NOTES = 40
"""Notes on the board before anybody comes."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One room and the blocks that are measured in it."""

    room: house.Room
    board: BlockId
    vote: BlockId


@contextmanager
def measured_room(notes: int = NOTES) -> Iterator[Measured]:
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    workspace = house.open_workspace(folder)
    room, ids = house.begin_room_of_sample(workspace)
    board = ids.blocks["ideas"]
    room.tell(GoLive())
    room.tell(StartBlock(board))
    room.tell(ShowArriving(), activity=board)
    room.tell(GoToStep("cluster"), activity=board)
    texts = tuple(f"Note {number}: keep every pump running" for number in range(notes))
    wish = room.tell(AddIdeas(texts), activity=board)
    cards = [f"{wish}.{number + 1}" for number in range(notes)]
    for column in range(5):
        room.tell(AddCluster(f"Column {column}", tuple(cards[column::5])), activity=board)
    try:
        vote = next(block.id for block in agenda(room.desk.news.records) if block.activity == "dot_vote")
        yield Measured(room, board, vote)
    finally:
        room.close()
        workspace.close()
        shutil.rmtree(folder)
