"""Phones that go away together are told, one that sleeps is not, and nobody is missed for ever."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from facilitator.app.missing_phones import MissingPhones

ROOM = ("amina", "bo", "chi", "dede", "eli")


@pytest.fixture
def told(qtbot: QtBot) -> list[str]:
    return []


def missing(told: list[str], soon_seconds: float = 0.05, long_seconds: float = 60.0) -> MissingPhones:
    made = MissingPhones(soon_seconds, long_seconds)

    def tell() -> None:
        told.append(f"{made.trouble.fact} {made.trouble.meaning}" if made.trouble is not None else "")

    made.changed.connect(tell)
    return made


def test_several_that_are_gone_for_a_while_are_told_and_come_back(told: list[str], qtbot: QtBot) -> None:
    phones = missing(told)
    phones.hear(ROOM)

    phones.hear(ROOM[:1])
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    phones.hear(ROOM[:3])
    phones.hear(ROOM)

    assert told == [
        "Reconnecting 4 phones. Their ideas wait on the phones and come by themselves.",
        "Reconnecting 2 phones. Their ideas wait on the phones and come by themselves.",
        "",
    ]


def test_a_hiccup_is_not_told(told: list[str], qtbot: QtBot) -> None:
    phones = missing(told)
    phones.hear(ROOM)

    phones.hear(())
    phones.hear(ROOM)
    qtbot.wait(120)

    assert told == []


def test_one_phone_that_sleeps_is_not_told_and_the_only_one_is(told: list[str], qtbot: QtBot) -> None:
    phones = missing(told)
    phones.hear(ROOM)
    phones.hear(ROOM[1:])
    qtbot.wait(120)
    assert told == []

    phones = missing(told)
    phones.hear(["amina"])
    phones.hear([])

    qtbot.waitUntil(lambda: told == ["Reconnecting 1 phone. Its ideas wait on the phone and come by themselves."])


def test_who_stays_away_is_not_missed_for_ever(told: list[str], qtbot: QtBot) -> None:
    phones = missing(told, 0.05, 0.3)
    phones.hear(ROOM)

    phones.hear(())

    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[-1] == ""


def test_when_the_day_is_over_nobody_is_missed(told: list[str], qtbot: QtBot) -> None:
    phones = missing(told)
    phones.hear(ROOM)
    phones.hear(())
    qtbot.waitUntil(lambda: len(told) == 1)

    phones.forget()
    qtbot.wait(120)

    assert told[1:] == [""]
