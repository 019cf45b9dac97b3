"""The look in numbers: one list of colours, letters and measures that laptop, projector, phones and PDF all read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any

from facilitator.paths import resources


class Mode(Enum):
    """Whether ink stands on paper or light on dark."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """The grounds, lines, inks and signals, as "#RRGGBB" ("rgba(...)" for the shadow)."""

    paper: str
    surface: str
    raised: str
    sunken: str
    line: str
    line_strong: str
    ink: str
    ink_2: str
    ink_3: str
    accent: str
    accent_hover: str
    accent_press: str
    accent_soft: str
    on_accent: str
    accent_line: str
    over: str
    over_soft: str
    on_over: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    focus: str
    shadow: str


@dataclass(frozen=True, slots=True)
class NoteColours:
    """One of the eight colours of a cluster: ground of its notes, their edge, text on them, letter on its tag."""

    fill: str
    edge: str
    text: str
    letter: str


@dataclass(frozen=True, slots=True)
class Wicked:
    """The two halves of a wicked question and the AND on their seam; the same in light and dark."""

    top_ground: str
    top_text: str
    top_small: str
    bottom_ground: str
    bottom_text: str
    bottom_small: str
    and_ground: str
    and_text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One size of type: pixels (points in the PDF), line height in the same unit, and weight as designed."""

    size: float
    leading: float
    weight: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything theme.json says about one mode."""

    mode: Mode
    colours: Colours
    notes: Mapping[str, NoteColours]
    agreement: tuple[str, ...]
    wicked: Wicked
    families: tuple[str, ...]
    type: Mapping[str, Mapping[str, Letter]]
    space: tuple[int, ...]
    radius: Mapping[str, int]
    border: Mapping[str, int]
    duration_ms: Mapping[str, int]
    layout: Mapping[str, Mapping[str, int]]

    def letter(self, role: str, name: str) -> Letter:
        """Find a size of type: ("stage", "h2"). Raises KeyError for a name that theme.json does not know."""
        return self.type[role][name]

    def cluster(self, index: int) -> NoteColours:
        """The colours of the cluster at this position; after eight they begin again, the letters go on."""
        return self.notes[cluster_colour(index)]

    def category(self, name: str) -> str:
        """The colour of a block's category; a pause, or a category nobody knows, is sunken with a strong line."""
        kind = _CATEGORY_NOTES.get(name, "")
        return self.notes[kind].edge if kind else self.colours.sunken


_CATEGORY_NOTES = {"gather": "sky", "think": "amber", "decide": "green", "act": "rose"}
CATEGORIES = (*_CATEGORY_NOTES, "pause")
"""The categories of a block, in the order a legend names them."""


@cache
def tokens(mode: Mode = Mode.LIGHT) -> Tokens:
    """Read theme.json once and give one mode of it."""
    written = _written()
    dark = mode is Mode.DARK
    return Tokens(
        mode=mode,
        colours=Colours(**_named(written["color"][mode.value])),
        notes=MappingProxyType(
            {
                name: NoteColours(**colours, letter=_letter_on(name, written["tagText"], mode))
                for name, colours in written["note"][mode.value].items()
            }
        ),
        agreement=tuple(written["agreementScaleDark" if dark else "agreementScale"]),
        wicked=Wicked(**{_snake(name): value for name, value in written["wicked"].items()}),
        families=(written["font"]["family"], *written["font"]["fallback"]),
        type=MappingProxyType(
            {
                role: {name: Letter(*steps) for name, steps in sizes.items()}
                for role, sizes in written["type"].items()
                if role != "_"
            }
        ),
        space=tuple(written["space"]),
        radius=_named(written["radius"]),
        border=_named(written["border"]),
        duration_ms=_named(written["duration_ms"]),
        layout={role: _named(measures) for role, measures in written["layout"].items()},
    )


def cluster_order() -> tuple[str, ...]:
    """Name the eight cluster colours in the order that keeps neighbours apart for every eye."""
    return tuple(_written()["clusterOrder"])


def cluster_colour(index: int) -> str:
    """Name the colour of the cluster at this position, from 0."""
    order = cluster_order()
    return order[index % len(order)]


def css_variables(mode: Mode = Mode.LIGHT) -> str:
    """Write the colours as CSS custom properties, for a phone page: "--paper:#F3EFE7;--note-sky-fill:..."."""
    known = tokens(mode)
    lines = [f"--{name}:{value};" for name, value in _written()["color"][mode.value].items()]
    for name, note in known.notes.items():
        lines += [f"--note-{name}-fill:{note.fill};", f"--note-{name}-edge:{note.edge};"]
        lines += [f"--note-{name}-text:{note.text};", f"--note-{name}-letter:{note.letter};"]
    return "".join(lines)


@cache
def _written() -> dict[str, Any]:
    written: dict[str, Any] = json.loads((resources() / "theme.json").read_text(encoding="utf-8"))
    return written


def _named(values: dict[str, Any]) -> dict[str, Any]:
    return {name.replace("-", "_"): value for name, value in values.items() if name != "_"}


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


def _letter_on(name: str, tag_text: dict[str, str], mode: Mode) -> str:
    return tag_text.get(f"{name}-{mode.value}", tag_text["default"])
