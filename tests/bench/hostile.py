"""Honest phones alone and beside slow sockets, in turns: how long until the answer and until everybody's phone."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psutil

from facilitator.app import house
from facilitator.convening.gathering import the_convening
from tests.bench.crowd import Crowd
from tests.bench.figures import share
from tests.bench.room import measured_room

SLOW, TURNS, IDEAS, A_SECOND = 300, 3, 60, 20


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    with measured_room() as measured:
        room = measured.room
        bridge = room.open_doors(house.Doors(ports=(0,), more_hosts=("127.0.0.1",)))
        house.set_memory_aside()
        code = the_convening(room.desk.news.records).code
        url = f"http://127.0.0.1:{bridge.port}/j/{code}"
        crowd, gateway = Crowd(), bridge.gateway_pid
        lost = crowd.order(do="join", phones=asked.phones, url=url).result()["lost"]
        alone: list[dict[str, Any]] = []
        beside: list[dict[str, Any]] = []
        for _turn in range(TURNS):
            alone.append(_ideas(crowd))
            with _slow(url):
                beside.append(_ideas(crowd))
        crowd.order(do="leave").result()
        crowd.end()
        kilobytes = psutil.Process(bridge.gateway_pid).memory_info().rss // 1024
        ack = [share([ack for told in turns for ack in told["acks"]], 0.99) for turns in (alone, beside)]
        fan = [share([fan for told in turns for fan in told["fan"]], 0.99) for turns in (alone, beside)]
        return {
            "phones": asked.phones,
            "slow": SLOW,
            "ack_p99_ms": ack,
            "ack_times": round(ack[1] / max(ack[0], 0.01), 2),
            "fanout_p99_ms": fan,
            "fanout_times": round(fan[1] / max(fan[0], 0.01), 2),
            "lost": lost + sum(told["lost"] for told in alone + beside),
            "same_gateway": bridge.gateway_pid == gateway,
            "gateway_kb": kilobytes,
        }


def _ideas(crowd: Crowd) -> dict[str, Any]:
    return crowd.order(do="ideas", ideas=IDEAS, a_second=A_SECOND).result()


@contextmanager
def _slow(url: str) -> Iterator[None]:
    command = [sys.executable, "-m", "tests.bench.slow", url, str(SLOW)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as slow:
        assert slow.stdout is not None
        assert slow.stdin is not None
        slow.stdout.readline()
        yield
        slow.stdin.close()
        slow.wait(20)
