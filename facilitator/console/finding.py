"""Where in an open convening something is shown that was found by the search."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from facilitator.convening.agenda import current
from facilitator.convening.findable import Place
from facilitator.convening.gathering import PREPARING, the_convening
from facilitator.convening.records import Records

if TYPE_CHECKING:
    from facilitator.console.live import Live
    from facilitator.console.prepare import Prepare

AGENDA, CONVENING, PEOPLE = 0, 1, 2
"""The pages on which a convening is prepared."""

PREPARED = ("convening", "person", "block", "note")
"""The kinds that are shown where they are prepared; what the room said lies on its board, or in the history."""


@runtime_checkable
class Seeks(Protocol):
    """A face that can show one of its own things: a card of its board."""

    def seek(self, key: str) -> bool:
        """Choose it and bring it into view; tell whether it is here, else nothing happens."""


def turn_to_place(
    turn_to: Callable[[Prepare | Live], None], records: Records, prepare: Prepare, live: Live, place: Place
) -> None:
    """Turn to the page that shows a place, and show it there.

    Once the day has begun that is the live frame for what is in the block on stage and for what the room said anywhere;
    for everything else, and before, it is where the convening is prepared.
    """
    is_on = bool(place.block) and place.block == current(records)
    has_begun = the_convening(records).state != PREPARING
    page = live if has_begun and (is_on or place.kind not in PREPARED) else prepare
    turn_to(page)
    page.seek(place)


def page_number(place: Place) -> int:
    """Which page of preparing shows a place."""
    return {"convening": CONVENING, "person": PEOPLE}.get(place.kind, AGENDA)
