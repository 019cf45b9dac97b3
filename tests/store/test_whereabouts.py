"""Where what can be found lies, read from what records point to."""

from __future__ import annotations

from facilitator.store.whereabouts import Lay, Readable, end
from tests.convening.given import BOOK

READABLE = {each.kind: Readable(each, BOOK.kinds) for each in BOOK.findable()}


def test_each_kind_is_laid_by_what_points_to_it() -> None:
    lays = {kind: readable.lays for kind, readable in READABLE.items()}

    assert lays["idea"] == (Lay("placement", "board", "cluster", "cluster"), Lay("truth", "block"))
    assert lays["cluster"] == (Lay("cluster", "board", "id", "cluster"),)
    assert lays["wicked_question"] == (Lay("candidate", "block"),)
    assert lays["note"] == (Lay("note", "id"),)
    assert lays["person"] == lays["convening"] == ()


def test_only_cards_go_into_one_another() -> None:
    assert [kind for kind, readable in READABLE.items() if readable.into] == ["idea"]


def test_merges_are_followed_to_their_end_and_a_ring_of_them_ends_too() -> None:
    assert end({"a": "b", "b": "c"}, "a") == "c"
    assert end({"a": "b", "b": "a"}, "a") in ("a", "b")
