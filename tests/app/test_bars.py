"""What the app tells in the bar about itself."""

from __future__ import annotations

import pytest

from facilitator.app.bars import Settle, brought_in, defaults_stand, not_begun, sample_waits
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.convening.words import Refusal


def a_file(settle: Settle) -> Trouble:
    return brought_in("3 new facts.", Gravity.GOOD, settle)


def a_plan(settle: Settle) -> Trouble:
    return not_begun(Refusal("convening.untitled"), settle)


@pytest.mark.parametrize("tell", [sample_waits, defaults_stand, a_file, a_plan])
def test_whoever_has_read_it_takes_it_away(tell: object) -> None:
    assert callable(tell)
    settled: list[str] = []
    trouble: Trouble = tell(settled.append)

    (done,) = trouble.acts
    done.do()

    assert settled == [trouble.key]
    assert trouble.fact.endswith(".")
