"""A desk that twenty threads talk to until it is killed; each acknowledged wish is a line on stdout."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.convening.agenda import AddBlock, Block, agenda
from facilitator.convening.gathering import Convening, CreateConvening
from facilitator.desk.desk import new_wish_id
from tests.convening.given import BOARD, CONVENING
from tests.desk.room import OpenDesk

THREADS = 20


def main() -> None:
    """Open the folder, say that the desk is ready, and talk."""
    room = OpenDesk(Path(sys.argv[1]))
    if not room.desk.news.records[Convening]:
        room.tell(CreateConvening(CONVENING))
        room.tell(AddBlock(BOARD))
    board = agenda(room.desk.news.records)[0].id
    assert board in room.desk.news.records[Block]

    def talk(number: int) -> None:
        while True:
            key = new_wish_id()
            room.desk.say(AddIdea(f"thread {number}"), activity=board, id=key).result()
            os.write(1, f"{key}\n".encode())

    os.write(1, b"ready\n")
    for number in range(THREADS):
        threading.Thread(target=talk, args=(number,)).start()


if __name__ == "__main__":
    main()
