"""A cluster as one option of the ballot: on phones, on the stage, on the console, in the summary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from facilitator.activities.dot_vote.console import Panel
from facilitator.activities.dot_vote.stage import Scene
from facilitator.activities.dot_vote.summary import section
from facilitator.activities.ideation_board.rules import AddCluster, AddIdeas, RevealBoard, YieldWhole
from facilitator.activities.ideation_board.stage import letters
from facilitator.convening.ballots import CloseRound, OpenRound, RevealRound
from facilitator.convening.harvest import seeds
from facilitator.convening.ids import CardId, RoundId
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.theme import Theme
from tests.activities.led import Led
from tests.kit.pdf.paper import plain_look, printed, words_of
from tests.phones.room import Room
from tests.phones.test_page import join
from tests.stage.sample_room import SampleRoom, dealt, painted


@pytest.fixture
def day(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    dress(qapp)
    opened = SampleRoom(tmp_path)
    opened.join(20)
    opened.start("ideas")
    opened.add_ideas()
    opened.cluster()
    opened.reveal_board()
    opened.say(YieldWhole(), "ideas")
    yield opened
    opened.close()


def test_the_console_the_stage_and_the_summary_say_the_name_and_the_count(
    day: SampleRoom, qtbot: QtBot, tmp_path: Path
) -> None:
    led = Led(day, qtbot, Panel, "vote")
    listed = next(v for v in led.panel.findChildren(QListView) if v.accessibleName() == "Ideas for the ballot")
    assert [str(listed.model().index(row, 0).data()) for row in range(listed.model().rowCount())] == [
        "Money that lasts · 8 ideas", "Data we share · 9 ideas", "Power and voice · 8 ideas",
        "Skills that stay · 8 ideas", "Land and source · 7 ideas",
    ]  # fmt: skip

    led.press("N")
    options = seeds(led.records(), day.blocks["vote"])
    day.cards |= dict(zip("ABCDE", (CardId(option) for option in options), strict=True))
    (round_,) = led.records().table("round")
    day.cast(RoundId(round_), dealt({"B": 4, "A": 2}))
    day.reveal_vote(RoundId(round_))
    led.follow()

    scene = Scene(day.blocks["vote"])
    scene.wear(Theme())
    scene.show_records(day.records)
    scene.show_letters(letters(day.records, day.blocks["ideas"]))
    said = painted(scene, 10**15).splitlines()
    assert said.index("Data we share · 9 ideas") < said.index("Money that lasts · 8 ideas")
    assert {"A", "B"} <= set(said)
    look = plain_look()
    text = words_of(printed(look, tmp_path, *section(day.records, day.blocks["vote"], look)))
    assert "Datawes" in text
    assert "9ideas" in text


def test_a_phone_reads_how_many_ideas_a_group_holds_and_gives_it_dots(room: Room, screen: Callable[..., Page]) -> None:
    board = room.start("ideation_board")
    added = room.tell(AddIdeas(("Pool funds", "Tariffs", "Maps")), board)
    cards = tuple(f"{added.id}.{at}" for at in (1, 2, 3))
    room.tell(AddCluster("Money that lasts", cards[:2]), board)
    room.tell(AddCluster("Data we share", cards[2:]), board)
    room.tell(RevealBoard(), board)
    room.tell(YieldWhole(), board)
    vote = room.start("dot_vote", "Where first?")
    options = seeds(room.records, vote)
    round_ = RoundId(room.tell(OpenRound(options, 3, 2), vote).id + ".1")
    page = join(screen())

    expect(page.locator(".vote").filter(has_text="Money that lasts")).to_contain_text("2 ideas in this group")
    expect(page.locator(".vote").filter(has_text="Data we share")).to_contain_text("1 idea in this group")
    page.get_by_role("button", name="Give a dot: Money that lasts").tap()
    expect(page.locator("#count")).to_have_text("2 dots left")
    expect(page.locator("#saved")).to_have_text("saved as you tap")
    room.tell(CloseRound(round_), vote)
    room.tell(RevealRound(round_), vote)

    expect(page.locator(".res").first).to_contain_text("2 ideas in this group")
    expect(page.locator(".res").first).to_contain_text("1 dot · from 1 person")
