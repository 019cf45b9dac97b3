"""The search of the desk at home: asked on its own thread, answered to the page, and opened where the hit lies."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from facilitator.app import house
from facilitator.console.search.page import SearchPage
from facilitator.convening.findable import Answer, Place, Question, Step
from facilitator.convening.words import Refusal
from facilitator.i18n import _
from facilitator.kit.qt.echo import Echo
from facilitator.kit.sentences import sentence
from facilitator.store.search import CalledOff, Search

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Way:
    place: Place
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class _Failure:
    number: int
    why: str


_Told = Answer | _Way | _Failure


class Searching:
    """Only the newest question is answered: whoever types fast waits for one answer, not for ten."""

    def __init__(self, folder: Path, page: SearchPage, open_place: Callable[[Place], None]) -> None:
        """Search a data folder for a page; the thread begins with the first question."""
        self._search = self._search_of(folder)
        self._page = page
        self._called = threading.Condition()
        self._is_at_work = False
        self._question: Question | None = None
        self._place: Place | None = None
        self._is_closed = False
        self._thread: threading.Thread | None = None
        self._echo: Echo[_Told] = Echo()
        self._echo.listen(self._hear)
        page.asked.connect(self._ask)
        page.way_wanted.connect(self._ask_way)
        page.place_wanted.connect(open_place)

    def turn_to(self, folder: Path) -> None:
        """Search another data folder from now on, once the thread has left the files of this one."""
        with self._called:
            self._question, self._place = None, None
            self._search = self._search_of(folder)
            self._called.wait_for(lambda: not self._is_at_work)
        self._page.ask_again()

    def close(self) -> None:
        """Answer no more, and wait until the thread has left its files."""
        with self._called:
            self._is_closed = True
            self._called.notify()
        self._echo.forget(self._hear)
        if self._thread is not None:
            self._thread.join()
        # What was answered last must not reach a page that is gone by then.
        self._echo.forget(self._hear)

    def _search_of(self, folder: Path) -> Search:
        self._folder = folder
        book = house.rulebook()
        return Search(folder, book.findable(), book.kinds, lambda: self._is_closed or self._folder != folder)

    def _ask(self, question: Question) -> None:
        with self._called:
            # Without words only the index is to catch up, which the question that waits will do as well.
            if question.words or self._question is None:
                self._question = question
            self._begin()

    def _ask_way(self, place: Place) -> None:
        with self._called:
            self._place = place
            self._begin()

    def _begin(self) -> None:
        if self._thread is None and not self._is_closed:
            self._thread = threading.Thread(target=self._work, name="search", daemon=True)
            self._thread.start()
        self._called.notify()

    def _work(self) -> None:
        while True:
            with self._called:
                self._called.wait_for(lambda: self._is_closed or self._question or self._place)
                if self._is_closed:
                    return
                question, place = self._question, self._place
                self._question, self._place = None, None
                search, self._is_at_work = self._search, True
            if question is not None:
                self._answer(search, question)
            if place is not None:
                self._tell_way(search, place)
            with self._called:
                self._is_at_work = False
                self._called.notify_all()

    def _answer(self, search: Search, question: Question) -> None:
        try:
            self._echo.tell(search.answer(question))
        except CalledOff:
            return
        except Refusal as refusal:
            self._echo.tell(_Failure(question.number, sentence(refusal, house.refusal_sentences())))
        except Exception:
            logger.exception("The search failed")
            self._echo.tell(_Failure(question.number, _("Something unexpected happened. Try again.")))

    def _tell_way(self, search: Search, place: Place) -> None:
        try:
            self._echo.tell(_Way(place, search.way(place)))
        except Exception:
            # The hit itself is shown; only how it came about is not.
            logger.exception("The way of a hit could not be read")

    def _hear(self, told: Sequence[_Told]) -> None:
        for one in told:
            match one:
                case Answer():
                    self._page.show_answer(one)
                case _Way(place, steps):
                    self._page.show_way(place, steps)
                case _Failure(number, why):
                    self._page.show_failure(number, why)
