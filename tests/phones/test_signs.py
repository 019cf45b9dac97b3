"""What people show without a word, on every page that asks something: done, hand, and how it is for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from facilitator.convening.people import Contact, Person
from facilitator.convening.seats import MutePerson
from facilitator.convening.stage_state import ShowOnStage
from tests.activities.dot_vote.test_phone import ask
from tests.phones.broken import broken_words
from tests.phones.room import CODE, Phone, Room
from tests.phones.test_page import join

Screen = Callable[..., Page]
ANSWERING = ("ideation_board", "dot_vote", "wicked_questions", "plain")


@pytest.mark.parametrize("activity", ANSWERING)
def test_done_hand_and_mood_are_shown_and_taken_back_wherever_something_is_asked(
    room: Room, screen: Screen, phone: Callable[[], Phone], activity: str
) -> None:
    phone().join("Tomás")
    room.start(activity, "What would help?")
    page = join(screen())

    page.tap("#done")
    page.tap("#hand")
    if activity != "plain":
        expect(page.locator("#sheet")).to_be_hidden()
        page.tap("#feel")
    page.tap("[data-mood=too_fast]")

    room.wait_for_presence(lambda now: now.moods == {"too_fast": 1} and len(now.hands) == len(now.done) == 1)
    expect(page.locator("#done")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#hand")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-mood=too_fast]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#sum" if activity == "plain" else "#done")).to_contain_text("1 of 2")
    page.tap("#done")
    page.tap("#hand")
    page.tap("[data-mood=too_fast]")
    room.wait_for_presence(lambda now: not (now.moods or now.hands or now.done))
    expect(page.locator("#done")).to_have_attribute("aria-pressed", "false")


def test_the_others_see_how_many_are_done_and_how_many_hands_are_before_theirs(
    room: Room, screen: Screen, phone: Callable[[], Phone]
) -> None:
    block = room.start("ideation_board")
    other = phone().join("Tomás")
    other.see(lambda said: said["public"]["room"]["block"] == block)
    page = join(screen())
    other.say("room", "done", is_on=True)
    other.say("room", "raise_hand", is_on=True)

    expect(page.locator("#done")).to_contain_text("1 of 2")
    page.tap("#hand")

    expect(page.locator("#hand")).to_have_accessible_name("My hand is up, 1 person is before you")
    other.say("room", "raise_hand", is_on=False)
    expect(page.locator("#hand")).to_have_accessible_name("My hand is up, you are next")


def test_looking_up_there_is_nothing_to_be_done_with_and_after_the_thanks_nothing_to_show(
    room: Room, screen: Screen
) -> None:
    page = screen()
    page.goto(f"/j/{CODE}")
    expect(page.locator("#name")).to_be_visible()
    expect(page.locator("#signs")).to_have_count(0)
    page.click("#nameless")

    expect(page.locator("#hand")).to_be_visible()
    expect(page.locator("#feel")).to_be_visible()
    expect(page.locator("#done")).to_be_hidden()
    room.tell(ShowOnStage("thanks"))
    expect(page.locator("#signs")).to_be_hidden()


def test_a_new_block_asks_anew_who_is_done_and_leaves_the_hands_up(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    page.tap("#done")
    page.tap("#hand")
    room.wait_for_presence(lambda now: now.done and now.hands)

    room.start("wicked_questions")

    expect(page.locator("#first")).to_be_visible()
    expect(page.locator("#done")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#hand")).to_have_attribute("aria-pressed", "true")


def test_a_mood_has_its_colour_its_shape_and_its_word_on_the_bar_too(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    page.tap("#feel")
    shape = "one => { const s = getComputedStyle(one); return [s.borderRadius, s.borderLeftWidth, s.backgroundColor]; }"

    seen = {}
    for mood in ("good_pace", "too_fast", "lost"):
        page.tap(f"[data-mood={mood}]")
        expect(page.locator("#feel")).to_contain_text(page.locator(f"[data-mood={mood}]").inner_text())
        seen[mood] = tuple(page.locator("#feel .mark").evaluate(shape))

    assert len(set(seen.values())) == 3
    rounded, tipped = seen["good_pace"][0], seen["too_fast"][1]
    assert (rounded, tipped, seen["lost"][0]) == ("9px", "10px", "0px")


def test_escape_closes_the_sheet_and_gives_the_key_back_to_its_button(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    page.locator("#feel").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#feel")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(page.locator("[data-mood=good_pace]")).to_be_focused()

    page.keyboard.press("Escape")

    expect(page.locator("#sheet")).to_be_hidden()
    expect(page.locator("#feel")).to_be_focused()


def test_what_was_tapped_without_wifi_is_shown_and_goes_by_itself(room: Room, screen: Screen) -> None:
    """Fault 29."""
    room.start("ideation_board")
    page = join(screen())
    expect(page.locator("#hand")).to_be_visible()
    page.context.set_offline(True)
    expect(page.locator("#link")).to_contain_text("Waiting for Wi-Fi")

    page.tap("#hand")

    expect(page.locator("#hand")).to_have_attribute("aria-pressed", "true")
    assert not room.bridge.presence.hands
    page.context.set_offline(False)
    room.wait_for_presence(lambda now: len(now.hands) == 1)


def test_a_hand_that_found_no_wifi_for_ten_minutes_is_forgotten(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    expect(page.locator("#hand")).to_be_visible()
    page.clock.install()
    page.context.set_offline(True)
    page.tap("#hand")
    expect(page.locator("#hand")).to_have_attribute("aria-pressed", "true")

    page.clock.fast_forward("10:01")
    page.context.set_offline(False)
    page.fill("#text", "Said since")
    page.click("#send")
    page.clock.fast_forward("00:10")

    expect(page.locator(".badge.ok")).to_have_text("sent")
    expect(page.locator("#hand")).to_have_attribute("aria-pressed", "false")
    assert not room.bridge.presence.hands


def test_a_hand_that_was_heard_does_not_go_up_again_with_another_file(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    page.tap("#hand")
    room.wait_for_presence(lambda now: len(now.hands) == 1)
    room.bridge.lower_hand(room.bridge.presence.hands[0])
    expect(page.locator("#hand")).to_have_attribute("aria-pressed", "false")
    page.fill("#text", "Acknowledged before")
    page.click("#send")
    expect(page.locator(".badge.ok")).to_have_count(1)

    with page.expect_response(lambda reply: "/say" in reply.url and "add_idea" in (reply.request.post_data or "")):
        room.reopen("epoch-2")

    expect(page.locator("#link")).to_contain_text("Connected")
    expect(page.locator("#hand")).to_have_attribute("aria-pressed", "false")
    assert not room.bridge.presence.hands


@pytest.mark.parametrize("activity", ANSWERING)
def test_the_bar_hides_nothing_and_fits_a_thumb_on_a_small_phone(room: Room, screen: Screen, activity: str) -> None:
    room.start(activity, "What would help?")
    page = join(screen(320, 640))
    expect(page.locator("#hand")).to_be_visible()
    if activity != "plain":
        page.tap("#feel")

    sizes = page.locator("#signs button:visible, #signs select:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    names = page.locator("#signs button:visible").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-label') || one.textContent)"
    )

    assert min(sizes) >= 48
    assert len(set(names)) == len(names) >= 6
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_foot_of_a_page_stands_on_the_bar_and_not_under_it(room: Room, screen: Screen) -> None:
    _round, _vote = ask(room, *(f"Idea number {number}" for number in range(12)))
    page = join(screen(320, 640))
    expect(page.locator("#signs")).to_be_visible()

    foot, bar = page.locator("#foot").bounding_box(), page.locator("#signs").bounding_box()

    assert foot is not None
    assert bar is not None
    assert abs(foot["y"] + foot["height"] - bar["y"]) <= 1
    assert abs(bar["y"] + bar["height"] - 640) <= 1


def test_the_word_of_the_seat_and_the_language_are_at_hand_on_every_page(room: Room, screen: Screen) -> None:
    room.start("ideation_board")
    page = join(screen())
    page.locator("#text").press_sequentially("half a thou")
    key = next(person.id for person in room.records[Person].values() if person.name == "Wambui")

    page.tap("#feel")
    expect(page.locator("#my-word")).to_have_text(f"Your seat on another phone: {room.records[Contact][key].word}")
    page.select_option("#speak", "fr")

    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("#text")).to_have_value("half a thou")
    expect(page.locator("#as")).to_have_text("Wambui. La salle ne voit pas les noms.")


@pytest.mark.parametrize("keeps", [True, False], ids=["keeps", "forgets"])
def test_a_language_chosen_later_is_told_to_the_seats(room: Room, screen: Screen, keeps: bool) -> None:
    room.start("ideation_board")
    page = screen()
    if not keeps:
        page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }})")
    join(page)
    assert [person.language for person in room.records[Person].values() if person.is_here] == ["en"]

    page.tap("#feel")
    page.select_option("#speak", "fr")

    expect(page.locator("html")).to_have_attribute("lang", "fr")
    room.wait_until(lambda now: [one.language for one in now[Person].values() if one.is_here] == ["fr"])


def test_a_hushed_phone_may_still_be_read_in_another_language(room: Room, phone: Callable[[], Phone]) -> None:
    hushed = phone().join("Tomás")
    key = next(person.id for person in room.records[Person].values() if person.name == "Tomás")
    room.tell(MutePerson(key))

    assert hushed.say("room", "choose_language", language="fr").status == 200
    assert room.records[Person][key].language == "fr"


@pytest.mark.parametrize("locale", ["en-GB", "fr-FR"])
def test_no_word_of_the_bar_is_broken_on_a_narrow_phone(room: Room, screen: Screen, locale: str) -> None:
    room.start("ideation_board")
    page = join(screen(320, 640, locale=locale))
    expect(page.locator("#signs")).to_be_visible()
    at_rest = broken_words(page, "#signs, #left")

    page.tap("#feel")
    page.tap("[data-mood=pause]")
    page.tap("#hand")
    expect(page.locator("#hand")).to_have_attribute("aria-pressed", "true")

    assert at_rest == broken_words(page, "#signs, #left") == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
