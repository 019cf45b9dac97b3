"""A laptop that is short of sockets."""

from __future__ import annotations

import asyncio
import errno
import logging
from collections.abc import Mapping
from typing import Any

import pytest

from facilitator.phones.shortage import Shortage
from tests.phones.loop import run_apart


def told(*troubles: Mapping[str, Any]) -> None:
    async def story() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(Shortage())
        for trouble in troubles:
            loop.call_exception_handler(dict(trouble))

    run_apart(story)


def test_two_thousand_connections_that_could_not_be_taken_are_one_line(caplog: pytest.LogCaptureFixture) -> None:
    """Fault 39. The descriptors are used up: one plain line, not a stack for every place of the backlog."""
    short = {"message": "accept failed", "exception": OSError(errno.EMFILE, "Too many open files")}

    with caplog.at_level(logging.WARNING):
        told(*[short] * 2000)

    assert caplog.messages == ["no more phones can come in for the moment: Too many open files"]


def test_any_other_trouble_is_told_whole(caplog: pytest.LogCaptureFixture) -> None:
    told({"message": "a callback failed", "exception": LookupError("nobody")})

    assert [(record.levelname, record.exc_info is not None) for record in caplog.records] == [("ERROR", True)]
