"""What is kept beside the log: seats, drafts, summaries, settings, and the laptop's own name."""

from __future__ import annotations

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.store import kept
from facilitator.store.kept import KeptSummary
from tests.desk.laptop import empty_file


def test_a_phone_has_its_latest_seat_in_one_convening() -> None:
    file = empty_file()
    kept.seat_device(file, "phone", "monday", "amina")
    kept.seat_device(file, "phone", "monday", "tomas")
    kept.seat_device(file, "other", "monday", "wei")

    assert kept.seat_of(file, "phone", "monday") == "tomas"
    assert kept.seat_of(file, "phone", "tuesday") == ""
    assert kept.devices(file, "monday") == {"phone": "tomas", "other": "wei"}


def test_a_draft_is_there_until_it_is_emptied() -> None:
    file = empty_file()
    kept.write_draft(file, "note", "rem")
    kept.write_draft(file, "note", "remember")
    assert kept.drafts(file) == {"note": "remember"}

    kept.write_draft(file, "note", "")

    assert kept.drafts(file) == {}


def test_summaries_are_kept_as_they_were_made_newest_first() -> None:
    file = empty_file()
    old, new = (KeptSummary(f"s{at}", "monday", "participant", "en", 7, at, b"%PDF") for at in (1, 2))
    for summary in (old, new, KeptSummary("s3", "tuesday", "funder", "fr", 1, 3, b"")):
        kept.keep_summary(file, summary)

    assert kept.summaries(file, "monday") == [new, old]


def test_a_setting_has_its_last_value() -> None:
    file = empty_file()
    kept.set_setting(file, "look", "dark")
    kept.set_setting(file, "look", "light")

    assert kept.settings(file) == {"look": "light"}


def test_a_laptop_keeps_its_name_and_gets_a_new_one_for_a_broken_one(tmp_path: Path) -> None:
    name = kept.laptop_origin(tmp_path / "new")
    assert len(name) == 8
    assert kept.laptop_origin(tmp_path / "new") == name

    for broken in (b"short", b"not hex!", "é".encode() * 4):
        (tmp_path / "new" / "laptop").write_bytes(broken)
        assert set(kept.laptop_origin(tmp_path / "new")) <= set("0123456789abcdef")


@given(st.binary(max_size=40), st.binary(max_size=40))
@example(b"look", b"\xff\xfe")
@example(b"\xc3", b"light")
def test_a_setting_that_cannot_be_read_is_as_if_it_had_never_been_set(name: bytes, value: bytes) -> None:
    """Fault 19. Random bytes in a setting or a draft: the others are read, and the broken ones can be taken out."""
    file = empty_file()
    kept.set_setting(file, "sound", "on")
    file.execute("insert or replace into setting values (cast(? as text), cast(? as text))", (name, value))
    file.execute("insert into draft values (cast(? as text), cast(? as text))", (name, value))
    is_readable = not _is_broken(name) and not _is_broken(value)

    assert len(kept.settings(file)) == 1 + (is_readable and name != b"sound")
    assert len(kept.drafts(file)) == is_readable
    assert kept.forget_spoiled(file) == (not is_readable)
    assert kept.forget_spoiled(file) == 0
    assert "sound" in kept.settings(file)
    file.close()


def _is_broken(said: bytes) -> bool:
    try:
        said.decode()
    except UnicodeDecodeError:
        return True
    return False


def test_a_laptop_whose_name_is_broken_knows_it(tmp_path: Path) -> None:
    assert not kept.is_laptop_spoiled(tmp_path)
    (tmp_path / "laptop").write_bytes(b"\x00\xff" * 4)

    assert kept.is_laptop_spoiled(tmp_path)

    kept.laptop_origin(tmp_path)
    assert not kept.is_laptop_spoiled(tmp_path)
