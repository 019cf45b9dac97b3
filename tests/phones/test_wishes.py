"""Which wishes a phone may utter."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from facilitator.activities import discover
from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.convening.agenda import Block
from facilitator.convening.gathering import OVER, Convening
from facilitator.convening.ground import GROUND
from facilitator.convening.ids import STAGE, BlockId, ConveningId
from facilitator.convening.people import ChooseLanguage, Join
from facilitator.convening.records import Records
from facilitator.convening.rulebook import Rulebook
from facilitator.convening.stage_state import ACTIVITY, THANKS, Stage
from facilitator.convening.words import Refusal, added
from facilitator.phones.wishes import NoSeat, read_wish

BOARD = Block(BlockId("board"), "Ideas", "ideation_board")
OTHER = Block(BlockId("other"), "More ideas", "ideation_board")
LIVE = Convening(ConveningId("day"), "Clean Water", state="live")
ON_BOARD = Stage(STAGE, ACTIVITY, BOARD.id)


def room(*records: Any) -> Records:
    book = Rulebook(GROUND, {name: activity.rules for name, activity in discover().items()})
    return Records(book.kinds).after(added(record) for record in records)


def said(activity: str, wish: str, block: str = "", **fields: object) -> dict[str, Any]:
    return {"activity": activity, "wish": wish, "block": block, "with": fields}


def test_an_idea_is_read_for_the_live_board() -> None:
    wish, activity = read_wish(
        said("ideation_board", "add_idea", text="Yes"), room(LIVE, BOARD, ON_BOARD), discover(), has_seat=True
    )

    assert wish == AddIdea("Yes", "phone", "")
    assert activity == BOARD.id


def test_joining_needs_no_seat_and_takes_known_consents_only() -> None:
    wish, activity = read_wish(
        said("room", "join", name="Wambui", consents=["photograph", "everything"]), room(), discover(), has_seat=False
    )

    assert wish == Join("Wambui", consents=("photograph",))
    assert activity == "room"


def test_a_language_is_chosen_from_a_seat_and_is_one_that_a_page_may_have() -> None:
    chosen = said("room", "choose_language", language="fr")

    assert read_wish(chosen, room(), discover(), has_seat=True) == (ChooseLanguage("fr"), "room")
    with pytest.raises(NoSeat):
        read_wish(chosen, room(), discover(), has_seat=False)
    with pytest.raises(Refusal, match=r"form\.unreadable"):
        read_wish(said("room", "choose_language", language="elvish"), room(), discover(), has_seat=True)


def test_everything_else_needs_a_seat() -> None:
    with pytest.raises(NoSeat):
        read_wish(said("ideation_board", "add_idea", text="x"), room(BOARD, ON_BOARD), discover(), has_seat=False)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (said("ideation_board", "reveal_board"), "wish.unknown"),
        (said("room", "go_live"), "wish.unknown"),
        (said("nothing", "add_idea"), "wish.unknown"),
        (said("dot_vote", "cast_ballot"), "activity.not_live"),
        (said("ideation_board", "add_idea", "other", text="x"), "activity.not_live"),
        (said("ideation_board", "add_idea"), "form.unreadable"),
        (said("ideation_board", "add_idea", text=5), "form.unreadable"),
    ],
)
def test_what_a_phone_may_not_ask_is_refused(line: dict[str, Any], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_wish(line, room(LIVE, BOARD, OTHER, ON_BOARD), discover(), has_seat=True)

    assert refused.value.code == code


def test_after_the_thanks_nothing_is_taken() -> None:
    line = said("ideation_board", "add_idea", text="late")

    with pytest.raises(Refusal, match=r"convening\.over"):
        read_wish(line, room(replace(LIVE, state=OVER), BOARD, ON_BOARD), discover(), has_seat=True)
    with pytest.raises(Refusal, match=r"activity\.not_live"):
        read_wish(line, room(LIVE, BOARD, Stage(STAGE, THANKS, BOARD.id)), discover(), has_seat=True)
