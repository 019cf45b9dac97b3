"""How the console asks the desk: through one voice that says in a sentence when the answer is no."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Future

from PySide6.QtCore import QObject, Qt, Signal

from facilitator.activities import Activity
from facilitator.convening.words import Receipt, Refusal, Say, Wish
from facilitator.i18n import _
from facilitator.kit.sentences import sentence

logger = logging.getLogger(__name__)

Granted = Callable[[Receipt], object]
Refused = Callable[[str], object]

SayTo = Callable[[str], Say]
"""Gives the voice that speaks to a block's activity, by the block's id, or to the convening itself (`ids.ROOM`)."""


class Asking(QObject):
    """Wraps a voice. `refused` gives the sentence of a refusal, `granted` tells that a wish is on disk."""

    refused = Signal(str)
    granted = Signal()
    _answered = Signal(object, object, object)

    def __init__(self, say: Say, activities: Mapping[str, Activity], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._sentences = refusals_of(activities)
        # The answer may come on the desk's thread; words are only shown on this one.
        self._answered.connect(self._settle, Qt.ConnectionType.QueuedConnection)

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
            tell(sentence(refusal, self._sentences))
        except CancelledError:
            return
        except Exception:
            logger.exception("A wish failed")
            tell(_("That did not work. Nothing has changed."))
        else:
            self.granted.emit()
            if granted is not None:
                granted(receipt)


def refusals_of(activities: Mapping[str, Activity]) -> dict[str, str]:
    """All sentences of all activities, by code."""
    return {code: words for activity in activities.values() for code, words in activity.refusals.items()}
