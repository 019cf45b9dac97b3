"""The page on which a round asks, on a real desk: slips typed by keys, phones that answer, and everything it says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.scale import ACTIVITY
from facilitator.activities.scale.console.answering import Answering
from facilitator.activities.scale.console.still import AwaitedList
from facilitator.convening.ballots import CastBallot, Round, Turnout, latest
from facilitator.convening.ids import BlockId, PersonId
from facilitator.convening.records import Records
from facilitator.convening.seats import MoveToPaper
from facilitator.convening.words import Role, Say
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets import column
from tests.activities.led import Led
from tests.activities.scale.console.asked_room import KEY, AskingRoom


class PaperRoom(AskingRoom):
    """A room of six with a proposal, two of them on paper: Halima Abdi and Ousmane Diallo."""

    def __init__(self, folder: Path, people: int = 6) -> None:
        super().__init__(folder, people)
        self.word_it(enough=4)
        for name in ("Halima Abdi", "Ousmane Diallo"):
            self.say(MoveToPaper(self.called(name)))

    def called(self, name: str) -> PersonId:
        """Who has this name."""
        return next(PersonId(who["key"]) for who in self.sample["people"] if who["name"] == name)

    def phone(self, name: str, number: int, point: str) -> None:
        """Let somebody answer by phone; a higher number changes their mind."""
        round_ = latest(self.everything(), self.blocks[KEY])
        assert round_ is not None
        self.desk.say(
            CastBallot(round_.id, number, (point,)),
            by=PersonId(""),
            role=Role.PARTICIPANT,
            device=f"phone-{name}",
            activity=self.blocks[KEY],
        ).result()


def everything_said(root: QWidget) -> list[str]:
    """Every word anywhere in it, seen or hidden: texts, names, descriptions, tips, and all that its rows hold."""
    said: list[str] = []
    for part in (root, *root.findChildren(QWidget)):
        said += [part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.whatsThis()]
        if isinstance(part, QLabel | QAbstractButton | QLineEdit):
            said.append(part.text())
        if isinstance(part, QAbstractItemView):
            model = part.model()
            places = [model.index(at, 0) for at in range(model.rowCount())]
            said += [str(model.data(place, role)) for place in places for role in Qt.ItemDataRole]
    return said


class Shown(QWidget):
    """The page as the panel holds it."""

    def __init__(self, say: Say, block: BlockId) -> None:
        super().__init__()
        self.asking = Asking(say, ACTIVITY.refusals, self)
        self.page = Answering(self.asking, block)
        column(self, self.page.closing.later, self.page)

    def show_records(self, records: Records) -> None:
        """Show how things stand."""
        self.page.show_records(records)

    def acts(self) -> tuple[Act, ...]:
        """What keys do now."""
        return self.page.acts()


class Answered(Led):
    """The page from the moment its round opens."""

    def __init__(self, room: PaperRoom, qtbot: QtBot) -> None:
        super().__init__(room, qtbot, Shown, KEY)
        self.paper_room = room
        room.open()
        self.follow()

    @property
    def page(self) -> Answering:
        """What is tested."""
        return self.panel.findChildren(Answering)[0]

    @property
    def people(self) -> AwaitedList:
        """The list in which slips are typed."""
        return self.page.still.people

    def the_round(self) -> Round:
        """The round as it stands."""
        found = latest(self.records(), self.block)
        assert found is not None
        return found

    def answered(self) -> int:
        """How many have answered."""
        round_ = self.the_round()
        return self.records()[Turnout].get(round_.id, Turnout(round_.id)).ballots

    def key(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the list has the focus."""
        for key in keys:
            QTest.keyClick(self.people, key, held)
        self.follow()

    def names(self) -> list[str]:
        """Who the list shows, in order, with how they answer."""
        return [row.said() for row in self.people.rows()]

    def line(self) -> str:
        """What stands under the list."""
        labels = self.page.still.findChildren(QLabel)
        return " ".join(label.text() for label in labels if label.isVisible() and label.wordWrap())
