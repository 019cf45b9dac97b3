"""A process that takes something out for good and is killed by itself at the n-th statement that its file is asked."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

from facilitator.convening.forgetting import ForgetPerson, Ideas
from facilitator.convening.ids import PersonId
from facilitator.desk.desk import new_wish_id
from facilitator.store.deleting import delete_convening
from facilitator.store.opening import connect
from facilitator.store.workspace import Workspace
from tests.convening.given import BOOK
from tests.desk.room import OpenDesk

FORGET, DELETE = "forget", "delete"


def killed_after(folder: Path, statements: int, what: str, whom: str) -> int:
    """Do it in a process that dies after so many statements; give how many it needs when it lives, else 0."""
    command = [sys.executable, "-m", "tests.store.dying", str(folder), str(statements), what, whom]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    if done.returncode == -signal.SIGKILL:
        return 0
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def main() -> None:
    """Arguments: the folder, after how many statements to die, what to do, and to whom."""
    folder, most, what, whom = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
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

    if what == FORGET:
        room = OpenDesk(folder, make)
        is_armed.append(True)
        room.tell(ForgetPerson(PersonId(whom), Ideas.GO))
        room.stop()
    else:
        workspace = Workspace(folder, BOOK.kinds, make)
        is_armed.append(True)
        delete_convening(workspace.connection, workspace.kinds, whom, workspace.origin, new_wish_id())
        workspace.close()
    sys.stdout.write(f"{len(asked)}\n")


if __name__ == "__main__":
    main()
