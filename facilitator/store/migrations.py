"""Bringing a workspace file to the shape of this version, forward only, each step in a transaction of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database, Migrations

from facilitator.convening.words import Record, table_of
from facilitator.store.projection import rebuild
from facilitator.store.schema import APPLICATION_ID, KEPT, LOG, VERSION, has_table, projected, statements

workspace = Migrations("workspace")
"""The steps a file has gone through. A step's name is its identity: never rename one."""


@workspace()
def log_and_kept_tables(database: Database) -> None:
    """The log, the cells and the kept tables."""
    for statement in statements(LOG + KEPT):
        database.conn.execute(statement)


def bring_up(connection: sqlite3.Connection, kinds: Mapping[str, type[Record[Any]]]) -> None:
    """Apply what is missing; record classes that are new get their tables, filled from the log."""
    database = Database(connection, recursive_triggers=False, execute_plugins=False)
    workspace.apply(database)
    missing = [kind for name, kind in kinds.items() if kind.is_kept and not has_table(connection, name, kind)]
    with database.atomic():
        for view in VIEWS:
            connection.execute(f"drop view if exists {view}")
        for kind in missing:
            connection.execute(f'drop table if exists "{table_of(kind)}"')
        for statement in projected(missing, kinds):
            connection.execute(statement)
        for name, statement in VIEWS.items():
            if statement_fits(kinds, name):
                connection.execute(statement)
    if missing and connection.execute("select 1 from fact limit 1").fetchone():
        rebuild(connection, kinds)
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    connection.execute(f"pragma user_version = {VERSION}")


VIEWS = {
    "ideas_by_dots": """
        create view ideas_by_dots as
        select ballot.stream, ballot.round, card.id as card, card.text, count(*) as dots,
               count(distinct ballot.id) as voters
        from revealed_ballot as ballot, json_each(ballot.choice) as dot
        join card on card.id = dot.value and card.stream = ballot.stream
        where not ballot.gone group by ballot.stream, ballot.round, card.id order by dots desc, card.text
    """,
    "minutes_by_block": """
        create view minutes_by_block as
        select block.stream, block.day, block.place, block.title, block.method, block.minutes as planned,
               case when block.replanned >= 0 then block.replanned end as given_later,
               case when timebox.began > 0 and timebox.ended > 0
                    then round(timebox.spent_ms / 60000.0, 1) end as actual
        from block left join timebox on timebox.id = block.id and timebox.stream = block.stream and not timebox.gone
        where not block.gone and block.here order by block.stream, block.day, block.place
    """,
    "minutes_by_step": """
        create view minutes_by_step as
        select step_time.stream, block.title as block, coalesce(nullif(step.title, ''), step.text) as step,
               step_time.round, round(step.seconds / 60.0, 1) as planned,
               round(step_time.spent_ms / 60000.0, 1) as actual
        from step_time
        join step on step.id = step_time.step and step.stream = step_time.stream and not step.gone
        join block on block.id = step_time.block and block.stream = step_time.stream and not block.gone
        where not step_time.gone order by step_time.stream, block.day, block.place, step_time.began
    """,
}
"""Questions that people who open the file with other tools ask."""

_NEEDS = {
    "ideas_by_dots": ("revealed_ballot", "card"),
    "minutes_by_block": ("block", "timebox"),
    "minutes_by_step": ("step_time", "step", "block"),
}


def statement_fits(kinds: Mapping[str, type[Record[Any]]], view: str) -> bool:
    """Whether all tables a view reads are known."""
    return all(name in kinds for name in _NEEDS[view])
