"""What can be settled of a note that was merged: what the stage shows of it, and what phones say of it."""

from __future__ import annotations

from functools import partial

from facilitator.activities.ideation_board.console.bars import Ask
from facilitator.activities.ideation_board.rules import Placement, ShowWordings, TellAuthors
from facilitator.convening.ids import CardId
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act

SHOW_KEY, TELL_KEY = "Shift O", "Alt O"


def merged_acts(lies: Placement | None, ask: Ask) -> tuple[Act, ...]:
    """Both acts for the merged note that lies here, each called by what it would do now; none without such a note."""
    if lies is None:
        return ()
    show = _("Show one wording on stage") if lies.shows_wordings else _("Show every wording on stage")
    tell = _("Tell their phones no more") if lies.tells_authors else _("Tell their phones, in plain words")
    card = CardId(lies.id)

    def wish(settled: Wish) -> None:
        ask(settled)

    return (
        Act(SHOW_KEY, show, partial(wish, ShowWordings(card))),
        Act(TELL_KEY, tell, partial(wish, TellAuthors(card))),
    )
