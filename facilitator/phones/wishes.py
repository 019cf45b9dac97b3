"""Which wishes a phone may utter: those of the live activity's page, and the room's own. Everything else is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitator.activities import Activity
from facilitator.convening.gathering import OVER, Convening
from facilitator.convening.ids import ROOM, BlockId
from facilitator.convening.people import ChooseLanguage, Join, Rejoin
from facilitator.convening.records import Records
from facilitator.convening.words import Refusal, Wish
from facilitator.kit.web.form import Form
from facilitator.kit.web.words import NATIVE_NAMES
from facilitator.phones.live import live_block


class NoSeat(Exception):
    """Whoever asks has to join first."""


def _join(form: Form) -> Wish:
    return Join(
        form.text_or("name", ""),
        form.text_or("organisation", ""),
        form.text_or("country", ""),
        form.text_or("language", ""),
        tuple(consent for consent in form.texts_or("consents", ()) if consent in CONSENTS),
    )


def _rejoin(form: Form) -> Wish:
    return Rejoin(form.text("word"))


def _choose_language(form: Form) -> Wish:
    language = form.text("language")
    if language not in NATIVE_NAMES:
        raise Refusal("form.unreadable", field="language")
    return ChooseLanguage(language)


CONSENTS = ("name", "contact", "photograph", "quotation")
"""The four consents, none assumed. Source: practice, rule PR4."""

ROOM_WISHES: Mapping[str, Callable[[Form], Wish]] = {
    "join": _join, "rejoin": _rejoin, "choose_language": _choose_language,
}  # fmt: skip
"""What a phone may ask of the room itself, the last one from a seat.

Done, hand, mood and typing are presence and never come this far.
"""


def read_wish(
    line: Mapping[str, Any], records: Records, activities: Mapping[str, Activity], *, has_seat: bool
) -> tuple[Wish, str]:
    """Read a posting as a wish, and name what it speaks to: a block, or the room.

    Raises NoSeat, and Refusal: wish.unknown, activity.not_live, convening.over, form.unreadable.
    """
    if line["activity"] == ROOM:
        if line["wish"] == "choose_language" and not has_seat:
            raise NoSeat
        return _reader(ROOM_WISHES, line)(Form(BlockId(""), line["with"])), ROOM
    if not has_seat:
        raise NoSeat
    activity = activities.get(line["activity"])
    face: Any = activity.face("phone") if activity is not None else None
    if face is None:
        raise Refusal("wish.unknown")
    read = _reader(face.WISHES, line)
    if any(convening.state == OVER for convening in records[Convening].values()):
        raise Refusal("convening.over")
    block = live_block(records)
    if block is None or block.activity != line["activity"] or line.get("block") not in ("", None, block.id):
        raise Refusal("activity.not_live")
    return read(Form(block.id, line["with"])), block.id


def _reader(wishes: Mapping[str, Callable[[Form], Wish]], line: Mapping[str, Any]) -> Callable[[Form], Wish]:
    read = wishes.get(line["wish"])
    if read is None:
        raise Refusal("wish.unknown")
    return read
