"""One open convening with its windows: the desk's news reach console and stage, and going live opens the doors."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.app import house
from facilitator.app.attending import Attending
from facilitator.app.chiming import Chiming
from facilitator.app.disk_watch import DiskWatch, choose_file
from facilitator.app.doorway import remember_address
from facilitator.app.drafts import DeskDrafts
from facilitator.app.faces import Faces
from facilitator.app.kept_way import kept_way
from facilitator.app.looking_back import looking
from facilitator.app.method_desk import times_taken
from facilitator.app.missing_phones import MissingPhones
from facilitator.app.readiness import checks
from facilitator.app.ringing import Ringing
from facilitator.app.taking_back import TakingBack
from facilitator.app.voices import Voices
from facilitator.app.wakefulness import Wakefulness
from facilitator.app.way_in import WayIn
from facilitator.console.opened import Opened
from facilitator.console.seats.seating import Seating
from facilitator.console.surroundings import DOORS, Gravity, Projector, Surroundings, Trouble
from facilitator.convening.gathering import LIVE, Convening
from facilitator.convening.ids import ROOM
from facilitator.convening.stage_state import WELCOME, ShowOnStage
from facilitator.desk.news import News
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.echo import Echo
from facilitator.kit.qt.reading import Reading
from facilitator.phones.bridge import Bridge, CalledOff, RoomPresence
from facilitator.stage.preview import StagePreview
from facilitator.stage.screens import StageScreens, Standing, is_mirrored, size_of
from facilitator.stage.show import StageShow
from facilitator.stage.window import StageWindow

logger = logging.getLogger(__name__)

ShowAround = Callable[[Surroundings], None]


class RoomWindows(QObject):
    """A room, its voices, its stage, and what is known around it."""

    def __init__(
        self,
        room: house.Room,
        console: QWidget,
        doors: house.Doors,
        look: Callable[[], Reading],
        faces: Faces = Faces.ALL,
    ) -> None:
        """Open the stage of a room beside a console; nothing is shown to anybody before it is live."""
        super().__init__(console)
        self.faces = faces
        self.room, self._console, self._look = room, console, look
        self._doors = replace(doors, on_presence=self._tell_presence)
        self.voices = Voices(room.desk)
        self.drafts = DeskDrafts(room.desk)
        self.disk = DiskWatch(room.workspace, room.desk, self.voices, look, partial(choose_file, console))
        self.disk.changed.connect(lambda: self._learn(replace(self.around, disk=self.disk.trouble)))
        self._taking_back = TakingBack(room.desk.news.records, self.voices.say_to(ROOM))
        self._missing, self._attending = MissingPhones(), Attending()
        self._missing.changed.connect(lambda: self._learn(replace(self.around, away=self._missing.trouble)))
        self.chime = Chiming(room.desk)
        self.ringing = Ringing(room, look, self.chime.play)
        self._awake = Wakefulness()
        self.show = StageShow(look, find_scene=faces.scene_of)
        self.stage = StageWindow(self.show)
        self.screens = StageScreens(console, self.stage)
        self.around: Surroundings = Surroundings()
        self._shows: list[Callable[[News], None]] = []
        self._show_around: ShowAround = lambda _: None
        self._opening: threading.Thread | None = None
        self._news_echo: Echo[News] = Echo()
        self._bridge_echo: Echo[Bridge] = Echo()
        self._presence_echo: Echo[RoomPresence] = Echo()
        self._shut_echo: Echo[Trouble] = Echo()
        self._way: WayIn | None = None
        self._news_echo.listen(self._hear)
        self._bridge_echo.listen(self._hear_bridge)
        self._presence_echo.listen(self._hear_presence)
        self._shut_echo.listen(self._hear_shut)
        self.screens.moved.connect(lambda _: self._look_at_screens())

    def opened(self, summarise: Callable[[], None]) -> Opened:
        """What the console needs of this room."""
        return Opened(
            self.room.desk.news.records,
            self.voices.say_to,
            self.faces.of(house.activities()),
            self._look,
            self.drafts,
            StagePreview(self.show),
            self.chime.ring,
            summarise,
            self.show.turn,
            looking(self.room.desk, self._look),
            self.chime.volume,
            self.ringing.ringer,
            self._seating(),
            times_taken(self.room.desk),
            kept_way(self.room.desk),
        )

    def _seating(self) -> Seating:
        return Seating(
            self._choose_address,
            self._lower_hand,
            lambda: checks(self.room.desk.news.records, self.around, self.room.workspace.folder, self._awake),
        )

    def _choose_address(self, ip: str) -> None:
        if self._way is not None:
            self._way.choose(ip)
            self.room.desk.errand(lambda workspace: remember_address(workspace, ip))

    def _lower_hand(self, person: str) -> None:
        if self.room.bridge is not None:
            self.room.bridge.lower_hand(person)

    def follow(self, show: Callable[[News], None], show_around: ShowAround) -> None:
        """Tell the console of all news from now on, in the GUI thread, and of how things stand around the room."""
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
        self._shut_echo.forget(self._hear_shut)
        self._shows, self._show_around = [], lambda _: None
        self._missing.forget()
        if self._way is not None:
            self._way.stop()
        self.disk.close()
        self.room.close_doors()
        if self._opening is not None:
            self._opening.join()
        self.stage.close()
        self.ringing.stop()
        self.chime.stop()
        self.room.close()
        # What nobody can write any more is not asked for ever.
        self.voices.close()
        self._awake.end()
        # A stage that stayed would come back, over the next one, with the next projector.
        for gone in (self.screens, self.stage, self):
            gone.deleteLater()

    def _hear(self, told: Sequence[News]) -> None:
        news = told[-1]
        if not news.records[Convening]:
            return  # it has not begun: the disk did not take it yet
        self.show.show_news(news.room, news.seq)
        for show in self._shows:
            show(news)
        if self._is_live():
            self._awake.begin()
            self._open_doors()
        else:
            self._awake.rest()
            self._missing.forget()
        if any(batch.facts for batch in told):
            self._learn(replace(self.around, saved_at=self._look().wall_ms))
        self._learn(replace(self.around, taken=self._taking_back.hear(told)))

    def _open_doors(self) -> None:
        """Once, when it goes live: the stage is lit and phones may come. The gateway starts on a thread of its own."""
        if self._opening is not None:
            return
        self.screens.open_window()
        self._look_at_screens()
        self._try_doors()

    def _is_live(self) -> bool:
        return any(convening.state == LIVE for convening in self.room.desk.news.records[Convening].values())

    def _try_doors(self) -> None:
        if self.room.bridge is not None or (self._opening is not None and self._opening.is_alive()):
            return
        self._learn(replace(self.around, doors=None))
        self._opening = threading.Thread(target=self._start_gateway, name="doors", daemon=True)
        self._opening.start()

    def _start_gateway(self) -> None:
        try:
            bridge = self.room.open_doors(self._doors)
        except CalledOff:
            return
        except TimeoutError as error:
            logger.warning("The doors did not open: %s", error)
            self._shut_echo.tell(self._closed_doors())
            return
        self._bridge_echo.tell(bridge)

    def _closed_doors(self) -> Trouble:
        again = Act("", _("Try again"), self._try_doors)
        meaning = _("Everything else goes on; ideas on paper count just the same.")
        return Trouble(DOORS, Gravity.BAD, _("Phones cannot come in: the doors did not open."), meaning, (again,))

    def _hear_shut(self, told: Sequence[Trouble]) -> None:
        self._learn(replace(self.around, doors=told[-1]))

    def _hear_bridge(self, told: Sequence[Bridge]) -> None:
        house.set_memory_aside()
        way = self._way = WayIn(told[-1], lambda: self.voices.say_to(ROOM)(ShowOnStage(WELCOME)))
        way.changed.connect(lambda: self._show_way(way))

    def _show_way(self, way: WayIn) -> None:
        """Show where phones find the room; a laptop that changes its Wi-Fi has another address."""
        self.show.show_joining(way.joining)
        found = replace(self.around, address=way.joining.address, url=way.joining.url, choices=way.choices)
        self._learn(replace(found, way=way.trouble))

    def _tell_presence(self, presence: RoomPresence) -> None:
        self._presence_echo.tell(presence)

    def _hear_presence(self, told: Sequence[RoomPresence]) -> None:
        for presence in told:
            here = [person for person in presence.connected if person]
            if self._way is not None:
                self._way.hear(presence.connected)
            attendance = self._attending.hear(presence, self._look().wall_ms)
            self._learn(replace(self.around, phones=len(here), attendance=attendance))
            if self._is_live():
                self._missing.hear(here)

    def _look_at_screens(self) -> None:
        screen = self._console.screen()
        standing = self.screens.standing
        if is_mirrored(screen):
            projector = Projector.MIRRORED
        elif standing is Standing.PROJECTOR:
            projector = Projector.READY
        else:
            projector = Projector.MISSING
        words, image = size_of(self.stage.screen()) if projector is Projector.READY else ("", 0)
        self._learn(replace(self.around, projector=projector, screen=words, image=image))

    def _learn(self, around: Surroundings) -> None:
        if around != self.around:
            self.around = around
            self._show_around(around)
