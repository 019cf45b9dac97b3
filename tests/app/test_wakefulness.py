"""The laptop stays awake while a convening is live, and never longer."""

from __future__ import annotations

import logging
import threading

import pytest

from facilitator.app.wakefulness import Wakefulness

MOMENT = 0.5


@pytest.fixture(autouse=True)
def heard(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "facilitator.app.wakefulness")


def holding() -> bool:
    """Whether the laptop is held awake, and still is a moment later."""
    holders = [thread for thread in threading.enumerate() if thread.name == "awake"]
    for holder in holders:
        holder.join(MOMENT)
    return any(holder.is_alive() for holder in holders)


def test_wakepy_is_asked_and_holds_until_it_is_let_go(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The real wakepy, by its own way of being tried where no system can be asked."""
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    wakefulness = Wakefulness()

    wakefulness.begin()
    was_held = holding()
    wakefulness.end()

    assert was_held
    assert caplog.messages == ["The laptop is kept awake: True"]
    assert not holding()


def test_a_system_that_does_not_let_us_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The real wakepy, and no bus on which a system would hear it."""
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS", raising=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nobody/is/here")
    wakefulness = Wakefulness()

    wakefulness.begin()
    holding()
    wakefulness.end()

    assert caplog.messages == ["The laptop is kept awake: False"]
    assert [each.levelname for each in caplog.records] == ["INFO"]
    assert not holding()


def test_it_is_held_once_however_often_it_is_asked_for() -> None:
    wakefulness = Wakefulness()

    for _ in range(3):
        wakefulness.begin()
    holders = [thread for thread in threading.enumerate() if thread.name == "awake"]
    wakefulness.end()

    assert len(holders) == 1
    assert not holding()


def test_a_day_that_goes_on_after_its_end_is_held_again() -> None:
    wakefulness = Wakefulness()
    wakefulness.begin()
    wakefulness.rest()
    assert not holding()

    wakefulness.begin()
    was_held = holding()
    wakefulness.end()

    assert was_held
    assert not holding()


def test_a_room_that_never_went_live_has_nothing_to_let_go() -> None:
    wakefulness = Wakefulness()

    wakefulness.end()

    assert not holding()


def test_what_begins_after_the_end_does_not_stay() -> None:
    wakefulness = Wakefulness()
    wakefulness.end()

    wakefulness.begin()

    assert not holding()
