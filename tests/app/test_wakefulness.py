"""The laptop stays awake from going live until the doors close, and never longer."""

from __future__ import annotations

import threading

from facilitator.app.wakefulness import Wakefulness

MOMENT = 0.5


def holding() -> bool:
    """Whether the laptop is held awake, and still is a moment later."""
    holders = [thread for thread in threading.enumerate() if thread.name == "awake"]
    for holder in holders:
        holder.join(MOMENT)
    return any(holder.is_alive() for holder in holders)


def test_it_is_held_until_it_is_let_go() -> None:
    wakefulness = Wakefulness()

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
    wakefulness.end()

    assert not holding()
