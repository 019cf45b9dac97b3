"""A phone that speaks French: no page in any of its states has a word left that is not French."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import Page, expect

from facilitator.activities.ideation_board.rules import (
    AddIdeas,
    AskAlso,
    CloseCollecting,
    LimitIdeas,
    RemoveIdea,
    ShowArriving,
    ShowAuthors,
)
from facilitator.activities.wicked_questions.rules import ChooseCandidate, KeepCandidate, TakeStep
from facilitator.activities.wicked_questions.rules.answers import Answer, RemoveAnswer
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.ballots import CloseRound, OpenRound, RevealRound
from facilitator.convening.cards import Card
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import Convening, DescribeConvening
from facilitator.convening.ids import BlockId, CardId, RoundId, StepId
from facilitator.convening.people import Person
from facilitator.convening.seats import MutePerson
from facilitator.convening.stage_state import ShowOnStage
from facilitator.convening.steps import Step
from facilitator.kit.web.words import NATIVE_NAMES
from facilitator.paths import resources
from facilitator.phones.refusals import SENTENCES
from tests.phones.room import CODE, Phone, Room

Screen = Callable[..., Page]
WORD = re.compile(r"[^\W\d_]{2,}")
SEEN = """() => {
  const said = [document.title, document.body.innerText];
  for (const one of document.querySelectorAll("[aria-label], [placeholder], [title]")) {
    if (one.offsetParent) for (const name of ["aria-label", "placeholder", "title"]) said.push(one.getAttribute(name) || "");
  }
  return said.join("\\n");
}"""


def french() -> set[str]:
    """Every word that stands in the French catalogue, on its right side."""
    with (resources() / "i18n" / "fr" / "LC_MESSAGES" / "facilitator.po").open("rb") as file:
        said = [text.string for text in read_po(file, locale="fr") if text.id and text.string]
    forms = [form for text in said for form in ((text,) if isinstance(text, str) else text)]
    return {word.casefold() for form in forms for word in WORD.findall(re.sub(r"\{\w+\}", "", form))}


FRENCH = french()
"""Known without a place holder: {guide} is no French."""

SAID = {word.casefold() for word in WORD.findall(" ".join(NATIVE_NAMES.values()))}
"""Languages name themselves."""


def only_french(page: Page, *written: str) -> None:
    """Everything on the page is French, but for what the room itself has written."""
    own = SAID | {word.casefold() for text in (*ROOM, *written) for word in WORD.findall(text)}
    foreign = [word for word in WORD.findall(page.evaluate(SEEN)) if word.casefold() not in FRENCH | own]
    assert foreign == []


ROOM = ("Clean Water by 2035", "Day 2 of 3", "Naivasha", "Nomsa", "Wambui", "http room test")


@pytest.fixture
def page(screen: Screen) -> Page:
    """A phone whose owner reads French."""
    page: Page = screen(locale="fr-FR")
    return page


@pytest.fixture
def joined(page: Page) -> Page:
    page.goto(f"/j/{CODE}")
    page.fill("#name", "Wambui")
    page.click("#go")
    expect(page.locator("#name")).to_have_count(0)
    return page


def test_the_door_asks_for_the_code_in_french(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", name="Quelle est votre salle ?")).to_be_visible()
    only_french(page)

    page.goto("/j/AAAA2222")
    expect(page.get_by_role("alert")).to_contain_text("Aucune salle")
    only_french(page)

    for _ in range(14):
        page.goto("/j/AAAA2222")
    expect(page.get_by_role("alert")).to_contain_text("beaucoup de codes")
    only_french(page)


def test_without_script_the_page_says_so_in_french(screen: Screen) -> None:
    page = screen(locale="fr-FR", java_script_enabled=False)

    page.goto(f"/j/{CODE}")

    expect(page.locator("noscript p, main p").first).to_contain_text("JavaScript")
    words = WORD.findall(page.locator("body").inner_text())
    assert [word for word in words if word.casefold() not in FRENCH] == []


def test_the_page_of_joining_is_french_with_everything_unfolded(page: Page) -> None:
    page.goto(f"/j/{CODE}")
    page.click("#more summary")
    page.click("#back summary")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    only_french(page)

    page.fill("#word", "rien qui vaille")
    page.click("#rejoin")
    expect(page.locator("#trouble")).to_contain_text("Personne ici")
    only_french(page)


def test_a_phone_that_forgets_and_a_full_room_are_told_in_french(room: Room, screen: Screen) -> None:
    page = screen(locale="fr-FR")
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }})")
    page.goto(f"/j/{CODE}")
    expect(page.locator("#strip")).to_be_visible()
    only_french(page)

    passing = screen(locale="fr-FR", user_agent="Mozilla/5.0 (Linux; Android 9; wv) Chrome/90 Mobile")
    passing.goto(f"/j/{CODE}")
    expect(passing.locator("#strip")).to_contain_text("navigateur")
    only_french(passing, f"{room.bridge.port}")


def test_looking_up_and_parting_are_french(room: Room, joined: Page) -> None:
    expect(joined.get_by_role("heading", name="Levez les yeux")).to_be_visible()
    joined.tap("#feel")
    expect(joined.locator("#my-word")).to_be_visible()
    only_french(joined, word_of(joined))

    joined.context.set_offline(True)
    expect(joined.locator("#link")).to_contain_text("En attente du Wi-Fi")
    only_french(joined, word_of(joined))
    joined.context.set_offline(False)

    room.tell(ShowOnStage("thanks"))
    expect(joined.get_by_role("heading", name="Merci")).to_be_visible()
    only_french(joined, word_of(joined))


def word_of(page: Page) -> str:
    return str(page.evaluate("F.mine.word || ''"))


def test_a_task_is_french_with_whoever_works_together(room: Room, joined: Page) -> None:
    for who in ("", "solo", "pairs", "trios", "fours", "groups", "stations", "circle", "all"):
        block = Block(BlockId(""), "Parole", "plain", "Que faire ?", 12)
        steps = (Step(StepId("1"), BlockId(""), f"Notez {who}", 240, who=who, rounds=2),)

        room.tell(StartBlock(BlockId(f"{room.tell(AddBlock(block, steps)).id}.1")))

        expect(joined.locator("#prompt")).to_have_text(f"Notez {who}")
        only_french(joined, "Parole Que faire Notez", who, word_of(joined))


def test_done_hand_and_mood_are_french_before_and_after(room: Room, joined: Page) -> None:
    room.start("plain", "Que faire ?")
    joined.tap("#done")
    joined.tap("#hand")
    joined.tap("[data-mood=lost]")

    expect(joined.locator("#hand")).to_contain_text("Ma main est levée")
    room.wait_for_presence(lambda now: now.moods == {"lost": 1})
    only_french(joined, "plain Que faire ?", word_of(joined))


def test_the_board_is_french_while_ideas_are_written_sent_kept_and_mended(room: Room, joined: Page) -> None:
    room.start("ideation_board", "Que faire ?")
    mine = ("Que faire", "Partager le savoir", word_of(joined))
    expect(joined.locator("#text")).to_be_visible()
    only_french(joined, *mine)
    joined.tap("#hand")
    joined.tap("#done")
    joined.tap("#feel")
    joined.tap("[data-mood=pause]")
    expect(joined.locator("#feel")).to_contain_text("Besoin d’une pause")
    expect(joined.locator("#hand")).to_contain_text("à vous")
    only_french(joined, *mine)
    joined.tap("#feel")
    joined.fill("#text", "a" * 61)
    only_french(joined, *mine, "a" * 61)
    joined.fill("#text", "a" * 602)
    only_french(joined, *mine, "a" * 602)
    joined.fill("#text", "Partager le savoir")
    joined.click("#send")
    expect(joined.locator(".badge.ok")).to_have_text("envoyé")
    only_french(joined, *mine)
    joined.locator(".pencil").click()
    only_french(joined, *mine)
    joined.get_by_role("button", name="Annuler").click()


def test_the_board_is_french_without_wifi_and_with_its_limits(room: Room, joined: Page) -> None:
    board = room.start("ideation_board", "Que faire ?")
    mine = ("Que faire", "Partager le savoir", word_of(joined))
    expect(joined.locator("#text")).to_be_visible()
    joined.fill("#text", "Partager le savoir")
    joined.click("#send")
    expect(joined.locator(".badge.ok")).to_have_count(1)
    joined.context.set_offline(True)
    joined.fill("#text", "Partager")
    joined.click("#send")
    expect(joined.locator("#waits")).to_be_visible()
    only_french(joined, *mine)
    joined.context.set_offline(False)
    expect(joined.locator(".badge.ok")).to_have_count(2)

    room.tell(ShowAuthors(), board)
    expect(joined.locator("#write")).to_contain_text("Montrer mon nom, Wambui")
    only_french(joined, *mine)
    room.tell(AskAlso("Et sinon ?"), board)
    expect(joined.locator("#asks")).to_be_visible()
    room.tell(LimitIdeas(3), board)
    expect(joined.locator("#limit")).to_have_text("encore 1 idée de votre part")
    only_french(joined, *mine, "Et sinon")
    room.tell(LimitIdeas(2), board)
    expect(joined.locator("#limit")).to_contain_text("Vous avez envoyé toutes vos idées")
    room.tell(LimitIdeas(0), board)
    room.tell(RemoveIdea(CardId(next(iter(room.records[Card])))), board)
    expect(joined.locator(".badge.m")).to_have_text("retirée du tableau", timeout=20_000)
    joined.fill("#text", "Trop tard")
    room.tell(CloseCollecting(), board)
    expect(joined.locator("#closed")).to_be_visible()
    joined.click("#send")
    expect(joined.locator(".badge.warn")).to_contain_text("ne prend pas de nouvelles idées")
    only_french(joined, *mine, "Et sinon", "Trop tard")


def test_the_vote_is_french_from_before_it_opens_to_its_result(room: Room, joined: Page) -> None:
    written = ("Un Deux", word_of(joined))
    board = room.start("ideation_board")
    added = room.tell(AddIdeas(("Un", "Deux")), board)
    room.tell(ShowArriving(), board)
    vote = room.start("dot_vote", title="Vote")
    expect(joined.locator("#note")).to_be_visible()
    only_french(joined, *written)
    round_ = RoundId(room.tell(OpenRound((f"{added.id}.1", f"{added.id}.2"), 2, 2), vote).id + ".1")
    give = joined.get_by_role("button", name="Donner une gommette : Un")
    give.tap()
    expect(joined.locator("#count")).to_have_text("reste 1 gommette")
    only_french(joined, *written)
    expect(joined.locator("#saved")).to_have_text("enregistré à chaque geste")
    joined.context.set_offline(True)
    give.tap()
    expect(joined.locator("#saved")).to_have_text("gardé sur ce téléphone")
    only_french(joined, *written)
    room.tell(CloseRound(round_), vote)
    joined.context.set_offline(False)
    expect(joined.get_by_role("heading", name="Le vote était clos avant que ceci n’arrive")).to_be_visible()
    expect(joined.locator("#why")).to_contain_text("Votre téléphone était hors Wi-Fi")
    only_french(joined, *written)
    joined.click("#leave")
    expect(joined.locator("#note")).to_contain_text("Le vote est clos")
    only_french(joined, *written)
    room.tell(RevealRound(round_), vote)
    expect(joined.locator(".res").first).to_contain_text("1 gommette · de 1 personne")
    expect(joined.locator(".res").nth(1)).to_contain_text(re.compile(r"0 gommette(?!s)"))
    only_french(joined, *written)


def test_the_wicked_question_is_french_in_every_step(room: Room, joined: Page) -> None:
    for stem in ("at_once", "want_why", "say_do"):
        written = ("hardis humbles", word_of(joined))
        block = room.start("wicked_questions", title="Question")
        expect(joined.locator("#first")).to_be_visible()
        only_french(joined, *written)
        joined.fill("#second", "humbles")
        only_french(joined, *written)
        joined.click("#go")
        expect(joined.locator("#sum")).to_have_text("Vous en avez envoyé 1. Partagé sans votre nom.")
        only_french(joined, *written)
        kept = room.tell(KeepCandidate(stem, "hardis", "humbles"), block).id + ".1"
        room.tell(TakeStep("choose"), block)
        expect(joined.locator("#saved")).to_contain_text("La salle choisit")
        only_french(joined, *written)
        room.tell(OpenRound((kept,), 1, 1), block)
        joined.locator(".option").tap()
        expect(joined.locator(".option")).to_have_attribute("aria-pressed", "true")
        only_french(joined, *written)
        room.tell(ChooseCandidate(CardId(kept)), block)
        room.tell(TakeStep("live"), block)
        expect(joined.locator("#question")).to_be_visible()
        only_french(joined, *written)
        joined.fill("#when", "humbles")
        joined.get_by_role("button", name="Envoyer la réponse").click()
        expect(joined.locator("#unsigned")).to_have_text("Vous avez envoyé 1 réponse. Partagé sans votre nom.")
        only_french(joined, *written)
        room.tell(RemoveAnswer(CardId(next(iter(room.records[Answer])))), block)
        expect(joined.locator("#list .badge")).to_have_text("retirée de la liste")
        only_french(joined, *written)
        joined.get_by_role("button", name="Mettre de côté").click()


def test_a_phone_that_finds_the_room_nowhere_reads_french(joined: Page) -> None:
    joined.clock.install()
    joined.context.set_offline(True)
    joined.tap("#hand")
    expect(joined.locator("#link")).to_contain_text("En attente")
    joined.clock.fast_forward("00:25")
    joined.tap("#hand")

    expect(joined.locator("#astray")).to_contain_text("Ces mots vous rendent votre place")
    only_french(joined, word_of(joined), " ".join(joined.locator("#ways a").all_inner_texts()).replace("Essayer", ""))


def test_a_phone_without_its_cookie_reads_french(room: Room, joined: Page) -> None:
    room.start("ideation_board", "Que faire ?")
    joined.context.clear_cookies()
    joined.fill("#text", "Encore")
    joined.click("#send")

    expect(joined.get_by_role("heading", name="Scannez le code encore une fois")).to_be_visible()
    only_french(joined)


def test_whatever_is_refused_is_refused_in_the_language_of_the_phone(room: Room, phone: Callable[[], Phone]) -> None:
    room.start("ideation_board", "Que faire ?")
    speaking = phone()
    speaking.headers["Accept-Language"] = "fr"
    speaking.join("Wambui")
    person = next(person.id for person in room.records[Person].values() if person.name == "Wambui")

    long = speaking.say("ideation_board", "add_idea", text="a" * 700).json["text"]
    empty = speaking.say("ideation_board", "add_idea", text=" ").json["text"]
    moved = speaking.say("dot_vote", "cast_ballot", round="r", number=1, choice=[]).json["text"]
    room.tell(MutePerson(person))
    muted = speaking.say("ideation_board", "add_idea", text="Encore").json["text"]

    assert "600 y tiennent" in long
    assert empty == "Il n’y a pas encore de mots."
    assert moved == "La salle est passée à la suite avant que ceci n’arrive"
    assert muted.startswith("Pour l’instant, aucun texte")


def test_every_sentence_of_refusal_has_its_french() -> None:
    from facilitator.activities import discover
    from facilitator.i18n import _, speaking

    said = [*SENTENCES.values(), *(text for one in discover().values() for text in one.refusals.values())]

    with speaking("fr"):
        assert [text for text in said if _(text) == text] == []


def test_a_strange_address_is_refused_in_french(phone: Callable[[], Phone]) -> None:
    reply = phone().ask("GET", "/", Host="elsewhere.test", Accept_Language="fr-CA, en;q=0.5")

    assert (reply.status, reply.body.decode()) == (421, "Ce n’est pas l’adresse de cette salle.")


def test_what_a_phone_chose_wins_over_its_browser_and_english_stays_for_the_others(
    room: Room, page: Page, screen: Screen
) -> None:
    page.goto(f"/j/{CODE}")
    page.fill("#name", "Wambui")

    page.select_option("#lang", "en")
    expect(page.get_by_label("What should we call you?")).to_have_value("Wambui")
    page.click("#go")

    expect(page.get_by_role("heading", name="Look up")).to_be_visible()
    other = screen(locale="sw")
    other.goto(f"/j/{CODE}")
    expect(other.locator("html")).to_have_attribute("lang", "en")
    assert [person.language for person in room.records[Person].values() if person.name == "Wambui"] == ["en"]


def test_a_convening_in_french_greets_a_phone_whose_language_nobody_speaks_here(room: Room, screen: Screen) -> None:
    room.tell(DescribeConvening(replace(next(iter(room.records[Convening].values())), language="fr")))

    page = screen(locale="sw")
    page.goto(f"/j/{CODE}")

    expect(page.get_by_label("Comment vous appeler ?")).to_be_visible()
