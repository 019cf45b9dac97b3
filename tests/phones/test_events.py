"""The stream of a phone."""

from __future__ import annotations

import socket
from collections.abc import Callable

from facilitator.convening.clock import AddMinutes, PauseTimer
from facilitator.convening.facts import Fact
from facilitator.convening.ids import HOST, ROOM
from facilitator.desk.desk import Desk, new_wish_id
from facilitator.store.deleting import delete_convening
from facilitator.store.workspace import Workspace
from tests.phones.room import HOST_NAME, WAIT, Phone, Room


def test_a_stream_begins_with_the_page_and_what_is_mine(phone: Callable[[], Phone]) -> None:
    with phone().join("Wambui").listening() as stream:
        (first, page), (second, mine) = next(stream), next(stream)

    assert (first, second) == ("page", "mine")
    assert set(page) == {"epoch", "seq", "activity", "public", "clock"}
    assert (mine["mine"]["name"], set(mine)) == ("Wambui", {"seq", "mine"})


def test_a_phone_that_has_the_page_is_not_given_it_again(phone: Callable[[], Phone]) -> None:
    joined = phone().join()
    page = joined.see(lambda page: page["public"]["room"]["people"] == 1)

    with joined.listening(f"after={page['seq']}&epoch={page['epoch']}") as stream:
        assert next(stream)[0] == "ping"


def test_another_epoch_is_given_the_whole_page(phone: Callable[[], Phone]) -> None:
    with phone().join().listening("after=999999&epoch=another") as stream:
        assert next(stream)[0] == "page"


def test_a_phone_whose_page_is_old_is_given_the_new_one_after_another_convening_was_deleted(
    room: Room, phone: Callable[[], Phone]
) -> None:
    joined = phone().join()
    room.desk.stop()
    say_much_elsewhere(room.workspace)
    room.desk = Desk(room.workspace, room.desk.stream, room.book)
    room.desk.start()
    room.reopen("epoch-2")
    old = joined.see(lambda _: True)

    room.desk.errand(delete_what_is_elsewhere).result(WAIT)
    room.start("plain", title="What comes next")
    new = joined.see(lambda page: "What comes next" in str(page))

    assert new["seq"] > old["seq"]
    with joined.listening(f"after={old['seq']}&epoch={old['epoch']}") as stream:
        assert next(stream)[0] == "page"


def say_much_elsewhere(workspace: Workspace) -> None:
    log = workspace.log("elsewhere")
    log.begin()
    for _ in range(30):
        log.append(Fact(0, new_wish_id(), "", "", 0, 0, 0, HOST, ROOM, "convening.described", 1, ()))
    log.commit()


def delete_what_is_elsewhere(workspace: Workspace) -> None:
    delete_convening(workspace.connection, workspace.kinds, "elsewhere", workspace.origin, new_wish_id())


def test_a_cursor_that_cannot_be_read_counts_as_none(phone: Callable[[], Phone]) -> None:
    with phone().join().listening("after=%00%ff&epoch=%f0") as stream:
        assert next(stream)[0] == "page"


def test_the_clock_runs_is_paused_and_grows(room: Room, phone: Callable[[], Phone]) -> None:
    room.start("plain", minutes=10)
    joined = phone().join()

    running = joined.see(lambda page: page["clock"]["running"])["clock"]
    room.tell(PauseTimer())
    paused = joined.see(lambda page: page["clock"]["left_ms"] and not page["clock"]["running"])["clock"]
    room.tell(AddMinutes(5))
    longer = joined.see(lambda page: page["clock"]["left_ms"] > 600_000)["clock"]

    assert 590_000 < running["left_ms"] <= 600_000
    assert paused["left_ms"] <= running["left_ms"]
    assert longer["left_ms"] == paused["left_ms"] + 300_000


def test_a_stream_needs_http_1_1(room: Room, phone: Callable[[], Phone]) -> None:
    cookie = phone().join().cookie
    with socket.create_connection(("127.0.0.1", room.bridge.port), timeout=10) as plug:
        plug.sendall(f"GET /events HTTP/1.0\r\nHost: {HOST_NAME}\r\nCookie: {cookie}\r\n\r\n".encode())

        assert plug.recv(1000).startswith(b"HTTP/1.1 505")
