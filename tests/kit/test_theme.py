"""The look in numbers: theme.json is whole, its pairs can be read, and colours follow one another as designed."""

from __future__ import annotations

import pytest

from facilitator.kit.theme import (
    CATEGORIES,
    Mode,
    cluster_colour,
    cluster_order,
    css_variables,
    tokens,
)

BOTH = pytest.mark.parametrize("mode", list(Mode))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@BOTH
def test_words_can_be_read_on_every_ground(mode: Mode) -> None:
    colours = tokens(mode).colours
    grounds = (colours.paper, colours.surface, colours.raised)

    assert min(contrast(colours.ink_3, ground) for ground in grounds) >= 4.5
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.over, colours.over_soft) >= 4.5
    assert contrast(colours.warn, colours.warn_soft) >= 4.5
    assert contrast(colours.ok, colours.ok_soft) >= 4.5


@BOTH
def test_notes_and_letters_on_tags_can_be_read(mode: Mode) -> None:
    notes = tokens(mode).notes.values()

    assert min(contrast(note.text, note.fill) for note in notes) >= 4.5
    assert min(contrast(note.letter, note.edge) for note in notes) >= 4.5


@BOTH
def test_borders_and_the_focus_ring_can_be_seen(mode: Mode) -> None:
    colours = tokens(mode).colours

    assert contrast(colours.line_strong, colours.paper) >= 3
    assert contrast(colours.focus, colours.raised) >= 3


def test_clusters_take_their_colours_in_the_order_that_keeps_neighbours_apart() -> None:
    assert cluster_order() == ("sky", "amber", "green", "yellow", "rose", "blue", "red", "grey")
    assert cluster_colour(8) == "sky"
    assert tokens().cluster(1) == tokens().notes["amber"]


def test_every_category_of_a_block_has_a_colour_and_an_unknown_one_looks_like_a_pause() -> None:
    known = tokens()

    assert len({known.category(name) for name in CATEGORIES}) == len(CATEGORIES)
    assert known.category("juggling") == known.category("pause")


def test_a_size_of_type_is_found_by_its_name() -> None:
    assert tokens().letter("stage", "h2").size == 84
    with pytest.raises(KeyError):
        tokens().letter("stage", "tiny")


def test_the_phone_page_gets_the_same_colours() -> None:
    written = css_variables(Mode.DARK)

    assert "--paper:#131210;" in written
    assert "--line-strong:#857D70;" in written
    assert "--note-sky-edge:#56B4E9;" in written


def test_no_stage_text_is_under_three_percent_of_the_screen() -> None:
    assert min(letter.size for letter in tokens().type["stage"].values()) >= 0.03 * 1080 * 0.98
