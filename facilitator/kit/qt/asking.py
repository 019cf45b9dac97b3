"""How a face asks: a refusal comes back as a sentence, and what cannot be undone is asked for twice."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Future

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from facilitator.convening.words import Receipt, Refusal, Say, Wish
from facilitator.i18n import _
from facilitator.kit.sentences import sentence
from facilitator.kit.who import Names, nameless

logger = logging.getLogger(__name__)

Granted = Callable[[Receipt], object]
Refused = Callable[[str], object]

WITHIN_MS = 3000
"""How long an act that cannot be undone waits for its second press."""


class Asking(QObject):
    """Wraps a voice. `refused` gives the sentence of a refusal, `granted` tells that a wish is on disk."""

    refused = Signal(str)
    granted = Signal()
    _answered = Signal(object, object, object)

    def __init__(self, say: Say, sentences: Mapping[str, str], parent: QObject | None = None) -> None:
        """Ask through `say`; `sentences` are those of refusals that only some activities know, by code."""
        super().__init__(parent)
        self._say, self._sentences = say, sentences
        self._names: Names = nameless
        # The answer may come on the desk's thread; words are only shown on this one.
        self._answered.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def name_people(self, names: Names) -> None:
        """Call people by their names in the sentences of refusals."""
        self._names = names

    def __call__(self, wish: Wish, refused: Callable[[], object] = bool) -> Future[Receipt]:
        """Ask; `refused` is called beside the sentence when the answer is no."""

        def tell(said: str) -> None:
            self.refused.emit(said)
            refused()

        return self.ask(wish, refused=tell)

    def say(self, wish: Wish) -> Future[Receipt]:
        """Ask, and hear of a refusal by `refused`."""
        return self.ask(wish)

    def ask(self, wish: Wish, granted: Granted | None = None, refused: Refused | None = None) -> Future[Receipt]:
        """Ask; `granted` hears the receipt, `refused` the sentence, which then is told nowhere else."""
        answer = self._say(wish)

        def answered(done: Future[Receipt]) -> None:
            # The page may be gone by now: what was asked stands, only nobody is left to be told.
            with contextlib.suppress(RuntimeError):
                self._answered.emit(done, granted, refused)

        answer.add_done_callback(answered)
        return answer

    def _settle(self, answer: Future[Receipt], granted: Granted | None, refused: Refused | None) -> None:
        tell = refused or self.refused.emit
        try:
            receipt = answer.result()
        except Refusal as refusal:
            tell(sentence(refusal, self._sentences, self._names))
        except CancelledError:
            return
        except Exception:
            logger.exception("A wish failed")
            tell(_("That did not work. Nothing has changed."))
        else:
            self.granted.emit()
            if granted is not None:
                granted(receipt)


class Twice(QObject):
    """An act that cannot be undone: it is done when asked for a second time within three seconds."""

    armed = Signal()
    """The first press came; the second does it."""

    relaxed = Signal()
    """It was done, or the time is over."""

    def __init__(self, do: Callable[[], object], parent: QObject, within_ms: int = WITHIN_MS) -> None:
        super().__init__(parent)
        self._do = do
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(within_ms)
        self._wait.timeout.connect(self.relaxed)

    def press(self) -> None:
        """Ask once more."""
        if not self._wait.isActive():
            self._wait.start()
            self.armed.emit()
            return
        self._wait.stop()
        self.relaxed.emit()
        self._do()
