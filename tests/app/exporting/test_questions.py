"""What a convening came to: ties are ties, twins count together, and what is open says nothing."""

from __future__ import annotations

from facilitator.app.exporting.questions import ideas, questions, ranking, rounds
from facilitator.convening.words import Change
from tests.app.exporting.told import TEXTS, card, convening, with_answers


def test_merged_words_stay_with_the_idea_that_stands_for_them() -> None:
    found = list(ideas(convening()))

    assert [(one.cluster, one.card.text) for one in found][:2] == [("Money & time", text) for text in TEXTS[:2]]
    assert len(found) == len(TEXTS)
    assert found[0].wordings == ("Meetings, but shorter",)
    assert [(one.dots, one.voters) for one in found[:3]] == [(3, 2), (2, 2), (0, 0)]


def test_a_result_has_ranks_dots_and_voters_and_an_open_round_none() -> None:
    records = convening()
    (_vote, revealed), (_vote_again, sealed) = rounds(records)

    assert [(one.rank, one.text, one.dots, one.voters) for one in ranking(records, revealed)] == [
        (1, "Shorter meetings", 3, 2),
        (2, "A pot\nfor small fixes", 2, 2),
        (3, TEXTS[2], 0, 0),
    ]
    assert ranking(records, sealed) == []


def test_dots_on_ideas_that_became_one_count_within_the_cap() -> None:
    records = convening().after((Change("card", card(1), {"merged_into": card(0)}),))

    assert next((one.dots, one.voters) for one in ideas(records)) == (4, 2)
    (_vote, revealed), _ = rounds(records)
    assert ranking(records, revealed)[0].dots == 4


def test_the_chosen_question_comes_first_in_its_own_grammar() -> None:
    assert [(one.text, one.is_chosen) for one in questions(convening())] == [
        ("Why do we say we listen and do talk?", True),
        ("How is it that we are fast and we are slow, simultaneously?", False),
    ]


def test_answers_stand_with_their_question_and_say_if_the_room_has_read_them() -> None:
    asked = {one.text: one.answers for one in questions(with_answers())}

    assert asked == {
        "Why do we say we listen and do talk?": (("The year of the drought", True), ("=1+1\nunread", False)),
        "How is it that we are fast and we are slow, simultaneously?": (),
    }
