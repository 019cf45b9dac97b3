"""There is one application."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from facilitator.app.application import application


def test_the_application_that_is_there_is_given(qapp: QApplication) -> None:
    assert application() is qapp
