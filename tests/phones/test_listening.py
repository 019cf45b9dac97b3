"""The port phones come to."""

from __future__ import annotations

import pytest

from facilitator.phones.listening import listen, raise_descriptors


def test_a_taken_port_is_passed_over() -> None:
    with listen((0,), "127.0.0.1") as first:
        taken = first.getsockname()[1]

        with listen((taken, 0), "127.0.0.1") as second:
            assert second.getsockname()[1] != taken


def test_without_a_free_port_it_says_so() -> None:
    with listen((0,), "127.0.0.1") as first, pytest.raises(OSError, match="in use"):
        listen((first.getsockname()[1],), "127.0.0.1")


def test_raising_descriptors_twice_changes_nothing() -> None:
    assert raise_descriptors() == raise_descriptors() >= 256
