"""Rehearse: a whole convening without people, through the real desk, store, gateway and the phones' protocol."""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.activities.scale.rules.support import Asked
from facilitator.app import house
from facilitator.app.picturing import Pictures
from facilitator.beginnings.sample import read_sample
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import REVEALED, RevealedBallot, Round
from facilitator.convening.cards import Card
from facilitator.convening.records import Records
from facilitator.convening.room_clock import RoomClock
from facilitator.convening.words import Refusal
from facilitator.i18n import _
from facilitator.rehearsal.conductor import Conductor
from facilitator.rehearsal.crowd import Crowd
from facilitator.rehearsal.invited import guests, pool_of
from facilitator.store.portable import export_convene
from facilitator.store.reading import facts
from facilitator.store.workspace import Workspace

ORDER_SECONDS = 180.0
"""How long the participants may take for one order."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What came of it: numbers for rehearsal.json, and what went wrong in plain words."""

    figures: dict[str, Any]
    troubles: tuple[str, ...]


def rehearse(out: Path, *, template: str, people: int, ideas: int, seed: int, says_json: bool) -> int:
    """Rehearse a template, or the sample with "", and write everything to `out`; 0 only if nothing was lost.

    Raises Refusal template.none_such.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="facilitator-") as folder:
        rehearsed = _rehearse(Path(folder), out, template, people, ideas, seed)
    if says_json:
        sys.stdout.write(json.dumps(rehearsed.figures, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(_("{ideas} ideas and {dots} dots of {people} people: see {folder}\n").format(
            folder=out, **{name: rehearsed.figures[name] for name in ("ideas", "dots", "people")}
        ))  # fmt: skip
    for trouble in rehearsed.troubles:
        sys.stderr.write(f"{trouble}\n")
    return 2 if rehearsed.troubles else 0


def _rehearse(folder: Path, out: Path, template: str, people: int, ideas: int, seed: int) -> Rehearsed:
    began = time.monotonic()
    chance = random.Random(seed)  # noqa: S311 - a rehearsal draws lots, not keys
    workspace = house.open_workspace(folder)
    try:
        wall = RoomClock().now
        room = (
            house.begin_room_of_template(workspace, template, wall)
            if template
            else house.begin_room_of_sample(workspace, wall)[0]
        )
    except Refusal:
        workspace.close()
        raise
    out.mkdir(parents=True, exist_ok=True)
    crowd = Crowd(seed)
    try:
        bridge = room.open_doors(house.Doors(ports=(0,), more_hosts=("127.0.0.1",)))
        house.set_memory_aside()
        pictures = Pictures(room, bridge.url, out)
        conductor = Conductor(
            room.tell, lambda: room.desk.news.records, crowd, pictures.wait, pictures.shoot,
            pictures.rest,
            read_sample(), pool_of(ideas, chance), chance,
        )  # fmt: skip
        conductor.open(bridge.url, "127.0.0.1", guests(people))
        conductor.lead()
        painted = pictures.painted
        pictures.close()
    finally:
        crowd.send_home()
        room.close()
    try:
        return _written(workspace, room.desk.stream, out, conductor.said, painted, people, time.monotonic() - began)
    finally:
        workspace.close()


def _written(
    workspace: Workspace,
    stream: str,
    out: Path,
    said: list[dict[str, Any]],
    painted: dict[str, float],
    people: int,
    seconds: float,
) -> Rehearsed:
    from facilitator.app.paper import make_summary

    records = workspace.load(stream)
    acks = [one for one in said if one["status"] == 200]
    lines = [json.dumps({name: one[name] for name in ("id", "activity", "wish", "with")}, ensure_ascii=False)
             for one in acks]  # fmt: skip
    (out / "acks.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    export_convene(workspace.connection, workspace.kinds, stream, out / "convening.convene")
    made = make_summary(records, out / "summary.pdf", "participant", "en", lambda _done, _of: None)
    kept = {fact.id for fact in facts(workspace.connection, stream)}
    late = [painted[one["id"]] - one["sent"] for one in acks if one["id"] in painted]
    figures = {
        "people": people,
        "ideas": sum(one["wish"] == "add_idea" for one in acks),
        # An answer on a scale is no dot: it is counted, and never added up.
        "dots": sum(round_.dots for round_ in records[Round].values() if round_.id not in records[Asked]),
        "minutes": sum(block.minutes for block in records[Block].values()),
        "seconds": round(seconds, 2),
        "pages": made.pages,
        "sent_to_stage_ms": {"p50": _share(late, 0.5), "p99": _share(late, 0.99)},
    }
    (out / "rehearsal.json").write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return Rehearsed(figures, tuple(_troubles(said, acks, kept, records, out / "summary.pdf")))


def _share(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1) if ordered else 0.0


def _troubles(
    said: list[dict[str, Any]], acks: list[dict[str, Any]], kept: set[str], records: Records, summary: Path
) -> Iterator[str]:
    for one in said:
        if one["status"] != 200:
            yield _("{wish} was answered {status}").format(wish=one["wish"], status=one["status"])
    lost = [one["id"] for one in acks if one["wish"] != "cast_ballot" and one["id"] not in kept]
    if lost:
        yield _("{count} acknowledged wishes are not in the file").format(count=len(lost))
    yield from _ballot_troubles(acks, records)
    there = {_bare(card.text) for card in records[Card].values()}
    missing = [one for one in acks if one["wish"] == "add_idea" and _bare(one["with"]["text"]) not in there]
    if missing:
        yield _("{count} acknowledged ideas are not in the file").format(count=len(missing))
    if not summary.exists():
        yield _("There is no summary.")


def _ballot_troubles(acks: list[dict[str, Any]], records: Records) -> Iterator[str]:
    """Compare totals: of each round, the newest acknowledged ballot of everybody against what was revealed."""
    for round_ in records[Round].values():
        newest = newest_choices(acks, round_.id)
        told = sorted(option for choice in newest for option in choice)
        shown = sorted(
            option for ballot in records[RevealedBallot].values() if ballot.round == round_.id
            for option in ballot.choice
        )  # fmt: skip
        if round_.state != REVEALED or told != shown:
            yield _("The totals of a round do not agree.")


def newest_choices(acks: list[dict[str, Any]], round_: str) -> list[list[str]]:
    """The last acknowledged choice of each phone in a round: a phone numbers its ballots and says them in order."""
    choices: list[list[str]] = []
    for one in acks:
        if one["wish"] == "cast_ballot" and one["with"]["round"] == round_:
            if one["with"]["number"] == 1:
                choices.append(one["with"]["choice"])
            else:
                choices[-1] = one["with"]["choice"]
    return choices


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())
