"""The quiet line at the foot."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.activities.scale.stage.foot import paint_foot
from tests.activities.scale.stage.looking import bare, colour_at, drawn


@pytest.fixture(autouse=True)
def letters(qapp: QApplication) -> None:
    """Writing needs an application."""


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_a_long_line_and_the_address_never_meet(is_mirrored: bool) -> None:
    scene = bare()

    image = drawn(
        lambda painter: paint_foot(
            painter, scene, "So few people that nothing can be promised. " * 6, "eye-slash", "192.168.100.100:8080",
            is_mirrored=is_mirrored,
        )
    )  # fmt: skip

    inked = [x for x in range(1920) if any(colour_at(image, x, y) != "#ffffff" for y in range(960, 1080, 2))]
    gaps = [b - a for a, b in pairwise(inked)]
    assert min(inked) >= 78
    assert max(inked) <= 1842
    assert max(gaps) >= 40
    assert not [y for y in (958, 1078) if any(colour_at(image, x, y) != "#ffffff" for x in range(1920))]
    assert scene.text.painted()[1:] == ("Join:", "192.168.100.100:8080")


def test_without_an_address_nobody_is_asked_to_join() -> None:
    scene = bare()

    drawn(lambda painter: paint_foot(painter, scene, "Each dot is one person.", is_mirrored=False))

    assert scene.text.painted() == ("Each dot is one person.",)
