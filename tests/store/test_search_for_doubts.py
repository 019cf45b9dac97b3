"""Proposals and what holds people back among the hits of a search: each as what it is, and no idea."""

from __future__ import annotations

from facilitator.activities.scale.rules.proposal import Proposal
from facilitator.activities.scale.rules.reservations import Reservation
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import REVEALED, RevealedBallot, Round
from facilitator.convening.cards import Card
from facilitator.convening.findable import CHANGED, COUNTED, WRITTEN
from facilitator.convening.ids import BallotId, BlockId, CardId, PersonId, RoundId
from facilitator.convening.words import added, changed, removed
from tests.store.shelf import Shelf

MAP, ASKED = BlockId("map"), RoundId("asked")
DOUBT = Card(CardId("doubt"), "Herders’ routes could be read from the map.", "", "phone", PersonId("halima"))
FOUND = Reservation(DOUBT.id, MAP, ASKED)


def agreement(shelf: Shelf) -> str:
    stream = shelf.convening("Kick-off")
    shelf.tell(
        stream,
        added(Block(MAP, "Agreement: open map", "scale", "Can we stand behind this?")),
        added(Proposal(MAP, "Every reading lies on one open map.", 1)),
        added(Round(ASKED, MAP, options=tuple("12345678"))),
        added(DOUBT),
        added(FOUND),
    )
    return stream


def test_a_proposal_is_found_by_its_words_in_its_block(shelf: Shelf) -> None:
    agreement(shelf)

    (hit,) = (hit for hit in shelf.ask("every reading").hits if hit.place.kind == "proposal")

    assert (hit.place.block, hit.block, hit.dots) == (MAP, "Agreement: open map", 0)
    assert hit.parts[0].text == "Every reading lies on one open map."


def test_a_reservation_is_found_as_such_and_never_as_an_idea(shelf: Shelf) -> None:
    agreement(shelf)

    answer = shelf.ask("herders")

    assert [(hit.place.kind, hit.place.key, hit.block) for hit in answer.hits] == [
        ("reservation", "doubt", "Agreement: open map")
    ]
    assert (answer.count("idea"), answer.count("reservation")) == (0, 1)
    assert "halima" not in str(answer)


def test_a_reservation_is_found_by_how_it_was_taken_in_too(shelf: Shelf) -> None:
    stream = agreement(shelf)
    shelf.tell(stream, changed(FOUND, met="Points are blurred to five kilometres."))

    (hit,) = shelf.ask("blurred").hits

    assert [part.text for part in hit.parts] == [DOUBT.text, "Points are blurred to five kilometres."]
    assert [step.what for step in shelf.search.way(hit.place)] == [WRITTEN, CHANGED]


def test_a_reservation_that_was_taken_away_is_not_found(shelf: Shelf) -> None:
    stream = agreement(shelf)
    shelf.tell(stream, removed(DOUBT), removed(FOUND))

    assert not shelf.ask("herders").hits
    assert shelf.ask("map").count("reservation") == 0


def test_a_card_whose_reservation_alone_is_gone_is_an_idea_like_any_other(shelf: Shelf) -> None:
    """Nothing that somebody said is lost to the search, even if a file from elsewhere says half of it."""
    stream = shelf.convening("Kick-off")
    shelf.tell(stream, added(DOUBT))

    assert shelf.found("herders") == [DOUBT.text]


def test_answers_on_a_scale_neither_give_an_idea_dots_nor_take_any(shelf: Shelf) -> None:
    stream = agreement(shelf)
    idea = shelf.idea(stream, "Insure the pump")
    vote = Round(RoundId("vote"), BlockId("kick-off board"), options=(idea,), state=REVEALED, closed=1)
    shelf.tell(stream, added(vote), added(RevealedBallot(BallotId("v"), vote.id, (idea, idea))))

    answered = Round(RoundId("later"), MAP, 2, options=tuple("12345678"), state=REVEALED, closed=2)
    shelf.tell(stream, added(answered), added(RevealedBallot(BallotId("s"), answered.id, ("3",))))

    (hit,) = shelf.ask("insure").hits
    assert hit.dots == 2
    assert [step.dots for step in shelf.search.way(hit.place) if step.what == COUNTED] == [2]
