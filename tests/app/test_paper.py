"""The summary as a file, by edition."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.app import house
from facilitator.app.paper import make_agenda_poster, make_summary
from facilitator.convening.records import Records
from facilitator.convening.words import Refusal


@pytest.fixture
def records(data_folder: Path) -> Iterator[Records]:
    workspace = house.open_workspace(data_folder)
    room = house.open_sample(workspace)
    yield room.desk.news.records
    room.close()
    workspace.close()


def test_the_summary_is_made_with_progress(records: Records, tmp_path: Path, qapp: object) -> None:
    steps: list[tuple[int, int]] = []

    made = make_summary(records, tmp_path / "summary.pdf", "participant", "en", lambda *step: steps.append(step))

    assert qapp
    assert made.pages >= 2
    assert steps[-1] == (100, 100)


def test_an_edition_that_does_not_exist_is_refused(records: Records, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        make_summary(records, tmp_path / "summary.pdf", "press", "en", lambda _done, _of: None)

    assert refused.value.code == "edition.unknown"


def test_a_paper_that_does_not_exist_is_refused(records: Records, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        make_agenda_poster(records, tmp_path / "agenda.pdf", "a0", "en")

    assert (refused.value.code, list(tmp_path.iterdir())) == ("paper.unknown", [])


def test_the_agenda_hangs_on_the_wall(records: Records, tmp_path: Path, qapp: object) -> None:
    make_agenda_poster(records, tmp_path / "agenda.pdf", "a3", "en")

    assert qapp
    assert (tmp_path / "agenda.pdf").read_bytes()[:5] == b"%PDF-"


@pytest.mark.parametrize(("idea", "starts_qt"), [("Łódź, Tomás: один", False), ("نريد ماءً", True), ("Rain 🙂", True)])
def test_qt_is_started_only_for_a_text_that_needs_it(tmp_path: Path, idea: str, starts_qt: bool) -> None:
    asked = f"""
import sys
from pathlib import Path
from facilitator.activities.ideation_board.rules import Placement
from facilitator.app.paper import make_summary
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, ClusterId
from tests.summary.rooms import IDEAS, WATER, block, records_of
lies = Placement(CardId("a"), IDEAS, ClusterId(""), "1")
records = records_of(WATER, block(IDEAS, "Ideas", "ideation_board", "1"), Card(CardId("a"), {idea!r}), lies)
make_summary(records, Path({str(tmp_path / "summary.pdf")!r}), "participant", "en", lambda _done, _of: None)
print("PySide6" in sys.modules)
"""

    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == str(starts_qt)
    assert (tmp_path / "summary.pdf").read_bytes()[:5] == b"%PDF-"
