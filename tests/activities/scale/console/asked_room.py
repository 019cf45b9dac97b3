"""A room of the sample's people with a block that asks, and one part of its panel shown as a desk answers it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facilitator.activities.scale import ACTIVITY
from facilitator.activities.scale.rules.points import the_scale
from facilitator.activities.scale.rules.proposal import SetProposal
from facilitator.activities.scale.rules.support import SetRule
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.ballots import CastBallot, CloseRound, OpenRound, RevealRound, latest
from facilitator.convening.ids import BlockId, PersonId, RoundId
from facilitator.convening.records import Records
from facilitator.convening.words import Role, Say
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets import column
from tests.activities.led import Led
from tests.activities.scale.asking import MAP
from tests.stage.sample_room import SampleRoom

KEY = "scale"
Part = TypeVar("Part", bound=QWidget)
Widget = TypeVar("Widget", bound=QWidget)
Show = Callable[[Part, Records], None]


class AskingRoom(SampleRoom):
    """The sample's room with a block that asks, called `KEY`."""

    def __init__(self, folder: Path, people: int = 22, method: str = "") -> None:
        super().__init__(folder)
        block = Block(BlockId(""), "Agreement: open map", "scale", "Can we stand behind this?", 25, method=method)
        self.blocks[KEY] = BlockId(self.say(AddBlock(block)) + ".1")
        self.join(people)

    def everything(self) -> Records:
        """Everything the desk knows once it has answered what was said so far."""
        self.desk.errand(lambda _workspace: None).result()
        return self.desk.news.records

    def word_it(self, text: str = MAP, enough: int = 15) -> None:
        """Word the proposal; and set its rule, where one is asked for."""
        self.say(SetProposal(text), KEY)
        if enough:
            self.say(SetRule(enough), KEY)

    def open(self) -> RoundId:
        """Open for answers."""
        return RoundId(self.say(OpenRound(the_scale(self.everything(), self.blocks[KEY]).points), KEY) + ".1")

    def answer(self, *points: str) -> None:
        """Let one person after the other answer."""
        round_ = latest(self.everything(), self.blocks[KEY])
        assert round_ is not None
        for who, point in zip(self.sample["people"], points, strict=False):
            self.desk.say(
                CastBallot(round_.id, 1, (point,)),
                by=PersonId(""),
                role=Role.PARTICIPANT,
                device=f"phone-{who['name']}",
                activity=self.blocks[KEY],
            ).result()

    def reveal(self) -> None:
        """Close and reveal."""
        round_ = latest(self.everything(), self.blocks[KEY])
        assert round_ is not None
        self.say(CloseRound(round_.id), KEY)
        self.say(RevealRound(round_.id), KEY)

    def ask(self, *points: str) -> None:
        """A whole round: open, answers, reveal."""
        self.open()
        self.answer(*points)
        self.reveal()


class Held(QWidget, Generic[Part]):
    """One part of the panel, held as the panel holds it."""

    def __init__(self, say: Say, block: BlockId, make: Callable[[Asking, BlockId], Part], show: Show[Part]) -> None:
        super().__init__()
        self.asking = Asking(say, ACTIVITY.refusals, self)
        self.part = make(self.asking, block)
        self._show = show
        column(self, self.part, padding=(8, 8, 8, 8))

    def show_records(self, records: Records) -> None:
        """Show how things stand."""
        self._show(self.part, records)

    def acts(self) -> tuple[Act, ...]:
        """Nothing here has a key of its own."""
        return ()


def led(room: AskingRoom, qtbot: QtBot, make: Callable[[Asking, BlockId], Part], show: Show[Part]) -> Led:
    """Lead one part of the panel; `show` shows it the records."""
    return Led(room, qtbot, lambda say, block: Held(say, block, make, show), KEY)


def words_of(root: QWidget) -> list[str]:
    """Everything that a part says where it is seen: its labels, buttons, and names for who sees none."""
    said: list[str] = []
    for part in (root, *root.findChildren(QWidget)):
        if not part.isVisibleTo(root):
            continue
        said += [part.accessibleName(), part.accessibleDescription()]
        if isinstance(part, QLabel | QAbstractButton):
            said.append(part.text())
        if isinstance(part, QLineEdit | QPlainTextEdit):
            said.append(part.text() if isinstance(part, QLineEdit) else part.toPlainText())
        if isinstance(part, QAbstractItemView):
            model = part.model()
            said += [str(model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(model.rowCount())]
    return [words for words in said if words]


def the(kind: type[Widget], said: str, root: QWidget) -> Widget:
    """The one part of a kind that is seen and has this name."""
    found = [each for each in root.findChildren(kind) if each.accessibleName() == said and each.isVisibleTo(root)]
    assert len(found) == 1, f"{len(found)} parts are called {said}"
    return found[0]


def turn_wheel(over: QWidget) -> None:
    """Turn the wheel of the mouse down by one notch over a part."""
    place, notch = QPointF(5, 5), QPoint(0, -120)
    where = QPointF(over.mapToGlobal(place))
    buttons, keys, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(over, QWheelEvent(place, where, QPoint(), notch, buttons, keys, phase, False))


def cut_parts(root: QWidget) -> list[str]:
    """What of a part is seen and reaches beyond its sides, or has less height than its width asks for."""
    found = []
    for part in root.findChildren(QWidget):
        # The ring round what has the focus lies outside of it, and takes no presses.
        is_ring = part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if not part.isVisibleTo(root) or part.layout() is not None or is_ring or isinstance(part, QScrollArea):
            continue
        said = f"{type(part).__name__} “{part.accessibleName()}”"
        left = part.mapTo(root, QPoint(0, 0)).x()
        if part.width() > 1 and not 0 <= left <= root.width() - part.width():
            found.append(f"{said} reaches beyond its page")
        if part.hasHeightForWidth() and part.height() < part.heightForWidth(part.width()):
            found.append(f"{said} is cut at its foot")
    return found
