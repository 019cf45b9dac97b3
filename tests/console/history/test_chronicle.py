"""Facts as rows: in words, under a filter, found by a word, and whether they can be taken back."""

from __future__ import annotations

import pytest

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.console.history.chronicle import Filter, moment_words, said_of
from facilitator.convening.stage_state import BlankStage
from tests.console.conftest import MINUTE, NINE, Room
from tests.console.history.told import chronicle_of, morning, plain


def test_the_morning_is_told_newest_first(room: Room) -> None:
    morning(room)

    assert [plain(entry.sentence) for entry in chronicle_of(room).found(Filter.ALL, "")] == [
        "You showed the room all ideas that waited.",
        "You renamed the group “Training” to “Skills that stay”.",
        "You made the group “Training”.",
        "Zeynep sent “One season to test”. It waits in Unsorted.",
        "You added a list of ideas, “Soil” first.",
        "You began “Ideas”.",
        "You opened the doors.",
        "You put Zeynep on the list.",
        "You put “Ideas” on the agenda.",
        "You began this convening.",
    ]


@pytest.mark.parametrize(
    ("chosen", "words", "found"),
    [
        (Filter.IDEAS, "", 4),
        (Filter.CLOCK, "", 1),
        (Filter.VOTES, "", 0),
        (Filter.STAGE, "", 2),
        (Filter.MINE, "", 9),
        (Filter.ALL, "ZEYNEP season", 1),
        (Filter.ALL, "skills “training”", 1),
        (Filter.MINE, "season", 0),
        (Filter.ALL, "nothing like that", 0),
    ],
)
def test_facts_are_found_by_their_group_and_by_words(room: Room, chosen: Filter, words: str, found: int) -> None:
    morning(room)

    assert len(chronicle_of(room).found(chosen, words)) == found


def test_what_can_be_taken_back_changes_with_what_comes_after(room: Room) -> None:
    board = morning(room)
    chronicle = chronicle_of(room)
    newest = chronicle.found(Filter.ALL, "")
    assert [chronicle.undoable(entry) for entry in newest[:5]] == [False, True, False, False, False]

    receipt = room.say(AddIdea("Water"), board)
    room.say(BlankStage())
    again = chronicle_of(room)
    assert [again.undoable(entry) for entry in again.entries if entry.id == receipt.id] == [True]


def test_a_moment_has_its_day_only_if_it_is_another_one(room: Room) -> None:
    now = room.clock()

    assert moment_words(NINE, now) == "09:00"
    assert moment_words(NINE - 24 * 60 * MINUTE, now) == "Wed 17 March, 09:00"


def test_a_row_is_read_aloud_with_what_can_be_done(room: Room) -> None:
    morning(room)
    entry = chronicle_of(room).entries[-2]

    assert said_of(entry, room.clock(), is_undoable=True).endswith("You can take it back.")
    assert "take it back" not in said_of(entry, room.clock(), is_undoable=False)


def test_the_place_at_a_moment_counts_what_had_happened(room: Room) -> None:
    morning(room)
    chronicle = chronicle_of(room)

    assert chronicle.place_at(0) == 0
    assert chronicle.place_at(chronicle.entries[-1].at) == len(chronicle.entries)


def test_the_place_of_a_fact_is_its_own_though_others_lie_in_its_moment(room: Room) -> None:
    morning(room)
    chronicle = chronicle_of(room)

    assert [chronicle.place_of(entry.id) for entry in chronicle.entries] == [entry.place for entry in chronicle.entries]
    assert chronicle.place_of("nobody's") == 0
