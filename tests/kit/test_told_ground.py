"""The ground's own sentences: each kind of the ground, none of an activity."""

from __future__ import annotations

from facilitator.activities import discover
from facilitator.kit.told_ground import GROUND


def test_the_ground_tells_only_its_own_facts() -> None:
    activities = set(discover())

    assert not {kind for kind in GROUND if kind.partition(".")[0] in activities}
    for name, activity in discover().items():
        assert {kind.partition(".")[0] for kind in activity.told} <= {name}
