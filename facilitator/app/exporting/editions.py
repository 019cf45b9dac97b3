"""For whom a file is, and what of a convening may stand in it."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import Signature, authors, unnamed
from facilitator.activities.scale.rules.outcome import Outcome
from facilitator.activities.wicked_questions.rules.answers import unanswered
from facilitator.app import house
from facilitator.convening.agenda import Block
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.convening.room import RoomView
from facilitator.convening.words import changed

EDITIONS = PARTICIPANT, FUNDER, FACILITATOR = "participant", "funder", "facilitator"
"""For the room, for whoever pays, and the facilitator's own."""


def seen_in(records: Records, edition: str) -> Records:
    """What an edition is made from: the facilitator's own holds everything, the others what the room may see.

    A file travels further than the room: in it are named who agreed to stand in the list, and beside an idea who put
    their name to it; to funders nobody is, and who sees to a decision is an organisation. Source: practice, rules PR3,
    PR4 and HV8. `records` are the desk's.
    """
    if edition == FACILITATOR:
        return records
    from facilitator.kit.pdf.look import Edition  # the paper is slow to import
    from facilitator.summary.attendance import may_be_named

    room = RoomView(house.rulebook().veils()).of(records)
    seen = unanswered(unnamed(room)) if edition == FUNDER else room
    signing = {seen[Signature][card].by for block in seen[Block].values() for card in authors(seen, block.id)}
    owning = {outcome.owner for outcome in seen[Outcome].values()} if edition == FUNDER else set()
    return seen.after(
        changed(
            person,
            name=person.name if person.id in signing else "",
            organisation=person.organisation if person.id in owning else "",
            country="",
            language="",
        )
        for person in seen[Person].values()
        if not may_be_named(records, person, Edition(edition))
    )
