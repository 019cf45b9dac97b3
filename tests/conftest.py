"""What every test stands on: no display, the bundled fonts, a data folder of its own, and no network but this machine's."""

from __future__ import annotations

import gc
import itertools
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ["QT_QPA_PLATFORM"] = os.environ.get("FACILITATOR_TEST_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"
os.environ["LANGUAGE"] = "en"

MUCH_RUBBISH = 100_000
"""So many new things, and what nobody holds is thrown away after the test."""

MEMORY, ENOUGH_MEMORY = Path("/dev/shm"), 2 * 1024**3
"""A disk that is no disk, and the room in it that two test processes can never fill."""

LONGEST_FIRST = ("tests/stories/", "tests/test_cli.py", "tests/app/", "tests/phones/", "tests/activities/", "tests/desk/",
                 "tests/store/", "tests/console/")  # fmt: skip
"""Where single files take longest. One that several processes begin last would go on while the others have nothing to do."""

QUICK, THOROUGH = "quick", "thorough"
_Address = tuple[object, ...] | str | bytes
LOOPBACK = ("127.", "::1", "localhost", "::ffff:127.")

hypothesis.settings.register_profile(QUICK, deadline=None, max_examples=30, print_blob=True)
hypothesis.settings.register_profile(THOROUGH, deadline=None, max_examples=500, print_blob=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer --long, for the nights, and --frozen, before an app is given away."""
    parser.addoption("--long", action="store_true", help="also run what takes longer than a person wants to wait")
    parser.addoption("--frozen", action="store_true", help="also build the one folder that needs no Python, and try it")


def pytest_configure(config: pytest.Config) -> None:
    """Choose how many examples hypothesis tries, close the network, and throw windows away in their own thread only."""
    # As the app does it: see facilitator.kit.qt.tidying.
    gc.disable()
    hypothesis.settings.load_profile(THOROUGH if config.getoption("--long") else QUICK)
    closed = pytest.MonkeyPatch()
    closed.setattr(socket.socket, "connect", _connect)
    closed.setattr(socket.socket, "connect_ex", _connect_ex)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what runs only when it is asked for; several processes at once begin with what takes longest."""
    asked = [mark for mark in ("long", "frozen") if config.getoption(f"--{mark}")]
    left_out = [test for test in items if _marks(test) - set(asked)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [test for test in items if test not in set(left_out)]
    if hasattr(config, "workerinput"):
        items.sort(key=_rank)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Let the windows of a test be gone before the next one: whatever stayed would be dressed again with every other."""
    yield
    if gc.get_count()[0] > MUCH_RUBBISH:
        gc.collect()
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _rank(test: pytest.Item) -> int:
    """The place of its room among the longest; behind all of them for any other room."""
    return next((at for at, room in enumerate(LONGEST_FIRST) if test.nodeid.startswith(room)), len(LONGEST_FIRST))


def _marks(test: pytest.Item) -> set[str]:
    return {mark.name for mark in test.iter_markers()} & {"long", "frozen"}


# Not by an audit hook: threads that begin while one runs cannot be traced, and end (cpython issue 98257).
_plugs = (socket.socket.connect, socket.socket.connect_ex)


def _connect(plug: socket.socket, address: _Address) -> None:
    _only_this_machine(plug, address)
    _plugs[0](plug, address)


def _connect_ex(plug: socket.socket, address: _Address) -> int:
    _only_this_machine(plug, address)
    return _plugs[1](plug, address)


def _only_this_machine(plug: socket.socket, address: _Address) -> None:
    """Refuse a connection to any other machine: the room has no internet, and so has the test."""
    if plug.type != socket.SOCK_STREAM or not isinstance(address, tuple):
        return
    if not str(address[0]).startswith(LOOPBACK) and str(address[0]) not in _own_addresses():
        raise PermissionError(f"a test may not connect to {address[0]}")


def _own_addresses() -> set[str]:
    """The addresses that this machine has in its networks: whoever asks there asks this machine."""
    import psutil

    return {entry.address for entries in psutil.net_if_addrs().values() for entry in entries}


_numbers = itertools.count()


@pytest.fixture(scope="session")
def _folders(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where data folders lie: in memory where there is enough of it, for the disk is what tests wait for most.

    What is said about disks is tried on disks of its own; --long tries everything on the real one.
    """
    if request.config.getoption("--long") or not _has_memory():
        yield tmp_path_factory.mktemp("facilitator")
        return
    folder = Path(tempfile.mkdtemp(prefix="facilitator-", dir=MEMORY))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def _has_memory() -> bool:
    try:
        return shutil.disk_usage(MEMORY).free > ENOUGH_MEMORY
    except OSError:
        return False


@pytest.fixture(autouse=True)
def data_folder(_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The data folder of this test alone; the app makes it when it first needs it."""
    folder = _folders / str(next(_numbers))
    monkeypatch.setenv("FACILITATOR_DATA", str(folder))
    yield folder
    if folder.is_relative_to(MEMORY):
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """One application for all tests, that speaks in the bundled fonts."""
    from PySide6.QtWidgets import QApplication

    from facilitator.kit.qt.theme import load_fonts

    class Application(QApplication):
        def __init__(self, arguments: list[str]) -> None:
            super().__init__(arguments)
            self.setStyle("fusion")
            load_fonts()

    return Application


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp: object) -> None:
    """Begin with windows: who sets letters on paper first would make an application without any, for good."""
    assert qapp
