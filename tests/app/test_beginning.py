"""A convening is begun by a plan: it is opened when the disk has it, and every way it fails is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.windows import Windows
from facilitator.beginnings.templates import plan_of, templates
from facilitator.console.home import Home
from facilitator.console.live import Live
from facilitator.console.prepare import Prepare
from facilitator.convening.gathering import Convening


def page(windows: Windows) -> Home | Live | Prepare:
    """The page that is seen."""
    pages = windows.console.findChildren(QWidget)
    return next(each for each in pages if isinstance(each, Home | Prepare | Live) and each.isVisible())


def test_a_convening_that_is_begun_while_the_disk_takes_nothing_says_so_and_comes_when_it_does(
    windows: Windows, data_folder: Path, qtbot: QtBot
) -> None:
    """Fault 9. The disk takes nothing when a convening is begun: one red line, and it is there once the disk is well."""
    windows.open_sample()
    windows.console.go_home()
    gone = data_folder.rename(data_folder.with_name(f"{data_folder.name}-away"))

    next(each for each in windows.console.home.acts() if each.key == "Ctrl N" and each.is_enabled()).do()

    qtbot.waitUntil(
        lambda: page(windows).trouble.words().startswith("The folder of this convening is gone."), timeout=15_000
    )
    assert page(windows) is windows.console.home
    gone.rename(data_folder)
    qtbot.waitUntil(lambda: isinstance(page(windows), Prepare), timeout=20_000)
    assert windows.records()[Convening]


def test_a_plan_that_is_refused_is_told_and_nothing_stays_open(windows: Windows, qtbot: QtBot) -> None:
    plan = plan_of(next(iter(templates(house.activities()))), "2027-03-18")

    windows.console.plan_made.emit(replace(plan, convening=replace(plan.convening, title="")))

    qtbot.waitUntil(
        lambda: page(windows).trouble.words().startswith("The convening could not be begun."), timeout=15_000
    )
    assert windows.room is None
    assert page(windows) is windows.console.home
