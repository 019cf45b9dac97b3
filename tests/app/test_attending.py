"""Who is in the room, remembered in memory only."""

from __future__ import annotations

from facilitator.app.attending import Attending
from facilitator.phones.bridge import RoomPresence


def test_whoever_went_away_was_seen_last_when_they_went_and_is_here_when_they_are_back() -> None:
    attending = Attending()
    attending.hear(RoomPresence({"amina": 1, "": 2}), 1000)

    gone = attending.hear(RoomPresence({}), 5000)
    later = attending.hear(RoomPresence({}), 9000)
    back = attending.hear(RoomPresence({"amina": 2}, hands=("amina",)), 12_000)

    assert (gone.here, gone.seen, gone.strangers) == (frozenset(), {"amina": 5000}, 0)
    assert later.seen == {"amina": 5000}
    assert (back.here, back.seen, back.hands) == (frozenset({"amina"}), {}, ("amina",))
