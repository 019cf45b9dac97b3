"""The live frame: keys and buttons, what they ask, and what is seen afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.copy_saver import Copy
from facilitator.console.live import Live
from facilitator.console.surroundings import Projector, Surroundings
from facilitator.convening.agenda import Block, agenda, current
from facilitator.convening.clock import EndConvening, StartBlock
from facilitator.convening.gathering import GoLive, the_convening
from facilitator.convening.ids import BlockId, StepId
from facilitator.convening.notes import Note, WriteNote
from facilitator.convening.planning import PlanSteps
from facilitator.convening.spans import spans_now
from facilitator.convening.stage_state import WELCOME, the_stage
from facilitator.convening.steps import Step
from facilitator.convening.timebox import Timebox
from facilitator.kit.qt.widgets.timer import TimerDigits
from tests.console.conftest import Room, button, do, doubled, names, press, unnamed

Show = Callable[[QWidget], None]
READY = Surroundings(Projector.READY, "1920 × 1080", 3, "10.42.0.1:8000")


@pytest.fixture
def live(room: Room, shown: Show) -> Live:
    room.block("Arrive", minutes=15)
    room.block("Ideas", "ideation_board", 40, "think", "What would help?")
    room.block("Lunch", minutes=60, category="pause")
    made = Live(room.opened())
    room.follow(made.show_records)
    made.show_surroundings(READY)
    shown(made)
    return made


def seen(widget: QWidget) -> str:
    labels = (label for label in widget.findChildren(QLabel) if label.isVisible())
    return "\n".join(label.accessibleName() or label.text() for label in labels)


def test_going_live_opens_the_doors(live: Live, room: Room, qtbot: QtBot) -> None:
    press(qtbot, live, "Go live")

    room.until(lambda: "The doors are open" in seen(live))
    assert "K7QX 93PF" in seen(live)
    assert the_stage(room.records).shows == WELCOME


def test_the_first_block_begins_with_one_press(live: Live, room: Room, qtbot: QtBot) -> None:
    room.say(GoLive())
    room.until(lambda: "Begin: Arrive" in [b.accessibleName() for b in live.findChildren(QWidget) if b.isVisible()])

    press(qtbot, live, "Begin: Arrive")

    room.until(lambda: bool(current(room.records)))
    room.until(lambda: "On stage: Arrive" in [b.accessibleName() for b in live.findChildren(QWidget)])


def test_the_clock_is_paused_and_goes_on_with_the_same_key(live: Live, room: Room) -> None:
    begun(room, live, "Arrive")
    do(live, "T")

    room.until(lambda: room.records[Timebox][current(room.records)].paused_at > 0)
    room.until(lambda: button(live, "Go on").isEnabled())
    do(live, "T")
    room.until(lambda: room.records[Timebox][current(room.records)].paused_at == 0)


def test_a_minute_more_and_a_minute_less(live: Live, room: Room, qtbot: QtBot) -> None:
    begun(room, live, "Arrive")

    press(qtbot, live, "+1 min")
    press(qtbot, live, "+1 min")
    press(qtbot, live, "−1 min")

    room.until(lambda: room.records[Timebox][current(room.records)].length_ms == 16 * 60_000)


def test_blank_and_freeze_are_said_in_the_pill(live: Live, room: Room, qtbot: QtBot) -> None:
    begun(room, live, "Arrive")

    press(qtbot, live, "Freeze")
    room.until(lambda: "Frozen on: Arrive" in names(live))
    press(qtbot, live, "Blank")

    room.until(lambda: "Stage is blank" in names(live))
    assert "Show again" in names(live)


def test_next_step_goes_to_the_next_block_where_an_activity_has_no_steps(live: Live, room: Room) -> None:
    begun(room, live, "Arrive")
    do(live, "N")

    room.until(lambda: title_of(room) == "Ideas")


def test_a_clicker_goes_on_and_blanks(live: Live, room: Room) -> None:
    begun(room, live, "Arrive")
    do(live, "PgDn")
    room.until(lambda: title_of(room) == "Ideas")
    do(live, ".")

    room.until(lambda: the_stage(room.records).is_blank)


def test_undo_of_nothing_says_so_in_one_line(live: Live, room: Room) -> None:
    room.say(GoLive())
    for _ in range(3):
        do(live, "Ctrl Z")

    do(live, "Ctrl Z")

    room.until(lambda: live.trouble.words() == "There is nothing to take back.")


def test_the_panel_of_a_block_counts_by_the_clock_of_the_frame(live: Live, room: Room) -> None:
    begun(room, live, "Arrive")
    room.now = room.records[Timebox][current(room.records)].started + 5 * 60_000

    live.show_time(room.clock())

    assert [digits.text() for digits in live.centre.findChildren(TimerDigits) if digits.isVisible()] == ["10:00"]


def test_notes_are_kept_when_their_field_is_left(live: Live, room: Room, qtbot: QtBot) -> None:
    begun(room, live, "Arrive")
    do(live, "L")
    QTest.keyClicks(button(live, "Private notes"), "[ ] Ask Halima first")
    live.take_focus()

    room.until(lambda: note_text(room) == "[ ] Ask Halima first")
    room.until(lambda: "Ask Halima first" in names(live))


def test_a_note_is_ticked_by_a_press(live: Live, room: Room, qtbot: QtBot) -> None:
    block = begun(room, live, "Arrive")
    room.say(WriteNote(block, "[ ] Two minutes of silence"))
    room.until(lambda: "Two minutes of silence" in names(live))

    press(qtbot, live, "Two minutes of silence")

    room.until(lambda: room.records[Note][block].text == "[x] Two minutes of silence")


def test_private_notes_hide_while_the_room_sees_this_desk(live: Live, room: Room) -> None:
    live.show_surroundings(Surroundings(Projector.MIRRORED))

    assert not live.notes.isVisible()
    assert "The room can see this desk" in names(live)
    assert "The room can see this desk, so private notes are hidden." in seen(live)
    assert "L" not in [act.key for act in live.acts() if act.is_enabled()]


def test_enter_on_a_row_goes_to_that_block(live: Live, room: Room, qtbot: QtBot) -> None:
    room.say(GoLive())
    room.until(lambda: "The doors are open" in seen(live))
    live.day.agenda.choose(block_called(room, "Lunch"))

    QTest.keyClick(live.day.agenda, Qt.Key.Key_Return)

    room.until(lambda: title_of(room) == "Lunch")


def test_no_block_begins_before_the_doors_are_open(live: Live, room: Room) -> None:
    live.day.agenda.choose(block_called(room, "Lunch"))

    QTest.keyClick(live.day.agenda, Qt.Key.Key_Return)

    assert live.trouble.words() == "Nothing runs before you go live."
    assert not title_of(room)


def test_nothing_is_said_to_come_once_the_convening_is_over(live: Live, room: Room) -> None:
    begun(room, live, "Arrive")
    assert "Ideas" in set(seen(live).split("\n"))

    room.say(EndConvening())
    room.until(lambda: live.trouble.words().startswith("The day is over."))

    assert not {"Ideas", "Next: Ideas"} & (set(seen(live).split("\n")) | set(names(live)))
    assert "The day is over" in set(seen(live).split("\n"))
    assert not any("Ideas" in act.title for act in live.acts() if act.is_enabled())
    assert [row.aside for row in live.day.agenda.rows()[1:]] == ["not held"] * (len(live.day.agenda.rows()) - 1)


def test_no_block_begins_once_the_convening_is_over(live: Live, room: Room) -> None:
    begun(room, live, "Arrive")
    room.say(EndConvening())
    room.until(lambda: live.trouble.words().startswith("The day is over."))
    live.day.agenda.choose(block_called(room, "Lunch"))

    QTest.keyClick(live.day.agenda, Qt.Key.Key_Return)

    assert live.trouble.words() == "The day is over. Go on after all, and it can begin."
    assert title_of(room) == "Arrive"


def test_a_day_that_was_ended_too_early_goes_on(live: Live, room: Room, qtbot: QtBot) -> None:
    begun(room, live, "Arrive")
    room.say(EndConvening())
    room.until(lambda: live.trouble.words().startswith("The day is over."))
    room.until(lambda: "Go on after all" in names(live))

    press(qtbot, live, "Go on after all")

    room.until(lambda: the_convening(room.records).state == "live")
    room.until(lambda: live.trouble.words() == "")


def test_the_summary_is_made_by_one_press(live: Live, room: Room, qtbot: QtBot) -> None:
    press(qtbot, live, "Summary")

    assert room.summaries == 1
    assert [act.key for act in live.acts() if act.title == "Summary"] == ["Ctrl P"]


def test_escape_ends_nothing(live: Live, room: Room, qtbot: QtBot) -> None:
    begun(room, live, "Arrive")

    QTest.keyClick(live, Qt.Key.Key_Escape)

    assert the_convening(room.records).state == "live"
    assert live.isVisible()


def test_showing_the_same_records_twice_changes_nothing(live: Live, room: Room) -> None:
    begun(room, live, "Ideas")
    live.show_records(room.records)
    before = live.grab().toImage()

    live.show_records(room.records)

    assert live.grab().toImage() == before


@pytest.mark.parametrize("title", ["", "Arrive", "Ideas"])
def test_everything_has_a_name_of_its_own(live: Live, room: Room, title: str) -> None:
    if title:
        begun(room, live, title)
    live.show_records(room.records)

    assert not unnamed(live)
    assert not doubled(live)


def begun(room: Room, live: Live, title: str) -> BlockId:
    """Begin a block, and wait until the frame shows it."""
    room.say(GoLive())
    block = block_called(room, title)
    room.say(StartBlock(block))
    scene = "Idea board" if title == "Ideas" else title
    room.until(lambda: f"On stage: {scene}" in names(live))
    return block


def block_called(room: Room, title: str) -> BlockId:
    return next(block.id for block in room.records[Block].values() if block.title == title)


def title_of(room: Room) -> str:
    live = current(room.records)
    return room.records[Block][live].title if live else ""


def note_text(room: Room) -> str:
    note = room.records[Note].get(current(room.records))
    return note.text if note is not None else ""


def test_the_board_that_is_live_is_saved_by_its_key_else_the_first_one(live: Live, room: Room, qtbot: QtBot) -> None:
    boards = [room.block(title, minutes=20, activity="ideation_board") for title in ("First ideas", "More ideas")]
    talk = room.block("Talk", minutes=20)
    room.say(GoLive())
    wanted: list[Copy] = []
    live.copy_wanted.connect(wanted.append)

    for begun in (boards[1], talk):
        room.say(StartBlock(begun))
        live.show_records(room.records)
        do(live, "Ctrl Shift P")
        dialog = live.findChildren(QFileDialog)[-1]
        qtbot.waitUntil(dialog.isVisible)
        assert dialog.windowTitle() == "Save the idea board"
        dialog.fileSelected.emit("board.svg")
        dialog.reject()

    first = next(block.id for block in agenda(room.records) if block.activity == "ideation_board")
    assert [copy.block for copy in wanted] == [boards[1], first]
    assert "Ctrl Shift P" in [act.key for _heading, acts in live.groups() for act in acts]


def test_the_pages_of_the_stage_have_keys_of_their_own(live: Live, room: Room) -> None:
    room.say(GoLive())
    room.say(StartBlock(next(iter(room.records[Block].values())).id))
    live.show_records(room.records)

    do(live, "Shift PgDn")
    do(live, "Shift PgUp")

    assert room.turned == [1, -1]
    on_map = [act.key for _heading, acts in live.groups() for act in acts]
    assert {"Shift PgDn", "Shift PgUp"} <= set(on_map)


def test_five_minutes_more_or_less_stand_among_all_keys(live: Live, room: Room) -> None:
    begun(room, live, "Arrive")
    length = room.records[Timebox][current(room.records)].length_ms
    time = {act.title: act for act in dict(live.groups())["Time"]}

    time["5 minutes more"].do()

    assert "5 minutes less" in time
    room.until(lambda: room.records[Timebox][current(room.records)].length_ms == length + 5 * 60_000)


def test_c_mutes_the_chime_and_shift_c_opens_its_volume(live: Live, room: Room) -> None:
    do(live, "C")
    do(live, "Shift C")

    assert room.volume.loudness.is_muted
    assert "Volume of the chime" in names(live.window())


def test_a_chime_is_seen_too(live: Live, room: Room) -> None:
    """TM4. Each end has one soft chime and a visible change; so has each cue."""
    begun(room, live, "Arrive")
    ends = room.records[Timebox][current(room.records)].started + 15 * 60_000

    for left in (5 * 60_000 + 500, 5 * 60_000 - 500):
        room.ringer.look(ends - left, spans_now(room.records, ends - left))

    assert "5 min left" in names(live)


def test_the_keys_are_told_anew_when_a_step_goes_on_by_itself(live: Live, room: Room) -> None:
    """TM2: steps advance untouched; what N does next is said by then, too."""
    begun(room, live, "Arrive")
    block = current(room.records)
    room.say(PlanSteps(block, (*(Step(StepId(name), block, f"{name}.") for name in ("Alone", "Pairs", "All")),)))
    live.show_records(room.records)
    told: list[str] = []
    live.turned.keys_changed.connect(lambda: told.extend(act.title for act in live.acts() if act.key == "N"))
    room.now = room.records[Timebox][block].started + 70_000

    live.show_time(room.clock())

    assert told == ["Next step: All."]


def test_st2_a_room_that_sees_this_desk_reads_no_lateness_no_next_block_and_no_note(live: Live, room: Room) -> None:
    """ST2, ST4: notes, the next block and lateness are the console's; a mirrored screen hides them."""
    block = begun(room, live, "Arrive")
    room.say(WriteNote(block, "[ ] Ask Halima first"))
    room.until(lambda: "Ask Halima first" in names(live))
    private = {"Ideas", "Ask Halima first", "Catch up"}
    assert private <= set(names(live))
    assert "Likely end" in seen(live)

    live.show_surroundings(Surroundings(Projector.MIRRORED))
    live.show_records(room.records)

    assert not private & set(names(live))
    assert "Likely end" not in seen(live)
    assert not {"U", "L"} & {act.key for act in live.acts() if act.is_enabled()}
    live.show_surroundings(READY)
    assert private <= set(names(live))
