"""Convenings out to files: what somebody wrote stays words, and a file appears whole or not at all."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import zipfile
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.app import house
from facilitator.app.exporting import export_agenda, export_to, import_from, records_of
from facilitator.app.kept_clock import KeptClock
from facilitator.beginnings.sample import fill_sample
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import CastBallot, OpenRound
from facilitator.convening.cards import Card
from facilitator.convening.clock import StartBlock
from facilitator.convening.hlc import wall_ms
from facilitator.convening.ids import RoundId, StepId
from facilitator.convening.people import Contact, Person
from facilitator.convening.planning import PlanSteps
from facilitator.convening.steps import Step
from facilitator.convening.words import Refusal
from facilitator.i18n import PSEUDO
from tests.store.damaged import Spoil, back_up, half, unlinked


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


@pytest.mark.parametrize("spoil", [half, unlinked])
def test_a_damaged_workspace_is_restored_before_anything_is_taken_in(
    data_folder: Path, stream: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], spoil: Spoil
) -> None:
    """Fault 14. A command finds the file damaged or gone: the newest backup is open, and one line says so."""
    export_to(data_folder, stream, tmp_path / "room.convene", "participant", "en", told)
    back_up(data_folder)
    spoil(data_folder / "workspace.db")

    assert import_from(data_folder, tmp_path / "room.convene") == ([stream], 0)

    fact = "is gone." if spoil is unlinked else "was damaged."
    assert capsys.readouterr().err.startswith(f"The file of this laptop {fact} The copy from ")


def test_an_unknown_ending_is_refused(data_folder: Path, stream: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        export_to(data_folder, stream, tmp_path / "room.docx", "participant", "en", told)

    assert refused.value.code == "file.unknown_ending"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", [".json", ".csv", ".xlsx", ".md", ".convene"])
def test_a_file_and_the_workspace_leave_alike(data_folder: Path, stream: str, tmp_path: Path, ending: str) -> None:
    export_to(data_folder, stream, tmp_path / "room.convene", "", "en", told)
    export_to(data_folder, stream, tmp_path / f"here{ending}", "", "en", told)
    export_to(tmp_path / "nowhere", str(tmp_path / "room.convene"), tmp_path / f"there{ending}", "", "en", told)

    assert readable(tmp_path / f"here{ending}") == readable(tmp_path / f"there{ending}")


def test_without_an_edition_it_is_the_facilitators_own_and_with_one_the_rooms(
    data_folder: Path, stream: str, tmp_path: Path
) -> None:
    contact, idea = "@", "=1+1"
    people = records_of(data_folder, stream)
    listed = [people[Person][one.id].name for one in people[Contact].values() if "list" in one.consents]
    assert listed
    for ending in (".xlsx", ".md"):
        for edition in ("", "facilitator", "participant", "funder"):
            export_to(data_folder, stream, tmp_path / f"{edition}out{ending}", edition, "en", told)
        own, facilitators, *rooms = (
            readable(tmp_path / f"{edition}out{ending}") for edition in ("", "facilitator", "participant", "funder")
        )
        assert own == facilitators
        assert len(str(own)) > len(str(rooms[0]))
        # Who agreed to stand in the list of those who were there did not agree to stand before whoever pays.
        assert [[name for name in listed if name in str(room)] for room in rooms] == [
            listed if ending == ".xlsx" else [],
            [],
        ]
        # The sample has not been led yet: what waits on its board, the room has not seen.
        assert idea in str(own).replace("\\", "")
        assert idea not in str(rooms[0]).replace("\\", "")
    assert contact in str(readable(tmp_path / "out.xlsx"))
    assert contact not in str(readable(tmp_path / "participantout.xlsx"))


def test_the_language_that_is_asked_for_is_spoken(data_folder: Path, stream: str, tmp_path: Path) -> None:
    export_to(data_folder, stream, tmp_path / "en.md", "", "en", told)
    export_to(data_folder, stream, tmp_path / "xx.md", "", PSEUDO, told)

    assert "## Agenda" in (tmp_path / "en.md").read_text()
    assert "## Agenda" not in (tmp_path / "xx.md").read_text()


def test_the_agenda_alone_leaves_without_ideas_and_for_the_room_without_notes(
    data_folder: Path, stream: str, tmp_path: Path
) -> None:
    for ending in (".csv", ".xlsx", ".md"):
        for edition in ("", "participant"):
            export_agenda(data_folder, stream, tmp_path / f"{edition}out{ending}", edition, "en", "a4")
        own, room = (str(readable(tmp_path / f"{edition}out{ending}")) for edition in ("", "participant"))
        assert "Dot vote" in own
        assert "Dot vote" in room
        assert "=1+1" not in own
        assert len(own) > len(room)
    assert "Private note" not in str(readable(tmp_path / "participantout.xlsx"))
    assert list(readable(tmp_path / "out.xlsx") or ()) == ["Agenda", "Steps"]  # type: ignore[call-overload]


@pytest.mark.parametrize(("paper", "wide"), [("a4", 595), ("a3", 842)])
def test_the_agenda_as_a_pdf_is_a_poster(
    data_folder: Path, stream: str, tmp_path: Path, paper: str, wide: int, qapp: object
) -> None:
    export_agenda(data_folder, stream, tmp_path / "agenda.pdf", "", "en", paper)

    assert qapp
    with pypdfium2.PdfDocument(tmp_path / "agenda.pdf") as pdf:
        assert round(pdf[0].get_width()) == wide


def test_nobody_learns_from_a_file_how_an_open_vote_stands(data_folder: Path, tmp_path: Path) -> None:
    workspace = house.open_workspace(data_folder)
    room, ids = house.begin_room_of_sample(workspace)
    fill_sample(room.tell, ids)
    vote, people = ids.blocks["vote"], list(ids.people.values())
    options = tuple(ids.ideas.values())[:3]
    round_ = RoundId(f"{room.tell(OpenRound(options, 3, 3), activity=vote)}.1")
    stream, left = room.desk.stream, dict[str, object]()
    for number, (first, second) in enumerate(((0, 1), (1, 0)), start=1):
        for person, option in ((people[0], first), (people[1], second)):
            room.tell(CastBallot(round_, number, (options[option],) * 3), person, vote)
        tags = workspace.connection.execute("select tag, choice from ballot").fetchall()
        assert len(tags) == 2
        for ending in (".json", ".csv", ".xlsx", ".md", ".convene"):
            out = tmp_path / f"{number}{ending}"
            export_to(data_folder, stream, out, "facilitator", "en", told)
            assert left.setdefault(ending, readable(out)) == readable(out)
            for tag, choice in tags:
                assert tag.encode() not in bare_bytes(out)
                assert choice.encode() not in bare_bytes(out)
    room.close()
    workspace.close()


def readable(out: Path) -> object:
    """What another tool finds in a file."""
    match out.suffix:
        case ".xlsx":
            book = openpyxl.load_workbook(out)
            return {page.title: list(page.values) for page in book}
        case ".convene":
            connection = sqlite3.connect(out)
            names = connection.execute("select name from sqlite_schema where type = 'table' order by name").fetchall()
            found = {
                name: connection.execute(f'select * from "{name}"').fetchall() for (name,) in names if name[0] != "_"
            }
            connection.close()
            return found
    return out.read_text(encoding="utf-8")


def bare_bytes(out: Path) -> bytes:
    if out.suffix != ".xlsx":
        return out.read_bytes()
    with zipfile.ZipFile(out) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


@pytest.fixture
def set_forward(data_folder: Path) -> str:
    """A convening whose board has just begun, on a laptop whose clock was set half an hour forward since."""
    kept = KeptClock(data_folder, wall=lambda: wall_ms() - 30 * 60_000)
    workspace = house.open_workspace(data_folder)
    kept.keep()
    room = house.open_sample(workspace, kept.clock.now)
    board = next(block.id for block in room.desk.news.records[Block].values() if block.activity == "ideation_board")
    steps = tuple(Step(StepId(text), board, text, 1200) for text in ("Alone", "Together"))
    room.tell(PlanSteps(board, steps))
    room.tell(StartBlock(board))
    room.close()
    workspace.close()
    return room.desk.stream


def test_a_block_that_runs_has_taken_what_the_rooms_time_says(
    data_folder: Path, set_forward: str, tmp_path: Path
) -> None:
    """Fault 26. The laptop's clock was set half an hour forward since: the summary counts by the room's time."""
    export_to(data_folder, set_forward, tmp_path / "summary.pdf", "participant", "en", told)

    with pypdfium2.PdfDocument(tmp_path / "summary.pdf") as pdf:
        said = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    found = re.search(r"Actual (\d\d):(\d\d)–(\d\d):(\d\d)\.", said)
    assert found is not None
    began, ended = int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4])
    assert (ended - began) % (24 * 60) <= 1


@pytest.mark.parametrize("export", ["whole", "agenda"])
def test_tables_and_markdown_count_a_running_block_by_the_rooms_time(
    data_folder: Path, set_forward: str, tmp_path: Path, export: str
) -> None:
    """Fault 26. TM13: neither the minutes of the block nor those of its step jump with the laptop's clock."""
    for name in ("out.md", "out.xlsx"):
        if export == "whole":
            export_to(data_folder, set_forward, tmp_path / name, "", "en", told)
        else:
            export_agenda(data_folder, set_forward, tmp_path / name, "", "en", "a4")

    said = (tmp_path / "out.md").read_text("utf-8")
    rows = {sheet: list(openpyxl.load_workbook(tmp_path / "out.xlsx")[sheet].values) for sheet in ("Agenda", "Steps")}
    assert re.findall(r"took (\S+) min", said) in (["0.0"], ["0.1"])
    assert not re.search(r"\| (29|30|31) \|$", said, re.MULTILINE)
    taken, spent = rows["Agenda"][0].index("Minutes taken"), rows["Steps"][0].index("Seconds taken")
    assert [row[taken] for row in rows["Agenda"][1:] if row[taken] is not None] in ([0], [1])
    assert all(int(row[spent] or 0) < 60 for row in rows["Steps"][1:] if row[spent] is not None)


def test_the_agenda_as_csv_counts_by_the_rooms_time_too(data_folder: Path, set_forward: str, tmp_path: Path) -> None:
    """Fault 26."""
    export_agenda(data_folder, set_forward, tmp_path / "out.csv", "", "en", "a4")

    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        taken = [row["Minutes taken"] for row in csv.DictReader(file)]
    assert [each for each in taken if each] in (["0"], ["1"])
