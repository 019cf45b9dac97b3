"""What the search found, as its record says it now: the words that the history looks for and shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from facilitator.convening.findable import Findable, Place
from facilitator.convening.records import Records
from facilitator.convening.words import Record, table_of
from facilitator.i18n import _
from facilitator.kit.told import quoted

_MOST = 4


def texts_of(findable: Sequence[Findable], records: Records, place: Place) -> tuple[str, ...]:
    """The texts of what lies there, and after them those of what went into it; none when it is gone."""
    one = next((each for each in findable if each.kind == place.kind), None)
    record = records.table(table_of(one.record)).get(place.key) if one is not None else None
    if one is None or record is None:
        return ()
    into = _points_to_its_own(one.record)
    others = (
        each for each in records.table(table_of(one.record)).values() if into and getattr(each, into) == place.key
    )
    said = (getattr(each, field) for each in (record, *others) for field in one.fields)
    return tuple(text for text in said if text)


def found_words(texts: Sequence[str]) -> str:
    """Say what was found, "" for nothing; of many wordings the first ones."""
    said = ", ".join(f"“{quoted(text)}”" for text in texts[:_MOST])
    return _("You looked for this: {texts}").format(texts=said) if said else ""


def _points_to_its_own(kind: type[Record[Any]]) -> str:
    return next((field for field, aim in kind.points_to.items() if aim == table_of(kind)), "")
