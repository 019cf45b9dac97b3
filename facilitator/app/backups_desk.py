"""Backups in the console: made by themselves, listed, looked at as a copy, and put in place when that is wanted."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QStorageInfo

from facilitator.app import house
from facilitator.app.backing_up import A_MOMENT, BackedUp, BackingUp
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
from facilitator.store.backups import Backup, Contents, backups_folder, contents_of, listed
from facilitator.store.lock import WorkspaceLock
from facilitator.store.opening import WORKSPACE
from facilitator.store.restoring import all_backups, replace_workspace, restore_as_copy
from facilitator.store.second_folder import choose_second_folder, forget_second_folder, second_folder

if TYPE_CHECKING:
    from facilitator.console.backups_page import BackupsPage

LOOKED_AT = "looked-at"
"""The folder, in the data folder, of the copy that is looked at; made anew each time."""

_STICKS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")


class Desks(Protocol):
    """Whoever shows a data folder and can turn to another one."""

    def turn_to(self, folder: Path) -> None:
        """Close what is open and show another data folder. Raises Refusal file.*."""

    def rest(self) -> None:
        """Close what is open, so that its file can be exchanged."""


class BackupsDesk(QObject):
    """Between the page of backups and the files, for one data folder."""

    def __init__(self, folder: Path, console: ConsoleWindow, desks: Desks, wall: Callable[[], int]) -> None:
        super().__init__(console)
        self._folder, self._console, self._desks, self._wall = folder, console, desks, wall
        self._known: dict[tuple[str, int], Contents | None] = {}
        self._looking_at, self._refusal, self._is_busy = 0, "", False
        self._is_finished = False
        self._echo: Echo[Callable[[], None]] = Echo()
        self._echo.listen(_do_all)
        self._threads: list[threading.Thread] = []
        self.backing_up = BackingUp(folder, wall, _said, self._tell)
        console.home.backups.page_made.connect(self._serve)

    def begin(self) -> None:
        """Begin to back up."""
        self.backing_up.begin()

    def follow(self, records: Records) -> None:
        """Back up every ten minutes while this convening is live; a copy that is looked at needs none."""
        self.backing_up.follow(is_live=the_convening(records).state == LIVE and not self._looking_at)

    def rest(self) -> None:
        """No convening is open."""
        self.backing_up.follow(is_live=False)

    def finish(self) -> None:
        """Make the last backup, and wait; nothing more the second time."""
        if self._is_finished:
            return
        self._is_finished = True
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
        page.use_wanted.connect(self._use)
        page.back_wanted.connect(self._back)

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
            self._row(backup, is_here=backup.name in here, is_on_second=backup.name in there)
            for backup in {one.name: one for one in reversed(all_backups(self._folder))}.values()
        )
        return BackupsShown(
            tuple(sorted(rows, key=lambda each: each.at, reverse=True)),
            second, max((backup.at for backup in there.values()), default=0), _sticks(),
        )  # fmt: skip

    def _row(self, backup: Backup, *, is_here: bool, is_on_second: bool) -> BackupRow:
        key = (backup.name, backup.size)
        if key not in self._known:
            try:
                self._known[key] = contents_of(backup.path)
            except Refusal:
                self._known[key] = None
        held = self._known[key]
        convenings, ideas = (held.convenings, held.ideas) if held else (0, 0)
        return BackupRow(
            backup.name, backup.at, backup.why.value, backup.size, convenings, ideas, is_here, is_on_second,
            held is not None,
        )  # fmt: skip

    def _show(self, shown: BackupsShown) -> None:
        self._shown = BackupsShown(
            shown.rows, shown.second, shown.second_at, shown.sticks, self._looking_at, self._is_busy,
            self._refusal,
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
        backup = next((each for each in all_backups(self._folder) if each.name == name), None)
        if backup is not None:
            self._try(lambda: self._turn_to_copy(backup))

    def _turn_to_copy(self, backup: Backup) -> None:
        copy = self._folder / LOOKED_AT
        shutil.rmtree(copy, ignore_errors=True)
        restore_as_copy(backup.path, copy, self._wall())
        self._desks.turn_to(copy)
        self._looking_at = backup.at
        fact, meaning = _("This is a copy."), _("What you do now happens in the copy; your own desk is as it was.")
        acts = (Act("", _("Use this instead"), self._use), Act("", _("Back to my desk"), self._back))
        self._console.tell(Trouble("copy", Gravity.WARNING, fact, meaning, acts))

    def _use(self) -> None:
        self._try(self._put_in_place)

    def _put_in_place(self) -> None:
        self._desks.rest()
        lock = WorkspaceLock(self._folder)
        try:
            replace_workspace(self._folder, self._folder / LOOKED_AT / WORKSPACE, self._wall())
        finally:
            lock.release()
            self._leave_copy()

    def _back(self) -> None:
        self._try(self._leave_copy)

    def _leave_copy(self) -> None:
        self._desks.turn_to(self._folder)
        self._looking_at = 0
        self._console.settle("copy")
        shutil.rmtree(self._folder / LOOKED_AT, ignore_errors=True)

    def _try(self, act: Callable[[], object]) -> None:
        """Do something, or say on the page in a sentence why not."""
        self._refusal = ""
        try:
            act()
        except Refusal as refusal:
            self._refusal = _said(refusal)
        self._list()


def _said(refusal: Refusal) -> str:
    return sentence(refusal, house.refusal_sentences())


def _do_all(told: Sequence[Callable[[], None]]) -> None:
    for each in told:
        each()


def _sticks() -> tuple[str, ...]:
    """Where something is plugged in that could hold a second copy."""
    found = [volume for volume in QStorageInfo.mountedVolumes() if volume.isValid() and not volume.isReadOnly()]
    return tuple(volume.rootPath() for volume in found if volume.rootPath().startswith(_STICKS))
