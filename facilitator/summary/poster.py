"""Makes the poster of a convening's agenda, a page or more for each day, from what the room may see."""

from __future__ import annotations

from collections.abc import Container, Mapping
from io import BytesIO
from pathlib import Path

from facilitator.activities import Activity
from facilitator.convening.agenda import agenda_of
from facilitator.convening.days import Day, days
from facilitator.convening.gathering import Convening, the_convening
from facilitator.convening.people import Person, name_of
from facilitator.convening.records import Records
from facilitator.i18n import catalogue
from facilitator.kit.pdf.dates import long_date
from facilitator.kit.pdf.look import ComplexText, Edition, Look
from facilitator.kit.pdf.poster import PosterDay, PosterLine, write_poster
from facilitator.kit.pdf.tagging import write_tagged
from facilitator.store.whole import whole
from facilitator.summary.attendance import may_be_named
from facilitator.summary.make import visible


def make_poster(
    records: Records,
    activities: Mapping[str, Activity],
    path: Path,
    paper: str,
    language: str = "en",
    complex_text: ComplexText | None = None,
) -> None:
    """Write the agenda as a poster to `path`, replacing it whole; `paper` is "a4" or "a3".

    Blocks that were dropped are left out, and the others have the minutes they were given last. Who leads a block is
    named if they consented to stand in the list: a wall is read by everybody. Source: practice, rule PR4.
    `records` are the desk's: consents stay there.
    Raises Refusal convening.none_such, file.not_written.
    """
    seen = visible(records, activities, Edition.PARTICIPANT)
    convening = the_convening(seen)
    look = Look(catalogue(language), Edition.PARTICIPANT, complex_text)
    all_days = days(seen)
    named = {each.id for each in records[Person].values() if may_be_named(records, each, Edition.PARTICIPANT)}
    pages = [
        PosterDay(_name(look, convening, day, number if len(all_days) > 1 else 0), _lines(seen, day, named))
        for number, day in enumerate(all_days, start=1)
    ]
    filled = [page for page in pages if page.lines] or pages[:1]
    laid_out = BytesIO()
    marks = write_poster(look, laid_out, convening.title, filled, paper, language)
    with whole(path) as fresh:
        write_tagged(laid_out, fresh, marks, convening.title, language)


def _name(look: Look, convening: Convening, day: Day, number: int) -> str:
    name = day.title or (look.gettext("Day {number}").format(number=number) if number else "")
    return " · ".join(part for part in (name, long_date(look, day.date), convening.place) if part)


def _lines(records: Records, day: Day, named: Container[str]) -> list[PosterLine]:
    lines, at = [], day.starts
    for block in agenda_of(records, day.id):
        if block.is_dropped:
            continue
        at = max(at, block.pinned)
        guide = name_of(records, block.guide) if block.guide in named else ""
        lines.append(PosterLine(block.title, guide, block.category, at, block.minutes_now))
        at += block.minutes_now
    return lines
