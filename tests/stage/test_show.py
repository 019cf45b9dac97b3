"""The show follows the facilitator: what is sent, held, darkened; and nothing private is in any of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.activities.ideation_board.rules import AddIdea, SpotlightCluster
from facilitator.activities.wicked_questions.rules import SendTruths
from facilitator.convening.agenda import Block, ChangeBlock, neighbour
from facilitator.convening.clock import AddMinutes, EndConvening, GoToStep, PauseTimer
from facilitator.convening.ids import ClusterId
from facilitator.convening.notes import WriteNote
from facilitator.convening.people import Contact
from facilitator.convening.planning import Replan
from facilitator.convening.stage_state import BlankStage, FreezeStage, LightStage, ShowOnStage, ThawStage
from facilitator.convening.steps import Step
from facilitator.convening.timebox import Timebox
from facilitator.kit.qt.reading import Reading
from facilitator.stage.blank import Darkness
from facilitator.stage.joining import JoinAddress
from facilitator.stage.show import FRAME_MS, StageShow
from tests.convening.given import Room
from tests.stage.sample_room import RESULT, SampleRoom, alike, dealt, painted, picture
from tests.stage.stepping import IN_FOURS, running, running_method

NOW = 1_800_000_000_000


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    yield opened
    opened.close()


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now_ms = NOW

    def __call__(self) -> Reading:
        return Reading(self.now_ms)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def show(room: SampleRoom, clock: Clock) -> StageShow:
    made = StageShow(clock, JoinAddress("10.42.0.1:8080", "HTTP://10.42.0.1:8080/J/K7QX93PF"))
    made.show_news(room.records, room.seq)
    return made


def says(show: StageShow, room: SampleRoom) -> str:
    show.show_news(room.records, room.seq)
    return painted(show.scene, show.reading().wall_ms)


def test_it_begins_with_the_welcome(show: StageShow, room: SampleRoom) -> None:
    assert "are here" in says(show, room)


def test_it_shows_what_the_facilitator_sends(show: StageShow, room: SampleRoom, clock: Clock) -> None:
    room.start("tea")
    clock.now_ms = room.records[Timebox][room.blocks["tea"]].began

    assert "Take a walk with somebody you have not met yet." in says(show, room)
    room.say(ShowOnStage("timer"))
    assert "15:00" in says(show, room)
    room.say(ShowOnStage("welcome"))
    assert "K7QX 93PF" in says(show, room)
    room.say(EndConvening())
    assert "Thank you for today" in says(show, room)


def test_blank_shows_nothing_else_and_light_brings_back_the_same(show: StageShow, room: SampleRoom) -> None:
    room.start("tea")
    before = says(show, room)
    room.say(BlankStage())

    dark = says(show, room)
    room.say(LightStage())

    assert "Look at each other" in dark
    assert "Take a walk" not in dark
    assert says(show, room) == before


def test_the_stage_can_be_black_until_it_is_lit(show: StageShow, room: SampleRoom) -> None:
    room.say(BlankStage())
    says(show, room)

    show.darken(Darkness.BLACK)

    assert not says(show, room)
    room.say(LightStage())
    says(show, room)
    room.say(BlankStage())
    assert "Look at each other" in says(show, room)


def test_frozen_it_keeps_the_old_picture(show: StageShow, room: SampleRoom) -> None:
    room.start("ideas")
    room.add_ideas()
    room.reveal_board()
    says(show, room)
    before = picture(show.scene, show.reading())
    room.say(FreezeStage())
    show.show_news(room.records, room.seq)
    held = show.seq

    room.cluster()
    room.start("vote")
    show.show_news(room.records, room.seq)

    assert alike(picture(show.scene, show.reading()), before)
    assert show.seq == held
    assert show.is_frozen


def test_thawed_it_shows_what_is_so_now(show: StageShow, room: SampleRoom) -> None:
    room.start("tea")
    says(show, room)
    room.say(FreezeStage())
    says(show, room)
    room.start("vote")
    says(show, room)

    room.say(ThawStage())

    assert "Where should we put our energy first?" in says(show, room)


def test_a_frozen_stage_can_still_be_blanked(show: StageShow, room: SampleRoom) -> None:
    room.start("tea")
    says(show, room)
    room.say(FreezeStage())
    says(show, room)

    room.say(BlankStage())

    assert "Look at each other" in says(show, room)


def test_showing_twice_changes_nothing(show: StageShow, room: SampleRoom) -> None:
    room.start("ideas")
    room.add_ideas()
    room.reveal_board()

    assert says(show, room) == says(show, room)


def test_it_is_painted_again_when_the_digits_change_and_not_before(
    show: StageShow, room: SampleRoom, clock: Clock
) -> None:
    room.start("ideas")
    box = room.records[Timebox][room.blocks["ideas"]]
    show.show_news(room.records, room.seq)

    clock.now_ms = box.started + box.length_ms - 5_300

    assert show.pause_ms() == 301


def test_a_standing_clock_paints_nothing(show: StageShow, room: SampleRoom) -> None:
    room.start("ideas")
    room.say(PauseTimer())

    show.show_news(room.records, room.seq)

    assert show.pause_ms() == 0


def test_the_reveal_moves_for_a_while_and_then_stands(show: StageShow, room: SampleRoom, clock: Clock) -> None:
    room.join(22)
    room.add_ideas()
    room.reveal_board()
    room.start("vote")
    round_ = room.open_vote()
    room.cast(round_, dealt(RESULT))
    says(show, room)
    room.reveal_vote(round_)

    first = says(show, room)
    moving = show.pause_ms()
    clock.now_ms += 10_000
    last = painted(show.scene, clock.now_ms)

    assert "One open map of every water point" not in first
    assert moving == FRAME_MS
    assert "One open map of every water point" in last


def test_the_letters_of_the_board_are_on_the_ballot(show: StageShow, room: SampleRoom) -> None:
    room.join(22)
    room.add_ideas()
    room.reveal_board()
    room.cluster()
    room.start("vote")
    round_ = room.open_vote()
    room.cast(round_, dealt(RESULT))
    room.reveal_vote(round_)

    said = says(show, room).splitlines()

    assert said[said.index("One open map of every water point") - 1] == "B"


def test_it_turns_pages_and_stops_at_the_ends(show: StageShow, room: SampleRoom) -> None:
    room.start("ideas")
    room.add_ideas()
    room.reveal_board()
    clusters = room.cluster()
    room.say(AddIdea("Another one", "keyboard"), "ideas")
    room.reveal_board()
    room.say(SpotlightCluster(ClusterId(clusters["B"])), "ideas")
    says(show, room)

    show.turn(5)

    assert "Data we share" in painted(show.scene)
    show.turn(-5)
    assert "Data we share" in painted(show.scene)


def test_news_that_a_scene_cannot_take_leaves_the_picture(
    show: StageShow, room: SampleRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.start("tea")
    before = says(show, room)
    room.say(AddMinutes(1))

    def fail(_room: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr(show.scene, "show_records", fail)

    assert says(show, room).splitlines()[1] == before.splitlines()[1]


def test_nothing_private_reaches_any_scene(show: StageShow, room: SampleRoom) -> None:
    room.join(22)
    for key, text in room.sample["notes"].items():
        room.say(WriteNote(room.blocks[key], text))
    room.add_ideas()
    room.say(SendTruths("A child is thirsty today", "A village must lead its own water"), "wicked")
    secrets = [line for text in room.sample["notes"].values() for line in text.splitlines() if line]
    secrets += [who["email"] for who in room.sample["people"]] + [who["name"] for who in room.sample["people"]]
    secrets += [contact.word for contact in room.desk.news.records[Contact].values() if contact.word]
    secrets += ["A child is thirsty today", *(idea["text"] for idea in room.sample["board"]["ideas"])]
    said = says(show, room)

    for key in room.blocks:
        room.start(key)
        said += says(show, room)
        room.say(ShowOnStage("timer"))
        said += says(show, room)
    room.say(EndConvening())
    said += says(show, room)

    assert not [secret for secret in secrets if secret in said]


def untouched(room: Room, until: int, clock: Clock) -> list[tuple[int, list[str]]]:
    """What a stage says that nobody touches: at each moment (ms since it began) it wants to be painted itself."""
    show = StageShow(clock)
    began = clock.now_ms = room.now
    show.show_news(room.seen, 1)
    said = []
    while clock.now_ms - began < until:
        said.append((clock.now_ms - began, painted_small(show)))
        pause = show.pause_ms()
        assert pause, "nobody would paint it again"
        clock.now_ms += pause
    return said


def painted_small(show: StageShow) -> list[str]:
    picture(show.scene, show.reading(), 160, 90)
    return show.scene.painted_text().splitlines()


@pytest.mark.usefixtures("qapp")
def test_check_5_a_12_minute_1_2_4_all_is_shown_1_2_4_5_with_nobody_at_the_keyboard(clock: Clock) -> None:
    """Check 5. TM2: each instruction comes by itself when the one before is over, and its minutes with it."""
    room = running_method("one_two_four_all")
    texts = [step.text for step in room.records[Step].values()]
    shown: dict[str, list[tuple[int, str]]] = {}

    for at, said in untouched(room, 12 * 60_000, clock):
        instruction = next(line for line in said if line in texts)
        shown.setdefault(instruction, []).append(
            (at, next(line for line in said if ":" in line and line[-2:].isdigit()))
        )

    assert list(shown) == texts
    assert [seen[0][0] // 1000 for seen in shown.values()] == [0, 60, 180, 420]
    assert [seen[0][1] for seen in shown.values()] == ["1:00", "2:00", "4:00", "5:00"]
    # Every second of each is seen.
    assert [len({digits for _at, digits in seen}) for seen in shown.values()] == [60, 120, 240, 300]


@pytest.mark.usefixtures("qapp")
def test_it_is_painted_when_the_seconds_of_the_step_change_and_when_the_next_begins(clock: Clock) -> None:
    """A step that somebody went to half a second late has seconds of its own."""
    room = running(IN_FOURS)
    room.later(500)
    room.when(GoToStep(1))
    show = StageShow(clock)
    clock.now_ms = room.now
    show.show_news(room.seen, 1)

    clock.now_ms += 300
    assert show.pause_ms() == 701
    clock.now_ms = room.now + 119_400
    assert show.pause_ms() == 601
    clock.now_ms += 601
    assert "In fours: what came up twice?" in painted_small(show)
    assert "4:00" in painted_small(show)


@pytest.mark.usefixtures("qapp")
def test_a_step_that_stands_paints_nothing(clock: Clock) -> None:
    room = running(IN_FOURS)
    room.when(PauseTimer())
    show = StageShow(clock)
    clock.now_ms = room.now + 5_000

    show.show_news(room.seen, 1)

    assert show.pause_ms() == 0


def test_st2_how_late_the_day_is_what_comes_next_and_notes_change_no_pixel(show: StageShow, room: SampleRoom) -> None:
    """ST2: lateness, the next block and notes never reach the stage by themselves."""
    block = room.start("tea")
    show.show_news(room.records, room.seq)
    now = show.reading()  # one moment for both: the clock itself goes on
    before = picture(show.scene, now)
    following = room.records[Block][neighbour(room.records, 1)]

    room.say(WriteNote(block, "Ask Halima first"))
    room.say(Replan(following.day, (following.id,), (following.minutes + 90,)))
    room.say(ChangeBlock(replace(following, title="A title nobody may know")))
    show.show_news(room.records, room.seq)

    assert alike(picture(show.scene, now), before)
