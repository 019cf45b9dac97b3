"""Which faces of the activities are shown: all, or none while a panel or a scene brings the app down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from enum import Enum
from types import ModuleType

from facilitator.activities import Activity
from facilitator.convening.agenda import Block
from facilitator.kit.qt.scene import StageScene


class Faces(Enum):
    """NONE leads every block as a plain one: its line and its timer. What phones and the summary show stays."""

    ALL = "all"
    NONE = "none"

    def of(self, activities: Mapping[str, Activity]) -> Mapping[str, Activity]:
        """The activities as the console may show them."""
        return activities if self is Faces.ALL else without_faces(activities)

    def scene_of(self, block: Block) -> StageScene | None:
        """Make the scene of a block's activity; None where its timer stands in."""
        from facilitator.stage.faces import scene_of

        return scene_of(block) if self is Faces.ALL else None


class _Faceless(Activity):
    """An activity whose rules work as ever, and of which nothing is shown."""

    __slots__ = ()

    def face(self, name: str) -> ModuleType | None:
        return None


def without_faces(activities: Mapping[str, Activity]) -> dict[str, Activity]:
    """The same activities, of which neither a panel nor a scene is ever made."""
    return {
        name: _Faceless(**{field.name: getattr(activity, field.name) for field in fields(Activity)})
        for name, activity in activities.items()
    }
