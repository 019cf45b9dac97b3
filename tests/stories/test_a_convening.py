"""A convening in the app's own windows: phones come in by the code on the stage, write, vote, and read it all on paper."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from playwright.sync_api import Page, expect
from PySide6.QtWidgets import QListView

from facilitator.activities.dot_vote.rules import ranking
from facilitator.activities.wicked_questions.rules import ChooseCandidate, TakeStep, candidates, truths
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.ballots import CLOSED, OPEN, REVEALED, Round, Turnout, latest
from facilitator.convening.cards import Card
from facilitator.convening.clock import StartBlock
from facilitator.convening.ids import BlockId
from facilitator.paths import SUMMARIES
from tests.app.test_rehearsing import bare, texts_of
from tests.stories.browser import Handset
from tests.stories.led import CTRL, Facilitator, Key

Hand = Callable[[str], Handset]

WATER, DATA, MEND = (
    "Pay for litres flowing, not wells dug",
    "Data belongs to the village",
    "Two pump mechanics per ward",
)


def write(text: str) -> Callable[[Page], None]:
    """Write an idea and see that it arrived."""

    def on_page(page: Page) -> None:
        page.fill("#text", text)
        page.click("#send")
        expect(page.locator(".line").filter(has_text=text).locator(".badge.ok")).to_be_visible()

    return on_page


def tap(*ideas: str) -> Callable[[Page], None]:
    """Give a dot to each of these ideas."""

    def on_page(page: Page) -> None:
        for idea in ideas:
            page.get_by_role("button", name=f"Give a dot: {idea}").tap()
        expect(page.locator("#saved")).to_have_text("saved as you tap")

    return on_page


def take_back(*ideas: str) -> Callable[[Page], None]:
    """Take a dot back from each of these ideas."""

    def on_page(page: Page) -> None:
        for idea in ideas:
            page.get_by_role("button", name=f"Take a dot back: {idea}").tap()

    return on_page


def texts(leading: Facilitator) -> list[str]:
    return [card.text for card in leading.records[Card].values()]


def reveal(leading: Facilitator) -> None:
    """Press the key that cannot be taken back, twice."""
    leading.press(Key.Key_Return, CTRL)
    leading.press(Key.Key_Return, CTRL)


def begin_board(leading: Facilitator) -> None:
    """Put another board on the agenda, one that nobody has written on yet, and begin it."""
    desk = leading.room.room.desk
    block = Block(BlockId(""), "Last thoughts", "ideation_board", "What have we not said yet?", 10)
    added = leading.wait(desk.say(AddBlock(block)))
    leading.wait(desk.say(StartBlock(BlockId(f"{added.id}.1"))))
    leading.until(lambda: "What have we not said yet?" in leading.stage_text())


def begin_vote(leading: Facilitator) -> Round:
    """Show the board's ideas, go on to the vote and open it."""
    leading.go_to("ideation_board")
    reveal(leading)
    vote = leading.go_to("dot_vote")
    leading.press(Key.Key_N)
    leading.until(lambda: latest(leading.records, vote.id) is not None)
    return the_round(leading)


def the_round(leading: Facilitator) -> Round:
    block = leading.block()
    assert block is not None
    round_ = latest(leading.records, block.id)
    assert round_ is not None
    return round_


def test_people_come_in_by_the_code_on_the_stage(leading: Facilitator, handset: Hand) -> None:
    handset("Wambui")
    handset("José")

    leading.until(lambda: "2 of 22" in leading.stage_text())
    leading.until(lambda: "2 people are here" in leading.console_text())
    leading.until(lambda: "2 of 22 phones" in leading.console_text())
    assert {"Wambui", "José"} <= {person.name for person in leading.people_here()}


def test_an_idea_waits_off_the_stage_until_the_board_is_shown(leading: Facilitator, handset: Hand) -> None:
    phone = handset("Wambui")
    begin_board(leading)
    leading.press(Key.Key_N)

    leading.wait(phone.do(write("Rotate the keys of the pump house")))
    leading.until(lambda: "Rotate the keys" in leading.console_text())
    leading.until_painted()
    before = leading.stage_text()
    leading.press(Key.Key_Return, CTRL)
    leading.until_painted()
    once = leading.stage_text()
    leading.press(Key.Key_Return, CTRL)

    leading.until(lambda: "Rotate the keys" in leading.stage_text().replace("\n", " "))
    assert "Rotate" not in before
    assert "Rotate" not in once


def test_ideas_stand_on_the_stage_as_they_arrive_once_the_room_may_see_them(
    leading: Facilitator, handset: Hand
) -> None:
    phones = [handset("Wambui"), handset("José")]
    begin_board(leading)
    leading.focus_on("Room can see ideas arrive")
    leading.press(Key.Key_Space)

    leading.wait(phones[0].do(write("Sirens for dry wells")))
    leading.wait(phones[1].do(write("Uma escola da água")))

    leading.until(lambda: "Sirens for dry wells" in leading.stage_text().replace("\n", " "))
    leading.until(lambda: "Uma escola da água" in leading.stage_text().replace("\n", " "))


def test_nobody_can_tell_how_a_vote_stands_before_it_is_revealed(leading: Facilitator, handset: Hand) -> None:
    phones = [handset("Wambui"), handset("José")]
    round_ = begin_vote(leading)
    leading.press(Key.Key_T)
    leading.wait(phones[0].do(tap(WATER, WATER, DATA)))
    leading.wait(phones[1].do(tap(WATER, DATA, MEND)))
    leading.until(lambda: leading.records[Turnout][round_.id].dots == 6)
    first = leading.look()

    leading.wait(phones[0].do(take_back(WATER, WATER, DATA)))
    leading.until(lambda: leading.records[Turnout][round_.id].dots == 3)
    assert leading.look() != first
    leading.wait(phones[0].do(tap(MEND, MEND, DATA)))
    leading.until(lambda: leading.records[Turnout][round_.id].dots == 6)

    # Two different votes with the same turnout look the same, to the pixel, and read the same.
    assert leading.look() == first
    leading.focus_on("Close, reveal later")
    leading.press(Key.Key_Space)
    leading.until(lambda: the_round(leading).state == CLOSED)
    leading.until_painted()
    assert "4 dots" not in leading.console_text() + leading.stage_text()


def test_the_reveal_asks_twice_and_ranks_with_ties_as_ties(leading: Facilitator, handset: Hand) -> None:
    phones = [handset("Wambui"), handset("José")]
    round_ = begin_vote(leading)
    leading.wait(phones[0].do(tap(WATER, WATER, DATA)))
    leading.wait(phones[1].do(tap(WATER, WATER, MEND)))
    leading.until(lambda: leading.records[Turnout][round_.id].dots == 6)

    leading.press(Key.Key_Return, CTRL)
    leading.until(lambda: "Press Ctrl Enter once more" in leading.console_text())
    assert the_round(leading).state == OPEN
    leading.press(Key.Key_Return, CTRL)
    leading.until(lambda: the_round(leading).state == REVEALED)

    told = [(one.rank, one.card.text, one.dots, one.voters) for one in ranking(leading.records, the_round(leading))]
    assert told[0] == (1, WATER, 4, 2)
    assert sorted(told[1:3]) == sorted([(2, DATA, 1, 1), (2, MEND, 1, 1)])
    leading.until(lambda: all(text in leading.stage_text().replace("\n", " ") for text in (WATER, DATA, MEND)))
    order = [leading.stage_text().replace("\n", " ").index(text) for text in (WATER, DATA, MEND)]
    assert order[0] < min(order[1:])
    for phone in phones:
        leading.wait(
            phone.do(lambda page: expect(page.locator(".res").first).to_contain_text("4 dots · from 2 people"))
        )


def test_what_is_typed_while_the_gateway_dies_stays_in_the_field_and_is_sent(
    leading: Facilitator, handset: Hand
) -> None:
    phone = handset("Halima")
    leading.go_to("ideation_board")
    bridge = leading.room.room.bridge
    assert bridge is not None
    pid, port = bridge.gateway_pid, bridge.port
    leading.wait(phone.do(lambda page: page.locator("#text").press_sequentially("Apprentices paid ")))

    os.kill(pid, signal.SIGKILL)
    typed = leading.wait(phone.do(lambda page: page.locator("#text").input_value()))
    leading.wait(phone.do(lambda page: page.locator("#text").press_sequentially("from their first day")))
    leading.wait(phone.do(lambda page: page.click("#send")))

    leading.until(lambda: "Apprentices paid from their first day" in texts(leading))
    leading.wait(phone.do(lambda page: expect(page.locator(".badge.ok")).to_have_count(1)))
    assert typed == "Apprentices paid "
    assert bridge.gateway_pid != pid
    assert bridge.port == port


def test_truths_come_from_phones_and_nobody_reads_whose_they_are(leading: Facilitator, handset: Hand) -> None:
    phone = handset("Halima")
    block = leading.go_to("wicked_questions")

    def tell(page: Page) -> None:
        page.fill("#first", "patient as a well")
        page.fill("#second", "thirsty today")
        page.click("#go")
        expect(page.locator("#sum")).to_contain_text("You have sent 2")

    leading.wait(phone.do(tell))

    assert ("patient as a well", 1) in truths(leading.records, block.id, "first")
    assert ("thirsty today", 1) in truths(leading.records, block.id, "second")
    leading.until_painted()
    assert "patient as a well" not in leading.stage_text()
    assert "Halima" not in leading.stage_text()


def test_the_room_answers_its_question_and_reads_an_answer_when_it_is_shown(
    leading: Facilitator, handset: Hand
) -> None:
    phone = handset("Halima")
    block = leading.go_to("wicked_questions")
    desk = leading.room.room.desk
    chosen = candidates(leading.records, block.id)[0]
    for wish in (ChooseCandidate(chosen.id), TakeStep("live")):
        leading.wait(desk.say(wish, activity=block.id))
    leading.until(lambda: "Nothing yet. Phones ask for one moment" in leading.console_text())

    def tell(page: Page) -> None:
        page.get_by_label("When have you seen both be true?").fill("The year of the drought")
        page.get_by_role("button", name="Send answer").click()
        expect(page.locator("#unsigned")).to_contain_text("You have sent 1 answer")

    leading.wait(phone.do(tell))
    leading.until(lambda: "The year of the drought" in leading.console_text())
    assert "drought" not in leading.stage_text()

    (lines,) = (each for each in leading.console.findChildren(QListView) if each.accessibleName() == "Answers")
    lines.setFocus()
    leading.until(lambda: lines.currentIndex().isValid())
    leading.press(Key.Key_S)

    leading.until(lambda: "The year of the drought" in leading.stage_text())
    assert chosen.second in leading.stage_text()
    assert "Halima" not in leading.stage_text()
    leading.press(Key.Key_S)
    leading.until(lambda: "drought" not in leading.stage_text())
    leading.press(Key.Key_P, CTRL)
    leading.until(lambda: "The summary is ready." in leading.console_text())
    (summary,) = (leading.room.room.workspace.path.parent / SUMMARIES).glob("*.pdf")
    assert bare("The year of the drought") in "".join(texts_of(summary))


def test_one_key_makes_the_summary_with_what_the_room_said(leading: Facilitator, handset: Hand) -> None:
    phone = handset("Wambui")
    begin_board(leading)
    ideas = ("Every spring has a keeper", "Un pozo, dos llaves 💧", "الماء حق للجميع")
    for idea in ideas:
        leading.wait(phone.do(write(idea)))
    reveal(leading)
    leading.until(lambda: ideas[0] in leading.stage_text().replace("\n", " "))

    leading.press(Key.Key_P, CTRL)
    leading.until(lambda: "The summary is ready." in leading.console_text())

    (summary,) = (leading.room.room.workspace.path.parent / SUMMARIES).glob("*.pdf")
    printed = "".join(texts_of(summary))
    assert not [idea for idea in ideas if bare(idea) not in printed]
