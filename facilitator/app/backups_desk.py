"""Backups in the console: made by themselves, listed, looked at as a copy, and put in place when that is wanted."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStorageInfo

from facilitator.app import house
from facilitator.app.backing_up import A_MOMENT, BackedUp, BackingUp
from facilitator.app.bars import understood
from facilitator.app.looking_at import Desks, LookingAt
from facilitator.console.backup_rows import BackupRow, BackupsShown
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.console.window import ConsoleWindow
from facilitator.convening.gathering import LIVE, the_convening
from facilitator.convening.records import Records
from facilitator.convening.words import Refusal
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.echo import Echo
from facilitator.kit.sentences import sentence
from facilitator.store.backups import Backup, Contents, Why, backups_folder, contents_of, listed
from facilitator.store.looked_at import kept_copies
from facilitator.store.restoring import all_backups
from facilitator.store.second_folder import choose_second_folder, forget_second_folder, second_folder

if TYPE_CHECKING:
    from facilitator.console.backups_page import BackupsPage

_STICKS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")


class BackupsDesk(QObject):
    """Between the page of backups and the files, for one data folder."""

    def __init__(self, folder: Path, console: ConsoleWindow, desks: Desks, wall: Callable[[], int]) -> None:
        super().__init__(console)
        self._folder, self._console = folder, console
        self._known: dict[tuple[str, int], Contents | None] = {}
        self._refusal, self._is_busy = "", False
        self._is_finished = False
        self._echo: Echo[Callable[[], None]] = Echo()
        self._echo.listen(_do_all)
        self._threads: list[threading.Thread] = []
        self.backing_up = BackingUp(folder, wall, _said, self._tell)
        self.copy = LookingAt(folder, console, desks, wall, self._tell_refusal, self.see)
        console.home.backups.page_made.connect(self._serve)

    def begin(self) -> None:
        """Begin to back up. The lock of the folder is ours."""
        self.copy.clear_up()
        self.backing_up.begin()

    def follow(self, records: Records) -> None:
        """Back up every ten minutes while this convening is live; a copy that is looked at needs none."""
        self.backing_up.follow(is_live=the_convening(records).state == LIVE and not self.copy.at)

    def rest(self) -> None:
        """No convening is open."""
        self.backing_up.follow(is_live=False)

    def finish(self) -> None:
        """Make the last backup, and wait; nothing more the second time."""
        if self._is_finished:
            return
        self._is_finished = True
        self.copy.finish()
        self.backing_up.finish()
        for thread in self._threads:
            thread.join(A_MOMENT)
        self._echo.forget(_do_all)

    def _serve(self, page: BackupsPage) -> None:
        page.list_wanted.connect(self._list)
        page.made_wanted.connect(self._make)
        page.copy_wanted.connect(self._look_at)
        page.folder_wanted.connect(self._choose)
        page.folder_forgotten.connect(self._forget)
        page.use_wanted.connect(lambda: self._try(self.copy.use))
        page.back_wanted.connect(lambda: self._try(self.copy.back))

    def _tell(self, told: BackedUp) -> None:
        """Told on the thread of backups."""
        if self._is_finished:
            return  # nobody sees the list any more, and counting what they hold takes a while
        shown = self._gathered()
        self._echo.tell(lambda: self._hear(told, shown))

    def _hear(self, told: BackedUp, shown: BackupsShown) -> None:
        self._is_busy = False
        for key, fact, why in (
            ("backup", _("No backup could be made."), told.trouble),
            ("second_folder", _("The second folder got no copy."), told.second_trouble),
        ):
            if why:
                done = Act("", _("All right"), partial(self._console.settle, key))
                self._console.tell(Trouble(key, Gravity.WARNING, fact, why, (done,)))
            else:
                self._console.settle(key)
        if told.doubt:
            see = Act("", _("See backups"), self.see)
            done = Act("", _("All right"), partial(self._console.settle, "doubt"))
            meaning = _("A backup may hold it as it was; everything goes on meanwhile.")
            self._console.tell(Trouble("doubt", Gravity.WARNING, told.doubt, meaning, (see, done)))
        self._show(shown)

    def see(self) -> None:
        """Show the page of backups."""
        self._console.go_home()
        self._console.home.backups.see()

    def _list(self) -> None:
        """Count what backups hold on a thread of its own; a large one takes a while."""

        def gather() -> None:
            shown = self._gathered()
            if not self._is_finished:
                self._echo.tell(lambda: self._show(shown))

        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(threading.Thread(target=gather, name="backups list", daemon=True))
        self._threads[-1].start()

    def _gathered(self) -> BackupsShown:
        second = second_folder(self._folder)
        here = {backup.name: backup for backup in listed(backups_folder(self._folder))}
        there = {backup.name: backup for backup in listed(Path(second))} if second else {}
        rows = tuple(
            self._row(backup, name, backup.why.value, is_here=name in here, is_on_second=name in there)
            for name, backup in {one.name: one for one in reversed(all_backups(self._folder))}.items()
        )
        kept = tuple(
            self._row(Backup(each.path, each.at, Why.ASKED, each.size), name=each.name, why="kept")
            for each in kept_copies(self._folder)
        )
        return BackupsShown(
            tuple(sorted((*rows, *kept), key=lambda each: each.at, reverse=True)),
            second, max((backup.at for backup in there.values()), default=0), _sticks(),
        )  # fmt: skip

    def _row(
        self, backup: Backup, name: str, why: str, *, is_here: bool = True, is_on_second: bool = False
    ) -> BackupRow:
        key = (name, backup.size)
        if key not in self._known:
            try:
                self._known[key] = contents_of(backup.path)
            except Refusal:
                self._known[key] = None
        held = self._known[key]
        convenings, ideas = (held.convenings, held.ideas) if held else (0, 0)
        return BackupRow(
            name, backup.at, why, backup.size, convenings, ideas, is_here, is_on_second,
            held is not None,
        )  # fmt: skip

    def _show(self, shown: BackupsShown) -> None:
        self._shown = BackupsShown(
            shown.rows, shown.second, shown.second_at, shown.sticks, self.copy.at,
            self._is_busy or self.copy.is_busy, self._refusal,
        )  # fmt: skip
        self._console.home.backups.show_backups(self._shown)

    def _make(self) -> None:
        self._is_busy, self._refusal = True, ""
        self.backing_up.ask()
        self._list()

    def _choose(self, place: str) -> None:
        self._try(lambda: choose_second_folder(self._folder, Path(place).expanduser()))
        if not self._refusal:
            self._make()

    def _forget(self) -> None:
        self._try(lambda: forget_second_folder(self._folder))

    def look_at_newest(self) -> None:
        """Open the newest backup as a copy: nothing is exchanged before the facilitator says so."""
        if newest := all_backups(self._folder)[:1]:
            self._look_at(newest[0].name)

    def _look_at(self, name: str) -> None:
        backups = [(each.name, each.path, each.at) for each in all_backups(self._folder)]
        kept = [(each.name, each.path, each.at) for each in kept_copies(self._folder)]
        for named, path, at in (*backups, *kept):
            if named == name:
                self._try(partial(self.copy.look, path, at))
                return

    def _tell_refusal(self, failed: Refusal | str) -> None:
        """A step of the copy is done, or was refused: said on the page, and in the bar to who sees another one."""
        self._refusal = _said(failed) if isinstance(failed, Refusal) else ""
        self._console.settle("no copy")
        if self._refusal and not self._console.home.backups.page.isVisible():
            done = understood("no copy", self._console.settle)
            self._console.tell(Trouble("no copy", Gravity.WARNING, self._refusal, "", (done,)))
        self._list()

    def _try(self, act: Callable[[], object]) -> None:
        """Do something, or say in a sentence why not."""
        failed: Refusal | str = ""
        try:
            act()
        except Refusal as refusal:
            failed = refusal
        self._tell_refusal(failed)


def _said(refusal: Refusal) -> str:
    return sentence(refusal, house.refusal_sentences())


def _do_all(told: Sequence[Callable[[], None]]) -> None:
    for each in told:
        each()


def _sticks() -> tuple[str, ...]:
    """Where something is plugged in that could hold a second copy."""
    found = [volume for volume in QStorageInfo.mountedVolumes() if volume.isValid() and not volume.isReadOnly()]
    return tuple(volume.rootPath() for volume in found if volume.rootPath().startswith(_STICKS))
