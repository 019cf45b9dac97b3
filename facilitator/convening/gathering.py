"""The convening itself: what it is for, when and where, and whether it is being prepared, live or over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from facilitator.convening.ids import ConveningId
from facilitator.convening.records import Records
from facilitator.convening.states import stated, with_fields
from facilitator.convening.words import Decision, Moment, Record, Refusal, Seen, Undo, Wish, added

PREPARING, LIVE, OVER = "preparing", "live", "closed"
"""The states of a convening."""

MOST_PHONES = 1000
"""So many phones were measured on one laptop. The next one is told so politely, and everybody else stays served."""

MOST_SEATS = 9_999
"""The most people that may be expected."""

DAY_MINUTES = 24 * 60
"""The minutes of a day. It may end as late as midnight of the next one."""


@dataclass(frozen=True, slots=True)
class Convening(Record[ConveningId]):
    """One gathering of one or more days. `starts` is minutes since midnight, `date` ISO, `seats` the people expected.

    `date`, `day_line`, `starts` and `told_end` are those of its first day; `told_end` is the end that people were told
    when it moved (minutes since midnight), -1 while the plan holds.
    `phones` is how many people may take a seat by phone, 0 for as many as the laptop carries.
    `code` is what phones join with (8 letters and digits without look-alikes). `type` is one of the eight Cs.
    """

    title: str
    purpose: str = ""
    promise: str = ""
    type: str = ""
    date: str = ""
    day_line: str = ""
    place: str = ""
    starts: int = 9 * 60
    state: str = PREPARING
    seats: int = 0
    code: str = ""
    wifi_name: str = ""
    wifi_password: str = ""
    greetings: tuple[str, ...] = ()
    language: str = "en"
    told_end: int = -1
    phones: int = 0

    seen: ClassVar[Seen] = Seen.ROOM
    bounds: ClassVar[Mapping[str, tuple[int, int]]] = {
        "phones": (0, MOST_PHONES), "seats": (0, MOST_SEATS),
        "starts": (0, DAY_MINUTES - 1), "told_end": (-1, 2 * DAY_MINUTES),
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class CreateConvening(Wish):
    """Begin a convening. Its id is the stream's."""

    convening: Convening


@dataclass(frozen=True, slots=True)
class DescribeConvening(Wish):
    """Say anew what the convening is: every field but its state and code.

    `fields` names what is meant, everything without.
    """

    convening: Convening
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoLive(Wish):
    """Open the doors: phones may come, the stage is lit."""


WISHES: tuple[type[Wish], ...] = (CreateConvening, DescribeConvening, GoLive)


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about the convening.

    Raises Refusal: convening.exists, convening.none_such, convening.untitled, convening.too_many_phones (most),
    convening.too_many_seats (most), day.bad_start.
    """
    del moment
    match wish:
        case CreateConvening(new):
            if records[Convening]:
                raise Refusal("convening.exists")
            return Decision("convening.created", (added(_titled(new)),), Undo.NO)
        case DescribeConvening(said, fields):
            old = the_convening(records)
            new = with_fields(old, said, fields)
            told = replace(old, **{name: getattr(_titled(new), name) for name in _DESCRIBED})
            return Decision("convening.described", stated(records, told))
        case GoLive():
            live = replace(the_convening(records), state=LIVE)
            return Decision("convening.went_live", stated(records, live), Undo.NO)
    raise Refusal("wish.unknown")


_DESCRIBED = (
    "title", "purpose", "promise", "type", "date", "day_line", "place", "starts", "seats", "phones",
    "wifi_name", "wifi_password", "greetings", "language",
)  # fmt: skip


def the_convening(records: Records) -> Convening:
    """Give the convening these records are about. Raises Refusal convening.none_such."""
    for found in records[Convening].values():
        return found
    raise Refusal("convening.none_such")


def spoken_code(code: str) -> str:
    """A join code in two halves, as it is read aloud: "K7QX 93PF"."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}" if len(code) == 8 else code


def _titled(convening: Convening) -> Convening:
    if not convening.title.strip():
        raise Refusal("convening.untitled")
    if not 0 <= convening.phones <= MOST_PHONES:
        raise Refusal("convening.too_many_phones", most=MOST_PHONES)
    if not 0 <= convening.seats <= MOST_SEATS:
        raise Refusal("convening.too_many_seats", most=MOST_SEATS)
    if not 0 <= convening.starts < DAY_MINUTES:
        raise Refusal("day.bad_start")
    return convening
