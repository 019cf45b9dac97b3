"""Differences between two snapshots: what came, changed or left."""

from __future__ import annotations

from dataclasses import replace

from facilitator.convening.cards import Card
from facilitator.convening.diff import Difference, diff
from facilitator.convening.ids import CardId
from facilitator.convening.words import added, changed, removed
from tests.convening.given import given

MONEY, DATA = Card(CardId("money"), "Money"), Card(CardId("data"), "Data")


def test_only_what_differs_is_told() -> None:
    before = given(MONEY, DATA).records
    new = Card(CardId("new"), "New")
    after = before.after((changed(MONEY, text="Cash"), removed(DATA), added(new), added(replace(MONEY, text="Cash"))))

    assert list(diff(before, before)) == []
    assert list(diff(before, before.after((changed(MONEY, text="Money"),)))) == []
    assert list(diff(before, after)) == [
        Difference("card", replace(MONEY, text="Cash"), is_gone=False),
        Difference("card", new, is_gone=False),
        Difference("card", DATA, is_gone=True),
    ]
