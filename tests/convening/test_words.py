"""The few words: changes that are whole, names that last, and record classes that say who may see them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from facilitator.activities.ideation_board.rules import AddIdea, Placement
from facilitator.convening.ballots import RevealedBallot
from facilitator.convening.cards import Card
from facilitator.convening.ids import HOST, BlockId, CardId, ClusterId, WishId
from facilitator.convening.timebox import Timebox
from facilitator.convening.words import (
    GONE,
    HERE,
    Moment,
    Record,
    Refusal,
    Role,
    Seen,
    added,
    changed,
    field_names,
    group_of,
    removed,
    table_of,
    tables,
    wish_name,
)


def test_names_are_made_of_class_names() -> None:
    assert table_of(RevealedBallot) == "revealed_ballot"
    assert wish_name(AddIdea) == "add_idea"
    assert "id" not in field_names(Card)
    assert group_of(Placement, "place") == ("cluster", "place")
    assert group_of(Placement, "board") == ("board",)


def test_changes_say_what_is_and_what_was() -> None:
    lies = Placement(CardId("a"), BlockId("b"))

    assert added(lies).set[HERE] is True
    assert added(lies).was == {GONE: True}
    assert removed(lies).set == {GONE: True}
    moved = changed(lies, cluster=ClusterId("c"))
    assert (moved.set, moved.was) == ({"cluster": "c", "place": ""}, {"cluster": "", "place": ""})
    with pytest.raises(TypeError, match="no field"):
        changed(lies, hat="red")


def test_a_wish_knows_the_ids_of_what_it_makes() -> None:
    moment = Moment(HOST, Role.GUIDE, 0, "board", WishId("w"))

    assert [moment.new_id(), moment.new_id(), moment.block] == ["w.1", "w.2", "board"]


def test_two_record_classes_share_no_name_and_each_says_who_sees_it() -> None:
    @dataclass(frozen=True, slots=True)
    class Silent(Record[str]):
        pass

    timebox: type[Record[str]] = dataclass(frozen=True, slots=True)(type("Timebox", (Record,), {"seen": Seen.ROOM}))

    assert tables((Card, Timebox, Card)) == {"card": Card, "timebox": Timebox}
    with pytest.raises(ValueError, match="who may see"):
        tables((Silent,))
    with pytest.raises(ValueError, match="two record classes"):
        tables((Timebox, timebox))


def test_a_refusal_shows_its_code_and_values() -> None:
    assert repr(Refusal("ballot.too_many_dots", dots=3)) == "Refusal('ballot.too_many_dots', {'dots': 3})"
