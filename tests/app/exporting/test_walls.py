"""The PDF of a board begins with its wall, as the room had it; the list of every wording follows."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from facilitator.activities.ideation_board.rules import AddCluster, AddIdeas, RevealBoard
from facilitator.app import house
from facilitator.app.exporting import BoardWish, export_part
from facilitator.convening.ids import CardId
from facilitator.convening.words import Refusal
from tests.app.exporting.test_boards import Led, led, told, written
from tests.app.exporting.test_laid_boards import LAYOUTS, WALL, lay_out
from tests.kit.pdf.paper import pages_of, squashed

__all__ = ["led"]

# Letters are drawn in this process: an application that can also have windows has to be there before.
pytestmark = pytest.mark.usefixtures("qapp")


def sizes(file: Path) -> list[tuple[int, int]]:
    with pypdfium2.PdfDocument(file) as pdf:
        return [(round(page.get_width()), round(page.get_height())) for page in pdf]


@pytest.mark.parametrize(("paper", "size"), [("a4", (842, 595)), ("a3", (1191, 842))])
def test_the_wall_comes_before_the_list_and_both_hold_every_idea(
    led: Led, tmp_path: Path, paper: str, size: tuple[int, int]
) -> None:
    file = tmp_path / "board.pdf"
    export_part(led.folder, led.stream, file, "", "en", "board", paper, told, BoardWish())

    wall, listed = pages_of(file)
    assert sizes(file) == [size, (595, 842)]
    for said in ("A Money & <law>", "Rain tanks", "2 wordings", "Pay in cash", "=1+1", "Parked for later", "5 ideas"):
        assert squashed(said) in wall
    assert "Songsaboutwater" in wall
    assert "Tanksforrain" not in wall  # a note says how many wordings it has, the list says them
    assert squashed("also said: Tanks for rain") in listed
    assert "Secretplan" not in wall + listed


def test_columns_without_ideas_stay_away_and_a_wall_keeps_them(led: Led, tmp_path: Path) -> None:
    workspace = house.open_workspace(led.folder)
    room = house.Room(workspace, led.stream)
    room.tell(AddCluster("Nobody said this", ()), activity=led.board)
    room.close()
    workspace.close()

    assert "Nobodysaidthis" not in pages_of(written(led, tmp_path / "columns.pdf"))[0]
    lay_out(led, WALL)
    said = pages_of(written(led, tmp_path / "wall.pdf", "facilitator"))[0]
    assert squashed("B Nobody said this") in said
    assert squashed("Not placed yet") in said


def test_the_facilitators_own_says_what_the_room_has_not_seen(led: Led, tmp_path: Path) -> None:
    said = pages_of(written(led, tmp_path / "board.pdf", "facilitator"))[0]

    assert squashed("Secret plan not on stage yet") in said


def test_a_canvas_keeps_the_figure_that_it_has(led: Led, tmp_path: Path) -> None:
    lay_out(led, next(each for each in LAYOUTS if each["shape"] == "canvas"), "Rain tanks")

    file = written(led, tmp_path / "board.pdf")

    assert set(sizes(file)) == {(595, 842)}


def test_paper_that_nobody_prints_on_is_refused_and_nothing_is_written(led: Led, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        export_part(led.folder, led.stream, tmp_path / "b.pdf", "", "en", "board", "a9", told, BoardWish())

    assert refused.value.code == "paper.unknown"
    assert not list(tmp_path.glob("b*"))


def test_five_hundred_ideas_are_all_on_the_wall(led: Led, tmp_path: Path) -> None:
    workspace = house.open_workspace(led.folder)
    room = house.Room(workspace, led.stream)
    said = room.tell(AddIdeas(tuple(f"Idea number {n}." for n in range(500))), activity=led.board)
    cards = tuple(CardId(f"{said}.{n}") for n in range(1, 301))
    room.tell(AddCluster("A great many", cards), activity=led.board)
    room.tell(RevealBoard(), activity=led.board)
    room.close()
    workspace.close()

    file = written(led, tmp_path / "board.pdf")

    walls = [page for page, size in zip(pages_of(file), sizes(file), strict=True) if size == (842, 595)]
    assert 3 < len(walls) < 10
    assert [n for n in range(500) if "".join(walls).count(f"Ideanumber{n}.") != 1] == []
