"""Who is here now, and what they show without a word."""

from __future__ import annotations

from facilitator.phones.presence import MANY_REFUSED, MOOD_SECONDS, REFUSED_SECONDS, Presence


class Clock:
    """Time that passes when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_hands_stand_in_the_order_they_went_up() -> None:
    presence = Presence()

    for person in ("amina", "tomas", "amina"):
        presence.raise_hand(person)

    assert presence.of("amina")["hand"] == 1
    assert presence.of("tomas")["hand"] == 2
    assert presence.counts()["hands"] == 2


def test_a_mood_fades_after_ten_minutes() -> None:
    clock = Clock()
    presence = Presence(clock)
    presence.feel("amina", "lost")

    clock.now = MOOD_SECONDS + 1

    assert presence.of("amina")["mood"] == ""
    assert presence.said()["moods"] == {}


def test_moods_are_numbers_never_names() -> None:
    presence = Presence(Clock())
    presence.feel("amina", "lost")
    presence.feel("tomas", "lost")

    assert presence.said()["moods"] == {"lost": 2}
    assert "amina" not in str(presence.said()["moods"])


def test_a_mood_nobody_offered_counts_for_nothing() -> None:
    presence = Presence(Clock())
    presence.feel("amina", "furious")

    assert presence.said()["moods"] == {}


def test_done_is_about_the_block_that_is_live() -> None:
    presence = Presence()
    presence.enter("first")
    presence.finish("amina")

    presence.enter("second")

    assert presence.counts()["done"] == 0


def test_a_person_with_two_pages_is_here_until_both_are_closed() -> None:
    presence = Presence()
    presence.come("amina")
    presence.come("amina")

    presence.leave("amina")
    assert presence.said()["connected"] == {"amina": 1}

    presence.leave("amina")
    assert presence.said()["connected"] == {}


def test_typing_is_forgotten_after_a_while() -> None:
    clock = Clock()
    presence = Presence(clock)
    presence.type("amina")
    assert presence.said()["typing"] == 1

    clock.now = 60.0

    assert presence.said()["typing"] == 0


def test_a_new_gateway_takes_over_hands_and_done() -> None:
    before, after = Presence(), Presence()
    before.enter("block")
    before.raise_hand("amina")
    before.finish("tomas")

    after.restore(before.said())
    after.enter("block")

    assert after.said() == before.said()
    assert after.of("tomas")["is_done"]


def test_whose_phone_sends_more_than_a_person_can_write_is_named_until_it_stops() -> None:
    """Fault 37. A phone that sends a thousand times is named; one that was refused now and then is not."""
    clock = Clock()
    presence = Presence(clock)

    calm = [presence.refuse("amina") for _ in range(MANY_REFUSED - 1)]
    hasty = [presence.refuse("tomas") for _ in range(MANY_REFUSED * 3)]

    assert not any(calm)
    assert hasty.count(True) == 1
    assert presence.said()["hasty"] == ["tomas"]
    clock.now = REFUSED_SECONDS + 1
    assert presence.said()["hasty"] == []


def test_a_mood_that_fades_is_given_once() -> None:
    clock = Clock()
    presence = Presence(clock)
    presence.feel("amina", "lost")
    clock.now = 10
    presence.feel("tomas", "pause")

    assert presence.until_fade() == MOOD_SECONDS - 10
    clock.now = MOOD_SECONDS
    assert presence.faded() == ("amina",)
    assert presence.faded() == ()
