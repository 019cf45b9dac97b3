"""Who may come in, and how often one device may ask."""

from __future__ import annotations

import pytest

from facilitator.phones.admission import (
    Bucket,
    cookie_value,
    device_of,
    host_of,
    is_own_origin,
    is_proven,
    is_same_code,
    new_token,
    plain_code,
    token_in,
    unproven_value,
)


class Clock:
    """Time that passes when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize("typed", ["K7QX93PF", "k7qx93pf", "K7QX-93PF", " k7qx 93pf "])
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    assert is_same_code(typed, "K7QX93PF")


def test_letters_that_look_alike_are_one() -> None:
    assert plain_code("OIL0") == "0110"


def test_a_room_without_a_code_lets_nobody_in() -> None:
    assert not is_same_code("", "")
    assert not is_proven(cookie_value(new_token(), ""), "")


def test_a_cookie_proves_one_code_only() -> None:
    cookie = cookie_value(new_token(), "K7QX93PF")

    assert is_proven(cookie, "K7QX93PF")
    assert not is_proven(cookie, "AAAAAAAA")


def test_a_cookie_given_for_a_wrong_code_proves_nothing() -> None:
    token = new_token()

    assert token_in(unproven_value(token)) == token
    assert not is_proven(unproven_value(token), "K7QX93PF")


def test_a_token_has_at_least_128_bits_and_leaves_only_as_its_hash() -> None:
    token = new_token()

    assert len(token) * 6 >= 128
    assert token not in device_of(token)
    assert len({new_token() for _ in range(100)}) == 100


def test_a_device_may_ask_twelve_times_at_once_then_once_a_second() -> None:
    clock = Clock()
    bucket = Bucket(12, 1.0, clock)

    assert sum(bucket.take("one") for _ in range(30)) == 12

    clock.now = 3.0
    assert sum(bucket.take("one") for _ in range(30)) == 3


def test_one_devices_haste_costs_another_nothing() -> None:
    bucket = Bucket(12, 1.0, Clock())
    for _ in range(30):
        bucket.take("one")

    assert bucket.take("two")
    assert bucket.is_empty("one")


@pytest.mark.parametrize(
    ("header", "host"),
    [("192.168.1.5:8080", "192.168.1.5"), ("Nomsa.LOCAL.:80", "nomsa.local"), ("room.test", "room.test"), ("", "")],
)
def test_a_host_is_read_without_its_port(header: str, host: str) -> None:
    assert host_of(header) == host


@pytest.mark.parametrize(
    ("headers", "is_own"),
    [
        ([(b"host", b"room.test:80"), (b"origin", b"http://room.test:80")], True),
        ([(b"host", b"room.test:80")], True),
        ([(b"host", b"room.test:80"), (b"origin", b"http://evil.test")], False),
        ([(b"host", b"room.test:80"), (b"origin", b"null")], False),
        ([(b"host", b"room.test:80"), (b"sec-fetch-site", b"cross-site")], False),
    ],
)
def test_a_posting_from_a_foreign_page_is_known(headers: list[tuple[bytes, bytes]], is_own: bool) -> None:
    assert is_own_origin(headers) is is_own
