"""What methods took before is read from every convening of the workspace."""

from __future__ import annotations

from pathlib import Path

from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import CreateConvening
from facilitator.convening.ids import BlockId
from facilitator.convening.timebox import MINUTE
from facilitator.convening.words import Wish
from facilitator.desk.desk import Desk
from facilitator.store.minutes_taken import minutes_taken
from facilitator.store.opening import WORKSPACE
from facilitator.store.workspace import Workspace
from tests.convening.given import BOOK, CONVENING
from tests.desk.room import opened


def test_each_time_a_method_ran_is_told_with_its_plan(data_folder: Path) -> None:
    """TM13. What still runs, and what was only gone past, has taken nothing yet."""
    clock = [1_900_000_000_000]
    workspace = Workspace(data_folder, BOOK.kinds)
    desk = Desk(workspace, CONVENING.id, BOOK, lambda: clock[0])
    desk.start()

    def tell(wish: Wish, minutes: float = 0) -> BlockId:
        answer = desk.say(wish).result(20)
        clock[0] += round(minutes * MINUTE)
        return BlockId(f"{answer.id}.1")

    tell(CreateConvening(CONVENING))
    mine = [
        tell(AddBlock(Block(BlockId(""), key or "Talk", "plain", "", 30, method=key)))
        for key in ("triz", "triz", "troika", "", "fifteen_percent")
    ]
    for block, minutes in zip(mine, (34, 29, 0.1, 20, 12), strict=True):
        tell(StartBlock(block), minutes)
    tell(StartBlock(mine[0]), 3)
    found = minutes_taken(data_folder)
    tell(StartBlock(mine[1]))
    later = minutes_taken(data_folder)
    desk.stop()
    workspace.close()

    assert found == {"triz": [(30, 29)], "fifteen_percent": [(30, 12)]}
    assert later == {"triz": [(30, 37)], "fifteen_percent": [(30, 12)]}


def test_a_block_without_a_method_or_without_a_run_tells_nothing(data_folder: Path) -> None:
    with opened(data_folder) as room:
        room.prepare()

    assert minutes_taken(data_folder) == {}


def test_a_folder_without_a_workspace_or_with_a_spoiled_one_tells_nothing(tmp_path: Path) -> None:
    assert minutes_taken(tmp_path) == {}
    (tmp_path / WORKSPACE).write_bytes(b"not a file of ours" * 400)

    assert minutes_taken(tmp_path) == {}
