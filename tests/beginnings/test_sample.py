"""The sample convening: told to the real desk, it is all there, and nothing private is the room's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.activities.ideation_board.rules import cards_by_cluster, clusters
from facilitator.activities.scale.rules.points import AGREEMENT, the_scale
from facilitator.activities.scale.rules.proposal import the_proposal
from facilitator.activities.scale.rules.support import enough_for, the_rule
from facilitator.activities.wicked_questions.rules import FIRST, candidates, truths
from facilitator.app import house
from facilitator.beginnings.sample import read_sample
from facilitator.convening.agenda import agenda
from facilitator.convening.ballots import latest
from facilitator.convening.cards import Card
from facilitator.convening.gathering import PREPARING, the_convening
from facilitator.convening.notes import Note
from facilitator.convening.people import Contact, Person
from facilitator.desk.news import News


@pytest.fixture
def news(data_folder: Path) -> Iterator[News]:
    workspace = house.open_workspace(data_folder)
    room = house.open_sample(workspace)
    yield room.desk.news
    room.close()
    workspace.close()


def test_the_day_stands(news: News) -> None:
    blocks = agenda(news.records)

    assert the_convening(news.records).state == PREPARING
    assert [block.title for block in blocks] == [block["title"] for block in read_sample()["agenda"]]
    assert {block.guide for block in blocks if block.guide} <= set(news.records[Person])


def test_the_ideas_lie_in_their_clusters(news: News) -> None:
    board = next(block.id for block in agenda(news.records) if block.activity == "ideation_board")

    sizes = [len(cards_by_cluster(news.records, board)[cluster.id]) for cluster in clusters(news.records, board)]

    assert sizes == [8, 9, 8, 8, 7]


def test_the_truths_are_counted_and_the_questions_kept(news: News) -> None:
    block = next(block.id for block in agenda(news.records) if block.activity == "wicked_questions")

    assert truths(news.records, block, FIRST)[0] == ("A child is thirsty today", 5)
    assert len(candidates(news.records, block)) == len(read_sample()["wicked_question"]["candidates"])


def test_the_proposal_may_be_opened_as_it_stands_and_nobody_has_answered(news: News) -> None:
    """DE1."""
    block = next(block.id for block in agenda(news.records) if block.activity == "scale")
    proposal, rule = the_proposal(news.records, block), the_rule(news.records, block)

    assert (proposal.text, proposal.version) == (read_sample()["proposal"]["text"], 1)
    assert the_scale(news.records, block).kind == AGREEMENT
    assert (rule.enough, rule.counts, rule.may_block) == (15, 3, True)
    assert rule.enough == enough_for(22, len(rule.weights))
    assert latest(news.records, block) is None


def test_nothing_private_is_the_rooms(news: News) -> None:
    assert news.records[Note]
    assert news.records[Contact]
    assert not news.room[Note]
    assert not news.room[Contact]
    assert not [card for card in news.room[Card].values() if card.by]
    assert len(news.room[Card]) == 0
