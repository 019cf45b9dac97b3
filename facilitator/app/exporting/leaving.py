"""A convening leaves as a file, or a file comes in: what is meant, who may see it, and in which shape.

`.convene`, `.json` and `.csv` are the facilitator's own, whatever the edition: all ideas with their authors, those too
that the room has not seen; in the first two also contacts and private notes. They are for moving and for counting.
`.xlsx` and `.md` are the facilitator's own too unless an edition is asked for: the one for participants and the one for
funders hold what the room may see now and nothing else, so no contact, no private note, no veiled idea; whom they name
is said in `editions`.
`.pdf` is the participants' unless another is asked for. The agenda alone goes as `.xlsx`, `.md` and `.csv` by the same
rule, and as a `.pdf` it is a poster for the wall, which holds what the room may see. One idea board goes as
`boards` says. Votes that are not revealed are in none: they lie sealed outside of what is read here. What fewer than
five answered to a pulse is in the `.convene` alone, which another laptop reads as this one does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from facilitator.app import house
from facilitator.app.exporting.agenda_sheets import agenda_sheet
from facilitator.app.exporting.boards import FIRST_BOARD, BoardWish, export_board
from facilitator.app.exporting.decisions import told_alone
from facilitator.app.exporting.editions import EDITIONS, FACILITATOR, PARTICIPANT, seen_in
from facilitator.app.exporting.markdown import agenda_as_markdown, as_markdown
from facilitator.app.exporting.sheets import agenda_sheets, idea_sheet, sheets
from facilitator.app.exporting.spreadsheet import as_csv, as_xlsx
from facilitator.app.kept_clock import KeptClock
from facilitator.app.recovering import open_for_command
from facilitator.convening.agenda import agenda
from facilitator.convening.gathering import the_convening
from facilitator.convening.records import Records, row_of
from facilitator.convening.words import Refusal
from facilitator.i18n import speaking
from facilitator.store.foreign import convening_of, read_portable
from facilitator.store.opening import WORKSPACE, open_reader
from facilitator.store.portable import export_convene, import_convene, write_convene
from facilitator.store.reading import convenings, load
from facilitator.store.whole import whole

ENDINGS = (".pdf", ".convene", ".json", ".csv", ".xlsx", ".md")
"""What can be written."""

SUMMARY, AGENDA, BOARD = "summary", "agenda", "board"
"""What of a convening is written: all that came of it, its agenda alone, or one idea board."""

AGENDA_ENDINGS = (".pdf", ".csv", ".xlsx", ".md")
"""What the agenda alone can be written as."""

Progress = Callable[[int, int], None]


def export_to(folder: Path, what: str, out: Path, edition: str, language: str, progress: Progress) -> None:
    """Write a convening, the id of one of the workspace or a .convene file, by the ending of `out`.

    An edition of "" is the one that the ending is made for. The file appears whole or not at all.
    Raises Refusal: file.*, convening.none_such, edition.unknown; OSError where a PDF cannot be written.
    """
    ending = out.suffix.lower()
    if ending not in ENDINGS:
        raise Refusal("file.unknown_ending", endings=" ".join(ENDINGS))
    _refuse_unknown(edition)
    if ending == ".convene":
        _write_convene(folder, what, out)
        return
    records = records_of(folder, what)
    if ending == ".pdf":
        from facilitator.app.paper import make_summary  # the paper is slow to import

        make_summary(records, out, edition or PARTICIPANT, language, progress, KeptClock(folder).clock.now)
    else:
        content = _content(records, ending, edition, language, KeptClock(folder).clock.now())
        with whole(out) as young:
            young.write_bytes(content)


def export_part(
    folder: Path,
    what: str,
    out: Path,
    edition: str,
    language: str,
    part: str,
    paper: str,
    progress: Progress,
    board: BoardWish = FIRST_BOARD,
) -> None:
    """Write a convening, or the `part` of it that is asked for; see `export_to`, `export_agenda` and `export_board`.

    Raises Refusal: as they do, part.unknown.
    """
    if part == AGENDA:
        export_agenda(folder, what, out, edition, language, paper)
    elif part == BOARD:
        _refuse_unknown(edition)
        export_board(records_of(folder, what), out, edition, language, board, paper, progress)
    elif part == SUMMARY:
        export_to(folder, what, out, edition, language, progress)
    else:
        raise Refusal("part.unknown", parts=f"{SUMMARY}, {AGENDA}, {BOARD}")


def export_agenda(folder: Path, what: str, out: Path, edition: str, language: str, paper: str) -> None:
    """Write the agenda of a convening by the ending of `out`; as a PDF it is a poster on `paper`, "a4" or "a3".

    Raises Refusal: as `export_to`, paper.unknown.
    """
    ending = out.suffix.lower()
    if ending not in AGENDA_ENDINGS:
        raise Refusal("file.unknown_ending", endings=" ".join(AGENDA_ENDINGS))
    _refuse_unknown(edition)
    records = records_of(folder, what)
    if ending == ".pdf":
        from facilitator.app.paper import make_agenda_poster  # the paper is slow to import

        make_agenda_poster(records, out, paper, language)
        return
    with speaking(language), whole(out) as young:
        young.write_bytes(_agenda(seen_in(records, edition or FACILITATOR), ending, KeptClock(folder).clock.now()))


def records_of(folder: Path, what: str) -> Records:
    """Read a convening's records from the workspace or a .convene file. Raises Refusal file.*, convening.none_such."""
    if _is_file(what):
        return convening_of(Path(what), house.rulebook().kinds)[1]
    with _workspace(folder, what) as connection:
        return load(connection, house.rulebook().kinds, what)


def import_from(folder: Path, file: Path) -> tuple[list[str], int]:
    """Take a .convene file in; give its convenings and the number of new facts.

    Raises Refusal: file.*, folder.*, backup.failed.
    """
    workspace = open_for_command(folder)
    try:
        return import_convene(workspace.connection, workspace.kinds, file)
    finally:
        workspace.close()


def as_values(records: Records) -> dict[str, list[dict[str, Any]]]:
    """Say all records of a convening as plain values, by table, less the answers that are never shown."""
    known = told_alone(records)
    return {
        name: [{"id": record.id, **_plain(row_of(record))} for record in known.table(name).values()]
        for name, kind in known.kinds.items()
        if kind.is_kept
    }


def as_lines(records: Records) -> Iterator[str]:
    """Say a convening in lines for a person."""
    convening = the_convening(records)
    yield convening.title
    yield " · ".join(part for part in (convening.date, convening.place, convening.day_line) if part)
    for block in agenda(records):
        yield f"{block.minutes:4} min  {block.title}"
    for row in idea_sheet(records).rows:
        yield f"- {row[2]}"


def _content(records: Records, ending: str, edition: str, language: str, now: int) -> bytes:
    if ending == ".json":
        return json.dumps(as_values(records), ensure_ascii=False, indent=2).encode()
    if ending == ".csv":
        return as_csv(idea_sheet(records))
    seen = seen_in(records, edition or FACILITATOR)
    with speaking(language):
        if ending == ".xlsx":
            return as_xlsx(sheets(seen, now), the_convening(seen).title)
        return as_markdown(seen, now).encode()


def _agenda(seen: Records, ending: str, now: int) -> bytes:
    if ending == ".csv":
        return as_csv(agenda_sheet(seen, now))
    if ending == ".xlsx":
        return as_xlsx(agenda_sheets(seen, now), the_convening(seen).title)
    return agenda_as_markdown(seen, now).encode()


def _refuse_unknown(edition: str) -> None:
    if edition and edition not in EDITIONS:
        raise Refusal("edition.unknown", editions=", ".join(EDITIONS))


def _write_convene(folder: Path, what: str, out: Path) -> None:
    kinds = house.rulebook().kinds
    if _is_file(what):
        write_convene(read_portable(Path(what), kinds), kinds, out)
        return
    with _workspace(folder, what) as connection:
        export_convene(connection, kinds, what, out)


def _is_file(what: str) -> bool:
    return what.lower().endswith(".convene")


@contextmanager
def _workspace(folder: Path, convening: str) -> Iterator[Any]:
    path = folder / WORKSPACE
    if not path.exists():
        raise Refusal("convening.none_such")
    connection = open_reader(path)
    try:
        if convening not in [one.id for one in convenings(connection)]:
            raise Refusal("convening.none_such")
        yield connection
    finally:
        connection.close()


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in row.items()}
