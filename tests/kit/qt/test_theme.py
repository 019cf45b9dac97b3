"""The look for Qt: bundled letters are really used, weights are those designed, and a theme can be changed."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from facilitator.kit.qt.theme import Desk, Motion, Theme, digits, taller, theme_in_use, wear, weight_on
from facilitator.kit.theme import Mode


@pytest.mark.parametrize("weight", [400, 500, 600, 700, 800])
def test_the_bundled_letters_are_used_in_every_weight(theme: Theme, weight: int) -> None:
    used = QFontInfo(theme.sized(20, weight))

    assert used.family() == "Atkinson Hyperlegible Next"
    assert used.weight() == weight


@pytest.mark.parametrize(
    ("designed", "desk", "static"),
    [
        (400, Desk.CONSOLE, 400),
        (480, Desk.STAGE, 500),
        (540, Desk.CONSOLE, 500),
        (620, Desk.STAGE, 600),
        (720, Desk.STAGE, 700),
    ],
)
def test_a_designed_weight_becomes_the_nearest_static_one(designed: int, desk: Desk, static: int) -> None:
    assert weight_on(desk, designed) == static


def test_digits_that_tick_are_equally_wide(theme: Theme) -> None:
    metrics = QFontMetricsF(digits(theme.font("console", "timer")))

    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_counts_keep_their_own_widths(theme: Theme) -> None:
    metrics = QFontMetricsF(theme.font("console", "timer"))

    assert metrics.horizontalAdvance("1") < metrics.horizontalAdvance("0")


def test_making_digits_tick_leaves_the_shared_font_alone(theme: Theme) -> None:
    shared = theme.font("console", "body")

    digits(shared)
    taller(shared)

    assert theme.font("console", "body") == shared
    assert not shared.featureTags()


def test_large_letters_stand_closer(theme: Theme) -> None:
    assert theme.sized(84, 700).letterSpacing() == pytest.approx(-0.84, abs=0.05)
    assert theme.sized(32, 500).letterSpacing() == 0
    assert theme.sized(112, 700, -1.6).letterSpacing() == pytest.approx(-1.6, abs=0.05)


def test_letters_of_other_scripts_come_from_the_fonts_behind(theme: Theme) -> None:
    families = theme.sized(20).families()

    assert families[0] == "Atkinson Hyperlegible Next"
    assert {"Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari"} <= set(families)


def test_every_colour_of_both_modes_is_a_colour(theme: Theme) -> None:
    for mode in Mode:
        inks = Theme(mode).inks
        assert inks.ink.isValid()
        assert inks.shadow.alpha() < 255


def test_with_reduced_motion_nothing_moves_but_the_scene_fades() -> None:
    calm = Theme(Mode.LIGHT, Motion.REDUCED)

    assert calm.milliseconds("move") == 0
    assert calm.milliseconds("stage_change") == 120


def test_a_theme_worn_is_the_one_that_widgets_find(theme: Theme) -> None:
    dark = Theme(Mode.DARK)

    wear(dark)

    assert theme_in_use() is dark


def test_a_pause_is_sunken_and_thinking_is_amber(theme: Theme) -> None:
    assert theme.category("pause") == theme.inks.sunken
    assert theme.category("think") == theme.note("amber").edge


def test_letters_are_not_hinted(theme: Theme) -> None:
    assert theme.font("console", "body").hintingPreference() is QFont.HintingPreference.PreferNoHinting
