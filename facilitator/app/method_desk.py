"""The library of methods and the day: a method goes onto the agenda that is open, or a new day begins with it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from facilitator.app import house
from facilitator.app.bars import understood
from facilitator.beginnings.methods import Method, planned_from
from facilitator.beginnings.templates import Plan, blank_plan
from facilitator.console.methods.words import Times, TimeTaken
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.console.times import Clock, today_of
from facilitator.console.window import ConsoleWindow
from facilitator.convening.agenda import AddBlock
from facilitator.convening.gathering import OVER, the_convening
from facilitator.convening.timetable import day_now
from facilitator.convening.words import Receipt, Refusal
from facilitator.desk.desk import Desk
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.echo import Echo
from facilitator.kit.sentences import sentence
from facilitator.store.minutes_taken import minutes_taken

KEY = "method"
"""Under this key the bar tells of a method that was added."""

_Told = Callable[[], None]


class MethodDesk(QObject):
    """Answers what the library at home asks for."""

    def __init__(self, folder: Path, console: ConsoleWindow, clock: Clock) -> None:
        super().__init__()
        self._folder, self._console, self._clock = folder, console, clock
        self._desk: Desk | None = None
        self._turn = 0
        self._thread: threading.Thread | None = None
        self._echo: Echo[tuple[int, _Told]] = Echo()
        self._echo.listen(self._hear)
        console.home.methods.add_wanted.connect(self._add)
        console.home.methods.seen.connect(self._read_times)

    def turn_to(self, folder: Path) -> None:
        """Read from another data folder from now on."""
        self._folder = folder

    def follow(self, desk: Desk | None) -> None:
        """From now on this desk is open, or none."""
        self._desk = desk

    def finish(self) -> None:
        """Wait for what is being read; it is told to nobody any more."""
        self._turn += 1
        if self._thread is not None:
            self._thread.join()

    def _add(self, method: Method) -> None:
        planned = planned_from(method.key, house.activities())
        desk = self._desk
        if desk is None or the_convening(desk.news.records).state == OVER:
            plan = blank_plan(today_of(self._clock()).isoformat())
            self._console.home.plan_made.emit(Plan(plan.convening, (planned,), int(bool(planned.note))))
            return
        turn, title = self._turn, the_convening(desk.news.records).title
        block = replace(planned.block, day=day_now(desk.news.records))
        said = desk.say(AddBlock(block, planned.steps))
        said.add_done_callback(lambda done: self._echo.tell((turn, lambda: self._tell(method, title, done))))

    def _tell(self, method: Method, title: str, done: Future[Receipt]) -> None:
        fine = understood(KEY, self._console.settle)
        error = done.exception()
        if error is not None:
            refusal = error if isinstance(error, Refusal) else Refusal("wish.failed")
            words = sentence(refusal, house.refusal_sentences())
            self._console.tell(Trouble(KEY, Gravity.WARNING, words, "", (fine,)))
            return
        fact = _("“{method}” is on the agenda of {convening}.").format(method=method.name, convening=title)
        self._console.tell(Trouble(KEY, Gravity.GOOD, fact, "", (Act("", _("See it"), self._see), fine)))

    def _see(self) -> None:
        self._console.settle(KEY)
        self._console.prepare()

    def _read_times(self) -> None:
        folder, turn = self._folder, self._turn

        def read() -> None:
            times = _times(minutes_taken(folder))
            self._echo.tell((turn, lambda: self._console.home.methods.show_times(times)))

        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=read, name="method times", daemon=True)
            self._thread.start()

    def _hear(self, told: Sequence[tuple[int, _Told]]) -> None:
        for turn, tell in told:
            if turn == self._turn:
                tell()


def times_taken(desk: Desk) -> Callable[[], Future[Times]]:
    """Reads what methods took before in the workspace of this desk."""
    return lambda: desk.errand(lambda workspace: _times(minutes_taken(workspace.folder)))


def _times(found: Mapping[str, Sequence[tuple[int, int]]]) -> dict[str, TimeTaken]:
    return {key: TimeTaken(*runs[-1], times=len(runs)) for key, runs in found.items()}
