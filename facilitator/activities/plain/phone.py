"""Plain, on phones: look up; during a talk or a task, what is to be done now and how many are done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from facilitator.convening.agenda import Block
from facilitator.convening.clock import block_legs
from facilitator.convening.ids import BlockId, PersonId
from facilitator.convening.records import Records
from facilitator.convening.steps import Leg
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.kit.step_words import detail_of, heading_of
from facilitator.kit.web.form import Form
from facilitator.kit.web.words import Words

WISHES: Mapping[str, Callable[[Form], Wish]] = {}
"""There is nothing to wish here: done, hand and mood are shown, not kept."""


def public(room: Records, block: BlockId) -> dict[str, Any]:
    """Say the line of text that the block shows the room, and its steps, each as often as it comes."""
    live = room[Block].get(block)
    if live is None:
        return {"prompt": ""}
    return {"prompt": live.prompt, "steps": [_step(leg, live) for leg in block_legs(room, live)]}


def mine(records: Records, block: BlockId) -> dict[PersonId, dict[str, Any]]:
    """Nothing here is anybody's own."""
    del records, block
    return {}


def words() -> Words:
    """Say the texts of this page."""
    return {
        "title_plain": "",
        "look_up": _("Look up"),
        "look_up_text": _("The screen in the room has what comes next."),
        "thank_you": _("Thank you"),
        "thank_you_text": _("The room has parted. You may close this page."),
        "sent_all": _("{what} sent"),
        "and": _("{some} and {last}"),
        "keep_page": _("Keep this page open. It changes by itself."),
        "your_word": _("Your seat on another phone: {word}"),
        "until": _("Until {time}"),
        "who_until": _("{who}, until {time}"),
        "round_of": _("Round {n} of {all}"),
        "who_solo": _("Alone, in silence"),
        "who_pairs": _("In pairs"),
        "who_trios": _("In threes"),
        "who_fours": _("In fours"),
        "who_groups": _("In groups"),
        "who_stations": _("At stations"),
        "who_circle": _("In a circle"),
        "who_all": _("All together"),
        "are_done": _("{n} of {all} are done"),
    }


def _step(leg: Leg, block: Block) -> dict[str, Any]:
    said = {"head": heading_of(leg.inner), "text": detail_of(leg, block), "who": leg.inner.who}
    return {**said, "round": [leg.round, leg.step.rounds]} if leg.step.rounds > 1 else said
