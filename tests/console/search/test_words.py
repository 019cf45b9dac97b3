"""How the search says what it found."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date

import pytest

from facilitator.console.search.words import (
    KINDS,
    found_words,
    group_words,
    icon_of,
    kind_words,
    more_words,
    ordered,
    other_part,
    searched_words,
    step_words,
    title_of,
    whereabouts,
)
from facilitator.convening.findable import (
    CHANGED,
    COUNTED,
    MERGED,
    SAID_ANEW,
    SENT,
    WRITTEN,
    Answer,
    Hit,
    Question,
    Searched,
    Step,
)
from facilitator.kit.qt.icons import has_icon
from facilitator.kit.qt.reading import Reading
from tests.console.search.answers import TRUST, WATER, answer, hit
from tests.convening.given import BOOK

TODAY = date(2027, 3, 20)
SEARCHED: dict[str, Searched] = {each.id: each for each in (WATER, TRUST)}
TEN_41 = 1_805_366_460_000


def test_every_kind_that_can_be_found_has_words_and_an_icon() -> None:
    findable = {each.kind for each in BOOK.findable()}

    assert findable == set(KINDS)
    assert len({group_words(kind) for kind in findable} | {kind_words(kind) for kind in findable}) == 2 * len(findable)
    assert all(has_icon(icon_of(kind)) for kind in findable)


def test_a_kind_of_a_later_version_stands_last_under_others() -> None:
    assert ordered(answer(hit("Pump", kind="song"), hit("Pumps"))) == ("idea", "song")
    assert group_words("song") == "Others"
    assert has_icon(icon_of("song"))


def test_what_was_found_and_where_is_said_in_numbers() -> None:
    there = answer(hit("Pump"), hit("Pumps", where=TRUST), more=10)

    assert found_words(there) == "12 results in 2 convenings"
    assert searched_words(there) == "Searched 2 convenings on this laptop in 0.04 seconds."
    assert found_words(replace(there, question=Question("x", convenings_out=frozenset({"trust"})))) == (
        "11 results in 1 convening"
    )
    assert found_words(replace(there, question=Question("x", kinds_out=frozenset({"idea"})))) == "Nothing found"
    assert found_words(Answer(Question("x"))) == "Nothing found"
    assert searched_words(answer(hit("Pump"), seconds=0.0001)).endswith("0.01 seconds.")


def test_a_wicked_question_is_one_line_with_both_halves_marked() -> None:
    title = title_of(hit("putting the pump in", "waiting for a pump", kind="wicked_question"))

    assert title.text == "putting the pump in AND waiting for a pump"
    assert [title.text[start:end] for start, end in title.spans] == ["pump", "pump"]


def test_another_wording_is_told_only_when_the_title_does_not_have_the_words() -> None:
    assert other_part(hit("Two pump mechanics", "Pump fitters")) is None
    found = other_part(hit("Two mechanics", "One fitter", "Pump fitters"))
    assert found is not None
    assert found.text == "Pump fitters"


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (hit("A pump", dots=11), "Clean Water · Thu 18 March · 11 dots"),
        (hit("A pump", "Pumps", dots=1), "Clean Water · Thu 18 March · 1 dot · 2 voices"),
        (hit("A pump", where=TRUST), "Trust and terms · Wed 14 January 2026"),
        (hit("Ask", kind="note"), "only on this laptop · Clean Water · Thu 18 March · Ideas"),
        (hit("Money", kind="cluster", dots=3), "Clean Water · Thu 18 March · Ideas · 3 dots"),
        (hit("Money", kind="cluster"), "Clean Water · Thu 18 March · Ideas"),
        (hit("Pumps", kind="block"), "Clean Water · Thu 18 March"),
        (hit("Clean Water", kind="convening"), "Thu 18 March"),
    ],
)
def test_a_hit_says_where_it_lies_and_never_who_wrote_it(one: Hit, said: str) -> None:
    assert whereabouts(one, SEARCHED, TODAY) == said


def test_more_of_a_kind_are_counted() -> None:
    assert more_words("idea", 4) == "4 more ideas"
    assert more_words("idea", 1) == "1 more idea"
    assert more_words("note", 4) == "4 more"


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Step(SENT, TEN_41, "phone"), "sent from a phone, 10:41"),
        (Step(SENT, TEN_41, "paper"), "written on paper, 10:41"),
        (Step(SENT, TEN_41, "import"), "came with a list, 10:41"),
        (Step(SENT, TEN_41, "keyboard"), "typed on this laptop, 10:41"),
        (Step(SAID_ANEW, TEN_41), "said in other words, 10:41"),
        (Step(MERGED, TEN_41), "merged with one more note, 10:41"),
        (Step(COUNTED, TEN_41, dots=11, rank=2, is_tied=True), "11 dots, shares place 2, 10:41"),
        (Step(COUNTED, TEN_41, dots=1, rank=3), "1 dot, place 3, 10:41"),
        (Step(COUNTED, TEN_41, rank=9, is_tied=True), "no dots, 10:41"),
        (Step(WRITTEN, TEN_41), "written, 10:41"),
        (Step(CHANGED, TEN_41), "changed, 10:41"),
    ],
)
def test_a_step_is_a_day_and_what_happened(step: Step, said: str) -> None:
    assert step_words(step, Reading(TEN_41, UTC)) == ("18 Mar", said)
