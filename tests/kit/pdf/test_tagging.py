"""The finished file can be read by a screen reader."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pdfua import validate
from reportlab.platypus import PageBreak

from facilitator.kit.pdf.cover import contents
from facilitator.kit.pdf.ranking import Standing, ranking
from facilitator.kit.pdf.sections import Section
from facilitator.kit.pdf.text import words
from tests.kit.pdf.paper import plain_look, printed, roles

NOT_CLAIMED = "UA-28-004"
"""The file does not claim PDF/UA, so the only finding is that it does not."""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    look = plain_look()
    sections = [Section(look, "Dot vote"), Section(look, "Ideas")]
    standings = [Standing(1, "One open map", 3, 2, 1), Standing(2, "Pooled funds", 1, 1)]
    story = [contents(look, sections), PageBreak(), sections[0], ranking(look, standings), PageBreak(), sections[1]]
    return printed(look, tmp_path, *story, words(look, "Ten-year grants", look.body))


def test_a_checker_finds_nothing_but_that_no_claim_is_made(page: Path) -> None:
    findings = validate(str(page)).findings

    assert {finding.rule_id for finding in findings} <= {NOT_CLAIMED}


def test_headings_tables_and_paragraphs_are_named_in_reading_order(page: Path) -> None:
    found = roles(page)

    assert [role for role in found if role in ("H1", "Table", "P")] == ["H1", "Table", "H1", "P"]
    assert found.count("TH") == 5
    assert found.count("TR") == 3
    assert found.count("TD") == 12


def test_a_link_holds_its_words_and_its_area(page: Path) -> None:
    with pikepdf.open(page) as pdf:
        areas = list(pdf.pages[0].Annots)

    assert [str(area.Contents) for area in areas] == ["Dot vote", "Ideas"]
    assert roles(page).count("Link") == 2


def test_title_and_language_stand_in_the_metadata(page: Path) -> None:
    with pikepdf.open(page) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.docinfo.Title) == "Clean Water by 2035"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Clean Water by 2035"
