"""Turnout: how many have voted in sealed rounds, counted from the ballots alone."""

from __future__ import annotations

from pathlib import Path

from facilitator.activities.ideation_board.rules import AddIdeas
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import CastBallot, CloseRound, OpenRound, RevealRound, Round, Turnout
from facilitator.convening.ids import RoundId
from facilitator.convening.words import Receipt
from facilitator.desk.turnout import lost_rounds, recounted, sealed_rounds, unsealed_with_key
from facilitator.store.reading import load
from tests.convening.given import AMINA, BOOK, TOMAS
from tests.desk.laptop import STREAM, Laptop


def voting(folder: Path) -> tuple[Laptop, str, RoundId, list[str]]:
    laptop = Laptop(folder)
    laptop.prepare()
    board, vote = list(laptop.records[Block])[:2]
    assert isinstance(laptop.say(AddIdeas(("Money", "Data")), activity=board), Receipt)
    cards = list(laptop.records.table("card"))
    opened = laptop.say(OpenRound(tuple(cards), 2, 1), activity=vote)
    assert isinstance(opened, Receipt)
    return laptop, vote, RoundId(f"{opened.id}.1"), cards


def test_sealed_ballots_are_counted_as_they_were_while_open(tmp_path: Path) -> None:
    laptop, vote, round_, cards = voting(tmp_path)
    laptop.say(CastBallot(round_, 1, tuple(cards)), AMINA, activity=vote)
    laptop.say(CastBallot(round_, 1, (cards[0],)), TOMAS, activity=vote)
    counted = laptop.records[Turnout][round_]

    fresh = load(laptop.connection, BOOK.kinds, STREAM)
    again = fresh.after(recounted(fresh, laptop.sealed))

    assert again[Turnout][round_] == counted == Turnout(round_, ballots=2, done=1, dots=3)
    assert sealed_rounds(again) == [round_]


def test_a_round_is_lost_with_its_key_and_over_when_it_is_revealed(tmp_path: Path) -> None:
    laptop, vote, round_, _ = voting(tmp_path)
    assert lost_rounds(laptop.records, laptop.sealed) == []
    laptop.say(CloseRound(round_), activity=vote)
    laptop.say(RevealRound(round_), activity=vote)

    assert unsealed_with_key(laptop.records, laptop.sealed) == [round_]
    laptop.sealed.forget_keys([round_])
    assert unsealed_with_key(laptop.records, laptop.sealed) == []
    assert sealed_rounds(laptop.records) == []


def test_without_its_key_an_open_round_is_lost(tmp_path: Path) -> None:
    laptop, _, round_, _ = voting(tmp_path)

    laptop.sealed.forget_keys([round_])

    assert lost_rounds(laptop.records, laptop.sealed) == [laptop.records[Round][round_]]
