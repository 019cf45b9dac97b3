"""A convening as a file of its own: whole, without what stays on this laptop, and harmless when it is hostile."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.app import house
from facilitator.convening.agenda import Block
from facilitator.convening.cards import Card
from facilitator.convening.words import Refusal, Role
from facilitator.store.portable import export_convene, import_convene
from facilitator.store.workspace import Workspace


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
