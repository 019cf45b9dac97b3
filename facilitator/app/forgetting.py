"""What follows when somebody is forgotten, or a convening deleted: what the laptop's other files still hold is said."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.app.drafts import DeskDrafts
from facilitator.app.house import refusal_sentences
from facilitator.console.older_copies import Held, OlderCopies
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.console.times import iso_day
from facilitator.console.window import ConsoleWindow
from facilitator.convening.forgetting import TOMBSTONES
from facilitator.convening.gathering import LIVE
from facilitator.convening.people import name_of
from facilitator.convening.records import Records
from facilitator.convening.words import NotSaved, Refusal
from facilitator.desk.desk import Desk, new_wish_id
from facilitator.desk.news import News
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.echo import Echo
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets.label import Tone
from facilitator.kit.sentences import sentence
from facilitator.store import copies, kept
from facilitator.store.deleting import delete_convening
from facilitator.store.forgetting import is_owed
from facilitator.store.log import DISK_ERRORS
from facilitator.store.reading import convenings, convenings_naming
from facilitator.store.second_folder import places
from facilitator.store.workspace import Workspace

logger = logging.getLogger(__name__)

_KEY = "forgotten"

A_MOMENT = 0.6
"""How long the end of the app waits for what is being deleted or looked into, in seconds."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found after a forgetting: drafts that are left, whether the file is clean, who else is called so."""

    drafts: dict[str, str]
    is_owed: bool
    elsewhere: tuple[str, ...]
    copies: tuple[copies.Copy, ...] | None  # None: they could not be looked into


class Forgetting(QObject):
    """Looks into older copies beside the windows, on a thread of its own, and tells in the console.

    `deleted` tells that a convening was deleted, or could not be.
    """

    deleted = Signal()

    def __init__(self, folder: Path, console: ConsoleWindow, look: Callable[[], Reading]) -> None:
        super().__init__()
        self._folder, self._console, self._look = folder, console, look
        self._threads: list[threading.Thread] = []
        self._beginning = threading.Lock()
        self._echo: Echo[Callable[[], None]] = Echo()
        self._echo.listen(self._hear)
        self._is_over = False
        self._deletion: Future[bool] = Future()
        self._deletion.set_result(True)
        self._interrupt: Callable[[], None] = lambda: None

    def follow(self, desk: Desk, drafts: DeskDrafts) -> None:
        """Hear of everybody who is forgotten at this desk."""
        before = [desk.news.records]

        def hear(news: News) -> None:
            named, before[0] = before[0], news.records
            for fact in news.facts:
                if fact.kind in TOMBSTONES:
                    person = next(change.id for change in fact.changes if change.table == "person")
                    name = name_of(named, person)
                    self._beside(partial(self._after, self._folder, desk, drafts, person, name))

        desk.listen(hear)

    def turn_to(self, folder: Path) -> None:
        """Look into another data folder from now on; copies of this one are not offered for deleting there."""
        self._folder = folder
        self._console.settle(_KEY)
        self._console.home.deleting.hide()

    def delete(self, convening: str, workspace: Workspace, desk: Desk | None) -> None:
        """Begin to delete a convening, with the desk's own connection if another one is open; say what comes of it.

        Nothing happens while one is being deleted.
        """
        if self.is_deleting:
            return
        today = iso_day(self._look().wall_ms, self._look())

        def work(open_: Workspace) -> bool:
            listed = next((one for one in convenings(open_.connection) if one.id == convening), None)
            if listed is not None and listed.state == LIVE and listed.date == today:
                raise Refusal("convening.is_live")
            return delete_convening(open_.connection, open_.kinds, convening, open_.origin, new_wish_id())

        self._console.home.deleting.tell(_("The convening is being deleted."))
        self._interrupt = workspace.connection.interrupt
        if desk is not None:
            self._deletion = desk.errand(work)
        else:
            answer = self._deletion = Future()
            self._beside(lambda: _answer(answer, work, workspace))
        self._deletion.add_done_callback(lambda done: self._echo.tell(lambda: self._hear_deleted(convening, done)))

    @property
    def is_deleting(self) -> bool:
        """Whether a convening is being deleted; the workspace is not to be touched meanwhile."""
        return not self._deletion.done()

    def wait(self) -> None:
        """Wait until what is being deleted is gone, or cannot be deleted."""
        wait([self._deletion])

    def hurry(self) -> None:
        """Wait a moment for what is being deleted, then interrupt it: the next start goes on."""
        if wait([self._deletion], A_MOMENT).not_done:
            self._interrupt()

    def _hear_deleted(self, convening: str, deletion: Future[bool]) -> None:
        line = self._console.home.deleting
        try:
            is_clean = deletion.result()
        except Refusal as refusal:
            self.refuse(refusal)
        except (*DISK_ERRORS, NotSaved):
            logger.exception("A convening could not be deleted to its end")
            words = _("The disk did not take it. What is left of the convening goes at the next start, or try again.")
            line.tell(words, Tone.OVER)
        else:
            done = _("Deleted.") if is_clean else _("Deleted. The next start clears what is left of it on the disk.")
            line.tell(done)
            self._beside(partial(self._after_deleting, self._folder, convening, done))
        finally:
            self.deleted.emit()

    def refuse(self, refusal: Refusal) -> None:
        """Say on the desk at home why a convening is not deleted."""
        self._console.home.deleting.tell(sentence(refusal, refusal_sentences()), Tone.OVER)

    def finish(self) -> None:
        """Wait a moment for what is being looked into; nobody is told of it any more. The desk has stopped by then."""
        self._is_over = True
        for thread in self._threads:
            thread.join(A_MOMENT)

    def _beside(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, name="forgetting", daemon=True)
        with self._beginning:
            thread.start()
            self._threads = [*(one for one in self._threads if one.is_alive()), thread]

    def _after(self, folder: Path, desk: Desk, drafts: DeskDrafts, person: str, name: str) -> None:
        def ask(open_: Workspace) -> tuple[dict[str, str], bool, tuple[str, ...]]:
            also = convenings_naming(open_.connection, name, but=desk.stream) if name else []
            return kept.drafts(open_.connection), is_owed(open_.connection), tuple(also)

        try:
            # The file is rewritten before this is answered: the desk does one thing after another.
            found = desk.errand(ask).result()
        except NotSaved:
            return
        except DISK_ERRORS:
            logger.exception("What is left of a name could not be looked into")
            self._tell_of(folder, lambda: self._tell_alone(desk.news.records))
            return
        holding: tuple[copies.Copy, ...] | None = None
        try:
            holding = tuple(copies.naming(folder, places(folder)[1:], desk.stream, person))
        except DISK_ERRORS:
            logger.exception("Older copies could not be looked into")
        self._tell_of(folder, lambda: self._tell_forgotten(desk.news.records, drafts, _Found(*found, holding)))

    def _after_deleting(self, folder: Path, convening: str, done: str) -> None:
        try:
            holding = tuple(copies.holding(folder, places(folder)[1:], convening))
        except DISK_ERRORS:
            logger.exception("Older copies could not be looked into")
            words = f"{done} {_not_looked_into()}"
            self._tell_of(folder, lambda: self._console.home.deleting.tell(words, Tone.WARN))
            return
        if holding or copies.not_there(places(folder)[1:]):
            self._tell_of(folder, lambda: self._tell_deleted(done, holding))

    def _tell_of(self, folder: Path, tell: Callable[[], None]) -> None:
        """Tell something of a data folder, unless another one is open by then, or nobody hears it any more."""
        if not self._is_over:
            self._echo.tell(lambda: tell() if folder == self._folder else None)

    def _tell_forgotten(self, records: Records, drafts: DeskDrafts, found: _Found) -> None:
        drafts.forget_what_is_gone(found.drafts)
        self._show_everywhere(records)
        older = self._older(Held.NAME, found.copies or (), self._tell_in_bar)
        said = older.words(self._look()) if found.copies is not None else _not_looked_into()
        fact = _("Forgotten.")
        if found.is_owed:
            fact = _("Forgotten. The next start clears what is left of the name on the disk.")
        also = _("Somebody of this name is also on the list of: {titles}.").format(titles=", ".join(found.elsewhere))
        meaning = " ".join(part for part in (also if found.elsewhere else "", said) if part)
        self._tell(fact, meaning, older.acts(), Gravity.WARNING if meaning or found.is_owed else Gravity.GOOD)

    def _tell_alone(self, records: Records) -> None:
        self._show_everywhere(records)
        self._tell(_("Forgotten."), _not_looked_into(), (), Gravity.WARNING)

    def _show_everywhere(self, records: Records) -> None:
        """A page that is not seen shows what it was told last: it must not go on knowing a name."""
        from facilitator.console.live import Live
        from facilitator.console.prepare import Prepare

        for page in self._console.findChildren(QWidget):
            if isinstance(page, Prepare | Live):
                page.show_records(records)

    def _tell_deleted(self, done: str, holding: tuple[copies.Copy, ...]) -> None:
        line = self._console.home.deleting
        older = self._older(Held.CONVENING, holding, line.tell)
        line.tell(f"{done} {older.words(self._look())}", Tone.WARN, (*older.acts(), Act("", _("Keep them"), line.hide)))

    def _older(self, held: Held, holding: tuple[copies.Copy, ...], tell: Callable[[str], None]) -> OlderCopies:
        def delete() -> None:
            self._beside(lambda: delete_them(holding))

        def delete_them(these: tuple[copies.Copy, ...]) -> None:
            left = copies.delete_copies(these)
            words = _("The older backups are deleted.")
            if left:
                names = ", ".join(copy.path.name for copy in left)
                words = ngettext("This file could not be deleted: {names}", "These could not be deleted: {names}",
                                 len(left)).format(names=names)  # fmt: skip
            if not self._is_over:
                self._echo.tell(lambda: tell(words))

        staying = len(copies.staying(self._folder, holding))
        not_there = tuple(map(str, copies.not_there(places(self._folder)[1:])))
        return OlderCopies(held, tuple(copy.at for copy in holding), delete, not_there, staying)

    def _tell_in_bar(self, words: str) -> None:
        self._tell(words, "", (), Gravity.GOOD)

    def _tell(self, fact: str, meaning: str, acts: tuple[Act, ...], gravity: Gravity) -> None:
        well = Act("", _("All right"), lambda: self._console.settle(_KEY))
        self._console.tell(Trouble(_KEY, gravity, fact, meaning, (*acts, well) if gravity is Gravity.WARNING else acts))

    def _hear(self, told: Sequence[Callable[[], None]]) -> None:
        for tell in told:
            if not self._is_over:
                tell()


def _answer(answer: Future[bool], work: Callable[[Workspace], bool], workspace: Workspace) -> None:
    try:
        answer.set_result(work(workspace))
    except Exception as error:  # noqa: BLE001 - whatever it was, the facilitator hears of it
        answer.set_exception(error)


def _not_looked_into() -> str:
    return _("Older copies could not be looked into: a backup may still hold it.")
