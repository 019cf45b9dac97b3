"""What older copies still hold, in a sentence."""

from __future__ import annotations

from datetime import UTC, datetime

from facilitator.console.older_copies import Held, OlderCopies
from facilitator.kit.qt.reading import Reading

NOW = Reading(round(datetime(2026, 11, 21, 9, tzinfo=UTC).timestamp() * 1000), UTC)


def day(number: int) -> int:
    return round(datetime(2026, 11, number, 9, tzinfo=UTC).timestamp() * 1000)


def test_none_say_nothing_and_offer_nothing() -> None:
    none = OlderCopies(Held.NAME, (), lambda: None)

    assert none.words(NOW) == ""
    assert none.acts() == ()


def test_one_is_named_by_its_day() -> None:
    said = OlderCopies(Held.CONVENING, (day(12),), lambda: None).words(NOW)

    assert said.startswith("1 backup (Thu 12 November) still holds it. ")


def test_several_are_named_by_their_days_and_can_be_deleted() -> None:
    deleted: list[str] = []
    older = OlderCopies(Held.NAME, (day(12), day(13), day(21)), lambda: deleted.append("now"))

    assert older.words(NOW) == (
        "3 backups (Thu 12 November to Sat 21 November) still hold this name. "
        "They go within four weeks of use, or delete them now."
    )
    (act,) = older.acts()
    act.do()
    assert (act.title, deleted) == ("Delete them now", ["now"])


def test_a_folder_that_is_not_plugged_in_is_named_also_when_nothing_else_is_found() -> None:
    unseen = "The folder /media/stick is not plugged in; it may hold it too."

    alone = OlderCopies(Held.NAME, (), lambda: None, ("/media/stick",))
    beside = OlderCopies(Held.CONVENING, (day(12),), lambda: None, ("/media/stick",))

    assert (alone.words(NOW), alone.acts()) == (unseen, ())
    assert beside.words(NOW).endswith(f"delete them now. {unseen}")


def test_what_does_not_go_by_itself_is_not_said_to_go() -> None:
    said = OlderCopies(Held.NAME, (day(12), day(13)), lambda: None, staying=1).words(NOW)

    assert said.endswith("still hold this name. Delete them now, or they stay.")
