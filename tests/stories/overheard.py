"""Ears on the wall: every byte that goes down to the gateway, and every byte that a phone is sent."""

from __future__ import annotations

import json
import stat
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.phones.room import Phone


class Pipe:
    """What went down the gateway's pipe: this Python is started behind a `tee` that keeps a copy."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._copy = folder / "down.jsonl"
        tapped = folder / "python"
        tapped.write_text(f'#!/bin/sh\ntee -a "{self._copy}" | exec "{sys.executable}" "$@"\n')
        tapped.chmod(tapped.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(sys, "executable", str(tapped))

    def lines(self) -> list[dict[str, Any]]:
        """Every whole line so far."""
        said = self._copy.read_text("utf-8") if self._copy.exists() else ""
        return [json.loads(line) for line in said.splitlines(keepends=True) if line.endswith("\n")]

    def said_to_others(self, person: str) -> str:
        """Everything that was said down there, less what was addressed to this person."""
        kept = []
        for line in self.lines():
            if line["t"] == "mine" and line["person"] == person:
                continue
            if line["t"] == "start":
                line["mine"].pop(person, None)
            kept.append(line)
        return json.dumps(kept, ensure_ascii=False)


class Ear:
    """A phone that keeps every byte it is sent: the stream as it comes, and whatever it asks for."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self._heard: list[str] = []
        self._opened = threading.Event()
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="ear", daemon=True)
        self._thread.start()
        assert self._opened.wait(15)

    def heard(self) -> str:
        """Everything it was sent until now, the page and its state among it."""
        for path in ("/", "/state"):
            reply = self.phone.ask("GET", path)
            assert reply.status == 200
            self._heard.append(reply.body.decode())
        return "\n".join(self._heard)

    def has_heard(self, words: str) -> bool:
        """Whether the stream has said these words."""
        return any(words in said for said in tuple(self._heard))

    def _listen(self) -> None:
        with self.phone.listening() as stream:
            for _, said in stream:
                self._heard.append(json.dumps(said, ensure_ascii=False))
                self._opened.set()
