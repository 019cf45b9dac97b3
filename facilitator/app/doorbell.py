"""One app for each data folder: a second start rings at the first one, which comes forward, and leaves."""

from __future__ import annotations

import getpass
import hashlib
import time
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 3_000
"""How long a first start may take to answer before it counts as stuck."""

_YOUNG_SECONDS = 2.0
"""A first start that has the lock and no bell yet is only just coming up."""

_AGAIN_SECONDS, _CONNECT_MS, _MOST_BYTES = 0.1, 1_000, 64
_HERE = b"here\n"


class Wanted(Enum):
    """What a second start asks of the first."""

    FORWARD = "forward"
    SAMPLE = "sample"


class Answer(Enum):
    """What came of ringing. NOBODY: there is no app; SILENT: there is one, and it is stuck."""

    COMING = "coming"
    NOBODY = "nobody"
    SILENT = "silent"


class Doorbell(QObject):
    """Hung up by whoever holds the lock of the folder. `rung` says what is wanted."""

    rung = Signal(Wanted)

    def __init__(self, folder: Path) -> None:
        """Hang it up. A bell that a killed app left hanging is taken down first: the lock says that nobody is there."""
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._open)
        QLocalServer.removeServer(name_of(folder))
        self._server.listen(name_of(folder))

    def take_down(self) -> None:
        """Answer nobody any more."""
        self._server.close()

    def _open(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(partial(self._hear, caller))
            caller.disconnected.connect(caller.deleteLater)
            self._hear(caller)  # what it said may have come before anybody listened

    def _hear(self, caller: QLocalSocket) -> None:
        if not caller.canReadLine():
            if caller.bytesAvailable() > _MOST_BYTES:
                caller.abort()
            return
        said = bytes(caller.readLine(_MOST_BYTES).data()).decode("ascii", "replace").strip()
        if said not in [wanted.value for wanted in Wanted]:
            caller.abort()
            return
        # Who rings waits for a sign of life, and not until everything is opened.
        caller.write(_HERE)
        caller.flush()
        self.rung.emit(Wanted(said))


def ring(folder: Path, wanted: Wanted, patience_ms: int = PATIENCE_MS) -> Answer:
    """Ask the app that has this folder for something, and wait for its answer."""
    until = time.monotonic() + _YOUNG_SECONDS
    while True:
        socket = QLocalSocket()
        socket.connectToServer(name_of(folder))
        if socket.waitForConnected(_CONNECT_MS):
            break
        if time.monotonic() > until:
            return Answer.NOBODY
        time.sleep(_AGAIN_SECONDS)
    socket.write(f"{wanted.value}\n".encode())
    socket.flush()
    is_coming = socket.waitForReadyRead(patience_ms) and bytes(socket.readAll().data()) == _HERE
    socket.abort()
    return Answer.COMING if is_coming else Answer.SILENT


def name_of(folder: Path) -> str:
    """Name the bell of a folder, for this person on this laptop; names are short, and folders are not."""
    asked = f"{getpass.getuser()}:{folder.resolve()}"
    return f"facilitator-{hashlib.sha256(asked.encode()).hexdigest()[:24]}"
