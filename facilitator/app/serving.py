"""The room without windows: phones join, the desk answers, and it ends politely."""

from __future__ import annotations

import json
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from facilitator.app import house
from facilitator.app.backing_up import BackedUp, BackingUp
from facilitator.app.kept_clock import KEEP_SECONDS, KeptClock
from facilitator.app.recovering import open_for_command
from facilitator.app.wakefulness import Wakefulness
from facilitator.convening.agenda import agenda
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive, the_convening
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.words import Refusal
from facilitator.kit.sentences import sentence
from facilitator.phones.bridge import CalledOff
from facilitator.phones.listening import PORTS
from facilitator.store.reading import convenings
from facilitator.store.workspace import Workspace


def serve(folder: Path, convening: str, block: str, port: int) -> int:
    """Serve a convening ("" = the sample) until asked to end, that block live; give the exit status."""
    ending = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ending.set())
    kept = KeptClock(folder)
    workspace = open_for_command(folder)
    kept.keep()
    awake = Wakefulness()
    backing_up = BackingUp(folder, kept.clock.now, _say, _tell)
    backing_up.begin()
    backing_up.follow(is_live=True)
    try:
        room = _room(workspace, convening, kept.clock.now)
        threading.Thread(target=_close_at_the_end, args=(room, ending), name="ending", daemon=True).start()
        try:
            if block:
                room.tell(StartBlock(_block(room.desk.news.records, block)))
            room.tell(GoLive())
            awake.begin()
            bridge = room.open_doors(house.Doors(ports=(port,) if port else PORTS, more_hosts=("127.0.0.1",)))
            house.set_memory_aside()
            said = {
                "url": bridge.url,
                "code": the_convening(room.desk.news.records).code,
                "port": bridge.port,
                "convening": room.desk.stream,
            }
            sys.stdout.write(json.dumps(said) + "\n")
            sys.stdout.flush()
            while not ending.wait(KEEP_SECONDS):
                kept.keep()
        except CalledOff:
            return 0
        finally:
            room.close()
    finally:
        awake.end()
        backing_up.finish()
        workspace.close()
    return 0


def _say(refusal: Refusal) -> str:
    return sentence(refusal, house.refusal_sentences())


def _tell(told: BackedUp) -> None:
    for trouble in (told.trouble, told.second_trouble):
        if trouble:
            sys.stderr.write(trouble + "\n")


def _close_at_the_end(room: house.Room, ending: threading.Event) -> None:
    """Nobody who ends it waits until the doors have opened."""
    ending.wait()
    room.close_doors()


def _room(workspace: Workspace, convening: str, wall: Callable[[], int]) -> house.Room:
    if not convening:
        return house.open_sample(workspace, wall)
    if convening not in [one.id for one in convenings(workspace.connection)]:
        raise Refusal("convening.none_such")
    return house.Room(workspace, convening, wall)


def _block(records: Records, wanted: str) -> BlockId:
    """Find a block by its number in the agenda (from 1), or the first one of an activity."""
    blocks = agenda(records)
    if wanted.isdigit() and 1 <= int(wanted) <= len(blocks):
        return blocks[int(wanted) - 1].id
    for block in blocks:
        if block.activity == wanted:
            return block.id
    raise Refusal("block.none_such")
