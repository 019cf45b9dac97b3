"""The console's outbox: a wish that could not be saved is asked again, with the same id, until it is answered."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from facilitator.convening.ids import WishId
from facilitator.convening.words import NotSaved, Receipt, Wish

Ask = Callable[[Wish, WishId], "Future[Receipt]"]
"""How the outbox asks the desk: the wish and the id it keeps through every attempt."""

_FIRST_DELAY_MS = 250
_LONGEST_DELAY_MS = 8000


@dataclass(slots=True, eq=False)
class _Letter:
    """One wish on its way, the future its asker holds, and how long to wait before the next attempt."""

    wish: Wish
    id: WishId
    answer: Future[Receipt] = field(default_factory=Future[Receipt])
    attempt: Future[Receipt] = field(default_factory=Future[Receipt])
    delay_ms: int = _FIRST_DELAY_MS
    is_late: bool = False
    is_asking: bool = False


class Outbox(QObject):
    """Wraps the desk for the console's faces: its `say` is their `Say`.

    A Receipt and a Refusal are answers and come through; NotSaved is not, and is asked again, ever more slowly.
    `waiting_changed` tells how many wishes could not be saved yet: the window says so in a bar.
    """

    waiting_changed = Signal(int)
    _answered = Signal(object, object)

    def __init__(self, ask: Ask, new_id: Callable[[], WishId], first_delay_ms: int = _FIRST_DELAY_MS) -> None:
        super().__init__()
        self._ask = ask
        self._new_id = new_id
        self._first_delay_ms = first_delay_ms
        # What was said first is asked first again.
        self._letters: dict[_Letter, None] = {}
        self._is_closed = False
        self._answered.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def say(self, wish: Wish) -> Future[Receipt]:
        """Ask the desk, and again until there is an answer. Call it from the GUI thread."""
        return self.say_as(wish, self._new_id())

    def say_as(self, wish: Wish, wish_id: WishId) -> Future[Receipt]:
        """Ask with an id chosen before: whoever made something new already knows what it is called."""
        letter = _Letter(wish, wish_id, delay_ms=self._first_delay_ms)
        self._letters[letter] = None
        self._send(letter)
        return letter.answer

    def waiting(self) -> int:
        """How many wishes were tried at least once and are not saved yet."""
        return sum(letter.is_late for letter in self._letters)

    def try_now(self) -> None:
        """Ask again at once for all that waits: the disk takes something again."""
        for letter in list(self._letters):
            if letter.is_late:
                letter.delay_ms = self._first_delay_ms
                self._send(letter)

    def close(self) -> None:
        """Ask no more: whoever still waits, or speaks later, hears NotSaved. What was decided already is answered."""
        self._is_closed = True
        for letter in list(self._letters):
            if letter.is_asking and letter.attempt.done():
                self._settle(letter, letter.attempt)
            elif not letter.is_asking:
                self._end(letter, NotSaved("room.closed"))

    def _send(self, letter: _Letter) -> None:
        if letter.is_asking or letter not in self._letters:
            return
        if letter.answer.cancelled():
            self._close(letter)
            return
        letter.is_asking = True
        letter.attempt = self._ask(letter.wish, letter.id)
        letter.attempt.add_done_callback(lambda done: self._answered.emit(letter, done))

    def _settle(self, letter: _Letter, done: Future[Receipt]) -> None:
        if letter not in self._letters:
            return
        letter.is_asking = False
        try:
            receipt = done.result()
        except (NotSaved, CancelledError) as error:
            if self._is_closed:
                self._end(letter, error)
            else:
                self._try_later(letter)
        except Exception as refusal:  # noqa: BLE001 - a refusal, or a fault of ours: the asker hears it either way
            self._end(letter, refusal)
        else:
            self._close(letter)
            if letter.answer.set_running_or_notify_cancel():
                letter.answer.set_result(receipt)

    def _try_later(self, letter: _Letter) -> None:
        if not letter.is_late:
            letter.is_late = True
            self.waiting_changed.emit(self.waiting())
        QTimer.singleShot(letter.delay_ms, lambda: self._send(letter))
        letter.delay_ms = min(_LONGEST_DELAY_MS, letter.delay_ms * 2)

    def _end(self, letter: _Letter, error: BaseException) -> None:
        self._close(letter)
        if letter.answer.set_running_or_notify_cancel():
            letter.answer.set_exception(error)

    def _close(self, letter: _Letter) -> None:
        self._letters.pop(letter, None)
        if letter.is_late:
            self.waiting_changed.emit(self.waiting())
