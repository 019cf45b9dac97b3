"""What can run in a block: one folder for each activity, with its rules and its faces under the same file names."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType

from facilitator.convening.rulebook import Rules
from facilitator.kit.told import Told

FACES = ("console", "stage", "phone", "summary")
"""The file names of an activity's faces. A missing file means it has no such face."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity as the house knows it.

    `title` and the sentences of `refusals` (code -> sentence with {values}) are marked for translation and are
    translated where they are shown; so are those of `told`, which says its facts in plain words, by kind.
    `category` is gather, think, decide, act or pause; `minutes` what it usually takes.
    """

    name: str
    title: str
    icon: str
    category: str
    minutes: int
    rules: Rules
    refusals: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, Told] = field(default_factory=dict)

    def face(self, name: str) -> ModuleType | None:
        """Give one of the activity's faces, None if it has no such file."""
        if name not in FACES:
            raise ValueError(f"there is no face called {name}")
        path = f"{__name__}.{self.name}.{name}"
        return importlib.import_module(path) if importlib.util.find_spec(path) else None


@cache
def discover() -> Mapping[str, Activity]:
    """Find every activity, by name. Raises RuntimeError when there is none: a build that lost them must not start."""
    found = {
        name: importlib.import_module(f"{__name__}.{name}").ACTIVITY
        for _, name, is_folder in pkgutil.iter_modules(__path__)
        if is_folder
    }
    if not found:
        raise RuntimeError("no activity was found")
    return dict(sorted(found.items()))
