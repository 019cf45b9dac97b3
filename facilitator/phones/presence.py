"""Who is here now: connected phones, raised hands, moods, who is typing, who says they are done. Never kept."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

MOODS = ("good_pace", "too_fast", "lost", "pause")
"""How it may be for somebody right now. Counted only: nobody sees whose it is."""

MOOD_SECONDS = 600.0
MANY_REFUSED, REFUSED_SECONDS = 30, 60.0
"""A page slows down by itself when it is refused; so many in so many seconds come from no page of ours."""

_TYPING_SECONDS = 12.0


class Presence:
    """What the room shows of itself without a word. It lives in memory; the desk hears of it and keeps nothing."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Begin with an empty room."""
        self._now = now
        self._connected: Counter[str] = Counter()
        self._hands: list[str] = []
        self._done: set[str] = set()
        self._moods: dict[str, tuple[str, float]] = {}
        self._typing: dict[str, float] = {}
        self._block = ""
        self._refused: dict[str, list[float]] = {}

    def come(self, person: str) -> None:
        """A phone of this person opened its stream."""
        self._connected[person] += 1

    def leave(self, person: str) -> None:
        """A phone of this person closed its stream."""
        self._connected[person] -= 1
        if self._connected[person] <= 0:
            del self._connected[person]
            self._typing.pop(person, None)

    def raise_hand(self, person: str) -> None:
        """Put the person at the end of the queue, once."""
        if person not in self._hands:
            self._hands.append(person)

    def lower_hand(self, person: str) -> tuple[str, ...]:
        """Take the person out of the queue; give who stands a place further on now."""
        if person not in self._hands:
            return ()
        place = self._hands.index(person)
        del self._hands[place]
        return tuple(self._hands[place:])

    def feel(self, person: str, mood: str) -> None:
        """Note a mood; "" takes it back. It fades after ten minutes."""
        self._moods.pop(person, None)
        if mood in MOODS:
            self._moods[person] = (mood, self._now() + MOOD_SECONDS)

    def until_fade(self) -> float | None:
        """Say in how many seconds the next mood lowers itself; None while there is none."""
        return min((until - self._now() for _, until in self._moods.values()), default=None)

    def faded(self) -> tuple[str, ...]:
        """Take the moods away whose time is over; give whose they were."""
        gone = tuple(person for person, (_, until) in self._moods.items() if until <= self._now())
        for person in gone:
            del self._moods[person]
        return gone

    def refuse(self, person: str) -> bool:
        """Note that a posting of this person ("" before they join) was too much; tell whether that is news."""
        before = self.hasty()
        self._refused.setdefault(person, []).append(self._now())
        del self._refused[person][:-MANY_REFUSED]
        return self.hasty() != before

    def hasty(self) -> tuple[str, ...]:
        """Name whose phones send far more than a person can write, by what was refused lately."""
        since = self._now() - REFUSED_SECONDS
        self._refused = {person: times for person, times in self._refused.items() if times[-1] > since}
        return tuple(sorted(p for p, times in self._refused.items() if len(times) >= MANY_REFUSED and times[0] > since))

    def type(self, person: str) -> None:
        """Note that the person is writing."""
        self._typing[person] = self._now() + _TYPING_SECONDS

    def finish(self, person: str) -> None:
        """Note that the person is done with this block."""
        self._done.add(person)

    def go_on(self, person: str) -> None:
        """Take "done" back."""
        self._done.discard(person)

    def pass_on(self, person: str, to: str) -> tuple[str, ...]:
        """No phone is this person's any more: what they show is the other's, or nobody's; give who must be told."""
        mood, is_done = self._moods.pop(person, None), person in self._done
        self._done.discard(person)
        self._refused.pop(person, None)
        if to and mood is not None:
            self._moods.setdefault(to, mood)
        if to and is_done:
            self._done.add(to)
        if to and person in self._hands and to not in self._hands:
            self._hands[self._hands.index(person)] = to
            return ()
        return self.lower_hand(person)

    def enter(self, block: str) -> tuple[str, ...]:
        """A new block is live: nobody is done with it yet; give who was with the one before."""
        if block == self._block:
            return ()
        were_done = tuple(self._done)
        self._block = block
        self._done.clear()
        self._typing.clear()
        return were_done

    def restore(self, said: Mapping[str, Any]) -> None:
        """Take over what the desk remembers of before a restart: the queue of hands and who is done."""
        self._hands = [str(person) for person in said.get("hands", ())]
        self._done = {str(person) for person in said.get("done", ())}
        self._block = str(said.get("block", ""))

    def of(self, person: str) -> dict[str, Any]:
        """Say to one person what is theirs: place in the queue (from 1, 0 = hand down), mood, done."""
        mood, until = self._moods.get(person, ("", 0.0))
        return {
            "hand": self._hands.index(person) + 1 if person in self._hands else 0,
            "mood": mood if until > self._now() else "",
            "is_done": person in self._done,
        }

    def counts(self) -> dict[str, int]:
        """Say to everybody what may be counted."""
        return {"hands": len(self._hands), "done": len(self._done)}

    def said(self) -> dict[str, Any]:
        """Say all of it to the desk. Moods and typing are numbers, never names."""
        now = self._now()
        moods = Counter(mood for mood, until in self._moods.values() if until > now)
        return {
            "connected": dict(self._connected),
            "hands": list(self._hands),
            "done": sorted(self._done),
            "moods": dict(moods),
            "typing": sum(until > now for until in self._typing.values()),
            "block": self._block,
            "hasty": list(self.hasty()),
        }
