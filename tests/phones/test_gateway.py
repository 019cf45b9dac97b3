"""The gateway's own process: it comes up with the first line, and ends with its pipe."""

from __future__ import annotations

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor

from facilitator.phones.child import command
from facilitator.phones.listening import listen
from tests.phones.room import CODE, HOST_NAME, Phone

START = {
    "t": "start", "epoch": "e", "seq": 1, "changes": [], "devices": {}, "mine": {}, "hosts": [HOST_NAME],
    "code": CODE, "now_ms": 1_800_000_000_000, "boot_ms": 5_000,
}  # fmt: skip


def open_gateway(*ports: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command(ports), stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def tell(gateway: subprocess.Popen[bytes], line: object) -> None:
    assert gateway.stdin is not None
    gateway.stdin.write(json.dumps(line).encode() + b"\n")
    gateway.stdin.flush()


def hear(gateway: subprocess.Popen[bytes]) -> dict[str, object]:
    assert gateway.stdout is not None
    heard: dict[str, object] = json.loads(gateway.stdout.readline())
    return heard


def test_it_says_its_port_once_it_knows_the_room_and_answers_pings() -> None:
    gateway = open_gateway(0)
    tell(gateway, START)
    ready = hear(gateway)

    page = Phone(int(str(ready["port"]))).ask("GET", "/")
    tell(gateway, {"t": "ping", "now_ms": 1_800_000_000_500, "boot_ms": 5_500})

    assert page.status == 200
    assert hear(gateway) == {"t": "pong"}
    gateway.communicate(timeout=10)
    assert gateway.returncode == 0


def test_a_line_it_does_not_know_is_dropped() -> None:
    gateway = open_gateway(0)
    for line in (START, {"t": "nonsense"}, {"t": "room"}, {"no": "t"}, {"t": "ping", "now_ms": 1, "boot_ms": 1}):
        tell(gateway, line)

    assert {hear(gateway)["t"], hear(gateway)["t"]} == {"ready", "pong"}
    gateway.communicate(timeout=10)


def test_a_silent_desk_is_answered_with_503_so_that_the_phone_keeps_it() -> None:
    gateway = open_gateway(0)
    tell(gateway, {**START, "patience": {"answer": 0.5}})
    phone = Phone(int(str(hear(gateway)["port"]))).come_in()

    reply = phone.say("room", "join", name="Wambui")

    assert (reply.status, reply.json) == (503, {"refusal": "desk.silent"})
    gateway.communicate(timeout=10)


def test_without_a_port_it_ends_and_says_so_by_its_status() -> None:
    """Fault 39. No port is left: it ends, and whoever started it tries others."""
    with listen((0,)) as taken:
        gateway = open_gateway(taken.getsockname()[1])
        gateway.communicate(timeout=10)

    assert gateway.returncode == 2


def test_at_the_end_it_lets_everybody_go_and_says_nothing() -> None:
    gateway = subprocess.Popen(command((0,)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    tell(gateway, START)
    phone = Phone(int(str(hear(gateway)["port"]))).come_in()
    with ThreadPoolExecutor(1) as hands, phone.listening() as stream:
        next(stream)
        asked = hands.submit(phone.say, "room", "join", name="Wambui")
        while hear(gateway)["t"] != "wish":
            pass

        _, said = gateway.communicate(timeout=10)

        assert asked.result().status == 503
    assert (gateway.returncode, said) == (0, b"")
