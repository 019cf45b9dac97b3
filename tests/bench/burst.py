"""Ballots of everybody in the same instant: when the last is answered, and whether the totals are right."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from facilitator.activities.dot_vote.rules import options, ranking
from facilitator.app import house
from facilitator.app.picturing import Pictures
from facilitator.convening.ballots import CloseRound, OpenRound, RevealRound, latest
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import RoundId
from tests.bench.crowd import Crowd
from tests.bench.figures import share
from tests.bench.lateness import Lateness
from tests.bench.room import measured_room


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    with measured_room() as measured, tempfile.TemporaryDirectory() as out:
        room, block = measured.room, measured.vote
        bridge = room.open_doors(house.Doors(ports=(0,), more_hosts=("127.0.0.1",)))
        house.set_memory_aside()
        pictures = Pictures(room, bridge.url, Path(out))
        crowd = Crowd()
        code = the_convening(room.desk.news.records).code
        url = f"http://127.0.0.1:{bridge.port}/j/{code}"
        pictures.wait(crowd.order(do="join", phones=asked.phones, url=url))
        room.tell(StartBlock(block))
        cards = tuple(card.id for card in options(room.desk.news.records, block))[:8]
        round_ = f"{room.tell(OpenRound(cards, 3, 2), activity=block)}.1"
        late = Lateness(pictures.window)
        late.begin()
        told = pictures.wait(crowd.order(do="vote", round=round_))
        frames = late.end()
        room.tell(CloseRound(RoundId(round_)), activity=block)
        room.tell(RevealRound(RoundId(round_)), activity=block)
        records = room.desk.news.records
        result = latest(records, block)
        assert result is not None
        first = ranking(records, result)[0]
        pictures.wait(crowd.order(do="leave"))
        crowd.end()
        pictures.close()
        return {
            "phones": asked.phones,
            "last_ack_ms": round(told["last_ack"], 1),
            "ack_p99_ms": share(told["acks"], 0.99),
            "lost": told["lost"],
            "totals_right": told["same"] and (first.dots, first.voters) == (2 * asked.phones, asked.phones),
            "stage_late_p99_ms": share(frames, 0.99),
            "stage_late_max_ms": round(max(frames, default=0.0), 2),
        }
