"""How a scale looks on a phone: its shades in light and dark, from the right and with long words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from facilitator.activities.scale.rules.points import AGREEMENT, ROTI
from facilitator.kit.theme import Mode, tokens
from tests.phones.broken import broken_words
from tests.phones.room import Room
from tests.phones.test_answers_on_a_scale import Screen, answer, asking, reveal, tick
from tests.phones.test_page import join

LONG = "Nous publions chaque relevé de chaque point d’eau sur une seule carte ouverte à toutes et à tous. " * 7
NAMES = (
    "Entièrement d’accord et je m’y engagerai",
    "Oui, avec une petite réserve sur le fond",
    "Je soutiens malgré des doutes importants",
    "Je m’abstiens de prendre une position",
    "Non, je ne peux pas vivre avec cette idée",
)


def edges(page: Page) -> list[str]:
    """The colours at the edge of each point, as "#RRGGBB"."""
    said: list[str] = page.locator(".point > .edge").evaluate_all(
        "all => all.map(one => getComputedStyle(one).backgroundColor)"
    )
    return ["#" + "".join(f"{int(part):02X}" for part in one[4:-1].split(",")) for one in said]


def cut(page: Page) -> list[str]:
    found: list[str] = page.locator("#main .point, #main p:visible, #main h2, #main button:visible").evaluate_all(
        "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)"
    )
    return found


@pytest.mark.parametrize("mode", list(Mode))
def test_each_point_of_agreement_has_its_shade(room: Room, screen: Screen, mode: Mode) -> None:
    asking(room)
    page = join(screen(color_scheme=mode.value))
    expect(page.get_by_role("radio")).to_have_count(8)

    assert edges(page) == list(tokens(mode).agreement)


def test_the_points_of_a_pulse_are_no_agreement(room: Room, screen: Screen) -> None:
    asking(room, "Was this time worth it?", ROTI)
    page = join(screen())
    expect(page.get_by_role("radio")).to_have_count(6)

    assert edges(page) == [tokens().colours.accent] * 6


def test_what_is_ticked_is_told_from_the_others_by_more_than_a_colour(room: Room, screen: Screen) -> None:
    asking(room)
    page = join(screen())
    tick(page, "Abstain")

    shown = page.locator(".point .tick").evaluate_all("all => all.map(one => getComputedStyle(one).visibility)")

    assert shown == ["visible" if at == 3 else "hidden" for at in range(8)]


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 640)])
def test_long_names_and_a_long_proposal_are_whole(room: Room, screen: Screen, width: int, height: int) -> None:
    round_, block = asking(room, LONG[:600], AGREEMENT, tuple(name[:40] for name in NAMES))
    page = join(screen(width, height))
    expect(page.get_by_role("radio")).to_have_count(5)

    assert cut(page) == []
    assert broken_words(page, ".point .words") == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    high = page.locator(".point").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert min(high) >= 56
    expect(page.locator("#send")).to_be_in_viewport(ratio=1)
    answer(page, NAMES[2])
    expect(page.locator("#state")).to_be_in_viewport(ratio=1)
    reveal(room, round_, block)
    expect(page.get_by_role("listitem")).to_have_count(5)
    assert cut(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_from_the_right_the_edge_stands_right_and_the_tick_left(room: Room, screen: Screen) -> None:
    round_, block = asking(room, "ننشر كل قراءة على خريطة مفتوحة واحدة.")
    page = join(screen(locale="ar-EG"))
    page.locator(".point").nth(1).tap()
    edge, number, mark = (page.locator(f".point >> nth=1 >> {part}").bounding_box() for part in (".edge", "b", ".tick"))

    assert edge is not None
    assert number is not None
    assert mark is not None
    assert edge["x"] > number["x"] > mark["x"]
    page.tap("#send")
    expect(page.locator(".box.ok")).to_be_visible()
    reveal(room, round_, block)
    bar, meter = (page.locator(f"#spread .point >> nth=1 >> {part}").bounding_box() for part in (".meter i", ".meter"))
    assert bar is not None
    assert meter is not None
    assert bar["x"] + bar["width"] == pytest.approx(meter["x"] + meter["width"], abs=1)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_what_holds_you_back_comes_into_view_once_the_answer_is_sent(room: Room, screen: Screen) -> None:
    asking(room)
    page = join(screen(320, 640))
    tick(page, "Whole-hearted yes")
    expect(page.locator("#hint")).not_to_be_in_viewport()

    page.tap("#send")

    expect(page.get_by_text("What holds you back?", exact=True)).to_be_in_viewport(ratio=1)
    expect(page.locator("#state")).to_be_in_viewport(ratio=1)
