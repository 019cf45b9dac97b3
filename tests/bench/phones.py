"""Phones that join at once and say ideas: how long until the page, the answer, everybody's phone, and the stage."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

import psutil

from facilitator.app import house
from facilitator.app.picturing import Pictures
from facilitator.convening.gathering import the_convening
from tests.bench.crowd import Crowd
from tests.bench.figures import share
from tests.bench.lateness import Lateness
from tests.bench.room import measured_room

IDEAS, A_SECOND = 50, 10


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    with measured_room() as measured, tempfile.TemporaryDirectory() as out:
        room = measured.room
        bridge = room.open_doors(house.Doors(ports=(0,), more_hosts=("127.0.0.1",)))
        house.set_memory_aside()
        pictures = Pictures(room, bridge.url, Path(out))
        late = Lateness(pictures.window)
        gateway = psutil.Process(bridge.gateway_pid)
        before = gateway.memory_info().rss
        crowd = Crowd()
        code = the_convening(room.desk.news.records).code
        url = f"http://127.0.0.1:{bridge.port}/j/{code}"
        late.begin()
        joined = pictures.wait(crowd.order(do="join", phones=asked.phones, url=url))
        at_join = late.end()
        per_phone = (gateway.memory_info().rss - before) / 1024 / asked.phones
        cpu = _cpu(gateway)
        late.begin()
        told = pictures.wait(crowd.order(do="ideas", ideas=IDEAS, a_second=A_SECOND))
        at_ideas = late.end()
        cpu = _cpu(gateway) - cpu
        to_stage = [pictures.painted[wish] - sent for wish, sent in told["sent"].items() if wish in pictures.painted]
        pictures.wait(crowd.order(do="leave"))
        crowd.end()
        pictures.close()
        frames = at_join + at_ideas
        return {
            "phones": asked.phones,
            "join_p99_ms": share(joined["pages"], 0.99),
            "fanout_p50_ms": share(told["fan"], 0.5),
            "fanout_p99_ms": share(told["fan"], 0.99),
            "to_stage_p99_ms": share(to_stage, 0.99),
            "ack_p99_ms": share(told["acks"], 0.99),
            "lost": joined["lost"] + told["lost"] + IDEAS - len(to_stage),
            "cpu_us_per_delivery": round(cpu * 1e6 / max(1, told["deliveries"] - asked.phones), 1),
            "kb_per_phone": round(per_phone, 1),
            "paint_p50_ms": share(late.took, 0.5),
            "stage_late_p99_ms": share(frames, 0.99),
            "stage_late_max_ms": round(max(frames, default=0.0), 2),
        }


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
