"""A convening as a file of its own: whole, without what stays on this laptop, and harmless when it is hostile."""

from __future__ import annotations

import json
import resource
import signal
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.app import house
from facilitator.convening.agenda import Block
from facilitator.convening.cards import Card
from facilitator.convening.facts import Fact, merged, stamp_of
from facilitator.convening.words import NotSaved, Refusal, Role
from facilitator.store.foreign import read_portable
from facilitator.store.kept import KeptSummary, keep_summary
from facilitator.store.opening import open_writer
from facilitator.store.portable import export_convene, import_convene, take_in, write_convene
from facilitator.store.projection import project_any
from facilitator.store.reading import facts
from facilitator.store.workspace import Workspace
from tests.convening.given import BOOK, refused
from tests.convening.wishes import spoken
from tests.desk.laptop import Laptop, empty_file, kept, loaded, rows
from tests.store.strange import body_of, everything, file_of, row_of


@pytest.fixture
def sample(data_folder: Path) -> Iterator[tuple[Workspace, str]]:
    workspace = house.open_workspace(data_folder)
    room = house.open_sample(workspace)
    room.close()
    yield workspace, room.desk.stream
    workspace.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    workspace = house.open_workspace(tmp_path / "other")
    yield workspace
    workspace.close()


def cards(workspace: Workspace, stream: str) -> dict[str, Card]:
    return dict(workspace.load(stream)[Card])


def test_nothing_of_this_laptop_alone_goes_along(sample: tuple[Workspace, str], tmp_path: Path) -> None:
    workspace, stream = sample
    workspace.connection.execute("insert into device values ('sha', ?, 'somebody')", (stream,))
    workspace.connection.execute("insert into draft values ('note', 'half a thought')")

    export_convene(workspace.connection, workspace.kinds, stream, tmp_path / "room.convene")

    connection = sqlite3.connect(tmp_path / "room.convene")
    counts = {
        table: connection.execute(f"select count(*) from {table}").fetchone()[0]
        for table in ("device", "draft", "receipt", "ballot", "setting")
    }
    connection.close()
    assert set(counts.values()) == {0}
    assert [path.name for path in tmp_path.glob("room*")] == ["room.convene"]


def test_what_two_laptops_added_is_in_both_after_taking_each_other_in(
    sample: tuple[Workspace, str], other: Workspace, tmp_path: Path
) -> None:
    workspace, stream = sample
    export_convene(workspace.connection, workspace.kinds, stream, tmp_path / "here.convene")
    import_convene(other.connection, other.kinds, tmp_path / "here.convene")
    for laptop, text in ((workspace, "said here"), (other, "said there")):
        room = house.Room(laptop, stream)
        board = next(b.id for b in room.desk.news.records[Block].values() if b.activity == "ideation_board")
        room.desk.say(AddIdea(text), role=Role.GUIDE, activity=board).result()
        room.close()

    export_convene(workspace.connection, workspace.kinds, stream, tmp_path / "here.convene")
    export_convene(other.connection, other.kinds, stream, tmp_path / "there.convene")
    import_convene(other.connection, other.kinds, tmp_path / "here.convene")
    import_convene(workspace.connection, workspace.kinds, tmp_path / "there.convene")

    assert cards(workspace, stream) == cards(other, stream)
    assert {"said here", "said there"} <= {card.text for card in cards(other, stream).values()}


@pytest.mark.parametrize(
    "body",
    ["not json", "{}", '{"changes": 3}', '{"changes": [{"t": 3, "id": "x", "set": {}, "was": {}}]}',
     '{"changes": [{"t": "card", "id": "x", "set": {"text": null}, "was": {}}]}'],
)  # fmt: skip
def test_a_fact_of_another_shape_is_refused_and_changes_nothing(
    sample: tuple[Workspace, str], other: Workspace, tmp_path: Path, body: str
) -> None:
    workspace, stream = sample
    file = tmp_path / "room.convene"
    export_convene(workspace.connection, workspace.kinds, stream, file)
    connection = sqlite3.connect(file)
    connection.execute("drop trigger fact_no_update")
    connection.execute("pragma ignore_check_constraints=on")
    connection.execute("update fact set body = ? where seq = 5", (body,))
    connection.commit()
    connection.close()

    with pytest.raises(Refusal) as refused:
        import_convene(other.connection, other.kinds, file)

    assert refused.value.code == "file.damaged"
    assert other.connection.execute("select count(*) from fact").fetchone()[0] == 0


def test_tables_and_fields_nobody_knows_are_passed_over(
    sample: tuple[Workspace, str], other: Workspace, tmp_path: Path
) -> None:
    workspace, stream = sample
    file = tmp_path / "room.convene"
    export_convene(workspace.connection, workspace.kinds, stream, file)
    connection = sqlite3.connect(file)
    body = json.dumps({
        "changes": [
            {"t": "sqlite_schema; drop table fact", "id": "x", "set": {"sql": "x"}, "was": {}},
            {"t": "card", "id": "new.1", "set": {"here": True, "gone": False, "text": "kept", "drop table": "x"}, "was": {}},
        ]
    })  # fmt: skip
    connection.execute(
        "insert into fact(id, stream, origin, oseq, hlc, at, by, activity, kind, v, body) "
        "values ('evil', ?, 'ffffffff', 1, 1, 1, 'x', '', 'x', 1, ?)",
        (stream, body),
    )
    connection.commit()
    connection.close()

    import_convene(other.connection, other.kinds, file)

    assert cards(other, stream)["new.1"].text == "kept"
    assert other.connection.execute("select count(*) from fact").fetchone()[0] > 100


def test_a_view_in_place_of_the_log_is_no_file_of_ours(
    sample: tuple[Workspace, str], other: Workspace, tmp_path: Path
) -> None:
    workspace, stream = sample
    file = tmp_path / "room.convene"
    export_convene(workspace.connection, workspace.kinds, stream, file)
    connection = sqlite3.connect(file)
    connection.execute("drop table fact")
    connection.execute("create view fact as select 1 as seq")
    connection.commit()
    connection.close()

    with pytest.raises(Refusal) as refused:
        import_convene(other.connection, other.kinds, file)

    assert refused.value.code == "file.foreign"


def test_a_laptop_whose_clock_runs_ahead_is_named(
    sample: tuple[Workspace, str], other: Workspace, tmp_path: Path
) -> None:
    workspace, stream = sample
    file = tmp_path / "room.convene"
    export_convene(workspace.connection, workspace.kinds, stream, file)
    connection = sqlite3.connect(file)
    connection.execute("drop trigger fact_no_update")
    connection.execute("update fact set hlc = hlc + (3600000 << 16) where seq = 5")
    connection.commit()
    connection.close()

    with pytest.raises(Refusal) as refused:
        import_convene(other.connection, other.kinds, file)

    assert (refused.value.code, refused.value.values["minutes"]) == ("clock.ahead", 59)
    assert other.connection.execute("select count(*) from fact").fetchone()[0] == 0


def test_a_workspace_copied_by_hand_is_not_taken_in(sample: tuple[Workspace, str], tmp_path: Path) -> None:
    workspace, stream = sample
    file = tmp_path / "room.convene"
    export_convene(workspace.connection, workspace.kinds, stream, file)
    connection = sqlite3.connect(file)
    connection.execute("drop trigger fact_no_update")
    connection.execute("update fact set id = 'another' where seq = 5")
    connection.commit()
    connection.close()

    with pytest.raises(Refusal) as refused:
        import_convene(workspace.connection, workspace.kinds, file)

    assert refused.value.code == "file.cloned"


def test_importing_twice_changes_no_byte_of_any_row(
    sample: tuple[Workspace, str], other: Workspace, tmp_path: Path
) -> None:
    workspace, stream = sample
    keep_summary(workspace.connection, KeptSummary("s1", stream, "participant", "en", 9, 9, b"%PDF-1"))
    export_convene(workspace.connection, workspace.kinds, stream, tmp_path / "room.convene")
    there_already = everything(workspace.connection)
    first = import_convene(other.connection, other.kinds, tmp_path / "room.convene")
    once = everything(other.connection)

    again = import_convene(other.connection, other.kinds, tmp_path / "room.convene")
    at_home = import_convene(workspace.connection, workspace.kinds, tmp_path / "room.convene")

    assert (first[0], again, at_home) == ([stream], ([stream], 0), ([stream], 0))
    assert first[1] == len(once["fact"]) > 100
    assert everything(other.connection) == once
    assert everything(workspace.connection) == there_already
    assert once["summary"] == []
    assert [row[1:] for row in once["fact"]] == [row[1:] for row in there_already["fact"] if row[2] == stream]


def test_what_was_taken_in_is_taken_out_the_same(
    sample: tuple[Workspace, str], other: Workspace, tmp_path: Path
) -> None:
    workspace, stream = sample
    export_convene(workspace.connection, workspace.kinds, stream, tmp_path / "here.convene")
    import_convene(other.connection, other.kinds, tmp_path / "here.convene")
    export_convene(other.connection, other.kinds, stream, tmp_path / "there.convene")

    for name in ("fact", "cell", "card", "block", "person"):
        here, there = (sqlite3.connect(tmp_path / f"{where}.convene") for where in ("here", "there"))
        asked = f"select * from {name}"
        assert here.execute(asked).fetchall() == there.execute(asked).fetchall()
        here.close()
        there.close()


def said_on(folder: str, origin: str, data: st.DataObject) -> list[Fact]:
    """What was said on one laptop."""
    room = Laptop(Path(folder) / origin, origin)
    room.prepare()
    for _ in range(data.draw(st.integers(1, 12))):
        said = spoken(data.draw, BOOK, room.records)
        room.say(said.wish, said.by, said.role, said.activity)
    told = list(facts(room.connection, room.log.stream))
    room.connection.close()
    return told


@settings(max_examples=25)
@given(st.data())
def test_facts_taken_in_by_any_parts_in_any_order_make_the_tables_that_one_by_one_would(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        told = data.draw(
            st.permutations([fact for laptop in ("0a0a0a0a", "0b0b0b0b") for fact in said_on(folder, laptop, data)])
        )
        cut = data.draw(st.integers(0, len(told)))
        # Whoever is forgotten is also written down beside a file.
        set_based, one_by_one = open_writer(Path(folder) / "workspace.db", BOOK.kinds), empty_file()

        for part in (told[:cut], told[cut:], told):
            take_in(set_based, BOOK.kinds, part, Path("x"))
        # Who was forgotten is in no fact any more, whatever came first.
        kept_as = {fact.id: fact for stream in {fact.stream for fact in told} for fact in facts(set_based, stream)}
        assert kept_as.keys() == {fact.id for fact in told}
        told = [kept_as[fact.id] for fact in told]
        for fact in told:
            project_any(one_by_one, BOOK.kinds, fact.stream, stamp_of(fact.hlc, fact.origin), fact.changes)

        assert rows(set_based) == rows(one_by_one)
        assert loaded(set_based) == kept(merged(BOOK.kinds, told))
        set_based.close()


CARD = {"t": "card", "id": "c", "set": {"here": True, "gone": False, "text": "x"}, "was": {}}


@pytest.mark.parametrize(
    "bad",
    [
        row_of(2, body=body_of({"t": "card", "id": "c", "set": {"here": True, "gone": False}, "was": {}})),
        row_of(2, body=body_of({"t": "block", "id": "b", "set": {"minutes": "many"}, "was": {}})),
        row_of(2, v=2),
        row_of(2, hlc=2**62),
        row_of(2, origin="' or 1=1"),
    ],
    ids=("card without a text", "minutes in words", "newer", "far ahead", "sql for a laptop"),
)
def test_a_file_that_is_refused_leaves_every_row_as_it_was(
    sample: tuple[Workspace, str], tmp_path: Path, bad: dict[str, object]
) -> None:
    workspace, _ = sample
    before = everything(workspace.connection)

    with pytest.raises(Refusal):
        import_convene(workspace.connection, workspace.kinds, file_of(tmp_path / "a.convene", row_of(), bad))

    assert everything(workspace.connection) == before
    assert not workspace.connection.in_transaction


def test_a_disk_that_fills_up_while_a_file_comes_in_leaves_every_row_as_it_was(
    sample: tuple[Workspace, str], other: Workspace, tmp_path: Path
) -> None:
    """Fault 9. The disk fills up in the middle of an import: nobody is told it is here, and nothing half is."""
    file = _exported(*sample, tmp_path / "room.convene")
    before = everything(other.connection)
    pages = other.connection.execute("pragma page_count").fetchone()[0]
    other.connection.execute(f"pragma max_page_count = {pages + 5}")

    with pytest.raises(NotSaved):
        import_convene(other.connection, other.kinds, file)

    assert everything(other.connection) == before
    other.connection.execute("pragma max_page_count = 1000000")
    assert import_convene(other.connection, other.kinds, file)[1] > 100


def test_sql_in_any_name_stays_a_name(other: Workspace, tmp_path: Path) -> None:
    evil = "x'); drop table fact; --"
    file = file_of(
        tmp_path / "a.convene",
        row_of(),
        row_of(2, id=evil, by=evil, activity=evil, kind=evil, body=body_of(
            {**CARD, "id": evil}, {"t": evil, "id": evil, "set": {evil: evil}, "was": {}},
            {"t": "fact", "id": evil, "set": {"body": evil}, "was": {}},
            {"t": "sqlite_schema", "id": evil, "set": {"sql": evil}, "was": {}},
        )),
    )  # fmt: skip

    import_convene(other.connection, other.kinds, file)

    assert cards(other, "stream")[evil].text == "x"
    assert other.connection.execute("select count(*) from fact").fetchone() == (2,)
    assert other.connection.execute("pragma quick_check").fetchone() == ("ok",)


def test_a_file_that_cannot_be_written_leaves_the_one_before_and_is_named(
    sample: tuple[Workspace, str], tmp_path: Path
) -> None:
    """Fault 10. The folder takes nothing: the export that was there stays, and the message names the file."""
    workspace, stream = sample
    target = tmp_path / "room.convene"
    target.mkdir()
    (target / "kept").write_text("x")

    with pytest.raises(Refusal) as refused:
        export_convene(workspace.connection, workspace.kinds, stream, target)

    assert (refused.value.code, refused.value.values["path"]) == ("file.not_written", str(target))
    assert [path.name for path in tmp_path.iterdir() if path.name != "other"] == ["room.convene"]


def test_a_disk_that_fills_up_leaves_nothing_half(sample: tuple[Workspace, str], tmp_path: Path) -> None:
    """Fault 10. The disk fills up in the middle of an export: nothing half stays, the one before does."""
    workspace, stream = sample
    target = tmp_path / "room.convene"
    said = read_portable(_exported(workspace, stream, target), workspace.kinds)
    before = target.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, hard))
    try:
        with refused("file.not_written", path=str(target)):
            write_convene(said, workspace.kinds, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)

    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.glob("*room*")] == ["room.convene"]
    assert [path.name for path in tmp_path.glob(".*")] == []


def _exported(workspace: Workspace, stream: str, target: Path) -> Path:
    export_convene(workspace.connection, workspace.kinds, stream, target)
    return target
