"""A decision on paper: a sign, the exact words, when, and what stands behind them."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.kit.pdf.decision import Sign, decision
from tests.kit.pdf.paper import colours, pages_of, plain_look, printed, rgb, squashed, words_of


def test_the_words_stand_beside_the_time_and_over_what_is_behind_them(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, decision(look, Sign.DECIDED, "One open map.", "11:54", ("17 of 22 support.",)))

    assert squashed("One open map. 11:54 17 of 22 support.") in words_of(page)


@pytest.mark.parametrize(("sign", "is_full"), [(Sign.DECIDED, True), (Sign.OPEN, False), (Sign.LET_GO, False)])
def test_only_what_is_decided_has_the_full_green_disc(tmp_path: Path, sign: Sign, is_full: bool) -> None:
    look = plain_look()

    page = printed(look, tmp_path, decision(look, sign, "One open map.", ""))

    assert (rgb(look.theme.colours.ok) in colours(page)) is is_full


def test_signs_look_apart(tmp_path: Path) -> None:
    look = plain_look()

    looks = {frozenset(colours(printed(look, tmp_path, decision(look, sign, "", "")))) for sign in Sign}

    assert len(looks) == len(Sign)


def test_many_long_decisions_go_on_over_pages(tmp_path: Path) -> None:
    look = plain_look()
    made = [decision(look, Sign.OPEN, "x" * 600, "10:00", ("q" * 300, "z" * 300)) for _ in range(12)]

    pages = pages_of(printed(look, tmp_path, *made))

    assert len(pages) > 1
    assert ["".join(pages).count(letter) for letter in "xqz"] == [7200, 3600, 3600]
