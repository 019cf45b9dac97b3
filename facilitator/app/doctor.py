"""Looking whether this laptop is ready: the data folder, the workspace file, fonts, and the way in for phones."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from facilitator.app import house
from facilitator.app.backup_commands import findings_of
from facilitator.convening.hlc import wall_ms
from facilitator.convening.words import Refusal
from facilitator.i18n import _, ngettext
from facilitator.kit.sentences import sentence
from facilitator.paths import resources
from facilitator.store.checking import check
from facilitator.store.copies import naming_anybody
from facilitator.store.opening import WORKSPACE
from facilitator.store.second_folder import places

ENOUGH_MB = 500
"""Free space below which a convening is at risk."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    is_well: bool
    says: str


def findings(folder: Path) -> list[Finding]:
    """Look at everything; nothing is changed."""
    return [*_house(), _space(folder), *_workspace(folder), *_backups(folder), *_phones()]


def _house() -> Iterator[Finding]:
    names = ", ".join(house.activities())
    yield Finding(_("Activities"), bool(names), names)
    fonts = sorted((resources() / "fonts").glob("*.ttf"))
    yield Finding(_("Fonts"), bool(fonts), _("{count} bundled").format(count=len(fonts)))


def _space(folder: Path) -> Finding:
    there = next(path for path in (folder, *folder.parents) if path.exists())
    free = shutil.disk_usage(there).free // 2**20
    return Finding(_("Free space"), free >= ENOUGH_MB, _("{free} MB in {folder}").format(free=free, folder=folder))


def _workspace(folder: Path) -> Iterator[Finding]:
    path = folder / WORKSPACE
    if not path.exists():
        yield Finding(_("Workspace"), is_well=True, says=_("Nothing here yet."))
        return
    try:
        checked = check(path, house.rulebook().kinds)
    except Refusal as refusal:
        yield Finding(_("Workspace"), is_well=False, says=sentence(refusal, house.refusal_sentences()))
        return
    yield Finding(_("Workspace"), checked.is_sound, str(path) if checked.is_sound else checked.trouble)
    for title, agrees in checked.agreements:
        says = _("its tables agree with its log") if agrees else _("its tables differ from its log")
        yield Finding(title, agrees, says)
    if checked.is_sound and (older := naming_anybody(folder, places(folder)[1:])):
        says = ngettext(
            "{count} backup still names somebody who is forgotten.",
            "{count} backups still name somebody who is forgotten.",
            len(older),
        ).format(count=len(older))
        yield Finding(_("Forgotten people"), is_well=True, says=says)


def _backups(folder: Path) -> Iterator[Finding]:
    for name, is_well, says in findings_of(folder, wall_ms()):
        yield Finding(name, is_well, says)


def _phones() -> Iterator[Finding]:
    from facilitator.app.doctor_phones import looks

    for look in looks():
        yield Finding(look.name, look.is_well, look.says)
