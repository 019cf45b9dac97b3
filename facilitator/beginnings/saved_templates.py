"""Templates that somebody made: any convening, kept as a file to begin others with, and to hand on.

A file holds the blocks with their steps and what was settled in each, the days and what they are for. It holds nobody:
no people, no guides, no private notes, no dates, no ideas, no codes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from facilitator.activities import Activity
from facilitator.beginnings.methods import BEING, DOING, PLAIN, SEEING, PlannedBlock, methods
from facilitator.beginnings.settings import MOST as MOST_SETTINGS
from facilitator.beginnings.settings import settings_from, written_settings
from facilitator.beginnings.templates import PlannedDay, Template
from facilitator.convening import agenda, planning
from facilitator.convening.agenda import BY_KIND, CATEGORIES, COULD, FREE, KEPT, MUST, SHOULD, AddBlock, Block
from facilitator.convening.days import FIRST_DAY, Day, days
from facilitator.convening.gathering import Convening, the_convening
from facilitator.convening.ground import GROUND
from facilitator.convening.ids import HOST, ROOM, BlockId, ConveningId, DayId, StepId, WishId
from facilitator.convening.records import Records
from facilitator.convening.rulebook import Rulebook
from facilitator.convening.steps import WHOLE, Step, steps_of
from facilitator.convening.words import Moment, Refusal, Role, added
from facilitator.paths import file_name, resources
from facilitator.store.whole import whole

FOLDER, ENDING = "templates", ".json"
"""Where the files lie in the data folder, and how their names end."""

FORMAT, VERSION = "facilitator template", 1
MOST_BYTES, MOST_BLOCKS, MOST_DAYS, MOST_PEOPLE = 2_000_000, 500, 60, 10_000
"""A file beyond these is no template."""

SAVED = "saved:"
"""With this the key of a saved template begins; the name of its file follows."""

_UNREADABLE = (KeyError, TypeError, ValueError, AttributeError)
"""What comes of a file that is not as it is written here."""

Value = TypeVar("Value", str, int, bool)

_NOT_KEPT = {"id", "place", "day", "guide", "roles", "replanned"}
_WORDS: Mapping[str, tuple[str, ...]] = {
    "category": CATEGORIES,
    "priority": (MUST, SHOULD, COULD),
    "protection": (BY_KIND, KEPT, FREE),
    "family": ("", SEEING, DOING, BEING),
}
"""What these fields of a block may say."""

_NOT_OF_A_STEP = {"id", "place", "block", "within"}


def as_template(records: Records, activities: Mapping[str, Activity]) -> dict[str, Any]:
    """Say a convening as a template, in plain values. Raises Refusal convening.none_such."""
    convening, all_days = the_convening(records), days(records)
    numbers = {day.id: number for number, day in enumerate(all_days)}
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": convening.title,
        "aim": convening.purpose,
        "promise": convening.promise,
        "type": convening.type,
        "people": convening.seats,
        "starts": convening.starts,
        "days": [
            {"title": day.title, "starts": day.starts, "after": _days_between(all_days[0].date, day.date, number)}
            for number, day in enumerate(all_days)
        ][1:],
        "blocks": [
            {
                "on_day": numbers[block.day],
                **_values(block, _NOT_KEPT),
                "steps": _steps(records, block),
                "settings": written_settings(records, block, activities.get(block.activity)),
            }
            for block in agenda.agenda(records)
        ],
    }


def save(written: Mapping[str, Any], folder: Path) -> Path:
    """Write a template into a data folder under a name of its own. Raises Refusal file.not_written."""
    shelf = folder / FOLDER
    stem = file_name(str(written["name"]), "")
    names = (shelf / f"{stem}{'' if number == 1 else f' {number}'}{ENDING}" for number in range(1, 10_000))
    free = next(path for path in names if not path.exists())
    try:
        shelf.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal("file.not_written", path=str(free)) from error
    write(written, free)
    return free


def write(written: Mapping[str, Any], path: Path) -> None:
    """Write a template to a file, whole or not at all. Raises Refusal file.not_written."""
    with whole(path) as young:
        young.write_text(json.dumps(written, ensure_ascii=False, indent=1), encoding="utf-8")


def read(path: Path) -> dict[str, Any]:
    """Read what a file says, and refuse what is no template that can run.

    Raises Refusal: file.missing, file.unreadable, template.unreadable, template.newer (path).
    """
    try:
        size = path.stat().st_size
        text = path.read_text(encoding="utf-8") if size <= MOST_BYTES else ""
        written = json.loads(text)
    except FileNotFoundError as error:
        raise Refusal("file.missing", path=str(path)) from error
    except OSError as error:
        raise Refusal("file.unreadable", path=str(path)) from error
    except (ValueError, RecursionError) as error:
        raise Refusal("template.unreadable", path=str(path)) from error
    if not isinstance(written, dict) or written.get("format") != FORMAT:
        raise Refusal("template.unreadable", path=str(path))
    if not isinstance(written.get("version"), int) or written["version"] > VERSION:
        raise Refusal("template.newer", path=str(path))
    try:
        _refuse_unsound(template_from(written, "", {}))
    except (Refusal, *_UNREADABLE) as error:
        raise Refusal("template.unreadable", path=str(path)) from error
    return written


def saved(folder: Path, activities: Mapping[str, Activity]) -> tuple[tuple[Template, ...], tuple[Path, ...]]:
    """The templates of a data folder by their names, and the files there that are none."""
    found, spoiled = [], []
    for path in sorted((folder / FOLDER).glob(f"*{ENDING}"), key=lambda path: path.name.casefold()):
        try:
            found.append(template_from(read(path), f"{SAVED}{path.name}", activities))
        except (Refusal, *_UNREADABLE):
            spoiled.append(path)
    return tuple(found), tuple(spoiled)


def file_of(key: str, folder: Path) -> Path:
    """Where the file of a saved template lies, by its key."""
    return folder / FOLDER / Path(key.removeprefix(SAVED)).name


def template_from(written: Mapping[str, Any], key: str, activities: Mapping[str, Activity]) -> Template:
    """What a file says as a template; a block whose activity this house does not know runs as a plain one.

    Raises KeyError, TypeError, ValueError for what is not as `as_template` writes it.
    """
    all_days = _list(written["days"], MOST_DAYS)
    blocks = tuple(_planned(one, activities, len(all_days)) for one in _list(written["blocks"], MOST_BLOCKS))
    return Template(
        key,
        _typed(written["name"], ""),
        _typed(written["aim"], ""),
        _typed(written["people"], 0),
        _typed(written["starts"], 0),
        blocks,
        sum(planned.block.activity == PLAIN != one["activity"] for planned, one in _pairs(blocks, written)),
        tuple(_day(one, number) for number, one in enumerate(all_days, start=1)),
        _typed(written["promise"], ""),
        _typed(written["type"], ""),
    )


def _pairs(blocks: tuple[PlannedBlock, ...], written: Mapping[str, Any]) -> list[tuple[PlannedBlock, Any]]:
    return list(zip(blocks, written["blocks"], strict=True))


def _steps(records: Records, block: Block) -> list[dict[str, Any]]:
    """The steps of a block, each with its phases in it."""
    steps = steps_of(records, block.id)
    return [
        {
            **_values(step, _NOT_OF_A_STEP),
            "phases": [_values(phase, _NOT_OF_A_STEP) for phase in steps if phase.within == step.id],
        }
        for step in steps
        if step.within == WHOLE
    ]


def _values(record: Block | Step, but: set[str]) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields(record) if field.name not in but}


def _days_between(first: str, day: str, otherwise: int) -> int:
    """How many days after the first one a day is; without dates, days follow one another."""
    try:
        return max(1, (date.fromisoformat(day) - date.fromisoformat(first)).days)
    except ValueError:
        return otherwise


def _day(written: Mapping[str, Any], number: int) -> PlannedDay:
    after = _typed(written["after"], 1)
    if not 1 <= after <= 10_000:
        raise ValueError(after)
    return PlannedDay(Day(DayId(f"{number}"), _typed(written["title"], ""), "", _typed(written["starts"], 0)), after)


def _planned(written: Mapping[str, Any], activities: Mapping[str, Activity], last_day: int) -> PlannedBlock:
    blank = Block(BlockId(""), "", PLAIN)
    on_day = _typed(written["on_day"], 0)
    if not 0 <= on_day <= last_day or any(written[name] not in words for name, words in _WORDS.items()):
        raise ValueError(on_day)
    known = {name: _typed(written[name], value) for name, value in _values(blank, _NOT_KEPT).items()}
    activity = known["activity"] if known["activity"] in activities or not activities else PLAIN
    icon = known["icon"] if _is_icon(known["icon"]) else ""
    day = DayId(f"{on_day}") if on_day else FIRST_DAY
    method = known["method"] if known["method"] in {one.key for one in methods()} else ""
    block = replace(blank, **{**known, "method": method})
    # Files from before settings were kept have none.
    settings = settings_from(_list(written.get("settings", []), MOST_SETTINGS), activities.get(activity))
    block = replace(block, activity=activity, icon=icon, day=day)
    return PlannedBlock(block, "", _steps_from(written["steps"]), settings)


def _steps_from(written: Any) -> tuple[Step, ...]:
    found: list[Step] = []
    for place, one in enumerate(_list(written, MOST_BLOCKS), start=1):
        whole_step = _step(one, f"{place}")
        phases = _list(one["phases"], MOST_BLOCKS)
        found.append(whole_step)
        found += (replace(_step(phase, f"{place}.{at}"), within=whole_step.id) for at, phase in enumerate(phases, 1))
    return tuple(found)


def _step(written: Mapping[str, Any], key: str) -> Step:
    blank = Step(StepId(key), BlockId(""), "")
    known = {name: _typed(written[name], value) for name, value in _values(blank, _NOT_OF_A_STEP).items()}
    return replace(blank, **known)


def _typed(value: Any, like: Value) -> Value:
    """A value of the very kind that is expected. Raises TypeError."""
    if type(value) is not type(like):
        raise TypeError(value)
    kept: Value = value
    return kept


def _list(value: Any, most: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise TypeError(value)
    return value


def _is_icon(name: str) -> bool:
    return name.replace("-", "").isalnum() and (resources() / "icons" / f"{name}.svg").is_file()


def _refuse_unsound(template: Template) -> None:
    """Let the rules themselves look at every day and block. Raises Refusal, ValueError."""
    is_day = 0 <= template.starts < agenda.LONGEST_BLOCK and 0 <= template.people < MOST_PEOPLE
    if not template.name.strip() or not is_day:
        raise ValueError(template.name)
    room = Records(Rulebook(GROUND, {}).kinds).after((added(Convening(ConveningId("c"), template.name)),))
    for planned_day in template.days:
        planning.decide(room, planning.AddDay(planned_day.day), _moment())
    for planned in template.blocks:
        agenda.decide(room, AddBlock(replace(planned.block, day=FIRST_DAY), planned.steps), _moment())


def _moment() -> Moment:
    return Moment(HOST, Role.GUIDE, 0, ROOM, WishId("look"))
