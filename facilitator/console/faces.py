"""The faces that activities show on the console: a panel while a block is live, an inspector while it is prepared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, cast, runtime_checkable

from PySide6.QtWidgets import QWidget

from facilitator.activities import Activity
from facilitator.console.asking import SayTo
from facilitator.convening.agenda import Block
from facilitator.convening.records import Records
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.reading import Reading

PANEL, INSPECTOR = "Panel", "Inspector"
"""What a face may have, by the name of its class."""


class Face(Protocol):
    """What the console asks of an activity's widget."""

    def show_records(self, records: Records) -> None:
        """Show how things stand; twice changes nothing."""

    def acts(self) -> tuple[Act, ...]:
        """What keys do here now."""


@runtime_checkable
class Timed(Protocol):
    """A panel that shows time. It has no clock of its own: all of a room count by one."""

    def show_time(self, reading: Reading) -> None:
        """Show this moment."""


def face_of(kind: str, block: Block, activities: Mapping[str, Activity], say_to: SayTo) -> QWidget | None:
    """Make the panel or inspector of a block; None if its activity has none."""
    activity = activities.get(block.activity)
    module = activity.face("console") if activity is not None else None
    made = getattr(module, kind, None) if module is not None else None
    if made is None:
        return None
    widget = made(say_to(block.id), block.id)
    assert isinstance(widget, QWidget)  # noqa: S101 - the contract of a face
    return widget


def as_face(widget: QWidget) -> Face:
    """A panel or inspector by what it can do."""
    return cast("Face", widget)


def as_timed(widget: object) -> Timed | None:
    """A panel that shows time; None if it does not, or if there is none."""
    return widget if isinstance(widget, Timed) else None
