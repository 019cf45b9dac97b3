"""Idea board, on phones."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from playwright.sync_api import Page, expect

from facilitator.activities.ideation_board.phone import WISHES, mine, public
from facilitator.activities.ideation_board.rules import (
    AddCluster,
    AddIdea,
    AddIdeas,
    AskAlso,
    CloseCollecting,
    Cluster,
    EditIdea,
    LimitIdeas,
    MergeIdeas,
    Placement,
    RemoveIdea,
    RevealBoard,
    ShowArriving,
    ShowAuthors,
    Signature,
    SignIdea,
    SplitIdea,
    UnsignIdea,
)
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, ClusterId, PersonId
from facilitator.convening.words import added
from facilitator.desk.desk import new_wish_id
from facilitator.kit.web.form import Form
from tests.phones.room import CODE, Phone, Room
from tests.phones.test_page import join, texts, write
from tests.phones.test_wishes import BOARD
from tests.phones.test_wishes import room as records_of

HERS = Card(CardId("c1"), "Rotate", by=PersonId("amina"))
HIS = Card(CardId("c2"), "Share", by=PersonId("tomas"))


def test_a_phone_may_add_mend_and_take_back_and_says_how_it_came() -> None:
    form = Form(BOARD.id, {"text": "Yes", "card": "c1", "language": "sw", "question": "q1", "is_signed": True})

    assert {name: read(form) for name, read in WISHES.items()} == {
        "add_idea": AddIdea("Yes", "phone", "sw", ClusterId("q1"), is_signed=True),
        "edit_idea": EditIdea(CardId("c1"), "Yes"),
        "remove_idea": RemoveIdea(CardId("c1")),
        "sign_idea": SignIdea(CardId("c1")),
        "unsign_idea": UnsignIdea(CardId("c1")),
    }


def test_everybody_is_told_the_question_and_no_idea() -> None:
    records = records_of(BOARD, HERS, Placement(HERS.id, BOARD.id))

    assert "Rotate" not in str(public(records, BOARD.id))


def test_each_is_told_their_own_ideas_newest_first() -> None:
    newer = Card(CardId("c3"), "Mend", by=HERS.by)
    records = records_of(BOARD).after(
        added(record) for card in (HERS, HIS, newer) for record in (card, Placement(card.id, BOARD.id, is_held=True))
    )

    own = mine(records, BOARD.id)

    assert [idea["text"] for idea in own[HERS.by]["ideas"]] == ["Mend", "Rotate"]
    assert [idea["text"] for idea in own[HIS.by]["ideas"]] == ["Share"]


def test_a_person_mends_their_own_idea(room: Room, screen: Callable[..., Page]) -> None:
    room.start("ideation_board")
    page = join(screen())
    write(page, "Rotate who leds us")

    page.locator(".pencil").click()
    page.locator(".edit textarea").fill("Rotate who leads us")
    page.get_by_role("button", name="Save").click()

    expect(page.locator(".words")).to_have_text("Rotate who leads us")
    expect(page.locator(".badge.ok")).to_have_text("sent")
    room.wait_until(lambda records: [card.text for card in records[Card].values()] == ["Rotate who leads us"])


def test_the_counter_is_gentle_from_sixty_on_and_firm_at_six_hundred(room: Room, screen: Callable[..., Page]) -> None:
    room.start("ideation_board")
    page = join(screen())
    left, send = page.locator("#left"), page.locator("#send")

    page.fill("#text", "a" * 29)
    expect(left).to_have_text("31 left")
    page.fill("#text", "a" * 61)
    expect(left).to_contain_text("short reads better from the back")
    page.fill("#text", "\U0001f331" * 600)
    expect(send).to_be_enabled()
    page.fill("#text", "a" * 602)
    expect(left).to_have_text("2 letters too many")
    expect(send).to_be_disabled()


def test_a_board_that_takes_no_ideas_says_so_and_keeps_what_was_typed(room: Room, screen: Callable[..., Page]) -> None:
    board = room.start("ideation_board")
    page = join(screen())
    page.locator("#text").press_sequentially("Half")

    room.tell(CloseCollecting(), board)

    expect(page.locator("#closed")).to_be_visible()
    expect(page.locator("#text")).to_have_value("Half")
    page.click("#send")
    expect(page.locator(".badge.warn")).to_contain_text("not taking new ideas")
    assert texts(room) == []


def test_an_idea_taken_off_the_board_is_said_plainly(room: Room, screen: Callable[..., Page]) -> None:
    board = room.start("ideation_board")
    page = join(screen())
    page.clock.install()
    write(page, "Gone soon")
    expect(page.locator(".badge.ok")).to_be_visible()

    room.tell(RemoveIdea(CardId(next(iter(room.records[Card])))), board)
    page.clock.fast_forward("00:07")  # that it arrived is said for six seconds

    expect(page.locator(".badge.m")).to_have_text("taken off the board", timeout=20_000)


def test_a_person_takes_their_own_idea_back(room: Room, screen: Callable[..., Page]) -> None:
    room.start("ideation_board")
    page = join(screen())
    write(page, "Not after all")
    room.wait_until(lambda records: len(records[Card]) == 1)

    page.locator(".pencil").click()
    page.get_by_role("button", name="Take it back").click()

    room.wait_until(lambda records: not records[Card])
    expect(page.locator("#list .line")).to_have_count(0)


def test_of_several_questions_one_is_chosen_and_answered(room: Room, screen: Callable[..., Page]) -> None:
    board = room.start("ideation_board")
    page = join(screen())
    expect(page.locator("#asks")).to_be_hidden()
    question = room.tell(AskAlso("What would stop us?"), board).id + ".1"

    page.get_by_label("Which question does it answer?").select_option(label="What would stop us?")
    expect(page.locator("#prompt")).to_have_text("What would stop us?")
    write(page, "Fear of change")

    room.wait_until(lambda records: [lies.cluster for lies in records[Placement].values()] == [question])
    assert list(room.records[Cluster]) == [question]


def test_a_limit_is_said_and_lifted_by_taking_one_back(room: Room, screen: Callable[..., Page]) -> None:
    board = room.start("ideation_board")
    page = join(screen())
    room.tell(LimitIdeas(2), board)
    expect(page.locator("#limit")).to_have_text("2 more ideas from you")
    write(page, "One")
    write(page, "Two")
    expect(page.locator("#limit")).to_contain_text("You have sent all your ideas.")
    expect(page.locator("#write")).to_be_hidden()

    page.locator(".pencil").first.click()
    page.get_by_role("button", name="Take it back").click()

    expect(page.locator("#limit")).to_have_text("1 more idea from you")
    expect(page.locator("#write")).to_be_visible()


def test_the_same_note_sent_five_times_by_a_phone_is_one(room: Room, phone: Callable[[], Phone]) -> None:
    room.start("ideation_board")
    hers, one = phone().join("Amina"), new_wish_id()

    answers = [hers.say("ideation_board", "add_idea", id=one, text="Rotate") for _ in range(5)]

    assert {(answer.status, str(answer.json)) for answer in answers} == {(200, str(answers[0].json))}
    assert texts(room) == ["Rotate"]


def test_a_hidden_idea_is_in_no_byte_that_another_phone_receives(room: Room, phone: Callable[[], Phone]) -> None:
    """Check 4, in part: what waits is read by nobody else, on the wire or in the process that strangers talk to."""
    board = room.start("ideation_board")
    hers, his = phone().join("Amina"), phone().join("Tomás")
    with his.listening() as stream:
        hers.say("ideation_board", "add_idea", text="secret mango")
        room.tell(AddCluster("Asked meanwhile", (next(iter(room.records[Card])),)), board)
        room.tell(LimitIdeas(7), board)
        heard = [next(stream), next(stream)]
        while "'limit': 7" not in str(heard[-1]):
            heard.append(next(stream))

    with hers.listening() as stream:
        (_, page), (_, own) = next(stream), next(stream)
    assert "secret mango" in str(own)
    assert "secret mango" not in str(page)
    assert "secret mango" not in str(heard)
    assert "secret mango" not in str(his.ask("GET", "/state").json)
    told = room.news.room
    assert not told[Card]
    assert not told[Placement]


def test_a_phone_says_how_many_ideas_the_board_has_once_it_was_shown(room: Room, screen: Callable[..., Page]) -> None:
    board = room.start("ideation_board")
    page = join(screen())
    room.tell(AddIdeas(("Rotate", "Share", "Mend")), board)
    expect(page.locator("#many")).to_be_hidden()

    room.tell(RevealBoard(), board)

    expect(page.locator("#many")).to_be_visible()
    expect(page.locator("#many")).to_have_text("3 ideas on the board")


def test_a_burst_of_ideas_reaches_phones_as_a_few_counts_and_no_text(room: Room, phone: Callable[[], Phone]) -> None:
    board = room.start("ideation_board")
    room.tell(ShowArriving(), board)
    his = phone().join("Tomás")

    told = []
    with his.listening() as stream:
        for at in range(60):
            room.tell(AddIdea(f"mango {at}", "phone"), board)
        for name, said in stream:
            assert "mango" not in str(said)
            if name == "page":
                told.append((said["public"].get("count", 0), said["clock"]["sent_ms"]))
            if told and told[-1][0] == 60:
                break

    assert told == sorted(told)
    beats = [sent for _count, sent in told[1:]]  # the first page is given at once to whoever comes
    assert all(after - before > 90 for before, after in pairwise(beats))


def test_a_phone_says_before_writing_that_the_room_sees_no_names(room: Room, screen: Callable[..., Page]) -> None:
    """BD4."""
    board = room.start("ideation_board")
    page = join(screen())

    expect(page.locator("#as")).to_have_text("As Wambui. The room sees no names.")
    expect(page.locator("#sign")).to_be_hidden()
    room.tell(ShowAuthors(), board)
    expect(page.locator("#as")).to_have_text("The room sees names here.")
    expect(page.get_by_label("Show my name, Wambui")).not_to_be_checked()


def test_an_idea_goes_with_the_name_only_when_its_author_says_so(room: Room, screen: Callable[..., Page]) -> None:
    """PR1. PR3: nothing is assumed, and a name may be taken off again."""
    room.tell(ShowAuthors(), room.start("ideation_board"))
    page = join(screen())
    write(page, "Without me")
    room.wait_until(lambda records: len(records[Card]) == 1)
    assert not room.records[Signature]

    page.get_by_label("Show my name, Wambui").check()
    write(page, "By me")

    room.wait_until(lambda records: len(records[Signature]) == 1)
    line = page.locator("#list .line").filter(has_text="By me")
    expect(line).to_contain_text("with your name")
    expect(page.locator("#list .line").filter(has_text="Without me")).not_to_contain_text("with your name")
    line.locator(".pencil").click()
    page.locator(".edit").get_by_label("Show my name, Wambui").uncheck()
    page.get_by_role("button", name="Save").click()
    room.wait_until(lambda records: not records[Signature])
    expect(page.locator("#list")).not_to_contain_text("with your name")


def test_who_agreed_to_be_quoted_by_name_finds_the_name_filled_in_and_leaves_it_out(
    room: Room, screen: Callable[..., Page]
) -> None:
    """PR4."""
    room.tell(ShowAuthors(), room.start("ideation_board"))
    page = screen()
    page.goto(f"/j/{CODE}")
    page.fill("#name", "Wambui")
    page.locator("#more summary").click()
    page.get_by_label("quote you by name").check()
    page.click("#go")

    expect(page.get_by_label("Show my name, Wambui")).to_be_checked()
    page.get_by_label("Show my name, Wambui").uncheck()
    write(page, "Without me")

    room.wait_until(lambda records: len(records[Card]) == 1)
    assert not room.records[Signature]


def test_who_gave_no_name_is_asked_for_none(room: Room, screen: Callable[..., Page]) -> None:
    room.tell(ShowAuthors(), room.start("ideation_board"))
    page = screen()
    page.goto(f"/j/{CODE}")
    page.click("#nameless")

    expect(page.locator("#as")).to_have_text("Without a name")
    expect(page.locator("#sign")).to_be_hidden()


def test_no_name_is_in_any_byte_that_another_phone_receives(room: Room, phone: Callable[[], Phone]) -> None:
    """BD4: a phone is told neither what others wrote nor who did, whether the stage shows names or not."""
    board = room.start("ideation_board")
    hers, his = phone().join("Zebralina"), phone().join("Tomás")
    with his.listening() as stream:
        hers.say("ideation_board", "add_idea", text="before", is_signed=True)
        room.tell(ShowAuthors(), board)
        hers.say("ideation_board", "add_idea", text="after", is_signed=True)
        hers.say("ideation_board", "add_idea", text="nameless")
        held = room.news.room
        room.tell(RevealBoard(), board)
        room.tell(LimitIdeas(7), board)
        heard = [next(stream), next(stream)]
        while "'limit': 7" not in str(heard[-1]):
            heard.append(next(stream))

    told = room.news.room
    assert "Zebralina" not in str(heard)
    assert "Zebralina" not in str(his.ask("GET", "/state").json)
    assert not held[Signature]
    signed = [told[Card][one.id].text for one in told[Signature].values()]
    assert signed == ["after"]
    assert {card.by for card in told[Card].values()} == {""}


def test_each_author_is_told_that_their_idea_was_joined_and_how_both_read(
    room: Room, screen: Callable[..., Page], phone: Callable[[], Phone]
) -> None:
    """BD3: calmly, in plain words, and without the other one's name."""
    board = room.start("ideation_board")
    page = join(screen())
    write(page, "Rotate who leads us")
    room.wait_until(lambda records: len(records[Card]) == 1)
    his = phone().join("Zebralino")
    his.say("ideation_board", "add_idea", text="Take turns in the chair")
    hers, other = (CardId(card) for card in room.records[Card])

    room.tell(MergeIdeas((other, hers), "", tells_authors=True), board)
    line = page.locator("#list .line")
    expect(line).to_contain_text("Joined with another idea. You will read both when ideas are shown.")
    expect(line).not_to_contain_text("Take turns")
    room.tell(RevealBoard(), board)

    expect(line).to_contain_text("Joined with another idea. Together they read: “Take turns in the chair”")
    expect(line).to_contain_text("Rotate who leads us")
    assert "Zebralino" not in page.content()
    with his.listening() as stream:
        (_, shown), (_, own) = next(stream), next(stream)
    assert own["mine"]["ideas"][0]["joined"] == {"stands": True, "text": ""}
    assert "Rotate who leads us" not in str((shown, own))
    room.tell(SplitIdea(other), board)
    expect(line).not_to_contain_text("Joined")


def test_a_merge_that_is_not_to_be_told_leaves_the_phones_as_they_were(room: Room, phone: Callable[[], Phone]) -> None:
    board = room.start("ideation_board")
    hers, his = phone().join("Amina"), phone().join("Tomás")
    for one, text in ((hers, "Rotate"), (his, "Take turns")):
        one.say("ideation_board", "add_idea", text=text)
    room.tell(MergeIdeas(tuple(room.records[Card]), "Turns for all"), board)
    room.tell(RevealBoard(), board)

    own = mine(room.records, board)

    assert all("joined" not in idea for person in own.values() for idea in person["ideas"])
    assert len(own) == 3  # the facilitator's words too; they have no phone
