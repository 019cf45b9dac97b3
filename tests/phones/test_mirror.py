"""The gateway's mirror of the room."""

from __future__ import annotations

from typing import Any

from facilitator.activities import discover
from facilitator.convening.gathering import Convening
from facilitator.convening.room import RoomView, room_kinds
from facilitator.convening.wire import lines
from facilitator.phones.mirror import Mirror
from tests.phones.test_wishes import BOARD, LIVE, ON_BOARD, room

HEAD: dict[str, Any] = {"epoch": "e", "code": "K7QX93PF", "hosts": ["room.test"], "devices": {"sha": "amina"},
                        "mine": {}, "now_ms": 1_800_000_000_000, "boot_ms": 5_000}  # fmt: skip


def started() -> Mirror:
    whole = room(LIVE, BOARD, ON_BOARD)
    mirror = Mirror(room_kinds(whole.kinds), discover())
    mirror.start({**HEAD, "seq": 7, "changes": lines(RoomView(()).of(whole))})
    return mirror


def test_it_shows_what_it_was_told() -> None:
    mirror = started()

    assert (mirror.activity(), mirror.block(), mirror.seq) == ("ideation_board", BOARD.id, 7)
    assert mirror.public()["room"]["title"] == "Clean Water"


def test_a_record_that_left_is_gone() -> None:
    mirror = started()

    mirror.room({"seq": 8, "now_ms": 1, "boot_ms": 1, "changes": [["block", BOARD.id, None]]})

    assert (mirror.activity(), mirror.seq) == ("plain", 8)


def test_a_table_it_does_not_know_is_passed_over() -> None:
    mirror = started()

    mirror.room({"seq": 8, "now_ms": 1, "boot_ms": 1, "changes": [["contact", "amina", {"email": "a@b.org"}]]})

    assert "contact" not in mirror.records.kinds


def test_a_new_code_holds_from_now_on() -> None:
    mirror = started()
    fields = {"title": "Clean Water", "purpose": "", "promise": "", "type": "", "date": "", "day_line": "", "place": "",
              "starts": 540, "state": "live", "seats": 0, "wifi_name": "", "wifi_password": "", "greetings": [],
              "language": "en"}  # fmt: skip

    mirror.room(
        {"seq": 8, "now_ms": 1, "boot_ms": 1, "changes": [["convening", LIVE.id, {**fields, "code": "NEWC0DE5"}]]}
    )

    assert mirror.records[Convening][LIVE.id].code == mirror.code == "NEWC0DE5"


def test_a_seat_is_given_and_taken() -> None:
    mirror = started()

    mirror.seat("other", "tomas")
    mirror.seat("sha", "")

    assert mirror.seats == {"other": "tomas"}
