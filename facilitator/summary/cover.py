"""The first page: what the convening was, what it promised, who was there, and what it came to in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, PageBreak

from facilitator.convening.gathering import Convening
from facilitator.i18n import N_
from facilitator.kit.pdf.agenda import Line, day_ribbon
from facilitator.kit.pdf.cover import AtFoot, BigTitle, Figures, contents
from facilitator.kit.pdf.dates import long_date
from facilitator.kit.pdf.look import TEXT_WIDTH, Edition, Look
from facilitator.kit.pdf.parts import Figure
from facilitator.kit.pdf.rows import Cell, Row, Table
from facilitator.kit.pdf.sections import Ruled, Section, air
from facilitator.kit.pdf.text import words
from facilitator.kit.pdf.typeface import Weight
from facilitator.summary.attendance import Attendance

COUNTRY = 72.0

MOST_RIBBONS = 5
"""So many days are shown as ribbons; more of them would take the page from the words."""

TYPES = {
    "consultation": N_("Consultation"),
    "legal_duty_consultation": N_("Legal-duty consultation"),
    "coordination": N_("Coordination"),
    "collaboration": N_("Collaboration"),
    "collective_impact": N_("Collective impact"),
    "co_design": N_("Co-design"),
    "co_production": N_("Co-production"),
    "co_creation": N_("Co-creation"),
}
"""The eight kinds of a convening. Source: practice, pack 15.2."""

EDITIONS = {
    Edition.PARTICIPANT: N_("What the room said and decided"),
    Edition.FUNDER: N_("What the room said and decided · Funder edition"),
    Edition.FACILITATOR: N_("What the room said and decided · Facilitator edition"),
}


def cover(
    look: Look,
    convening: Convening,
    days: Sequence[Sequence[Line]],
    figures: Sequence[Figure],
    sections: Sequence[Section],
    who: Attendance,
) -> list[Flowable]:
    """Set the first page, a ribbon for each of the `days`; what there is nothing to say about is left out."""
    regular = look.label.but(weight=Weight.REGULAR, colour=look.theme.colours.ink_2)
    story: list[Flowable] = [
        air(27),
        words(look, look.gettext(EDITIONS[look.edition]), regular),
        air(10),
        BigTitle(look, convening.title),
        air(16),
    ]
    story += [words(look, line, look.subtitle) for line in _when_and_where(look, convening)]
    for at, lines in enumerate(days[:MOST_RIBBONS]):
        story += [air(4 if at else 26), day_ribbon(look, lines)]
    if figures:
        story += [air(22), Figures(look, figures)]
    story += _promise(look, convening)
    if sections:
        label = look.body.but(weight=Weight.SEMIBOLD)
        story += [air(24), words(look, look.gettext("In this summary"), label, "P"), air(2), contents(look, sections)]
    if who.named or who.guides:
        story += [air(20), AtFoot(_in_the_room(look, who))]
    return [*story, PageBreak()] if sections else story


def figure_of_people(who: Attendance) -> Figure:
    """Count people and countries."""
    return Figure((who.people, who.countries), _people)


def type_name(look: Look, convening: Convening) -> str:
    """Say what kind of convening it is, "" if nobody said."""
    return look.gettext(TYPES[convening.type]) if convening.type in TYPES else convening.type


def _people(look: Look, numbers: tuple[int, ...]) -> str:
    people, countries = numbers
    said = look.ngettext("person", "people", people)
    if countries < 2:
        return said
    whence = look.ngettext("{countries} country", "{countries} countries", countries).format(countries=countries)
    return f"{said}, {whence}"


def _when_and_where(look: Look, convening: Convening) -> list[str]:
    when = ", ".join(part for part in (long_date(look, convening.date), convening.place) if part)
    return [line for line in (convening.day_line, when) if line]


def _promise(look: Look, convening: Convening) -> list[Flowable]:
    inner: list[Flowable] = []
    if convening.purpose:
        inner.append(words(look, convening.purpose, look.lead))
    kind = type_name(look, convening)
    if kind and convening.promise:
        line = look.gettext("{kind}: {promise}").format(kind=kind, promise=convening.promise)
    else:
        line = kind or convening.promise
    if line:
        inner.append(words(look, line, look.soft))
    return [air(26), Ruled(look, inner)] if inner else []


def _in_the_room(look: Look, who: Attendance) -> list[Flowable]:
    _ = look.gettext
    parts: list[Flowable] = [words(look, _("In the room"), look.body.but(weight=Weight.SEMIBOLD), "H2"), air(4)]
    soft = look.small.but(colour=look.theme.colours.ink_3)
    rows: list[Any] = [
        Row(
            (
                Cell(COUNTRY, words(look, country, soft), gap=6),
                Cell(TEXT_WIDTH - COUNTRY, words(look, _(", ").join(names), look.small)),
            ),
            look.hair,
            3.75,
            4.5,
        )
        for country, names in who.named
    ]
    if rows:
        parts.append(Table(None, rows))
    closing = []
    if who.unnamed:
        said = look.ngettext("{count} person is not named.", "{count} people are not named.", who.unnamed)
        closing.append(said.format(count=who.unnamed))
    if who.guides:
        closing.append(_("Facilitated by {names}").format(names=_(", ").join(who.guides)))
    return [*parts, air(7), *(words(look, line, look.small.but(colour=look.soft.colour)) for line in closing)]
