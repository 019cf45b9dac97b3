"""Clusters among the hits of a search: each found once, with the dots it was given."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import Cluster
from facilitator.convening.ballots import REVEALED, RevealedBallot, Round
from facilitator.convening.cards import Card
from facilitator.convening.findable import COUNTED, WRITTEN
from facilitator.convening.harvest import CLUSTER, Sheaf
from facilitator.convening.ids import BallotId, BlockId, CardId, ClusterId, RoundId
from facilitator.convening.words import added, changed, removed
from tests.store.shelf import Shelf


def test_a_cluster_that_went_on_as_one_is_found_once_and_as_the_cluster(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    shelf.idea(stream, "Pay the repairs", shelf.cluster(stream, "Money that lasts", "1"))
    stands_for = Card(CardId("Money that lasts"), "Money that lasts", source=CLUSTER)
    shelf.tell(stream, added(stands_for), added(Sheaf(stands_for.id, ("Pay the repairs",))))

    answer = shelf.ask("money")

    assert [(hit.place.kind, hit.place.key) for hit in answer.hits] == [("cluster", "Money that lasts")]
    assert answer.count("idea") == 0
    assert answer.count("cluster") == 1


def test_what_the_room_voted_on_is_still_found_once_its_cluster_was_taken_apart(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    cluster = Cluster(ClusterId("m"), BlockId(f"{stream} board"), "Money that lasts", "1")
    shelf.tell(stream, added(cluster), added(Card(CardId("m"), "Money that lasts", source=CLUSTER)))
    assert shelf.found("money") == []

    shelf.tell(stream, removed(cluster))

    assert shelf.found("money") == ["Money that lasts"]


def test_a_cluster_that_was_voted_on_tells_its_dots_once_they_are_revealed(shelf: Shelf) -> None:
    """DV6. Nobody finds out by searching what a hidden vote holds."""
    stream = shelf.convening("Kick-off")
    shelf.cluster(stream, "Money that lasts", "1")
    shelf.cluster(stream, "Money we share", "2")
    names = ("Money that lasts", "Money we share")
    shelf.tell(stream, *(added(Card(CardId(name), name, source=CLUSTER)) for name in names))
    round_ = Round(RoundId("r"), BlockId("kick-off board"), options=names, closed=1_900_000_000_000)
    shelf.tell(stream, added(round_))
    # No laptop of ours writes such a ballot before the reveal, but a file from elsewhere may hold one.
    shelf.tell(stream, *(added(RevealedBallot(BallotId(str(n)), round_.id, names[1:])) for n in range(3)))

    assert [hit.dots for hit in shelf.ask("money").hits] == [0, 0]
    place = shelf.ask("share").hits[0].place
    assert [step.what for step in shelf.search.way(place)] == [WRITTEN]

    shelf.tell(stream, changed(round_, state=REVEALED))

    assert [(hit.place.key, hit.dots) for hit in shelf.ask("money").hits] == [(names[1], 3), (names[0], 0)]
    assert [(step.what, step.dots, step.rank) for step in shelf.search.way(place)][-1:] == [(COUNTED, 3, 1)]
