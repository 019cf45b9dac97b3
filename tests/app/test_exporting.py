"""Convenings out to files: what somebody wrote stays words, and a file appears whole or not at all."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.app import house
from facilitator.app.exporting import export_to, import_from, records_of
from facilitator.convening.agenda import Block
from facilitator.convening.cards import Card
from facilitator.convening.words import Refusal


def told(done: int, of: int) -> None:
    assert 0 <= done <= of


@pytest.fixture
def stream(data_folder: Path) -> str:
    workspace = house.open_workspace(data_folder)
    room = house.open_sample(workspace)
    board = next(block.id for block in room.desk.news.records[Block].values() if block.activity == "ideation_board")
    room.tell(AddIdea("=1+1"), activity=board)
    room.close()
    workspace.close()
    return room.desk.stream


def test_a_formula_stays_words_in_a_spreadsheet(data_folder: Path, stream: str, tmp_path: Path) -> None:
    export_to(data_folder, stream, tmp_path / "ideas.csv", "participant", "en", told)

    with (tmp_path / "ideas.csv").open(encoding="utf-8-sig", newline="") as file:
        ideas = [row["idea"] for row in csv.DictReader(file)]
    assert "'=1+1" in ideas
    assert len(ideas) == 44


def test_a_file_of_its_own_says_the_same_as_the_workspace(data_folder: Path, stream: str, tmp_path: Path) -> None:
    export_to(data_folder, stream, tmp_path / "room.convene", "participant", "en", told)
    export_to(data_folder, stream, tmp_path / "here.json", "participant", "en", told)
    export_to(data_folder, str(tmp_path / "room.convene"), tmp_path / "there.json", "participant", "en", told)

    assert json.loads((tmp_path / "here.json").read_text()) == json.loads((tmp_path / "there.json").read_text())


def test_what_was_taken_in_reads_the_same(data_folder: Path, stream: str, tmp_path: Path) -> None:
    export_to(data_folder, stream, tmp_path / "room.convene", "participant", "en", told)

    streams, count = import_from(tmp_path / "other", tmp_path / "room.convene")

    assert streams == [stream]
    assert count > 100
    assert dict(records_of(tmp_path / "other", stream)[Card]) == dict(records_of(data_folder, stream)[Card])
    assert import_from(tmp_path / "other", tmp_path / "room.convene") == ([stream], 0)


def test_an_unknown_ending_is_refused(data_folder: Path, stream: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        export_to(data_folder, stream, tmp_path / "room.docx", "participant", "en", told)

    assert refused.value.code == "file.unknown_ending"
    assert not list(tmp_path.iterdir())
