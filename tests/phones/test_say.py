"""What a phone posts, and what it is answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from facilitator.activities.ideation_board.rules import Placement
from facilitator.convening.cards import Card
from facilitator.convening.gathering import DescribeConvening, the_convening
from facilitator.convening.people import Contact, Person
from facilitator.desk.desk import new_wish_id
from tests.phones.room import CODE, Phone, Room

RLO, FAMILY = "\u202eevil", "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"


def texts(room: Room) -> list[str]:
    return [card.text for card in room.records[Card].values()]


def test_the_seat_is_born_with_the_joining(room: Room, phone: Callable[[], Phone]) -> None:
    somebody = phone().come_in()
    assert somebody.say("ideation_board", "add_idea", text="too early").status == 401

    somebody.join("Wambui")

    assert [p.name for p in room.records[Person].values() if p.is_here] == ["Wambui"]


def test_an_idea_is_acknowledged_once_it_is_kept(room: Room, phone: Callable[[], Phone]) -> None:
    board = room.start("ideation_board")
    joined = phone().join("Wambui")

    reply = joined.say("ideation_board", "add_idea", text="Rotate who leads us")

    assert reply.status == 200
    assert room.news.seq >= reply.json["seq"] > 0
    assert texts(room) == ["Rotate who leads us"]
    assert [lies.board for lies in room.records[Placement].values()] == [board]


def test_the_same_id_is_answered_the_same_and_makes_one_idea(room: Room, phone: Callable[[], Phone]) -> None:
    room.start("ideation_board")
    joined, wish = phone().join("Wambui"), new_wish_id()

    with ThreadPoolExecutor(5) as pool:
        asked = [pool.submit(joined.say, "ideation_board", "add_idea", wish, text="Once") for _ in range(5)]
        replies = [one.result() for one in asked]

    assert {reply.status for reply in replies} == {200}
    assert len({reply.json["seq"] for reply in replies}) == 1
    assert texts(room) == ["Once"]


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "<img onerror=x>", RLO, FAMILY, "' or 1=1 --", "a\nb"])
def test_what_people_write_is_kept_literally(room: Room, phone: Callable[[], Phone], text: str) -> None:
    room.start("ideation_board")

    assert phone().join().say("ideation_board", "add_idea", text=text).status == 200

    assert texts(room) == [text]


@pytest.mark.parametrize(
    ("sent", "kept"), [("a\x00b", "a\ufffdb"), ("bell\x07", "bell\ufffd"), ("a\ud800b", "a\ufffdb")]
)
def test_control_characters_become_visible(room: Room, phone: Callable[[], Phone], sent: str, kept: str) -> None:
    """Fault 37. NUL and its like become visible, nothing else changes."""
    room.start("ideation_board")
    joined = phone().join()
    said = {"id": new_wish_id(), "activity": "ideation_board", "wish": "add_idea", "with": {"text": sent}}

    reply = joined.ask("POST", "/say", json.dumps(said).encode(), Content_Type="application/json")

    assert reply.status == 200
    assert texts(room) == [kept]


def test_a_text_that_is_too_long_is_refused_in_a_plain_sentence(room: Room, phone: Callable[[], Phone]) -> None:
    room.start("ideation_board")
    joined = phone().join()

    fits = joined.say("ideation_board", "add_idea", text="\U0001f331" * 600)
    over = joined.say("ideation_board", "add_idea", text="a" * 601)

    assert fits.status == 200
    assert (over.status, over.json["refusal"]) == (409, "text.too_long")
    assert "601" in over.json["text"]


def test_an_empty_idea_is_refused_in_a_plain_sentence(room: Room, phone: Callable[[], Phone]) -> None:
    room.start("ideation_board")

    reply = phone().join().say("ideation_board", "add_idea", text="   ")

    assert (reply.status, reply.json["refusal"]) == (409, "text.empty")
    assert reply.json["text"].endswith(".")


@pytest.mark.parametrize(
    "wish", ["reveal_board", "go_live", "add_person", "start_block", "close_collecting", "__class__", "add_ideas"]
)
def test_a_phone_may_utter_its_own_wishes_only(room: Room, phone: Callable[[], Phone], wish: str) -> None:
    room.start("ideation_board")
    joined, before = phone().join(), room.news.seq

    statuses = {joined.say(activity, wish).status for activity in ("ideation_board", "room", "dot_vote")}

    assert statuses <= {409, 400}
    assert room.news.seq == before


def test_an_unknown_wish_is_refused_by_its_code(room: Room, phone: Callable[[], Phone]) -> None:
    room.start("ideation_board")

    reply = phone().join().say("ideation_board", "reveal_board")

    assert (reply.status, reply.json["refusal"]) == (409, "wish.unknown")


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b"[" * 9000, b"1" * 9000, b'{"id":5}', b'{"id":"x","activity":"room","wish":"join"}'],
)
def test_what_cannot_be_read_is_refused(phone: Callable[[], Phone], body: bytes) -> None:
    assert phone().join().ask("POST", "/say", body, Content_Type="application/json").status == 400


def test_only_json_from_our_own_page_is_read(phone: Callable[[], Phone]) -> None:
    """Fault 38. A posting from a foreign page is refused."""
    joined = phone().join()

    assert joined.ask("POST", "/say", b"{}", Content_Type="text/plain").status == 415
    assert joined.ask("POST", "/say", b"{}", Content_Type="application/json", Origin="http://evil.test").status == 403
    assert joined.ask("POST", "/say", b"{}", Content_Type="application/json", Sec_Fetch_Site="cross-site").status == 403


def test_a_hasty_phone_is_slowed_down_and_its_neighbour_is_not(room: Room, phone: Callable[[], Phone]) -> None:
    """Fault 37. The pace is counted by device, never by address."""
    room.start("ideation_board")
    hasty, calm = phone().join(), phone().join()

    statuses = [hasty.say("ideation_board", "add_idea", text="x").status for _ in range(30)]

    assert 11 <= statuses.count(200) < 20
    assert 429 in statuses
    assert calm.say("ideation_board", "add_idea", text="y").status == 200


def test_the_two_words_give_the_seat_back(room: Room, phone: Callable[[], Phone]) -> None:
    phone().join("Wambui")
    person = next(p.id for p in room.records[Person].values() if p.name == "Wambui")
    word = room.records[Contact][person].word

    other = phone().come_in()
    reply = other.say("room", "rejoin", word=word.upper())

    assert reply.status == 200
    with other.listening() as stream:
        assert next(said for name, said in stream if name == "mine")["mine"]["person"] == person


def test_guessing_words_is_slow(phone: Callable[[], Phone]) -> None:
    guessing = phone().come_in()

    statuses = [guessing.say("room", "rejoin", word=f"wrong {number}").status for number in range(12)]

    assert set(statuses) == {409, 429}


def test_wrong_words_are_limited_for_the_room_as_a_whole(room: Room, phone: Callable[[], Phone]) -> None:
    """Fault 38. A new cookie costs nothing: who guesses words from many phones is slowed down all the same."""
    guessing = [phone().come_in() for _ in range(8)]

    statuses = [one.say("room", "rejoin", word=f"wrong {n}").status for one in guessing[:7] for n in range(9)]
    fresh = guessing[7].say("room", "rejoin", word="wrong again")

    assert 60 <= statuses.count(409) <= 62
    assert fresh.status == 429
    assert guessing[7].say("room", "join", name="Wambui").status == 200


def test_one_phone_too_many_is_told_so_politely_and_whoever_has_a_seat_keeps_it(data_folder: Path) -> None:
    room = Room(data_folder, most=1)
    room.open()
    try:
        first, second = (Phone(room.bridge.port).come_in() for _ in range(2))
        assert first.say("room", "join", name="Wambui").status == 200
        # The seat is known to the gateway a moment before the room is told of who is in it.
        page = second.see(lambda page: page["public"]["room"]["is_full"] and page["public"]["room"]["people"])

        refused = second.say("room", "join", name="Otieno")
        word = next(iter(room.records[Contact].values()), None)

        assert page["public"]["room"]["people"] == 1
        assert (refused.status, refused.json["refusal"]) == (409, "room.full")
        assert "1" in refused.json["text"]
        assert word is not None
        assert first.say("room", "raise_hand").status == 200
    finally:
        room.close()


def test_the_facilitator_says_how_many_phones_there_may_be_and_says_otherwise_meanwhile(
    room: Room, screen: Callable[..., Page], phone: Callable[[], Phone]
) -> None:
    first = phone().join("Wambui")
    page = screen()
    page.goto(f"/j/{CODE}")
    expect(page.locator("#go")).to_be_visible()

    room.tell(limited(room, 1))

    expect(page.locator("#full")).to_have_text(
        "All seats for phones are taken. Ask for a paper card: it counts just the same."
    )
    expect(page.locator("#full")).to_be_visible()
    assert page.locator("#enter").is_hidden()
    refused = phone().come_in().say("room", "join", name="Otieno")
    assert (refused.status, refused.json["refusal"]) == (409, "room.full")
    assert first.say("room", "raise_hand").status == 200
    room.tell(limited(room, 2))
    page.click("#nameless")
    expect(page.get_by_role("heading", name="Look up")).to_be_visible()
    assert phone().come_in().say("room", "join", name="Otieno").status == 409
    room.tell(limited(room, 0))
    first.see(lambda said: not said["public"]["room"]["is_full"])
    assert phone().come_in().say("room", "join", name="Otieno").status == 200


def limited(room: Room, phones: int) -> DescribeConvening:
    return DescribeConvening(replace(the_convening(room.records), phones=phones), ("phones",))


def test_a_phone_that_sends_a_thousand_times_is_named_to_the_facilitator(
    room: Room, phone: Callable[[], Phone]
) -> None:
    """Fault 37. 60 postings at once: twelve are taken, the rest is refused, and the facilitator learns whose it is."""
    hostile, calm = phone().join("Wambui"), phone().join("Otieno")
    key = next(p.id for p in room.records[Person].values() if p.name == "Wambui")

    statuses = [hostile.say("room", "typing").status for _ in range(60)]

    room.wait_for_presence(lambda now: now.hasty == (key,))
    assert statuses.count(429) >= 30
    assert calm.say("room", "typing").status == 200


def test_hands_moods_and_done_are_told_and_never_kept(room: Room, phone: Callable[[], Phone]) -> None:
    block = room.start("plain")
    joined = phone().join("Wambui")
    joined.see(lambda page: page["public"]["room"]["block"] == block)
    person = next(p.id for p in room.records[Person].values() if p.name == "Wambui")
    before = room.news.seq

    for wish, fields in (("raise_hand", {"is_on": True}), ("mood", {"mood": "lost"}), ("done", {"is_on": True})):
        assert joined.say("room", wish, **fields).status == 200

    room.wait_for_presence(lambda now: now.hands == (person,) and now.moods == {"lost": 1} and now.done == (person,))
    assert room.news.seq == before
