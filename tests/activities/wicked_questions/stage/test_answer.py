"""One answer on the stage, under its question."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.activities.wicked_questions.rules import STEMS, ChooseCandidate, KeepCandidate, TakeStep
from facilitator.activities.wicked_questions.rules.answers import SendAnswer, ShowAnswer
from facilitator.activities.wicked_questions.stage.scene import Scene
from facilitator.convening.ids import CardId
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import Theme
from facilitator.kit.theme import Mode
from tests.convening.given import AMINA, WICKED, given
from tests.stage.sample_room import MeasuringLettering, painted, picture


def shown(answer: str, stem: str = "at_once", first: str = "fast", second: str = "slow") -> Scene:
    room = given()
    question = CardId(room.when(KeepCandidate(stem, first, second), at=WICKED.id))
    room.when(ChooseCandidate(question), at=WICKED.id)
    room.when(TakeStep("live"), at=WICKED.id)
    key = CardId(room.when(SendAnswer(question, answer, "phone"), by=AMINA, at=WICKED.id))
    room.when(ShowAnswer(key), at=WICKED.id)
    scene = Scene(WICKED.id)
    scene.wear(Theme())
    scene.show_records(room.seen)
    return scene


def test_the_question_stands_whole_above_what_was_told(qapp: QApplication) -> None:
    assert painted(shown("The year of the drought")).splitlines() == [
        "How is it that we are",
        "fast",
        "AND",
        "we are",
        "slow",
        "simultaneously?",
        "When have you seen both be true?",
        "The year of the drought",
    ]


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("answer", ["word " * 119, "W" * 600], ids=["words", "one word"])
def test_the_longest_answer_stays_under_its_question_and_is_read_from_the_back(
    qapp: QApplication, stem: str, answer: str
) -> None:
    scene = shown(answer, stem, "what we want " * 40, "what we do " * 50)
    scene.text = sizes = MeasuringLettering()

    image = picture(scene, Reading(0))

    ground = image.pixelColor(10, 1000)
    assert min(sizes.sizes.values()) >= 34
    assert sizes.sizes[answer.strip()] in (40, 48)
    assert not [x for x in range(1920) if image.pixelColor(x, 1060) != ground]
    assert not [x for x in range(1920) if image.pixelColor(x, 470) != ground]


def test_a_dark_room_reads_it_too(qapp: QApplication) -> None:
    scene = shown("The year of the drought")
    scene.wear(Theme(Mode.DARK))

    assert picture(scene, Reading(0)).pixelColor(10, 1000).lightness() < 60
