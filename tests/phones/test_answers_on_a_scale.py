"""A scale on a phone's screen: a tick, an answer, a change of mind, and the spread after the reveal."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from facilitator.activities.scale.rules.points import AGREEMENT, FIST, ROTI, SetScale, the_scale
from facilitator.activities.scale.rules.proposal import SetProposal
from facilitator.activities.scale.rules.support import SetRule
from facilitator.convening.ballots import (
    CastPaper,
    CloseRound,
    InterruptRound,
    OpenRound,
    Progress,
    RevealRound,
    Turnout,
)
from facilitator.convening.ids import BlockId, RoundId
from facilitator.convening.people import Contact, Person
from tests.activities.scale.asking import MAP
from tests.phones.room import CODE, Phone, Room
from tests.phones.test_page import join

Screen = Callable[..., Page]
ELSEWHERE = re.compile(
    r"You answered from another phone or on paper\. What you send here replaces it\.|"
    r"Your answer is in\. You can change it until the answers close\."
)
"""What a phone says of an answer that it did not send: or it has heard of the very answer meanwhile, and has it ticked."""


def prepare(room: Room, text: str = MAP, kind: str = "", labels: tuple[str, ...] = ()) -> BlockId:
    """Begin a block whose proposal is worded and whose rule is set."""
    block = room.start("scale", title="Agreement: open map")
    if kind:
        room.tell(SetScale(kind, labels), block)
    room.tell(SetProposal(text), block)
    if the_scale(room.records, block).kind in (AGREEMENT, FIST):
        room.tell(SetRule(1), block)
    return block


def opened(room: Room, block: BlockId) -> RoundId:
    return RoundId(room.tell(OpenRound(the_scale(room.records, block).points), block).id + ".1")


def asking(room: Room, text: str = MAP, kind: str = "", labels: tuple[str, ...] = ()) -> tuple[RoundId, BlockId]:
    block = prepare(room, text, kind, labels)
    return opened(room, block), block


def reveal(room: Room, round_: RoundId, block: BlockId) -> None:
    room.tell(CloseRound(round_), block)
    room.tell(RevealRound(round_), block)


def tick(page: Page, point: str) -> None:
    page.locator(".point", has_text=point).tap()


def answer(page: Page, point: str) -> None:
    tick(page, point)
    page.tap("#send")
    expect(page.locator("#state")).to_have_text("Your answer is in. You can change it until the answers close.")


def others(room: Room, round_: RoundId, *points: str) -> None:
    """So many more people answer, each from a phone."""
    for point in points:
        said = Phone(room.bridge.port).join().say("scale", "cast_ballot", round=round_, number=1, choice=[point])
        assert said.status == 200, said


def given(room: Room) -> list[int]:
    return [turn.dots for turn in room.records[Turnout].values()]


def test_a_proposal_is_read_before_it_is_answered(room: Room, screen: Screen) -> None:
    block = prepare(room)
    page = join(screen())

    expect(page.locator("#asked")).to_have_text(f"“{MAP}”")
    expect(page.locator("#where")).to_have_text("Agreement")
    expect(page.locator("#note")).to_have_text("The room answers in a moment. Look up.")
    expect(page.locator("#send")).to_be_hidden()
    expect(page.get_by_role("radio")).to_have_count(0)
    expect(page.locator("#holds")).to_be_hidden()

    opened(room, block)

    expect(page.get_by_role("radiogroup", name=f"“{MAP}”").get_by_role("radio")).to_have_count(8)
    expect(page.locator("#note")).to_be_hidden()
    expect(page.get_by_role("button", name="Send my answer")).to_be_disabled()


def test_nothing_is_sent_before_it_is_sent_and_a_tick_survives_a_reload(room: Room, screen: Screen) -> None:
    asking(room)
    page = join(screen())
    tick(page, "Yes, with a minor point")
    expect(page.get_by_role("radio", name="2 Yes, with a minor point")).to_be_checked()
    expect(page.locator("#send")).to_be_enabled()

    page.reload()

    expect(page.get_by_role("radio", name="2 Yes, with a minor point")).to_be_checked()
    expect(page.locator("#secret")).to_have_text("So few people answer that the result may show who chose what.")
    assert page.evaluate("F.box.here().filter(function (one) { return one.activity === 'scale'; }).length") == 0
    assert given(room) == [0]


def test_an_answer_is_sent_changed_and_taken_back(room: Room, screen: Screen) -> None:
    round_, _ = asking(room)
    page = join(screen())
    answer(page, "Support, with doubts")
    expect(page.locator("#send")).to_be_hidden()
    room.wait_until(lambda records: [turn.dots for turn in records[Turnout].values()] == [1])

    tick(page, "Veto")
    expect(page.locator("#state")).to_have_text("What you sent before counts until you send this change.")
    page.get_by_role("button", name="Change my answer").tap()
    expect(page.locator("#state")).to_contain_text("Your answer is in.")
    (person,) = (progress.person for progress in room.records[Progress].values())
    assert room.desk.errand(lambda space: space.sealed().of(round_, person)).result() == (2, ("8",))

    page.get_by_role("button", name="Take my answer back").tap()
    expect(page.locator("#state")).to_have_text("Taken back. The room has no answer from you.")
    expect(page.locator("input:checked")).to_have_count(0)
    expect(page.locator("#back")).to_be_hidden()
    expect(page.get_by_role("button", name="Send my answer")).to_be_disabled()
    room.wait_until(lambda records: [turn.dots for turn in records[Turnout].values()] == [0])


def test_the_answer_is_there_after_a_reload_and_on_a_phone_that_forgot(room: Room, screen: Screen) -> None:
    asking(room)
    page = join(screen())
    answer(page, "Abstain")

    page.reload()
    expect(page.get_by_role("radio", name="4 Abstain")).to_be_checked()
    page.evaluate("localStorage.clear()")
    page.reload()

    expect(page.get_by_role("radio", name="4 Abstain")).to_be_checked()
    expect(page.locator("#state")).to_contain_text("Your answer is in.")


def test_the_points_are_walked_by_keys(room: Room, screen: Screen) -> None:
    asking(room)
    page = join(screen())
    page.get_by_role("radio", name="1 Whole-hearted yes").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("radio", name="1 Whole-hearted yes")).to_be_checked()

    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="2 Yes, with a minor point")).to_be_focused()
    expect(page.get_by_role("radio", name="2 Yes, with a minor point")).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.locator("#send")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#state")).to_contain_text("Your answer is in.")
    expect(page.get_by_role("radio", name="2 Yes, with a minor point")).to_be_focused()


def test_without_wifi_an_answer_waits_on_the_phone_and_arrives(room: Room, screen: Screen) -> None:
    asking(room)
    page = join(screen())
    expect(page.locator("#link.on")).to_be_visible()
    page.context.set_offline(True)
    tick(page, "Abstain")
    page.tap("#send")

    expect(page.locator("#state")).to_have_text(
        "Waiting for Wi-Fi, kept on this phone. It goes by itself when you are back."
    )
    assert given(room) == [0]
    page.context.set_offline(False)

    expect(page.locator("#state")).to_contain_text("Your answer is in.")
    room.wait_until(lambda records: [turn.dots for turn in records[Turnout].values()] == [1])


@pytest.mark.timeout(90)
def test_a_change_that_came_too_late_is_kept_and_said(room: Room, screen: Screen) -> None:
    round_, block = asking(room)
    page = join(screen())
    answer(page, "Abstain")
    page.context.set_offline(True)
    tick(page, "Veto")
    page.tap("#send")
    expect(page.locator("#state")).to_contain_text("kept on this phone")
    room.tell(CloseRound(round_), block)

    page.context.set_offline(False)

    expect(page.get_by_role("heading", name="Your answer came after the close")).to_be_visible()
    expect(page.locator("#kept .line").first).to_have_text("What you sent before counts:4 · Abstain")
    expect(page.locator("#kept .line").last).to_have_text("Your answer is kept on this phone:8 · Veto")
    page.tap("#leave")
    expect(page.locator("#note")).to_have_text("Answers are closed. Look up.")
    expect(page.get_by_role("radio", name="4 Abstain")).to_be_checked()
    expect(page.get_by_role("radio", name="4 Abstain")).to_be_disabled()
    expect(page.locator("#state")).to_have_text("Your answer is in.")
    expect(page.locator("#send")).to_be_hidden()


def test_what_was_ticked_and_never_sent_is_not_shown_as_an_answer(room: Room, screen: Screen) -> None:
    round_, block = asking(room)
    page = join(screen())
    tick(page, "Abstain")

    room.tell(CloseRound(round_), block)

    expect(page.locator("#state")).to_have_text("What you chose here was not sent. It stayed on this phone.")
    expect(page.locator("input:checked")).to_have_count(0)


def test_an_answer_from_another_phone_of_the_seat_is_told_and_adopted(room: Room, screen: Screen) -> None:
    asking(room)
    first = join(screen())
    answer(first, "Abstain")
    word = next(contact.word for contact in room.records[Contact].values() if contact.word)
    second = screen()
    second.goto(f"/j/{CODE}")
    second.click("#back summary")
    second.fill("#word", word)
    second.click("#rejoin")
    expect(second.get_by_role("radio", name="4 Abstain")).to_be_checked()

    tick(second, "Veto")
    second.get_by_role("button", name="Change my answer").tap()
    expect(second.locator("#state")).to_contain_text("Your answer is in.")

    expect(first.get_by_role("radio", name="4 Abstain")).not_to_be_checked()
    expect(first.locator("#state")).to_have_text(ELSEWHERE)
    answer(first, "More talk needed")
    assert given(room) == [1]
    second.reload()
    expect(second.get_by_role("radio", name="5 More talk needed")).to_be_checked()


def test_an_answer_typed_from_paper_is_told_to_a_phone_that_is_still_there(room: Room, screen: Screen) -> None:
    round_, block = asking(room)
    page = join(screen())
    expect(page.get_by_role("radio")).to_have_count(8)
    (person,) = (person.id for person in room.records[Person].values() if person.name == "Wambui")

    room.tell(CastPaper(round_, person, ("7",)), block)

    expect(page.locator("#state")).to_have_text(ELSEWHERE)
    answer(page, "Abstain")
    assert room.desk.errand(lambda space: space.sealed().of(round_, person)).result() == (2, ("4",))


def test_the_spread_comes_with_the_reveal_and_says_what_it_comes_to(room: Room, screen: Screen) -> None:
    round_, block = asking(room)
    page = join(screen())
    answer(page, "Whole-hearted yes")
    others(room, round_, "1", "3", "4", "8", "8")

    room.tell(CloseRound(round_), block)
    expect(page.locator("#note")).to_have_text("Answers are closed. Look up.")
    expect(page.locator("#spread > *")).to_have_count(0)
    room.tell(RevealRound(round_), block)

    rows = page.get_by_role("list").get_by_role("listitem")
    expect(rows).to_have_count(8)
    expect(rows.nth(0)).to_have_text("1Whole-hearted yes2 people")
    expect(rows.nth(1)).to_contain_text("0 people")
    expect(rows.nth(3)).to_contain_text("1 person")
    wide = page.locator("#spread .meter").evaluate_all(
        "all => all.map(one => one.firstChild.getBoundingClientRect().width / one.getBoundingClientRect().width)"
    )
    assert [round(share, 2) for share in wide] == [1, 0, 0.5, 0.5, 0, 0, 0, 1]
    expect(page.locator("#tally")).to_have_text("3 of 6 support it")
    expect(page.locator("#first")).to_have_text("Everyone from 4 to 8 is heard first.")
    expect(page.locator("#points")).to_be_hidden()
    expect(page.locator("#send")).to_be_hidden()


def test_whoever_listens_hears_that_answers_open_and_close_and_what_they_come_to(room: Room, screen: Screen) -> None:
    block = prepare(room)
    page = join(screen())
    expect(page.locator("#note")).to_be_visible()
    news = page.locator("#news")

    round_ = opened(room, block)
    expect(news).to_have_text(f"“{MAP}”")
    answer(page, "Abstain")
    room.tell(CloseRound(round_), block)
    expect(news).to_have_text("Answers are closed. Look up.")
    room.tell(RevealRound(round_), block)

    expect(news).to_have_text("0 of 1 support it. Everyone from 4 to 8 is heard first.")


def test_what_others_answer_is_in_no_byte_that_a_phone_hears_before_the_reveal(
    room: Room, phone: Callable[[], Phone]
) -> None:
    round_, block = asking(room)
    doubt = "Nobody has said yet who buys the sensors."
    amina, tomas = phone().join("Amina"), phone().join("Tomás")
    heard = []
    with tomas.listening() as stream:
        heard.append(next(said for name, said in stream if name == "page" and said["activity"] == "scale"))
        for number, point in enumerate(("1", "8", "8"), 1):
            assert amina.say("scale", "cast_ballot", round=round_, number=number, choice=[point]).status == 200
        assert amina.say("scale", "send_reservation", round=round_, text=doubt).status == 200
        room.tell(CloseRound(round_), block)
        for name, said in stream:
            heard.append(said)
            if name == "page" and said["activity"] == "scale" and said["public"]["round"]["state"] == "closed":
                break

    told = [{**said["public"], "room": ""} for said in heard if "public" in said]
    assert all(one == told[0] for one in told[:-1])
    assert {**told[-1], "round": ""} == {**told[0], "round": ""}
    assert doubt not in str(heard)
    assert "reservations" not in str(heard)


def test_few_answers_about_the_time_are_never_shown(room: Room, screen: Screen) -> None:
    """Rule DE5."""
    round_, block = asking(room, "Was this time worth it?", ROTI)
    page = join(screen())
    expect(page.locator("#where")).to_have_text("Return on time")
    expect(page.locator("#asked")).to_have_text("Was this time worth it?")
    expect(page.locator("#secret")).to_have_text(
        "Hidden from everyone. If fewer than five answer, the spread is never shown."
    )
    answer(page, "Worth the time")

    reveal(room, round_, block)

    expect(page.locator("#note")).to_have_text("Fewer than five answered, so the spread is not shown.")
    expect(page.locator("#spread > *")).to_have_count(0)
    expect(page.locator("#tally")).to_be_hidden()
    expect(page.get_by_role("textbox", name="What would add one point?")).to_be_visible()


def test_a_round_that_was_interrupted_is_said_to_come_again(room: Room, screen: Screen) -> None:
    round_, block = asking(room)
    page = join(screen())
    answer(page, "Veto")

    room.tell(InterruptRound(round_), block)

    expect(page.locator("#note")).to_have_text("This round was interrupted. Look up: it will be asked again.")
    expect(page.locator("#points")).to_be_hidden()
    expect(page.locator("#state")).to_have_text("")
    opened(room, block)
    expect(page.get_by_role("radio")).to_have_count(8)
    expect(page.locator("input:checked")).to_have_count(0)
