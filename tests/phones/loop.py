"""An event loop of its own for a test: on a thread, since a browser's driver may hold the main one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def run_apart(story: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a story to its end."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(story())).result()
