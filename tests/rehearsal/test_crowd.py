"""The crowd is a process of its own: it answers orders, and says when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.rehearsal.crowd import Crowd
from tests.rehearsal.room import address, served


def test_orders_are_answered(data_folder: Path) -> None:
    with served(data_folder, "ideation_board") as said:
        crowd = Crowd(1)
        order = {"do": "come", "url": address(said), "connect_to": "127.0.0.1", "people": [{"name": "Amina"}]}
        told = crowd.order(order).result(30)
        crowd.send_home()

    assert [(one["wish"], one["status"]) for one in told] == [("join", 200)]


def test_what_cannot_be_done_is_said() -> None:
    crowd = Crowd(1)

    with pytest.raises(RuntimeError, match="dance"):
        crowd.order({"do": "dance"}).result(30)
    crowd.send_home()
