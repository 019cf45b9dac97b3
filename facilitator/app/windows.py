"""The app with its windows: the console, one open convening at a time, its stage, and a clean end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.app import bars, house, recovering
from facilitator.app.backups_desk import BackupsDesk
from facilitator.app.beginning import Beginning
from facilitator.app.bringing import Bringing, Taker, tell_brought
from facilitator.app.faces import Faces
from facilitator.app.first import bring_forward
from facilitator.app.forgetting import Forgetting
from facilitator.app.home_list import HomeList
from facilitator.app.life import Life
from facilitator.app.mending import Mending
from facilitator.app.papers import Papers
from facilitator.app.recovery import Left, Recovery
from facilitator.app.screen_watch import ScreenWatch
from facilitator.app.searching import Searching
from facilitator.console.disk_trouble import leaving_words
from facilitator.console.surroundings import Surroundings
from facilitator.console.window import ConsoleWindow
from facilitator.convening.findable import Place
from facilitator.convening.gathering import LIVE
from facilitator.convening.hlc import wall_ms
from facilitator.convening.records import Records
from facilitator.convening.words import Refusal
from facilitator.desk.news import News
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets.label import Tone
from facilitator.store import kept
from facilitator.store.reading import Listed, convenings
from facilitator.store.workspace import Workspace, list_convenings

if TYPE_CHECKING:
    from facilitator.app.room_windows import RoomWindows

FIRST_SIZE = (1440, 900)


class Windows(QObject):
    """The console and whatever convening is open in it."""

    def __init__(
        self,
        folder: Path,
        doors: house.Doors | None = None,
        wall: Callable[[], int] = wall_ms,
        shift: Callable[[], int] = lambda: 0,
    ) -> None:
        """Show the list at once; the workspace itself is opened right after, when there is none yet.

        `wall` reads the room's time in UTC milliseconds, `shift` how far the laptop's clock is ahead of it.
        """
        super().__init__()
        self._folder = folder
        self._doors, self._wall, self._shift = doors or house.Doors(), wall, shift
        self._has_defaults = kept.is_laptop_spoiled(folder)
        self.life = Life(folder, wall)
        self._workspace: Workspace | None = None
        opened = recovering.opened_at_start(folder, wall())
        if opened is not None:
            self._hold(opened.workspace)
        self.console = ConsoleWindow(house.activities(), self._look)
        self.console.show_list(opened.listed if opened is not None else [])
        self.console.lead_wanted.connect(self.lead)
        self.console.prepare_wanted.connect(self.prepare)
        self._beginning = Beginning(self, self.console)
        self.console.plan_made.connect(self._beginning.begin)
        self.console.left.connect(self._refresh_list)
        self.console.home.delete_wanted.connect(self._delete)
        self._forgetting = Forgetting(folder, self.console, self._look)
        self._forgetting.deleted.connect(self._refresh_list)
        self._list = HomeList(self.console.show_list)
        self.console.resize(*FIRST_SIZE)
        self._screens = ScreenWatch(self.console)
        self._papers = Papers(folder, self.console, self._look)
        self.room: RoomWindows | None = None
        self.recovery = Recovery(self, self.console, self._look)
        self._bringing = Bringing(self._place_for)
        self._bringing.ended.connect(self._tell_brought)
        self.console.home.files.wanted.connect(self._bringing.bring)
        self.console.home.files.hear_drops(self.console)
        self._searching = Searching(folder, self.console.home.search, self.seek)
        self.backups = BackupsDesk(folder, self.console, self, wall)
        self._mending = Mending(self.console, self._look, self.backups.see)
        self._mending.tell(opened)

    def show(self) -> None:
        """Show the console and hear its keys."""
        self.console.show()
        self.console.listen_to_keys()
        self.console.home.take_focus()
        self.backups.begin()

    def turn_to(self, folder: Path) -> None:
        """Close what is open and show another data folder. Raises Refusal as `rest` does, and file.*."""
        self.rest()
        opened = recovering.opened_at_start(folder, self._wall())
        self._folder, self._workspace = folder, opened.workspace if opened else None
        self._papers.turn_to(folder)
        self._forgetting.turn_to(folder)
        self._searching.turn_to(folder)
        self.console.go_home()
        self._mending.tell(opened)

    def rest(self) -> None:
        """Close what is open, so that its file can be exchanged.

        Raises Refusal convening.in_memory, once, while the disk does not take what was said.
        """
        if self._is_held():
            raise Refusal("convening.in_memory")
        self._close_all()

    def _close_all(self) -> None:
        self._bringing.turn()
        self._papers.finish()
        self._close_room()
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None

    @property
    def workspace(self) -> Workspace:
        """The open workspace; made when the first convening needs it. Raises Refusal file.*, backup.under_way."""
        self._forgetting.wait()
        if self.backups.copy.is_exchanging:
            raise Refusal("backup.under_way")
        return self._workspace or self._hold(house.open_workspace(self._folder))

    def come_back(self) -> None:
        """Bring back what was open when the last run crashed; after a clean end nothing happens.

        Settings that could not be read are told of.
        """
        if self._has_defaults:
            self.console.tell(bars.defaults_stand(self.console.settle))
        run = self.life.crashed
        if run is not None:
            there = [one for one in convenings(self.workspace.connection) if one.id == run.convening]
            left = [Left(one.id, one.state, max(run.seen, one.changed)) for one in there]
            self.recovery.come_back(run, left[0] if left else Left(stopped=run.seen))

    def open_sample(self) -> None:
        """Open the sample convening, ready to go live. A convening that is live is not taken from the room for it."""
        desk = self.room.room.desk if self.room is not None else None
        if desk is None or desk.errand(house.sample_of).result() != desk.stream:
            if self._is_held():
                return
            if self._is_live():
                self.console.tell(bars.sample_waits(self.console.settle))
                return
            self._take(house.open_sample(self._free_workspace(), self._wall))
        self.console.lead()

    def come_forward(self) -> None:
        """Show the console in front of everything else: somebody started the app a second time."""
        bring_forward(self.console)

    def records(self) -> Records:
        """Everything the open convening knows."""
        assert self.room is not None  # noqa: S101 - asked of what was opened just now
        return self.room.room.desk.news.records

    def lead(self, convening: str, faces: Faces = Faces.ALL) -> bool:
        """Open a convening of the list and lead it; False when it could not be opened, which is told."""
        is_open = self._open(convening, faces)
        if is_open:
            self.console.lead()
        return is_open

    def prepare(self, convening: str) -> bool:
        """Open a convening of the list and prepare it; False when it could not be opened, which is told."""
        is_open = self._open(convening)
        if is_open:
            self.console.prepare()
        return is_open

    def seek(self, place: Place) -> None:
        """Open a convening where something lies that was found."""
        if self._open(place.convening):
            self.console.seek(place)

    def refuse_while_live(self, but: str = "") -> None:
        """Raise Refusal convening.live_beside while a room other than `but` is: nobody closes it under its phones."""
        if self.room is not None and self.room.room.desk.stream != but and self.room.room.is_live():
            raise Refusal("convening.live_beside")

    def has_live(self) -> bool:
        """Whether a convening is live, open or not, for there its timers go; or may be, while one is being deleted."""
        if self._is_live() or self._forgetting.is_deleting:
            return True
        return any(one.state == LIVE for one in self._known())

    def close(self) -> None:
        """End everything in order, and wait."""
        self.console.finish()
        if self.room is not None:
            self.room.room.close_doors()
        self._forgetting.hurry()
        self._searching.close()
        self._list.close()
        self._papers.finish()
        self._bringing.stop()
        self._close_room()
        self._forgetting.finish()
        self.life.end()  # a last backup that is slow, or never comes to an end, is no crash
        self.backups.finish()
        self._close_all()
        self.backups.copy.leave()

    def end_of_session(self) -> None:
        """Keep what is being written: the system may end the app at any moment now, and that is a clean end."""
        self.console.finish()
        self.life.rest()

    def _place_for(self, streams: Sequence[str]) -> Taker:
        """Where facts of these convenings go: a convening that is open here is closed first, unless it is live."""
        if self.room is None:
            return self.workspace
        desk = self.room.room.desk
        if desk.stream not in streams:
            return desk
        if self._is_live():
            raise Refusal("convening.is_live")
        if self._is_held():
            raise Refusal("convening.in_memory")
        self.console.go_home()
        return self._free_workspace()

    def _tell_brought(self, words: str, tone: Tone) -> None:
        self._refresh_list()
        tell_brought(self.console, words, tone)

    def _look(self) -> Reading:
        return Reading(self._wall(), shift_ms=self._shift())

    def _hold(self, workspace: Workspace) -> Workspace:
        """Take an open workspace; from then on the folder is ours, and says that the app runs."""
        self._workspace = workspace
        self.life.begin()
        self._has_defaults |= bool(kept.forget_spoiled(workspace.connection))
        return workspace

    def _is_live(self) -> bool:
        return self.room is not None and self.room.room.is_live()

    def _is_held(self) -> bool:
        """Whether the open convening stays open this time: the bar says what would be lost. The second try goes."""
        return self.room is not None and self.room.disk.hold_open(leaving_words)

    def _open(self, convening: str, faces: Faces = Faces.ALL) -> bool:
        """Open a convening, or say in the bar why not."""
        if self.room is not None and (self.room.room.desk.stream, self.room.faces) == (convening, faces):
            return True
        try:
            self.refuse_while_live(but=convening)
            if self._is_held():
                return False
            workspace = self._free_workspace()
            house.refuse_unknown(convening, self._known())
            self._take(house.Room(workspace, convening, self._wall), faces)
        except Refusal as refusal:
            self._recover(refusal, convening)
            return False
        return True

    def _recover(self, refusal: Refusal, convening: str) -> None:
        """A convening that cannot be read leads to the newest good backup, once; that may not be able to read it."""
        if not refusal.code.startswith("file."):
            self.console.tell(bars.not_now(refusal, self.console.settle))
            return
        opened = self._mending.mend(refusal, convening, self._let_go)
        if opened is not None:
            self._workspace = opened.workspace
            self._refresh_list()
            self._mending.tell(opened)

    def _let_go(self) -> Path:
        damaged, self._workspace = self.workspace, None
        damaged.close()
        return self._folder

    def _free_workspace(self) -> Workspace:
        """The workspace belongs to one desk at a time."""
        self._bringing.finish()
        self._close_room()
        return self.workspace

    def _take(self, room: house.Room, faces: Faces = Faces.ALL) -> None:
        opened = self._with_windows(room, faces)
        self._show_room(opened)
        self._follow(opened)

    def _follow(self, room: RoomWindows) -> None:
        self.room = room
        self.console.hold_open = room.disk.hold_open
        room.follow(self._show_news, self._screens.show_around)

    def _show_room(self, room: RoomWindows) -> None:
        self.life.note(room.room.desk.stream)
        self.console.open(room.opened(self._papers.summarise))
        self._forgetting.follow(room.room.desk, room.drafts)
        self._papers.follow(room.room.desk)

    def _with_windows(self, room: house.Room, faces: Faces = Faces.ALL) -> RoomWindows:
        from facilitator.app.room_windows import RoomWindows  # the desk at home is painted before the stage is known

        return RoomWindows(room, self.console, self._doors, self._look, faces)

    def _show_news(self, news: News) -> None:
        self.backups.follow(news.records)
        self.console.show_records(news.records)

    def fresh_room(self, convening: str) -> RoomWindows | None:
        """Take a room for a new convening; None when the open one stays, which is told.

        Raises Refusal convening.live_beside, and as `workspace` does.
        """
        self.refuse_while_live()
        if self._is_held():
            return None
        room = self._with_windows(house.Room(self._free_workspace(), convening, self._wall))
        # While the disk takes nothing, nothing begins: what is the matter is told all the same.
        self._follow(room)
        return room

    def show_begun(self, room: RoomWindows) -> None:
        """Show a convening that has begun, to be prepared."""
        self._show_room(room)
        self.console.prepare()

    def leave_room(self) -> None:
        """Close what could not be begun."""
        self._close_room()
        self._refresh_list()

    def _delete(self, convening: str) -> None:
        """Delete a convening of the list; one that was opened to be prepared, and left, is closed first."""
        self._bringing.finish()
        is_open = self.room is not None and self.room.room.desk.stream == convening
        if self._is_live():
            # The file is written anew for it, and whoever speaks meanwhile would wait.
            self._forgetting.refuse(Refusal("convening.is_live" if is_open else "convening.live_beside"))
            return
        if is_open and self._is_held():
            return
        if is_open:
            self._close_room()
        desk = self.room.room.desk if self.room is not None else None
        try:
            self._forgetting.delete(convening, self.workspace, desk)
        except Refusal as refusal:
            self._forgetting.refuse(refusal)

    def _refresh_list(self) -> None:
        if self.room is not None:
            self._list.ask(self.room.room.desk)
        elif not self._forgetting.is_deleting:  # else it is shown once that is done
            self._list.show(self._known())

    def _known(self) -> list[Listed]:
        if self._workspace is None:
            return list_convenings(self._folder)
        return house.listed(self._workspace, self.room.room if self.room is not None else None)

    def _close_room(self) -> None:
        if self.room is not None:
            self.life.note("")
            self._papers.follow(None)
            self.console.close_convening()
            self.console.hold_open = lambda: False
            self.backups.rest()
            gone, self.room = self.room, None
            gone.close()
            # The desk at home says nothing of a room that is gone.
            self._screens.show_around(Surroundings())
