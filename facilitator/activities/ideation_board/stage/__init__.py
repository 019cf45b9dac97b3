"""The idea board as the room sees it: the question, then the ideas, in columns once they have found one another."""

from __future__ import annotations

from facilitator.activities.ideation_board.stage.made import figure, letters
from facilitator.activities.ideation_board.stage.scene import Scene

__all__ = ["Scene", "figure", "letters"]
