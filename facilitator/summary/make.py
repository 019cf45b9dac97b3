"""Makes the summary of a convening, for one edition, in one language: results, ideas in their words, the day."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import ModuleType

from reportlab.platypus import Flowable

from facilitator.activities import Activity
from facilitator.convening.agenda import agenda
from facilitator.convening.gathering import Convening, the_convening
from facilitator.convening.ids import BlockId
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.convening.room import RoomView
from facilitator.i18n import catalogue
from facilitator.kit.letters import script_of
from facilitator.kit.pdf.dates import short_date
from facilitator.kit.pdf.document import Doc, Imprint
from facilitator.kit.pdf.look import ComplexText, Edition, Look
from facilitator.kit.pdf.parts import Figure, Part, added_up
from facilitator.kit.pdf.sections import Section
from facilitator.kit.pdf.tagging import write_tagged
from facilitator.store.whole import whole
from facilitator.summary.attendance import Attendance, attendance, may_be_named
from facilitator.summary.cover import cover, figure_of_people
from facilitator.summary.day import day_section, days_as_run

COMPOSED, LAID_OUT = 0.4, 0.8
"""The share of the work that is done when the sections are written, and when the pages are laid out."""


@dataclass(frozen=True, slots=True)
class Made:
    """A summary that was made: where it lies, its pages and bytes, how long it took, and its sections with pages."""

    path: Path
    pages: int
    size: int
    seconds: float
    sections: tuple[tuple[str, int], ...]


def quietly(share: float) -> None:
    """Tell nobody how far the work is."""


def make(
    records: Records,
    activities: Mapping[str, Activity],
    path: Path,
    edition: Edition = Edition.PARTICIPANT,
    language: str = "en",
    now: int = 0,
    complex_text: ComplexText | None = None,
    progress: Callable[[float], None] = quietly,
) -> Made:
    """Write the summary of a convening to `path`, replacing it whole.

    `records` are the desk's; an edition that leaves the laptop is made from what the room may see of them, and no
    edition holds private notes, contacts, or totals of a vote that was not revealed. `now` (UTC ms) ends the block
    that still runs. `complex_text` sets scripts that need shaping; `progress` is told the share that is done.
    Raises Refusal convening.none_such, file.not_written.
    """
    began = time.perf_counter()
    look = Look(catalogue(language), edition, complex_text)
    look.script = script_of(language)
    convening = the_convening(records)
    who = attendance(records, edition)
    laid_out = BytesIO()
    imprint = _imprint(look, convening, who, language)
    doc = Doc(laid_out, look, imprint, lambda share: progress(COMPOSED + share * (LAID_OUT - COMPOSED)))
    doc.lay_out(_story(look, records, activities, now, who, lambda share: progress(share * COMPOSED)))
    with whole(path) as fresh:
        write_tagged(laid_out, fresh, doc.marks, convening.title, language)
    progress(1.0)
    sections = tuple((section.title, section.page) for section in doc.sections)
    return Made(path, doc.page, path.stat().st_size, time.perf_counter() - began, sections)


def visible(records: Records, activities: Mapping[str, Activity], edition: Edition) -> Records:
    """Give what an edition may be made from: the facilitator's own sees what was held back, others do not."""
    if edition is Edition.FACILITATOR:
        return records
    return RoomView(rules.veil for a in activities.values() if (rules := a.rules).veil is not None).of(records)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A block that has something to say on paper, and its place on the agenda."""

    part: Part
    number: int
    block: BlockId
    face: ModuleType


def _story(
    look: Look,
    records: Records,
    activities: Mapping[str, Activity],
    now: int,
    who: Attendance,
    progress: Callable[[float], None],
) -> list[Flowable]:
    seen = visible(records, activities, look.edition)
    entries = _entries(seen, activities)
    look.letters = _letters(seen, entries)
    look.named = frozenset(one.id for one in records[Person].values() if may_be_named(records, one, look.edition))
    body: list[Flowable] = []
    # Source: practice, rule HV6: results before boards; within a part as the agenda ran.
    for done, entry in enumerate(sorted(entries, key=lambda entry: (entry.part, entry.number)), start=1):
        body += entry.face.section(seen, entry.block, look)
        progress(done / (len(entries) + 1))
    runs = days_as_run(records, now, _names(who))
    body += day_section(look, runs)
    figures = [figure_of_people(who), *_figures(seen, entries)]
    sections = [flowable for flowable in body if isinstance(flowable, Section)]
    progress(1.0)
    return [*cover(look, the_convening(records), [run.lines for run in runs], added_up(figures), sections, who), *body]


def _entries(records: Records, activities: Mapping[str, Activity]) -> list[_Entry]:
    entries = []
    for number, block in enumerate(agenda(records)):
        activity = activities.get(block.activity)
        face = activity.face("summary") if activity is not None else None
        if face is not None:
            entries.append(_Entry(_part(records, block.id, face), number, block.id, face))
    return entries


def _part(records: Records, block: BlockId, face: ModuleType) -> Part:
    """Where a block stands: most activities have one place; a scale decides, or only takes the room's pulse."""
    if hasattr(face, "part"):
        return Part(face.part(records, block))
    return Part(getattr(face, "PART", Part.BOARDS))


def _letters(records: Records, entries: list[_Entry]) -> dict[str, int]:
    found: dict[str, int] = {}
    for entry in entries:
        if hasattr(entry.face, "letters"):
            found.update(entry.face.letters(records, entry.block))
    return found


def _figures(records: Records, entries: list[_Entry]) -> list[Figure]:
    faces = ((entry.face, entry.block) for entry in entries if hasattr(entry.face, "figures"))
    return [figure for face, block in faces for figure in face.figures(records, block)]


def _names(who: Attendance) -> frozenset[str]:
    return frozenset((*who.guides, *(name for _, names in who.named for name in names)))


def _imprint(look: Look, convening: Convening, who: Attendance, language: str) -> Imprint:
    footer = " · ".join(part for part in (convening.title, short_date(look, convening.date)) if part)
    author = ", ".join(who.guides) or convening.title
    return Imprint(convening.title, footer, look.gettext("Summary"), author, language)
