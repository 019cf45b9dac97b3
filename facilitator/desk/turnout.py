"""How many have voted in the rounds that are sealed, counted anew when a desk opens."""

from __future__ import annotations

from facilitator.convening.ballots import CLOSED, OPEN, Round, Turnout, counted, turnout_of
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.convening.words import Change, added
from facilitator.store.sealed import SealedBallots


def sealed_rounds(records: Records) -> list[str]:
    """The rounds whose ballots are sealed now."""
    return [round_.id for round_ in records[Round].values() if round_.state in (OPEN, CLOSED)]


def lost_rounds(records: Records, sealed: SealedBallots) -> list[Round]:
    """The rounds whose key is lost: a copy of the file from the middle of a round."""
    return [
        round_ for round_ in records[Round].values() if round_.state in (OPEN, CLOSED) and not sealed.has_key(round_.id)
    ]


def unsealed_with_key(records: Records, sealed: SealedBallots) -> list[str]:
    """The rounds that are over and whose key was not destroyed: the app ended between the reveal and that."""
    over = [round_.id for round_ in records[Round].values() if round_.state not in (OPEN, CLOSED)]
    return [round_ for round_ in over if sealed.has_key(round_)]


def recounted(records: Records, sealed: SealedBallots) -> tuple[Change, ...]:
    """Count the turnout of sealed rounds from their ballots; who gave what stays sealed."""
    found: list[Change] = []
    for key in sealed_rounds(records):
        round_ = records[Round][key]
        fresh = added(Turnout(round_.id))
        found.append(fresh)
        records = records.after((fresh,))
        for person in records[Person].values():
            number, choice = sealed.of(key, person.id)
            if number:
                changes = counted(records, round_, person.id, number, len(choice))
                found += changes
                records = records.after(changes)
        # Somebody who voted may have been taken off the list since; the ballot counts at the reveal, so it counts here.
        strays = turnout_of(records, round_, [len(choice) for choice in sealed.shuffled(key)])
        found += strays
        records = records.after(strays)
    return tuple(found)
