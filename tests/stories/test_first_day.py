"""What phones send on the first day, meant or not: it is shown as it is, or refused in a sentence, and nobody else feels it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from facilitator.activities.ideation_board.rules import ShowArriving
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.cards import Card
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import BlockId
from facilitator.desk.desk import new_wish_id
from tests.phones.room import Phone, Reply
from tests.stories.browser import Handset
from tests.stories.led import Facilitator

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
LITERAL = {
    "nul": ("before\0after", "before\ufffdafter"),
    "bell": ("ring\x07\x1b[31mred", "ring\ufffd\ufffd[31mred"),
    "script": ("<script>document.title='mine'</script>", "<script>document.title='mine'</script>"),
    "entity": ("&lt;b&gt; & <b>bold</b>", "&lt;b&gt; & <b>bold</b>"),
    "override": ("safe \u202etxt.exe", "safe \u202etxt.exe"),
    "family": (f"for every {FAMILY}", f"for every {FAMILY}"),
    "flag": ("\U0001f1f0\U0001f1ea water", "\U0001f1f0\U0001f1ea water"),
    "template": ("{title} %s {0} ${1} {{x}}", "{title} %s {0} ${1} {{x}}"),
    "formula": ("=HYPERLINK(1)", "=HYPERLINK(1)"),
    "lone half": ("half \ud83d of one", "half \ufffd of one"),
}


def begin_board(leading: Facilitator) -> None:
    """Lead an empty board that shows ideas as they arrive."""
    desk = leading.room.room.desk
    block = Block(BlockId(""), "Last thoughts", "ideation_board", "What have we not said yet?", 10)
    board = BlockId(f"{leading.wait(desk.say(AddBlock(block))).id}.1")
    leading.wait(desk.say(StartBlock(board)))
    leading.wait(desk.say(ShowArriving(), activity=board))


@pytest.fixture
def at_board(leading: Facilitator) -> Facilitator:
    """Leading an empty board that shows ideas as they arrive."""
    begin_board(leading)
    return leading


def came(leading: Facilitator, name: str) -> Phone:
    """A phone without a screen, in its seat."""
    phone = Phone(leading.port).come_in(the_convening(leading.records).code)
    assert phone.say("room", "join", name=name).status == 200
    return phone


def say(phone: Phone, text: str) -> Reply:
    """Write an idea, every letter as its number: halves of letters come through that way too."""
    said = {"id": new_wish_id(), "activity": "ideation_board", "wish": "add_idea", "with": {"text": text}}
    return phone.ask("POST", "/say", json.dumps(said).encode(), Content_Type="application/json")


def test_what_is_written_stands_on_the_stage_as_it_is(at_board: Facilitator) -> None:
    phone = came(at_board, "Wambui")

    replies = {case: say(phone, written).status for case, (written, _) in LITERAL.items()}

    assert set(replies.values()) == {200}
    at_board.until(lambda: not [shown for _, shown in LITERAL.values() if shown not in at_board.stage_text()])
    at_board.until(lambda: not [shown for _, shown in LITERAL.values() if shown not in at_board.console_text()])


def test_what_cannot_be_an_idea_is_refused_in_a_sentence(at_board: Facilitator) -> None:
    phone, other = came(at_board, "Wambui"), came(at_board, "José")
    before = dict(at_board.records[Card])

    refused = [say(phone, text) for text in ("", " \n\t ", "\u200b\u202e\u200d", "x" * 601)]

    assert [(reply.status, reply.json["refusal"]) for reply in refused] == [
        (409, "text.empty"), (409, "text.empty"), (409, "text.empty"), (409, "text.too_long"),
    ]  # fmt: skip
    assert all(reply.json["text"].endswith(".") and "text." not in reply.json["text"] for reply in refused)
    assert dict(at_board.records[Card]) == before
    assert say(other, "All is well here").status == 200


def test_ten_megabytes_are_turned_away_and_the_others_go_on(at_board: Facilitator) -> None:
    phone, other = came(at_board, "Wambui"), came(at_board, "José")

    with other.listening() as stream:
        next(stream)
        try:
            status = phone.ask(
                "POST", "/say", b'{"text":"' + b"x" * 10_000_000 + b'"}', Content_Type="application/json"
            ).status
        except (BrokenPipeError, ConnectionResetError):
            status = 413  # the door was closed before all of it had come
        assert say(other, "All is well here").status == 200

    assert status == 413
    assert say(phone, "Shorter this time").status == 200
    at_board.until(lambda: "Shorter this time" in at_board.stage_text())


def test_six_hundred_letters_of_any_kind_fit_and_one_more_stays_on_the_phone(
    leading: Facilitator, handset: Callable[[str], Handset]
) -> None:
    longest = "💧" * 599 + "!"
    phone = handset("Halima")
    begin_board(leading)

    def write_too_much(page: Page) -> None:
        page.fill("#text", longest + "?")
        expect(page.locator("#left")).to_contain_text("1")
        expect(page.locator("#send")).to_be_disabled()
        expect(page.locator("#text")).to_have_value(longest + "?")
        page.reload()
        expect(page.locator("#text")).to_have_value(longest + "?")

    def write_less(page: Page) -> str:
        page.fill("#text", longest)
        page.click("#send")
        expect(page.locator(".badge.ok")).to_be_visible()
        return page.locator("#left").inner_text()

    leading.wait(phone.do(write_too_much))
    assert longest not in [card.text for card in leading.records[Card].values()]
    leading.wait(phone.do(write_less))

    assert longest in [card.text for card in leading.records[Card].values()]
