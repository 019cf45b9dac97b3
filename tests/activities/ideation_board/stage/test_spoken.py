"""What stands on a note for the room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from facilitator.activities.ideation_board.rules import (
    AddCluster,
    AddIdea,
    FocusIdea,
    HideAuthors,
    MergeIdeas,
    RevealBoard,
    ShowAuthors,
    SpotlightCluster,
)
from facilitator.activities.ideation_board.stage import Scene
from facilitator.activities.ideation_board.stage.spoken import note_high, said, with_quiet
from facilitator.convening.ids import CardId, ClusterId, PersonId
from facilitator.convening.undo import UndoLast
from facilitator.convening.words import Role
from facilitator.kit.qt.lettering import Lettering
from facilitator.kit.qt.notes_painter import STAGE_NOTE
from facilitator.kit.qt.theme import Theme
from tests.stage.sample_room import MeasuringLettering, SampleRoom, painted

WORDS = "Rotate who leads us"


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    opened.start("ideas")
    opened.join(3)
    opened.say(ShowAuthors(), "ideas")
    yield opened
    opened.close()


def sent(room: SampleRoom, text: str, who: int, *, is_signed: bool = True) -> CardId:
    person = room.sample["people"][who]
    said = room.desk.say(
        AddIdea(text, "phone", is_signed=is_signed),
        by=PersonId(person["key"]),
        role=Role.PARTICIPANT,
        device=f"phone-{person['name']}",
        activity=room.blocks["ideas"],
    )
    return CardId(f"{said.result().id}.1")


def shown(room: SampleRoom) -> Scene:
    QPixmapCache.clear()
    scene = Scene(room.blocks["ideas"])
    scene.wear(Theme())
    scene.show_records(room.records)
    return scene


def names(room: SampleRoom) -> list[str]:
    return [person["name"] for person in room.sample["people"]]


def test_a_name_stands_under_the_words_of_who_signed_and_of_nobody_else(room: SampleRoom) -> None:
    """BD4."""
    hers = sent(room, WORDS, 0)
    sent(room, "One open map", 1, is_signed=False)
    assert names(room)[0] not in painted(shown(room))
    room.say(RevealBoard(), "ideas")

    cluster = ClusterId("")
    for look in ("loose", "columns", "spotlight", "alone"):
        match look:
            case "columns":
                cluster = ClusterId(room.say(AddCluster("Leading", (hers,)), "ideas") + ".1")
            case "spotlight":
                room.say(SpotlightCluster(cluster), "ideas")
            case "alone":
                room.say(FocusIdea(hers), "ideas")
        scene = shown(room)
        scene.text = sizes = MeasuringLettering()
        text = painted(scene)
        assert f"{WORDS}\n– {names(room)[0]}" in text, look
        assert names(room)[1] not in text
        assert sizes.sizes[f"– {names(room)[0]}"] >= 32
    room.say(HideAuthors(), "ideas")
    assert names(room)[0] not in painted(shown(room))


def test_a_note_that_was_drawn_before_says_the_same_again(room: SampleRoom) -> None:
    sent(room, WORDS, 0)
    room.say(RevealBoard(), "ideas")
    scene = shown(room)

    assert painted(scene).splitlines() == painted(scene).splitlines()


def test_another_wording_in_a_large_note_has_its_own_name(room: SampleRoom) -> None:
    """BD3."""
    hers, his = sent(room, WORDS, 0), sent(room, "Take turns", 1)
    room.say(RevealBoard(), "ideas")
    room.say(MergeIdeas((hers, his)), "ideas")
    room.say(FocusIdea(hers), "ideas")

    assert f"also said: “Take turns” – {names(room)[1]}" in painted(shown(room))


def test_a_quiet_line_makes_a_note_one_line_higher_and_is_read_after_the_words() -> None:
    lettering, theme = Lettering(), Theme()
    plain = STAGE_NOTE.height(2)

    assert note_high(WORDS, 300, STAGE_NOTE, theme, lettering) == plain
    assert note_high(with_quiet(WORDS, ("– Amina",)), 300, STAGE_NOTE, theme, lettering) == plain + 36
    assert said(with_quiet(WORDS, ("– Amina",))) == f"{WORDS}\n– Amina"


def test_other_wordings_stand_on_a_note_only_when_somebody_asked_for_it(room: SampleRoom) -> None:
    """BD3."""
    texts = ("Rotate the chair", "Take turns", "Change seats", "Nobody leads twice")
    cards = [sent(room, text, 0, is_signed=False) for text in (WORDS, *texts)]
    room.say(RevealBoard(), "ideas")
    room.say(MergeIdeas(tuple(cards[:2])), "ideas")
    assert "also said" not in painted(shown(room))

    room.say(MergeIdeas((cards[0], *cards[2:]), "", shows_wordings=True), "ideas")

    assert painted(shown(room)).splitlines()[-4:] == [
        "also said: “Rotate the chair”",
        "also said: “Take turns”",
        "also said: “Change seats”",
        "and 1 more",
    ]
    room.say(UndoLast())
    assert "also said" not in painted(shown(room))
