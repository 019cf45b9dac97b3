"""Wicked questions, on phones."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

from facilitator.activities.wicked_questions.phone import WISHES, mine, public
from facilitator.activities.wicked_questions.rules import (
    Candidate,
    ChooseCandidate,
    Inquiry,
    KeepCandidate,
    RemoveTruth,
    SendTruths,
    TakeStep,
    Truth,
)
from facilitator.activities.wicked_questions.rules.answers import Answer, RemoveAnswer, SendAnswer
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import OpenRound, Turnout
from facilitator.convening.cards import Card
from facilitator.convening.clock import StartBlock
from facilitator.convening.ids import BlockId, CardId, PersonId
from facilitator.convening.people import Person
from facilitator.convening.seats import MutePerson
from facilitator.kit.web.form import Form
from tests.phones.room import WAIT, Room
from tests.phones.test_page import join
from tests.phones.test_wishes import room as records_of

BLOCK = Block(BlockId("w"), "Wicked", "wicked_questions")
FAST, SLOW = "moving fast enough for a child", "moving slowly enough for her village"


def test_truths_are_sent_for_either_half() -> None:
    assert WISHES["send_truths"](Form(BLOCK.id, {"first": FAST})) == SendTruths(FAST, "", "phone")
    assert WISHES["remove_truth"](Form(BLOCK.id, {"card": "c"})) == RemoveTruth(CardId("c"))


def test_truths_are_told_to_nobody_but_how_many_to_whoever_sent_them() -> None:
    card = Card(CardId("c"), FAST, by=PersonId("amina"))
    records = records_of(BLOCK, card, Truth(card.id, BLOCK.id, "first"))

    assert FAST not in str(public(records, BLOCK.id))
    assert mine(records, BLOCK.id) == {"amina": {"truths": [{"id": "c", "half": "first"}], "answers": []}}


def test_the_chosen_question_is_told_to_all() -> None:
    chosen = Candidate(CardId("q"), BLOCK.id, "at_once", FAST, SLOW)

    told = public(records_of(BLOCK, chosen, Inquiry(BLOCK.id, "live", chosen.id)), BLOCK.id)

    assert told["chosen"] == {"id": "q", "stem": "at_once", "first": FAST, "second": SLOW}


def test_one_half_alone_is_fine(room: Room, screen: Callable[..., Page]) -> None:
    room.start("wicked_questions")
    page = join(screen())

    page.fill("#second", SLOW)
    page.get_by_role("button", name="Send this half").tap()

    expect(page.locator("#sum")).to_have_text("You have sent 1. Shared without your name.")
    expect(page.locator("#second")).to_have_value("")
    assert [(t.half, room.records[Card][t.id].text) for t in room.records[Truth].values()] == [("second", SLOW)]


def test_the_room_chooses_then_reads_its_question(room: Room, screen: Callable[..., Page]) -> None:
    block = room.start("wicked_questions")
    page = join(screen())
    kept = [room.tell(KeepCandidate("at_once", *pair), block).id + ".1" for pair in ((FAST, SLOW), ("bold", "humble"))]
    room.tell(TakeStep("choose"), block)
    room.tell(OpenRound(tuple(kept), 1, 1), block)

    page.locator(".option").nth(0).tap()
    page.locator(".option").nth(1).tap()

    expect(page.locator(".option").nth(0)).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".option").nth(1)).to_have_attribute("aria-pressed", "true")
    room.wait_until(lambda records: [turn.dots for turn in records[Turnout].values()] == [1])
    room.tell(ChooseCandidate(CardId(kept[1])), block)
    room.tell(TakeStep("live"), block)
    expect(page.locator("#question")).to_contain_text("How is it that we are")
    expect(page.locator("#question")).to_contain_text("humble")


STORY = "In Turkana the committee met under the tree for six weeks. The pump went in on day one, as a loan."


def living(room: Room) -> tuple[BlockId, CardId]:
    """Let the room live with a question; gives the block and the question."""
    block = room.start("wicked_questions")
    question = CardId(room.tell(KeepCandidate("at_once", FAST, SLOW), block).id + ".1")
    room.tell(ChooseCandidate(question), block)
    room.tell(TakeStep("live"), block)
    return block, question


def said(room: Room) -> list[str]:
    """The answers that the laptop holds."""
    records = room.records
    return sorted(records[Card][key].text for key in records[Answer])


def test_an_answer_names_the_question_it_was_given_to() -> None:
    sent = Form(BLOCK.id, {"question": "q", "text": STORY})

    assert WISHES["send_answer"](sent) == SendAnswer(CardId("q"), STORY, "phone")
    assert WISHES["remove_answer"](Form(BLOCK.id, {"card": "c"})) == RemoveAnswer(CardId("c"))


def test_answers_are_told_to_whoever_gave_them_alone() -> None:
    card = Card(CardId("c"), STORY, by=PersonId("amina"))
    chosen = Candidate(CardId("q"), BLOCK.id, "at_once", FAST, SLOW)
    live = Inquiry(BLOCK.id, "live", chosen.id)
    typed = Card(CardId("d"), "Told aloud")
    told = (Answer(each.id, BLOCK.id, chosen.id) for each in (card, typed))
    records = records_of(BLOCK, chosen, live, card, typed, *told)

    assert STORY not in str(public(records, BLOCK.id))
    own = {"id": "c", "question": "q", "text": STORY}
    assert mine(records, BLOCK.id) == {"amina": {"truths": [], "answers": [own]}}
    assert mine(records, BlockId("other")) == {}


def test_the_question_is_answered_without_a_name(room: Room, screen: Callable[..., Page]) -> None:
    _, question = living(room)
    page, other = join(screen()), join(screen(), "Tomás")
    expect(page.locator("#unsigned")).to_have_text("Shared without your name.")
    expect(page.get_by_role("button", name="Send answer")).to_be_disabled()

    page.get_by_role("textbox", name="When have you seen both be true?").fill(STORY)
    page.get_by_role("button", name="Send answer").tap()

    expect(page.locator("#list .words")).to_have_text(STORY)
    expect(page.locator("#list .badge.ok")).to_have_text("sent")
    expect(page.locator("#unsigned")).to_have_text("You have sent 1 answer. Shared without your name.")
    expect(page.locator("#when")).to_have_value("")
    assert [(a.question, room.records[Card][key].source) for key, a in room.records[Answer].items()] == [
        (question, "phone")
    ]
    expect(other.locator("#unsigned")).to_have_text("Shared without your name.")
    assert STORY not in other.content()


def test_what_is_taken_back_stands_in_the_field_again(room: Room, screen: Callable[..., Page]) -> None:
    living(room)
    page = join(screen())
    page.fill("#when", STORY)
    page.click("#answer-go")
    expect(page.locator("#list .badge.ok")).to_be_visible()
    page.fill("#when", "and one thing more")

    page.get_by_role("button", name=f"Take it back: {STORY}").tap()

    expect(page.locator("#when")).to_have_value(f"and one thing more\n{STORY}")
    expect(page.locator("#list .line")).to_have_count(0)
    room.wait_until(lambda records: not records[Answer])
    page.reload()
    expect(page.locator("#when")).to_have_value(f"and one thing more\n{STORY}")
    expect(page.locator("#list .line")).to_have_count(0)


def test_whoever_took_an_answer_back_too_late_is_told_that_it_stayed(room: Room, screen: Callable[..., Page]) -> None:
    living(room)
    page = join(screen())
    page.fill("#when", STORY)
    page.click("#answer-go")
    expect(page.locator("#list .badge.ok")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("button", name="Take it back").tap()
    expect(page.locator("#list .line")).to_have_count(0)
    living(room)

    page.context.set_offline(False)

    expect(page.locator("#no")).to_have_text("The room moved on before this arrived")
    expect(page.locator("#kept")).to_have_text(f"Take it back{STORY}")
    assert said(room) == [STORY]


def until(page: Page, is_so: str) -> None:
    """Wait until something is so on a page. Its own policy forbids what the driver would wait with."""
    end = time.monotonic() + WAIT
    while not page.evaluate(is_so):
        assert time.monotonic() < end, is_so


def test_an_answer_that_is_gone_already_is_taken_back_without_a_word(room: Room, screen: Callable[..., Page]) -> None:
    block, _ = living(room)
    page = join(screen())
    page.fill("#when", STORY)
    page.click("#answer-go")
    expect(page.locator("#list .badge.ok")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("button", name="Take it back").tap()
    (card,) = room.records[Answer]
    room.tell(RemoveAnswer(CardId(card)), block)

    page.context.set_offline(False)

    until(page, "!F.box.here().some(function (one) { return one.wish === 'remove_answer'; })")
    block, _ = living(room)
    # The stream may have to be opened once more after an outage, which takes its time.
    until(page, f"F.shown.what.indexOf('{block}') > 0")
    expect(page.locator("#when")).to_have_value("")
    expect(page.locator("#no")).to_have_count(0)


def test_without_wifi_an_answer_waits_on_the_phone_and_arrives_once(room: Room, screen: Callable[..., Page]) -> None:
    living(room)
    page = join(screen())
    expect(page.locator("#link.on")).to_be_visible()
    page.context.set_offline(True)
    page.fill("#when", STORY)
    page.click("#answer-go")
    expect(page.locator("#list .badge.warn")).to_have_text("kept here")
    expect(page.locator("#unsigned")).to_have_text("1 kept on this phone")
    page.fill("#when", "half a thought")

    page.context.set_offline(False)

    expect(page.locator("#list .badge.ok")).to_have_text("sent")
    assert said(room) == [STORY]
    page.reload()
    expect(page.locator("#when")).to_have_value("half a thought")
    expect(page.locator("#list .words")).to_have_text(STORY)


def test_an_answer_to_a_question_that_was_left_is_kept_and_the_reason_told(
    room: Room, screen: Callable[..., Page]
) -> None:
    block, _ = living(room)
    page = join(screen())
    expect(page.locator("#link.on")).to_be_visible()
    page.context.set_offline(True)
    page.fill("#when", STORY)
    page.click("#answer-go")
    expect(page.locator("#list .badge.warn")).to_be_visible()
    room.tell(TakeStep("choose"), block)

    page.context.set_offline(False)

    expect(page.locator("#no")).to_have_text("The room has gone on from this question; no more answers for the moment.")
    expect(page.locator("#kept")).to_contain_text(STORY)
    assert said(room) == []


def test_what_was_refused_stands_in_its_field_again(room: Room, screen: Callable[..., Page]) -> None:
    block = room.start("wicked_questions")
    page = join(screen())
    wambui = next(key for key, person in room.records[Person].items() if person.is_here)
    page.fill("#first", FAST)
    room.tell(MutePerson(PersonId(wambui)))
    page.click("#go")
    expect(page.locator("#kept")).to_contain_text(FAST)
    page.click("#leave")
    expect(page.locator("#first")).to_have_value(FAST)
    expect(page.locator("#second")).to_have_value("")

    question = CardId(room.tell(KeepCandidate("at_once", FAST, SLOW), block).id + ".1")
    room.tell(ChooseCandidate(question), block)
    room.tell(TakeStep("live"), block)
    page.fill("#when", STORY)
    page.click("#answer-go")
    expect(page.locator("#kept")).to_contain_text(STORY)
    page.click("#leave")

    expect(page.locator("#when")).to_have_value(STORY)
    page.reload()
    expect(page.locator("#when")).to_have_value(STORY)
    assert said(room) == []


def test_what_the_facilitator_takes_away_is_told_and_may_leave_the_phone(
    room: Room, screen: Callable[..., Page]
) -> None:
    block, _ = living(room)
    page = join(screen())
    page.fill("#when", STORY)
    page.click("#answer-go")
    expect(page.locator("#list .badge.ok")).to_be_visible()
    (card,) = room.records[Answer]

    room.tell(RemoveAnswer(CardId(card)), block)

    expect(page.locator("#list .badge")).to_have_text("taken off the list")
    expect(page.locator("#unsigned")).to_have_text("Shared without your name.")
    page.get_by_role("button", name="Put it aside").tap()
    expect(page.locator("#list .line")).to_have_count(0)
    page.reload()
    expect(page.locator("#unsigned")).to_be_visible()
    expect(page.locator("#list .line")).to_have_count(0)


def test_whoever_listens_hears_once_what_became_of_an_answer(room: Room, screen: Callable[..., Page]) -> None:
    living(room)
    page = join(screen())
    expect(page.locator("#link.on")).to_be_visible()
    page.evaluate("""() => { window.heard = []; ['news', 'unsigned'].forEach(function (id) {
        new MutationObserver(function () { heard.push(document.getElementById(id).textContent); })
            .observe(document.getElementById(id), { childList: true, characterData: true, subtree: true }); }); }""")

    page.context.set_offline(True)
    expect(page.locator("#link.on")).to_have_count(0)
    page.fill("#when", STORY)
    page.click("#answer-go")
    expect(page.locator("#list .badge.warn")).to_have_text("kept here")
    expect(page.locator("#news")).to_contain_text("Waiting for Wi-Fi")
    for _ in range(3):
        page.evaluate("F.paint()")

    assert page.evaluate("heard").count("1 kept on this phone") == 1
    assert "Sent. The room has it." not in page.evaluate("heard")
    page.context.set_offline(False)
    expect(page.locator("#unsigned")).to_have_text("You have sent 1 answer. Shared without your name.")
    for _ in range(3):
        page.evaluate("F.paint()")
    assert page.evaluate("heard").count("You have sent 1 answer. Shared without your name.") == 1


def test_the_focus_stays_on_an_answer_while_the_list_changes(room: Room, screen: Callable[..., Page]) -> None:
    living(room)
    page = join(screen())
    page.fill("#when", STORY)
    page.click("#answer-go")
    expect(page.locator("#list .badge.ok")).to_be_visible()
    page.get_by_role("button", name="Take it back").focus()

    page.evaluate("F.send('wicked_questions', 'send_answer', { question: F.page.public.chosen.id, text: 'One more' })")
    expect(page.locator("#list .badge.ok")).to_have_count(2)

    expect(page.get_by_role("button", name=f"Take it back: {STORY}")).to_be_focused()


def test_no_answer_seems_taken_off_while_the_room_goes_to_another_question_and_back(
    room: Room, screen: Callable[..., Page]
) -> None:
    block, question = living(room)
    page = join(screen())
    page.fill("#when", STORY)
    page.click("#answer-go")
    expect(page.locator("#list .badge.ok")).to_be_visible()
    # What the laptop has had for a while: then only its word counts.
    page.evaluate("F.box.here().forEach(function (one) { one.sentAt -= 60000; F.box.save(one); })")
    page.evaluate("""() => { window.read = []; new MutationObserver(function () {
        read.push(document.querySelector('#list') ? document.querySelector('#list').textContent : ''); })
        .observe(document.querySelector('#main'), { subtree: true, childList: true }); }""")
    other = CardId(room.tell(KeepCandidate("say_do", "one", "another"), block).id + ".1")

    room.tell(ChooseCandidate(other), block)
    expect(page.locator("#question")).to_contain_text("another")
    expect(page.locator("#list .line")).to_have_count(0)
    room.tell(ChooseCandidate(question), block)
    expect(page.locator("#list .badge.ok")).to_be_visible()
    living(room)
    expect(page.locator("#list .line")).to_have_count(0)
    room.tell(StartBlock(block))
    expect(page.locator("#list .badge.ok")).to_be_visible()

    assert "taken off the list" not in " ".join(page.evaluate("read"))


def test_an_answer_that_is_too_long_is_counted_before_it_is_sent(room: Room, screen: Callable[..., Page]) -> None:
    living(room)
    page = join(screen())
    page.fill("#when", "x" * 600)
    expect(page.locator("#left-3")).to_be_hidden()

    page.fill("#when", "x" * 602)

    expect(page.locator("#left-3")).to_be_visible()
    expect(page.locator("#left-3")).to_have_text("2 letters too many")
    expect(page.locator("#answer-go")).to_be_disabled()
