"""Forgetting on disk: the name is in no byte of the data folder, no import brings it back, and nobody else loses a word."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.convening.cards import Card, EditCard
from facilitator.convening.forgetting import FORGOTTEN, FORGOTTEN_WITH_IDEAS, ForgetPerson, Ideas
from facilitator.convening.ids import PersonId
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.convening.undo import RedoLast, UndoLast
from facilitator.paths import SUMMARIES
from facilitator.store import kept
from facilitator.store.archive import ARCHIVE
from facilitator.store.forgetting import is_owed
from facilitator.store.opening import WORKSPACE, open_reader
from facilitator.store.projection import rebuild
from facilitator.store.workspace import Workspace
from tests.convening.given import BOOK, CONVENING, PEOPLE, refused
from tests.desk.laptop import rows
from tests.desk.room import STREAM, OpenDesk, opened
from tests.store.dying import FORGET, killed_after
from tests.store.grep import files_with
from tests.store.somebody import (
    EMAIL,
    IDEA,
    NAME,
    REACHED,
    WHO,
    agrees,
    exported,
    forget,
    log_of,
    look,
    take_in,
    told,
)


@pytest.fixture
def folder(data_folder: Path) -> Path:
    told(data_folder)
    return data_folder


def test_before_it_the_name_is_all_over_the_folder(folder: Path) -> None:
    found = files_with(folder, NAME, EMAIL)

    assert {
        WORKSPACE,
        ARCHIVE,
        f"{ARCHIVE}-journal",
        f"{SUMMARIES}/sent.pdf",
        f"{SUMMARIES}/{CONVENING.title}.pdf",
    } <= set(found)


def test_the_name_is_in_no_byte_of_the_data_folder(folder: Path) -> None:
    forget(folder)

    assert files_with(folder, NAME, EMAIL, "Òṣun Trust", "+234 800") == []
    assert files_with(folder, IDEA) == [WORKSPACE]


def test_it_is_in_no_byte_while_the_desk_goes_on(folder: Path) -> None:
    with opened(folder) as room:
        room.tell(ForgetPerson(WHO))
        is_done = room.desk.errand(lambda open_: not is_owed(open_.connection)).result(20)

        assert is_done
        assert files_with(folder, NAME, EMAIL) == []


def test_what_others_kept_beside_the_log_stays(folder: Path) -> None:
    forget(folder)

    assert sorted(look(folder, "select name, text from draft")) == [
        ("another:note:3", "a draft of another day"),
        (f"{STREAM}:note:3", "buy chalk"),
    ]
    assert look(folder, "select id from summary") == [("t",)]
    assert [file.name for file in (folder / SUMMARIES).iterdir()] == ["Another day.pdf"]
    assert len(look(folder, "select sha from device")) == 3
    assert look(folder, "select * from device where person = ?", WHO) == []
    assert look(folder, "select * from receipt where by = ?", WHO) == []


def test_the_log_is_guarded_again_and_the_tables_say_what_it_says(folder: Path) -> None:
    guards = look(folder, "select name, sql from sqlite_schema where type = 'trigger' order by name")
    forget(folder)

    assert guards
    assert look(folder, "select name, sql from sqlite_schema where type = 'trigger' order by name") == guards
    for statement in ("update fact set body = '{}'", "delete from fact"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            look(folder, statement)
    assert agrees(folder)


@pytest.mark.parametrize("ideas", list(Ideas))
def test_every_row_and_stamp_is_what_the_log_gives_anew(folder: Path, ideas: Ideas) -> None:
    forget(folder, ideas)
    workspace = Workspace(folder, BOOK.kinds)
    kept_rows = rows(workspace.connection)

    rebuild(workspace.connection, BOOK.kinds)

    assert rows(workspace.connection) == kept_rows
    workspace.close()


def test_the_facts_of_others_are_byte_for_byte_the_same(folder: Path) -> None:
    before = dict(look(folder, "select seq, id || stream || origin || oseq || hlc || at || by || kind || v from fact"))
    bodies = dict(look(folder, "select seq, body from fact"))
    forget(folder)

    after = dict(look(folder, "select seq, id || stream || origin || oseq || hlc || at || by || kind || v from fact"))
    assert before.items() <= after.items()
    changed = {seq for seq, body in look(folder, "select seq, body from fact") if bodies.get(seq, body) != body}
    about = [f'"t":"{table}","id":"{WHO}"' for table in ("person", "contact")]
    assert changed == {seq for seq, body in bodies.items() if any(part in str(body) for part in about)}
    assert len(changed) == 6


def test_ideas_stay_without_author_and_the_board_is_as_it_was(folder: Path) -> None:
    forget(folder)

    with opened(folder) as room:
        cards = room.desk.news.records[Card]
        assert {card.text for card in cards.values()} == {IDEA, "Fewer forms"}
        assert {card.by for card in cards.values() if card.text == IDEA} == {WHO}
        assert not room.desk.news.records[Person].get(WHO)


def test_ideas_that_go_are_in_no_byte_either(folder: Path) -> None:
    forget(folder, Ideas.GO)

    assert files_with(folder, NAME, EMAIL, IDEA) == []
    assert agrees(folder)
    with opened(folder) as room:
        assert {card.text for card in room.desk.news.records[Card].values()} == {"Fewer forms"}


def test_others_can_still_undo_and_nobody_can_undo_a_name_back(folder: Path) -> None:
    with opened(folder) as room:
        room.tell(ForgetPerson(WHO))
        with refused("redo.nothing"):
            room.tell(RedoLast())
        with refused("undo.changed_since"):
            room.tell(UndoLast())  # everything about the forgotten is passed over; before that, somebody has joined
        room.tell(AddPerson(Person(PersonId("77"), "Wanjirũ"), Contact(PersonId("77"))))
        room.tell(UndoLast())
        assert room.desk.news.records[Person].keys() == {person.id for person in PEOPLE}

    assert files_with(folder, NAME, EMAIL) == []
    assert agrees(folder)


def test_an_older_file_does_not_bring_the_name_back(folder: Path, tmp_path: Path) -> None:
    older = exported(folder, tmp_path / "older.convene")
    forget(folder)
    take_in(folder, older)

    assert files_with(tmp_path, NAME) == ["older.convene"]
    assert files_with(folder, NAME, EMAIL) == []
    assert agrees(folder)


def test_an_older_file_with_new_facts_brings_those_and_not_the_name(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    take_in(other, exported(folder, tmp_path / "first.convene"))
    with opened(other) as room:
        room.tell(AddPerson(Person(WHO, f"{NAME} Adé"), REACHED))
        room.tell(AddPerson(Person(PersonId("77"), "Wanjirũ"), Contact(PersonId("77"))))
    forget(folder)
    taken = take_in(folder, exported(other, tmp_path / "older.convene"))

    assert taken == 2
    assert files_with(folder, NAME, EMAIL) == []
    with opened(folder) as room:
        assert {person.name for person in room.desk.news.records[Person].values()} >= {"Wanjirũ"}
        assert WHO not in room.desk.news.records[Person]
    assert agrees(folder)


@pytest.mark.parametrize("ideas", list(Ideas))
def test_a_tombstone_that_comes_with_an_import_scrubs_what_is_here(folder: Path, tmp_path: Path, ideas: Ideas) -> None:
    other = tmp_path / "other"
    take_in(other, exported(folder, tmp_path / "named.convene"))
    with opened(other) as room:
        room.desk.errand(lambda open_: kept.seat_device(open_.connection, "sha", STREAM, WHO)).result(20)
    forget(folder, ideas)
    take_in(other, exported(folder, tmp_path / "forgotten.convene"))

    assert files_with(other, NAME, EMAIL) == []
    assert bool(files_with(other, IDEA)) is (ideas is Ideas.STAY)
    assert look(other, "select * from device") == []
    assert agrees(other)


def test_an_edit_of_an_idea_that_went_comes_too_late(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    take_in(other, exported(folder, tmp_path / "first.convene"))
    with opened(other) as room:
        theirs = next(card.id for card in room.desk.news.records[Card].values() if card.text == IDEA)
        room.tell(EditCard(theirs, f"{IDEA}, every week"))
    forget(folder, Ideas.GO)
    take_in(folder, exported(other, tmp_path / "edited.convene"))

    assert files_with(folder, IDEA) == []
    assert agrees(folder)


def test_an_idea_that_went_with_its_author_stays_gone_for_whoever_has_no_more_than_the_tombstone(
    folder: Path, tmp_path: Path
) -> None:
    other, fresh = tmp_path / "other", tmp_path / "fresh"
    take_in(other, exported(folder, tmp_path / "first.convene"))
    with opened(other) as room:
        theirs = next(card.id for card in room.desk.news.records[Card].values() if card.text == IDEA)
        room.tell(EditCard(theirs, f"{IDEA}, every week"))
    forget(folder, Ideas.GO)
    take_in(fresh, exported(folder, tmp_path / "forgotten.convene"))
    take_in(fresh, exported(other, tmp_path / "edited.convene"))

    assert files_with(fresh, IDEA, NAME) == []
    assert agrees(fresh)


def test_a_file_written_after_it_holds_no_name(folder: Path, tmp_path: Path) -> None:
    forget(folder)
    exported(folder, tmp_path / "later.convene")

    assert files_with(tmp_path, NAME, EMAIL) == []
    assert FORGOTTEN in {fact.kind for fact in log_of(folder)}


def interrupted(folder: Path, tmp_path: Path) -> Path:
    """A copy of the folder whose desk was killed after the tombstone and before the rewriting."""
    needed = killed_after(Path(shutil.copytree(folder, tmp_path / "whole")), 1_000_000, FORGET, WHO)
    for kill in range(needed // 4, needed):
        place = Path(shutil.copytree(folder, tmp_path / f"killed{kill}"))
        killed_after(place, kill, FORGET, WHO)
        if FORGOTTEN_WITH_IDEAS in {fact.kind for fact in log_of(place)}:
            return place
    raise AssertionError("the desk was never killed in between")


def test_a_file_written_between_a_kill_and_the_next_start_holds_no_name(folder: Path, tmp_path: Path) -> None:
    place = interrupted(folder, tmp_path)
    exported(place, tmp_path / "out.convene")

    assert WORKSPACE in files_with(place, NAME)
    assert not [file for file in files_with(tmp_path, NAME, EMAIL, IDEA) if file.endswith(".convene")]


def test_while_somebody_reads_the_journal_waits_and_is_cut_at_the_next_start(folder: Path) -> None:
    reader = open_reader(folder / WORKSPACE)
    reader.execute("begin")
    reader.execute("select count(*) from fact").fetchone()
    room = OpenDesk(folder)
    room.tell(ForgetPerson(WHO))
    assert room.desk.errand(lambda open_: is_owed(open_.connection)).result(20)
    assert WHO not in room.desk.news.records[Person]
    room.stop()
    reader.close()

    with opened(folder) as room:
        assert not room.desk.errand(lambda open_: is_owed(open_.connection)).result(20)
        assert files_with(folder, NAME, EMAIL) == []


@pytest.fixture
def copies(folder: Path, tmp_path: Path) -> Callable[[int], Path]:
    """Hand out copies of the folder, each with its own number."""

    def copy(number: int) -> Path:
        return Path(shutil.copytree(folder, tmp_path / f"copy{number}"))

    return copy


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kills", [7, pytest.param(60, marks=pytest.mark.long)])
def test_a_kill_in_the_middle_leaves_nothing_done_or_all_done_at_the_next_start(
    copies: Callable[[int], Path], kills: int
) -> None:
    needed = killed_after(copies(0), 1_000_000, FORGET, WHO)
    outcomes = set()
    for kill in range(kills):
        place = copies(kill + 1)
        assert killed_after(place, 1 + kill * (needed - 1) // (kills - 1), FORGET, WHO) == 0

        with opened(place) as room:
            is_there = WHO in room.desk.news.records[Person]
            texts = {card.text for card in room.desk.news.records[Card].values()}
        assert look(place, "pragma integrity_check") == [("ok",)]
        assert len(look(place, "select name from sqlite_schema where type = 'trigger'")) == 2
        assert bool(files_with(place, NAME, EMAIL, IDEA)) is is_there
        assert texts == ({IDEA, "Fewer forms"} if is_there else {"Fewer forms"})
        assert len(look(place, "select 1 from device")) == (4 if is_there else 3)
        assert agrees(place)
        outcomes.add(is_there)

    assert outcomes == {True, False}


def test_everybody_who_was_not_forgotten_is_still_named(folder: Path) -> None:
    forget(folder)

    assert files_with(folder, *(person.name for person in PEOPLE)) == [WORKSPACE]
