"""A board of 150 notes is sorted by keyboard alone and read by everybody: on the stage, as a list, on paper, on phones."""

from __future__ import annotations

import re
import time
from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTreeView

from facilitator.activities.ideation_board.rules import cards_by_cluster, clusters, lineage
from facilitator.convening.agenda import current
from facilitator.convening.cards import Card
from facilitator.convening.gathering import the_convening
from facilitator.paths import SUMMARIES
from tests.app.test_rehearsing import bare, texts_of
from tests.phones.room import Phone
from tests.stories.led import CTRL, NONE, SHIFT, Facilitator, Key
from tests.stories.planned import add, begin, set_field

QUESTION = "What keeps the wells going?"
NAMES = ("Money that lasts", "Data we share", "Skills that stay", "Land we keep")
DIGITS = (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4)
PEOPLE = ("Wambui", "Tariq", "Halima")
NOTES, WRITTEN = 150, 6
"""How many notes there are, and how many of them each of the people writes on a phone; the others are pasted."""

ONE_BY_ONE, PICKED, LEFT, UNDONE = 24, 9, 3, 20
TRAY, LIST = "Unsorted ideas", "Ideas as a list"

State = dict[str, tuple[tuple[str, ...], ...]]
"""The wordings of each note, under the name of its cluster ("" for the unsorted)."""


def state(led: Facilitator) -> State:
    """The board as the desk knows it."""
    block, records = current(led.records), led.records
    names = {"": "", **{str(each.id): each.name for each in clusters(records, block)}}
    return {
        names[cluster]: tuple(tuple(said.text for said in lineage(records, card.id)) for card in cards)
        for cluster, cards in cards_by_cluster(records, block).items()
    }


def texts(board: State) -> list[str]:
    """Every wording there is."""
    return [text for notes in board.values() for note in notes for text in note]


def own(name: str) -> list[str]:
    """What somebody writes on a phone."""
    return [f"{name} asks for {at * 41 + len(name)} things" for at in range(WRITTEN)]


def open_board(led: Facilitator) -> dict[str, Phone]:
    """A board that collects, with notes from phones and from a list that is pasted."""
    begin(led)
    add(led, "idea board")
    set_field(led, "Question the room answers", QUESTION)
    led.press(Key.Key_L, CTRL)
    led.until(lambda: led.port)
    led.look_at(led.console)
    led.press(Key.Key_N, SHIFT)
    led.until(led.block)
    led.until_painted()
    act(led, Key.Key_N)
    phones = {name: Phone(led.port).come_in(the_convening(led.records).code) for name in PEOPLE}
    for name, phone in phones.items():
        assert phone.say("room", "join", name=name).status == 200
        for text in own(name):
            assert phone.say("ideation_board", "add_idea", text=text).status == 200
    led.press(Key.Key_I)
    pasted = NOTES - len(PEOPLE) * WRITTEN
    QApplication.clipboard().setText("\n".join(f"Note {at} of {at * 37}" for at in range(pasted)))
    led.press(Key.Key_V, CTRL)
    led.until(lambda: len(led.records[Card]) == NOTES)
    led.press(Key.Key_Escape)
    return phones


def act(led: Facilitator, key: Key, held: Qt.KeyboardModifier = NONE) -> State:
    """Press a key that changes the board, look until the windows show it, and give the board."""
    told = led.room.room.desk.news.seq
    led.press(key, held)
    led.until(lambda: led.room.room.desk.news.seq > told)
    led.until_painted()
    return state(led)


def sort_notes(led: Facilitator) -> list[State]:
    """Name clusters, merge, and place notes one by one and many at once; give the board after each act."""
    boards = []
    for name in NAMES:
        led.press(Key.Key_A)
        led.write(name)
        boards.append(act(led, Key.Key_Return))
    led.tab_to(TRAY)
    led.press(Key.Key_Home)
    led.press(Key.Key_Right, SHIFT)
    led.press(Key.Key_M)
    boards.append(act(led, Key.Key_Return))
    led.tab_to(TRAY)
    led.press(Key.Key_Home)
    boards.append(act(led, Key.Key_Asterisk))
    boards += [act(led, DIGITS[at % len(DIGITS)]) for at in range(ONE_BY_ONE)]
    while len(led.rows(TRAY)) > LEFT:
        for _more in range(min(PICKED, len(led.rows(TRAY)) - LEFT) - 1):
            led.press(Key.Key_Right, SHIFT)
        boards.append(act(led, DIGITS[len(boards) % len(DIGITS)]))
    return boards


def on_stage(led: Facilitator, board: State) -> dict[str, int]:
    """How many notes the room counts in each cluster: those it reads, which are that cluster's, and those it is told of."""
    said, found = led.stage_text(), {}
    whole = re.search(r"^(\d+) ideas$", said, re.MULTILINE)
    assert whole is not None
    assert int(whole[1]) == sum(map(len, board.values()))
    parts = re.split("|".join(f"^{re.escape(name)}$" for name in (*NAMES, "Not placed yet")), said, flags=re.MULTILINE)
    for name, part in zip((*NAMES, ""), parts[1:], strict=True):
        read = [line for line in part.splitlines() if any(line == note[0] for note in board[name])]
        assert read == [note[0] for note in board[name]][: len(read)]
        others = Counter(line for line in part.splitlines() if line.startswith(("Note ", *PEOPLE))) - Counter(read)
        assert not others
        more = re.search(r"^and (\d+) more$", part, re.MULTILINE)
        found[name] = len(read) + (int(more[1]) if more else 0)
    return found


def listed(led: Facilitator) -> dict[str, list[str]]:
    """What a screen reader says of the board as a list: each head, and the rows under it."""
    (tree,) = (
        each for each in led.console.findChildren(QTreeView) if each.accessibleName() == LIST and each.isVisible()
    )
    model, role = tree.model(), Qt.ItemDataRole.AccessibleTextRole
    heads = [model.index(at, 0) for at in range(model.rowCount())]
    return {
        str(head.data(role)): [str(model.index(at, 0, head).data(role)) for at in range(model.rowCount(head))]
        for head in heads
    }


def read_on_every_face(led: Facilitator, board: State, phones: dict[str, Phone]) -> None:
    """The room, whoever hears the list, the paper and the phones have the same board."""
    assert on_stage(led, board) == {name: len(notes) for name, notes in board.items()}

    led.press(Key.Key_L, SHIFT)
    led.until(lambda: led.has(LIST))
    heads = {"Unsorted": "", **{f"{letter} {name}": name for letter, name in zip("ABCD", NAMES, strict=True)}}
    rows = listed(led)
    assert list(rows) == [f"{head}, {len(board[name])} ideas" for head, name in heads.items()]
    for said, name in zip(rows.values(), heads.values(), strict=True):
        assert [row.split(". ")[0] for row in said] == [note[0] for note in board[name]]
        assert [row for row in said if "2 wordings" in row] == [
            row for row, note in zip(said, board[name], strict=True) if len(note) == 2
        ]

    assert sum("on the short list" in row for said in rows.values() for row in said) == 1

    led.press(Key.Key_P, CTRL)
    led.until(lambda: "The summary is ready." in led.console_text())
    (paper,) = (led.room.room.workspace.path.parent / SUMMARIES).glob("*.pdf")
    printed = "".join(texts_of(paper))
    assert f"{NOTES - 1}ideas" in printed
    assert [name for name in NAMES if bare(name) not in printed] == []
    assert not [text for text in texts(board) if bare(text) not in printed]

    for name, phone in phones.items():
        assert phone.see(lambda said: said["public"].get("count"))["public"]["count"] == NOTES - 1
        with phone.listening() as stream:
            mine = next(said["mine"]["ideas"] for kind, said in stream if kind == "mine" and said["mine"].get("ideas"))
        assert [idea["text"] for idea in reversed(mine)] == own(name)
        joined = {text for notes in board.values() for note in notes for text in note if len(note) > 1}
        assert {idea["text"] for idea in mine if "joined" in idea} == joined & set(own(name))


def test_check_12_150_notes_are_sorted_by_keys_and_every_face_says_the_same(facilitator: Facilitator) -> None:
    """Checks 11 and 12. Pasted and sent notes are merged, clustered, named; 20 steps come back, and go on again."""
    led = facilitator
    phones = open_board(led)
    boards = sort_notes(led)
    assert len(texts(boards[-1])) == NOTES
    assert len(boards[-1][""]) == LEFT

    for at in range(1, UNDONE + 1):
        assert act(led, Key.Key_Z, CTRL) == boards[-1 - at]
    for at in reversed(range(UNDONE)):
        assert act(led, Key.Key_Z, CTRL | SHIFT) == boards[-1 - at]

    assert not [text for text in texts(boards[-1]) if text in led.stage_text()]
    # Phones are told no more than the stage says, and before the board is shown it counts nothing.
    assert not re.search(r"^\d+ ideas$", led.stage_text(), re.MULTILINE)
    assert phones["Halima"].ask("GET", "/state").json["public"]["count"] == 0
    led.press(Key.Key_Return, CTRL)
    act(led, Key.Key_Return, CTRL)
    read_on_every_face(led, boards[-1], phones)


def test_check_11_forty_notes_are_written_as_fast_as_one_types(facilitator: Facilitator) -> None:
    """Check 11. Enter adds a note and is ready for the next, forty times, and no hand leaves the keys."""
    led = facilitator
    begin(led)
    add(led, "idea board")
    led.press(Key.Key_L, CTRL)
    led.until(lambda: led.port)
    led.look_at(led.console)
    led.press(Key.Key_N, SHIFT)
    led.until(led.block)
    led.until_painted()
    act(led, Key.Key_N)
    wanted = [f"Note {at}, typed" for at in range(40)]

    led.press(Key.Key_I)
    line, began = QApplication.focusWidget(), time.monotonic()
    for text in wanted:
        assert QApplication.focusWidget() is line
        led.go_on_writing(text)
        led.press(Key.Key_Return)
    led.until(lambda: sorted(texts(state(led))) == sorted(wanted))

    assert time.monotonic() - began < 5 * 60 / 10  # a tenth of the five minutes: the rest is for the person
    assert texts(state(led)) == wanted
    led.until(lambda: "40 ideas" in led.console_text())
