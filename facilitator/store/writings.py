"""Who wrote what, as the log on disk knows it: what undo asks before it takes something back."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.convening.facts import Fact, unstamped
from facilitator.store.log import Log
from facilitator.store.reading import fact_at, own_facts


class Writings:
    """Answers from the open log, those facts included that were appended in the same transaction."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def stamp(self, table: str, key: str, cell: str) -> str:
        """The stamp of a cell as it stands now, "" when nobody has written it."""
        return self._log.stamp(table, key, cell)

    def writer(self, stamp: str) -> Fact | None:
        """The fact with this stamp; None when the log has none such."""
        return fact_at(self._log.connection, self._log.stream, *unstamped(stamp)) if stamp else None

    def own(self, by: str) -> Iterator[Fact]:
        """One person's facts, newest first."""
        return own_facts(self._log.connection, self._log.stream, by)
