"""A board as it is drawn: in columns, or on the wall or canvas that it has, with what is not on it beneath."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from facilitator.activities.ideation_board.rules import LayNotes, LayOut, PutInZone
from facilitator.app import house
from facilitator.convening.cards import Card
from facilitator.paths import resources
from tests.app.exporting.test_boards import Led, led, words, written

__all__ = ["led"]

# Letters are drawn in this process: an application that can also have windows has to be there before.
pytestmark = pytest.mark.usefixtures("qapp")

LAYOUTS = json.loads((resources() / "templates" / "board_layouts.json").read_text(encoding="utf-8"))
WALL = next(layout for layout in LAYOUTS if layout["shape"] == "wall")


def lay_out(led: Led, layout: dict[str, Any], *texts: str) -> None:
    """Give the board a layout; what says one of these texts is laid on it, half of it in the last zone."""
    workspace = house.open_workspace(led.folder)
    room = house.Room(workspace, led.stream)
    room.tell(LayOut(json.dumps(layout)), activity=led.board)
    cards = [card.id for card in room.desk.news.records[Card].values() if card.text in texts]
    for at, card in enumerate(cards):
        zone = layout["zones"][-1]["key"]
        room.tell(PutInZone((card,), zone) if at % 2 else LayNotes((card,), 200, 200), activity=led.board)
    room.close()
    workspace.close()


@pytest.mark.parametrize(
    "layout", [each for each in LAYOUTS if each["shape"] == "canvas"], ids=lambda each: each["key"]
)
@pytest.mark.parametrize("ending", [".svg", ".pdf"])
def test_a_board_is_drawn_in_the_layout_it_has(led: Led, tmp_path: Path, layout: dict[str, Any], ending: str) -> None:
    lay_out(led, layout, "Rain tanks", "Pay in cash")

    said = words(written(led, tmp_path / f"board{ending}"))

    titles = [zone["title"] for zone in layout["zones"]] if len(layout["zones"]) > 1 else []
    ends = [name for axis in ("across", "upward") for name in layout.get(axis, {}).values()]
    assert [name for name in (*titles, *ends) if name not in said] == []
    for text in ("Rain tanks", "Pay in cash", "=1+1", "Songs about water", "Parked for later"):
        assert text in said
    assert "Secret" not in said
    if ending == ".svg":
        assert said.index("Rain tanks") < said.index("Not placed yet") < said.index("=1+1")
        assert "2 wordings" in said


def test_a_wall_is_drawn_as_fields_that_are_named_with_their_letters(led: Led, tmp_path: Path) -> None:
    lay_out(led, WALL)

    said = words(written(led, tmp_path / "board.svg", "facilitator"))

    assert "Not placed yet A · Money & <law>" in said
    assert said.index("Secret plan") < said.index("Parked for later") < said.index("Songs about water")
    assert said.count("Rain tanks") == 1
    seen = words(written(led, tmp_path / "seen.svg"))
    assert "Secret" not in seen
    assert "Not placed yet" not in seen
    assert "Money & <law>" in seen  # one field alone, as a column


def test_the_picture_of_a_canvas_shows_its_ground(led: Led, tmp_path: Path) -> None:
    columns = QImage(str(written(led, tmp_path / "columns.png")))
    lay_out(led, LAYOUTS[-1], "Rain tanks")

    image = QImage(str(written(led, tmp_path / "board.png")))

    assert image != columns
    ground = sum(image.pixelColor(x, 1000).name() == "#fbf9f4" for x in range(image.width()))
    assert ground > image.width() / 3
