"""The section shows the chosen question large and keeps the others for later."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from facilitator.activities.wicked_questions.rules import Candidate, Inquiry, Truth
from facilitator.activities.wicked_questions.rules.answers import Answer
from facilitator.activities.wicked_questions.summary import figures, section
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, PersonId
from facilitator.convening.words import Record
from facilitator.kit.pdf.look import Edition
from tests.kit.pdf.paper import plain_look, printed, squashed, words_of
from tests.summary.rooms import WATER, WICKED, block, records_of

ROOM: list[Record[Any]] = [WATER, block(WICKED, "Wicked question", "wicked_questions", "1")]
CHOSEN = Candidate(CardId("q"), WICKED, "at_once", "moving fast", "moving slowly", "1")
OTHER = Candidate(CardId("p"), WICKED, "say_do", "every voice counts", "meet in one language", "2")


def told(folder: Path, *more: Record[Any], edition: Edition = Edition.PARTICIPANT) -> str:
    look = plain_look(edition)
    return words_of(printed(look, folder, *section(records_of(*ROOM, *more), WICKED, look)))


def test_the_chosen_question_is_large_and_the_others_wait(tmp_path: Path) -> None:
    text = told(tmp_path, Inquiry(WICKED, "live", CHOSEN.id), CHOSEN, OTHER)

    assert squashed("How is it that we are moving fast AND we are moving slowly simultaneously?") in text
    assert squashed("Set aside for later Why do we say every voice counts and do meet in one language?") in text


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("at_once", "How is it that we are A1 and we are B2, simultaneously?"),
        ("want_why", "If people want A1, why do we B2?"),
        ("say_do", "Why do we say A1 and do B2?"),
    ],
)
def test_each_stem_is_read_by_its_own_grammar(tmp_path: Path, stem: str, said: str) -> None:
    text = told(tmp_path, Candidate(CardId("x"), WICKED, stem, "A1", "B2", "1"))

    assert squashed(f"Questions we built {said}") in text


def test_funders_read_only_the_chosen_one(tmp_path: Path) -> None:
    text = told(tmp_path, Inquiry(WICKED, "live", CHOSEN.id), CHOSEN, OTHER, edition=Edition.FUNDER)

    assert "movingfast" in text
    assert "everyvoicecounts" not in text


def test_the_facilitator_also_reads_what_was_sent(tmp_path: Path) -> None:
    sent = (Card(CardId("t"), "We said 2035"), Truth(CardId("t"), WICKED, "first"))

    assert "Forthefirsthalf1Wesaid2035" in told(tmp_path, *sent, edition=Edition.FACILITATOR)
    assert section(records_of(*ROOM, *sent), WICKED, plain_look()) == []


def test_without_questions_there_is_no_section() -> None:
    assert section(records_of(*ROOM), WICKED, plain_look()) == []


def test_questions_are_counted_for_the_cover() -> None:
    (figure,) = figures(records_of(*ROOM, CHOSEN, OTHER), WICKED)

    assert figure.numbers == (2,)
    assert figure.label(plain_look(), figure.numbers) == "wicked questions"


def answered(*shown: str) -> list[Record[Any]]:
    return [
        record
        for number, text in enumerate(shown)
        for record in (
            Card(CardId(f"a{number}"), text, by=PersonId("wambui")),
            Answer(CardId(f"a{number}"), WICKED, CHOSEN.id, is_shown=True),
        )
    ]


def test_what_the_room_answered_stands_under_its_question(tmp_path: Path) -> None:
    text = told(tmp_path, Inquiry(WICKED, "live", CHOSEN.id), CHOSEN, OTHER, *answered("The year of the drought"))

    assert squashed("simultaneously? When have you seen both be true? The year of the drought Set aside") in text


def test_funders_read_no_answer(tmp_path: Path) -> None:
    living, shown = Inquiry(WICKED, "live", CHOSEN.id), answered("The year of the drought")

    assert "drought" not in told(tmp_path, living, CHOSEN, *shown, edition=Edition.FUNDER)
