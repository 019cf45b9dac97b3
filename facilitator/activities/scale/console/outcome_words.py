"""What may become of a proposal, in the words of the room; and what is better said aloud before it is recorded."""

from __future__ import annotations

from facilitator.activities.scale import OUTCOMES
from facilitator.activities.scale.rules.outcome import ADOPTED, LET_GO, NOT_YET
from facilitator.activities.scale.rules.reservations import reservations
from facilitator.activities.scale.rules.support import SUPPORTED, verdict
from facilitator.convening.ballots import Round
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext


def result_name(result: str) -> str:
    """What an outcome is called."""
    return _(OUTCOMES[result]) if result else ""


def result_meaning(result: str) -> str:
    """What an outcome means for the room."""
    return {
        ADOPTED: _("The room goes with these words."),
        NOT_YET: _("It is worked on, and asked again."),
        LET_GO: _("The room leaves it."),
    }.get(result, "")


def nudges(records: Records, round_: Round, result: str) -> list[str]:
    """What is better said aloud when a proposal is adopted. A nudge never hinders. Source: practice, rule DE1."""
    if result != ADOPTED:
        return []
    found: list[str] = []
    if verdict(records, round_) != SUPPORTED:
        found.append(_("The rule did not find it supported: say aloud why it is adopted."))
    unmet = sum(not each.met for each, _words in reservations(records, round_.block) if each.round == round_.id)
    if unmet:
        words = ngettext(
            "{count} reservation is not taken in yet.", "{count} reservations are not taken in yet.", unmet
        )
        found.append(words.format(count=unmet))
    return found
