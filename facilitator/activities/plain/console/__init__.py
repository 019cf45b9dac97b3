"""The facilitator's view of a talk, a break or a meal: its line for the room, its time, and what comes next."""

from __future__ import annotations

from facilitator.activities.plain.console.panel import Inspector, Panel

__all__ = ["Inspector", "Panel"]
