"""The summary holds what the room said, in order, for its edition, and nothing private."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pdfua import validate
from PySide6.QtWidgets import QApplication

from facilitator.activities import discover
from facilitator.activities.scale.rules.points import ROTI
from facilitator.activities.scale.rules.support import Asked
from facilitator.convening.ballots import INTERRUPTED, OPEN, Round
from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId, RoundId
from facilitator.convening.words import Refusal, added
from facilitator.i18n import PSEUDO
from facilitator.kit.pdf.look import Edition
from facilitator.kit.pdf.qt_text import QtText
from facilitator.summary.make import make, quietly, visible
from tests.activities.scale.paper_rooms import MAP, outcome, proposed, round_of
from tests.kit.pdf.paper import fonts, pages_of, spoken, squashed, words_of
from tests.summary.rooms import IDEAS, MORNING, VOTE, WATER, block, idea, records_of, summary_of, voting, whole_day

EVERY_EDITION = pytest.mark.parametrize("edition", list(Edition))


def test_results_come_first_then_questions_then_ideas_then_the_day(tmp_path: Path) -> None:
    made = summary_of(whole_day(), tmp_path)

    assert [title for title, _ in made.sections] == [
        "Dot vote: our energy",
        "Wicked question",
        "Ideas: ten years of water",
        "Agenda, planned and actual",
    ]
    assert [page for _, page in made.sections] == sorted(page for _, page in made.sections)


def test_it_tells_what_it_made(tmp_path: Path) -> None:
    made = summary_of(whole_day(), tmp_path)

    assert made.path == tmp_path / "summary.pdf"
    assert made.pages == len(pages_of(made.path))
    assert made.size == made.path.stat().st_size
    assert made.seconds > 0
    assert [path.name for path in tmp_path.iterdir()] == ["summary.pdf"]


@EVERY_EDITION
def test_no_edition_holds_private_notes_contacts_or_words_of_seats(tmp_path: Path, edition: Edition) -> None:
    text = words_of(summary_of(whole_day(), tmp_path, edition).path)

    assert not [word for word in ("PRIVATENOTE", "@example.org", "+254700", "secretword") if word in text]


@EVERY_EDITION
def test_a_vote_that_is_not_revealed_shows_no_total_in_any_edition(tmp_path: Path, edition: Edition) -> None:
    room = records_of(WATER, block(VOTE, "Dot vote", "dot_vote", "1"), *idea("a", "One map"), *voting(OPEN))

    text = words_of(summary_of(room, tmp_path, edition).path)

    assert squashed("The vote was not revealed.") in text
    assert "Total" not in text
    assert "Onemap" not in text


@EVERY_EDITION
def test_a_checker_finds_nothing_but_that_no_claim_is_made(tmp_path: Path, edition: Edition) -> None:
    made = summary_of(whole_day(), tmp_path, edition)

    assert {finding.rule_id for finding in validate(str(made.path)).findings} <= {"UA-28-004"}


def test_only_the_facilitators_edition_holds_what_was_kept_off_the_stage(tmp_path: Path) -> None:
    assert "HELDBACK" not in words_of(summary_of(whole_day(), tmp_path).path)
    assert "TRUTHSENT" not in words_of(summary_of(whole_day(), tmp_path).path)
    assert "HELDBACK" in words_of(summary_of(whole_day(), tmp_path, Edition.FACILITATOR).path)


def test_what_an_edition_may_see_is_decided_before_any_section_is_asked() -> None:
    room = whole_day()

    assert "h" not in visible(room, discover(), Edition.PARTICIPANT)[Card]
    assert visible(room, discover(), Edition.FACILITATOR) is room


def test_names_are_nowhere_in_the_funders_file(tmp_path: Path) -> None:
    made = summary_of(whole_day(), tmp_path, Edition.FUNDER)

    with pikepdf.open(made.path) as pdf, pdf.open_metadata() as metadata:
        told = words_of(made.path) + str(pdf.docinfo.get("/Author", "")) + str(metadata)
    assert not [name for name in ("Amina", "Tomás", "Nomsa") if name in told]


def test_every_page_is_numbered_and_every_font_embedded(tmp_path: Path) -> None:
    made = summary_of(whole_day(), tmp_path)

    assert all(text.endswith(f"{n}of{made.pages}") for n, text in enumerate(pages_of(made.path), start=1))
    assert all(fonts(made.path).values())


def test_sections_are_bookmarks(tmp_path: Path) -> None:
    made = summary_of(whole_day(), tmp_path)

    with pikepdf.open(made.path) as pdf, pdf.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [title for title, _ in made.sections]


def test_an_empty_convening_is_a_cover_without_empty_sections(tmp_path: Path) -> None:
    made = summary_of(records_of(WATER), tmp_path)

    assert (made.pages, made.sections) == (1, ())
    assert "CleanWaterby2035" in words_of(made.path)
    assert "none" not in words_of(made.path)


def test_a_board_without_ideas_has_no_section(tmp_path: Path) -> None:
    made = summary_of(records_of(WATER, block(IDEAS, "Ideas", "ideation_board", "1")), tmp_path)

    assert [title for title, _ in made.sections] == ["Agenda"]


def test_without_a_convening_there_is_nothing_to_sum_up(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"convening\.none_such"):
        summary_of(records_of(), tmp_path)


def test_five_hundred_ideas_are_all_there_in_their_own_words(tmp_path: Path) -> None:
    ideas = [record for n in range(500) for record in idea(f"i{n:03}", f"Idea number {n}, kept as it was said.")]

    text = words_of(summary_of(records_of(WATER, block(IDEAS, "Ideas", "ideation_board", "1"), *ideas), tmp_path).path)

    assert all(text.count(f"Ideanumber{n},keptasitwassaid.") == 1 for n in range(500))


def test_ideas_in_every_script_keep_their_words(qapp: QApplication, tmp_path: Path) -> None:
    said = ["Wambũi", "Nguyễn Thị Hạnh", "Ọlá", "ماء نظيف لكل قرية", "מים נקיים", "साफ़ पानी", "👩‍👩‍👧 together"]
    ideas = [record for n, text in enumerate(said) for record in idea(f"i{n}", text)]
    room = records_of(WATER, block(IDEAS, "Ideas", "ideation_board", "1"), *ideas)

    made = make(room, discover(), tmp_path / "s.pdf", complex_text=QtText())

    told = words_of(made.path) + spoken(made.path)
    assert all(squashed(text) in told for text in said)


def test_the_language_of_a_summary_is_its_own(tmp_path: Path) -> None:
    made = summary_of(whole_day(), tmp_path, language=PSEUDO)

    assert "Agenda,plannedandactual" not in words_of(made.path)
    assert "CleanWaterby2035" in words_of(made.path)


def test_progress_rises_from_the_first_section_to_the_whole(tmp_path: Path) -> None:
    shares: list[float] = []

    make(whole_day(), discover(), tmp_path / "s.pdf", now=MORNING, progress=shares.append)

    assert all(before <= after for before, after in pairwise(shares))
    assert shares[0] < 0.4
    assert shares[-1] == 1
    quietly(1.0)


def test_a_new_summary_replaces_the_old_one_whole(tmp_path: Path) -> None:
    summary_of(whole_day(), tmp_path)
    later = whole_day().after(added(record) for record in idea("n", "One more idea"))

    made = summary_of(later, tmp_path)

    assert "Onemoreidea" in words_of(made.path)


def test_check_14_board_and_vote_printed_in_grey_are_still_understood(tmp_path: Path) -> None:
    """Check 14. Every word stands out from its ground without any colour, and letters and numbers say what colours do."""
    made = summary_of(whole_day(), tmp_path)

    with pypdfium2.PdfDocument(made.path) as paper:
        faint = [word for page in paper for word in faint_in_grey(page)]
    assert faint == []
    text = words_of(made.path)
    assert "AMoneythatlasts2Poolrepairfunds" in text
    assert "BDataweshare1Oneopenmap" in text
    # Each option of the vote says in which cluster it lies, and what it was given.
    for row in ("1tieBOneopenmap", "1tieAPoolrepairfunds", "3ATen-yeargrants"):
        assert row in text


def faint_in_grey(page: pypdfium2.PdfPage) -> list[str]:
    """The words of a page whose darkest and lightest grey are too close: 3 to 1 for what is as large as a heading."""
    scale = 3
    picture = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    words, found = page.get_textpage(), []
    for at in range(words.count_rects()):
        left, low, right, high = words.get_rect(at)
        box = [round(each * scale) for each in (left, page.get_height() - high, right, page.get_height() - low)]
        darkest, lightest = picture.crop(tuple(box)).getextrema()
        said = words.get_text_bounded(left, low, right, high)
        ratio = (luminance(lightest) + 0.05) / (luminance(darkest) + 0.05)
        if ratio < (3 if high - low > 14 else 4.5) and any(letter.isalnum() for letter in said):
            found.append(f"{said}: {ratio:.1f}")
    return found


def luminance(grey: int) -> float:
    """How light a grey is, from 0 to 1. Source: WCAG 2.2, relative luminance."""
    share = grey / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def test_decisions_come_first_and_a_pulse_of_the_room_after_the_boards(tmp_path: Path) -> None:
    """HV6."""
    pulse = BlockId("pulse")
    asked_last = Asked(RoundId("p"), "Was it worth our time?", 1, ROTI)
    room = whole_day().after(
        added(record)
        for record in (
            block(MAP, "Agreement: open map", "scale", "5"), *proposed(), *round_of(), outcome(),
            block(pulse, "ROTI", "scale", "0"), Round(RoundId("p"), pulse, state=INTERRUPTED), asked_last,
        )
    )  # fmt: skip

    made = summary_of(room, tmp_path)

    assert [title for title, _ in made.sections] == [
        "Agreement: open map", "Dot vote: our energy", "Wicked question", "Ideas: ten years of water", "ROTI",
        "Agenda, planned and actual",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("edition", "owner", "said"),
    [
        (Edition.PARTICIPANT, "amina", "Amina Wambũi sees to it."),
        (Edition.PARTICIPANT, "tomas", "Somebody of the room sees to it."),
        (Edition.FACILITATOR, "tomas", "Tomás Quiet sees to it."),
        (Edition.FUNDER, "amina", "An Organisation sees to it."),
    ],
)
def test_who_sees_to_a_decision_is_named_if_they_agreed_to_stand_in_the_list(
    tmp_path: Path, edition: Edition, owner: str, said: str
) -> None:
    """HV8, PR4."""
    agreed = (block(MAP, "Agreement", "scale", "5"), *proposed(), *round_of(), outcome(owner=owner))
    room = whole_day().after(added(record) for record in agreed)

    text = words_of(summary_of(room, tmp_path, edition).path)

    assert squashed(said) in text
    assert not (edition is Edition.FUNDER and "Amina" in text)
    assert not (owner == "tomas" and edition is Edition.PARTICIPANT and "Quiet" in text)
