"""The room's time outlives a kill: the next run goes on with it, whatever the clock on the wall says by then."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from facilitator.app.kept_clock import CLOCK, KeptClock, boot_name
from tests.laptop import HOUR, MINUTE, NINE, SECOND, Laptop


def kept_of(folder: Path, laptop: Laptop) -> KeptClock:
    return KeptClock(folder, laptop.boot, laptop.wall, laptop.since_boot)


def test_the_next_run_goes_on_with_the_time_though_the_clock_was_set_meanwhile(tmp_path: Path) -> None:
    """Fault 26. A run is killed, the clock set forward an hour, and another begins: the room's time has gone on."""
    laptop = Laptop()
    kept_of(tmp_path, laptop).keep()
    laptop.go_on(20 * SECOND)
    laptop.set_clock(HOUR)

    again = kept_of(tmp_path, laptop)

    assert again.clock.now() == NINE + 20 * SECOND
    assert again.clock.shift() == HOUR


def test_after_another_start_of_the_laptop_the_wall_clock_is_true(tmp_path: Path) -> None:
    laptop = Laptop()
    laptop.set_clock(HOUR)
    kept_of(tmp_path, laptop).keep()

    laptop.start_anew()

    assert kept_of(tmp_path, laptop).clock.now() == laptop.wall() == NINE + HOUR + 2 * MINUTE


def test_looking_at_a_folder_writes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "none yet"

    kept_of(folder, Laptop())
    assert not folder.exists()

    kept_of(folder, Laptop()).keep()  # a disk that takes nothing
    assert not folder.exists()


@pytest.mark.parametrize(
    "spoilt",
    ["", "{", "[]", "7", '{"room_ms": 1}', '{"room_ms": [], "boot_ms": 1, "boot": "first", "shift_ms": 0}', "\0"],
)
def test_what_cannot_be_read_is_as_if_nothing_was_kept(tmp_path: Path, spoilt: str) -> None:
    """Fault 19. The small file is garbage: the room takes the clock on the wall, and the next keeping mends it."""
    (tmp_path / CLOCK).write_text(spoilt, "utf-8")
    laptop = Laptop()

    kept = kept_of(tmp_path, laptop)
    assert kept.clock.now() == NINE

    kept.keep()
    laptop.set_clock(HOUR)
    assert kept_of(tmp_path, laptop).clock.now() == NINE


def test_this_start_of_the_laptop_has_one_name() -> None:
    assert boot_name() == boot_name() != ""


def test_a_system_that_names_no_start_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "another")

    assert boot_name() == ""


def test_a_system_that_cannot_be_asked_is_no_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The other systems' ways of asking are not there on this one: whatever fails, there is no name, and the app starts."""
    monkeypatch.setattr(sys, "platform", "darwin" if sys.platform != "darwin" else "linux")

    assert boot_name() == ""
