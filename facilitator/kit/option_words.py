"""What is chosen from, in words: an idea, or the name of a cluster with how many ideas it holds."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.convening.cards import Card
from facilitator.convening.harvest import held_in
from facilitator.convening.records import Records
from facilitator.i18n import ngettext as spoken

Count = Callable[[str, str, int], str]
"""Says one or many in some language, as ngettext."""


def option_words(records: Records, card: Card, ngettext: Count = spoken) -> str:
    """Say an option in one line: "Money that lasts · 8 ideas"."""
    count = held_in(records, card.id)
    if not count:
        return card.text
    return f"{card.text} · {ngettext('{count} idea', '{count} ideas', count).format(count=count)}"
