"""The first page says what the convening was; what there is nothing to say about is left out."""

from __future__ import annotations

from pathlib import Path

from facilitator.convening.gathering import Convening
from facilitator.convening.ids import ConveningId
from facilitator.kit.pdf.look import Edition
from facilitator.summary.attendance import Attendance
from facilitator.summary.cover import cover, figure_of_people, type_name
from tests.kit.pdf.paper import pages_of, plain_look
from tests.summary.rooms import WATER, records_of, summary_of, whole_day

NOBODY = Attendance(0, 0, (), 0, ())


def first_page(folder: Path, edition: Edition = Edition.PARTICIPANT) -> str:
    return pages_of(summary_of(whole_day(), folder, edition).path)[0]


def test_title_day_place_kind_promise_and_purpose_stand_on_the_cover(tmp_path: Path) -> None:
    text = first_page(tmp_path)

    assert "CleanWaterby2035Day2of3Thursday18March2027,Naivasha" in text
    assert "Turnfortysinglefixesintoonesystem." in text
    assert "Collectiveimpact:Weshareoneagendaforyears." in text


def test_the_numbers_of_the_day_stand_on_the_cover(tmp_path: Path) -> None:
    text = first_page(tmp_path)

    assert all(
        said in text for said in ("3", "people,2countries", "wickedquestions", "ideas,2clusters", "dotsfrom3people")
    )


def test_those_who_agreed_are_named_by_country_and_the_others_counted(tmp_path: Path) -> None:
    text = first_page(tmp_path)

    assert "KenyaAminaWambũi1personisnotnamed.FacilitatedbyNomsaDube" in text
    assert "Tomás" not in text


def test_each_edition_says_which_it_is(tmp_path: Path) -> None:
    assert "Funderedition" in first_page(tmp_path, Edition.FUNDER)
    assert "Facilitatoredition" in first_page(tmp_path, Edition.FACILITATOR)
    assert "edition" not in first_page(tmp_path)


def test_the_cover_lists_the_sections_with_their_pages(tmp_path: Path) -> None:
    assert "InthissummaryDotvote:ourenergy2" in first_page(tmp_path)


def test_a_bare_convening_has_only_its_title(tmp_path: Path) -> None:
    bare = Convening(ConveningId("bare"), "Bare")

    (page,) = pages_of(summary_of(records_of(bare), tmp_path).path)

    assert page == "WhattheroomsaidanddecidedBareBareSummary1of1"
    assert cover(plain_look(), bare, [], [], [], NOBODY)


def test_a_kind_that_has_no_word_of_ours_is_printed_as_it_is_written() -> None:
    look = plain_look()

    assert type_name(look, WATER) == "Collective impact"
    assert type_name(look, Convening(ConveningId("x"), "X", type="A gathering of elders")) == "A gathering of elders"


def test_one_person_from_one_country_is_counted_in_plain_words() -> None:
    figure = figure_of_people(Attendance(1, 1, (), 1, ()))

    assert figure.label(plain_look(), figure.numbers) == "person"
