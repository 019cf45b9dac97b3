"""What holds people back, from their phones: without a name, with no number beside it, and theirs to take back."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from facilitator.activities.scale.rules.points import ROTI
from facilitator.activities.scale.rules.reservations import RemoveReservation, Reservation
from facilitator.convening.ballots import CloseRound, RevealRound
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, PersonId
from facilitator.convening.people import Person
from facilitator.convening.seats import MutePerson
from facilitator.convening.stage_state import WELCOME, ShowOnStage
from tests.phones.room import Room
from tests.phones.test_answers_on_a_scale import Screen, answer, asking, opened, reveal, tick
from tests.phones.test_page import join

DOUBT = "Nobody has said yet who buys the sensors."


def field(page: Page) -> None:
    expect(page.get_by_role("textbox", name="What holds you back?")).to_be_visible()


def say(page: Page, text: str = DOUBT) -> None:
    page.get_by_role("textbox", name="What holds you back?").fill(text)
    page.get_by_role("button", name="Send it").tap()


def said(room: Room) -> list[str]:
    """The reservations that the laptop holds."""
    records = room.records
    return sorted(records[Card][key].text for key in records[Reservation])


def test_whoever_has_answered_may_say_what_holds_them_back_and_nobody_else_reads_it(room: Room, screen: Screen) -> None:
    round_, _ = asking(room)
    page, other = join(screen()), join(screen(), "Tomás")
    expect(page.locator("#holds")).to_be_hidden()
    answer(page, "Serious objection")
    field(page)
    expect(page.locator("#hint")).to_have_text("What would you need in order to support this more?")
    expect(page.locator("#unsigned")).to_have_text("Shared without your name.")
    expect(page.get_by_role("button", name="Send it")).to_be_disabled()

    say(page)

    expect(page.locator("#list .words")).to_have_text(DOUBT)
    expect(page.locator("#list .badge.ok")).to_have_text("sent")
    expect(page.locator("#unsigned")).to_have_text("You have sent 1 thought. Shared without your name.")
    expect(page.locator("#reason")).to_have_value("")
    (key,) = room.records[Reservation]
    assert room.records[Reservation][key].round == round_
    assert room.records[Card][CardId(key)].source == "phone"
    answer(other, "Abstain")
    assert DOUBT not in other.content()


def test_after_the_reveal_everybody_may_say_it_while_the_round_is_the_newest(room: Room, screen: Screen) -> None:
    round_, block = asking(room)
    page = join(screen())
    expect(page.get_by_role("radio")).to_have_count(8)
    reveal(room, round_, block)

    say(page)

    expect(page.locator("#list .badge.ok")).to_have_text("sent")
    opened(room, block)
    expect(page.get_by_role("radio")).to_have_count(8)
    expect(page.locator("#list .line")).to_have_count(0)
    expect(page.locator("#holds")).to_be_hidden()
    assert said(room) == [DOUBT]


def test_what_is_taken_back_stands_in_the_field_again(room: Room, screen: Screen) -> None:
    asking(room)
    page = join(screen())
    answer(page, "Abstain")
    say(page)
    expect(page.locator("#list .badge.ok")).to_be_visible()

    page.get_by_role("button", name=f"Take it back: {DOUBT}").tap()

    expect(page.locator("#reason")).to_have_value(DOUBT)
    expect(page.locator("#list .line")).to_have_count(0)
    room.wait_until(lambda records: not records[Reservation])
    page.reload()
    expect(page.locator("#reason")).to_have_value(DOUBT)
    page.get_by_role("button", name="Take my answer back").tap()
    expect(page.locator("#state")).to_contain_text("Taken back.")
    field(page)


def test_without_wifi_words_wait_on_the_phone_and_arrive_once(room: Room, screen: Screen) -> None:
    asking(room)
    page = join(screen())
    answer(page, "Abstain")
    page.context.set_offline(True)
    say(page)
    expect(page.locator("#list .badge.warn")).to_have_text("kept here")
    expect(page.locator("#unsigned")).to_have_text("1 kept on this phone")

    page.context.set_offline(False)

    expect(page.locator("#list .badge.ok")).to_have_text("sent")
    assert said(room) == [DOUBT]


def test_words_about_a_proposal_the_room_has_left_are_kept_and_the_reason_told(room: Room, screen: Screen) -> None:
    round_, block = asking(room)
    page = join(screen())
    answer(page, "Abstain")
    page.context.set_offline(True)
    say(page)
    expect(page.locator("#list .badge.warn")).to_be_visible()
    reveal(room, round_, block)
    opened(room, block)

    page.context.set_offline(False)

    expect(page.locator("#no")).to_have_text("The room has gone on from this proposal.")
    expect(page.locator("#kept")).to_have_text(f"What holds you back?{DOUBT}")
    page.tap("#leave")
    expect(page.locator("#reason")).to_have_value(DOUBT)
    page.reload()
    expect(page.locator("#reason")).to_have_value(DOUBT)
    assert said(room) == []


def test_a_hushed_phone_answers_and_keeps_its_words(room: Room, screen: Screen) -> None:
    asking(room)
    page = join(screen())
    wambui = next(key for key, person in room.records[Person].items() if person.is_here)
    room.tell(MutePerson(PersonId(wambui)))
    answer(page, "Veto")

    say(page)

    expect(page.locator("#kept")).to_contain_text(DOUBT)
    page.tap("#leave")
    expect(page.locator("#reason")).to_have_value(DOUBT)


def test_what_the_facilitator_takes_away_is_told_and_may_leave_the_phone(room: Room, screen: Screen) -> None:
    _, block = asking(room)
    page = join(screen())
    answer(page, "Abstain")
    say(page)
    expect(page.locator("#list .badge.ok")).to_be_visible()
    (card,) = room.records[Reservation]

    room.tell(RemoveReservation(CardId(card)), block)

    expect(page.locator("#list .badge")).to_have_text("taken off the list")
    page.get_by_role("button", name="Put it aside").tap()
    expect(page.locator("#list .line")).to_have_count(0)


def test_a_pulse_asks_what_would_add_a_point(room: Room, screen: Screen) -> None:
    """Rule DE5."""
    asking(room, "Was this time worth it?", ROTI)
    page = join(screen())
    answer(page, "Worth the time")

    page.get_by_role("textbox", name="What would add one point?").fill("More time in pairs")
    page.get_by_role("button", name="Send it").tap()

    expect(page.locator("#list .badge.ok")).to_have_text("sent")
    assert said(room) == ["More time in pairs"]


def test_at_the_end_a_phone_says_what_its_person_gave(room: Room, screen: Screen) -> None:
    round_, block = asking(room)
    page = join(screen())
    answer(page, "Abstain")
    tick(page, "Veto")
    page.tap("#send")
    say(page)
    expect(page.locator("#list .badge.ok")).to_be_visible()
    room.tell(CloseRound(round_), block)
    room.tell(RevealRound(round_), block)

    room.tell(ShowOnStage(WELCOME))
    room.tell(ShowOnStage("thanks"))

    # Also once the part of a dot vote is here, which counts what was given to it.
    expect(page.locator("#t-dot_vote")).to_have_count(1, timeout=15_000)
    expect(page.locator("#sum")).to_have_text("1 answer and 1 thought sent")
