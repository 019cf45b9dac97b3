"""The stage without a projector follows the room and tells when an idea was painted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from facilitator.activities.ideation_board.rules import AddIdea, GoToStep, ShowArriving
from facilitator.app import house
from facilitator.app.picturing import Pictures
from facilitator.convening.clock import StartBlock


def test_an_idea_is_told_painted_once_it_stands_on_the_stage(data_folder: Path, tmp_path: Path, qapp: object) -> None:
    workspace = house.open_workspace(data_folder)
    room, ids = house.begin_room_of_sample(workspace)
    board = ids.blocks["ideas"]
    pictures = Pictures(room, "HTTP://192.0.2.7:8080/J/K7QX93PF", tmp_path)
    room.tell(StartBlock(board))
    room.tell(GoToStep("cluster"), activity=board)
    room.tell(ShowArriving(), activity=board)

    idea = room.tell(AddIdea("Springs are fenced by those who drink"), activity=board)
    pictures.shoot("board")
    text = pictures.window.painted_text()
    pictures.close()
    room.close()
    workspace.close()

    assert qapp
    assert idea in pictures.painted
    assert "Springs are fenced" in text.replace("\n", " ")
    assert QImage(str(tmp_path / "stage-board.png")).width() == 1920
