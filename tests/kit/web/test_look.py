"""How the phone page looks."""

from __future__ import annotations

import re

import pytest

from facilitator.kit.web.look import FONTS, font_bytes, icons_in, sprite, style_sheet


def test_every_colour_that_is_used_is_known_in_light_and_dark() -> None:
    sheet = style_sheet()
    light, dark = re.findall(r":root\{([^}]*)\}", sheet)
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", sheet))

    for known in (light, dark):
        assert used <= set(re.findall(r"(--[a-z0-9-]+):", known))


def test_no_text_is_smaller_than_the_least() -> None:
    sizes = [float(size) for size in re.findall(r"font-size:([.\d]+)rem", style_sheet())]

    assert min(sizes) >= 0.9375


def test_fonts_are_there_to_be_sent() -> None:
    for name in FONTS:
        assert font_bytes(name).startswith(b"wOF2")


def test_icons_are_drawn_once_and_a_missing_one_is_an_error() -> None:
    names = icons_in(['<use href="#i-check-bold"/><use href="#i-tray"/>', '"#i-tray"'])

    assert names == ("check-bold", "tray")
    assert sprite(names).count("<symbol") == 2
    with pytest.raises(FileNotFoundError):
        sprite(("no-such-icon",))
