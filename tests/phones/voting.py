"""A room in a process of its own that is killed: a vote is open, and its clock runs."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from facilitator.activities.ideation_board.rules import AddIdeas, ShowArriving
from facilitator.convening.ballots import OpenRound
from tests.phones.room import Room


def main(folder: Path) -> None:
    """Open the room and wait for the end."""
    room = Room(folder)
    room.open()
    board = room.start("ideation_board")
    added = room.tell(AddIdeas(("One", "Two")), board)
    room.tell(ShowArriving(), board)
    vote = room.start("dot_vote", "Where first?", minutes=20)
    room.tell(OpenRound((f"{added.id}.1", f"{added.id}.2"), 3, 2), vote)
    print(room.bridge.port, flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
