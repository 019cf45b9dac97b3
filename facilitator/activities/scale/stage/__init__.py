"""A scale as the room sees it: what is asked, how many have answered, and all answers at once after the reveal."""

from __future__ import annotations

from facilitator.activities.scale.stage.scene import Scene, figure

__all__ = ["Scene", "figure"]
