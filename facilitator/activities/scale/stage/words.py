"""What the stage says about a proposal, its rule and its answers: whole sentences, no names, no averages."""

from __future__ import annotations

from facilitator.activities.scale import KINDS
from facilitator.activities.scale.rules.points import DECIDING, Scale
from facilitator.activities.scale.rules.support import SupportRule, blocking, supporting
from facilitator.convening.ballots import CLOSED, FEWEST_FOR_SECRECY
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.lines import reads_from_right
from facilitator.kit.support_words import rule_words as said


def quoted(text: str, kind: str) -> str:
    """A proposal in the quotes of its script; a question of another kind of scale without any."""
    if kind not in DECIDING or not text:
        return text
    # These two are turned with the direction of reading, so they open and close where their script wants it.
    return f"«{text}»" if reads_from_right(text) else _("“{text}”").format(text=text)


def before_words(kind: str, version: int) -> str:
    """The small line over a proposal that nobody has been asked about; it tells when the room worded it anew."""
    return _("{kind} · in new words").format(kind=_(KINDS[kind])) if version > 1 else _(KINDS[kind])


def asking_words(kind: str) -> str:
    """The small line over a proposal that the room answers now."""
    return _("{kind} · answer on your phone or on paper").format(kind=_(KINDS[kind]))


def rule_words(scale: Scale, rule: SupportRule) -> str:
    """The rule of support in one sentence; "" while it is not set, and where nothing is decided."""
    if scale.kind not in DECIDING or not rule.enough:
        return ""
    veto = blocking(scale) if rule.may_block else ""
    return said(rule.enough, 0, supporting(scale, rule.counts), veto)


def next_words(kind: str) -> str:
    """What comes next, before answers are open."""
    if kind in DECIDING:
        return _("First questions, then everybody answers in private")
    return _("Everybody answers in private")


def promise(state: str, kind: str, people: int) -> str:
    """What is true about secrecy while a round runs. Source: practice, rules DV6 and DE5."""
    if state == CLOSED:
        return _("Answers are closed. The result comes next.")
    if not 0 < people < FEWEST_FOR_SECRECY:
        return _("Hidden from everyone until the reveal")
    if kind in DECIDING:
        return _("Hidden until the reveal. With so few people, secrecy cannot be promised.")
    return _("With fewer than five answers the spread is not shown.")


def answered_words(people: int) -> str:
    """What so many people did, after "18 of 22"."""
    return ngettext("has answered", "have answered", people)


def support_words(supporters: int) -> str:
    """What so many people do, after "17 of 22"."""
    return ngettext("supports it", "support it", supporters)


def result_words(ballots: int, people: int, *, has_dots: bool, is_heard: bool) -> str:
    """The line under the columns: who is in them, and whom the room hears now."""
    words = []
    if ballots < people:
        words.append(_("{count} of {people} answered.").format(count=ballots, people=people))
    if ballots and has_dots:
        words.append(_("Each dot is one person."))
    if ballots and not has_dots:
        words.append(_("Each number counts people."))
    if is_heard:
        words.append(_("Hear the objection before the yes."))
    return " ".join(words)
