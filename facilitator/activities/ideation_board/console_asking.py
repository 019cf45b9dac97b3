"""How this panel asks: a refusal comes back as a sentence, and what cannot be undone is asked for twice."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Future

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from facilitator.convening.words import Receipt, Refusal, Say, Wish
from facilitator.i18n import _
from facilitator.kit.sentences import sentence

logger = logging.getLogger(__name__)

WITHIN_MS = 3000
"""How long an act that cannot be undone waits for its second press."""


class Asking(QObject):
    """Wraps the voice of a face. `refused` gives the sentence of a refusal, "" once a later wish was taken."""

    refused = Signal(str)
    _answered = Signal(object, object)

    def __init__(self, say: Say, sentences: Mapping[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._say, self._sentences = say, sentences
        # The answer may come on the desk's thread; words are only shown on this one.
        self._answered.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def __call__(self, wish: Wish, refused: Callable[[], object] = bool) -> Future[Receipt]:
        """Ask; `refused` is called beside the sentence when the answer is no."""
        answer = self._say(wish)
        answer.add_done_callback(lambda done: self._answered.emit(done, refused))
        return answer

    def _settle(self, answer: Future[Receipt], refused: Callable[[], object]) -> None:
        try:
            answer.result()
        except Refusal as refusal:
            self.refused.emit(sentence(refusal, self._sentences))
            refused()
        except CancelledError:
            return
        except Exception:
            logger.exception("A wish failed")
            self.refused.emit(_("That did not work. Nothing has changed."))
            refused()
        else:
            self.refused.emit("")


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
