"""A moment in numbers: ideas and who they are from, people here, and the time that was left."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.activities import Activity
from facilitator.activities.scale.rules.reservations import Reservation
from facilitator.convening.agenda import Block, current
from facilitator.convening.cards import Card
from facilitator.convening.harvest import CLUSTER
from facilitator.convening.people import here
from facilitator.convening.records import Records
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.words import table_of
from facilitator.i18n import _, ngettext


def counts_words(records: Records, activities: Mapping[str, Activity]) -> str:
    """Say what there was: "26 ideas from 17 people, in 5 clusters, 18 people here."."""
    cards = _cards(records)
    authors, seated = len({card.by for card in cards if card.by}), here(records)
    ideas = (
        ngettext("{count} idea", "{count} ideas", len(cards)).format(count=len(cards)) if cards else _("No ideas yet")
    )
    if authors:
        people = ngettext("{count} person", "{count} people", authors).format(count=authors)
        ideas = _("{ideas} from {people}").format(ideas=ideas, people=people)
    came = ngettext("{count} person here", "{count} people here", seated).format(count=seated) if seated else ""
    return _("{counts}.").format(counts=", ".join(part for part in (ideas, _detail(records, activities), came) if part))


def clock_words(records: Records, at_ms: int, *, is_now: bool) -> str:
    """Say what the clock of the live block said: "8 minutes of “Ideas” were left."; "" where none ran."""
    block = records[Block].get(current(records))
    box = records[Timebox].get(current(records))
    if block is None or box is None or not box.began:
        return ""
    left = box.left(at_ms)
    minutes = max(1, round(abs(left) / MINUTE))
    values = {"minutes": ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)}
    values["title"] = block.title
    if left < 0:
        return (
            _("“{title}” is {minutes} over its time.").format(**values)
            if is_now
            else _("“{title}” was {minutes} over its time.").format(**values)
        )
    said = _("{minutes} of “{title}” are left.") if is_now else _("{minutes} of “{title}” were left.")
    return said.format(**values)


def _cards(records: Records) -> list[Card]:
    """The ideas of the live block, where it has some of its own; else all there are. Merged twins count once.

    What holds somebody back from a proposal is no idea.
    """
    live, own, doubts = current(records), set[str](), records[Reservation]
    for name, kind in records.kinds.items():
        blocks = [field for field, aim in kind.points_to.items() if aim == table_of(Block)]
        if kind.points_to.get("id") == table_of(Card):
            own |= {
                record.id
                for field in blocks
                for record in records.table(name).values()
                if getattr(record, field) == live
            }
    own -= doubts.keys()
    cards = (card for card in records[Card].values() if not card.merged_into and card.source != CLUSTER)
    return [card for card in cards if card.id not in doubts and (not own or card.id in own)]


def _detail(records: Records, activities: Mapping[str, Activity]) -> str:
    """What the live activity says of what it made: "in 5 clusters"."""
    block = records[Block].get(current(records))
    activity = activities.get(block.activity) if block is not None else None
    face = activity.face("stage") if activity is not None else None
    if face is None or not hasattr(face, "figure"):
        return ""
    count, _what, detail = face.figure(records)
    return str(detail) if count else ""
