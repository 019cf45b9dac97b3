"""What the bar says of the disk: one plain line for each fault, with what to do."""

from __future__ import annotations

import pytest

from facilitator.console.disk_trouble import (
    copied_words,
    little_room,
    not_copied_words,
    not_saved,
    saved_again,
    still_waiting_words,
)
from facilitator.console.surroundings import Gravity
from facilitator.kit.qt.acts import Act

COPY = Act("", "Save to USB stick", lambda: None)


@pytest.mark.parametrize(
    ("why", "fact", "remedy"),
    [
        ("disk.full", "The disk is full.", "Empty the bin, or move large files away."),
        ("disk.read_only", "The disk is locked: nothing can be written on it.", "Unlock it, or save a copy."),
        ("disk.gone", "The folder of this convening is gone.", "Put it back, or plug the stick in again."),
        ("disk.failed", "The disk does not take anything at the moment.", "Save a copy to another disk."),
        ("room.closed", "The disk does not take anything at the moment.", "Save a copy to another disk."),
    ],
)
def test_each_fault_has_its_line_and_says_what_to_do(why: str, fact: str, remedy: str) -> None:
    trouble = not_saved(why, 3, 1, (COPY,))

    assert trouble.gravity is Gravity.BAD
    assert trouble.fact == fact
    assert trouble.meaning == f"Nothing is lost: the last 3 minutes are kept in memory. {remedy}"
    assert trouble.acts == (COPY,)


def test_one_minute_is_the_last_minute() -> None:
    assert "the last minute is kept in memory" in not_saved("disk.full", 1, 1, ()).meaning


def test_when_only_phones_have_something_to_say_they_keep_it() -> None:
    assert "phones keep what they write" in not_saved("disk.full", 3, 0, ()).meaning


def test_what_came_of_a_copy_is_said_in_the_same_line() -> None:
    assert not_saved("disk.full", 3, 1, (), copied_words("Water.convene", 0)).meaning == (
        "A copy is saved: Water.convene"
    )
    assert copied_words("Water.convene", 1) == ("A copy is saved, without 1 thing that waits in memory: Water.convene")
    assert "without 3 things that wait in memory" in copied_words("Water.convene", 3)
    assert not_copied_words("Water.convene") == "The copy could not be saved. Choose another place than Water.convene"


def test_whoever_closes_the_window_is_told_what_would_be_lost() -> None:
    assert still_waiting_words(1) == "1 thing is in memory only. Close once more to lose it."
    assert still_waiting_words(3) == "3 things are in memory only. Close once more to lose them."


def test_the_end_of_a_trouble_is_good_news_and_little_room_a_warning() -> None:
    assert saved_again().gravity is Gravity.GOOD
    assert saved_again().key == little_room(1).key == not_saved("disk.full", 1, 1, ()).key
    assert little_room(123_456_789).gravity is Gravity.WARNING
    assert little_room(123_456_789).fact == "The disk is nearly full: 123 MB are left."
