"""The conductor leads through whatever agenda there is."""

from __future__ import annotations

import random
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from facilitator.activities.scale.rules.outcome import ADOPTED, Outcome
from facilitator.activities.scale.rules.points import AGREEMENT, RATING, ROTI
from facilitator.activities.scale.rules.reservations import Reservation
from facilitator.activities.scale.rules.support import SUPPORTED, Asked, verdict
from facilitator.app import house
from facilitator.beginnings.sample import read_sample
from facilitator.convening.ballots import REVEALED, Round
from facilitator.convening.gathering import OVER, the_convening
from facilitator.rehearsal.conductor import Conductor
from facilitator.rehearsal.crowd import Crowd
from facilitator.rehearsal.invited import guests


def wait(future: Future[Any]) -> Any:
    return future.result(60)


def test_the_whole_day_is_led_to_its_end(data_folder: Path) -> None:
    taken: list[str] = []
    workspace = house.open_workspace(data_folder)
    room, _ = house.begin_room_of_sample(workspace)
    crowd = Crowd(2)
    bridge = room.open_doors(house.Doors(ports=(0,), more_hosts=("127.0.0.1",)))
    conductor = Conductor(
        room.tell, lambda: room.desk.news.records, crowd, wait, taken.append, lambda _: None, read_sample(),
        ["one", "two", "three", "four", "five", "six"], random.Random(2),
    )  # fmt: skip

    conductor.open(bridge.url, "127.0.0.1", guests(3))
    conductor.lead()
    records = room.desk.news.records
    crowd.send_home()
    room.close()
    workspace.close()

    assert the_convening(records).state == OVER
    assert {round_.state for round_ in records[Round].values()} == {REVEALED}
    assert {"join", "timer", "overtime", "board", "cluster", "vote-open", "vote-result", "wicked", "thanks"} <= set(
        taken
    )
    assert {"agreement-open", "agreement-result"} <= set(taken)
    assert {one["status"] for one in conductor.said} == {200}


def test_a_template_is_asked_by_each_of_its_scales_and_decides_only_where_one_decides(data_folder: Path) -> None:
    """DE2, DE5: a health check and a pulse come to a spread, a proposal to an outcome by its rule."""
    workspace = house.open_workspace(data_folder)
    room = house.begin_room_of_template(workspace, "ci_kickoff")
    crowd = Crowd(2)
    bridge = room.open_doors(house.Doors(ports=(0,), more_hosts=("127.0.0.1",)))
    conductor = Conductor(
        room.tell, lambda: room.desk.news.records, crowd, wait, lambda _: None, lambda _: None, read_sample(),
        ["one", "two", "three"], random.Random(2),
    )  # fmt: skip

    conductor.open(bridge.url, "127.0.0.1", guests(6))
    conductor.lead()
    records = room.desk.news.records
    crowd.send_home()
    room.close()
    workspace.close()

    asked = {question.kind: records[Round][key] for key, question in records[Asked].items()}
    assert {kind: round_.ballots for kind, round_ in asked.items()} == {AGREEMENT: 6, RATING: 6, ROTI: 6}
    assert [outcome.round for outcome in records[Outcome].values()] == [asked[AGREEMENT].id]
    assert {found.round for found in records[Reservation].values()} == {asked[AGREEMENT].id}
    (outcome,) = records[Outcome].values()
    assert (outcome.result == ADOPTED) is (verdict(records, asked[AGREEMENT]) == SUPPORTED)
