"""What catching up shows at one moment: the ways, the one that is chosen, and the day it makes."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.console.catching_up.rest import Rest, rest_of
from facilitator.console.catching_up.words import WayRow, way_rows
from facilitator.console.lateness import Lateness, lateness_of
from facilitator.console.times import clock_words, moments_of
from facilitator.convening.catch_up import DROP, MOVE_END, Way, Ways, after, by_dropping, ways
from facilitator.convening.days import AS_IT_COMES, the_day
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.timetable import Slot, day_now, minutes_late, promised_end, timetable
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.reading import Reading


@dataclass(frozen=True, slots=True)
class Plan:
    """Words and rows of the four ways, and what the chosen one makes of the day; `ends` is its end in words."""

    title: str
    told: str
    rows: tuple[WayRow, ...]
    chosen: Way
    rest: Rest
    ends: str


def plan_at(records: Records, reading: Reading, code: str, drop: BlockId, freed: frozenset[BlockId]) -> Plan:
    """Offer the ways to catch up with the day the room is in. With `code` "" the best way is chosen.

    `drop` is the block that was chosen to be left out ("" for the one that fits best), `freed` are those that may give.
    """
    day = day_now(records)
    moments = moments_of(records, day, reading)
    slots = timetable(records, day, moments)
    late, promised = minutes_late(records, day, slots), promised_end(records, day, slots)
    found = ways(records, day, moments, freed)
    if drop:
        found = (found[0], found[1], by_dropping(records, day, moments, freed, drop), found[3])
    chosen = next((way for way in found if way.code == code and way.is_possible), None) or best_of(found, late)
    then = timetable(after(records, chosen.wish), day, moments) if chosen.is_possible else slots
    counted_on = promised if chosen.code != MOVE_END else chosen.likely_ends
    return Plan(
        _title(late),
        _told(slots, reading, the_day(records, day).told) + _no_need(late, lateness_of(records, slots, promised)),
        way_rows(records, found, chosen.code),
        chosen,
        rest_of(records, slots, then, freed, moments.minute_of(reading.wall_ms), counted_on),
        clock_words(chosen.likely_ends),
    )


def best_of(found: Ways, late: int) -> Way:
    """The first way that makes up for all of it, else the one that wins most."""
    whole = (way for way in found if way.is_possible and way.won >= late and way.code != DROP)
    return next(whole, None) or max(found, key=lambda way: (way.is_possible, way.won))


def _title(late: int) -> str:
    if late <= 0:
        return _("Nothing to catch up")
    return ngettext("Catch up {count} minute", "Catch up {count} minutes", late).format(count=late)


def _no_need(late: int, lateness: Lateness) -> str:
    """Say of a day that ends in time that nothing has to give, even if it is late for a while."""
    if late > 0:
        return ""
    if lateness.now <= 0:
        return " " + _("Nothing has to change.")
    words = _("It is {late} {further}: nothing has to change.")
    return " " + words.format(late=lateness.words(), further=lateness.further())


def _told(slots: list[Slot], reading: Reading, told: int) -> str:
    if not slots:
        return _("There is nothing on the agenda.")
    words = _("It is {now}. Likely end {likely}, planned {planned}.").format(
        now=reading.time_of_day(),
        likely=clock_words(slots[-1].likely_ends),
        planned=clock_words(slots[-1].ends),
    )
    if told == AS_IT_COMES:
        return words
    return f"{words} " + _("People were told {time}.").format(time=clock_words(told))
