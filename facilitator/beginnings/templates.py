"""Templates: whole days that already fit, and what becomes of their methods on this laptop."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from facilitator.activities import Activity
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.cards import LONGEST
from facilitator.convening.gathering import Convening, CreateConvening
from facilitator.convening.ids import BlockId, ConveningId, WishId
from facilitator.convening.notes import WriteNote
from facilitator.convening.words import Receipt, Wish
from facilitator.i18n import _, ngettext
from facilitator.paths import resources

PLAIN = "plain"
"""What runs where there is no activity of its own."""

LONG_BREAK = 45
"""Minutes from which a break is a meal."""

_WITHOUT_METHOD = {"break": "pause", "buffer": "pause", "timer": "gather"}
_CATEGORY = {
    "ideation_board": "think", "wicked_questions": "think", "canvas": "think", "matrix": "think", "network": "think",
    "statements": "think", "rotation": "gather", "marketplace": "act", "check_in": "gather", "form": "gather",
    "dot_vote": "decide", "pairwise": "decide", "budget": "decide", "ranking": "decide", "scale": "decide",
    "decision": "decide", "charter": "decide", "commitments": "act",
}  # fmt: skip
_ICON = {"gather": "chats-circle", "think": "users-three", "decide": "scales", "act": "handshake", "pause": "coffee"}


@dataclass(frozen=True, slots=True)
class PlannedBlock:
    """A block as it will be added, and the private note that comes with it."""

    block: Block
    note: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A convening about to be made. `standing_in` counts the blocks that run as a plain one with a method's steps."""

    convening: Convening
    blocks: tuple[PlannedBlock, ...] = ()
    standing_in: int = 0


@dataclass(frozen=True, slots=True)
class Template:
    """A day to begin with: its name, what it is for, when it starts, and its blocks."""

    key: str
    name: str
    aim: str
    people: int
    starts: int
    blocks: tuple[PlannedBlock, ...]
    standing_in: int

    @property
    def minutes(self) -> int:
        """How long the day is."""
        return sum(planned.block.minutes for planned in self.blocks)


def templates(activities: Mapping[str, Activity]) -> tuple[Template, ...]:
    """Read the templates as they can run with these activities."""
    return tuple(_template(written, activities) for written in _read("templates/convening_templates.json"))


def plan_of(template: Template, day: str) -> Plan:
    """The plan of a convening that follows a template, on a day (ISO)."""
    convening = Convening(
        ConveningId(""), template.name, template.aim, date=day, starts=template.starts, seats=template.people
    )
    return Plan(convening, template.blocks, template.standing_in)


def blank_plan(day: str) -> Plan:
    """The plan of a convening with nothing in it yet."""
    return Plan(Convening(ConveningId(""), _("New convening"), date=day))


def stand_in_words(count: int) -> str:
    """Say how many blocks of a template run as a plain one."""
    return ngettext(
        "{count} block runs as a timer with the steps of its method, until it has an activity of its own.",
        "{count} blocks run as a timer with the steps of their method, until they have an activity of their own.",
        count,
    ).format(count=count)


def carry_out(
    plan: Plan,
    convening: ConveningId,
    code: str,
    ask: Callable[[Wish, WishId], Future[Receipt]],
    new_id: Callable[[], WishId],
) -> Future[Receipt]:
    """Ask for everything a plan holds, in order, and give the answer to the last; `convening` is the stream's id."""
    answer = ask(CreateConvening(replace(plan.convening, id=convening, code=code)), new_id())
    for planned in plan.blocks:
        wish_id = new_id()
        answer = ask(AddBlock(planned.block), wish_id)
        if planned.note:
            answer = ask(WriteNote(BlockId(f"{wish_id}.1"), planned.note), new_id())
    return answer


def _template(written: dict[str, Any], activities: Mapping[str, Activity]) -> Template:
    blocks = tuple(_planned(block, activities) for block in written["items"])
    return Template(
        written["key"],
        _(written["name"]),
        _(written["aim"]),
        written["people"],
        _minutes(written["start"]),
        blocks,
        sum(bool(planned.note) for planned in blocks),
    )


def _planned(written: dict[str, Any], activities: Mapping[str, Activity]) -> PlannedBlock:
    title, minutes, key = _(written["title"]), written["minutes"], written["method"]
    if key in _WITHOUT_METHOD:
        category = _WITHOUT_METHOD[key]
        icon = "fork-knife" if category == "pause" and minutes >= LONG_BREAK else _ICON[category]
        return PlannedBlock(Block(BlockId(""), title, PLAIN, title, minutes, category=category, icon=icon))
    method = _methods()[key]
    wanted = _read("methods/activities.json")[method["kind"]]
    category = _CATEGORY.get(wanted, "think")
    known = activities.get(wanted)
    if known is not None and wanted != PLAIN:
        question = _(method["prompts"][0]) if method["prompts"] else title
        return PlannedBlock(Block(BlockId(""), title, wanted, question, minutes, category=category, icon=known.icon))
    block = Block(BlockId(""), title, PLAIN, _steps_of(method), minutes, category=category, icon=_ICON[category])
    return PlannedBlock(block, _("Runs as a timer with the steps of “{method}”.").format(method=_(method["name"])))


def _steps_of(method: dict[str, Any]) -> str:
    """Write a method's steps a line each, as many as a block's line of text holds."""
    lines: list[str] = []
    for step in method["steps"]:
        line = _("{minutes} min: {step}").format(minutes=step["minutes"], step=_(step["text"]))
        if len("\n".join([*lines, line])) > LONGEST:
            break
        lines.append(line)
    return "\n".join(lines)


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


@cache
def _methods() -> dict[str, dict[str, Any]]:
    return {method["key"]: method for method in _read("methods/methods.json")}


@cache
def _read(name: str) -> Any:
    return json.loads((resources() / name).read_text(encoding="utf-8"))
