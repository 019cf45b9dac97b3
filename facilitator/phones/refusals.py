"""No, because: the sentences phones read when the room cannot take something."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.activities import discover
from facilitator.convening.words import Refusal
from facilitator.i18n import N_, _

SENTENCES: Mapping[str, str] = {
    "text.empty": N_("There are no words in it yet."),
    "text.too_long": N_("This has {length} letters, and {longest} fit. It stays on your phone."),
    "form.unreadable": N_("The room could not read this. Reload the page and try again."),
    "wish.unknown": N_("That is not possible here."),
    "wish.no_such_block": N_("That part of the day is gone."),
    "activity.not_live": N_("The room moved on before this arrived"),
    "card.none_such": N_("That idea is not there any more."),
    "card.not_yours": N_("Only whoever wrote an idea can change it from a phone."),
    "person.name_too_long": N_("A name has at most {longest} letters."),
    "person.too_many": N_("At most {most} people at once, please."),
    "person.wrong_word": N_("Nobody here has those words. Look at the first phone once more."),
    "person.seated_already": N_("This phone has its seat already."),
    "room.full": N_("All {most} seats for phones are taken. Ask for a paper card: it counts just the same."),
    "person.muted": N_("Nothing to read is taken from this phone just now. It stays here, and your votes count."),
    "person.none_such": N_("That seat is not there any more. Join once more."),
    "round.none_such": N_("That vote is not there any more."),
    "round.not_open": N_("The vote closed before this arrived"),
    "ballot.no_seat": N_("Join first, then your dots count."),
    "ballot.too_many_dots": N_("You have {dots} dots to give."),
    "ballot.too_many_on_one": N_("At most {cap} dots go on one idea."),
    "ballot.no_such_option": N_("That idea is not part of this vote."),
    "convening.over": N_("The room has parted. Thank you."),
}
"""What the ground floor and the gateway refuse, by code; activities bring their own."""

_OTHERWISE = N_("The room could not take this.")


def sentence(refusal: Refusal) -> str:
    """Say a refusal in the language in use."""
    said = SENTENCES.get(refusal.code) or next(
        (activity.refusals[refusal.code] for activity in discover().values() if refusal.code in activity.refusals),
        _OTHERWISE,
    )
    try:
        return _(said).format(**refusal.values)
    except (KeyError, IndexError):
        return _(_OTHERWISE)
