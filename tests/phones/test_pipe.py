"""The pipe: a line of JSON each."""

from __future__ import annotations

import io
import os
from typing import Any

from facilitator.phones.pipe import LineWriter, line_of, read_lines


def test_a_line_says_what_was_said_even_half_a_character() -> None:
    heard: list[dict[str, Any]] = []
    said = {"t": "wish", "text": "a\nb\u2028\ud800 é"}

    read_lines(io.BytesIO(line_of(said)), heard.append)

    assert heard == [said]


def test_garbage_is_dropped_and_the_next_line_is_heard() -> None:
    heard: list[dict[str, Any]] = []

    read_lines(io.BytesIO(b"{oops\n[1]\n" + b"[" * 100_000 + b"\n\xff\xfe\n" + line_of({"t": "ping"})), heard.append)

    assert heard == [{"t": "ping"}]


def test_lines_arrive_in_the_order_they_were_said_and_all_before_the_end() -> None:
    out, into = os.pipe()
    heard: list[dict[str, Any]] = []
    writer = LineWriter(os.fdopen(into, "wb"), "test")

    for number in range(500):
        writer.say({"n": number})
    writer.close()
    with os.fdopen(out, "rb") as source:
        read_lines(source, heard.append)
    writer.join(5)

    assert [line["n"] for line in heard] == list(range(500))


def test_speaking_to_somebody_who_is_gone_does_no_harm() -> None:
    out, into = os.pipe()
    os.close(out)
    writer = LineWriter(os.fdopen(into, "wb"), "test")

    writer.say({"t": "ping"})
    writer.close()
    writer.join(5)

    assert writer.waiting() <= 1
