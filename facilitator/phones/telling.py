"""What the gateway has been told, and what it has to be told next: only what differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from facilitator.activities import Activity
from facilitator.convening.diff import diff
from facilitator.convening.people import Contact, Person
from facilitator.convening.records import Records
from facilitator.convening.wire import difference_lines, lines
from facilitator.desk.news import News
from facilitator.phones.live import mine
from facilitator.phones.room_time import moment

Line = dict[str, Any]


class Telling:
    """Remembers the room as one gateway knows it."""

    def __init__(
        self, activities: Mapping[str, Activity], ballots: Callable[[], Mapping[str, Any]], wall: Callable[[], int]
    ) -> None:
        """Begin with a gateway that knows nothing.

        `ballots` gives each person's own sealed ballot, as far as known; `wall` reads the room's clock.
        """
        self._activities = activities
        self._ballots, self._wall = ballots, wall
        self._room: Records | None = None
        self._mine: dict[str, Mapping[str, Any]] = {}

    def start(self, news: News, head: Mapping[str, Any]) -> Line:
        """Say everything: the first line of a gateway."""
        self._room = news.room
        self._mine = self._mine_of(news)
        return {"t": "start", **head, "seq": news.seq, "changes": lines(news.room), "mine": self._mine}

    def next(self, news: News) -> Iterator[Line]:
        """Say what has changed since: first what is somebody's own, then what is everybody's."""
        now = self._mine_of(news)
        for person, own in now.items():
            if self._mine.get(person) != own:
                yield {"t": "mine", "seq": news.seq, "person": person, "mine": own}
        for person in self._mine.keys() - now.keys():
            yield {"t": "mine", "seq": news.seq, "person": person, "mine": {}}
        self._mine = now
        before, self._room = self._room, news.room
        changes = difference_lines(diff(before, news.room)) if before is not None else lines(news.room)
        yield {"t": "room", "seq": news.seq, **moment(self._wall), "changes": changes}

    def newcomer(self, news: News, person: str) -> Line | None:
        """Say to somebody who has just sat down who they are; None if they were here before."""
        if person in self._mine:
            return None
        return {"t": "mine", "seq": news.seq, "person": person, "mine": _self_of(news.records, person)}

    def _mine_of(self, news: News) -> dict[str, Mapping[str, Any]]:
        """Say to everybody who is here what only they may know."""
        own = mine(news.records, self._activities)
        ballots = self._ballots()
        found: dict[str, Mapping[str, Any]] = {}
        for key, person in news.records[Person].items():
            if person.is_here:
                said = {**_self_of(news.records, key), **own.get(key, {})}
                found[key] = {**said, "ballot": ballots[key]} if key in ballots else said
        return found


def _self_of(records: Records, person: str) -> dict[str, str]:
    found, contact = records[Person].get(person), records[Contact].get(person)
    return {
        "name": found.name if found is not None else "",
        "language": found.language if found is not None else "",
        "word": contact.word if contact is not None else "",
    }
