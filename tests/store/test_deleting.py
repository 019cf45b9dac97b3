"""A convening that is deleted is gone in every byte; the others do not notice, and a file brings it back on purpose."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facilitator.app import house
from facilitator.convening.ballots import CastBallot, Round
from facilitator.convening.cards import Card
from facilitator.convening.forgetting import ForgetPerson
from facilitator.convening.gathering import DescribeConvening, the_convening
from facilitator.convening.ids import RoundId
from facilitator.convening.people import Person
from facilitator.desk.desk import new_wish_id
from facilitator.paths import SUMMARIES
from facilitator.store import kept
from facilitator.store.archive import ARCHIVE
from facilitator.store.deleting import DELETED, delete_convening
from facilitator.store.opening import open_reader
from facilitator.store.portable import export_convene, import_convene
from facilitator.store.reading import convenings, facts
from facilitator.store.workspace import Workspace, list_convenings
from tests.convening.given import BOOK, CONVENING, refused
from tests.desk.laptop import rows
from tests.desk.room import opened
from tests.store.dying import DELETE, killed_after
from tests.store.grep import files_with

TITLE, STREAM = "The day by the river", CONVENING.id
OTHER = "another"


def told(folder: Path) -> RoundId:
    """Two convenings; in the first, a round is open and everything lies beside the log. Give its round."""
    with opened(folder, stream=OTHER) as room:
        _, round_of_other, cards = room.open_vote()
        room.tell(DescribeConvening(replace(the_convening(room.desk.news.records), title="Another day")))
        room.hear(
            CastBallot(round_of_other, 1, (cards[0],)), "phone1", room.desk.news.records[Round][round_of_other].block
        )
    with opened(folder, stream=STREAM) as room:
        vote, round_, cards = room.open_vote()
        room.tell(DescribeConvening(replace(the_convening(room.desk.news.records), title=TITLE)))
        room.vote_all(vote, round_, [(cards[0],), (cards[1],)])
        room.desk.errand(beside_the_log).result(20)
    (folder / SUMMARIES).mkdir()
    (folder / SUMMARIES / f"{TITLE}.pdf").write_bytes(b"pdf")
    (folder / SUMMARIES / "Another day.pdf").write_bytes(b"another")
    (folder / ARCHIVE).write_bytes(TITLE.encode())
    return round_


def beside_the_log(open_: Workspace) -> None:
    for stream in (STREAM, OTHER):
        kept.write_draft(open_.connection, f"{stream}:note", f"a thought of {stream}")
        kept.keep_summary(open_.connection, kept.KeptSummary(stream, stream, "participant", "en", 1, 1, b"pdf"))
    kept.set_setting(open_.connection, "sample_convening", STREAM)


def delete(folder: Path, stream: str = STREAM) -> bool:
    workspace = Workspace(folder, BOOK.kinds)
    try:
        return delete_convening(workspace.connection, workspace.kinds, stream, workspace.origin, new_wish_id())
    finally:
        workspace.close()


def all_of_other(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Everything of the other convening, and every table that does not say whose it is."""
    workspace = Workspace(folder, BOOK.kinds)
    found = {name: [row for row in found if OTHER in row] for name, found in rows(workspace.connection).items()}
    ask = workspace.connection.execute
    found["fact"] = ask("select * from fact where stream = ?", (OTHER,)).fetchall()
    found["device"] = ask("select * from device where stream = ?", (OTHER,)).fetchall()
    found["summary"] = ask("select * from summary where stream = ?", (OTHER,)).fetchall()
    found["draft"] = ask("select * from draft where name like 'another:%'").fetchall()
    workspace.close()
    return found


def test_nothing_of_it_is_left_and_the_other_is_what_it_was(data_folder: Path) -> None:
    told(data_folder)
    before = all_of_other(data_folder)
    seals = len(list((data_folder / "seals").iterdir()))
    assert delete(data_folder)

    assert files_with(data_folder, TITLE, f"a thought of {STREAM}") == []
    assert all_of_other(data_folder) == before
    assert before["fact"]
    assert [one.title for one in list_convenings(data_folder)] == ["Another day"]
    assert (seals, len(list((data_folder / "seals").iterdir()))) == (2, 1)
    assert [file.name for file in (data_folder / SUMMARIES).iterdir()] == ["Another day.pdf"]
    assert not (data_folder / ARCHIVE).exists()


def test_only_a_fact_without_words_stays(data_folder: Path) -> None:
    round_ = told(data_folder)
    delete(data_folder)

    workspace = Workspace(data_folder, BOOK.kinds)
    left = list(facts(workspace.connection, STREAM))
    ask = workspace.connection.execute
    assert [(fact.kind, fact.changes) for fact in left] == [(DELETED, ())]
    assert ask("select * from ballot where round = ?", (round_,)).fetchall() == []
    assert len(ask("select * from ballot").fetchall()) == 1
    for name, found in rows(workspace.connection).items():
        stream = 0 if name == "cell" else 1
        assert STREAM not in {row[stream] for row in found}
    assert kept.settings(workspace.connection).keys() == set()
    workspace.close()


def test_the_order_of_arrival_goes_on_from_where_it_was(data_folder: Path) -> None:
    told(data_folder)
    highest = 0
    for stream in (STREAM, OTHER):
        workspace = Workspace(data_folder, BOOK.kinds)
        before = workspace.log(stream).seq()
        delete_convening(workspace.connection, workspace.kinds, stream, workspace.origin, new_wish_id())
        (left,) = facts(workspace.connection, stream)
        workspace.close()

        assert left.seq == before + 1 > highest
        highest = left.seq


def test_its_file_brings_it_back_but_not_who_is_forgotten(data_folder: Path, tmp_path: Path) -> None:
    told(data_folder)
    source = open_reader(data_folder / "workspace.db")
    export_convene(source, BOOK.kinds, STREAM, tmp_path / "day.convene")
    source.close()
    with opened(data_folder, stream=STREAM) as room:
        gone = next(p for p in room.desk.news.records[Person].values() if p.name == "Amina")
        room.tell(ForgetPerson(gone.id))
        cards = {card.text for card in room.desk.news.records[Card].values()}
    delete(data_folder)
    with opened(data_folder, stream=OTHER) as room:
        room.tell(DescribeConvening(replace(the_convening(room.desk.news.records), title="Later said")))

    workspace = Workspace(data_folder, BOOK.kinds)
    import_convene(workspace.connection, workspace.kinds, tmp_path / "day.convene")
    records = workspace.load(STREAM)
    listed = {one.title for one in convenings(workspace.connection)}
    workspace.close()

    assert listed == {TITLE, "Later said"}
    assert {card.text for card in records[Card].values()} == cards
    assert gone.id not in records[Person]
    assert len(records[Person]) == 2


def test_what_is_not_there_cannot_be_deleted(data_folder: Path) -> None:
    told(data_folder)
    delete(data_folder)

    for stream in (STREAM, "never"):
        with refused("convening.none_such"):
            delete(data_folder, stream)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kills", [7, pytest.param(60, marks=pytest.mark.long)])
def test_a_kill_in_the_middle_leaves_all_of_it_or_nothing_at_the_next_start(
    data_folder: Path, tmp_path: Path, kills: int
) -> None:
    told(data_folder)
    needed = killed_after(Path(shutil.copytree(data_folder, tmp_path / "whole")), 1_000_000, DELETE, STREAM)
    outcomes = set()
    for kill in range(kills):
        place = Path(shutil.copytree(data_folder, tmp_path / str(kill)))
        assert killed_after(place, 1 + kill * (needed - 1) // (kills - 1), DELETE, STREAM) == 0

        Workspace(place, BOOK.kinds).close()

        is_there = TITLE in {one.title for one in list_convenings(place)}
        assert bool(files_with(place, TITLE)) is is_there
        assert (place / SUMMARIES / f"{TITLE}.pdf").exists() is is_there
        assert len(list((place / "seals").iterdir())) == (2 if is_there else 1)
        outcomes.add(is_there)

    assert outcomes == {True, False}


def test_the_sample_can_be_deleted_and_opened_anew(data_folder: Path) -> None:
    workspace = house.open_workspace(data_folder)
    room = house.open_sample(workspace)
    room.close()
    delete_convening(workspace.connection, workspace.kinds, room.desk.stream, workspace.origin, new_wish_id())

    again = house.open_sample(workspace)
    assert again.desk.stream != room.desk.stream
    again.close()
    workspace.close()
