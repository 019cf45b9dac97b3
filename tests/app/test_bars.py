"""What the app tells in the bar about itself."""

from __future__ import annotations

import pytest

from facilitator.app.bars import Settle, brought_in, defaults_stand, not_begun, not_opened, restored, sample_waits
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.convening.words import Refusal
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.reading import Reading
from facilitator.store.restoring import Restored


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


def test_a_desk_that_begins_empty_is_worse_than_one_that_a_backup_fills() -> None:
    look, done = Reading(1_805_371_200_123), Act("", "All right", lambda: None)
    empty = restored(Restored(0, "", __file__), look, (done,))
    filled = restored(Restored(look.wall_ms, "/b/one.db", __file__), look, (done,))

    assert (empty.gravity, filled.gravity) == (Gravity.BAD, Gravity.WARNING)
    assert (empty.key, empty.acts) == (filled.key, filled.acts)


def test_what_no_backup_can_open_is_refused_in_a_sentence_until_it_is_read() -> None:
    settled: list[str] = []
    trouble = not_opened(Refusal("file.damaged", path="/data/workspace.db"), settled.append)

    (done,) = trouble.acts
    done.do()

    assert (trouble.fact, settled) == ("This file is damaged: /data/workspace.db", [trouble.key])
