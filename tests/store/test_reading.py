"""Reading: records as their tables have them, and the list for the home screen."""

from __future__ import annotations

from dataclasses import replace

from facilitator.convening.agenda import Block
from facilitator.convening.days import Day
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import BlockId, ConveningId, DayId
from facilitator.convening.people import Person
from facilitator.convening.timebox import Timebox
from facilitator.convening.words import Change, added
from facilitator.store.projection import project_here
from facilitator.store.reading import convenings, load
from tests.convening.given import BLOCKS, BOOK, CONVENING, PEOPLE
from tests.desk.laptop import empty_file


def test_a_field_that_no_fact_has_set_has_its_default() -> None:
    file = empty_file()
    project_here(
        file, BOOK.kinds, "s", "1", (Change("person", "amina", {"here": True, "gone": False, "name": "Amina"}),)
    )
    project_here(file, BOOK.kinds, "s", "1", (Change("timebox", "b", {"began": 7}),))

    records = load(file, BOOK.kinds, "s")

    assert records[Person] == {"amina": Person(PEOPLE[0].id, "Amina")}
    assert records.resting("timebox") == {"b": {"gone": False, "began": 7}}
    assert not records[Timebox]


def test_a_file_of_an_older_version_is_read_as_it_is() -> None:
    """Commands that only read change no file: a table or a field that is newer than it counts as not said."""
    file = empty_file()
    project_here(file, BOOK.kinds, "s", "1", (added(BLOCKS[0]), added(Day(DayId("second"), "More"))))
    file.execute("drop table day")
    file.execute("alter table block drop column room_setup")

    records = load(file, BOOK.kinds, "s")

    assert records[Block] == {BLOCKS[0].id: BLOCKS[0]}
    assert not records[Day]


def test_lists_and_truths_come_back_as_they_were() -> None:
    file = empty_file()
    greeted = replace(CONVENING, greetings=("Hello", "Bonjour"))
    project_here(file, BOOK.kinds, "s", "1", (added(greeted), added(PEOPLE[0])))

    records = load(file, BOOK.kinds, "s")

    assert records[Convening][greeted.id] == greeted
    assert records[Person][PEOPLE[0].id].is_here is True


def test_the_home_list_has_the_newest_date_first_and_counts_what_is_there() -> None:
    file = empty_file()
    for number, date in enumerate(("2027-03-18", "2027-06-01")):
        stream = f"s{number}"
        one = replace(CONVENING, id=ConveningId(stream), title=date, date=date)
        people = [replace(person, country="Kenya") for person in PEOPLE[:2]]
        project_here(
            file, BOOK.kinds, stream, "1", [added(one), *map(added, people), *map(added, BLOCKS[: number + 1])]
        )

    listed = convenings(file)

    assert [(c.title, c.people, c.countries, len(c.blocks)) for c in listed] == [
        ("2027-06-01", 2, 1, 2), ("2027-03-18", 2, 1, 1),
    ]  # fmt: skip
    assert BlockId("board") in {block.id for block in BLOCKS}
