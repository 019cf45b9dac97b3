"""Where what can be found lies, read from what records point to."""

from __future__ import annotations

from pathlib import Path

from facilitator.activities.ideation_board.rules import AddCluster, AddIdea, PlaceIdea, ShowAuthors
from facilitator.activities.wicked_questions.rules import ChooseCandidate, KeepCandidate, TakeStep
from facilitator.activities.wicked_questions.rules.answers import SendAnswer
from facilitator.convening.agenda import AddBlock
from facilitator.convening.ids import BlockId, CardId, ClusterId
from facilitator.store.whereabouts import Lay, Readable, Spot, end
from tests.convening.given import BOOK, WICKED
from tests.desk.room import STREAM, opened

READABLE = {each.kind: Readable(each, BOOK.kinds) for each in BOOK.findable()}


def test_each_kind_is_laid_by_what_points_to_it() -> None:
    lays = {kind: readable.lays for kind, readable in READABLE.items()}

    assert lays["idea"] == (
        Lay("placement", "board", "cluster", "cluster"), Lay("signature", "board"), Lay("paper", "board"),
        Lay("reservation", "block"), Lay("truth", "block"), Lay("answer", "block"),
    )  # fmt: skip
    assert lays["cluster"] == (Lay("cluster", "board", "id", "cluster"),)
    assert lays["proposal"] == (Lay("proposal", "id"),)
    assert lays["wicked_question"] == (Lay("candidate", "block"),)
    assert lays["note"] == (Lay("note", "id"),)
    assert lays["person"] == lays["convening"] == ()


def test_what_is_said_of_a_card_in_its_place_takes_no_cluster_from_it(data_folder: Path) -> None:
    with opened(data_folder) as room:
        board, _ = room.prepare()
        card = CardId(room.tell(AddIdea("Trust"), board))
        cluster = ClusterId(room.tell(AddCluster("People who stay", (card,)), board))
        room.tell(ShowAuthors(), board)
        signed = room.hear(AddIdea("Time", is_signed=True), "phone0", board)
        room.tell(PlaceIdea(CardId(f"{signed.id}.1"), cluster), board)

        spots = room.desk.errand(
            lambda workspace: READABLE["idea"].spots(workspace.connection, STREAM, (card, f"{signed.id}.1"))
        ).result(20)

    assert spots == dict.fromkeys((card, f"{signed.id}.1"), Spot(board, "People who stay", 0))


def test_an_answer_lies_in_its_block_and_the_question_it_answers_is_no_group(data_folder: Path) -> None:
    with opened(data_folder) as room:
        block = BlockId(room.tell(AddBlock(WICKED)))
        question = CardId(room.tell(KeepCandidate("at_once", "fast", "slow"), block))
        room.tell(ChooseCandidate(question), block)
        room.tell(TakeStep("live"), block)
        answer = CardId(room.tell(SendAnswer(question, "The year of the drought"), block))

        spots = room.desk.errand(
            lambda workspace: (
                READABLE["idea"].spots(workspace.connection, STREAM, (answer,)),
                READABLE["wicked_question"].spots(workspace.connection, STREAM, (question,)),
            )
        ).result(20)

    assert spots == ({answer: Spot(block)}, {question: Spot(block)})


def test_only_cards_go_into_one_another() -> None:
    assert [kind for kind, readable in READABLE.items() if readable.into] == ["idea"]


def test_merges_are_followed_to_their_end_and_a_ring_of_them_ends_too() -> None:
    assert end({"a": "b", "b": "c"}, "a") == "c"
    assert end({"a": "b", "b": "a"}, "a") in ("a", "b")
