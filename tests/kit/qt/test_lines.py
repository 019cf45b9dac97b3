"""Breaking a text into lines: full or balanced, cut with an ellipsis, in scripts from both sides."""

from __future__ import annotations

import pytest

from facilitator.kit.qt.lines import Laid, Wrap, lay, reads_from_right
from facilitator.kit.qt.theme import Theme


def laid(theme: Theme, text: str, width: float, *, wrap: Wrap = Wrap.GREEDY, most: int = 0, side: float = 0.0) -> Laid:
    return lay(text, theme.sized(32, 500), width, 36, wrap=wrap, most=most, side=side)


def widths(made: Laid) -> list[float]:
    return [made.layout.lineAt(row).naturalTextWidth() for row in range(made.lines)]


def test_a_short_text_is_one_line(theme: Theme) -> None:
    made = laid(theme, "Rain tanks", 400)

    assert made.lines == 1
    assert made.size.height() == 36
    assert made.size.width() < 400


def test_balanced_lines_are_of_about_equal_length(theme: Theme) -> None:
    text = "Pay for litres flowing and not for wells that were dug"

    greedy, balanced = widths(laid(theme, text, 520)), widths(laid(theme, text, 520, wrap=Wrap.BALANCED))

    assert len(balanced) == len(greedy) == 2
    assert abs(balanced[0] - balanced[1]) < abs(greedy[0] - greedy[1])


def test_balancing_never_breaks_a_word_in_two(theme: Theme) -> None:
    made = laid(theme, "Incomprehensibilities matter", 360, wrap=Wrap.BALANCED)

    starts = [made.layout.lineAt(row).textStart() for row in range(made.lines)]

    assert starts == [0, len("Incomprehensibilities ")]


@pytest.mark.parametrize("width", range(213, 330, 3))
def test_no_balanced_line_begins_with_a_comma(theme: Theme, width: int) -> None:
    made = laid(theme, "Unterstützung, mit Zweifeln", width, wrap=Wrap.BALANCED)

    starts = [made.layout.lineAt(row).textStart() for row in range(made.lines)]

    assert made.layout.text().index(",") not in starts


def test_a_word_wider_than_the_box_is_broken_rather_than_lost(theme: Theme) -> None:
    made = laid(theme, "x" * 200, 300)

    assert made.lines > 1
    assert max(widths(made)) <= 300


def test_what_is_too_long_ends_in_an_ellipsis(theme: Theme) -> None:
    made = laid(theme, "Rain tanks on every school and a very long sentence that goes on and on", 300, most=2)

    assert made.lines == 2
    assert made.layout.text().endswith("…")
    assert max(widths(made)) <= 300


def test_a_text_cut_at_its_own_line_break_shows_that_more_follows(theme: Theme) -> None:
    made = laid(theme, "First\nSecond", 300, most=1)

    assert made.layout.text() == "First…"


def test_an_emoji_before_the_cut_does_not_shift_it(theme: Theme) -> None:
    made = laid(theme, "💧💧💧 rain tanks on every school and more and more words", 260, most=2)

    assert made.layout.text().startswith("💧💧💧 rain")
    assert made.layout.text().endswith("…")
    assert "�" not in made.layout.text()


def test_line_breaks_that_people_typed_stay(theme: Theme) -> None:
    assert laid(theme, "one\ntwo\nthree", 400).lines == 3


@pytest.mark.parametrize("side", [0.0, 0.5, 1.0])
def test_lines_lie_on_the_side_they_were_asked_to(theme: Theme, side: float) -> None:
    made = laid(theme, "A long first line here\nshort", 600, side=side)

    slack = [made.size.width() - width for width in widths(made)]
    lefts = [made.layout.lineAt(row).naturalTextRect().left() for row in range(2)]

    assert lefts == pytest.approx([rest * side for rest in slack], abs=0.5)


def test_a_text_from_the_right_lies_inside_its_size(theme: Theme) -> None:
    made = laid(theme, "نريد ماءً نظيفًا لكل قرية في البلاد", 260, side=1.0)

    boxes = [made.layout.lineAt(row).naturalTextRect() for row in range(made.lines)]

    assert min(box.left() for box in boxes) >= -0.5
    assert max(box.right() for box in boxes) <= made.size.width() + 0.5


@pytest.mark.parametrize(
    ("text", "right"),
    [("Water", False), ("ماء", True), ("12 ماء", True), ("«مياه»", True), ("מים water", True), ("12:30", False)],
)
def test_the_first_strong_character_decides_from_where_a_text_is_read(text: str, right: bool) -> None:
    assert reads_from_right(text) is right


@pytest.mark.parametrize("width", [180, 200, 300, 320, 360, 380, 600])
def test_a_word_with_a_hyphen_stays_whole_where_a_line_holds_it(theme: Theme, width: float) -> None:
    made = laid(theme, "The one-day experiment of a co-created re-opening", width, wrap=Wrap.BALANCED)

    starts = [made.layout.lineAt(row).textStart() for row in range(made.lines)]
    assert not any(made.layout.text()[at - 1] == "-" for at in starts if at)


def test_a_word_too_long_for_any_line_breaks_at_its_hyphen(theme: Theme) -> None:
    made = laid(theme, "Extraordinary-organisations", 300, wrap=Wrap.BALANCED)

    assert made.layout.lineAt(1).textStart() > 0
