"""A talk or a break leaves its line on the agenda and nothing else."""

from __future__ import annotations

from facilitator.activities.plain.summary import section
from tests.kit.pdf.paper import plain_look
from tests.summary.rooms import TALK, WATER, block, records_of


def test_a_talk_has_no_section() -> None:
    room = records_of(WATER, block(TALK, "Closing circle", "plain", "1"))

    assert section(room, TALK, plain_look()) == []
