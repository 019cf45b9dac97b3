"""Convenings out to files and in again, by the ending of the name."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from facilitator.activities.ideation_board.rules import Cluster, Placement
from facilitator.app import house
from facilitator.convening.agenda import Block, agenda
from facilitator.convening.ballots import REVEALED, RevealedBallot, Round
from facilitator.convening.cards import Card, resolved
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import CardId
from facilitator.convening.people import name_of
from facilitator.convening.records import Records, row_of
from facilitator.convening.words import Refusal
from facilitator.store.opening import WORKSPACE, open_reader
from facilitator.store.portable import export_convene, import_convene
from facilitator.store.reading import convenings, load
from facilitator.store.whole import whole

ENDINGS = (".pdf", ".convene", ".json", ".csv")
"""What can be written."""

Progress = Callable[[int, int], None]


@contextmanager
def _source(folder: Path, what: str) -> Iterator[tuple[Any, str]]:
    """Open what is meant: a .convene file, or a convening of the workspace by its id. Gives (connection, stream)."""
    is_file = what.endswith(".convene")
    path = Path(what) if is_file else folder / WORKSPACE
    if not is_file and not path.exists():
        raise Refusal("convening.none_such")
    connection = open_reader(path)
    try:
        known = [one.id for one in convenings(connection)]
        if is_file and known:
            yield connection, known[0]
        elif what in known:
            yield connection, what
        else:
            raise Refusal("convening.none_such")
    finally:
        connection.close()


def records_of(folder: Path, what: str) -> Records:
    """Read a convening's records from the workspace or a .convene file. Raises Refusal file.*, convening.none_such."""
    with _source(folder, what) as (connection, stream):
        return load(connection, house.rulebook().kinds, stream)


def export_to(folder: Path, what: str, out: Path, edition: str, language: str, progress: Progress) -> None:
    """Write a convening by the ending of `out`, which appears whole or stays as it was.

    Raises Refusal file.*, convening.none_such.
    """
    if out.suffix not in ENDINGS:
        raise Refusal("file.unknown_ending", endings=" ".join(ENDINGS))
    with _source(folder, what) as (connection, stream):
        kinds = house.rulebook().kinds
        if out.suffix == ".convene":
            export_convene(connection, kinds, stream, out)
            return
        records = load(connection, kinds, stream)
    match out.suffix:
        case ".json":
            with whole(out) as young:
                young.write_bytes(json.dumps(as_values(records), ensure_ascii=False, indent=2).encode())
        case ".csv":
            _write_csv(records, out)
        case _:
            from facilitator.app.paper import make_summary

            make_summary(records, out, edition, language, progress)


def import_from(folder: Path, file: Path) -> tuple[list[str], int]:
    """Take a .convene file in; give its convenings and the number of new facts. Raises Refusal file.*."""
    workspace = house.open_workspace(folder)
    try:
        return import_convene(workspace.connection, workspace.kinds, file)
    finally:
        workspace.close()


def as_values(records: Records) -> dict[str, list[dict[str, Any]]]:
    """Say all records of a convening as plain values, by table."""
    return {
        name: [{"id": record.id, **_plain(row_of(record))} for record in records.table(name).values()]
        for name, kind in records.kinds.items()
        if kind.is_kept
    }


def as_lines(records: Records) -> Iterator[str]:
    """Say a convening in lines for a person."""
    convening = the_convening(records)
    yield convening.title
    yield " · ".join(part for part in (convening.date, convening.place, convening.day_line) if part)
    for block in agenda(records):
        yield f"{block.minutes:4} min  {block.title}"
    for row in idea_rows(records):
        yield f"- {row['idea']}"


def idea_rows(records: Records) -> Iterator[dict[str, str | int]]:
    """One row for each idea: where it stands, and what the room gave it in rounds that are revealed."""
    dots, voters = _given(records)
    for lies in records[Placement].values():
        card, block = records[Card].get(lies.id), records[Block].get(lies.board)
        if card is None or block is None:
            continue
        cluster = records[Cluster].get(lies.cluster)
        yield {
            "board": block.title,
            "cluster": cluster.name if cluster is not None else "",
            "idea": card.text,
            "language": card.language,
            "source": card.source,
            "by": name_of(records, card.by),
            "dots": dots.get(card.id, 0),
            "voters": voters.get(card.id, 0),
            "id": card.id,
        }


def _given(records: Records) -> tuple[dict[str, int], dict[str, int]]:
    dots: dict[str, int] = {}
    voters: dict[str, int] = {}
    revealed = {round_.id for round_ in records[Round].values() if round_.state == REVEALED}
    for ballot in records[RevealedBallot].values():
        if ballot.round in revealed:
            given = [resolved(records, CardId(card)) for card in ballot.choice]
            for card in given:
                dots[card] = dots.get(card, 0) + 1
            for card in set(given):
                voters[card] = voters.get(card, 0) + 1
    return dots, voters


def _write_csv(records: Records, out: Path) -> None:
    columns = ["board", "cluster", "idea", "language", "source", "by", "dots", "voters", "id"]
    with whole(out) as young, young.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.DictWriter(file, columns)
        rows.writeheader()
        for row in idea_rows(records):
            rows.writerow({name: _defused(value) for name, value in row.items()})


def _defused(value: str | int) -> str | int:
    """Keep a spreadsheet from taking somebody's words for a formula."""
    is_formula = isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r")
    return f"'{value}" if is_formula else value


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in row.items()}
