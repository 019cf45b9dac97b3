"""A facilitator with the app before them, and phones in the room."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import miniaudio
import pytest
from playwright.sync_api import Page
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.kit.qt.dress import dress
from tests.stories.browser import Browsing, Handset
from tests.stories.heard import Speaker
from tests.stories.led import CTRL, Facilitator, Key
from tests.stories.planned import plan_two_days


@pytest.fixture(scope="package")
def browsing() -> Iterator[Browsing]:
    """A browser for all stories."""
    made = Browsing()
    yield made
    made.close()


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which the sample was opened once: each story begins with a copy."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    workspace = house.open_workspace(folder)
    house.open_sample(workspace).close()
    workspace.close()
    return folder


@pytest.fixture(scope="session")
def planned_shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the two days lie once a story has planned them."""
    return tmp_path_factory.mktemp("planned") / "data"


@pytest.fixture
def planned_folder(planned_shelf: Path, qtbot: QtBot, qapp: QApplication) -> Path:
    """A data folder with two days that were planned by keyboard alone: each story begins with a copy."""
    if not planned_shelf.exists():
        dress(qapp)
        led = Facilitator(planned_shelf, qtbot)
        plan_two_days(led)
        led.close()
    return planned_shelf


@pytest.fixture
def speaker(monkeypatch: pytest.MonkeyPatch) -> Speaker:
    """What the laptop's loudspeaker plays."""
    made = Speaker()
    monkeypatch.setattr(miniaudio, "PlaybackDevice", made.open)
    return made


@pytest.fixture
def facilitator(data_folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Facilitator]:
    """Somebody who has just opened the app."""
    dress(qapp)
    made = Facilitator(data_folder, qtbot)
    yield made
    made.close()


@pytest.fixture
def leading(sample_folder: Path, data_folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Facilitator]:
    """Somebody who has opened the sample and gone live, with the doors open."""
    dress(qapp)
    shutil.copytree(sample_folder, data_folder)
    facilitator = Facilitator(data_folder, qtbot)
    facilitator.windows.open_sample()
    facilitator.press(Key.Key_L, CTRL)
    facilitator.until(lambda: facilitator.port)
    yield facilitator
    facilitator.close()


@pytest.fixture
def handset(leading: Facilitator, browsing: Browsing) -> Iterator[Callable[[str], Handset]]:
    """Hand out phones that have read the stage's code and joined under a name; an error of a page fails the story."""
    handed: list[Handset] = []

    def hand_out(name: str) -> Handset:
        path = leading.join_path()
        phone = Handset(browsing, leading.port)
        leading.wait(phone.opened)
        handed.append(phone)

        def join(page: Page) -> None:
            page.goto(path)
            page.fill("#name", name)
            page.click("#go")

        leading.wait(phone.do(join))
        leading.until(lambda: name in [person.name for person in leading.people_here()])
        return phone

    yield hand_out
    errors = [error for phone in handed for error in phone.errors]
    for phone in handed:
        leading.wait(phone.close())
    assert not errors
