"""A laptop that is short of sockets: said in one line now and then, and the phones that are in stay served."""

from __future__ import annotations

import asyncio
import errno
import logging
import time
from collections.abc import Mapping
from typing import Any

_SHORT = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}
_QUIET_SECONDS = 10.0
_log = logging.getLogger(__name__)


class Shortage:
    """What a loop says when it cannot take a connection. Python tells of each one with its whole stack.

    On Python 3.11 that is once for every place of the backlog, so a short burst would fill a disk with lines.
    """

    def __init__(self) -> None:
        self._said = 0.0

    def __call__(self, loop: asyncio.AbstractEventLoop, what: Mapping[str, Any]) -> None:
        """Take one trouble of the loop; every other kind is told as Python tells it."""
        error = what.get("exception")
        if self._said and isinstance(error, ValueError) and "Invalid file descriptor" in str(error):
            return  # it wanted to listen again, and the doors were closed meanwhile
        if not (isinstance(error, OSError) and error.errno in _SHORT):
            loop.default_exception_handler(dict(what))
            return
        now = time.monotonic()
        if not self._said or now >= self._said + _QUIET_SECONDS:
            self._said = now
            _log.warning("no more phones can come in for the moment: %s", error.strerror)
