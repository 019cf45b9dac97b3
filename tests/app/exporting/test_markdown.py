"""Markdown, read back by a reader of Markdown: the words are there, and none of them became a mark."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from facilitator.app.exporting.editions import FUNDER, seen_in
from facilitator.app.exporting.markdown import agenda_as_markdown, as_markdown, literal
from facilitator.convening.room import RoomView
from tests.activities.scale.paper_rooms import SOONER, WORDS
from tests.app.exporting.agreed import agreed
from tests.app.exporting.planned import two_days
from tests.app.exporting.told import NOW, TEXTS, convening
from tests.convening.given import BOOK

READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def tags(html: str) -> set[str]:
    return set(re.findall(r"<(\w+)", html))


def shown(html: str) -> str:
    text = re.sub(r"<[^>]*>", "", html)
    for sign, code in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("&", "&amp;")):
        text = text.replace(code, sign)
    return text


def test_all_that_was_said_is_shown_as_it_was_written() -> None:
    html = READER.render(as_markdown(convening("# *Clean* <Water>"), NOW))

    text = shown(html)
    assert "# *Clean* <Water>" in text
    for idea in TEXTS:
        assert " ".join(idea.split()) in " ".join(text.split())
    for words in ("also: Meetings, but shorter", "Keep pumps running", "Money & time", "Not in a cluster",
                  "2 of 3 people voted and gave 5 dots.", "The vote was not revealed.",
                  "Why do we say we listen and do talk? (chosen)"):  # fmt: skip
        assert words in text
    assert tags(html) == {
        "h1",
        "h2",
        "h3",
        "p",
        "ul",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "br",
        "strong",
    }


def test_planned_and_real_minutes_stand_side_by_side() -> None:
    assert "| 09:00 | Ideas | 40 | 33 |" in as_markdown(convening(), NOW)


def test_the_room_s_has_no_private_note() -> None:
    assert "Watch the time" in as_markdown(convening(), NOW)
    assert "Watch the time" not in as_markdown(RoomView(BOOK.veils()).of(convening()), NOW)


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), max_size=40))
def test_any_words_are_shown_literally(text: str) -> None:
    html = READER.render(f"- {literal(text, '  ')}\n")

    assert tags(html) <= {"ul", "li", "br"}
    assert " ".join(shown(html).split()) == " ".join(text.split())


def test_a_second_line_stays_in_its_entry_and_what_is_unseen_is_shown() -> None:
    html = READER.render(f"- {literal('a' + chr(10) + chr(10) + '    # b' + chr(0), '  ')}\n")

    assert tags(html) == {"ul", "li", "br"}
    assert shown(html).split() == ["a", "#", "b\ufffd"]


def test_the_agenda_alone_has_its_days_steps_and_what_catching_up_gave() -> None:
    """TM13."""
    html = READER.render(said := agenda_as_markdown(two_days(), NOW))

    assert "| 09:30 | Ideas | 40 |  | 33 |" in said
    assert "| 10:10 | Vote | 15 | dropped |  |" in said
    assert "| 10:00 | Wicked | 25 | 20 |  |" in said
    text = " ".join(shown(html).split())
    for words in ("Day 1 · 2027-03-18", "Day 2 · 2027-03-19", "2 × 3.5 min: Ask *and* answer (took 2.5 min)",
                  "2 min: Ask (took 2.5 min)", "1.5 min: Answer back: Answer", "1 min: One word"):  # fmt: skip
        assert words in text
    assert "Shorter meetings" not in text


def test_what_the_steps_took_is_not_in_the_room_s_agenda() -> None:
    said = agenda_as_markdown(RoomView(BOOK.veils()).of(two_days()), NOW)

    assert "took" not in said
    assert "One word" in said


def test_a_decision_stands_before_the_agenda_with_its_rule_its_counts_and_its_doubts() -> None:
    """HV6, HV8."""
    written = as_markdown(agreed(), NOW)
    text = " ".join(shown(READER.render(written)).split())

    for words in (
        WORDS, SOONER, "Outcome: Adopted · Owner: Priya Raghunathan · Review: 2027-06-18",
        "Supported when 15 of 22 or more choose 1, 2 or 3, and no one chooses 8. The rule was met.",
        "17 of 22 support.", "7 Serious objection 1", "Taken in: January 2028 instead.", "=The year is too soon.",
        "Fewer than five answered; the spread is not shown.",
    ):  # fmt: skip
        assert words in text
    assert written.index("## Agreement") < written.index("## Agenda")
    assert "Worth the time" not in text
    assert "Taken away since" not in text


def test_the_room_reads_only_the_wording_that_was_decided_about() -> None:
    """HV8."""
    told = as_markdown(seen_in(agreed(), FUNDER), NOW)

    assert "11 of 22 support" in as_markdown(agreed(), NOW)
    assert "11 of 22 support" not in told
    assert "17 of 22 support" in told
    assert "Jal Saathi" in told
    assert "Priya" not in told
