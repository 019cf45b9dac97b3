"""The decision rule, agreed before anybody answers: how many are enough, which points count, and who may say no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from facilitator.activities.scale.console.page import heading
from facilitator.activities.scale.console.rule_draft import RuleDraft, counted_words, draft_of, new_draft
from facilitator.activities.scale.console.rule_words import heard_sentence, rule_sentence, set_sentence
from facilitator.activities.scale.rules.points import Scale, the_scale
from facilitator.activities.scale.rules.support import (
    BUY_IN,
    DIFFICULTY,
    DURATION,
    MOST_PEOPLE,
    STAKES,
    SupportRule,
    blocking,
    the_rule,
)
from facilitator.convening.ids import BlockId
from facilitator.convening.people import here
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.counter import Counter
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets import STRETCH, Button, Card, Chip, Label, Size, Switch, Tone, column, row

Change = Callable[[RuleDraft], RuleDraft]


class RuleCard(Card):
    """Talk it over, then set it. Changing anything of a rule that is set sets it anew."""

    def __init__(self, asking: Asking, block: BlockId) -> None:
        super().__init__()
        self._asking, self._block = asking, block
        self._rule = SupportRule(block)
        self._draft = new_draft(Scale(block), 0)
        self._on_their_way = 0
        self._chip = Chip()
        self._weights = {
            weight: _weight_switch(words, self._weigh, weight) for weight, words in _weight_words().items()
        }
        self._hint = Label("", "small", Tone.SOFT).wrapping()
        self._use = Button("", self._use_suggested, size=Size.SMALL)
        self._enough = Counter(_("Enough people"), lambda n: self._change(lambda d: replace(d, enough=n)))
        self._counts = Counter(_("Points that count"), lambda n: self._change(lambda d: replace(d, counts=n)))
        self._may_block = Switch("")
        self._may_block.toggled.connect(lambda is_on: self._change(lambda d: replace(d, may_block=is_on)))
        self._set = Button(_("Set the rule"), self.set_rule, key="R", size=Size.SMALL)
        self._sentence = Label("").wrapping().vanishing()
        self._since = Label("", "caption", Tone.SOFT).wrapping().vanishing()
        self._reading = Reading(0)
        self._line = Label("", "small", Tone.OVER).wrapping().vanishing()
        self._lay_out()

    def _lay_out(self) -> None:
        head = row(None, heading(_("Decision rule")), STRETCH, self._set, self._chip, gap=10)
        hint = row(None, self._hint, self._use, gap=10)
        hint.setStretch(0, 1)
        weighed = column(None, *self._weights.values(), hint, STRETCH, gap=6)
        asked_for = column(None, self._enough, self._counts, self._may_block, STRETCH, gap=6)
        sides = row(None, weighed, asked_for, gap=24)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        column(self, head, self._sentence, self._since, sides, self._line, gap=10, padding=(12, 18, 14, 18))

    def show_rule(self, records: Records) -> None:
        """Show the rule as it is set; what is only being talked about stays while it is not."""
        scale, people = the_scale(records, self._block), here(records)
        self._rule = the_rule(records, self._block)
        is_other = (scale.kind, scale.count) != (self._draft.scale.kind, self._draft.scale.count)
        if is_other:
            self._draft = new_draft(scale, people)
        if self._rule.enough and (is_other or not self._on_their_way):
            self._draft = draft_of(self._rule, scale, people)
        self._draft = replace(self._draft, scale=scale, people=people)
        self._show_draft()

    def show_time(self, reading: Reading) -> None:
        """Tell when the rule was set, as the clock in the room tells it now."""
        self._reading = reading
        self._show_since()

    def is_set(self) -> bool:
        """Whether the room has agreed how much support is enough."""
        return bool(self._rule.enough)

    def set_rule(self) -> None:
        """Set the rule as it stands here."""
        self._on_their_way += 1
        self._asking.ask(self._draft.wish(), granted=lambda _receipt: self._answered(""), refused=self._refused)

    def _refused(self, sentence: str) -> None:
        self._answered(sentence)
        if self._rule.enough:
            self._draft = draft_of(self._rule, self._draft.scale, self._draft.people)
            self._show_draft()

    def _answered(self, sentence: str) -> None:
        self._on_their_way -= 1
        self._line.setText(sentence)

    def _change(self, change: Change) -> None:
        self._draft = change(self._draft)
        self._show_draft()
        if self.is_set():
            self.set_rule()

    def _weigh(self, weight: str) -> None:
        self._change(lambda draft: draft.weighing(weight))

    def _use_suggested(self) -> None:
        self._change(lambda draft: replace(draft, enough=draft.suggested))

    def _show_draft(self) -> None:
        draft = self._draft
        for weight, switch in self._weights.items():
            switch.show_state(weight in draft.weights)
        of = _("of {people} here").format(people=draft.people) if draft.people else ""
        self._enough.show_number(draft.asked_for, MOST_PEOPLE, of)
        self._counts.show_number(draft.counts, draft.scale.count - 1, counted_words(draft.scale, draft.counts))
        words = _("Nobody may choose {point}").format(point=blocking(draft.scale))
        self._may_block.setText(words)
        self._may_block.setAccessibleName(words)
        self._may_block.show_state(draft.may_block)
        self._hint.setText(_hint_words(draft))
        self._use.show_text(_("Use {count}").format(count=draft.suggested))
        self._use.setVisible(bool(draft.suggested) and draft.suggested != draft.asked_for)
        self._sentence.setText(rule_sentence(draft.scale, self._rule, draft.people))
        self._show_since()
        self._set.setVisible(not self.is_set())
        if self.is_set():
            self._chip.show_state(_("Set"), Tone.OK, "check-bold")
        else:
            self._chip.show_state(_("Not set yet"), Tone.WARN)

    def _show_since(self) -> None:
        heard = heard_sentence(self._draft.scale, self._rule)
        has_time = bool(heard and self._reading.wall_ms)
        when = set_sentence(self._reading.time_at(self._rule.agreed)) if has_time else ""
        self._since.setText(" ".join(words for words in (heard, when) if words))


def _hint_words(draft: RuleDraft) -> str:
    if not draft.people:
        return _("Nobody is here yet, so there is no suggestion.")
    if draft.asked_for > draft.people:
        words = ngettext("Only {people} person is here.", "Only {people} people are here.", draft.people)
        return words.format(people=draft.people)
    words = ngettext("{count} of {people} would be enough.", "{count} of {people} would be enough.", draft.people)
    return words.format(count=draft.suggested, people=draft.people)


def _weight_words() -> dict[str, str]:
    """What may weigh much. Source: practice, rule DE2."""
    return {
        STAKES: _("Much is at stake"),
        DURATION: _("It lasts long"),
        DIFFICULTY: _("It is hard to do"),
        BUY_IN: _("Many must carry it"),
    }


def _weight_switch(words: str, weigh: Callable[[str], None], weight: str) -> Switch:
    made = Switch(words)
    made.toggled.connect(lambda _is_on: weigh(weight))
    return made
