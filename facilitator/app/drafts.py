"""What is being typed on the console, kept on disk each second, so that a crash takes no more."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.desk.desk import Desk
from facilitator.store import kept


class DeskDrafts:
    """Drafts of one convening. Reading is from memory; writing never waits."""

    def __init__(self, desk: Desk) -> None:
        """Read what was being typed when the app was here last."""
        self._desk = desk
        self._texts = desk.errand(lambda workspace: kept.drafts(workspace.connection)).result()

    def kept(self, name: str) -> str:
        """What was being typed under this name, "" for nothing."""
        return self._texts.get(self._key(name), "")

    def keep(self, name: str, text: str) -> None:
        """Keep what is being typed; "" forgets it."""
        key = self._key(name)
        self._texts[key] = text
        self._desk.errand(lambda workspace: kept.write_draft(workspace.connection, key, text))

    def forget_what_is_gone(self, kept_now: Mapping[str, str]) -> None:
        """Somebody was forgotten: let go of the drafts that are not on disk any more."""
        self._texts = {key: text for key, text in self._texts.items() if key in kept_now}

    def _key(self, name: str) -> str:
        return f"{self._desk.stream}:{name}"
