"""Any text becomes words on paper, complete and as it was written."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from facilitator.kit.pdf.qt_text import QtText
from facilitator.kit.pdf.text import Span, Words, balanced, draw_line, line_width, needs_shaping, sentence, words
from facilitator.kit.pdf.typeface import Weight
from tests.kit.pdf.paper import plain_look, printed, spoken, squashed, words_of

SIMPLE = [
    "Wambũi Kariuki",
    "Nguyễn Thị Hạnh",
    "Ọlá Adébáyọ̀",
    "<b>not bold</b> & 5 < 6 &amp;",
    "one line\nand another",
    "a torn \ufffd letter",
    "word " * 119 + "end!",
    "x" * 600,
    "Ọ" * 600,
    "https://example.org/" + "a" * 300,
]
COMPLEX = [
    "نريد ماءً نظيفًا لكل قرية، ونقيسه معًا 2027 (كل شهر)",
    "מים נקיים לכל כפר עד 2035",
    "हर गाँव के लिए साफ़ पानी",
    "दो मिस्त्री हर पंचायत में 👩🏽‍🔧",
    "👩‍👩‍👧 together 🌍",
    "中文：每个村庄都有干净的水",
    "ع" * 600,
]


@pytest.mark.parametrize("text", SIMPLE, ids=lambda text: text[:12])
def test_a_text_is_printed_whole(tmp_path: Path, text: str) -> None:
    look = plain_look()

    page = printed(look, tmp_path, words(look, text, look.body))

    assert squashed(text) in words_of(page)


@pytest.mark.parametrize("text", COMPLEX, ids=lambda text: text[:12])
def test_a_text_in_a_script_that_joins_or_turns_is_said_whole(qapp: QApplication, tmp_path: Path, text: str) -> None:
    look = plain_look(complex_text=QtText())

    page = printed(look, tmp_path, words(look, text, look.body))

    assert squashed(text) in spoken(page)


def test_a_word_without_spaces_breaks_inside_its_column() -> None:
    look = plain_look()
    flowable = words(look, "x" * 600, look.body)

    width, height = flowable.wrap(200, 1000)

    assert width <= 200
    assert height >= 10 * look.body.leading


def test_latin_needs_no_shaping_and_arabic_does() -> None:
    look = plain_look()

    assert not needs_shaping(look, "Nguyễn Thị Hạnh, Łukasz – “½”")
    assert needs_shaping(look, "نريد")
    assert needs_shaping(look, "हर")
    assert needs_shaping(look, "中文")


def test_without_qt_every_text_is_a_plain_paragraph() -> None:
    look = plain_look()

    assert isinstance(words(look, "नमस्ते", look.body), Words)


def test_parts_of_a_sentence_differ_in_weight_and_read_as_one(tmp_path: Path) -> None:
    look = plain_look()
    spans = [Span("How is it that we are ", Weight.REGULAR), Span("fast & fair", Weight.SEMIBOLD)]

    page = printed(look, tmp_path, sentence(look, spans, look.body))

    assert squashed("How is it that we are fast & fair") in words_of(page)


def test_balanced_lines_keep_their_number() -> None:
    look = plain_look()
    flowable = words(look, "moving fast enough for a child who is thirsty today", look.title)
    before = flowable.wrap(300, 1000)[1]

    width = balanced(flowable, 300)

    assert width < 300
    assert flowable.wrap(width, 1000)[1] == before


def test_a_line_is_as_wide_as_it_is_drawn() -> None:
    look = plain_look()
    canvas = Canvas(BytesIO(), initialFontName=look.typeface.name(look.body.weight))

    end = draw_line(canvas, look, "Wambũi 1 of 7", look.body, 10, 0)

    assert end == pytest.approx(10 + line_width(look, "Wambũi 1 of 7", look.body))
