"""The way of one thing through its convening."""

from __future__ import annotations

from facilitator.convening.agenda import Block
from facilitator.convening.ballots import REVEALED, RevealedBallot, Round
from facilitator.convening.facts import REDONE, UNDONE
from facilitator.convening.findable import CHANGED, COUNTED, MERGED, SAID_ANEW, SENT, WRITTEN, Place
from facilitator.convening.ids import BallotId, BlockId, RoundId
from facilitator.convening.words import Change, added
from tests.store.shelf import Shelf


def steps(shelf: Shelf, place: Place) -> list[str]:
    return [step.what for step in shelf.search.way(place)]


def test_the_way_of_an_idea_leaves_out_what_was_undone(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    shelf.idea(stream, "Pump")
    edit = shelf.tell(stream, Change("card", "Pump", {"text": "Well"}, {"text": "Pump"}))
    shelf.idea(stream, "A well", into="Pump")
    place = shelf.ask("well").hits[0].place
    assert steps(shelf, place) == [SENT, SAID_ANEW, MERGED]
    assert shelf.search.way(place)[0].source == "phone"

    shelf.tell(stream, Change("card", "Pump", {"text": "Pump"}, {"text": "Well"}), kind=UNDONE, target=edit)

    assert steps(shelf, place) == [SENT, MERGED]

    shelf.tell(stream, Change("card", "Pump", {"text": "Well"}, {"text": "Pump"}), kind=REDONE, target=edit)
    assert steps(shelf, place) == [SENT, SAID_ANEW, MERGED]


def test_a_round_is_a_step_with_its_rank_once_it_is_revealed(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    for text in ("Pump", "Well", "Tap"):
        shelf.idea(stream, text)
    shelf.idea(stream, "Pumps", into="Pump")
    place = shelf.ask("pump").hits[0].place
    round_ = Round(RoundId("r"), BlockId("kick-off board"), options=("Pump", "Pumps", "Well", "Tap"), closed=2**42)
    ballots = (("Tap", "Tap", "Tap"), ("Pump", "Well"), ("Pumps", "Well"))
    given = [added(RevealedBallot(BallotId(f"{n}"), round_.id, choice)) for n, choice in enumerate(ballots)]
    shelf.tell(stream, added(round_))
    assert COUNTED not in steps(shelf, place)

    shelf.tell(stream, Change("round", "r", {"state": REVEALED}), *given)

    last = shelf.search.way(place)[-1]
    assert (last.what, last.at, last.dots, last.rank, last.is_tied) == (COUNTED, 2**42, 2, 2, True)


def test_a_block_was_written_and_changed(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    shelf.tell(stream, added(Block(BlockId("b"), "Pumps", "plain")))
    shelf.tell(stream, Change("block", "b", {"minutes": 30}))
    place = shelf.ask("pumps").hits[0].place
    assert steps(shelf, place) == [WRITTEN]

    shelf.tell(stream, Change("block", "b", {"title": "All pumps"}))

    assert steps(shelf, place) == [WRITTEN, CHANGED]
