"""The phones' room and screens, for the activities' pages, and a robot for their panels."""

from __future__ import annotations

from tests.dressing import qtbot
from tests.phones.conftest import browser, phone, room, screen

__all__ = ["browser", "phone", "qtbot", "room", "screen"]
