"""The phones' room and screens, for the activities' pages."""

from __future__ import annotations

from tests.phones.conftest import browser, phone, room, screen

__all__ = ["browser", "phone", "room", "screen"]
