"""A phone that speaks Arabic: every page in every state, laid out from the right, in the form that each count takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import Page, expect

from facilitator.activities import discover
from facilitator.activities.ideation_board.rules import (
    AddCluster,
    AddIdeas,
    AskAlso,
    CloseCollecting,
    LimitIdeas,
    RevealBoard,
    ShowArriving,
    YieldWhole,
)
from facilitator.activities.wicked_questions.rules import ChooseCandidate, KeepCandidate, TakeStep
from facilitator.convening.ballots import CloseRound, OpenRound, RevealRound
from facilitator.convening.gathering import Convening, DescribeConvening
from facilitator.convening.ids import CardId, RoundId
from facilitator.convening.people import Person
from facilitator.convening.seats import MutePerson
from facilitator.convening.stage_state import ShowOnStage
from facilitator.i18n import PHONES, _, speaking
from facilitator.kit.web.words import NATIVE_NAMES
from facilitator.paths import resources
from facilitator.phones.refusals import SENTENCES
from tests.phones.room import CODE, Phone, Room
from tests.phones.test_french import SEEN, word_of

Screen = Callable[..., Page]
LATIN = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
ROOM = "Clean Water by 2035 Day 2 of 3 Naivasha Nomsa Wi Fi http room test"
"""What this room itself has written, in Latin letters."""

PAINTED = """(said, wanted) => {
  const walker = document.createTreeWalker(said, NodeFilter.SHOW_TEXT);
  let text = walker.nextNode();
  while (text && !wanted.every(one => text.data.includes(one))) text = walker.nextNode();
  return wanted.map(one => {
    const range = document.createRange();
    range.setStart(text, text.data.indexOf(one));
    range.setEnd(text, text.data.indexOf(one) + 1);
    return range.getBoundingClientRect().left;
  });
}"""
"""Where on the screen these signs begin, from the left."""


def only_arabic(page: Page, *written: str) -> None:
    """Nothing on the page is said in Latin letters, but for what somebody has written so."""
    own = set(LATIN.findall(" ".join((ROOM, *NATIVE_NAMES.values(), *written))))
    assert [word for word in LATIN.findall(page.evaluate(SEEN)) if word not in own] == []


@pytest.fixture
def page(screen: Screen) -> Page:
    """A phone whose owner reads Arabic."""
    page: Page = screen(locale="ar-EG")
    return page


@pytest.fixture
def joined(page: Page) -> Page:
    page.goto(f"/j/{CODE}")
    page.fill("#name", "حليمة")
    page.click("#go")
    expect(page.locator("#name")).to_have_count(0)
    return page


def test_the_door_asks_for_the_code_in_arabic_and_from_the_right(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", name="ما هي قاعتك؟")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    only_arabic(page)

    for _number in range(12):
        page.goto("/j/AAAA2222")
        only_arabic(page)
    expect(page.get_by_role("alert")).to_contain_text("رموزًا خاطئة كثيرة")


def test_the_page_of_joining_is_arabic_and_offers_languages_by_their_own_names(page: Page) -> None:
    page.goto(f"/j/{CODE}")
    page.click("#more summary")
    page.click("#back summary")
    only_arabic(page)
    assert page.locator("#lang option").all_inner_texts() == ["English", "العربية", "Français"]
    expect(page.locator("#lang")).to_have_value("ar")

    page.fill("#word", "rien qui vaille")
    page.click("#rejoin")
    expect(page.locator("#trouble")).to_contain_text("لا أحد هنا")
    only_arabic(page)


def test_arabic_chosen_at_the_door_is_the_language_of_the_seat(room: Room, screen: Screen) -> None:
    page = screen(locale="en-GB")
    page.goto(f"/j/{CODE}")
    page.fill("#name", "حليمة")

    page.select_option("#lang", "ar")
    expect(page.get_by_label("بأي اسم نناديك؟")).to_have_value("حليمة")
    page.click("#go")

    expect(page.get_by_role("heading", name="لننظر إلى الشاشة")).to_be_visible()
    assert [one.language for one in room.records[Person].values() if one.name == "حليمة"] == ["ar"]


def test_arabic_chosen_later_changes_the_page_and_the_seat(room: Room, screen: Screen) -> None:
    page = screen(locale="en-GB")
    page.goto(f"/j/{CODE}")
    page.fill("#name", "Halima")
    page.click("#go")
    page.tap("#feel")

    page.select_option("#speak", "ar")

    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    room.wait_until(
        lambda records: [one.language for one in records[Person].values() if one.name == "Halima"] == ["ar"]
    )


def test_looking_up_showing_how_one_is_and_parting_are_arabic(room: Room, joined: Page) -> None:
    joined.tap("#feel")
    expect(joined.locator("#my-word")).to_contain_text("مقعدك على هاتف آخر")
    only_arabic(joined, word_of(joined))

    room.start("plain", "ماذا نفعل؟")
    joined.tap("#done")
    joined.tap("#hand")
    joined.tap("[data-mood=lost]")
    expect(joined.locator("#hand")).to_contain_text("يدي مرفوعة")
    expect(joined.locator("#hand")).to_contain_text("دورك هو التالي")
    expect(joined.locator("#sum")).to_have_text("انتهى 1 من 1")
    room.wait_for_presence(lambda now: now.moods == {"lost": 1} and len(now.hands) == 1)
    only_arabic(joined, "plain", word_of(joined))

    room.tell(ShowOnStage("thanks"))
    expect(joined.get_by_role("heading", name="شكرًا لك")).to_be_visible()
    only_arabic(joined, word_of(joined))


def test_an_idea_is_written_sent_kept_without_wifi_and_refused_in_arabic(room: Room, joined: Page) -> None:
    board = room.start("ideation_board", "ماذا يُبقي كل نقطة ماء تعمل عشر سنوات؟")
    joined.fill("#text", "متدرّبون بأجر من أول يوم")
    expect(joined.locator("#left")).to_have_text("بقي 36")
    expect(joined.locator("#as")).to_contain_text("حليمة")
    joined.get_by_role("button", name="أرسل الفكرة").click()
    expect(joined.locator(".badge.ok")).to_have_text("وصلت")
    expect(joined.get_by_role("heading", name="أفكارك")).to_be_visible()
    only_arabic(joined, word_of(joined))
    joined.locator(".pencil").click()
    only_arabic(joined, word_of(joined))
    joined.get_by_role("button", name="إلغاء").click()

    joined.context.set_offline(True)
    joined.fill("#text", "دليل إصلاح بالصور")
    joined.click("#send")
    expect(joined.locator("#waits")).to_contain_text("محفوظة على هذا الهاتف")
    expect(joined.locator("#link")).to_contain_text("بانتظار الواي فاي")
    only_arabic(joined, word_of(joined))
    room.tell(AskAlso("وماذا بعد؟"), board)
    room.tell(LimitIdeas(3), board)
    room.tell(CloseCollecting(), board)
    joined.context.set_offline(False)

    expect(joined.locator(".badge.warn")).to_have_text("لا أفكار جديدة على اللوحة الآن.")
    expect(joined.locator("#closed")).to_be_visible()
    only_arabic(joined, word_of(joined))


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        (57, "بقي 3"),
        (61, "61 حرفًا · القصير أسهل قراءة من آخر القاعة"),
        (100, "100 حرف · القصير أسهل قراءة من آخر القاعة"),
        (103, "103 أحرف · القصير أسهل قراءة من آخر القاعة"),
        (601, "حرف واحد زائد"),
        (602, "حرفان زائدان"),
        (603, "3 أحرف زائدة"),
        (611, "11 حرفًا زائدًا"),
        (700, "100 حرف زائد"),
        (803, "203 أحرف زائدة"),
    ],
)
def test_letters_are_counted_in_all_forms(room: Room, joined: Page, letters: int, said: str) -> None:
    room.start("ideation_board", "ماذا نفعل؟")

    joined.fill("#text", "ا" * letters)

    expect(joined.locator("#left")).to_have_text(said)


def test_none_one_two_few_many_and_a_hundred_ideas_are_each_said_their_way(room: Room, joined: Page) -> None:
    board = room.start("ideation_board", "ماذا نفعل؟")
    room.tell(ShowArriving(), board)
    told = {
        1: "فكرة واحدة على اللوحة",
        2: "فكرتان على اللوحة",
        3: "3 أفكار على اللوحة",
        10: "10 أفكار على اللوحة",
        11: "11 فكرة على اللوحة",
        100: "100 فكرة على اللوحة",
        103: "103 أفكار على اللوحة",
    }

    there = 0
    for count, said in told.items():
        room.tell(AddIdeas(tuple(f"فكرة {number}" for number in range(there, count))), board)
        there = count
        expect(joined.locator("#many")).to_have_text(said)

    assert joined.evaluate("F.say('ideas_here', { n: 0 })") == "لا أفكار على اللوحة"


def test_the_vote_is_arabic_from_before_it_opens_to_its_result(room: Room, joined: Page) -> None:
    board = room.start("ideation_board")
    added = room.tell(AddIdeas(("مضخات", "Solar pumps")), board)
    room.tell(ShowArriving(), board)
    vote = room.start("dot_vote", title="تصويت")
    written = ("Solar pumps", word_of(joined))
    expect(joined.locator("#note")).to_contain_text("يُفتح التصويت بعد لحظة")
    only_arabic(joined, *written)
    round_ = RoundId(room.tell(OpenRound((f"{added.id}.1", f"{added.id}.2"), 3, 3), vote).id + ".1")
    give = joined.get_by_role("button", name="إعطاء نقطة: \u2068مضخات\u2069")
    left = joined.locator("#count")
    expect(left).to_have_text("بقيت 3 نقاط")
    for said in ("بقيت نقطتان", "بقيت نقطة واحدة"):
        give.tap()
        expect(left).to_have_text(said)
    expect(joined.locator("#saved")).to_have_text("يُحفظ مع كل نقرة")
    only_arabic(joined, *written)
    joined.context.set_offline(True)
    give.tap()
    expect(left).to_have_text("لم تبقَ نقاط")
    room.tell(CloseRound(round_), vote)
    joined.context.set_offline(False)

    expect(joined.get_by_role("heading", name="وصل بعد إغلاق التصويت")).to_be_visible()
    expect(joined.locator("#kept")).to_contain_text("نقطتاك الأوليان محسوبتان")
    expect(joined.locator("#why")).to_contain_text("خارج الواي فاي")
    expect(joined.locator("#tell")).to_contain_text("Nomsa")
    only_arabic(joined, *written)
    joined.click("#leave")
    room.tell(RevealRound(round_), vote)
    expect(joined.locator(".res").first).to_contain_text("نقطتان · من شخص واحد")
    expect(joined.locator(".res").nth(1)).to_contain_text("لا نقاط")
    only_arabic(joined, *written)
    room.tell(ShowOnStage("thanks"))
    expect(joined.locator("#sum")).to_have_text("ما أرسلته: نقطتان")


def test_how_many_ideas_a_group_holds_is_said_in_arabic_after_the_reveal_too(room: Room, joined: Page) -> None:
    board = room.start("ideation_board")
    added = room.tell(AddIdeas(("مضخات", "قطع غيار", "خرائط")), board).id
    group = room.tell(AddCluster("مال يدوم", tuple(CardId(f"{added}.{number}") for number in (1, 2, 3))), board).id
    room.tell(RevealBoard(), board)
    room.tell(YieldWhole(), board)
    vote = room.start("dot_vote", title="تصويت")
    round_ = RoundId(room.tell(OpenRound((f"{group}.1",), 1, 1), vote).id + ".1")
    expect(joined.locator(".words")).to_contain_text("3 أفكار في هذه المجموعة")

    room.tell(CloseRound(round_), vote)
    room.tell(RevealRound(round_), vote)

    expect(joined.locator(".res .words")).to_contain_text("3 أفكار في هذه المجموعة")
    only_arabic(joined, word_of(joined))


def test_the_wicked_question_is_arabic_in_every_step(room: Room, joined: Page) -> None:
    for stem, joint in (("at_once", "و"), ("want_why", "فلماذا"), ("say_do", "و")):
        block = room.start("wicked_questions", title="سؤال")
        joined.fill("#second", "متواضعون")
        joined.get_by_role("button", name="أرسل هذا النصف").click()
        expect(joined.locator("#sum")).to_have_text("أرسلت حقيقة واحدة. تُعرض بلا اسمك.")
        only_arabic(joined, word_of(joined))
        kept = room.tell(KeepCandidate(stem, "جريئون", "متواضعون"), block).id + ".1"
        room.tell(TakeStep("choose"), block)
        room.tell(OpenRound((kept,), 1, 1), block)
        joined.locator(".option").tap()
        expect(joined.locator(".option")).to_have_attribute("aria-pressed", "true")
        expect(joined.locator(".and:visible")).to_have_text(joint)
        only_arabic(joined, word_of(joined))
        room.tell(ChooseCandidate(CardId(kept)), block)
        room.tell(TakeStep("live"), block)
        joined.get_by_label("متى رأيت الاثنين صحيحين معًا؟").fill("متواضعون")
        joined.get_by_role("button", name="أرسل الإجابة").click()
        expect(joined.locator("#unsigned")).to_have_text("أرسلت إجابة واحدة. تُعرض بلا اسمك.")
        only_arabic(joined, word_of(joined))


def test_a_phone_that_finds_the_room_nowhere_and_one_without_its_cookie_read_arabic(room: Room, joined: Page) -> None:
    room.start("ideation_board", "ماذا نفعل؟")
    joined.context.clear_cookies()
    joined.fill("#text", "أيضًا")
    joined.click("#send")

    expect(joined.get_by_role("heading", name="لنمسح الرمز مرة أخرى")).to_be_visible()
    expect(joined.locator("#waiting")).to_have_text("المحفوظ على هذا الهاتف: 1")
    only_arabic(joined)


def test_a_name_in_latin_letters_keeps_its_signs_in_an_arabic_sentence(page: Page) -> None:
    page.goto(f"/j/{CODE}")

    page.fill("#name", "Awa D.")

    said, name, point = page.locator("#go").evaluate(PAINTED, ["ا", "A", "."])
    assert name < point < said


def test_a_clock_past_its_time_has_its_sign_before_it(room: Room, joined: Page) -> None:
    room.start("plain", "ماذا نفعل؟")
    expect(joined.locator("#clock")).not_to_be_empty()

    joined.evaluate(
        "F.clock = { left_ms: -65000, block_ms: -65000, running: false, sent_ms: 1, leg: 0 }; F.paintClock()"
    )

    expect(joined.locator("#clock")).to_have_text("+1:05")
    sign, minute, second = joined.locator("#clock").evaluate(PAINTED, ["+", "1", "5"])
    assert sign < minute < second


def test_fields_begin_at_the_right_before_anything_is_written(room: Room, joined: Page) -> None:
    room.start("ideation_board", "ماذا نفعل؟")

    for part in ("null", "'::placeholder'"):
        assert joined.locator("#text").evaluate(f"one => getComputedStyle(one, {part}).textAlign") == "right"


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 640)])
def test_no_letter_below_the_line_is_cut_off_in_the_head_of_the_page(
    room: Room, screen: Screen, width: int, height: int
) -> None:
    room.tell(DescribeConvening(replace(next(iter(room.records[Convening].values())), title="الجميع معنا")))
    page = screen(width, height, locale="ar")
    page.goto(f"/j/{CODE}")
    page.click("#nameless")
    head = page.locator("#where")
    expect(head).to_have_text("الجميع معنا")
    expect(page.locator("#link")).to_have_class("link on")

    seen = page.locator(".head").screenshot(animations="disabled")
    head.evaluate("one => { one.style.overflow = 'visible'; }")

    assert page.locator(".head").screenshot(animations="disabled") == seen
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_whatever_is_refused_is_refused_in_arabic(room: Room, phone: Callable[[], Phone]) -> None:
    room.start("ideation_board", "ماذا نفعل؟")
    speaking_arabic = phone()
    speaking_arabic.headers["Accept-Language"] = "ar-SD, en;q=0.5"
    speaking_arabic.join("حليمة")
    person = next(person.id for person in room.records[Person].values() if person.name == "حليمة")

    long = speaking_arabic.say("ideation_board", "add_idea", text="ا" * 700).json["text"]
    moved = speaking_arabic.say("dot_vote", "cast_ballot", round="r", number=1, choice=[]).json["text"]
    room.tell(MutePerson(person))
    muted = speaking_arabic.say("ideation_board", "add_idea", text="أيضًا").json["text"]
    strange = speaking_arabic.ask("GET", "/", Host="elsewhere.test").body.decode()

    assert long == "عدد الأحرف هنا 700، والمتاح 600. يبقى النص على هاتفك."
    assert moved == "وصل بعد انتقال القاعة إلى غيره"
    assert muted.startswith("لا يُقبل نص من هذا الهاتف")
    assert strange == "ليس هذا عنوان هذه القاعة."


def test_every_sentence_of_refusal_has_its_arabic() -> None:
    said = [*SENTENCES.values(), *(text for one in discover().values() for text in one.refusals.values())]

    with speaking("ar", PHONES):
        assert [text for text in said if _(text) == text] == []


def test_the_catalogue_says_nothing_in_latin_letters_and_keeps_names_apart() -> None:
    """A name may be written in any script: set apart, it turns nothing around it."""
    with (resources() / "i18n" / "ar" / "LC_MESSAGES" / "phones.po").open("rb") as file:
        said = [text.string or "" for text in read_po(file, locale="ar") if text.id]
    forms = [form for text in said for form in ((text,) if isinstance(text, str) else text)]

    foreign = [text for text in forms if set(LATIN.findall(re.sub(r"\{\w+\}", "", text))) - {"JavaScript"}]
    open_names = [text for text in forms if re.search(r"(?<!\u2068)\{(guide|name|url|way|word|idea|text|zone)\}", text)]

    assert foreign == []
    assert open_names == []
    assert [text for text in forms if re.search("[٠-٩۰-۹]", text)] == []
