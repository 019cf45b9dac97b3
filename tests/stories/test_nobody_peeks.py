"""Nobody peeks: what is private stays on the laptop, and what a phone may not ask for it does not get."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from facilitator.activities.scale.rules.proposal import SetProposal
from facilitator.activities.scale.rules.support import SetRule
from facilitator.activities.wicked_questions.rules import ChooseCandidate, KeepCandidate, TakeStep
from facilitator.activities.wicked_questions.rules.answers import Answer, ShowAnswer
from facilitator.app import house
from facilitator.convening.agenda import Block, current
from facilitator.convening.ballots import OPEN, CloseRound, OpenRound, RevealRound, latest
from facilitator.convening.cards import Card
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import CardId, PersonId, RoundId
from facilitator.convening.notes import WriteNote
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.convening.undo import RedoLast, UndoLast
from facilitator.convening.words import Wish, wish_name
from facilitator.phones.wishes import ROOM_WISHES
from tests.phones.room import Phone
from tests.stories.led import CTRL, Facilitator, Key
from tests.stories.overheard import Ear, Pipe

NOTE, MAIL, HELD, TRUTH, STORY, DOUBT = (
    "notemarkzq", "mailmarkzq", "heldmarkzq", "truthmarkzq", "storymarkzq", "doubtmarkzq",
)  # fmt: skip
AT_ONCE = 10
"""So many postings a device may make at once without being asked to slow down."""


@pytest.fixture
def pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pipe:
    """Listen at the pipe before the gateway is there."""
    return Pipe(tmp_path, monkeypatch)


@pytest.fixture
def overheard(pipe: Pipe, leading: Facilitator) -> Facilitator:
    """Leading, with the pipe tapped."""
    return leading


def came(leading: Facilitator, name: str) -> Phone:
    phone = Phone(leading.port).come_in(the_convening(leading.records).code)
    assert phone.say("room", "join", name=name).status == 200
    return phone


def called(leading: Facilitator, name: str) -> PersonId:
    (found,) = [person.id for person in leading.people_here() if person.name == name]
    return found


def begin(leading: Facilitator, activity: str) -> Block:
    block = next(block for block in leading.records[Block].values() if block.activity == activity)
    leading.wait(leading.room.room.desk.say(StartBlock(block.id)))
    leading.until(lambda: current(leading.records) == block.id)
    leading.until_painted()
    return block


def everywhere(leading: Facilitator, pipe: Pipe, author: PersonId, ear: Ear) -> Iterator[tuple[str, str]]:
    """Every place that is not the author's own, with all that was said there."""
    leading.until_painted()
    yield "the pipe", pipe.said_to_others(author)
    yield "the stage", leading.stage_text() + leading.room.stage.accessibleDescription()
    yield "another phone", ear.heard()


def test_notes_and_contacts_leave_the_laptop_in_no_way(overheard: Facilitator, pipe: Pipe) -> None:
    desk = overheard.room.room.desk
    ear = Ear(came(overheard, "José"))
    block = begin(overheard, "plain")

    overheard.wait(desk.say(WriteNote(block.id, NOTE)))
    guest = Person(PersonId("guest-1"), "Nadia")
    overheard.wait(desk.say(AddPerson(guest, Contact(guest.id, f"{MAIL}@example.org", MAIL, ("name",)))))
    overheard.until(lambda: "Nadia" in pipe.said_to_others(""))

    for place, said in everywhere(overheard, pipe, PersonId(""), ear):
        assert NOTE not in said, place
        assert MAIL not in said, place


def test_an_idea_that_waits_is_read_by_its_author_alone(overheard: Facilitator, pipe: Pipe) -> None:
    ear, author = Ear(came(overheard, "José")), came(overheard, "Wambui")
    begin(overheard, "ideation_board")

    assert author.say("ideation_board", "add_idea", text=f"{HELD} keeps the well").status == 200
    overheard.until(lambda: any(line["t"] == "mine" and HELD in str(line) for line in pipe.lines()))
    person = called(overheard, "Wambui")

    with author.listening() as stream:
        next(stream)
        assert HELD in str(next(stream))
    for place, said in everywhere(overheard, pipe, person, ear):
        assert HELD not in said, place


def test_a_truth_is_read_by_nobody_and_what_is_shown_has_no_name(overheard: Facilitator, pipe: Pipe) -> None:
    ear, author = Ear(came(overheard, "José")), came(overheard, "Wambui")
    begin(overheard, "wicked_questions")

    assert author.say("wicked_questions", "send_truths", first=TRUTH, second=f"{TRUTH} too").status == 200
    begin(overheard, "ideation_board")
    overheard.look_at(overheard.console)
    for _ in range(2):
        overheard.press(Key.Key_Return, CTRL)
    overheard.until(lambda: "Women chair" in pipe.said_to_others(""))

    for place, said in everywhere(overheard, pipe, called(overheard, "Wambui"), ear):
        assert TRUTH not in said, place
    shown = [
        row
        for line in pipe.lines()
        if "changes" in line
        for table, _, row in line["changes"]
        if table == "card" and row
    ]
    assert shown
    assert not [row for row in shown if row.get("by")]


def test_an_answer_is_read_by_its_author_alone_until_it_is_shown_and_then_without_a_name(
    overheard: Facilitator, pipe: Pipe
) -> None:
    ear, author = Ear(came(overheard, "José")), came(overheard, "Wambui")
    block = begin(overheard, "wicked_questions")
    desk = overheard.room.room.desk
    kept = overheard.wait(desk.say(KeepCandidate("at_once", "moving fast", "moving slowly"), activity=block.id))
    question = CardId(f"{kept.id}.1")
    for wish in (ChooseCandidate(question), TakeStep("live")):
        overheard.wait(desk.say(wish, activity=block.id))
    overheard.until_painted()

    assert author.say("wicked_questions", "send_answer", question=question, text=f"{STORY} by the well").status == 200
    overheard.until(lambda: any(line["t"] == "mine" and STORY in str(line) for line in pipe.lines()))
    person = called(overheard, "Wambui")
    for place, said in everywhere(overheard, pipe, person, ear):
        assert STORY not in said, place

    (key,) = overheard.records[Answer]
    overheard.wait(desk.say(ShowAnswer(CardId(key)), activity=block.id))
    overheard.until(lambda: STORY in overheard.stage_text())
    assert "Wambui" not in overheard.stage_text() + overheard.room.stage.accessibleDescription()

    def shown() -> list[Any]:
        lines = (line["changes"] for line in pipe.lines() if "changes" in line)
        return [row for changes in lines for _, _, row in changes if STORY in str(row)]

    overheard.until(shown)
    assert not [row for row in shown() if row.get("by")]


def test_a_sealed_ballot_is_told_to_its_voter_alone(overheard: Facilitator, pipe: Pipe) -> None:
    ear, voter = Ear(came(overheard, "José")), came(overheard, "Wambui")
    begin(overheard, "ideation_board")
    overheard.look_at(overheard.console)
    for _ in range(2):
        overheard.press(Key.Key_Return, CTRL)
    block = begin(overheard, "dot_vote")
    overheard.press(Key.Key_N)
    overheard.until(lambda: (found := latest(overheard.records, block.id)) is not None and found.state == OPEN)
    round_ = latest(overheard.records, block.id)
    assert round_ is not None
    person, chosen = called(overheard, "Wambui"), list(round_.options[:2])

    assert voter.say("dot_vote", "cast_ballot", round=round_.id, number=1, choice=chosen).status == 200
    with voter.listening():
        overheard.until(lambda: any(line["t"] == "mine" and "ballot" in line["mine"] for line in pipe.lines()))

    (own,) = [line for line in pipe.lines() if line["t"] == "mine" and "ballot" in line["mine"]]
    assert (own["person"], own["mine"]["ballot"]["choice"]) == (person, chosen)
    for place, said in everywhere(overheard, pipe, person, ear):
        assert '"choice"' not in said, place
        assert '"ballot":' not in said, place
    sent = ear.heard()
    assert person not in sent
    assert "Wambui" not in sent


def test_an_answer_on_a_scale_is_told_to_nobody_and_a_reservation_after_the_reveal_without_a_name(
    overheard: Facilitator, pipe: Pipe
) -> None:
    """DE2, PR1."""
    ear, voter = Ear(came(overheard, "José")), came(overheard, "Wambui")
    block = begin(overheard, "scale")
    desk = overheard.room.room.desk
    for wish in (SetProposal("One open map"), SetRule(1)):
        overheard.wait(desk.say(wish, activity=block.id))
    opened = overheard.wait(desk.say(OpenRound(tuple("12345678")), activity=block.id))
    round_, person = RoundId(f"{opened.id}.1"), called(overheard, "Wambui")
    overheard.until_painted()

    assert voter.say("scale", "cast_ballot", round=round_, number=1, choice=["7"]).status == 200
    assert voter.say("scale", "send_reservation", round=round_, text=f"{DOUBT} by the river").status == 200
    overheard.until(lambda: any(line["t"] == "mine" and DOUBT in str(line) for line in pipe.lines()))
    overheard.wait(desk.say(CloseRound(round_), activity=block.id))

    for place, said in everywhere(overheard, pipe, person, ear):
        assert DOUBT not in said, place
        assert '"choice"' not in said, place
        assert '"counts": [' not in said, place
    assert '["7"]' not in overheard.console_text()
    overheard.wait(desk.say(RevealRound(round_), activity=block.id))
    overheard.until(lambda: '"counts": [0, 0, 0, 0, 0, 0, 1, 0]' in ear.heard())
    sent = [line for line in pipe.lines() if "changes" in line and DOUBT in str(line["changes"])]
    assert sent
    assert not [row for line in sent for _, _, row in line["changes"] if row and row.get("by")]
    assert "Wambui" not in overheard.stage_text() + overheard.room.stage.accessibleDescription()
    assert DOUBT not in ear.heard()


def test_the_word_of_a_seat_is_told_to_its_owner_alone(overheard: Facilitator, pipe: Pipe) -> None:
    ear = Ear(came(overheard, "José"))
    came(overheard, "Wambui")
    person = called(overheard, "Wambui")
    word = overheard.records[Contact][person].word

    begin(overheard, "plain")

    assert word
    for place, said in everywhere(overheard, pipe, person, ear):
        assert word not in said, place


def filled(kind: type[Wish]) -> dict[str, Any]:
    """A form for a wish, with something in every field."""
    values: dict[str, Any] = {"int": 1, "bool": True, "tuple[str, ...]": ["x"]}
    return {each.name: values.get(str(each.type), "x") for each in fields(kind)}


def forbidden() -> list[tuple[str, type[Wish]]]:
    """Every wish of the house that no phone may utter, with the activity whose page would say it."""
    book = house.rulebook()
    ground = [kind for rules in book.ground for kind in rules.wishes] + [UndoLast, RedoLast]
    found: list[tuple[str, type[Wish]]] = [("room", kind) for kind in ground if wish_name(kind) not in ROOM_WISHES]
    for name, rules in book.activities.items():
        face: Any = house.activities()[name].face("phone")
        kinds = (*rules.wishes, *ground)
        found += [(name, kind) for kind in kinds if wish_name(kind) not in face.WISHES]
        found += [("room", kind) for kind in rules.wishes]
    return found


def test_no_phone_utters_a_wish_that_is_not_on_its_page(leading: Facilitator) -> None:
    asked = forbidden()
    by_activity: Callable[[str], list[type[Wish]]] = lambda name: [kind for each, kind in asked if each == name]  # noqa: E731
    answers: dict[tuple[str, str], tuple[int, str]] = {}
    cards, grown = dict(leading.records[Card]), 0

    for name in sorted({name for name, _ in asked}):
        if name != "room":
            begin(leading, name)
        kinds = by_activity(name)
        for first in range(0, len(kinds), AT_ONCE):
            phone = came(leading, f"{name} {first}")
            before = leading.room.room.desk.news.seq
            for kind in kinds[first : first + AT_ONCE]:
                reply = phone.say(name, wish_name(kind), **filled(kind))
                answers[name, wish_name(kind)] = (reply.status, reply.json["refusal"])
            grown += leading.room.room.desk.news.seq - before

    assert len(answers) > 150
    assert {key: said for key, said in answers.items() if said != (409, "wish.unknown")} == {}
    assert grown == 0
    assert dict(leading.records[Card]) == cards
