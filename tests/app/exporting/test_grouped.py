"""Ideas stand under their clusters, then loose, then parked; a caption says what else is known."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import Cluster, Placement
from facilitator.app.exporting.grouped import beneath, caption, groups
from facilitator.app.exporting.questions import Idea, ideas
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, ClusterId
from facilitator.convening.words import added, changed
from tests.app.exporting.told import ARABIC, BOARD, card, convening


def lying() -> list[Idea]:
    return [idea for idea in ideas(convening()) if idea.board.id == BOARD]


def test_clusters_come_with_letter_and_colour_those_too_that_hold_nothing() -> None:
    seen = convening().after([added(Cluster(ClusterId("empty"), BOARD, "Nothing yet", "K"))])

    first, second = groups(seen, BOARD, lying())

    assert (first.letter, first.name, first.colour) == ("A", "Money & time", "sky")
    assert [idea.card.text for idea in first.ideas] == ["Shorter meetings", "A pot\nfor small fixes"]
    assert (second.letter, second.name, second.ideas) == ("B", "Nothing yet", ())


def test_what_has_no_place_comes_before_what_was_parked() -> None:
    before = convening()
    seen = before.after([changed(before[Placement][card(2)], is_parked=True)])
    loose = [idea for idea in lying() if not idea.cluster]

    rest, later = beneath(seen, BOARD, loose, "Not in a cluster")

    assert (rest.name, rest.letter, rest.colour) == ("Not in a cluster", "", "grey")
    assert later.name == "Parked for later"
    assert [idea.card.text for idea in later.ideas] == [ARABIC]
    assert len(rest.ideas) + 1 == len(loose)
    assert next(iter(beneath(before, BOARD, loose[:1], "x"))).ideas == (loose[0],)


def test_a_caption_says_author_wordings_and_dots() -> None:
    first = lying()[0]

    assert caption(first) == "2 wordings · 3 dots"
    assert caption(Idea(first.board, "", Card(CardId("new"), "New"), (), 1, 1, "Wambui")) == "Wambui · 1 dot"
