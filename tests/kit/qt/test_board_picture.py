"""A board on one sheet: everything is on it, in light colours, whatever its size and its words."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from facilitator.kit.qt.board_layout import BoardColumn, BoardNote
from facilitator.kit.qt.board_picture import BoardPicture
from facilitator.kit.qt.canvas_ground import Canvas, CanvasNote, CanvasZone
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.boards import columns

SVG = "{http://www.w3.org/2000/svg}"


def words(drawing: bytes) -> list[str]:
    return ["".join(text.itertext()) for text in ET.fromstring(drawing).iter(f"{SVG}text")]


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}


@pytest.mark.parametrize("notes", [1, 40, 500])
@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(640, 1200)])
def test_every_column_is_on_the_picture_and_nothing_reaches_its_edges(theme: Theme, notes: int, size: QSize) -> None:
    image = QImage.fromData(BoardPicture("Clean water", columns(notes)).as_png(size))

    paper = theme.inks.paper.name()
    assert image.size() == size
    assert {theme.note(name).fill.name() for name in ("sky", "amber")[: min(notes, 2)]} <= colours(image)
    frame = [*((x, y) for x in range(size.width()) for y in (0, size.height() - 1)),
             *((x, y) for y in range(size.height()) for x in (0, size.width() - 1))]  # fmt: skip
    assert {image.pixelColor(x, y).name() for x, y in frame} == {paper}


def test_every_word_of_a_note_is_there_however_long_it_is(theme: Theme) -> None:
    long = " ".join(f"word{number}" for number in range(90))
    column = BoardColumn("c", "A", "Money", "sky", (BoardNote("n", long, "2 wordings"),))

    said = " ".join(words(BoardPicture("Water", [column]).as_svg()))

    assert all(f"word{number}" in said for number in range(90))
    assert "2 wordings" in said
    assert "…" not in said


def test_what_somebody_wrote_stays_words_in_a_drawing(theme: Theme) -> None:
    column = BoardColumn("c", "A", "<b>&", "sky", (BoardNote("n", "</text><script>alert(1)</script>"),))

    drawing = BoardPicture("<svg onload=x>", [column]).as_svg()

    root = ET.fromstring(drawing)
    assert not list(root.iter(f"{SVG}script"))
    assert "<svg onload=x>" in words(drawing)


def test_a_column_that_is_no_cluster_has_no_letter(theme: Theme) -> None:
    loose = BoardColumn("", "", "Not in a cluster", "grey", (BoardNote("n", "Tanks"),))

    said = words(BoardPicture("Water", [loose]).as_svg())

    assert said == ["Water", "1", "Not in a cluster", "Tanks"]


def test_a_drawing_needs_nothing_from_elsewhere_and_says_nothing_of_its_maker(theme: Theme) -> None:
    drawing = BoardPicture("Water", columns(3)).as_svg().decode()

    assert "http" not in drawing.replace("http://www.w3.org/", "")
    assert "Generated with" not in drawing
    assert drawing.count("@font-face") == 3


ZONES = (
    CanvasZone("wins", "Quick wins", 0, 0, 0.5, 1, snaps=False),
    CanvasZone("bets", "Big bets", 0.5, 0, 1, 1, snaps=True),
)
ENDS = {"left": "Cheap", "right": "Dear", "bottom": "Small", "top": "Large"}


def canvas(notes: int) -> Canvas:
    lying = [
        CanvasNote(BoardNote(f"n{at}", f"Laid {at}", "2 dots"), "sky", 0.2 + 0.6 * (at % 2), 0.5, ZONES[at % 2].key)
        for at in range(notes)
    ]
    return Canvas(ZONES, ENDS, tuple(lying))


def lefts(drawing: bytes) -> dict[str, float]:
    """Where each line of words begins, from the left."""
    found: dict[str, float] = {}
    for group in ET.fromstring(drawing).iter(f"{SVG}g"):
        for text in group.findall(f"{SVG}text"):
            shift = [float(part) for part in group.get("transform", "matrix(1,0,0,1,0,0)")[7:-1].split(",")]
            found["".join(text.itertext()).strip()] = shift[0] * float(text.get("x", "0")) + shift[4]
    return found


def test_a_canvas_is_drawn_with_its_zones_its_axes_and_what_is_not_on_it_beneath(theme: Theme) -> None:
    rest = BoardColumn("", "", "Not placed yet", "grey", (BoardNote("r", "Later"),))

    said = words(BoardPicture("Water", [rest], canvas(30)).as_svg())

    assert {"Water", "Quick wins", "Big bets", *ENDS.values(), "Not placed yet", "Later"} <= set(said)
    assert [word for word in said if word.startswith("Laid ")] == [f"Laid {at}" for at in range(30)]
    assert said.count("2 dots") == 30


@pytest.mark.parametrize("notes", [0, 30, 400])
@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(640, 1200)])
def test_a_canvas_fills_its_picture_and_nothing_reaches_the_edges(theme: Theme, notes: int, size: QSize) -> None:
    rest = BoardColumn("", "", "Not placed yet", "grey", tuple(BoardNote(f"r{at}", f"Later {at}") for at in range(20)))

    image = QImage.fromData(BoardPicture("Clean water", [rest], canvas(notes)).as_png(size))

    paper, surface = theme.inks.paper.name(), theme.inks.surface.name()
    frame = [*((x, y) for x in range(size.width()) for y in (0, size.height() - 1)),
             *((x, y) for y in range(size.height()) for x in (0, size.width() - 1))]  # fmt: skip
    assert {image.pixelColor(x, y).name() for x, y in frame} == {paper}
    assert {theme.note("grey").fill.name(), surface} <= colours(image)
    inked = [
        y
        for y in range(size.height())
        if any(image.pixelColor(x, y).name() != paper for x in range(0, size.width(), 2))
    ]
    assert max(inked) > 0.75 * size.height()


def test_mirrored_columns_and_canvas_begin_on_the_right(theme: Theme) -> None:
    for laid in (Canvas(), canvas(2)):
        first, second = (
            BoardColumn(name, "", name, "sky", (BoardNote(name, f"In {name}"),)) for name in ("One", "Two")
        )
        usual = lefts(BoardPicture("Water", [first, second], laid).as_svg())
        turned = lefts(BoardPicture("Water", [first, second], laid, is_mirrored=True).as_svg())

        assert usual["In One"] < usual["In Two"]
        assert turned["In One"] > turned["In Two"]
        assert turned["Water"] > usual["Water"]
        if laid.zones:
            assert usual["Laid 0"] < usual["Laid 1"]
            assert turned["Laid 0"] > turned["Laid 1"]
