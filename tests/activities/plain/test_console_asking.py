"""How the panel asks: refusals come back as sentences."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from facilitator.activities.plain import ACTIVITY
from facilitator.activities.plain.console_asking import Asking
from facilitator.convening.agenda import PauseTimer
from facilitator.convening.words import Receipt, Refusal


def test_a_refusal_is_told_as_a_sentence(qapp: QApplication) -> None:
    host, heard, answer = QObject(), list[str](), Future[Receipt]()
    asking = Asking(lambda _wish: answer, ACTIVITY.refusals, host)
    asking.refused.connect(heard.append)

    asking(PauseTimer())
    answer.set_exception(Refusal("timer.not_running"))
    qapp.processEvents()

    assert heard == ["No timer is running."]
