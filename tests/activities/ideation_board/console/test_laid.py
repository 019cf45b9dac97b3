"""The board as it lies on a canvas: what is placed lies there in its colour, everything else waits."""

from __future__ import annotations

from facilitator.activities.ideation_board.console.columns import SortedBoard, sorted_board
from facilitator.activities.ideation_board.console.idea_rows import listing
from facilitator.activities.ideation_board.console.laid import laid_board
from facilitator.activities.ideation_board.console.layout_choice import shipped
from facilitator.activities.ideation_board.rules import LayNotes, LayOut, ParkIdea, PutInZone, the_board
from tests.activities.ideation_board.boards import board, cluster
from tests.convening.given import BOARD, Room

LEFT_HALF = """{"key": "half", "title": "Half", "shape": "canvas",
    "zones": [{"key": "left", "title": "Left", "where": [0, 0, 0.5, 1], "snaps": false}]}"""


def seen(room: Room) -> SortedBoard:
    return laid_board(room.records, BOARD.id, sorted_board(room.records, BOARD.id))


def test_in_columns_the_board_is_as_it_was() -> None:
    room, _cards = board("Money", "Data")

    assert seen(room) == sorted_board(room.records, BOARD.id)


def test_what_lies_on_the_canvas_has_the_colour_of_its_cluster_and_the_rest_waits() -> None:
    room, (money, data, time, trust) = board("Money", "Data", "Time", "Trust")
    cluster(room, "First", money, time)
    room.when(LayOut(shipped()["stop_start_continue"][1]), at=BOARD.id)
    room.when(PutInZone((data, money), "start"), at=BOARD.id)
    room.when(ParkIdea(trust), at=BOARD.id)

    found = seen(room)

    assert found.canvas is not None
    assert [(note.note.text, note.colour, note.zone) for note in found.canvas.notes] == [
        ("Data", "grey", "start"), ("Money", "sky", "start"),
    ]  # fmt: skip
    assert [(zone.letter, zone.name, [note.text for note in zone.notes]) for zone in found.columns] == [
        ("1", "Stop", []), ("2", "Start", ["Data", "Money"]), ("3", "Continue", []),
    ]  # fmt: skip
    assert [idea.text for idea in found.waiting] == ["Time", "Trust"]
    assert set(found.texts().values()) == {"Money", "Data", "Time", "Trust"}


def test_a_note_beside_all_zones_is_on_the_board_still() -> None:
    room, (money,) = board("Money")
    room.when(LayOut(LEFT_HALF), at=BOARD.id)
    room.when(LayNotes((money,), 9000, 10), at=BOARD.id)

    found = seen(room)

    assert [(column.id, len(column.notes)) for column in found.columns] == [("left", 0), ("", 1)]
    assert set(found.texts().values()) == {"Money"}


def test_the_list_of_a_canvas_says_of_which_cluster_every_idea_is() -> None:
    room, (money, data, time) = board("Money", "Data", "Time")
    cluster(room, "First", money, time)
    room.when(LayOut(shipped()["stop_start_continue"][1]), at=BOARD.id)
    room.when(PutInZone((data, money), "start"), at=BOARD.id)

    lines = [
        line for group in listing(room.records, the_board(room.records, BOARD.id), seen(room)) for line in group.rows
    ]

    said = {line.text: line.said for line in lines}
    assert said["Money"].startswith("Money. cluster A First")
    assert said["Time"].startswith("Time. cluster A First")
    assert "cluster" not in said["Data"]
