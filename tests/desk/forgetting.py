"""A desk that forgets somebody and is killed by itself at the n-th statement that its file is asked after that."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from pathlib import Path

from facilitator.convening.forgetting import ForgetPerson, Ideas
from facilitator.convening.ids import PersonId
from facilitator.store.opening import connect
from tests.desk.room import OpenDesk


def main() -> None:
    """Arguments: the folder, the person, what becomes of the ideas, and after how many statements to die."""
    folder, person, ideas, most = Path(sys.argv[1]), PersonId(sys.argv[2]), Ideas(sys.argv[3]), int(sys.argv[4])
    asked: list[str] = []
    is_armed: list[bool] = []

    def count(statement: str) -> None:
        if is_armed:
            asked.append(statement)
            if len(asked) == most:
                os.kill(os.getpid(), signal.SIGKILL)

    def make(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.set_trace_callback(count)
        return connection

    room = OpenDesk(folder, make)
    is_armed.append(True)
    room.tell(ForgetPerson(person, ideas))
    room.stop()
    sys.stdout.write(f"{len(asked)}\n")


if __name__ == "__main__":
    main()
