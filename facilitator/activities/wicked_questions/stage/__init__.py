"""The wicked question as the room sees it: the prompt, candidates side by side, then one question, large and still."""

from __future__ import annotations

from facilitator.activities.wicked_questions.stage.scene import Scene, figure

__all__ = ["Scene", "figure"]
