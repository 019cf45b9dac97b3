"""One idea board out to a file: for whom, in which shape, with every wording, and nothing that the room may not see."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from facilitator.activities.ideation_board.rules import (
    AddCluster,
    AddIdea,
    AddIdeas,
    HoldIdea,
    MergeIdeas,
    ParkIdea,
    RevealBoard,
    ShowAuthors,
    StarIdea,
)
from facilitator.app import house
from facilitator.app.exporting import BoardWish, export_part
from facilitator.convening.agenda import AddBlock, Block, agenda
from facilitator.convening.ids import BlockId, CardId, PersonId
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.convening.words import Refusal
from tests.phones.chromium import chromium

# Letters are drawn in this process: an application that can also have windows has to be there before.
pytestmark = pytest.mark.usefixtures("qapp")

LARGE = BoardWish()
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Led:
    """A convening whose board was led: one merged note, one parked, one starred, one held back."""

    folder: Path
    stream: str
    board: BlockId
    empty: int


@pytest.fixture
def led(data_folder: Path) -> Led:
    workspace = house.open_workspace(data_folder)
    room, ids = house.begin_room_of_sample(workspace)
    board = ids.blocks["ideas"]
    texts = ("Rain tanks", "Tanks for rain", "Songs about water", "Pay in cash", "Secret plan", "نريد ماءً", "=1+1")
    wish = room.tell(AddIdeas(texts), activity=board)
    tank, twin, song, cash, secret, arabic, formula = (CardId(f"{wish}.{at}") for at in range(1, 8))
    room.tell(AddCluster("Money & <law>", (tank, twin, cash, arabic, formula)), activity=board)
    room.tell(MergeIdeas((tank, twin)), activity=board)
    room.tell(RevealBoard(), activity=board)
    room.tell(ParkIdea(song), activity=board)
    room.tell(StarIdea(cash), activity=board)
    room.tell(HoldIdea(secret), activity=board)
    room.tell(AddBlock(Block(BlockId(""), "Nothing here", "ideation_board", minutes=10)))
    blocks = agenda(room.desk.news.records)
    empty = next(at for at, block in enumerate(blocks, start=1) if block.title == "Nothing here")
    room.close()
    workspace.close()
    return Led(data_folder, room.desk.stream, board, empty)


def told(done: int, of: int) -> None:
    assert 0 <= done <= of


def written(led: Led, out: Path, edition: str = "", board: BoardWish = LARGE) -> Path:
    export_part(led.folder, led.stream, out, edition, "en", "board", "a4", told, board)
    return out


def words(file: Path) -> str:
    """Every word of a drawing or a PDF, on one line."""
    if file.suffix == ".svg":
        return " ".join(" ".join(text.itertext()) for text in ET.parse(file).getroot().iter(f"{SVG}text"))
    if file.suffix == ".pdf":
        with pypdfium2.PdfDocument(file) as pdf:
            return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)
    return file.read_text(encoding="utf-8").replace("\\", "")


@pytest.mark.parametrize("size", ["1920x1080", "3840x2160", "640X400"])
def test_a_picture_is_as_large_as_asked_and_light(led: Led, tmp_path: Path, size: str) -> None:
    file = written(led, tmp_path / "board.png", board=BoardWish(size=size))

    image = QImage(str(file))
    assert f"{image.width()}x{image.height()}" == size.lower()
    assert image.pixelColor(1, 1).lightness() > 230
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 7)}
    assert "#d6ebf8" in colours  # the ground of a note of the first cluster


@pytest.mark.parametrize("size", ["", "large", "0x0", "319x400", "7681x400", "99999x99999", "-5x300", "1920x"])
def test_a_picture_of_no_sane_size_is_refused(led: Led, tmp_path: Path, size: str) -> None:
    with pytest.raises(Refusal) as refused:
        written(led, tmp_path / "board.png", board=BoardWish(size=size))

    assert refused.value.code == "picture.size"
    assert not list(tmp_path.glob("board*"))


@pytest.mark.parametrize("ending", [".svg", ".pdf", ".csv", ".md"])
def test_the_participants_edition_holds_what_the_room_may_see_and_no_more(
    led: Led, tmp_path: Path, ending: str
) -> None:
    said = words(written(led, tmp_path / f"board{ending}", "participant"))

    assert "Rain tanks" in said
    assert "Songs about water" in said  # parked ideas were seen, and come back
    assert "Secret" not in said


@pytest.mark.parametrize("ending", [".svg", ".pdf", ".png"])
def test_what_is_shown_around_is_the_participants_unless_another_edition_is_asked_for(
    led: Led, tmp_path: Path, ending: str
) -> None:
    written(led, tmp_path / f"a{ending}")
    written(led, tmp_path / f"b{ending}", "participant")
    written(led, tmp_path / f"c{ending}", "facilitator")

    if ending == ".png":
        a, b, c = (QImage(str(tmp_path / f"{name}{ending}")) for name in "abc")
        assert a == b != c
    else:
        assert words(tmp_path / f"a{ending}") == words(tmp_path / f"b{ending}")
        assert "Secret plan" in words(tmp_path / f"c{ending}")


@pytest.mark.parametrize("ending", [".csv", ".md"])
def test_text_is_the_facilitators_own_unless_an_edition_is_asked_for(led: Led, tmp_path: Path, ending: str) -> None:
    assert "Secret plan" in words(written(led, tmp_path / f"board{ending}"))


@pytest.mark.parametrize("ending", [".svg", ".pdf", ".csv", ".md"])
def test_funders_see_the_short_list(led: Led, tmp_path: Path, ending: str) -> None:
    said = words(written(led, tmp_path / f"board{ending}", "funder"))

    assert "Pay in cash" in said
    assert "Rain tanks" not in said
    assert "Songs" not in said
    assert "Secret" not in said


@pytest.mark.parametrize("ending", [".svg", ".pdf", ".csv", ".md"])
def test_who_put_a_name_to_an_idea_is_named_to_the_room_and_not_to_funders(
    led: Led, tmp_path: Path, ending: str
) -> None:
    """PR4 and HV8."""
    workspace = house.open_workspace(led.folder)
    room = house.Room(workspace, led.stream)
    person = PersonId("wambui")
    room.tell(AddPerson(Person(person, "Wambui Njoroge", is_here=True), Contact(person)))
    room.tell(ShowAuthors(), activity=led.board)
    said = room.tell(AddIdea("A pump in each street", is_signed=True), by=person, activity=led.board)
    room.tell(RevealBoard(), activity=led.board)
    room.tell(StarIdea(CardId(f"{said}.1")), activity=led.board)
    room.close()
    workspace.close()

    for edition, is_named in (("participant", True), ("funder", False)):
        text = words(written(led, tmp_path / f"{edition}{ending}", edition))
        assert "A pump in each street" in text
        assert ("Wambui" in text) is is_named


def test_text_keeps_every_wording_and_where_it_came_from(led: Led, tmp_path: Path) -> None:
    file = written(led, tmp_path / "board.csv")
    with file.open(encoding="utf-8-sig", newline="") as read:
        rows = {row["idea"]: row for row in csv.DictReader(read)}

    assert rows["Rain tanks"]["other wordings"] == "Tanks for rain"
    assert rows["Rain tanks"]["merged from"]
    assert rows["Rain tanks"]["id"] != rows["Rain tanks"]["merged from"]
    assert "Tanks for rain" not in rows
    assert "'=1+1" in rows
    said = words(written(led, tmp_path / "board.md"))
    assert "- Rain tanks" in said
    assert "also: Tanks for rain" in said


def test_a_drawing_keeps_its_words_and_says_how_many_wordings_a_note_has(led: Led, tmp_path: Path) -> None:
    said = words(written(led, tmp_path / "board.svg"))

    assert "Money & <law>" in said
    assert "2 wordings" in said
    assert "Parked for later" in said
    assert "=1+1" in said


def test_a_browser_shows_the_drawing_in_its_own_letters_and_colours(led: Led, tmp_path: Path) -> None:
    file = written(led, tmp_path / "board.svg")

    with chromium() as browser:
        page = browser.new_page(viewport={"width": 900, "height": 600})
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(file.as_uri())
        page.evaluate("document.fonts.ready")
        faces = page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').map(face => face.weight)")
        tanks = page.evaluate(
            "(() => { const t = [...document.querySelectorAll('text')].find(t => t.textContent === 'Rain tanks');"
            " const range = document.createRange(); range.selectNodeContents(t); getSelection().addRange(range);"
            " const box = t.getBoundingClientRect(); return [getSelection().toString(), box.x, box.y]; })()"
        )
        picture = page.screenshot(path=str(tmp_path / "seen.png"))
        page.close()

    assert not errors
    assert picture
    assert {"400", "600", "700"} == set(faces)
    assert tanks[0] == "Rain tanks"
    seen = QImage(str(tmp_path / "seen.png"))
    row = {seen.pixelColor(x, round(tanks[2]) - 2).name() for x in range(round(tanks[1]) - 12, round(tanks[1]))}
    assert {"#56b4e9", "#d6ebf8"} <= row  # the edge of the first cluster's notes, then their ground


def test_a_board_is_named_by_its_place_on_the_agenda(led: Led, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as empty:
        written(led, tmp_path / "board.svg", board=BoardWish(str(led.empty)))
    with pytest.raises(Refusal) as none:
        written(led, tmp_path / "board.svg", board=BoardWish("99"))

    assert empty.value.code == "board.no_ideas"
    assert none.value.code == "board.none_such"
    assert "Rain tanks" in words(written(led, tmp_path / "board.svg", board=BoardWish(led.board)))


def test_an_ending_that_no_board_has_is_refused(led: Led, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        written(led, tmp_path / "board.docx")

    assert refused.value.code == "file.unknown_ending"


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf", ".csv", ".md"])
def test_a_folder_that_takes_nothing_is_said_and_what_was_there_stays(led: Led, tmp_path: Path, ending: str) -> None:
    """Fault 10. The folder does not take the picture of a board: one refusal, and nothing half written."""
    with pytest.raises(Refusal) as refused:
        written(led, tmp_path / "gone" / f"board{ending}")

    assert refused.value.code == "file.not_written"
    assert not (tmp_path / "gone").exists()
