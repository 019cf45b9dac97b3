"""The poster holds the plan as it stands, day by day, and nothing private."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from facilitator.activities import discover
from facilitator.convening.days import Day
from facilitator.convening.ids import DayId
from facilitator.convening.notes import Note
from facilitator.convening.records import Records
from facilitator.summary.poster import make_poster
from tests.kit.pdf.paper import pages_of
from tests.summary.rooms import IDEAS, TALK, VOTE, WATER, WICKED, block, person, records_of

PRIVATE = ("PRIVATENOTE", "PRIVATEGOAL", "PRIVATEPENS", "PRIVATEWORDS", "example.org")


def pages(records: Records, folder: Path, language: str = "en") -> list[str]:
    make_poster(records, discover(), folder / "agenda.pdf", "a4", language)
    return pages_of(folder / "agenda.pdf")


def two_days() -> Records:
    return records_of(
        WATER,
        Day(DayId("d2"), "The river", "2027-03-19", 600, "1"),
        Day(DayId("d3"), "Nothing yet", "2027-03-20", 600, "2"),
        *person("nomsa", "Nomsa Dube", "Kenya", "guide", "list"),
        replace(
            block(IDEAS, "Ideas", "ideation_board", "1", guide="nomsa"),
            goal=PRIVATE[1], materials=PRIVATE[2], description=PRIVATE[3],
        ),
        replace(block(VOTE, "Vote", "dot_vote", "2"), replanned=20),
        replace(block(TALK, "Dropped walk", "plain", "3"), replanned=0),
        replace(block(WICKED, "Lunch", "plain", "4"), pinned=750, category="pause"),
        replace(block(IDEAS, "Wade in", "plain", "1"), id=type(IDEAS)("wade"), day=DayId("d2")),
        Note(IDEAS, PRIVATE[0]),
    )  # fmt: skip


def test_each_day_that_has_blocks_has_its_page(tmp_path: Path) -> None:
    first, second = pages(two_days(), tmp_path)

    assert "Day2of3·Thursday18March2027·Naivasha·09:00–13:00" in first
    assert "Theriver·Friday19March2027" in second
    assert "10:00" in second


def test_the_plan_is_the_one_that_stands(tmp_path: Path) -> None:
    first = pages(two_days(), tmp_path)[0]

    assert "Droppedwalk" not in first
    assert "Think·20min" in first
    assert "12:30" in first
    assert "NomsaDube" in first


def test_who_did_not_consent_to_be_listed_is_not_named_on_the_wall(tmp_path: Path) -> None:
    """PR4: four separate consents, none assumed; not for who leads a block either."""
    records = records_of(
        WATER,
        *person("nomsa", "Nomsa Dube", "Kenya", "guide", "list"),
        *person("rosa", "Rosa Quispe", "Peru", "guide", "photo"),
        block(IDEAS, "Ideas", "ideation_board", "1", guide="nomsa"),
        block(VOTE, "Vote", "dot_vote", "2", guide="rosa"),
    )

    (page,) = pages(records, tmp_path)

    assert "NomsaDube" in page
    assert "Rosa" not in page


def test_nothing_private_hangs_on_the_wall(tmp_path: Path) -> None:
    text = "".join(pages(two_days(), tmp_path))

    assert not [word for word in PRIVATE if word in text]


def test_an_agenda_without_blocks_is_one_page_that_says_so(tmp_path: Path) -> None:
    (page,) = pages(records_of(WATER), tmp_path)

    assert "Nothingisontheagendayet." in page
