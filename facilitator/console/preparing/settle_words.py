"""What is to settle before going live, in words: short in a row of the agenda, whole in the list."""

from __future__ import annotations

from facilitator.convening import checks
from facilitator.convening.checks import Severity, Unsettled
from facilitator.i18n import _, ngettext


def missing_words(found: Unsettled) -> str:
    """Say in two or three words what a block lacks."""
    return {
        checks.CLASH: _("Overlaps"),
        checks.NO_QUESTION: _("No question yet"),
        checks.NO_GUIDE: _("Choose a lead"),
        checks.PAUSE_SHORTENED: _("Shortened"),
        checks.LUNCH_SHORT: _("Short lunch"),
        checks.NO_BREAK: _("Needs a break"),
        checks.STEPS_LONGER: _("Steps do not fit"),
    }.get(found.code, "")


def settle_words(found: Unsettled, title: str) -> str:
    """Say what is to settle in one sentence; `title` is that of its block."""
    said = {
        checks.CLASH: _("“{title}” has a fixed start, and the block before runs {minutes} min into it."),
        checks.NO_QUESTION: _("“{title}” has no question for the room yet."),
        checks.NO_GUIDE: _("Nobody leads “{title}” yet."),
        checks.PAUSE_SHORTENED: _("“{title}” was shortened from {plan} to {minutes} min."),
        checks.LUNCH_SHORT: _("“{title}” is all the lunch there is, and has {minutes} min."),
        checks.NO_BREAK: _("{minutes} minutes without a break, “{title}” among them."),
        checks.STEPS_LONGER: _("The steps of “{title}” take {minutes} min, and it has {plan}."),
        checks.STEPS_SHORTER: _("The steps of “{title}” take {minutes} of its {plan} min."),
        checks.ROUND_SHORT: _(
            "In “{title}” each of {people} people has {seconds} seconds. "
            "One word each, rounds at tables, or {minutes} min would do."
        ),
        checks.BUFFER_SMALL: _("There is little room for delays. Add a buffer of {minutes} min."),
        checks.NO_OUTPUT: ngettext(
            "{count} block does not say yet what it leaves, or that it is open.",
            "{count} blocks do not say yet what they leave, or that they are open.",
            found.values.get("count", 1),
        ),
    }.get(found.code, found.code)
    return said.format(title=title, **found.values)


def leaderless_words(count: int) -> str:
    """Say of several blocks at once that nobody leads them."""
    return ngettext("Nobody leads {count} block yet.", "Nobody leads {count} blocks yet.", count).format(count=count)


def chip_words(found: tuple[Unsettled, ...]) -> str:
    """Say how much there is to settle; with nothing to settle, how many suggestions there are; "" for none."""
    warnings = sum(each.severity is Severity.WARNING for each in found)
    if warnings:
        words = ngettext(
            "{count} thing to settle before you go live", "{count} things to settle before you go live", warnings
        )
        return words.format(count=warnings)
    words = ngettext("{count} suggestion", "{count} suggestions", len(found))
    return words.format(count=len(found)) if found else ""
