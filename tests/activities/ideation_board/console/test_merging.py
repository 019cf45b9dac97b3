"""What is to be known before notes become one."""

from __future__ import annotations

import pytest

from facilitator.activities.ideation_board.console.merging import Home, merging_of, source_words
from facilitator.activities.ideation_board.rules import MergeIdeas
from facilitator.convening.ids import CardId
from tests.activities.ideation_board.boards import board, cluster
from tests.convening.given import BOARD


def test_each_note_is_looked_at_by_what_it_stands_for_and_where_it_lies() -> None:
    room, (money, data, time) = board("Money", "Data", "Time")
    cluster(room, "First", money)
    room.when(MergeIdeas((money, data)), at=BOARD.id)

    merging = merging_of(room.records, BOARD.id, (time, data, money, "nowhere"))

    assert [(one.id, one.text, one.also) for one in merging.wordings] == [
        (time, "Time", ()),
        (money, "Money", ("Data",)),
    ]
    assert [one.home for one in merging.wordings] == [Home(), Home("A", "First", "sky")]
    assert merging.also_said(0) == ("Money", "Data")
    assert merging.also_said(1) == ("Time", "Data")
    assert merging.also_said(-1) == ("Time", "Money", "Data")
    assert merging_of(room.records, BOARD.id, (CardId("nowhere"),)).wordings == ()


@pytest.mark.parametrize("source", ["phone", "keyboard", "import", "paper", "merge"])
def test_every_source_is_said(source: str) -> None:
    assert source_words(source)
    assert source_words("something newer") == ""
