"""The page of the search, told its answers by the test."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from facilitator.console.search.page import SearchPage
from facilitator.console.surroundings import Projector, Surroundings
from facilitator.convening.findable import SENT, Answer, Place, Question, Step
from tests.console.conftest import Room, button, names
from tests.console.search.answers import TRUST, answer, hit


class Asked:
    """What the page asked for, and what it told."""

    def __init__(self, page: SearchPage) -> None:
        self.questions: list[Question] = []
        self.ways: list[Place] = []
        self.places: list[Place] = []
        self.told: list[tuple[str, str]] = []
        page.asked.connect(self.questions.append)
        page.way_wanted.connect(self.ways.append)
        page.place_wanted.connect(self.places.append)
        page.told.connect(lambda words, more: self.told.append((words, more)))


@pytest.fixture
def page(room: Room, shown: Callable[[QWidget], None]) -> SearchPage:
    made = SearchPage(room.clock)
    shown(made)
    return made


@pytest.fixture
def asked(page: SearchPage) -> Asked:
    return Asked(page)


def chosen(page: SearchPage) -> str:
    return page.said().split(",")[0]


def texts(page: SearchPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_an_answer_that_was_overtaken_is_not_shown(page: SearchPage, asked: Asked) -> None:
    page.search("pu")
    page.search("pump")
    first, second = asked.questions

    page.show_answer(answer(hit("A pump"), question=second))
    page.show_answer(answer(hit("Putting it off"), question=first))

    assert chosen(page) == "A pump"
    assert asked.told[-1][0] == "1 result in 1 convening"


def test_an_answer_that_comes_after_leaving_is_not_shown(page: SearchPage, asked: Asked) -> None:
    page.search("pump")
    page.clear()

    page.show_answer(answer(hit("A pump"), question=asked.questions[-1]))

    assert not page.has_hits()


def test_getting_ready_shows_nothing(page: SearchPage, asked: Asked) -> None:
    page.get_ready()
    page.show_answer(Answer(asked.questions[-1], (), answer().searched))

    assert not asked.told


def test_the_first_time_it_says_that_it_searches(page: SearchPage, asked: Asked) -> None:
    page.search("pump")
    assert asked.told == [("Searching …", "")]

    page.show_answer(answer(hit("A pump"), question=asked.questions[-1]))
    page.search("pumps")
    assert asked.told[-1][0] == "1 result in 1 convening"


def test_the_way_of_the_hit_that_is_looked_at_is_asked_for_and_shown(page: SearchPage, asked: Asked) -> None:
    page.search("pump")
    page.show_answer(answer(hit("A pump"), hit("Pumps"), question=asked.questions[-1]))
    page.results.go_on(1)
    assert [place.key for place in asked.ways] == ["A pump", "Pumps"]

    page.show_way(asked.ways[0], (Step(SENT, 0, "paper"),))
    assert not [text for text in texts(page) if "paper" in text]
    page.show_way(asked.ways[1], (Step(SENT, 0, "paper"),))
    assert [text for text in texts(page) if "written on paper" in text]


def test_enter_opens_a_hit_and_opens_all_of_a_kind(page: SearchPage, asked: Asked) -> None:
    page.search("pump")
    page.show_answer(answer(*(hit(f"Pump {n}") for n in range(3)), more=4, question=asked.questions[-1]))
    page.press()
    assert [place.key for place in asked.places] == ["Pump 0"]

    for _ in range(3):
        page.results.go_on(1)
    page.press()
    assert asked.questions[-1].opened == "idea"
    page.show_answer(answer(*(hit(f"Pump {n}") for n in range(7)), question=asked.questions[-1]))

    assert chosen(page) == "Pump 3"
    assert len(asked.places) == 1
    page.search("pumps")
    assert not asked.questions[-1].opened


def test_what_is_left_out_is_asked_for_again_with_the_same_words(page: SearchPage, asked: Asked) -> None:
    page.search("pump")
    page.show_answer(answer(hit("A pump"), hit("Pumps", where=TRUST), question=asked.questions[-1]))

    QTest.keyClick(button(page, "When: 2026"), Qt.Key.Key_Space)

    assert asked.questions[-1].words == "pump"
    assert asked.questions[-1].years_out == {"2026"}
    assert asked.questions[-1].number > asked.questions[0].number
    page.search("pumps")
    assert asked.questions[-1].years_out == {"2026"}


def test_nothing_found_is_said_with_what_to_try(page: SearchPage, asked: Asked) -> None:
    page.search("zzz")
    page.show_answer(answer(question=asked.questions[-1]))
    assert "Nothing has these words. Try a shorter one, or only its beginning." in texts(page)
    assert "Open there" not in names(page)

    page.show_answer(Answer(asked.questions[-1]))
    assert "There is no convening on this laptop yet." in texts(page)

    out = Question("zzz", asked.questions[-1].number, kinds_out=frozenset({"idea"}))
    page.show_answer(answer(hit("A pump"), question=out))
    assert "All that was found is left out on the left." in texts(page)


def test_a_search_that_failed_says_so_and_the_next_one_goes_on(page: SearchPage, asked: Asked) -> None:
    page.search("pump")
    page.show_failure(0, "Too late.")
    assert "Too late." not in texts(page)

    page.show_failure(asked.questions[-1].number, "The file cannot be read.")
    assert "The file cannot be read." in texts(page)
    assert asked.told[-1][0] == "The search did not work."

    page.search("pumps")
    page.show_answer(answer(hit("Pumps"), question=asked.questions[-1]))
    assert chosen(page) == "Pumps"


def test_when_the_room_begins_to_see_the_desk_private_notes_go_at_once(page: SearchPage, asked: Asked) -> None:
    page.search("pump")
    note = hit("Ask about pumps", kind="note")
    page.show_answer(answer(hit("A pump"), note, question=asked.questions[-1]))
    assert "Kind: Private notes" in names(page)

    page.show_surroundings(Surroundings(Projector.MIRRORED))
    assert not page.has_hits()
    assert asked.questions[-1].kinds_out == {"note"}
    page.show_answer(answer(hit("A pump"), note, question=asked.questions[-1]))

    assert "Kind: Private notes" not in names(page)
    assert "The room can see this desk, so private notes are hidden." in texts(page)
    assert [row.kind for row in page.results.rows()] == ["idea", "idea"]
    page.show_surroundings(Surroundings(Projector.READY))
    assert not asked.questions[-1].kinds_out
