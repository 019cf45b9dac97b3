"""Scripts that reportlab cannot shape are laid out by Qt and stay readable in the PDF."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from facilitator.kit.pdf.columns import Idea, ideas_in_columns
from facilitator.kit.pdf.look import PAGE_WIDTH, TEXT_WIDTH, Align, TextStyle
from facilitator.kit.pdf.qt_text import QtPara, QtText, runs_right_to_left
from facilitator.kit.pdf.text import words
from tests.kit.pdf.paper import ink, plain_look, printed, spoken, squashed

EMOJI = "🌱👩🏽‍🌾💧 16"
ARABIC = "نريد ماء نظيفا للجميع"
STYLE = TextStyle(10, 14)


def laid_out(text: str, width: float = 200, style: TextStyle = STYLE) -> QtPara:
    para = QtText()(text, style)
    assert isinstance(para, QtPara)
    para.wrap(width, 1000)
    return para


@pytest.mark.parametrize(
    ("text", "is_rtl"), [(ARABIC, True), ("2027: מים", True), ("Amina: نريد", False), ("12 ½", False)]
)
def test_the_first_strong_letter_says_where_a_text_begins(text: str, is_rtl: bool) -> None:
    assert runs_right_to_left(text) is is_rtl


def test_arabic_stands_at_the_right_and_hindi_at_the_left(qapp: QApplication, tmp_path: Path) -> None:
    look = plain_look(complex_text=QtText())

    arabic = ink(printed(look, tmp_path, laid_out(ARABIC, TEXT_WIDTH)))
    hindi = ink(printed(look, tmp_path, laid_out("हर गाँव", TEXT_WIDTH)))

    assert arabic[0] > PAGE_WIDTH / 2
    assert hindi[2] < PAGE_WIDTH / 2


def test_a_style_may_ask_for_the_other_side(qapp: QApplication, tmp_path: Path) -> None:
    look = plain_look(complex_text=QtText())

    hindi = ink(printed(look, tmp_path, laid_out("हर गाँव", TEXT_WIDTH, STYLE.but(align=Align.END))))

    assert hindi[0] > PAGE_WIDTH / 2


def test_a_letter_form_is_kept_once_however_often_it_is_drawn(qapp: QApplication, tmp_path: Path) -> None:
    look = plain_look(complex_text=QtText())

    once = printed(look, tmp_path, laid_out("ععع")).stat().st_size
    often = printed(look, tmp_path, laid_out("ع" * 300)).stat().st_size

    assert often < once * 1.3


def test_a_long_text_breaks_between_lines_and_loses_nothing(qapp: QApplication) -> None:
    para = laid_out(f"{ARABIC} " * 20)

    parts = para.split(200, 60)

    assert len(parts) == 2
    assert squashed("".join(part.text for part in parts)) == squashed(para.text)


def test_a_line_too_high_for_the_room_waits(qapp: QApplication) -> None:
    assert laid_out(ARABIC).split(200, 5) == []


def test_line_breaks_stay_line_breaks(qapp: QApplication) -> None:
    one, two = laid_out("عع"), laid_out("ع\nع")

    assert two.wrap(200, 100)[1] == 2 * one.wrap(200, 100)[1]


def test_an_idea_in_arabic_is_a_line_of_its_list(qapp: QApplication, tmp_path: Path) -> None:
    look = plain_look(complex_text=QtText())

    page = printed(look, tmp_path, ideas_in_columns(look, [Idea(ARABIC)]))

    assert squashed(ARABIC) in spoken(page)


def test_a_line_that_is_shaped_draws_no_other_line_into_it(tmp_path: Path, qapp: object) -> None:
    look = plain_look(complex_text=QtText())
    plain, shaped = "Giữ rừng đầu nguồn trước khi khoan", "בדיקה אחת בחודש, תוצאה לכולם"

    # In a column the shaped line, set to the right, begins before the line above it ends.
    page = printed(look, tmp_path, ideas_in_columns(look, [Idea(text) for text in (plain, shaped, "Third", "Fourth")]))

    with pypdfium2.PdfDocument(page) as pdf:
        selected = pdf[0].get_textpage().get_text_range()
    assert qapp
    assert squashed(plain) in squashed(selected)


def test_emoji_are_pictures_in_the_pdf_where_the_laptop_has_them(qapp: QApplication, tmp_path: Path) -> None:
    look = plain_look(complex_text=QtText())
    painted = QImage(200, 80, QImage.Format.Format_RGB888)
    painted.fill(Qt.GlobalColor.white)
    with QPainter(painted) as painter:
        painter.drawText(10, 60, EMOJI)

    file = printed(look, tmp_path, *(words(look, EMOJI, style) for style in (look.body, look.small, look.heading)))

    with pypdfium2.PdfDocument(file) as pdf:
        shown = pdf[0].render(scale=1).to_pil().convert("RGB").tobytes()
    assert (coloured(shown) > 100) is (coloured(bytes(painted.constBits())) > 0)


def coloured(points: bytes) -> int:
    """How many points of a picture, three bytes each, are neither black nor white nor between them."""
    return sum(max(each) - min(each) > 60 for each in zip(points[::3], points[1::3], points[2::3], strict=False))
