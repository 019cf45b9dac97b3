"""What the stage asks of activities: a scene for their block, the letters of their clusters, and what they made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Protocol, runtime_checkable

from facilitator.activities import discover
from facilitator.convening.agenda import Block, agenda
from facilitator.convening.records import Records
from facilitator.kit.letters import ClusterMark
from facilitator.kit.qt.scene import StageScene

Figure = tuple[int, str, str]
"""A count, what was counted, and a few words about it: (43, "ideas", "in 5 clusters")."""


@runtime_checkable
class ShowsAddress(Protocol):
    """A scene that says where phones find the room."""

    def show_address(self, address: str) -> None:
        """Take the address that people type; "" while no phone can join."""


@runtime_checkable
class ShowsLetters(Protocol):
    """A scene that marks a card with the letter of its cluster."""

    def show_letters(self, letters: Mapping[str, ClusterMark]) -> None:
        """Take the mark of the cluster of every card that lies in one."""


@runtime_checkable
class HasPages(Protocol):
    """A scene that holds more than one picture of it can show."""

    page: int

    @property
    def pages(self) -> int:
        """How many pictures it takes."""


@runtime_checkable
class ShowsRecords(Protocol):
    """A scene that is shown the room's records."""

    def show_records(self, room: Records) -> None:
        """Show these records. Showing twice changes nothing."""


def scene_of(block: Block) -> StageScene | None:
    """Make the scene of a block's activity; None if it has no face for the stage."""
    activity = discover().get(block.activity)
    face = activity.face("stage") if activity is not None else None
    if face is None:
        return None
    made: StageScene = face.Scene(block.id)
    return made


def letters(room: Records) -> dict[str, ClusterMark]:
    """Say for each card in which cluster it lies, as the boards tell it."""
    found: dict[str, ClusterMark] = {}
    for block, face in _faces(room):
        if hasattr(face, "letters"):
            found.update(face.letters(room, block.id))
    return found


def figures(room: Records) -> list[Figure]:
    """What each kind of activity made over the whole day, in the order of the agenda."""
    seen: dict[str, Figure] = {}
    for block, face in _faces(room):
        if hasattr(face, "figure"):
            seen.setdefault(block.activity, face.figure(room))
    return list(seen.values())


def _faces(room: Records) -> Iterator[tuple[Block, ModuleType]]:
    house = discover()
    for block in agenda(room):
        activity = house.get(block.activity)
        face = activity.face("stage") if activity is not None else None
        if face is not None:
            yield block, face
