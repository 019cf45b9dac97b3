"""The middle of a live convening: what runs now, its question, and the activity's own panel."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.activities import Activity
from facilitator.beginnings.methods import PLAIN
from facilitator.console.asking import SayTo
from facilitator.console.faces import PANEL, as_face, as_timed, face_of
from facilitator.console.finding import Seeks
from facilitator.console.kicker import kicker_of
from facilitator.console.live_door import LiveDoor
from facilitator.console.planning import ASKING
from facilitator.console.question_line import QuestionLine
from facilitator.console.sign import Sign
from facilitator.convening.agenda import Block, current, has_parted
from facilitator.convening.gathering import OVER, the_convening
from facilitator.convening.ids import BlockId
from facilitator.convening.people import name_of
from facilitator.convening.records import Records
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.way_of_reading import ReadsBothWays, WayOfReading
from facilitator.kit.qt.widgets.frames import Ground, Panel, column
from facilitator.kit.qt.widgets.label import Label, Tone


class LiveCentre(Panel):
    """One panel a block, made when the block is first live and kept, so that nothing typed there is lost."""

    def __init__(
        self,
        activities: Mapping[str, Activity],
        say_to: SayTo,
        door: LiveDoor,
        ask: Callable[[Wish], object],
        way: WayOfReading,
    ) -> None:
        super().__init__(Ground.PAPER)
        self._activities, self._say_to, self._door, self._way = activities, say_to, door, way
        self._block, self._heading = BlockId(""), ""
        self._panels: dict[BlockId, QWidget] = {}
        self._caption = Sign("sticker", "", Tone.SOFT, icon_size=16, weight=400)
        self._title = QuestionLine(ask)
        self._stack = QStackedWidget()
        self._stack.addWidget(door)
        self._head = QWidget()
        column(self._head, self._caption, self._title, gap=2, padding=(0, 0, 10, 0))
        column(self, self._head, self._stack, gap=0, padding=(18, 20, 16, 20))

    def show_records(self, records: Records) -> None:
        """Show what runs now; the panel that is seen is shown the records, the others when they are seen again."""
        # Between two days the door stands there, with what begins the next one, and once all is over.
        is_over = the_convening(records).state == OVER
        block = None if is_over or has_parted(records) else records[Block].get(current(records))
        self._head.setVisible(block is not None)
        if block is None:
            self._block = BlockId("")
            self._door.show_records(records)
            self._stack.setCurrentWidget(self._door)
            return
        self._block = block.id
        self._show_head(records, block)
        panel = self._panels.get(block.id) or self._made(block)
        as_face(panel).show_records(records)
        self._stack.setCurrentWidget(panel)

    def show_time(self, reading: Reading) -> None:
        """Tell the panel that is seen what time it is, if it shows time."""
        if (panel := as_timed(self._panels.get(self._block))) is not None:
            panel.show_time(reading)

    def acts(self) -> tuple[Act, ...]:
        """What the live activity offers."""
        panel = self._panels.get(self._block)
        return as_face(panel).acts() if panel is not None else ()

    def seek(self, key: str) -> bool:
        """Let the live activity show one of its own things; tell whether it does."""
        panel: object = self._panels.get(self._block)
        return isinstance(panel, Seeks) and panel.seek(key)

    def heading(self) -> str:
        """The name of the live activity."""
        return self._heading

    def _show_head(self, records: Records, block: Block) -> None:
        activity = self._activities.get(block.activity)
        name = kicker_of(block, self._activities)
        self._heading = block.title if block.activity == PLAIN else name
        lead = name_of(records, block.guide)
        words = _("{activity} · {name} leads").format(activity=name, name=lead) if lead else name
        self._caption.show_words(words, icon=block.icon or (activity.icon if activity is not None else ""))
        self._title.show_block(block, is_asking=block.activity in ASKING)

    def _made(self, block: Block) -> QWidget:
        panel = face_of(PANEL, block, self._activities, self._say_to) or PromptPanel(block.id)
        if isinstance(panel, ReadsBothWays):
            panel.follow_way(self._way)
        self._panels[block.id] = panel
        self._stack.addWidget(panel)
        return panel


class PromptPanel(QWidget):
    """Stands in for an activity without a panel of its own: the line that the room reads."""

    def __init__(self, block: BlockId) -> None:
        super().__init__()
        self._block = block
        self._prompt = Label("", "heading").wrapping()
        self._prompt.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        column(self, self._prompt)

    def show_records(self, records: Records) -> None:
        """Show the line."""
        block = records[Block].get(self._block)
        self._prompt.setText(block.prompt if block is not None else "")

    def acts(self) -> tuple[Act, ...]:
        """Nothing to do but to go on."""
        return ()
