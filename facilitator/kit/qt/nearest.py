"""The box that an arrow leads to, wherever boxes lie: the nearest on that side, and none is out of reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF

Boxes = Mapping[str, QRectF]
"""Where each thing lies, by its id."""

_ASIDE = 2.0
"""How much further away a thing counts that lies aside of the way."""


class Side(Enum):
    """Where an arrow points on the screen, also in a window that is read from the right."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


def beside(boxes: Boxes, here: str, side: Side) -> str:
    """The id of the box that lies next on a side of one; the same id where nothing lies there.

    Boxes stand in lanes, by where their middles are. Up and Down walk a lane. Left and Right go to the nearest box of
    any lane on that side; only the one box of a lane that lies closest to the very next lane always goes there. So
    every box can be reached from every other by arrows alone.
    """
    frames = {each: _frame(box) for each, box in boxes.items()}
    lanes = _lanes(frames)
    at = next(index for index, lane in enumerate(lanes) if here in lane)
    lane = lanes[at]
    if side in (Side.UP, Side.DOWN):
        row = lane.index(here) + (1 if side is Side.DOWN else -1)
        return lane[row] if 0 <= row < len(lane) else here
    following = lanes[at + 1 :] if side is Side.RIGHT else lanes[:at][::-1]
    if not following:
        return here
    out, there = _bridge(frames, lane, following[0])
    if out == here:
        return there
    others = (other for each in following for other in each)
    return min(others, key=lambda other: _way(frames[here], frames[other]))


@dataclass(frozen=True, slots=True)
class _Frame:
    """A box in plain numbers: Qt's own would be asked a hundred thousand times."""

    left: float
    top: float
    right: float
    bottom: float
    across: float
    down: float


_Frames = Mapping[str, _Frame]


def _frame(box: QRectF) -> _Frame:
    left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    return _Frame(left, top, right, bottom, (left + right) / 2, (top + bottom) / 2)


def _lanes(frames: _Frames) -> list[list[str]]:
    """The ids by lanes from the left, each from the top: a lane is as wide as its first box, middles decide."""
    lanes: list[list[str]] = []
    edge = 0.0
    for each, frame in sorted(frames.items(), key=lambda one: (one[1].across, one[1].down)):
        if not lanes or frame.across >= edge:
            lanes.append([])
            edge = frame.right
        lanes[-1].append(each)
    return [sorted(lane, key=lambda each: (frames[each].down, frames[each].across)) for lane in lanes]


def _bridge(frames: _Frames, lane: Sequence[str], other: Sequence[str]) -> tuple[str, str]:
    """The two boxes, one of each lane, whose middles are nearest in height."""
    best, near = (lane[0], other[0]), float("inf")
    one = two = 0
    while one < len(lane) and two < len(other):
        apart = frames[lane[one]].down - frames[other[two]].down
        if abs(apart) < near:
            best, near = (lane[one], other[two]), abs(apart)
        one, two = (one + 1, two) if apart < 0 else (one, two + 1)
    return best


def _way(here: _Frame, there: _Frame) -> tuple[float, float]:
    """How far a box is: the gap between the two, what is aside counted more; then how far their middles differ."""
    across = max(0.0, there.left - here.right, here.left - there.right)
    aside = max(0.0, there.top - here.bottom, here.top - there.bottom)
    return across + _ASIDE * aside, abs(there.down - here.down)
