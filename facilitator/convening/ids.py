"""The names of things: each kind of record has an id type of its own, all of them plain text."""

from __future__ import annotations

from typing import NewType

BallotId = NewType("BallotId", str)
BlockId = NewType("BlockId", str)
CardId = NewType("CardId", str)
ClusterId = NewType("ClusterId", str)
ConveningId = NewType("ConveningId", str)
DayId = NewType("DayId", str)
PersonId = NewType("PersonId", str)
RoundId = NewType("RoundId", str)
StageId = NewType("StageId", str)
StepId = NewType("StepId", str)
StepTimeId = NewType("StepTimeId", str)
WishId = NewType("WishId", str)

HOST = PersonId("host")
"""The facilitator at the laptop."""

STAGE = StageId("stage")
"""There is one stage in a convening."""

ROOM = "room"
"""What a wish names as its activity when it is about the convening itself."""
