"""What can be found, and what is counted of it."""

from __future__ import annotations

from facilitator.convening.findable import Answer, Hit, Place, Question, Searched
from facilitator.convening.ids import BlockId, ConveningId

OLD = Searched(ConveningId("old"), "Old", "2026-01-14", (("idea", 3), ("note", 1)))
NEW = Searched(ConveningId("new"), "New", "", (("idea", 5),))


def test_a_kind_is_counted_in_what_is_looked_at() -> None:
    def counted(question: Question) -> int:
        return Answer(question, (), (OLD, NEW)).count("idea")

    assert counted(Question("pump")) == 8
    assert counted(Question("pump", convenings_out=frozenset({"old"}))) == 5
    assert counted(Question("pump", years_out=frozenset({""}))) == 3
    assert counted(Question("pump", kinds_out=frozenset({"idea"}))) == 0
    assert Answer(Question("pump"), (), (OLD, NEW)).count("person") == 0


def test_the_same_id_in_two_convenings_is_two_hits() -> None:
    hits = [Hit(Place(each.id, BlockId(""), "same", "idea"), ()) for each in (OLD, NEW)]

    assert hits[0].id != hits[1].id
    assert [each.year for each in (OLD, NEW)] == ["2026", ""]
