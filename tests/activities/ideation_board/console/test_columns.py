"""What the facilitator's board shows, read from the records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.activities.ideation_board.console.columns import ideas_from_people, sorted_board
from facilitator.activities.ideation_board.rules import StarIdea
from facilitator.convening.records import Records
from tests.stage.sample_room import SampleRoom


@pytest.fixture
def room(tmp_path: Path) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    opened.start("ideas")
    opened.add_ideas()
    opened.cluster()
    yield opened
    opened.close()


def test_columns_carry_letters_colours_and_what_the_room_does_not_see_yet(room: SampleRoom) -> None:
    seen = sorted_board(everything(room), room.blocks["ideas"])

    first = seen.columns[0]
    assert (first.letter, first.name, first.colour) == ("A", "Money that lasts", "sky")
    assert all(note.is_off_stage for note in first.notes)
    assert (seen.count, seen.held) == (40, 40)


def test_a_starred_idea_says_that_it_is_on_the_short_list(room: SampleRoom) -> None:
    room.say(StarIdea(room.cards["a1"]), "ideas")

    seen = sorted_board(everything(room), room.blocks["ideas"])

    assert [note.caption for note in seen.columns[0].notes if note.caption] == ["on the short list"]
    assert seen.starred == 1


def test_ideas_are_counted_with_their_people_and_never_named() -> None:
    assert ideas_from_people(43, 20) == "43 ideas from 20 people"
    assert ideas_from_people(1, 0) == "1 idea"


def everything(room: SampleRoom) -> Records:
    """All records, once everything said so far has been told."""
    room.desk.errand(lambda _workspace: None).result()
    return room.desk.news.records
