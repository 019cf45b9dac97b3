"""The shelf of templates that somebody made: files in the data folder, written and read while the windows go on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from facilitator.app import house
from facilitator.app.bars import understood
from facilitator.beginnings.saved_templates import as_template, file_of, read, save, saved, write
from facilitator.beginnings.templates import Template
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.console.window import ConsoleWindow
from facilitator.convening.records import Records
from facilitator.convening.words import Refusal
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.echo import Echo
from facilitator.kit.sentences import sentence

KEY = "templates"
"""Under this key the bar tells of templates."""

_Told = Callable[[], None]


class TemplateShelf(QObject):
    """Keeps the desk at home shown what lies on the shelf, and says in the bar what became of each wish."""

    def __init__(self, folder: Path, console: ConsoleWindow) -> None:
        super().__init__()
        self._folder, self._console = folder, console
        self._work, self._turn = threading.Lock(), 0
        self._threads: list[threading.Thread] = []
        self._echo: Echo[tuple[int, _Told]] = Echo()
        self._echo.listen(self._hear)
        shown = console.home.saved
        shown.remove_wanted.connect(self._remove)
        shown.share_wanted.connect(self._share)
        shown.bring_wanted.connect(self._bring)
        self.turn_to(folder)

    def turn_to(self, folder: Path) -> None:
        """Show what lies in another data folder."""
        self._folder = folder
        self._turn += 1
        self._do(lambda: None)

    def keep(self, records: Records) -> None:
        """Make a template of a convening."""
        written, folder = as_template(records, house.activities()), self._folder

        def do() -> _Told:
            path = save(written, folder)
            return lambda: self._tell(_("It is a template now: {name}").format(name=path.stem), _where())

        self._do(do)

    def finish(self) -> None:
        """Wait for what is being written; what it came to is told to nobody any more."""
        self._turn += 1
        for thread in self._threads:
            thread.join()

    def _remove(self, key: str) -> None:
        path = file_of(key, self._folder)

        def do() -> _Told:
            written = read(path)
            path.unlink()
            return lambda: self._tell_removed(written, path)

        self._do(do)

    def _tell_removed(self, written: dict[str, Any], path: Path) -> None:
        back = Act("", _("Put it back"), lambda: self._do(lambda: self._put_back(written, path)))
        self._tell(_("The template is removed: {name}").format(name=path.stem), "", (back,))

    def _put_back(self, written: dict[str, Any], path: Path) -> _Told:
        write(written, path)
        return lambda: self._console.settle(KEY)

    def _share(self, key: str, file: str) -> None:
        path = file_of(key, self._folder)

        def do() -> _Told:
            write(read(path), Path(file))
            return lambda: self._tell(_("The template is saved as a file."), file)

        self._do(do)

    def _bring(self, file: str) -> None:
        folder = self._folder

        def do() -> _Told:
            path = save(read(Path(file)), folder)
            return lambda: self._tell(_("The template is on your desk: {name}").format(name=path.stem), _where())

        self._do(do)

    def _do(self, work: Callable[[], _Told | None]) -> None:
        """Work beside the windows, one after the other; then show what lies there, and tell."""
        folder, turn = self._folder, self._turn

        def run() -> None:
            with self._work:
                tell = self._tried(work)
                found, spoiled = saved(folder, house.activities())
            self._echo.tell((turn, lambda: self._show(found, spoiled)))
            if tell is not None:
                self._echo.tell((turn, tell))

        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(threading.Thread(target=run, name="templates", daemon=True))
        self._threads[-1].start()

    def _tried(self, work: Callable[[], _Told | None]) -> _Told | None:
        try:
            return work()
        except Refusal as refusal:
            words = sentence(refusal, house.refusal_sentences())
        except OSError as error:
            words = sentence(Refusal("file.not_written", path=error.filename or ""), {})
        return lambda: self._tell(words, "", (), Gravity.WARNING)

    def _show(self, found: tuple[Template, ...], spoiled: tuple[Path, ...]) -> None:
        self._console.home.saved.show_templates(found)
        if spoiled:
            names = ", ".join(path.name for path in spoiled)
            words = _("Some templates cannot be read, and are left where they lie: {names}").format(names=names)
            self._tell(words, str(spoiled[0].parent), (), Gravity.WARNING, f"{KEY} spoiled")

    def _tell(
        self, fact: str, meaning: str = "", acts: tuple[Act, ...] = (), gravity: Gravity = Gravity.GOOD, key: str = KEY
    ) -> None:
        self._console.tell(Trouble(key, gravity, fact, meaning, (*acts, understood(key, self._console.settle))))

    def _hear(self, told: Sequence[tuple[int, _Told]]) -> None:
        for turn, tell in told:
            if turn == self._turn:
                tell()


def _where() -> str:
    return _("Begin with it on the desk at home, under the templates.")
