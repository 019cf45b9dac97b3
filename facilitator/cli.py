"""The commands: the app itself, and everything that works without a window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from facilitator import i18n
from facilitator.convening.words import NotSaved, Refusal
from facilitator.i18n import _
from facilitator.paths import data_folder

commands = typer.Typer(
    name="facilitator",
    help="Carries a convening from one laptop, without internet.",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Data = Annotated[Path | None, typer.Option("--data", help="Use another data folder (also FACILITATOR_DATA).")]
Json = Annotated[bool, typer.Option("--json", help="Say it for programs.")]


class Chosen:
    """What was said before a command."""

    def __init__(self) -> None:
        self.data: Path | None = None

    def folder(self, data: Path | None) -> Path:
        """The data folder: as said with the command, else before it, else the system's."""
        return data_folder(data or self.data or "")


chosen = Chosen()

_UsageError = cast(type[Exception], typer.BadParameter.__mro__[1])
"""What typer raises when the words of a command are off: the parent of its own BadParameter."""


@commands.callback(invoke_without_command=True)
def app(context: typer.Context, data: Data = None, *, sample: bool = False) -> None:
    """Open the app; --sample opens the sample convening."""
    chosen.data = data
    if context.invoked_subcommand is None:
        from facilitator.app.running import run_windows

        raise typer.Exit(run_windows(chosen.folder(data), opens_sample=sample))


@commands.command()
def rehearse(
    out: Annotated[Path, typer.Option(help="Where the pictures, the summary and the file go.")],
    template: Annotated[str, typer.Option(help="Which template; the sample convening without one.")] = "",
    people: Annotated[int, typer.Option(min=1, max=500)] = 22,
    ideas: Annotated[int, typer.Option(min=1, max=5000)] = 60,
    seed: Annotated[int, typer.Option()] = 1,
    *,
    as_json: Json = False,
) -> None:
    """Rehearse a whole convening with simulated participants, and write what came of it."""
    from facilitator.app.rehearsing import rehearse as run

    raise typer.Exit(run(out, template=template, people=people, ideas=ideas, seed=seed, says_json=as_json))


@commands.command()
def serve(
    data: Data = None,
    convening: Annotated[str, typer.Option(help="The id of a convening.")] = "",
    block: Annotated[str, typer.Option(help="The number of a block, or the first of an activity.")] = "",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 0,
    *,
    sample: bool = False,
) -> None:
    """Serve the room without windows; prints one line of JSON once phones can join."""
    from facilitator.app.serving import serve as run

    raise typer.Exit(run(chosen.folder(data), convening if not sample else "", block, port))


@commands.command()
def export(
    what: Annotated[str, typer.Argument(help="The id of a convening, or a .convene file.")],
    out: Annotated[
        Path, typer.Argument(help="By its ending: .pdf .convene .json .csv .xlsx .md; a board .png .svg too.")
    ],
    data: Data = None,
    edition: Annotated[
        str, typer.Option(help="participant, funder or facilitator; without it, as the ending is meant.")
    ] = "",
    language: Annotated[str, typer.Option()] = "en",
    part: Annotated[str, typer.Option("--what", help="summary; agenda alone; or one idea board.")] = "summary",
    paper: Annotated[str, typer.Option(help="Of the agenda or a board as a .pdf: a4 or a3.")] = "a4",
    block: Annotated[str, typer.Option(help="The board: a block's number; without it, the first with ideas.")] = "",
    size: Annotated[str, typer.Option(help="Of a board as a .png, in pixels.")] = "3840x2160",
) -> None:
    """Write a convening to a file."""
    from facilitator.app.exporting import BoardWish, export_part

    board = BoardWish(block, size)
    export_part(chosen.folder(data), what, out, edition, language, part, paper, _progress, board)
    typer.echo(str(out))


@commands.command("import")
def import_(file: Path, data: Data = None) -> None:
    """Take in a .convene file; importing twice changes nothing."""
    from facilitator.app.exporting import import_from

    streams, count = import_from(chosen.folder(data), file)
    typer.echo(i18n.ngettext("{count} new fact.", "{count} new facts.", count).format(count=count))
    for stream in streams:
        typer.echo(stream)


@commands.command("list")
def list_(data: Data = None, *, as_json: Json = False) -> None:
    """List the convenings."""
    from facilitator.store.workspace import list_convenings

    listed = list_convenings(chosen.folder(data))
    if as_json:
        _say_json([{name: getattr(one, name) for name in one.__slots__} for one in listed])
        return
    if not listed:
        typer.echo(_("Nothing here yet."))
    for one in listed:
        typer.echo(f"{one.id}  {one.date:10}  {one.title}")


@commands.command()
def show(
    what: Annotated[str, typer.Argument(help="The id of a convening, or a .convene file.")],
    data: Data = None,
    *,
    as_json: Json = False,
) -> None:
    """Show what is known of a convening."""
    from facilitator.app.exporting import as_lines, as_values, records_of

    records = records_of(chosen.folder(data), what)
    if as_json:
        _say_json(as_values(records))
    else:
        for line in as_lines(records):
            typer.echo(line)


@commands.command()
def doctor(data: Data = None, *, as_json: Json = False) -> None:
    """Look whether everything is in order on this laptop."""
    from facilitator.app.doctor import findings

    found = findings(chosen.folder(data))
    if as_json:
        _say_json([{"name": f.name, "is_well": f.is_well, "says": f.says} for f in found])
    else:
        for finding in found:
            typer.echo(f"{'ok ' if finding.is_well else '!! '} {finding.name}: {finding.says}")
    if not all(finding.is_well for finding in found):
        raise typer.Exit(2)


@commands.command()
def backup(out: Annotated[Path | None, typer.Argument(help="A file, or a folder.")] = None, data: Data = None) -> None:
    """Make a backup now, and tell where it lies."""
    from facilitator.app.backup_commands import make_now

    typer.echo(str(make_now(chosen.folder(data), out)))


@commands.command()
def restore(
    wanted: Annotated[str, typer.Argument(help="The name of a backup, a file, or newest; without it: a list.")] = "",
    data: Data = None,
    as_copy: Annotated[Path | None, typer.Option(help="Put it into this empty folder instead.")] = None,
    *,
    as_json: Json = False,
) -> None:
    """List the backups, or restore one; what was there is kept."""
    from facilitator.app import backup_commands

    folder = chosen.folder(data)
    if wanted:
        said = backup_commands.restore(folder, wanted, as_copy)
        if as_json:
            _say_json({"says": said})
        else:
            typer.echo(said)
        return
    found = backup_commands.listing(folder)
    if as_json:
        _say_json([dict(backup_commands.told(one)) for one in found])
        return
    for one in found:
        typer.echo(backup_commands.line(one))
    if not found:
        typer.echo(_("There is no backup yet."))


def run(asked: Sequence[str]) -> int:
    """Do what the arguments ask; one plain sentence and 2 when it cannot be done."""
    from facilitator.app.house import refusal_sentences
    from facilitator.kit.sentences import sentence

    try:
        code = commands(list(asked), standalone_mode=False)
    except Refusal as refusal:
        return _fail(sentence(refusal, refusal_sentences()))
    except NotSaved:
        return _fail(_("It could not be saved: is the disk full?"))
    except OSError as error:
        return _fail(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))
    except typer.Abort:
        return 130
    except _UsageError as error:
        return _fail(str(error))
    return code if isinstance(code, int) else 0


def _fail(said: str) -> int:
    print(said, file=sys.stderr)  # noqa: T201 - a command speaks on stderr
    return 2


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} / {of}", end="" if done < of else "\n", file=sys.stderr)  # noqa: T201 - progress of a command


def _say_json(value: Any) -> None:
    import json

    typer.echo(json.dumps(value, ensure_ascii=False))
