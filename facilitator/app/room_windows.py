"""One open convening with its windows: the desk's news reach console and stage, and going live opens the doors."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.app import house
from facilitator.app.drafts import DeskDrafts
from facilitator.app.voices import Voices
from facilitator.app.wakefulness import Wakefulness
from facilitator.console.opened import Opened
from facilitator.console.surroundings import Projector, Surroundings
from facilitator.convening.gathering import LIVE, the_convening
from facilitator.desk.news import News
from facilitator.kit.qt.echo import Echo
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.sound import Chime
from facilitator.phones.bridge import Bridge, RoomPresence
from facilitator.stage.joining import JoinAddress
from facilitator.stage.preview import StagePreview
from facilitator.stage.screens import StageScreens, Standing, is_mirrored
from facilitator.stage.show import StageShow
from facilitator.stage.window import StageWindow

ShowAround = Callable[[Surroundings], None]


class RoomWindows(QObject):
    """A room, its voices, its stage, and what is known around it."""

    def __init__(self, room: house.Room, console: QWidget, doors: house.Doors, look: Callable[[], Reading]) -> None:
        """Open the stage of a room beside a console; nothing is shown to anybody before it is live."""
        super().__init__(console)
        self.room, self._console, self._look = room, console, look
        self._doors = replace(doors, on_presence=self._tell_presence)
        self.voices = Voices(room.desk)
        self.drafts = DeskDrafts(room.desk)
        self.chime = Chime()
        self._awake = Wakefulness()
        self.show = StageShow(look)
        self.stage = StageWindow(self.show)
        self.screens = StageScreens(console, self.stage)
        self.around = Surroundings()
        self._shows: list[Callable[[News], None]] = []
        self._show_around: ShowAround = lambda _: None
        self._opening: threading.Thread | None = None
        self._news_echo: Echo[News] = Echo()
        self._bridge_echo: Echo[Bridge] = Echo()
        self._presence_echo: Echo[RoomPresence] = Echo()
        self._news_echo.listen(self._hear)
        self._bridge_echo.listen(self._hear_bridge)
        self._presence_echo.listen(self._hear_presence)
        self.voices.waiting_changed.connect(lambda count: self._learn(replace(self.around, waiting=count)))
        self.screens.moved.connect(lambda _: self._look_at_screens())

    def opened(self, summarise: Callable[[], None]) -> Opened:
        """What the console needs of this room."""
        return Opened(
            self.room.desk.news.records,
            self.voices.say_to,
            house.activities(),
            self._look,
            self.drafts,
            StagePreview(self.show),
            self.chime.ring,
            summarise,
        )

    def follow(self, show: Callable[[News], None], show_around: ShowAround) -> None:
        """Tell the console of all news from now on, in the GUI thread."""
        self._shows.append(show)
        self._show_around = show_around
        self._news_echo.tell(self.room.desk.listen(self._news_echo.tell))

    def close(self) -> None:
        """Close the doors and the desk, and wait; what was said is finished first."""
        self.room.desk.leave(self._news_echo.tell)
        # What is still on its way must not reach a console that shows another convening by then, or none.
        self._news_echo.forget(self._hear)
        self._bridge_echo.forget(self._hear_bridge)
        self._presence_echo.forget(self._hear_presence)
        if self._opening is not None:
            self._opening.join()
        self.stage.close()
        self.chime.stop()
        self.room.close()
        self._awake.end()

    def _hear(self, told: Sequence[News]) -> None:
        news = told[-1]
        self.show.show_news(news.room, news.seq)
        for show in self._shows:
            show(news)
        if the_convening(news.records).state == LIVE:
            self._open_doors()
        if any(batch.facts for batch in told):
            self._learn(replace(self.around, saved_at=self._look().wall_ms))

    def _open_doors(self) -> None:
        """Once, when it goes live: the stage is lit and phones may come. The gateway starts on a thread of its own."""
        if self._opening is not None:
            return
        self.screens.open_window()
        self._look_at_screens()
        self._opening = threading.Thread(target=self._start_gateway, name="doors", daemon=True)
        self._opening.start()

    def _start_gateway(self) -> None:
        self._bridge_echo.tell(self.room.open_doors(self._doors))
        self._awake.begin()

    def _hear_bridge(self, told: Sequence[Bridge]) -> None:
        bridge = told[-1]
        address = f"{bridge.host}:{bridge.port}"
        self.show.show_joining(JoinAddress(address, bridge.url))
        self._learn(replace(self.around, address=address))

    def _tell_presence(self, presence: RoomPresence) -> None:
        self._presence_echo.tell(presence)

    def _hear_presence(self, told: Sequence[RoomPresence]) -> None:
        phones = sum(1 for person in told[-1].connected if person)
        self._learn(replace(self.around, phones=phones))

    def _look_at_screens(self) -> None:
        screen = self._console.screen()
        standing = self.screens.standing
        if is_mirrored(screen):
            projector = Projector.MIRRORED
        elif standing is Standing.PROJECTOR:
            projector = Projector.READY
        else:
            projector = Projector.MISSING
        size = self.stage.screen().size()
        words = f"{size.width()} × {size.height()}" if projector is Projector.READY else ""
        self._learn(replace(self.around, projector=projector, screen=words))

    def _learn(self, around: Surroundings) -> None:
        if around != self.around:
            self.around = around
            self._show_around(around)
