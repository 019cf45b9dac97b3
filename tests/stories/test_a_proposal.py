"""A proposal: phones and paper answer it, the room hears what holds people back, amends it, and decides by its rule."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from facilitator.activities.scale.rules.outcome import ADOPTED, NOT_YET, Decide, the_outcome
from facilitator.activities.scale.rules.proposal import SetProposal, the_proposal, what_changed
from facilitator.activities.scale.rules.reservations import PAPER, MeetReservation, SendReservation, reservations
from facilitator.activities.scale.rules.support import (
    NOT_ENOUGH,
    SUPPORTED,
    SetRule,
    asked,
    spread,
    support,
    verdict,
)
from facilitator.app import house
from facilitator.app.exporting import as_values
from facilitator.app.exporting.editions import EDITIONS, seen_in
from facilitator.app.exporting.markdown import as_markdown
from facilitator.app.exporting.sheets import sheets
from facilitator.app.paper import make_summary
from facilitator.convening.ballots import (
    INTERRUPTED,
    CastPaper,
    CloseRound,
    OpenRound,
    RevealedBallot,
    RevealRound,
    Round,
    Turnout,
    latest,
)
from facilitator.convening.ids import BlockId, PersonId, RoundId
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.convening.records import Records
from facilitator.convening.room import RoomView
from facilitator.convening.seats import MoveToPaper
from facilitator.convening.words import Refusal
from facilitator.store.opening import WORKSPACE
from facilitator.store.portable import export_convene
from tests.kit.pdf.paper import squashed, words_of
from tests.phones.room import Phone, Room
from tests.store.damaged import back_up, recover, zero_length
from tests.stories.browser import Handset
from tests.stories.led import CTRL, Facilitator, Key
from tests.stories.overheard import Ear

pytestmark = pytest.mark.usefixtures("qapp")  # the summary is made in this process

SOONER = "We publish every reading on one open map by 2027."
MAP = "We publish every reading on one open map by January 2028."
POINTS = tuple("12345678")
DOUBT = "herdmarkzq: routes could be read from the map"


@dataclass
class Agreeing:
    """A room in which a proposal is asked, and who is in it."""

    room: Room
    block: BlockId
    phones: dict[str, Phone] = field(default_factory=dict)

    @property
    def records(self) -> Records:
        return self.room.records

    def come(self, *names: str) -> None:
        for name in names:
            self.phones[name] = Phone(self.room.bridge.port).join(name)

    def on_paper(self, name: str) -> PersonId:
        person = PersonId(name.casefold())
        self.room.tell(AddPerson(Person(person, name), Contact(person)))
        self.room.tell(MoveToPaper(person))
        return person

    def propose(self, text: str) -> None:
        self.room.tell(SetProposal(text), self.block)

    def ask(self) -> RoundId:
        return RoundId(f"{self.room.tell(OpenRound(POINTS), self.block).id}.1")

    def answer(self, round_: RoundId, number: int = 1, **points: str) -> None:
        for name, point in points.items():
            said = self.phones[name].say("scale", "cast_ballot", round=round_, number=number, choice=[point])
            assert said.status == 200, said.body

    def reveal(self, round_: RoundId) -> Round:
        self.room.tell(CloseRound(round_), self.block)
        self.room.tell(RevealRound(round_), self.block)
        return self.records[Round][round_]

    def counts(self, name: str, round_: RoundId) -> list[int]:
        """What somebody's phone shows once it shows the result of a round."""

        def has_result(page: dict[str, Any]) -> bool:
            public = page["public"]
            return bool(public.get("result")) and public["round"]["id"] == round_

        counts: list[int] = self.phones[name].see(has_result)["public"]["result"]["counts"]
        return counts


@pytest.fixture
def agreeing(tmp_path: Path) -> Iterator[Agreeing]:
    room = Room(tmp_path / "data")
    room.open()
    yield Agreeing(room, room.start("scale", "Can we stand behind this?", title="Agreement: open map"))
    room.close()


def test_a_room_of_phones_and_paper_amends_a_proposal_and_adopts_it(agreeing: Agreeing, tmp_path: Path) -> None:
    """DE1, DE2, IN1: the rule stands before the first answer; heard, amended, asked again, decided, printed."""
    agreeing.come("Amina", "José", "Wambui", "Halima", "Li")
    moussa, ines = agreeing.on_paper("Moussa"), agreeing.on_paper("Inés")
    agreeing.propose(SOONER)
    with pytest.raises(Refusal, match=r"scale\.no_rule"):
        agreeing.ask()
    agreeing.room.tell(SetRule(5), agreeing.block)

    first = agreeing.ask()
    agreeing.answer(first, Amina="1", José="6", Wambui="3", Halima="7", Li="2")
    assert agreeing.phones["Halima"].say("scale", "send_reservation", round=first, text=DOUBT).status == 200
    agreeing.room.tell(CastPaper(first, moussa, ("5",)), agreeing.block)
    agreeing.room.tell(CastPaper(first, ines, ("3",)), agreeing.block)
    agreeing.room.tell(SendReservation(first, "January is harvest in Senegal.", PAPER), agreeing.block)
    told = agreeing.reveal(first)

    assert agreeing.counts("Li", first) == [1, 1, 2, 0, 1, 1, 1, 0]
    assert (support(agreeing.records, told), verdict(agreeing.records, told)) == (4, NOT_ENOUGH)
    agreeing.room.tell(Decide(NOT_YET), agreeing.block)
    for one, card in reservations(agreeing.records, agreeing.block):
        met = "Blurred to five kilometres." if card.text == DOUBT else "January 2028 instead of 2027."
        agreeing.room.tell(MeetReservation(one.id, met), agreeing.block)

    agreeing.propose(MAP)
    again = agreeing.ask()
    late = agreeing.phones["José"].say("scale", "send_reservation", round=first, text="Too soon.")
    assert (late.status, late.json["refusal"]) == (409, "scale.not_asking")
    agreeing.answer(again, Amina="1", José="2", Wambui="4", Halima="6", Li="2")
    agreeing.answer(again, number=2, Wambui="3", Halima="3")
    agreeing.room.tell(CastPaper(again, moussa, ("2",)), agreeing.block)
    agreeing.room.tell(CastPaper(again, ines, ("8",)), agreeing.block)
    agreeing.room.tell(CastPaper(again, ines, ("6",)), agreeing.block)
    told = agreeing.reveal(again)
    agreeing.room.tell(Decide(ADOPTED, moussa, "2027-06-18"), agreeing.block)

    records = agreeing.records
    assert list(spread(records, told).values()) == agreeing.counts("Wambui", again) == [1, 3, 2, 0, 0, 1, 0, 0]
    assert verdict(records, told) == SUPPORTED
    assert (asked(records, first).text, asked(records, again).text) == (SOONER, MAP)
    proposal = the_proposal(records, agreeing.block)
    assert (proposal.version, what_changed(proposal.was, proposal.text)) == (2, ("2027.", "January 2028."))
    assert the_outcome(records, agreeing.block).result == ADOPTED
    make_summary(records, tmp_path / "summary.pdf", "participant", "en", lambda _done, _of: None)
    printed = words_of(tmp_path / "summary.pdf")
    for words in (f"Decided{MAP}", "6 of 7 support.", "Blurred to five kilometres.", "18 June 2027"):
        assert squashed(words) in printed
    assert not [name for name in ("Halima", "José", "Moussa") if name in printed]


def test_before_the_reveal_nobody_reads_an_answer_or_a_reservation_anywhere(agreeing: Agreeing, tmp_path: Path) -> None:
    """DE2, PR1: not on another phone, in no file, in no log; after the reveal without a name."""
    agreeing.come("Amina", "José", "Wambui")
    ear = Ear(Phone(agreeing.room.bridge.port).join("Ear"))
    agreeing.propose(MAP)
    agreeing.room.tell(SetRule(2), agreeing.block)
    round_ = agreeing.ask()
    told, mark = agreeing.room.news.seq, json.dumps(["7"]).encode()

    agreeing.answer(round_, Amina="7", José="7", Wambui="7")
    assert agreeing.room.news.seq == told
    assert agreeing.phones["Amina"].say("scale", "send_reservation", round=round_, text=DOUBT).status == 200
    agreeing.room.tell(CloseRound(round_), agreeing.block)

    heard = ear.heard()
    assert "herdmarkzq" not in heard
    assert '"counts"' not in heard
    assert not spread(agreeing.records, agreeing.records[Round][round_])
    room = RoomView(agreeing.room.book.veils()).of(agreeing.records)
    assert "herdmarkzq" not in json.dumps(as_values(room))
    for edition in EDITIONS:
        seen = seen_in(agreeing.records, edition)
        written = f"{as_markdown(seen, 0)}{[sheet.rows for sheet in sheets(seen, 0)]}"
        make_summary(agreeing.records, tmp_path / "out.pdf", edition, "en", lambda _done, _of: None)
        assert "Serious objection" not in written
        assert squashed("Serious objection") not in words_of(tmp_path / "out.pdf")
        assert ("herdmarkzq" in written, "herdmarkzq" in words_of(tmp_path / "out.pdf")) == (
            edition == "facilitator",
        ) * 2
    assert mark.decode() not in json.dumps(as_values(agreeing.records))
    agreeing.room.desk.errand(
        lambda open_: export_convene(open_.connection, open_.kinds, "convening-1", tmp_path / "out.convene")
    ).result(20)
    assert mark not in (tmp_path / "out.convene").read_bytes()
    assert not [path for path in (tmp_path / "data").rglob("*.log*") if mark in path.read_bytes()]

    agreeing.room.tell(RevealRound(round_), agreeing.block)
    assert agreeing.counts("José", round_) == [0, 0, 0, 0, 0, 0, 3, 0]
    assert "Amina" not in ear.heard()


def test_a_copy_from_the_middle_of_a_round_ends_it_as_interrupted_and_it_is_asked_again(data_folder: Path) -> None:
    """Fault 14. The sealed answers are in no backup: the round has no result, what was written is there."""
    room = Room(data_folder)
    room.open()
    agreeing = Agreeing(room, room.start("scale", title="Agreement: open map"))
    agreeing.come("Amina", "José")
    agreeing.propose(MAP)
    room.tell(SetRule(1), agreeing.block)
    round_ = agreeing.ask()
    agreeing.answer(round_, Amina="2", José="8")
    assert agreeing.phones["José"].say("scale", "send_reservation", round=round_, text=DOUBT).status == 200
    room.close()
    back_up(data_folder)

    zero_length(data_folder / WORKSPACE)
    assert recover(data_folder) is not None

    workspace = house.open_workspace(data_folder)
    back = house.Room(workspace, "convening-1")
    back.desk.errand(lambda _: None).result(20)
    records = back.desk.news.records
    assert records[Round][round_].state == INTERRUPTED
    assert not spread(records, records[Round][round_])
    assert [card.text for _, card in reservations(records, agreeing.block)] == [DOUBT]
    assert not reservations(RoomView(house.rulebook().veils()).of(records), agreeing.block)
    assert "The round was interrupted and has no result." in as_markdown(records, 0)
    back.tell(OpenRound(POINTS), activity=agreeing.block)
    assert latest(back.desk.news.records, agreeing.block) != records[Round][round_]
    back.close()
    workspace.close()


def answer(point: str) -> Callable[[Page], None]:
    """Tick a point on a phone and send it."""

    def on_page(page: Page) -> None:
        page.locator(".point", has_text=point).tap()
        page.tap("#send")
        expect(page.locator("#state")).to_contain_text("Your answer is in.")

    return on_page


def test_keys_lead_a_room_of_phones_from_the_proposal_to_what_was_decided(
    leading: Facilitator, handset: Callable[[str], Handset]
) -> None:
    """DE1, DE2: in the app's own windows, with phones in a browser; no hand on a mouse."""
    phones = {name: handset(name) for name in ("Wambui", "José", "Li")}
    block = leading.go_to("scale")
    for _step in ("Questions", "Answer"):
        leading.press(Key.Key_N)
    leading.until(lambda: latest(leading.records, block.id) is not None)
    for name, point in (
        ("Wambui", "Whole-hearted yes"),
        ("José", "Yes, with a minor point"),
        ("Li", "Serious objection"),
    ):
        leading.wait(phones[name].do(answer(point)))
    leading.until(lambda: [turnout.ballots for turnout in leading.records[Turnout].values()] == [3])
    leading.until(lambda: "3\nof 3\nhave answered" in leading.stage_text())
    hidden = leading.stage_text()

    leading.press(Key.Key_Return, CTRL)
    leading.until_painted()
    assert not leading.records[RevealedBallot]
    leading.press(Key.Key_Return, CTRL)
    leading.until(lambda: "support it" in leading.stage_text())
    leading.wait(phones["Li"].do(lambda page: expect(page.locator("#tally")).to_be_visible()))
    leading.press(Key.Key_N)
    leading.until(lambda: "Not yet" in leading.console_text())
    leading.press(Key.Key_2)

    leading.until(lambda: the_outcome(leading.records, block.id).result == NOT_YET)
    assert "support it" not in hidden
    told = leading.records[Round][the_outcome(leading.records, block.id).round]
    assert list(spread(leading.records, told).values()) == [1, 1, 0, 0, 0, 0, 1, 0]
    assert not [name for name in phones if name in leading.stage_text()]
