"""A wicked question stands on its card, both halves whole."""

from __future__ import annotations

from pathlib import Path

from facilitator.kit.pdf.look import TEXT_WIDTH
from facilitator.kit.pdf.pair import Pair, PairCard, pair_card, pair_line
from tests.kit.pdf.paper import colours, plain_look, printed, rgb, words_of

LINE = "How is it that we are {first} and we are {second}, simultaneously?"
PAIR = Pair("How is it that we are", "fast enough", "AND", "we are", "slow enough", "simultaneously?", LINE)


def test_the_card_is_read_in_the_order_it_is_spoken(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, pair_card(look, PAIR))

    assert words_of(page).startswith("HowisitthatwearefastenoughANDweareslowenoughsimultaneously?")


def test_one_half_is_light_and_one_is_dark(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, pair_card(look, PAIR))

    wicked = look.theme.wicked
    assert {rgb(wicked.top_ground), rgb(wicked.bottom_ground), rgb(wicked.and_ground)} <= colours(page)


def test_a_question_mark_stays_with_its_half(tmp_path: Path) -> None:
    look = plain_look()
    why = Pair(
        "If people want", "rest", "WHY", "do we", "meet at night", "?", "If people want {first}, why do we {second}?"
    )

    page = printed(look, tmp_path, pair_card(look, why))

    assert "dowemeetatnight?" in words_of(page)


def test_a_line_says_the_whole_question(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, pair_line(look, PAIR))

    assert words_of(page).startswith("Howisitthatwearefastenoughandweareslowenough,simultaneously?")


def test_long_halves_get_modest_letters_and_longer_ones_a_line(tmp_path: Path) -> None:
    look = plain_look()
    long = Pair("How is it", "slow " * 40, "AND", "we are", "fast " * 40, "?", LINE)
    endless = Pair("How is it", "slow\n" * 100, "AND", "we are", "fast\n" * 100, "?", LINE)

    assert isinstance(pair_card(look, long), PairCard)
    assert not isinstance(pair_card(look, endless), PairCard)
    assert words_of(printed(look, tmp_path, pair_card(look, endless))).count("slow") == 100


def test_the_card_takes_the_width_of_the_text() -> None:
    assert pair_card(plain_look(), PAIR).wrap(TEXT_WIDTH, 700)[0] == TEXT_WIDTH
