"""Who comes to a rehearsal, and what they will say."""

from __future__ import annotations

import random

from facilitator.rehearsal.invited import guests, pool_of


def test_the_samples_people_come_first() -> None:
    assert [person["name"] for person in guests(24)][-2:] == ["Guest 23", "Guest 24"]
    assert guests(2)[0]["name"] == "Nomsa Dube"


def test_chance_is_the_same_for_the_same_seed() -> None:
    assert pool_of(60, random.Random(3)) == pool_of(60, random.Random(3))
    assert pool_of(60, random.Random(3)) != pool_of(60, random.Random(4))


def test_a_thousand_ideas_are_all_different() -> None:
    pool = pool_of(1000, random.Random(1))

    assert len(set(pool)) == 1000
