"""The pane with details."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.details import Details
from facilitator.kit.qt.acts import Act, KeyFilter, Reach
from tests.console.conftest import doubled, names, press, unnamed

Show = Callable[[QWidget], None]


def test_it_shows_what_happened_and_where_it_is_kept(shown: Show, qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(1280, 720)
    details = Details(window)
    shown(window)

    details.show_text("LookupError: " + "x" * 5000, "/somewhere/" + "long/" * 60 + "log.txt")

    assert window.rect().contains(details.geometry())
    assert not doubled(details)
    assert not unnamed(details)
    window.resize(640, 300)
    qtbot.waitUntil(lambda: window.rect().contains(details.geometry()))
    press(qtbot, details, "Close the details")
    assert details.isHidden()


def test_escape_closes_it(shown: Show) -> None:
    window = QWidget()
    details = Details(window)
    shown(window)
    details.show_text("LookupError", "log.txt")
    assert "Close the details" in names(details)

    QTest.keyClick(details, Qt.Key.Key_Escape)

    assert details.isHidden()


def test_its_keys_are_its_own_whatever_they_do_in_the_window(shown: Show) -> None:
    window = QWidget()
    done: list[str] = []
    keys = KeyFilter(
        lambda: [
            Act("Esc", "Back", lambda: done.append("back")),
            Act("PgDn", "Next step", lambda: done.append("step"), reach=Reach.CLICKER),
            Act("N", "Next step", lambda: done.append("n")),
        ]
    )
    keys.setParent(window)
    keys.install()
    details = Details(window)
    shown(window)
    details.show_text("\n".join(str(line) for line in range(200)), "log.txt")
    text = details.findChildren(QPlainTextEdit)[0]
    text.setFocus()

    QTest.keyClick(text, Qt.Key.Key_PageDown)
    assert text.verticalScrollBar().value() > 0
    QTest.keyClick(text, Qt.Key.Key_N)
    assert done == ["n"]
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert details.isHidden()
    assert done == ["n"]

    QTest.keyClick(window, Qt.Key.Key_PageDown)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert done == ["n", "step", "back"]
