"""What may go wrong on a phone that answers on a scale: a reload, a blocked storage, a double tap, a lost reply."""

from __future__ import annotations

from playwright.sync_api import Route, expect

from facilitator.activities.scale.rules.reservations import Reservation
from facilitator.convening.ballots import Progress, Turnout
from facilitator.convening.cards import Card
from tests.phones.room import Phone, Room
from tests.phones.test_answers_on_a_scale import Screen, answer, asking, tick
from tests.phones.test_faults_of_pages import BLOCKED
from tests.phones.test_page import join

DOUBT = "Nobody has said yet who buys the sensors."


def test_a_tab_that_was_closed_finds_tick_and_words_again(room: Room, screen: Screen) -> None:
    """Fault 33. The tab is closed between a tick and its sending: both the answer and the change are there."""
    asking(room)
    page = join(screen())
    answer(page, "Abstain")
    tick(page, "Veto")
    page.locator("#reason").fill(DOUBT)
    context = page.context
    page.close()

    again = context.new_page()
    again.goto("/")

    expect(again.get_by_role("radio", name="8 Veto")).to_be_checked()
    expect(again.locator("#reason")).to_have_value(DOUBT)
    expect(again.locator("#state")).to_have_text("What you sent before counts until you send this change.")
    expect(again.get_by_role("button", name="Change my answer")).to_be_enabled()


def test_a_phone_that_keeps_nothing_answers_all_the_same(room: Room, screen: Screen) -> None:
    """Fault 34. The browser's storage is blocked: a scale is answered, changed and taken back."""
    asking(room)
    page = screen()
    page.add_init_script(BLOCKED)
    join(page)

    answer(page, "Abstain")
    tick(page, "Veto")
    page.get_by_role("button", name="Change my answer").tap()
    expect(page.locator("#state")).to_contain_text("Your answer is in.")
    page.reload()

    # What it cannot keep, the laptop has.
    expect(page.get_by_role("radio", name="8 Veto")).to_be_checked()
    page.get_by_role("button", name="Take my answer back").tap()
    room.wait_until(lambda records: [turn.dots for turn in records[Turnout].values()] == [0])


def test_who_taps_twice_has_answered_and_spoken_once(room: Room, screen: Screen) -> None:
    """Fault 35. Two taps in a row on either button are one answer, and one reservation."""
    asking(room)
    page = join(screen())
    tick(page, "Abstain")

    page.locator("#send").evaluate("one => { one.click(); one.click(); }")
    expect(page.locator("#state")).to_contain_text("Your answer is in.")
    page.locator("#reason").fill(DOUBT)
    page.locator("#holds-go").evaluate("one => { one.click(); one.click(); }")
    expect(page.locator("#list .badge.ok")).to_have_count(1)

    assert [progress.number for progress in room.records[Progress].values()] == [1]
    assert len(room.records[Reservation]) == 1


def test_an_answer_whose_reply_was_lost_is_given_once(room: Room, screen: Screen) -> None:
    """Fault 31. The laptop took the answer and its words, and both replies were lost: all is said again, and counts once."""
    asking(room)
    page = join(screen())
    replies: dict[bytes, int] = {}

    def lose(route: Route) -> None:
        """Let each posting through once with its reply lost, then as it is."""
        said = route.request.post_data_buffer or b""
        if said in replies:
            route.continue_()
            return
        sender = Phone(room.bridge.port, route.request.all_headers()["cookie"])
        replies[said] = sender.ask("POST", "/say", said, Content_Type="application/json").status
        route.abort()

    page.route("**/say", lose)
    answer(page, "Abstain")
    page.locator("#reason").fill(DOUBT)
    page.tap("#holds-go")
    expect(page.locator("#list .badge.ok")).to_have_count(1)

    assert len([said for said in replies if b'"scale"' in said]) == 2
    assert set(replies.values()) == {200}
    assert [turn.dots for turn in room.records[Turnout].values()] == [1]
    assert [room.records[Card][key].text for key in room.records[Reservation]] == [DOUBT]
