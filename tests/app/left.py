"""A data folder as a day left it: the sample is live, and its idea board runs."""

from __future__ import annotations

from pathlib import Path

from facilitator.app import house
from facilitator.app.doorway import remember_port
from facilitator.convening.agenda import Block
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive
from tests.ports import own_port


def leave_the_sample_live(folder: Path) -> str:
    """Tell the sample, begin its idea board and go live; give the convening."""
    workspace = house.open_workspace(folder)
    room = house.open_sample(workspace)
    board = next(block for block in room.desk.news.records[Block].values() if block.activity == "ideation_board")
    room.tell(StartBlock(board.id))
    room.tell(GoLive())
    room.desk.errand(lambda there: remember_port(there, own_port())).result()
    room.close()
    workspace.close()
    return room.desk.stream
