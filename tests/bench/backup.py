"""How long a phone waits for its answer at worst while 100 phones write and a backup is made, again and again."""

from __future__ import annotations

import argparse
import threading
import time
from concurrent.futures import Future
from statistics import median
from typing import Any

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.app import house
from facilitator.convening.gathering import the_convening
from facilitator.convening.hlc import wall_ms
from facilitator.store.backups import Why, backups_folder, listed, make_backup
from facilitator.store.opening import WORKSPACE
from tests.bench.crowd import Crowd
from tests.bench.figures import share
from tests.bench.room import Measured, measured_room

IDEAS, A_SECOND = 300, 50
PAUSE_SECONDS = 0.5
"""Between two backups, of which the app makes one in ten minutes: as long as one never ends, no journal is emptied."""


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    with measured_room() as measured:
        room = measured.room
        said = [room.desk.say(AddIdea(f"Idea {n}: keep every pump running"), activity=measured.board)
                for n in range(asked.facts)]  # fmt: skip
        for one in said:
            one.result()
        bridge = room.open_doors(house.Doors(ports=(0,), more_hosts=("127.0.0.1",)))
        crowd = Crowd()
        code = the_convening(room.desk.news.records).code
        crowd.order(do="join", phones=asked.phones, url=f"http://127.0.0.1:{bridge.port}/j/{code}").result()
        alone = crowd.order(do="ideas", ideas=IDEAS, a_second=A_SECOND).result()
        writing = crowd.order(do="ideas", ideas=IDEAS, a_second=A_SECOND)
        took = _backed_up(measured, writing)
        told = writing.result()
        crowd.order(do="leave").result()
        crowd.end()
        newest = listed(backups_folder(room.workspace.folder))[0]
        return {
            "phones": asked.phones,
            "facts": asked.facts,
            "worst_ack_ms": round(max(told["acks"]), 1),
            "ack_p99_ms": share(told["acks"], 0.99),
            "worst_ack_alone_ms": round(max(alone["acks"]), 1),
            "backup_ms": round(median(took), 1),
            "backups": len(took),
            "mb": round(newest.size / 2**20, 2),
            "lost": told["lost"],
        }


def _backed_up(measured: Measured, writing: Future[dict[str, Any]]) -> list[float]:
    """Make backups, as the app does on a thread of its own, until the phones have said all."""
    took: list[float] = []
    folder = measured.room.workspace.folder

    def make() -> None:
        while not writing.done():
            began = time.perf_counter()
            make_backup(folder / WORKSPACE, backups_folder(folder), Why.LIVE, wall_ms())
            took.append((time.perf_counter() - began) * 1000)
            time.sleep(PAUSE_SECONDS)

    thread = threading.Thread(target=make)
    thread.start()
    thread.join()
    return took
