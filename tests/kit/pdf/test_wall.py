"""A wall on paper, read back: every note once under its letter, as large as one sheet allows, or over several sheets."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pdfua import validate
from PySide6.QtGui import QGuiApplication

from facilitator.kit.pdf.document import Doc, onward
from facilitator.kit.pdf.look import Look
from facilitator.kit.pdf.qt_text import QtText
from facilitator.kit.pdf.tagging import write_tagged
from facilitator.kit.pdf.text import words
from facilitator.kit.pdf.wall import SHEETS, SIZES, Wall, WallSheet, wall_on_paper
from facilitator.kit.pdf.wall_note import WallField, WallNote
from tests.kit.pdf.paper import IMPRINT, colours, fonts, pages_of, plain_look, rgb, roles, spoken, squashed, words_of

ASKED = "What would keep every water point working?"
BOTH = pytest.mark.parametrize("paper", list(SHEETS))
COLOURS = ("sky", "amber", "green", "rose", "lemon")


def field(at: int, count: int, text: str = "Idea") -> WallField:
    return WallField("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at], f"Cluster {at}", COLOURS[at % 4], notes(f"{text} {at}", count))


def notes(text: str, count: int) -> list[WallNote]:
    return [WallNote(f"{text}-{n}.") for n in range(count)]


def wall(fields: Sequence[WallField], *, has_boxes: bool = False, is_mirrored: bool = False) -> Wall:
    return Wall(ASKED, f"{sum(len(each.notes) for each in fields)} ideas", fields, has_boxes, is_mirrored)


def printed(folder: Path, given: Wall, paper: str = "a4", look: Look | None = None) -> Path:
    made, raw, path = look or plain_look(), BytesIO(), folder / "wall.pdf"
    doc = Doc(raw, made, IMPRINT, lambda _share: None, SHEETS[paper])
    doc.lay_out([*wall_on_paper(made, given, paper), *onward(), words(made, "The list", made.body)])
    write_tagged(raw, path, doc.marks, IMPRINT.title, IMPRINT.language)
    return path


def letters_size(given: Wall, paper: str = "a4") -> float:
    sheet = wall_on_paper(plain_look(), given, paper)[0]
    assert isinstance(sheet, WallSheet)
    return sheet.size


def where(path: Path, word: str, page: int = 0) -> tuple[float, float]:
    """Where a word begins on a page: from the left and from the top, in points."""
    with pypdfium2.PdfDocument(path) as pdf:
        text = pdf[page].get_textpage()
        at = text.search(word).get_next()
        assert at is not None, word
        left, _bottom, _right, top = text.get_charbox(at[0])
        return left, pdf[page].get_height() - top


def sizes(path: Path) -> list[tuple[int, int]]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [(round(page.get_width()), round(page.get_height())) for page in pdf]


@BOTH
def test_the_wall_lies_across_the_paper_and_what_follows_stands_upright(tmp_path: Path, paper: str) -> None:
    first, second = sizes(printed(tmp_path, wall([field(0, 3)]), paper))

    assert first == {"a4": (842, 595), "a3": (1191, 842)}[paper]
    assert second == (595, 842)


@BOTH
@pytest.mark.parametrize(("clusters", "each"), [(1, 1), (5, 8), (8, 3), (26, 2), (5, 100)])
@pytest.mark.parametrize("has_boxes", [False, True])
def test_every_note_is_there_once(
    tmp_path: Path,
    paper: str,
    clusters: int,
    each: int,
    has_boxes: bool,
) -> None:
    given = wall([field(at, each) for at in range(clusters)], has_boxes=has_boxes)

    said = words_of(printed(tmp_path, given, paper))

    assert all(said.count(f"Idea{at}-{n}.") == 1 for at in range(clusters) for n in range(each))


def test_clusters_stand_side_by_side_with_letter_name_count_and_colour(tmp_path: Path) -> None:
    path = printed(tmp_path, wall([field(at, 8) for at in range(5)]))

    said = pages_of(path)[0]
    assert said.startswith(squashed(f"{ASKED} 40 ideas"))
    heads = [where(path, f"Cluster {at}") for at in range(5)]
    assert len({round(top) for _left, top in heads}) == 1
    assert [left for left, _top in heads] == sorted(left for left, _top in heads)
    assert all(f"{'ABCDE'[at]}Cluster{at}" in said for at in range(5))
    look = plain_look()
    for at in range(4):
        assert rgb(look.theme.notes[COLOURS[at]].fill) in colours(path)
    first, second = where(path, "Idea 1-0"), where(path, "Idea 1-1")
    assert first[1] < second[1]
    assert abs(first[0] - second[0]) < 1


def test_fewer_notes_are_written_larger_and_none_smaller_than_is_read(tmp_path: Path) -> None:
    few, some, many = (wall([field(at, each) for at in range(5)]) for each in (2, 14, 100))

    assert letters_size(few) > letters_size(some) >= SIZES[0]
    assert letters_size(few, "a3") > letters_size(few)
    assert letters_size(many) == SIZES[0] == 8.6
    assert len(pages_of(printed(tmp_path, some))) == 2  # the wall, and what follows it


def test_five_hundred_notes_go_on_over_sheets_under_heads_that_say_so(tmp_path: Path) -> None:
    path = printed(tmp_path, wall([field(at, 100) for at in range(5)]))

    *sheets, _after = pages_of(path)
    assert 3 <= len(sheets) <= 8
    assert "continued" not in sheets[0]
    for sheet in sheets[1:]:
        assert squashed(ASKED) in sheet
        assert "Cluster2,continued" in sheet
    assert roles(path).count("H1") == 1
    assert roles(path).count("H2") == 5
    assert roles(path).count("LBody") == 500


def test_twenty_six_clusters_stand_in_rows_and_stay_in_order(tmp_path: Path) -> None:
    path = printed(tmp_path, wall([field(at, 1) for at in range(26)]), "a3")

    said = "".join(pages_of(path))
    found = [said.index(f"Cluster{at}1Idea{at}-0.") for at in range(26)]
    assert found == sorted(found)
    assert len({round(where(path, f"Idea {at}-0")[1]) for at in range(26)}) > 1


def test_a_wall_of_clusters_has_a_line_round_each_in_rows(tmp_path: Path) -> None:
    fields = [field(at, 4) for at in range(6)]

    path = printed(tmp_path, wall(fields, has_boxes=True))

    tops = [round(where(path, f"Cluster {at}")[1]) for at in range(6)]
    assert tops[0] == tops[2] < tops[3] == tops[5]
    assert rgb(plain_look().theme.colours.line_strong) in colours(path)
    assert rgb(plain_look().theme.colours.line_strong) not in colours(printed(tmp_path, wall(fields)))


def test_where_people_read_from_the_right_the_first_cluster_is_on_the_right(tmp_path: Path) -> None:
    path = printed(tmp_path, wall([field(at, 6) for at in range(3)], is_mirrored=True))

    lefts = [where(path, f"Cluster {at}")[0] for at in range(3)]
    assert lefts == sorted(lefts, reverse=True)


def test_long_words_and_long_notes_keep_every_letter(tmp_path: Path) -> None:
    long = ("Donaudampfschifffahrtsgesellschaft" * 20)[:600]
    lines = "\n".join(f"line{n}." for n in range(150))
    given = wall(
        [WallField("A", "Words " * 20, "sky", [WallNote(long), WallNote(lines, "2 wordings"), WallNote("End")])]
    )

    path = printed(tmp_path, given)

    said = "".join(page.split("continued")[-1] if at else page for at, page in enumerate(pages_of(path)))
    assert long in said
    assert all(f"line{n}." in said for n in range(150))
    assert said.index("line149.") < said.index("2wordings") < said.index("End")


@pytest.mark.parametrize("name", ["A sentence that goes on " * 25, "W" * 600, "أقل اجتماعات " * 40])
def test_a_name_as_long_as_a_note_leaves_the_notes_on_the_sheet(tmp_path: Path, name: str) -> None:
    fields = [WallField("A", name, "sky", notes(f"Idea {at}", 6)) for at in range(8)]

    path = printed(tmp_path, wall(fields, has_boxes=True))

    assert all(words_of(path).count(f"Idea{at}-{n}.") == 1 for at in range(8) for n in range(6))
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            text = page.get_textpage()
            feet = [text.get_charbox(at)[1] for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]
            assert min(feet) > 0


@pytest.mark.usefixtures("qapp")
def test_other_scripts_and_emoji_are_written_and_every_font_is_in_the_file(tmp_path: Path) -> None:
    assert QGuiApplication.instance() is not None
    look = plain_look(complex_text=QtText())
    texts = ("أقل اجتماعات، أكثر عملاً", "समय पर बैठक", "Plant 🌱 now", "😀😀😀", "Đường nước", "Ωραία ιδέα")

    path = printed(tmp_path, wall([WallField("أ", "المال", "sky", [WallNote(text) for text in texts])]), look=look)

    said = words_of(path) + spoken(path)
    assert [text for text in texts if squashed(text) not in said] == []
    assert squashed("المال") in said
    assert all(fonts(path).values())


def test_a_screen_reader_finds_headings_and_lists(tmp_path: Path) -> None:
    path = printed(tmp_path, wall([field(0, 3), WallField("", "Not placed yet", "grey", [WallNote("Loose", "1 dot")])]))

    assert {finding.rule_id for finding in validate(str(path)).findings} <= {"UA-28-004"}
    found = roles(path)
    assert found.count("L") == 2
    assert found.count("LI") == 4
