"""Every fact that can happen in this house has a sentence, an icon and a group, and tells nothing that is sealed."""

from __future__ import annotations

import ast
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from facilitator.activities import discover
from facilitator.activities.ideation_board.rules import AddCluster, AddIdea, RenameCluster
from facilitator.activities.wicked_questions.rules import (
    ChooseCandidate,
    KeepCandidate,
    RemoveTruth,
    SendTruths,
    TakeStep,
)
from facilitator.activities.wicked_questions.rules.answers import RemoveAnswer, SendAnswer, ShowAnswer
from facilitator.convening.ballots import CastBallot, CloseRound, OpenRound, RevealRound
from facilitator.convening.facts import REDONE, UNDONE, Fact
from facilitator.convening.history import History
from facilitator.convening.ids import HOST, CardId, ClusterId, RoundId
from facilitator.convening.notes import WriteNote
from facilitator.convening.words import Role
from facilitator.kit.qt.icons import has_icon
from facilitator.kit.teller import Saying, Teller
from facilitator.kit.told import Group
from facilitator.kit.told_ground import GROUND
from facilitator.store.reading import facts
from tests.convening.given import AMINA, BOARD, BOOK, TOMAS, VOTE, WICKED, Room, given
from tests.convening.wishes import spoken
from tests.desk.laptop import STREAM, Laptop

HOUSE = Path(__file__).parents[2] / "facilitator"
MORE = {kind: told for activity in discover().values() for kind, told in activity.told.items()}
THREE = (HOST, AMINA, TOMAS)
NAMES: dict[str, str] = {AMINA: "Amina", TOMAS: "Tomás"}


def decided() -> set[str]:
    """Every kind that stands in a rule: in a Decision, or in a name that is given to one."""
    kinds: set[str] = set()
    for path in (
        *HOUSE.glob("convening/*.py"),
        *HOUSE.glob("activities/*/rules.py"),
        *HOUSE.glob("activities/*/rules/*.py"),
    ):
        tree = ast.parse(path.read_text("utf-8"))
        named = {name for call in _decisions(tree) if isinstance(name := call.args[0], ast.Name)}
        assigned = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and {ast.unparse(t) for t in node.targets} & {name.id for name in named}
        ]
        for part in (*(call.args[0] for call in _decisions(tree)), *assigned):
            kinds |= {c.value for c in ast.walk(part) if isinstance(c, ast.Constant) and isinstance(c.value, str)}
    return {kind for kind in kinds if "." in kind}


def _decisions(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Decision" and node.args:
            yield node


def telling(facts_: list[Fact]) -> list[Saying]:
    history, teller = History(BOOK), Teller(MORE, lambda person: NAMES.get(person, ""))
    return [teller.say(history.add(fact)) for fact in facts_]


def told(room: Room) -> list[str]:
    return [said.sentence.replace("\u2068", "").replace("\u2069", "") for said in telling(room.facts)]


def test_every_kind_that_a_rule_makes_has_a_sentence() -> None:
    assert len(decided()) > 45
    assert decided() == {*GROUND, *MORE}


@pytest.mark.parametrize("kind", sorted({*GROUND, *MORE}))
def test_every_sentence_is_whole_and_its_icon_is_there(kind: str) -> None:
    known = {**GROUND, **MORE}[kind]

    assert has_icon(known.icon) or has_icon(f"{known.icon}-bold")
    for you, other in ((known.you, known.other), *known.cases.values()):
        assert you.endswith(".")
        assert other.endswith(".")
    assert bool(known.cases) == bool(known.turns_on)
    assert isinstance(known.group, Group)


@drawn(st.data())
def test_whatever_happens_is_told_in_a_whole_sentence(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        room = Laptop(Path(folder))
        room.prepare()
        for _ in range(data.draw(st.integers(1, 25))):
            said = spoken(data.draw, BOOK, room.records)
            room.say(said.wish, data.draw(st.sampled_from(THREE)), Role.GUIDE, said.activity)
        log = list(facts(room.connection, STREAM))
        room.connection.close()

    for fact, said_ in zip(log, telling(log), strict=True):
        assert fact.kind in {*GROUND, *MORE, UNDONE, REDONE}
        assert said_.sentence.endswith("."), fact
        assert "{" not in said_.sentence
        assert "“”" not in said_.sentence, (fact.kind, said_.sentence)
        assert "  " not in said_.sentence, said_.sentence


def test_a_renamed_group_is_told_with_both_names_and_taken_back_as_such() -> None:
    room = given()
    cluster = ClusterId(room.when(AddCluster("Training"), at=BOARD.id))
    room.when(RenameCluster(cluster, "Skills that stay"), at=BOARD.id)
    room.undo()
    room.redo()
    room.when(AddIdea("One season to test"), by=AMINA, at=BOARD.id)

    renamed = "You renamed the group “Training” to “Skills that stay”."
    assert told(room) == [
        "You made the group “Training”.",
        renamed,
        f"Taken back by you: {renamed}",
        f"Done again by you: {renamed}",
        "Amina sent “One season to test”. It waits in Unsorted.",
    ]


def test_nothing_of_a_vote_says_who_or_on_what_and_a_private_note_stays_private() -> None:
    room = given()
    cards = tuple(CardId(room.when(AddIdea(text), at=BOARD.id)) for text in ("Money", "Data"))
    round_ = RoundId(room.when(OpenRound(cards, 2, 1), at=VOTE.id))
    room.when(CastBallot(round_, 1, (cards[0],)), by=AMINA, at=VOTE.id)
    room.when(CloseRound(round_), at=VOTE.id)
    room.when(RevealRound(round_), at=VOTE.id)
    room.when(WriteNote(BOARD.id, "Halima first: the quiet table"))

    voted = [said for said, fact in zip(told(room), room.facts, strict=True) if fact.kind.startswith("round.")]
    assert voted == ["You opened the vote.", "You closed the vote.", "You revealed the vote to the room. Ballots: 1."]
    assert not any("Money" in said or "Amina" in said for said in voted)
    assert "Halima" not in told(room)[-1]


def test_a_fact_of_a_newer_version_is_told_all_the_same() -> None:
    room = given()
    room.when(AddIdea("Money"), at=BOARD.id)
    newer = Fact(1, "w", "s", "o", 1, 1, 0, AMINA, "", "canvas.drawn", 1, ())

    assert telling([newer])[0].sentence == "Something happened that this laptop has no words for."


def test_who_sent_an_answer_is_told_nowhere_not_even_when_it_is_taken_back() -> None:
    room = given()
    question = CardId(room.when(KeepCandidate("at_once", "fast", "slow"), at=WICKED.id))
    room.when(ChooseCandidate(question), at=WICKED.id)
    room.when(TakeStep("live"), at=WICKED.id)
    answer = CardId(room.when(SendAnswer(question, "The year of the drought"), by=AMINA, at=WICKED.id))
    room.when(ShowAnswer(answer), at=WICKED.id)
    room.when(ShowAnswer(CardId("")), at=WICKED.id)
    room.when(RemoveAnswer(answer), by=AMINA, at=WICKED.id)

    assert told(room)[3:] == [
        "Somebody sent an answer: “The year of the drought”.",
        "You let the room read “The year of the drought”.",
        "You left the stage to the question alone.",
        "The answer “The year of the drought” was taken away.",
    ]


def test_who_sent_a_truth_is_told_nowhere_not_even_when_it_is_taken_back() -> None:
    room = given()
    room.when(SendTruths("A child is thirsty today", ""), by=AMINA, at=WICKED.id)
    room.undo(AMINA)
    room.redo(AMINA)
    truth = CardId(room.facts[0].changes[0].id)
    room.when(RemoveTruth(truth), by=AMINA, at=WICKED.id)

    assert told(room)[0] == "Somebody sent a truth: “A child is thirsty today”."
    assert told(room)[1].startswith("Taken back by somebody: ")
    assert not any("Amina" in said for said in told(room))
