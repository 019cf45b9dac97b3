"""The disk fails at any one of its writes, once or for ever: what was acknowledged stays, and the rest can be said again."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import apsw
import pytest

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import OpenRound
from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId, RoundId
from facilitator.convening.people import Person
from facilitator.convening.words import NotSaved
from facilitator.store.opening import WORKSPACE
from tests.convening.given import BOARD, VOTE
from tests.desk.laptop import kept
from tests.desk.oracle import folded, spelled
from tests.desk.room import opened
from tests.store.morning import PATIENCE, Morning, whole_morning
from tests.store.powercut import Disk, Torn

ROOT = Path(__file__).parents[2]
IDEAS = 3

FAULTS: dict[str, type[Exception]] = {"full": apsw.FullError, "broken": apsw.IOError, "torn": Torn}
ONCE, FOR_EVER = "once", "for ever"


def prepared(folder: Path) -> None:
    with opened(folder) as room:
        room.prepare()


def blocks_of(morning: Morning) -> tuple[BlockId, BlockId]:
    found = {block.activity: block.id for block in morning.room.desk.news.records[Block].values()}
    return found[BOARD.activity], found[VOTE.activity]


def is_spared(folder: Path, fault: str, at: int, lasting: str) -> bool:
    """Let one write of a morning fail, and look what is there afterwards; True when the morning needed fewer."""
    prepared(folder)
    disk = Disk()
    failed: list[int] = []

    def fail(number: int) -> None:
        if number == at or (number > at and lasting == FOR_EVER):
            failed.append(number)
            raise FAULTS[fault]

    disk.fault = fail
    morning = Morning(folder, disk.connect)
    whole_morning(morning, IDEAS, *blocks_of(morning))
    acknowledged = set(morning.kept)
    disk.fault = lambda _: None
    morning.ask_all_again()
    connection = morning.room.workspace.connection
    morning.room.desk.stop()
    oracle = folded(connection)
    assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    assert spelled(kept(morning.room.desk.news.records)) == oracle
    morning.room.workspace.close()
    with opened(folder) as again:
        assert spelled(kept(again.desk.news.records)) == oracle
        stored = {key for (key,) in again.workspace.connection.execute("select id from fact")}
        votes = {key for key, (_, _, device) in morning.said.items() if device}
        assert acknowledged - votes <= stored
        ideas = [key for key, (wish, _, _) in morning.said.items() if isinstance(wish, AddIdea)]
        assert {f"{key}.1" for key in ideas} == set(again.desk.news.records[Card])
    return not failed


@pytest.mark.parametrize("lasting", [ONCE, FOR_EVER])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_write_that_fails_takes_nothing_that_was_acknowledged(data_folder: Path, fault: str, lasting: str) -> None:
    """Fault 11. A bad stick: a write or sync fails, once or from then on. Then it works again, and all is written."""
    for at in (1, 3, 8, 21, 34, 55):
        assert not is_spared(data_folder / str(at), fault, at, lasting)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("lasting", [ONCE, FOR_EVER])
@pytest.mark.parametrize("fault", FAULTS)
def test_no_write_of_a_morning_may_be_missed(data_folder: Path, fault: str, lasting: str) -> None:
    """Fault 11. The same for every write and sync that a morning needs, one after the other."""
    at = 1
    while not is_spared(data_folder / str(at), fault, at, lasting):
        at += 1

    assert at > 55


@pytest.mark.parametrize(("fault", "why"), [("full", "disk.full"), ("broken", "disk.failed")])
def test_whoever_was_not_saved_learns_why(data_folder: Path, fault: str, why: str) -> None:
    prepared(data_folder)
    disk = Disk()
    with opened(data_folder, disk.connect) as room:
        board = next(block.id for block in room.desk.news.records[Block].values() if block.activity == BOARD.activity)
        room.tell(AddIdea("Before"), board)
        assert room.desk.saving.why == ""

        def fail(_: int) -> None:
            raise FAULTS[fault]

        disk.fault = fail
        with pytest.raises(NotSaved) as refused:
            room.desk.say(AddIdea("Money"), activity=board).result(PATIENCE)

        assert refused.value.why == why
        assert room.desk.saving.why == why
        assert room.desk.saving.since > 0

        disk.fault = lambda _: None
        room.desk.try_disk()
        room.desk.errand(lambda _: None).result(PATIENCE)
        assert room.desk.saving.why == ""


def test_a_key_that_the_disk_does_not_take_leaves_the_round_unopened_and_can_be_asked_for_again(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 9. The disk fills up right when a round's key is made: nothing is acknowledged, later it works."""
    with opened(data_folder) as room, monkeypatch.context() as full:
        sync = os.fsync

        def no_room(file: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        full.setattr(os, "fsync", no_room)
        with pytest.raises(NotSaved) as refused:
            room.open_vote()
        assert refused.value.why == "disk.full"

        full.setattr(os, "fsync", sync)
        blocks, cards = room.desk.news.records[Block], room.desk.news.records[Card]
        vote = next(block.id for block in blocks.values() if block.activity == VOTE.activity)
        round_ = RoundId(room.tell(OpenRound(tuple(cards), 3, 2), vote))
        room.vote_all(vote, round_, [(next(iter(cards)),)] * 3)
        assert room.desk.ballot_of(round_, next(iter(room.desk.news.records[Person]))).result(PATIENCE)


SHORT_WRITES = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <string.h>
#include <sys/types.h>
static int turn;
static int is_interrupted(void) { return __atomic_add_fetch(&turn, 1, __ATOMIC_RELAXED) % 5 == 0; }
static size_t half(size_t n) { return n > 16 ? n / 2 : n; }
ssize_t pwrite64(int f, const void *b, size_t n, off64_t at) {
  ssize_t (*real)(int, const void *, size_t, off64_t) = dlsym(RTLD_NEXT, "pwrite64");
  if (is_interrupted()) { errno = EINTR; return -1; }
  return real(f, b, half(n), at);
}
ssize_t pwrite(int f, const void *b, size_t n, off_t at) { return pwrite64(f, b, n, at); }
ssize_t write(int f, const void *b, size_t n) {
  ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  if (f > 2 && is_interrupted()) { errno = EINTR; return -1; }
  return real(f, b, f > 2 ? half(n) : n);
}
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the shim stands before the C library of Linux")
def test_a_disk_that_takes_half_of_every_write_changes_nothing(data_folder: Path, tmp_path: Path) -> None:
    """Fault 12. Every write of a whole vote takes half of its bytes or is interrupted: the files are whole all the same."""
    source, shim = tmp_path / "short.c", tmp_path / "short.so"
    source.write_text(SHORT_WRITES)
    try:
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", shim, source, "-ldl"], check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("no C compiler here")
    code = (
        "import sys, pathlib; from tests.desk.room import OpenDesk; room = OpenDesk(pathlib.Path(sys.argv[1]));"
        "vote, round_, cards = room.open_vote(); room.vote_all(vote, round_, [(cards[0],)] * 3);"
        "room.desk.ballot_of(round_, 'amina').result(20); room.stop()"
    )

    told = subprocess.run(
        [sys.executable, "-c", code, str(data_folder)],
        env={**os.environ, "LD_PRELOAD": str(shim)}, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert told.returncode == 0, told.stderr
    (key,) = (data_folder / "seals").glob("*.key")
    assert key.stat().st_size == 32
    with opened(data_folder) as room:
        connection = room.workspace.connection
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert folded(connection)["card"].keys() == room.desk.news.records[Card].keys()
        assert connection.execute("select count(*) from ballot").fetchone() == (3,)
    assert (data_folder / WORKSPACE).stat().st_size % 4096 == 0
