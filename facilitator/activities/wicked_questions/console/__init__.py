"""The facilitator's wicked question: truths come in, pairs are built, the room chooses one and lives with it."""

from __future__ import annotations

from facilitator.activities.wicked_questions.console.panel import Inspector, Panel

__all__ = ["Inspector", "Panel"]
