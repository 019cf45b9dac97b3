"""The section of a proposal holds the decision, its rule, the spread and the reservations: no average, no name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facilitator.activities.scale.rules.outcome import LET_GO, NOT_YET
from facilitator.activities.scale.rules.points import FIST, RATING, ROTI
from facilitator.activities.scale.rules.support import Asked, SupportRule
from facilitator.activities.scale.summary import figures, part, section
from facilitator.convening.ballots import CLOSED, INTERRUPTED, OPEN
from facilitator.convening.records import Records
from facilitator.convening.timebox import MINUTE
from facilitator.convening.words import Record
from facilitator.i18n import PSEUDO, catalogue, unmarked
from facilitator.kit.pdf.dates import instant_as_time
from facilitator.kit.pdf.look import MARGIN, Edition, Look
from facilitator.kit.pdf.parts import Part
from facilitator.kit.pdf.sections import Section
from tests.activities.scale.paper_rooms import MAP, SOONER, WORDS, outcome, proposed, reserved, round_of
from tests.kit.pdf.paper import ink, pages_of, plain_look, printed, squashed, words_of
from tests.summary.rooms import MORNING, WATER, block, person, records_of

EVERY_EDITION = pytest.mark.parametrize("edition", list(Edition))
PRIYA = person("priya", "Priya Raghunathan", "India", "guide", "list")


def room_of(*more: Record[Any], kind: str = "agreement") -> Records:
    return records_of(WATER, *PRIYA, block(MAP, "Agreement: open map", "scale", "1"), *proposed(kind), *more)


def told(folder: Path, *more: Record[Any], edition: Edition = Edition.PARTICIPANT, kind: str = "agreement") -> str:
    look = plain_look(edition)
    look.named = {"priya"} if edition is not Edition.FUNDER else ()
    return words_of(printed(look, folder, *section(room_of(*more, kind=kind), MAP, look)))


@EVERY_EDITION
def test_a_decision_stands_in_its_exact_words_with_its_support_and_its_time(tmp_path: Path, edition: Edition) -> None:
    """HV8, DE1: every edition holds the decision, its rule and its spread."""
    text = told(tmp_path, *round_of(), outcome(), edition=edition)

    time = instant_as_time(MORNING + 174 * MINUTE)
    assert squashed(f"Decided {WORDS} {time} 17 of 22 support. One serious objection on record.") in text
    assert squashed("Supported when 15 of 22 or more choose 1, 2 or 3, and no one chooses 8.") in text
    set_at = instant_as_time(MORNING + 153 * MINUTE)
    assert squashed(f"Set at {set_at}, before the first answer. The rule was met.") in text
    assert squashed("22 of 22 answered.") in text


@EVERY_EDITION
def test_the_spread_is_counts_point_by_point_and_never_an_average(tmp_path: Path, edition: Edition) -> None:
    """DE2. The mean of these answers is 2.5."""
    text = told(tmp_path, *round_of(), outcome(), edition=edition)

    said = (
        "1 Whole-hearted yes 6 2 Yes, minor point 7 3 Support, with doubts 4 4 Abstain 1 5 More talk needed 2"
        " 6 Don’t like, will support 1 7 Serious objection 1 8 Veto 0"
    )
    assert squashed(said) in text
    assert "2.5" not in text
    assert "verage" not in text


def test_what_is_not_yet_let_go_or_left_open_is_never_called_decided(tmp_path: Path) -> None:
    for decided, words in (
        ((outcome(NOT_YET),), "Not yet"),
        ((outcome(LET_GO),), "Let go"),
        ((), "Asked, and left open"),
    ):
        text = told(tmp_path, *round_of(), *decided)

        assert squashed(f"{words}{WORDS}") in text
        assert "Decided" not in text


def test_a_rule_that_was_not_met_is_said_even_where_the_room_adopted(tmp_path: Path) -> None:
    assert squashed("The rule was not met.") in told(tmp_path, *round_of(1, (5, 5, 4, 4, 4)), outcome())
    text = told(tmp_path, *round_of(1, (9, 9, 2, 0, 0, 0, 0, 2)), outcome())
    assert squashed("By this rule one such answer is a no.") in text
    assert squashed("20 of 22 support. 2 vetoes on record.") in text


def test_a_rule_that_was_set_anew_for_another_round_lends_this_one_no_time(tmp_path: Path) -> None:
    anew = SupportRule(MAP, 19, 3, may_block=True, agreed=MORNING + 300 * MINUTE)

    text = told(tmp_path, *round_of(), anew, outcome())

    assert squashed("no one chooses 8. Set before the first answer.") in text
    assert "15of22" in text


@EVERY_EDITION
def test_reservations_stand_in_their_words_without_names_and_with_how_they_were_taken_in(
    tmp_path: Path, edition: Edition
) -> None:
    """HV8: in all three editions. DE1: each with how it was integrated."""
    halima = person("halima", "Halima Abdi", "Somalia", "participant", "list")
    text = told(
        tmp_path, *halima, *round_of(1, text=SOONER), *round_of(2), outcome(round_=2),
        *reserved("a", "The year is too soon.", 1, "January 2028 instead."),
        *reserved("b", "Herders’ routes could be read from the map.", 2), edition=edition,
    )  # fmt: skip

    assert squashed("Reservations The year is too soon. About an earlier wording. Taken in: January 2028") in text
    assert squashed("instead. Herders’ routes could be read from the map.") in text
    assert "Halima" not in text


def test_a_reservation_about_the_same_words_in_another_round_is_about_no_other_wording(tmp_path: Path) -> None:
    again = round_of(2, state=INTERRUPTED)
    question = next(record for record in again if isinstance(record, Asked))
    same = [replace(record, version=1) if record is question else record for record in again]
    room = (*round_of(1), *reserved("a", "Too soon.", 2), outcome())

    own = told(tmp_path, *room, *same, edition=Edition.FACILITATOR)
    later = told(tmp_path, *room, *again, edition=Edition.FACILITATOR)

    assert "wording" not in own
    assert squashed("Too soon. About a later wording.") in later


def test_who_sees_to_it_is_named_as_far_as_an_edition_names_people(tmp_path: Path) -> None:
    """HV8: to funders the owner is an organisation; who agreed to no list is not named to the room."""
    followed = (*round_of(), outcome(owner="priya", review="2027-06-18"))
    look = plain_look()

    own = told(tmp_path, *followed, edition=Edition.FACILITATOR)
    funder = told(tmp_path, *followed, edition=Edition.FUNDER)
    unnamed = words_of(printed(look, tmp_path, *section(room_of(*followed), MAP, look)))

    assert squashed("Priya Raghunathan sees to it. Looked at again on Friday 18 June 2027.") in own
    assert squashed("An Organisation sees to it.") in funder
    assert squashed("Somebody of the room sees to it.") in unnamed
    assert "Priya" not in funder + unnamed


def test_the_facilitator_reads_every_round_and_the_others_the_last_revealed_one(tmp_path: Path) -> None:
    """HV8: decisions, in the facilitator's own with rounds."""
    rounds = (*round_of(1, (2, 5, 4, 3, 4, 2, 2, 0), text=SOONER), *round_of(2), outcome(round_=2))

    own = told(tmp_path, *rounds, edition=Edition.FACILITATOR)

    assert squashed(f"Round 1 {SOONER}") in own
    assert squashed("11 of 22 support. 2 serious objections on record.") in own
    for edition in (Edition.PARTICIPANT, Edition.FUNDER):
        text = told(tmp_path, *rounds, edition=edition)
        assert squashed(SOONER) not in text
        assert "11of22" not in text


def test_what_was_decided_about_an_older_round_is_not_said_of_a_newer_one(tmp_path: Path) -> None:
    text = told(tmp_path, *round_of(1, text=SOONER), outcome(), *round_of(2, (22,)))

    assert squashed(f"Decided{SOONER}") in text
    assert squashed(f"Asked, and left open{WORDS}") in text


@EVERY_EDITION
@pytest.mark.parametrize(
    ("state", "said"),
    [
        (OPEN, "The answers were not revealed."),
        (CLOSED, "The answers were not revealed."),
        (INTERRUPTED, "The round was interrupted and has no result."),
    ],
)
def test_a_round_without_a_result_is_one_line_and_no_counts(
    tmp_path: Path, edition: Edition, state: str, said: str
) -> None:
    text = told(tmp_path, *round_of(state=state), edition=edition)

    assert squashed(f"{WORDS}{said}") in text
    assert "support" not in text
    assert "Whole-hearted" not in text
    assert "answered" not in text


def test_what_was_asked_again_and_not_revealed_follows_what_was(tmp_path: Path) -> None:
    text = told(tmp_path, *round_of(1, text=SOONER), outcome(), *round_of(2, state=INTERRUPTED))

    assert squashed(f"Decided{SOONER}") in text
    assert squashed(f"Round 2 {WORDS} The round was interrupted and has no result.") in text


@EVERY_EDITION
@pytest.mark.parametrize("kind", [ROTI, RATING])
def test_a_pulse_of_fewer_than_five_is_shown_in_no_edition(tmp_path: Path, edition: Edition, kind: str) -> None:
    """DE5."""
    text = told(tmp_path, *round_of(1, (0, 1, 2, 1), kind=kind), edition=edition, kind=kind)

    assert squashed("Fewer than five answered; the spread is not shown.") in text
    assert "People" not in text
    assert "4of22" not in text


def test_a_pulse_shows_its_spread_from_five_answers_up_and_no_rule(tmp_path: Path) -> None:
    """DE5."""
    text = told(tmp_path, *round_of(1, (0, 1, 0, 2, 1, 1), kind=ROTI), kind=ROTI)

    assert squashed("What the room answered") in text
    assert squashed("0 Lost time 0 1 Little use 1 2 Less than it cost 0 3 Worth the time 2") in text
    assert "support" not in text
    assert "rule" not in text


@pytest.mark.parametrize(("kind", "is_signed"), [("agreement", True), (ROTI, False)])
def test_only_what_is_to_be_decided_bears_a_sign(tmp_path: Path, kind: str, is_signed: bool) -> None:
    look = plain_look()
    *_head, asked_line = section(room_of(*round_of(kind=kind, state=INTERRUPTED), kind=kind), MAP, look)

    left = ink(printed(look, tmp_path, asked_line))[0]

    assert (left < MARGIN + 10) is is_signed


def test_points_with_names_of_their_own_are_called_by_them(tmp_path: Path) -> None:
    labels = ("Gladly", "Yes", "So so", "Rather not", "Never")
    text = told(tmp_path, *round_of(1, (9, 8, 1, 0, 2), labels=labels), outcome())

    assert squashed("18 of 22 support. 2 people chose “Never”.") in text
    assert squashed("1 Gladly 9 2 Yes 8 3 So so 1") in text
    assert "objection" not in text


def test_hands_are_read_from_none_to_five(tmp_path: Path) -> None:
    """DE3."""
    text = told(tmp_path, *round_of(1, (1, 0, 2, 3, 4, 12), kind=FIST), outcome(), kind=FIST)

    assert squashed("0 Stop 1 1 Big concerns 0") in text
    assert squashed("or more choose 4 or 5, and no one chooses 0.") in text
    assert squashed("1 person chose “Stop”.") in text


def test_where_nobody_was_asked_there_is_no_section() -> None:
    assert section(room_of(), MAP, plain_look()) == []


def test_a_proposal_stands_with_the_decisions_and_a_pulse_near_the_end() -> None:
    """HV6."""
    assert part(room_of(*round_of()), MAP) is Part.DECISIONS
    assert part(room_of(*round_of(kind=FIST)), MAP) is Part.DECISIONS
    assert part(room_of(*round_of(kind=ROTI)), MAP) is Part.PULSES


def test_only_what_was_adopted_is_counted_as_a_decision() -> None:
    (adopted,) = figures(room_of(*round_of(), outcome()), MAP)
    (waiting,) = figures(room_of(*round_of(), outcome(NOT_YET)), MAP)

    assert (adopted.numbers, waiting.numbers) == ((1,), (0,))
    assert adopted.label(plain_look(), (1,)) == "decision"


def test_words_of_six_hundred_letters_are_printed_whole_and_the_spread_stands_on_one_page(tmp_path: Path) -> None:
    long = "x" * 600
    look = plain_look(Edition.FACILITATOR)
    rounds = [record for number in range(1, 6) for record in round_of(number, text=f"{long}{number}")]
    more = [record for number in range(20) for record in reserved(f"c{number:02}", "q" * 600, 1, "z" * 600)]

    pages = pages_of(printed(look, tmp_path, *section(room_of(*rounds, *more), MAP, look)))

    assert "".join(pages).count("x") == 5 * 600
    assert "".join(pages).count("q") == 20 * 600
    assert sum(squashed("1 Whole-hearted yes 6") in page for page in pages) == 5
    assert [page.count("Whole-heartedyes") for page in pages] == [page.count("8Veto0") for page in pages]


def test_every_word_of_the_house_is_in_the_language_of_the_summary(tmp_path: Path) -> None:
    look = Look(catalogue(PSEUDO))
    sections = section(
        room_of(*round_of(), *reserved("a", "words", met="taken"), outcome(owner="priya", review="2027-06-18")),
        MAP,
        look,
    )

    said = words_of(printed(look, tmp_path, *(each for each in sections if not isinstance(each, Section))))

    assert "Decided" not in unmarked(said)
    assert "Supported" not in said
    assert "Set at" not in said
