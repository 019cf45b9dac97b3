"""The bridge between desk and gateway, with a real gateway that is killed, hung, and told."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from facilitator.activities.ideation_board.rules import CloseCollecting, RevealBoard
from facilitator.convening.ballots import CloseRound, OpenRound, RevealRound
from facilitator.convening.cards import Card
from facilitator.convening.clock import StartBlock
from facilitator.convening.forgetting import ForgetPerson
from facilitator.convening.ids import PersonId, RoundId
from facilitator.convening.people import Contact, Person
from facilitator.convening.seats import MoveSeat, MutePerson, TakeSeat, UnmutePerson
from facilitator.desk.desk import new_wish_id
from facilitator.phones.bridge import CalledOff
from facilitator.phones.child import command
from facilitator.phones.patience import Patience
from tests.phones.room import CODE, Phone, Room

NINE = 1_805_360_400_000
"""18 March 2027, 09:00 in Greenwich."""


def person(room: Room, name: str) -> str:
    return next(p.id for p in room.records[Person].values() if p.name == name)


def until_new_gateway(room: Room, old: int) -> float:
    began = time.monotonic()
    while True:
        try:
            if room.bridge.gateway_pid != old and Phone(room.bridge.port).ask("GET", "/").status == 200:
                return time.monotonic() - began
        except OSError:
            continue


def test_a_killed_gateway_is_back_on_the_same_port_with_everything(room: Room, phone: Callable[[], Phone]) -> None:
    block = room.start("ideation_board", "What would keep it working?")
    joined = phone().join("Wambui")
    joined.say("ideation_board", "add_idea", text="Kept")
    old = room.bridge.gateway_pid

    os.kill(old, signal.SIGKILL)
    seconds = until_new_gateway(room, old)

    assert seconds < 5
    with joined.listening() as stream:
        (_, page), (_, mine) = next(stream), next(stream)
    assert page["public"]["room"]["block"] == block
    assert [idea["text"] for idea in mine["mine"]["ideas"]] == ["Kept"]
    assert joined.say("ideation_board", "add_idea", text="After").status == 200


@pytest.fixture
def hurried(data_folder: Path) -> Iterator[Room]:
    """A live room that does not wait long for a gateway that says nothing."""
    made = Room(data_folder, Patience(silence=1.5))
    made.open()
    yield made
    made.close()


@pytest.mark.timeout(40)
def test_a_gateway_that_hangs_is_replaced(hurried: Room) -> None:
    room = hurried
    joined = Phone(room.bridge.port).join("Wambui")
    old = room.bridge.gateway_pid

    os.kill(old, signal.SIGSTOP)
    before = time.monotonic()
    for _ in range(50):
        room.start("plain")
    desk_seconds = time.monotonic() - before
    until_new_gateway(room, old)

    assert desk_seconds < 3
    assert joined.ask("GET", "/state").status == 200


def test_phones_count_by_the_rooms_clock(data_folder: Path) -> None:
    began = time.monotonic()
    room = Room(data_folder, wall=lambda: NINE + round((time.monotonic() - began) * 1000))
    room.open()
    try:
        phone = Phone(room.bridge.port).join("Wambui")
        room.start("plain", minutes=40)
        page = phone.see(lambda page: page["clock"]["running"])
    finally:
        room.close()

    assert 39 * 60_000 < page["clock"]["left_ms"] <= 40 * 60_000
    assert NINE <= page["clock"]["sent_ms"] < NINE + 60_000


def test_a_start_that_is_under_way_ends_at_once_when_the_doors_are_closed(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room(data_folder)
    silent = data_folder / "silent"
    silent.write_text("#!/bin/sh\nexec sleep 60\n")
    silent.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(silent))
    with ThreadPoolExecutor(1) as hands:
        opening = hands.submit(room.bridge.start)
        while not room.bridge.gateway_pid:
            assert not opening.done()

        began = time.monotonic()
        room.close()
        with pytest.raises(CalledOff):
            opening.result()

    assert time.monotonic() - began < 2
    assert room.bridge.gateway_pid == 0


def test_doors_that_were_closed_before_they_opened_stay_closed(data_folder: Path) -> None:
    room = Room(data_folder)
    room.close()

    with pytest.raises(CalledOff):
        room.bridge.start()


def test_the_gateway_leaves_when_its_pipe_ends() -> None:
    start = command((0,))
    child = subprocess.Popen(start, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    out, _ = child.communicate(b"no json\n[]\n", timeout=10)

    assert (child.returncode, out) == (0, b"")


def test_a_change_is_told_to_every_phone(room: Room, phone: Callable[[], Phone]) -> None:
    block = room.start("ideation_board")
    watching = [phone().join() for _ in range(3)]

    room.tell(CloseCollecting(), block)

    for one in watching:
        assert one.see(lambda page: page["public"].get("is_collecting") is False)


def test_what_is_mine_is_told_to_me_alone(room: Room, phone: Callable[[], Phone]) -> None:
    room.start("ideation_board")
    wambui, tomas = phone().join("Wambui"), phone().join("Tomás")

    with tomas.listening() as other, wambui.listening() as own:
        wambui.say("ideation_board", "add_idea", text="Only for my own phone")
        mine = next(said for name, said in own if name == "mine" and said["mine"].get("ideas"))
        tomas.say("ideation_board", "add_idea", text="Another")
        heard = ""
        for name, said in other:
            heard += json.dumps(said)
            if name == "mine" and said["mine"].get("ideas"):
                break

    assert mine["mine"]["ideas"][0]["text"] == "Only for my own phone"
    assert "Only for my own phone" not in heard


def test_hidden_ideas_and_authors_never_reach_the_gateway(room: Room, phone: Callable[[], Phone]) -> None:
    block = room.start("ideation_board")
    wambui, tomas = phone().join("Wambui"), phone().join("Tomás")
    wambui.say("ideation_board", "add_idea", text="Hidden until the reveal")

    before = tomas.ask("GET", "/state").body
    room.tell(RevealBoard(), block)

    assert b"Hidden until" not in before
    assert person(room, "Wambui").encode() not in before


def test_no_count_of_dots_is_told_while_a_round_is_sealed(room: Room, phone: Callable[[], Phone]) -> None:
    board = room.start("ideation_board")
    wambui, tomas = phone().join("Wambui"), phone().join("Tomás")
    for text in ("One", "Two"):
        wambui.say("ideation_board", "add_idea", text=text)
    room.tell(RevealBoard(), board)
    cards = tuple(card.id for card in room.records.table("card").values())
    vote = room.start("dot_vote")
    round_ = RoundId(room.tell(OpenRound(cards, 2, 2), vote).id + ".1")
    tomas.see(lambda page: page["public"].get("round", {}).get("state") == "open")

    cast = wambui.say("dot_vote", "cast_ballot", round=round_, number=1, choice=[cards[0], cards[0]])
    room.tell(CloseRound(round_), vote)
    sealed = tomas.see(lambda page: page["public"]["round"]["state"] == "closed")
    room.tell(RevealRound(round_), vote)
    revealed = tomas.see(lambda page: page["public"]["round"]["state"] == "revealed")

    assert cast.status == 200
    assert sealed["public"]["result"] == []
    assert "dots" not in json.dumps(sealed["public"])
    assert revealed["public"]["result"][0]["dots"] == 2


def test_a_second_phone_of_the_same_person_sees_their_own_ballot(room: Room, phone: Callable[[], Phone]) -> None:
    board = room.start("ideation_board")
    first = phone().join("Wambui")
    first.say("ideation_board", "add_idea", text="One")
    room.tell(RevealBoard(), board)
    card = next(iter(room.records.table("card")))
    vote = room.start("dot_vote")
    round_ = room.tell(OpenRound((card,), 1, 1), vote).id + ".1"
    first.see(lambda page: page["public"].get("round", {}).get("state") == "open")
    first.say("dot_vote", "cast_ballot", round=round_, number=1, choice=[card])
    word = room.records.table("contact")[person(room, "Wambui")]

    second = phone().come_in()
    second.say("room", "rejoin", word=getattr(word, "word"))  # noqa: B009 - a table's record has no type of its own
    with second.listening() as stream:
        mine = next(said["mine"] for name, said in stream if name == "mine" and "ballot" in said["mine"])

    assert mine["ballot"] == {"round": round_, "number": 1, "choice": [card]}


def test_a_phone_is_counted_while_its_page_is_open(room: Room, phone: Callable[[], Phone]) -> None:
    joined = phone().join("Wambui")
    key = person(room, "Wambui")

    with joined.listening():
        room.wait_for_presence(lambda now: now.connected.get(key) == 1)

    room.wait_for_presence(lambda now: key not in now.connected)


def test_a_lowered_hand_is_told_to_its_phone(room: Room, phone: Callable[[], Phone]) -> None:
    joined = phone().join("Wambui")
    key = person(room, "Wambui")
    joined.say("room", "raise_hand")
    room.wait_for_presence(lambda now: now.hands == (key,))

    with joined.listening() as stream:
        room.bridge.lower_hand(key)

        assert any(name == "mine" and said["mine"]["hand"] == 0 for name, said in stream)


def test_the_address_is_spelt_for_a_code(room: Room) -> None:
    assert room.bridge.url == f"HTTP://{room.bridge.host}:{room.bridge.port}/J/{CODE}"


def test_a_phone_of_somebody_who_is_forgotten_has_no_seat_and_no_name_any_more(
    room: Room, phone: Callable[[], Phone]
) -> None:
    room.start("ideation_board", "What would keep it working?")
    forgotten, other = phone().join("Wambui"), phone().join("Otieno")
    room.tell(ForgetPerson(PersonId(person(room, "Wambui"))))

    with forgotten.listening() as stream:
        mine = next(said for name, said in stream if name == "mine" and not said["mine"]["person"])
    answer = forgotten.say("ideation_board", "add_idea", text="After")

    assert set(mine["mine"]) == {"person"}
    assert answer.status == 401
    assert other.say("ideation_board", "add_idea", text="Mine").status == 200
    assert b"Wambui" not in forgotten.ask("GET", "/state").body
    assert forgotten.say("room", "join", name="").status == 200


def test_a_hushed_phone_keeps_what_it_writes_and_may_vote(room: Room, phone: Callable[[], Phone]) -> None:
    block = room.start("ideation_board")
    loud, other = phone().join("Wambui"), phone().join("Otieno")
    other.say("ideation_board", "add_idea", text="One")
    room.tell(MutePerson(PersonId(person(room, "Wambui"))))

    refused = loud.say("ideation_board", "add_idea", text="Spam")
    hand = loud.say("room", "raise_hand")
    room.tell(RevealBoard(), block)
    card = next(iter(room.records.table("card")))
    vote = room.start("dot_vote")
    round_ = room.tell(OpenRound((card,), 1, 1), vote).id + ".1"
    cast = loud.say("dot_vote", "cast_ballot", round=round_, number=1, choice=[card])

    assert (refused.status, refused.json["refusal"]) == (409, "person.muted")
    assert "It stays here" in refused.json["text"]
    assert (hand.status, cast.status) == (200, 200)
    room.tell(UnmutePerson(PersonId(person(room, "Wambui"))))
    room.tell(StartBlock(block))
    assert loud.say("ideation_board", "add_idea", text="Heard again").status == 200


def test_a_seat_that_was_taken_away_is_joined_anew_and_its_old_words_open_nothing(
    room: Room, phone: Callable[[], Phone]
) -> None:
    joined = phone().join("Wambui")
    key = PersonId(person(room, "Wambui"))
    word = room.records[Contact][key].word
    with joined.listening() as stream:
        room.tell(TakeSeat(key))
        assert next(said for name, said in stream if name == "mine" and not said["mine"]["person"])

    refused = joined.say("room", "rejoin", word=word)
    again = joined.say("room", "join", name="Wambui")

    assert refused.status == 409
    assert again.status == 200
    assert [p.id for p in room.records[Person].values() if p.is_here] == [key]


def test_a_phone_that_was_moved_to_its_earlier_seat_has_at_once_what_was_written_there(
    room: Room, phone: Callable[[], Phone]
) -> None:
    """Check 2. Somebody comes back with a phone that knows nothing, and goes on."""
    room.start("ideation_board", "What would help?")
    phone().join("Wambui").say("ideation_board", "add_idea", text="Trust")
    emptied = phone().join()
    again, wambui = person(room, ""), person(room, "Wambui")

    with emptied.listening() as stream:
        room.tell(MoveSeat(PersonId(again), PersonId(wambui)))
        mine = next(said["mine"] for name, said in stream if name == "mine" and said["mine"].get("ideas"))
    said = emptied.say("ideation_board", "add_idea", text="Time")

    assert (mine["person"], [idea["text"] for idea in mine["ideas"]]) == (wambui, ["Trust"])
    assert said.status == 200
    assert {card.by for card in room.records[Card].values()} == {wambui}
    assert again not in room.records[Person]


def test_an_idea_whose_answer_was_lost_is_still_answered_once_the_block_is_over_or_its_phone_hushed(
    room: Room, phone: Callable[[], Phone]
) -> None:
    """Fault 31. The laptop has it: whatever the room does meanwhile, the phone hears what it would have heard."""
    board = room.start("ideation_board")
    joined, key = phone().join("Wambui"), new_wish_id()
    first = joined.say("ideation_board", "add_idea", id=key, block=board, text="Once")

    room.tell(MutePerson(PersonId(person(room, "Wambui"))))
    hushed = joined.say("ideation_board", "add_idea", id=key, block=board, text="Once")
    room.start("plain")
    over = joined.say("ideation_board", "add_idea", id=key, block=board, text="Once")
    new = joined.say("ideation_board", "add_idea", block=board, text="Too late")

    assert first.status == 200
    assert (hushed.status, hushed.body) == (over.status, over.body) == (200, first.body)
    assert new.status == 409
    assert [card.text for card in room.records[Card].values()] == ["Once"]


def test_an_idea_whose_answer_was_lost_is_answered_though_its_seat_was_moved(
    room: Room, phone: Callable[[], Phone]
) -> None:
    """Fault 31. Check 2. It was said from the seat that this phone had then; from another phone it is nobody's answer."""
    room.start("ideation_board")
    earlier, emptied, key = phone().join("Wambui"), phone().join(), new_wish_id()
    first = emptied.say("ideation_board", "add_idea", id=key, text="Once")

    room.tell(MoveSeat(PersonId(person(room, "")), PersonId(person(room, "Wambui"))))
    again = emptied.say("ideation_board", "add_idea", id=key, text="Once")
    foreign = earlier.say("ideation_board", "add_idea", id=key, text="Once")

    assert (again.status, again.body) == (200, first.body)
    assert foreign.json["refusal"] == "wish.not_yours"
    assert [card.text for card in room.records[Card].values()] == ["Once"]
