"""A cluster has one letter in its room: on the projector, on the laptop, in what is printed of its board."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QApplication

from facilitator.activities.ideation_board import summary
from facilitator.activities.ideation_board.console.columns import sorted_board
from facilitator.activities.ideation_board.console.merging import merging_of
from facilitator.activities.ideation_board.rules import AddCluster
from facilitator.activities.ideation_board.stage import Scene, letters
from facilitator.app import house
from facilitator.app.exporting.grouped import groups
from facilitator.app.exporting.laid_boards import board_picture
from facilitator.app.exporting.questions import ideas
from facilitator.app.exporting.walls import wall_of
from facilitator.convening.agenda import Block
from facilitator.convening.gathering import DescribeConvening, the_convening
from facilitator.kit.pdf.look import Edition
from facilitator.kit.pdf.qt_text import QtText
from facilitator.kit.qt.theme import Theme
from facilitator.summary.board import make_board
from facilitator.summary.make import make
from tests.kit.pdf.paper import words_of
from tests.stage.sample_room import SampleRoom, painted


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


def clustered(room: SampleRoom, language: str) -> None:
    room.say(DescribeConvening(replace(the_convening(room.records), language=language)))
    room.add_ideas(texts={"a": "صندوق إصلاح لكل منطقة", "b": "Ten-year grants"})
    room.reveal_board()
    room.say(AddCluster("مال يدوم", (room.cards["a"],)), "ideas")
    room.say(AddCluster("Skills", (room.cards["b"],)), "ideas")


@pytest.mark.parametrize(("language", "said"), [("ar", ["أ", "ب"]), ("en", ["A", "B"])])
def test_all_who_show_a_board_say_the_same_letters(room: SampleRoom, language: str, said: list[str]) -> None:
    clustered(room, language)
    board, cards = room.blocks["ideas"], [room.cards["a"], room.cards["b"]]
    lying = [idea for idea in ideas(room.records) if idea.board.id == board]
    block = room.records[Block][board]

    scene = Scene(board)
    scene.wear(Theme())
    scene.show_records(room.records)

    assert [line for line in painted(scene).splitlines() if line in ("أ", "ب", "A", "B")] == said
    assert [column.letter for column in sorted_board(room.records, board).columns] == said
    assert [one.home.letter for one in merging_of(room.records, board, cards).wordings] == said
    assert [letters(room.records, board)[card].letter for card in cards] == said
    assert [group.letter for group in groups(room.records, board, lying)] == said
    assert [field.letter for field in wall_of(room.records, block, lying).fields] == said
    drawing = board_picture(room.records, block, lying).as_svg().decode()
    assert [f">{letter}<" in drawing for letter in said] == [True, True]


def test_paper_of_the_board_has_the_rooms_letters_and_a_summary_those_of_its_language(
    room: SampleRoom, tmp_path: Path
) -> None:
    clustered(room, "ar")
    board = room.blocks["ideas"]
    block = room.records[Block][board]
    lying = [idea for idea in ideas(room.records) if idea.board.id == board]
    walls, text = [wall_of(room.records, block, lying)], QtText()

    make_board(room.records, summary, board, tmp_path / "b.pdf", Edition.PARTICIPANT, "en", text, None, walls)
    for language in ("en", "ar"):
        make(room.records, house.activities(), tmp_path / f"{language}.pdf", Edition.PARTICIPANT, language, 0, text)

    assert {"أ", "ب"} <= drawn(tmp_path / "b.pdf")
    assert {"أ", "ب"} <= drawn(tmp_path / "ar.pdf")
    assert not {"أ", "ب"} & drawn(tmp_path / "en.pdf")
    assert "BSkills" in words_of(tmp_path / "en.pdf")
    assert "BSkills" not in words_of(tmp_path / "ar.pdf") + words_of(tmp_path / "b.pdf")


def drawn(file: Path) -> set[str]:
    """What is drawn letter by letter, line by line as it is said."""
    with pikepdf.open(file) as pdf:
        steps = [step for page in pdf.pages for step in pikepdf.parse_content_stream(page)]
    parts = [step.operands[1] for step in steps if str(step.operator) == "BDC"]
    return {str(part.get("/ActualText", "")) for part in parts if isinstance(part, pikepdf.Dictionary)}
