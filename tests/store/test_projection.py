"""Projection: from facts to rows, in any order of arrival, and only what is known."""

from __future__ import annotations

import json
import sqlite3

import pytest

from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId
from facilitator.convening.words import Change, added, changed, removed
from facilitator.store.projection import project_any, project_here, rebuild, rebuild_stream, to_sql
from tests.convening.given import BOOK
from tests.desk.laptop import empty_file, loaded

CARD = Card(CardId("card"), "Money")


def any_order(file: sqlite3.Connection, stamp: str, *changes: Change) -> None:
    project_any(file, BOOK.kinds, "stream", stamp, changes)


def test_of_each_field_the_last_writer_wins_whoever_comes_first() -> None:
    file = empty_file()
    any_order(file, "3", changed(CARD, text="Time"))
    assert "card" not in loaded(file)["card"]
    any_order(file, "1", added(CARD))
    any_order(file, "2", changed(CARD, text="Data", language="fr"))

    assert loaded(file)["card"] == {"card": Card(CardId("card"), "Time", "fr")}


def test_what_is_taken_away_stays_away_when_its_beginning_comes_later() -> None:
    file = empty_file()
    any_order(file, "2", removed(CARD))
    any_order(file, "1", added(CARD))

    assert loaded(file)["card"] == {}


def test_the_last_thing_one_fact_says_of_a_field_stands_here_and_afar() -> None:
    here, afar = empty_file(), empty_file()
    told = (added(CARD), changed(CARD, text="Data"), changed(CARD, text="Time"))
    project_here(here, BOOK.kinds, "stream", "1", told)
    any_order(afar, "1", *told)

    assert loaded(here) == loaded(afar)
    assert loaded(here)["card"]["card"].text == "Time"


def test_tables_and_fields_that_are_not_known_are_passed_over() -> None:
    file = empty_file()
    for project in (project_here, project_any):
        project(
            file, BOOK.kinds, "stream", "1",
            (Change("mood", "x", {"here": True}), Change("turnout", "x", {"dots": 1}), added(CARD),
             Change("card", "card", {"drop table card": "x", "language": "fr"})),
        )  # fmt: skip

    assert loaded(file)["card"]["card"].language == "fr"


def test_lists_and_truths_are_kept_as_sqlite_can() -> None:
    assert to_sql(("é", "b")) == '["é", "b"]'
    assert (to_sql(True), to_sql(3), to_sql("x")) == (1, 3, "x")


def test_a_rebuild_that_fails_leaves_the_tables_as_they_were() -> None:
    file = empty_file()
    project_here(file, BOOK.kinds, "stream", "1", (added(CARD),))
    file.execute("insert into fact values (1,'a','stream','o',1,1,1,'','','k',1,'{}')")

    with pytest.raises(KeyError):
        rebuild(file, BOOK.kinds)

    assert list(loaded(file)["card"]) == ["card"]


def test_a_stream_is_rebuilt_alone_and_fields_nobody_knows_are_passed_over() -> None:
    file = empty_file()
    body = {"changes": [
        {"t": "card", "id": "card", "set": {"here": True, "gone": False, "text": "Data", "drop table card": 1}, "was": {}},
        {"t": "card", "id": "bare", "set": {"drop table card": 1}, "was": {}},
        {"t": "turnout", "id": "x", "set": {"dots": 1}, "was": {}},
        {"t": "mood", "id": "x", "set": {"here": True}, "was": {}},
    ]}  # fmt: skip
    for number, stream in enumerate(("stream", "other"), start=1):
        file.execute(
            "insert into fact values (?,?,?,'0a0a0a0a',?,?,1,'','','k',1,?)",
            (number, str(number), stream, number, number, json.dumps(body)),
        )

    rebuild_stream(file, BOOK.kinds, "stream")

    assert loaded(file)["card"] == {"card": Card(CardId("card"), "Data")}
    assert loaded(file, "other")["card"] == {}
    cells = file.execute("select stream, id, field from cell").fetchall()
    assert cells == [("stream", "card", "gone"), ("stream", "card", "here"), ("stream", "card", "text")]
