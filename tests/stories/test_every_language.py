"""Every word can be said in another language: in one that nobody speaks, whatever is still English was never marked."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator import i18n
from facilitator.activities.dot_vote.rules import options
from facilitator.activities.ideation_board.rules import GoToStep, RevealBoard, SpotlightCluster, clusters
from facilitator.activities.wicked_questions.rules import ChooseCandidate, TakeStep, candidates
from facilitator.app import house
from facilitator.app.paper import make_summary
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import CloseRound, OpenRound, RevealRound, latest
from facilitator.convening.clock import PauseTimer, StartBlock
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import ROOM, ClusterId
from facilitator.convening.people import Person
from facilitator.convening.stage_state import (
    THANKS,
    TIMER,
    WELCOME,
    BlankStage,
    FreezeStage,
    LightStage,
    ShowOnStage,
    ThawStage,
    the_stage,
)
from facilitator.convening.words import Wish
from facilitator.i18n import PSEUDO, speaking, unmarked
from facilitator.kit.qt.dress import dress
from facilitator.kit.web import words as page_words
from facilitator.paths import resources
from tests.app.test_rehearsing import bare, texts_of
from tests.stories.led import CTRL, Facilitator, Key, seen_on

PLAIN = re.compile(r"[A-EG-LN-PR-UWYZa-eg-lnopr-uwyz]")
"""Letters that the pseudo-language changes: where one is left, nobody asked for a translation."""

KEYS = re.compile(r"\bF\d{1,2}\b|\b[A-Z]\b")
"""What stands on keys, and the letters of clusters, is the same in every language."""


@pytest.fixture
def pseudo(sample_folder: Path, data_folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Facilitator]:
    """A facilitator who speaks a language that nobody speaks."""
    before = i18n.language_in_use()
    i18n.use(PSEUDO)
    dress(qapp)
    shutil.copytree(sample_folder, data_folder)
    made = Facilitator(data_folder, qtbot)
    yield made
    made.close()
    i18n.use(before)


def contents(told: Any) -> Iterator[str]:
    """Everything that somebody wrote in the sample."""
    if isinstance(told, str):
        yield from (told, *told.splitlines(), *told.split(" · "))
    elif isinstance(told, list | dict):
        for each in told if isinstance(told, list) else told.values():
            yield from contents(each)


def written(*more: str) -> list[str]:
    sample = json.loads((resources() / "sample.json").read_text("utf-8"))
    found = {text.removeprefix("[ ] ").removeprefix("[x] ").strip() for text in contents(sample)}
    return sorted({text for text in (*found, *more) if len(text) > 3}, key=len, reverse=True)


def strange(texts: Iterable[str], known: Sequence[str]) -> list[str]:
    """The texts that say something which is neither marked nor written by somebody."""
    found = []
    for text in dict.fromkeys(texts):
        rest = unmarked(text)
        for cut in re.findall(r"([^⟦⟧]{2,})…", rest):
            if any(own.startswith(cut.strip()) for own in known):
                rest = rest.replace(cut, " ")
        for own in known:
            rest = rest.replace(own, " ")
        if alien := [word for word in re.findall(r"[^\W\d_]{2,}", KEYS.sub(" ", rest)) if PLAIN.search(word)]:
            found.append(f"{alien} in {text[:80]!r}")
    return found


def say(pseudo: Facilitator, wish: Wish, activity: str = ROOM) -> None:
    pseudo.wait(pseudo.room.room.desk.say(wish, activity=activity))
    if not the_stage(pseudo.records).is_frozen:
        pseudo.until_painted()


def block_of(pseudo: Facilitator, activity: str) -> Block:
    return next(block for block in pseudo.records[Block].values() if block.activity == activity)


def scenes(pseudo: Facilitator) -> Iterator[str]:
    """Lead through every scene that the stage has, and name each once it stands there."""
    for shows in (WELCOME, THANKS):
        say(pseudo, ShowOnStage(shows))
        yield shows
    for block in tuple(pseudo.records[Block].values()):
        say(pseudo, StartBlock(block.id))
        yield block.title
    say(pseudo, ShowOnStage(TIMER))
    yield "timer"
    say(pseudo, PauseTimer())
    yield "paused"
    yield from _board(pseudo)
    yield from _vote(pseudo)
    yield from _wicked(pseudo)
    for wish in (FreezeStage(), ThawStage(), BlankStage(), LightStage()):
        say(pseudo, wish)
        yield type(wish).__name__


def _board(pseudo: Facilitator) -> Iterator[str]:
    board = block_of(pseudo, "ideation_board").id
    say(pseudo, StartBlock(board))
    for wish in (
        GoToStep("collect"),
        RevealBoard(),
        GoToStep("cluster"),
        SpotlightCluster(clusters(pseudo.records, board)[0].id),
    ):
        say(pseudo, wish, board)
        yield f"board: {type(wish).__name__}"
    say(pseudo, SpotlightCluster(ClusterId("")), board)


def _vote(pseudo: Facilitator) -> Iterator[str]:
    vote = block_of(pseudo, "dot_vote").id
    say(pseudo, StartBlock(vote))
    yield "vote: before"
    say(pseudo, OpenRound(tuple(card.id for card in options(pseudo.records, vote)), 3, 2), vote)
    yield "vote: open"
    round_ = latest(pseudo.records, vote)
    assert round_ is not None
    for wish in (CloseRound(round_.id), RevealRound(round_.id)):
        say(pseudo, wish, vote)
        yield f"vote: {type(wish).__name__}"


def _wicked(pseudo: Facilitator) -> Iterator[str]:
    block = block_of(pseudo, "wicked_questions").id
    say(pseudo, StartBlock(block))
    for step in ("build", "choose", "live"):
        say(pseudo, TakeStep(step), block)
        yield f"wicked: {step}"
    say(pseudo, ChooseCandidate(candidates(pseudo.records, block)[0].id), block)
    yield "wicked: chosen"


def test_the_desk_at_home_and_the_agenda_speak_every_language(pseudo: Facilitator) -> None:
    home = strange(seen_on(pseudo.console), written())

    pseudo.windows.open_sample()
    pseudo.windows.console.prepare()
    prepare = strange(seen_on(pseudo.console), written(*_addresses(pseudo)))

    assert (home, prepare) == ([], [])


def test_the_live_frame_and_every_scene_speak_every_language(pseudo: Facilitator) -> None:
    pseudo.windows.open_sample()
    pseudo.press(Key.Key_L, CTRL)
    pseudo.until(lambda: pseudo.port)
    known = written(*_addresses(pseudo))
    on_stage: dict[str, list[str]] = {}
    on_console: dict[str, list[str]] = {}

    for name in scenes(pseudo):
        if found := strange(pseudo.stage_text().splitlines(), known):
            on_stage[name] = found
        if found := strange(seen_on(pseudo.console), known):
            on_console[name] = found

    assert on_stage == {}
    assert on_console == {}


def _addresses(pseudo: Facilitator) -> tuple[str, ...]:
    code = the_convening(pseudo.records).code
    return (code, f"{code[:4]} {code[4:]}", pseudo.room.around.address)


def test_the_words_of_every_page_on_phones_are_marked() -> None:
    with speaking(PSEUDO):
        said = {"page": page_words.words()}
        for name, activity in house.activities().items():
            face: Any = activity.face("phone")
            said[name] = face.words()

    texts = [
        text
        for words in said.values()
        for value in words.values()
        for text in ((value,) if isinstance(value, str) else value)
    ]
    assert len(texts) > 100
    assert [text for text in texts if unmarked(text)] == []


def test_the_fragments_of_pages_on_phones_hold_no_words_of_their_own() -> None:
    web = Path(page_words.__file__).parent
    fragments = [*web.glob("*.html"), *(web.parents[1] / "activities").glob("*/phone.html")]

    bare_words = {
        path.name: found
        for path in fragments
        if (found := re.findall(r"[A-Za-z]{2,}", re.sub(r"<[^>]*>|\{\{\w+\}\}", " ", path.read_text("utf-8"))))
    }
    labels = [
        label
        for path in fragments
        for label in re.findall(r'(?:placeholder|aria-label|alt|title)="([^"{]+)"', path.read_text("utf-8"))
    ]

    assert len(fragments) >= 7
    assert bare_words == {}
    assert labels == []


@pytest.mark.parametrize("edition", ["participant", "facilitator"])
def test_the_summary_speaks_every_language(sample_folder: Path, tmp_path: Path, qapp: object, edition: str) -> None:
    workspace = house.open_workspace(shutil.copytree(sample_folder, tmp_path / "data"))
    room = house.open_sample(workspace)
    records = room.desk.news.records
    room.close()
    workspace.close()

    make_summary(records, tmp_path / "summary.pdf", edition, PSEUDO, lambda _done, _of: None)

    printed = "".join(texts_of(tmp_path / "summary.pdf"))
    assert printed.count("⟦") > 20
    names = [part for person in records[Person].values() for part in person.name.split()]
    assert strange([printed], [bare(text) for text in written(*names)]) == []
