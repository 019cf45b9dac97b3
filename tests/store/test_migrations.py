"""Bringing a file up: twice changes nothing, and other tools find views that answer questions."""

from __future__ import annotations

from pathlib import Path

from facilitator.convening.ballots import RevealRound
from facilitator.convening.clock import EARLIER, LATER, GoToStep, StartBlock
from facilitator.convening.days import FIRST_DAY
from facilitator.convening.ids import BlockId, StepId
from facilitator.convening.planning import PlanSteps, Replan
from facilitator.convening.steps import Step
from facilitator.store.migrations import VIEWS, bring_up, statement_fits
from facilitator.store.opening import WORKSPACE, connect, open_reader
from tests.convening.given import BOOK
from tests.desk.laptop import empty_file, rows
from tests.desk.room import opened


def test_bringing_a_file_up_twice_changes_nothing() -> None:
    file = empty_file()
    schema = file.execute("select name, sql from sqlite_schema order by name").fetchall()

    bring_up(file, BOOK.kinds)

    assert file.execute("select name, sql from sqlite_schema order by name").fetchall() == schema
    assert {name for name, _ in schema} >= {"fact_no_update", "fact_no_delete", *VIEWS}


def test_a_view_is_made_only_where_its_tables_are() -> None:
    assert all(statement_fits(BOOK.kinds, view) for view in VIEWS)
    assert not any(statement_fits({}, view) for view in VIEWS)


def test_a_table_of_another_shape_is_made_anew_from_the_log(data_folder: Path) -> None:
    with opened(data_folder) as room:
        room.open_vote()
    file = connect(data_folder / WORKSPACE)
    before = rows(file)
    file.execute("alter table person add column hat text")

    bring_up(file, BOOK.kinds)

    assert rows(file) == before
    file.close()


def test_the_views_answer_what_people_ask(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        room.vote_all(vote, round_, [(cards[0], cards[0]), (cards[0], cards[1])])
        room.close_vote(vote, round_)
        room.tell(RevealRound(round_), vote)
    reader = open_reader(data_folder / WORKSPACE)

    ideas = reader.execute("select text, dots, voters from ideas_by_dots").fetchall()
    minutes = reader.execute("select title, planned, actual is null from minutes_by_block").fetchall()
    reader.close()

    assert ideas == [("Money", 3, 2), ("Data", 1, 1)]
    assert minutes == [("Ideas", 40, 0), ("Vote", 15, 1)]


def test_the_views_tell_what_was_planned_and_what_it_took_by_block_and_by_step(data_folder: Path) -> None:
    """TM13."""
    with opened(data_folder) as room:
        ideas, vote = room.prepare()
        steps = (
            Step(StepId("a"), BlockId(""), "Alone", 90),
            Step(StepId("b"), BlockId(""), "Read", 60, "In pairs", place="2"),
        )
        room.tell(PlanSteps(ideas, steps))
        room.tell(StartBlock(ideas))
        for way in (LATER, EARLIER):
            room.tell(GoToStep(way))
        room.tell(StartBlock(vote))
        room.tell(Replan(FIRST_DAY, (ideas,), (25,)))
    reader = open_reader(data_folder / WORKSPACE)

    blocks = reader.execute("select title, planned, given_later, actual is null from minutes_by_block").fetchall()
    steps_taken = reader.execute("select block, step, round, planned, actual from minutes_by_step").fetchall()
    reader.close()

    assert blocks == [("Ideas", 40, 25, 0), ("Vote", 15, None, 1)]
    assert steps_taken == [("Ideas", "Alone", 1, 1.5, 0.0), ("Ideas", "In pairs", 1, 1.0, 0.0)]
