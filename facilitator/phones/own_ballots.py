"""A person's own sealed ballot, for that person's phones only: fetched when they come back, or have two phones."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from typing import Any

from facilitator.convening.ballots import CLOSED, OPEN, latest
from facilitator.desk.desk import Desk
from facilitator.phones.live import live_block

Choices = dict[str, tuple[int, tuple[str, ...]]]


class OwnBallots:
    """What each person who asked may see again of their own choice while the round is sealed."""

    def __init__(self, desk: Desk, has_news: Callable[[], None]) -> None:
        """Ask this desk; `has_news` is called when an answer has come."""
        self._desk, self._has_news = desk, has_news
        self._lock = threading.Lock()
        self._round = ""
        self._known: dict[str, dict[str, Any]] = {}
        self._is_new = False

    def known(self) -> Mapping[str, Any]:
        """Give the ballots of the round that is sealed now, by person."""
        round_ = self._sealed_round()
        with self._lock:
            return dict(self._known) if round_ and round_ == self._round else {}

    def take_news(self) -> bool:
        """Tell once whether something has come since."""
        with self._lock:
            is_new, self._is_new = self._is_new, False
            return is_new

    def came(self, people: Iterable[str]) -> None:
        """These people have opened the page: their own ballot is fetched, in one errand for all of them."""
        asked, round_ = tuple(people), self._sealed_round()
        if not (asked and round_):
            return
        errand = self._desk.errand(lambda workspace: {p: workspace.sealed().of(round_, p) for p in asked})
        errand.add_done_callback(lambda done: self._take(round_, done))

    def changed(self, people: Iterable[str]) -> None:
        """These people have voted: what is known of them is old. On the desk's thread, so only noted."""
        with self._lock:
            for person in people:
                self._known.pop(person, None)

    def _take(self, round_: str, done: Future[Choices]) -> None:
        if done.exception() is not None:
            return
        with self._lock:
            if round_ != self._round:
                self._round, self._known = round_, {}
            for person, (number, choice) in done.result().items():
                if number:
                    self._known[person] = {"round": round_, "number": number, "choice": list(choice)}
                    self._is_new = True
        self._has_news()

    def _sealed_round(self) -> str:
        records = self._desk.news.records
        block = live_block(records)
        round_ = latest(records, block.id) if block is not None else None
        return round_.id if round_ is not None and round_.state in (OPEN, CLOSED) else ""
