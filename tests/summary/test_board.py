"""One board as a PDF of its own: its ideas under their clusters, under the name of the convening."""

from __future__ import annotations

from pathlib import Path

from facilitator.activities.ideation_board import summary
from facilitator.activities.ideation_board.rules import Cluster, Placement
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, ClusterId
from facilitator.kit.pdf.look import Edition
from facilitator.summary.board import make_board
from tests.kit.pdf.paper import pages_of, squashed
from tests.summary.rooms import IDEAS, WATER, block, records_of


def test_a_board_alone_has_its_ideas_and_nothing_of_the_day(tmp_path: Path) -> None:
    records = records_of(
        WATER,
        block(IDEAS, "Ideas", "ideation_board", "1"),
        Cluster(ClusterId("money"), IDEAS, "Money that lasts", "1"),
        Card(CardId("one"), "Pool repair funds"),
        Card(CardId("two"), "Rain tanks"),
        Placement(CardId("one"), IDEAS, ClusterId("money"), "1"),
        Placement(CardId("two"), IDEAS, ClusterId(""), "2"),
    )
    shares: list[float] = []

    make_board(records, summary, IDEAS, tmp_path / "board.pdf", Edition.PARTICIPANT, "en", None, shares.append)

    (page,) = pages_of(tmp_path / "board.pdf")
    for said in ("Money that lasts", "Pool repair funds", "Not in a cluster", "Rain tanks", WATER.title):
        assert squashed(said) in page
    for kept in (WATER.purpose, WATER.promise, "Who was here", "Planned"):
        assert squashed(kept) not in page
    assert shares
    assert shares == sorted(shares)
