"""The board as lines: heads for what belongs together, rows that say what there is to know."""

from __future__ import annotations

from facilitator.activities.ideation_board.console.columns import sorted_board
from facilitator.activities.ideation_board.console.idea_rows import Listing, listing
from facilitator.activities.ideation_board.rules import (
    AddIdea,
    FocusIdea,
    HideAuthors,
    MergeIdeas,
    ParkIdea,
    RevealBoard,
    ShowAuthors,
    SignIdea,
    SpotlightCluster,
    StarIdea,
    YieldCluster,
    the_board,
)
from facilitator.convening.ids import CardId
from tests.activities.ideation_board.boards import board, cluster
from tests.activities.ideation_board.console.listed import said_of
from tests.convening.given import AMINA, BOARD, PEOPLE, Room, given


def lines(room: Room) -> Listing:
    return listing(room.records, the_board(room.records, BOARD.id), sorted_board(room.records, BOARD.id))


def said(room: Room) -> list[str]:
    return said_of(lines(room))


def test_the_unsorted_come_first_then_the_clusters_then_what_is_parked() -> None:
    room, (one, two, three) = board("Open the books", "Rotate who leads", "Later")
    cluster(room, "Trust grows by doing", two)
    room.when(ParkIdea(three), at=BOARD.id)

    assert [(group.head.text, group.head.key, [row.id for row in group.rows]) for group in lines(room)] == [
        ("Unsorted", "0", [one]),
        ("Trust grows by doing", "1", [two]),
        ("Parked for later", "", [three]),
    ]


def test_a_row_says_how_it_came_in_and_whether_the_room_sees_it() -> None:
    room, _ = board("Open the books")
    room.when(AddIdea("Rotate who leads"), at=BOARD.id)
    before = said(room)[1:]

    room.when(RevealBoard(), at=BOARD.id)

    assert before == [
        "Open the books. not on stage yet, from a list",
        "Rotate who leads. not on stage yet, typed here",
    ]
    assert said(room)[1] == "Open the books. on stage, from a list"


def test_a_merged_note_counts_its_wordings_wherever_it_lies() -> None:
    room, (one, two, three) = board("Open the books", "Books for all", "Books")
    room.when(MergeIdeas((one, two, three)), at=BOARD.id)
    loose = said(room)[1]

    cluster(room, "Trust", one)

    assert said(room)[1] == "A Trust, 1 idea, 1 not on stage yet"
    assert loose == "Open the books. 3 wordings, not on stage yet, from a list"
    assert said(room)[2] == "Open the books. 3 wordings, not on stage yet, from a list"


def test_who_wrote_an_idea_is_said_only_where_the_board_names_authors() -> None:
    room = given(*PEOPLE)
    room.when(ShowAuthors(), at=BOARD.id)
    card = CardId(room.when(AddIdea("Open the books", "phone"), by=AMINA, at=BOARD.id))
    room.when(SignIdea(card), by=AMINA, at=BOARD.id)
    named = said(room)[1]

    room.when(HideAuthors(), at=BOARD.id)

    assert named == "Open the books. Amina, not on stage yet, from a phone"
    assert said(room)[1] == "Open the books. not on stage yet, from a phone"


def test_the_short_list_is_said_of_a_row() -> None:
    room, (one,) = board("Open the books")

    room.when(StarIdea(one), at=BOARD.id)

    assert said(room)[1] == "Open the books. on the short list, not on stage yet, from a list"


def test_what_is_large_on_the_stage_is_said_of_one_line_alone() -> None:
    room, (one, two) = board("Open the books", "Rotate who leads")
    trust = cluster(room, "Trust", one, two)
    room.when(RevealBoard(), at=BOARD.id)
    room.when(SpotlightCluster(trust), at=BOARD.id)
    lit = said(room)

    room.when(FocusIdea(two), at=BOARD.id)

    assert lit[1] == "A Trust, 2 ideas, large on the stage"
    assert [line for line in said(room) if "large" in line] == ["Rotate who leads. large on the stage, from a list"]


def test_a_cluster_that_goes_on_says_so() -> None:
    room, (one,) = board("Open the books")
    trust = cluster(room, "Trust", one)

    room.when(YieldCluster(trust), at=BOARD.id)

    assert said(room)[1] == "A Trust, 1 idea, goes on, 1 not on stage yet"


def test_without_ideas_and_without_unsorted_ones_the_first_head_says_what_that_means() -> None:
    room, (one,) = board("Open the books")
    cluster(room, "Trust", one)

    assert said(room)[0] == "Unsorted, 0 ideas, All ideas are placed. New ones wait here first."
    assert said(given()) == ["Unsorted, 0 ideas, Waiting for the first idea. Silence is fine."]
