"""The points of a scale: its kind by the method, names of its own, and where agreement lies on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.activities.scale import LABELS, label
from facilitator.activities.scale.rules.points import (
    AGREEMENT,
    FIST,
    RATING,
    ROTI,
    USUAL,
    Scale,
    SetScale,
    shade,
    the_scale,
)
from facilitator.convening.ids import BlockId
from tests.activities.scale.asking import AGREE, opened, ready, the_room
from tests.convening.given import refused

BLOCK = BlockId("b")


@pytest.mark.parametrize(
    ("method", "kind"),
    [("", AGREEMENT), ("gradients", AGREEMENT), ("fist_to_five", FIST), ("roti", ROTI), ("team_wellbeing", RATING)],
)
def test_a_method_asks_for_its_own_scale(method: str, kind: str) -> None:
    room = the_room(replace(AGREE, method=method))

    assert the_scale(room.records, AGREE.id).kind == kind


def test_a_block_that_is_not_there_asks_for_agreement() -> None:
    assert the_scale(the_room().records, BLOCK) == Scale(BLOCK)


@pytest.mark.parametrize(
    ("scale", "points", "best"),
    [
        (Scale(BLOCK), "12345678", "1"),
        (Scale(BLOCK, AGREEMENT, tuple("abcde")), "12345", "1"),
        (Scale(BLOCK, FIST), "012345", "5"),
        (Scale(BLOCK, ROTI), "012345", "5"),
        (Scale(BLOCK, ROTI, tuple("abcde")), "12345", "5"),
        (Scale(BLOCK, RATING), "12345", "5"),
    ],
)
def test_points_are_numbered_as_the_room_knows_them_and_agreement_has_its_end(
    scale: Scale, points: str, best: str
) -> None:
    """DE2 begins with the whole-hearted yes; hands and returns of DE3 and DE5 count up from nothing."""
    assert "".join(scale.points) == points
    assert scale.from_best[0] == best


def test_shades_go_from_most_to_least_agreement_and_keep_both_ends() -> None:
    eight, five, fist = Scale(BLOCK), Scale(BLOCK, AGREEMENT, tuple("abcde")), Scale(BLOCK, FIST)

    assert [shade(eight, point) for point in eight.points] == list(range(8))
    assert [shade(five, point) for point in five.points] == [0, 2, 4, 5, 7]
    assert [shade(fist, point) for point in fist.points] == [7, 6, 4, 3, 1, 0]
    assert {shade(Scale(BLOCK, kind), "1") for kind in (ROTI, RATING)} == {-1}


def test_every_kind_has_a_usual_name_for_each_point() -> None:
    assert {kind: len(names) for kind, names in LABELS.items()} == dict(USUAL)
    assert label(Scale(BLOCK), "8", str) == "Veto"
    assert label(Scale(BLOCK, FIST), "0", str.upper) == "STOP"
    assert label(Scale(BLOCK, FIST, ("no", "so", "yes")), "3", str.upper) == "yes"


def test_a_scale_gets_names_of_its_own_and_the_usual_ones_back() -> None:
    room = the_room()
    room.when(SetScale(AGREEMENT, (" Yes ", "Nearly", "Hm", "Rather not", "No")), at=AGREE.id)
    assert the_scale(room.records, AGREE.id).labels == ("Yes", "Nearly", "Hm", "Rather not", "No")

    room.when(SetScale(AGREEMENT), at=AGREE.id)
    assert the_scale(room.records, AGREE.id) == Scale(AGREE.id)
    facts = len(room.facts)
    room.when(SetScale(AGREEMENT), at=AGREE.id)
    assert not room.facts[facts].changes


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (SetScale("average"), "scale.bad_points"),
        (SetScale(AGREEMENT, tuple("abcd")), "scale.bad_points"),
        (SetScale(AGREEMENT, tuple("abcdefghi")), "scale.bad_points"),
        (SetScale(RATING, tuple("ab")), "scale.bad_points"),
        (SetScale(RATING, ("a", " ", "c")), "text.empty"),
        (SetScale(RATING, ("a", "b" * 41, "c")), "scale.long_label"),
    ],
)
def test_a_scale_that_makes_no_sense_changes_nothing(wish: SetScale, code: str) -> None:
    room = the_room()
    before = room.records

    with refused(code):
        room.when(wish, at=AGREE.id)

    assert room.records is before


def test_the_shortest_and_the_longest_scale_and_name_are_taken() -> None:
    room = the_room()
    for names in (("a", "b" * 40, "c"), tuple("abcdefgh")):
        room.when(SetScale(RATING, names), at=AGREE.id)
        assert the_scale(room.records, AGREE.id).labels == names
    room.when(SetScale(AGREEMENT, tuple("abcde")), at=AGREE.id)
    assert the_scale(room.records, AGREE.id).count == 5


def test_a_scale_is_fixed_while_answers_are_open() -> None:
    room = ready()
    opened(room)

    with refused("scale.is_open"):
        room.when(SetScale(FIST), at=AGREE.id)
