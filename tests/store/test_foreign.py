"""Files from elsewhere: what is a convening is read, and everything else is refused in a sentence."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.convening.gathering import Convening
from facilitator.convening.words import Refusal
from facilitator.kit.sentences import sentence
from facilitator.store import foreign
from facilitator.store.foreign import convening_of, read_portable
from tests.convening.given import BOOK, refused
from tests.store.strange import CONVENING, STREAM, body_of, file_of, row_of


def refusal_of(file: Path) -> str:
    with pytest.raises(Refusal) as refused:
        read_portable(file, BOOK.kinds)
    assert sentence(refused.value, {})
    return refused.value.code


def card(**fields: Any) -> str:
    return body_of({"t": "card", "id": "c", "set": {"here": True, "gone": False, "text": "x", **fields}, "was": {}})


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    facts = read_portable(file_of(tmp_path / "a.convene", row_of()), BOOK.kinds)

    assert [(fact.id, fact.kind, fact.hlc) for fact in facts] == [("wish-1", "convening.created", 1 << 16)]
    stream, records = convening_of(tmp_path / "a.convene", BOOK.kinds)
    assert (stream, records[Convening][STREAM].title) == (STREAM, "Clean Water")


@pytest.mark.parametrize(
    "fields",
    [
        {"id": None}, {"id": ""}, {"id": b"x"}, {"id": "x" * 201}, {"stream": 3}, {"stream": ""}, {"origin": "zz"},
        {"origin": "0B0B0B0B"}, {"oseq": 0}, {"oseq": -1}, {"oseq": 2**63 - 1}, {"oseq": 1.5}, {"hlc": -1}, {"hlc": "1"},
        {"at": -1}, {"at": 2**62}, {"by": None}, {"activity": b""}, {"kind": ""}, {"v": 0}, {"v": "1"}, {"body": None},
        {"body": b"{}"}, {"body": 3},
    ],
    ids=str,
)  # fmt: skip
def test_a_row_that_no_laptop_writes_is_damage(tmp_path: Path, fields: dict[str, Any]) -> None:
    assert refusal_of(file_of(tmp_path / "a.convene", row_of(**fields))) == "file.damaged"


@pytest.mark.parametrize(
    "body",
    [
        "", "not json", "{}", "[]", "null", '"changes"', '{"changes": 3}', '{"changes": [3]}', '{"changes": [{}]}',
        "[" * 100_000, '{"changes": ' + "[" * 5000 + "]" * 5000 + "}",
        '{"changes": [], "undo": "maybe"}', '{"changes": [], "target": 3}', '{"changes": [], "target": "' + "x" * 201 + '"}',
        body_of({"t": 3, "id": "c", "set": {}, "was": {}}), body_of({"t": "card", "id": None, "set": {}, "was": {}}),
        body_of({"t": "card", "id": "", "set": {}, "was": {}}), body_of({"t": "card", "id": "c", "set": [], "was": {}}),
        body_of({"t": "card", "id": "c", "set": {}, "was": {"text": 3}}),
        card(text=None), card(text=3), card(text=["x"]), card(text={"a": 1}), card(here=1), card(gone="x"),
        card(other=[[1]]), card(other=2**70), card(text="\ud800"),
        body_of({"t": "block", "id": "b", "set": {"minutes": 2**63}, "was": {}}),
        body_of({"t": "block", "id": "b", "set": {"minutes": True}, "was": {}}),
        body_of({"t": "block", "id": "b", "set": {"minutes": 0}, "was": {}}),
        body_of({"t": "block", "id": "b", "set": {"minutes": 10**9}, "was": {}}),
        body_of({"t": "block", "id": "b", "set": {"replanned": -2}, "was": {}}),
        body_of({"t": "block", "id": "b", "set": {"overtime_chime": -1}, "was": {}}),
        body_of({**CONVENING, "set": {**CONVENING["set"], "phones": -5}}),
        body_of({**CONVENING, "set": {**CONVENING["set"], "phones": 1001}}),
        *(
            body_of({**CONVENING, "set": {**CONVENING["set"], name: wrong}})
            for name, wrong in (
                ("starts", -1), ("starts", 1440), ("seats", -1), ("seats", 10_000), ("told_end", -2), ("told_end", 2881),
            )
        ),
        *(
            body_of({"t": "day", "id": "d", "set": {name: wrong}, "was": {}})
            for name, wrong in (("starts", -1), ("starts", 1440), ("told", -2), ("told", 2881))
        ),
        body_of({"t": "step", "id": "s", "set": {"rounds": 10**9}, "was": {}}),
        body_of({"t": "step", "id": "s", "set": {"seconds": -60}, "was": {}}),
        body_of({"t": "step", "id": "s", "set": {"seconds": 60}, "was": {"rounds": 10**9}}),
        body_of({"t": "timebox", "id": "b", "set": {"began": -1}, "was": {}}),
        body_of({"t": "timebox", "id": "b", "set": {"started": 253_402_300_799_999}, "was": {}}),
        body_of({"t": "spot", "id": "c:free", "set": {"x": 10_001}, "was": {}}),
        body_of({"t": "spot", "id": "c:free", "set": {"x": 0}, "was": {"y": -1}}),
        body_of({"t": "spot", "id": "c:free", "set": {"y": 0.5}, "was": {}}),
        *(
            body_of({"t": table, "id": "x", "set": {"place": "A"}, "was": {"place": "!"}})
            for table in ("block", "day", "step", "cluster", "placement", "candidate")
        ),
        body_of({"t": "block", "id": "b", "set": {"place": "A0"}, "was": {}}),
        body_of({"t": "block", "id": "b", "set": {"place": "é"}, "was": {}}),
        body_of({"t": "block", "id": "b", "set": {"place": 3}, "was": {}}),
        body_of({"t": "round", "id": "r", "set": {"opened": 2**53}, "was": {}}),
        body_of({"t": "round", "id": "r", "set": {"options": "a"}, "was": {}}),
        '{"changes": [{"t": "other", "id": "o", "set": {"x": NaN}, "was": {}}]}',
        '{"changes": [{"t": "other", "id": "o", "set": {"x": 1e999}, "was": {}}]}',
        '{"changes": [{"t": "other", "id": "o", "set": {"x": ' + "9" * 5000 + '}, "was": {}}]}',
        body_of({"t": "turnout", "id": "r", "set": {"dots": 3}, "was": {}}),
        body_of({**CONVENING, "id": "another"}),
    ],
    ids=lambda body: body[:60],
)  # fmt: skip
def test_a_body_that_no_rule_writes_is_damage(tmp_path: Path, body: str) -> None:
    assert refusal_of(file_of(tmp_path / "a.convene", row_of(body=body))) == "file.damaged"


def test_where_people_meet_is_theirs_to_write_and_no_order(tmp_path: Path) -> None:
    said = body_of({**CONVENING, "set": {**CONVENING["set"], "place": "Nakuru, 3rd floor: 100"}})

    assert len(read_portable(file_of(tmp_path / "a.convene", row_of(body=said)), BOOK.kinds)) == 1


@pytest.mark.parametrize("fields", [{"id": "wish-1"}, {"oseq": 1}, {"hlc": 1 << 16}], ids=str)
def test_two_facts_under_one_mark_are_damage(tmp_path: Path, fields: dict[str, Any]) -> None:
    assert refusal_of(file_of(tmp_path / "a.convene", row_of(1), row_of(2, **fields))) == "file.damaged"


def test_a_newer_file_and_a_newer_fact_are_refused_politely(tmp_path: Path) -> None:
    assert refusal_of(file_of(tmp_path / "file.convene", row_of(), version=2)) == "file.newer"
    assert refusal_of(file_of(tmp_path / "fact.convene", row_of(), row_of(2, v=2))) == "file.newer"


COLUMNS = "id, stream, origin, oseq, hlc, at, by, activity, kind, v"


@pytest.mark.parametrize(
    "table",
    [
        "create table other(x)",
        f"create view fact as select 1 as seq, {', '.join(f'{n} as {c}' for n, c in enumerate(COLUMNS.split(', ')))}, '' as body",
        f"create table fact(seq integer primary key, {COLUMNS}, body text generated always as (hex(zeroblob(1000000))))",
        f"create table fact(seq integer primary key, {COLUMNS}, body text as ('x') stored)",
        "create virtual table fact using fts5(seq, id, stream, origin, oseq, hlc, at, by, activity, kind, v, body)",
        f"create table fact(seq integer primary key, {COLUMNS})",
    ],
    ids=lambda table: table[:60],
)
def test_what_only_looks_like_a_log_is_no_file_of_ours(tmp_path: Path, table: str) -> None:
    assert refusal_of(file_of(tmp_path / "a.convene", table=table)) == "file.foreign"


def test_views_and_triggers_with_our_names_are_not_believed(tmp_path: Path) -> None:
    traps = """
        create view card as select * from fact;
        create view "select" as select load_extension('x');
        create trigger fact_no_update before insert on fact begin select raise(abort, 'trap'); end;
        create table "convening; drop table fact"(id);
    """
    file = file_of(tmp_path / "a.convene", row_of(), more=traps)

    assert [fact.id for fact in read_portable(file, BOOK.kinds)] == ["wish-1"]


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_link_to_a_pipe(path: Path) -> None:
    os.mkfifo(path.with_suffix(".pipe"))
    path.symlink_to(path.with_suffix(".pipe"))


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_suffix(".gone"))


def words(path: Path) -> None:
    path.write_text("Dear all, please find the list of participants attached. " * 10)


def nothing(path: Path) -> None:
    path.touch()


def far_too_much(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(foreign.LARGEST_FILE + 1)


def half_a_file(path: Path) -> None:
    whole = file_of(path.with_suffix(".whole"), *(row_of(number) for number in range(1, 200))).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (a_folder, "file.foreign"), (a_pipe, "file.foreign"), (a_link_to_a_pipe, "file.foreign"),
        (a_link_to_itself, "file.unreadable"), (a_link_to_nothing, "file.missing"), (words, "file.foreign"),
        (nothing, "file.damaged"), (far_too_much, "file.too_large"), (half_a_file, "file.damaged"),
    ],
)  # fmt: skip
def test_what_is_no_file_of_ours_is_said_at_once(tmp_path: Path, make: Callable[[Path], None], code: str) -> None:
    make(tmp_path / "a.convene")

    assert refusal_of(tmp_path / "a.convene") == code


def test_a_name_no_system_takes_is_refused() -> None:
    assert refusal_of(Path("a\0b.convene")) == "file.unreadable"


def test_a_link_to_a_sound_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link.convene").symlink_to(file_of(tmp_path / "a.convene", row_of()))

    assert len(read_portable(tmp_path / "link.convene", BOOK.kinds)) == 1


def test_journals_that_lie_beside_a_file_are_not_opened(tmp_path: Path) -> None:
    file = file_of(tmp_path / "a.convene", row_of())
    for end in ("-wal", "-journal", "-shm"):
        os.mkfifo(f"{file}{end}")

    assert len(read_portable(file, BOOK.kinds)) == 1


def test_a_fact_without_end_is_damage(tmp_path: Path) -> None:
    body = json.dumps({"changes": [], "aside": "x" * foreign.LARGEST_FACT})

    assert refusal_of(file_of(tmp_path / "a.convene", row_of(body=body))) == "file.damaged"


def test_more_facts_than_a_room_could_say_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "MOST_FACTS", 5)

    assert refusal_of(file_of(tmp_path / "a.convene", *(row_of(number) for number in range(1, 7)))) == "file.too_large"
    assert len(read_portable(file_of(tmp_path / "b.convene", *(row_of(n) for n in range(1, 6))), BOOK.kinds)) == 5


def test_a_file_without_a_convening_has_none_to_show(tmp_path: Path) -> None:
    file = file_of(tmp_path / "a.convene", row_of(body=card()))

    with refused("convening.none_such"):
        convening_of(file, BOOK.kinds)


def test_a_record_that_lacks_what_it_needs_cannot_be_shown(tmp_path: Path) -> None:
    file = file_of(
        tmp_path / "a.convene",
        row_of(),
        row_of(2, body=body_of({"t": "card", "id": "c", "set": {"here": True, "gone": False}, "was": {}})),
    )

    with refused("file.damaged"):
        convening_of(file, BOOK.kinds)


CELLS = st.none() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text() | st.binary()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(("t", "id", "set", "was", "changes", "text", "x")), inner),
    max_leaves=8,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(list(row_of())), CELLS), JSON)
def test_whatever_a_row_holds_it_is_read_or_refused(fields: dict[str, Any], body: Any) -> None:
    codes: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        row = row_of(1, body=json.dumps({"changes": [body]}))
        sound = {
            name: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
            for name, value in fields.items()
        }
        file = file_of(Path(folder) / "a.convene", {**row, **sound})
        try:
            read_portable(file, BOOK.kinds)
        except Refusal as refusal:
            codes.add(refusal.code)
    assert all(code.startswith("file.") for code in codes)


@given(st.lists(st.tuples(st.integers(0, 2**20), st.integers(0, 255)), min_size=1, max_size=40), st.booleans())
def test_a_file_with_any_bytes_changed_is_read_or_refused(changes: list[tuple[int, int]], is_cut: bool) -> None:
    codes: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        file = file_of(Path(folder) / "a.convene", *(row_of(number) for number in range(1, 30)))
        content = bytearray(file.read_bytes())
        for place, byte in changes:
            content[place % len(content)] = byte
        if is_cut:
            del content[changes[0][0] % len(content) :]
        file.write_bytes(content)
        try:
            read_portable(file, BOOK.kinds)
        except Refusal as refusal:
            codes.add(refusal.code)
    assert all(code.startswith("file.") for code in codes)
