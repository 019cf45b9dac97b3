"""Every letter finds a font that has it."""

from __future__ import annotations

import pytest

from facilitator.kit.pdf.typeface import Typeface, Weight
from facilitator.paths import resources

FACE = Typeface(resources() / "fonts")


def test_latin_is_set_in_atkinson_alone() -> None:
    (run,) = FACE.runs("Łukasz Zieliński, Aïssatou – “água”", Weight.REGULAR)

    assert run.font.startswith("Atkinson")


@pytest.mark.parametrize("name", ["Wambũi", "Nguyễn", "Hạnh", "Ọlá", "русский"])
def test_a_word_that_atkinson_lacks_changes_its_font_as_a_whole(name: str) -> None:
    runs = FACE.runs(f"by {name} today", Weight.BOLD)

    assert [run.text.strip() for run in runs] == ["by", name, "today"]
    assert runs[1].font == "NotoSans-Bold"


def test_marks_and_joiners_stay_with_their_letter() -> None:
    runs = FACE.runs("ka\u0323\u0301\ufe0f中b", Weight.REGULAR)

    assert all(not run.text.startswith(("\u0323", "\u0301", "\ufe0f")) for run in runs)


def test_nothing_of_a_text_is_lost_between_fonts() -> None:
    text = "Ọ́lá met Nguyễn, Ελένη and नमस्ते in Türkiye"

    assert "".join(run.text for run in FACE.runs(text, Weight.REGULAR)) == text


def test_it_says_which_texts_no_font_here_can_draw() -> None:
    assert FACE.has_all("Nguyễn Thị Hạnh")
    assert not FACE.has_all("中文")
