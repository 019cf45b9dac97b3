"""All faces, or none."""

from __future__ import annotations

from facilitator.activities import FACES, discover
from facilitator.app.faces import Faces
from facilitator.convening.agenda import Block
from facilitator.convening.ids import BlockId


def test_without_faces_nothing_of_an_activity_is_made_and_its_rules_stay() -> None:
    shown = Faces.NONE.of(discover())

    assert shown.keys() == discover().keys()
    assert not [each.name for each in shown.values() for face in FACES if each.face(face) is not None]
    assert [each.rules for each in shown.values()] == [each.rules for each in discover().values()]
    assert [each.title for each in shown.values()] == [each.title for each in discover().values()]


def test_the_stage_shows_the_scene_of_a_board_only_with_all_faces() -> None:
    board = Block(BlockId("b"), "Ideas", "ideation_board", "What now?", 15)

    assert Faces.ALL.of(discover()) is discover()
    assert Faces.ALL.scene_of(board) is not None
    assert Faces.NONE.scene_of(board) is None
