"""The sample convening "Clean Water by 2035": told to the desk wish by wish, as a facilitator would."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from facilitator.activities.dot_vote.rules import ChooseOptions, SetVote
from facilitator.activities.ideation_board.rules import AddCluster, AddIdea, StarIdea
from facilitator.activities.scale.rules.proposal import SetProposal
from facilitator.activities.scale.rules.support import SetRule
from facilitator.activities.wicked_questions.rules import KeepCandidate, SendTruths
from facilitator.beginnings.code import new_code
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.gathering import Convening, CreateConvening
from facilitator.convening.ids import HOST, ROOM, BlockId, CardId, ConveningId, PersonId
from facilitator.convening.notes import WriteNote
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.convening.words import Wish
from facilitator.paths import resources


class Tell(Protocol):
    """Says a wish, waits for its receipt and gives the wish's id."""

    def __call__(self, wish: Wish, by: PersonId = HOST, activity: str = ROOM) -> str:
        """Say one wish."""
        ...


@dataclass(frozen=True, slots=True)
class SampleIds:
    """Which ids the sample's own keys got: blocks, people and ideas by key."""

    blocks: dict[str, BlockId] = field(default_factory=dict)
    people: dict[str, PersonId] = field(default_factory=dict)
    ideas: dict[str, CardId] = field(default_factory=dict)


def read_sample() -> Any:
    """Read resources/sample.json; its shape is told in tests/test_resources.py."""
    return json.loads((resources() / "sample.json").read_text("utf-8"))


def begin_sample(tell: Tell, convening: ConveningId, new_id: Callable[[], str]) -> SampleIds:
    """Prepare the sample: the convening, its people, agenda and private notes. Nobody has said anything yet."""
    sample, ids = read_sample(), SampleIds()
    said: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in sample["convening"].items()
    }
    tell(CreateConvening(Convening(convening, code=new_code(), **said)))
    for one in sample["people"]:
        person = ids.people[one["key"]] = PersonId(new_id())
        tell(
            AddPerson(
                Person(person, one["name"], one["organisation"], one["country"], one["language"], one["role"]),
                Contact(person, one["email"], "", tuple(one["consents"])),
            )
        )
    for one in sample["agenda"]:
        block = Block(
            BlockId(""), one["title"], one["activity"], one["prompt"], one["minutes"], "",
            ids.people.get(one["guide"], PersonId("")), one["category"], one["pinned"], one["icon"],
        )  # fmt: skip
        ids.blocks[one["key"]] = BlockId(f"{tell(AddBlock(block))}.1")
    for key, text in sample["notes"].items():
        tell(WriteNote(ids.blocks[key], text))
    vote = sample["vote"]
    tell(SetVote(vote["dots"], vote["most_on_one"]), activity=ids.blocks[vote["block"]])
    proposal = sample["proposal"]
    tell(SetProposal(proposal["text"]), activity=ids.blocks[proposal["block"]])
    return ids


def fill_sample(tell: Tell, ids: SampleIds) -> None:
    """Let the sample's people say what they said: ideas in clusters, the short list, truths, questions, and a rule."""
    sample = read_sample()
    _fill_board(tell, ids, sample["board"], sample["vote"])
    _fill_wicked(tell, ids, sample["wicked_question"])
    proposal = sample["proposal"]
    rule = SetRule(proposal["enough"], weights=tuple(proposal["weights"]))
    tell(rule, activity=ids.blocks[proposal["block"]])


def _fill_board(tell: Tell, ids: SampleIds, board: Any, vote: Any) -> None:
    block = ids.blocks[board["block"]]
    for idea in board["ideas"]:
        wish = AddIdea(idea["text"], idea["source"], idea["language"])
        ids.ideas[idea["key"]] = CardId(f"{tell(wish, ids.people.get(idea['by'], HOST), block)}.1")
    for cluster in board["clusters"]:
        tell(AddCluster(cluster["name"], tuple(ids.ideas[key] for key in cluster["ideas"])), activity=block)
    for key in vote["ideas"]:
        tell(StarIdea(ids.ideas[key]), activity=block)
    tell(ChooseOptions(tuple(ids.ideas[key] for key in vote["ideas"])), activity=ids.blocks[vote["block"]])


def _fill_wicked(tell: Tell, ids: SampleIds, wicked: Any) -> None:
    block = ids.blocks[wicked["block"]]
    people = list(ids.people.values())
    for half, part in (("first", "must"), ("second", "must_also")):
        for truth in wicked[part]:
            for number in range(truth["said_by"]):
                wish = SendTruths(**{half: truth["text"]}, source="phone")
                tell(wish, people[number % len(people)], block)
    for candidate in wicked["candidates"]:
        by = ids.people.get(candidate.get("by", ""), HOST)
        tell(KeepCandidate(candidate["stem"], candidate["a"], candidate["b"]), by, block)
