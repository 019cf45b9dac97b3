"""The list on the desk at home, read by the open desk while the windows go on: only the newest answer is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future

from facilitator.desk.desk import Desk
from facilitator.kit.qt.echo import Echo
from facilitator.store.reading import Listed, convenings

_Answer = tuple[int, "Future[list[Listed]]"]


class HomeList:
    """Shows one list after the other, never an older one over a newer."""

    def __init__(self, show: Callable[[list[Listed]], None]) -> None:
        self._show, self._number = show, 0
        self._answers: Echo[_Answer] = Echo()
        self._answers.listen(self._hear)

    def show(self, listed: list[Listed]) -> None:
        """Show what is known already."""
        self._number += 1
        self._show(listed)

    def ask(self, desk: Desk) -> None:
        """Let a desk read the list, and show it when it comes."""
        self._number += 1
        number = self._number
        listed = desk.errand(lambda workspace: convenings(workspace.connection))
        listed.add_done_callback(lambda done: self._answers.tell((number, done)))

    def close(self) -> None:
        """Show nothing any more: an answer may come when the app has ended."""
        self._answers.forget(self._hear)

    def _hear(self, told: Sequence[_Answer]) -> None:
        number, done = told[-1]
        # What was asked before the newest list, or of a desk that was closed, is no news.
        if number == self._number and done.exception() is None:
            self._show(done.result())
