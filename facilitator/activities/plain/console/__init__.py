"""The facilitator's view of a talk, a break or a meal: its line for the room, its time, and what comes next.

There is nothing to settle about it beforehand but its line, and that is the block's own.
"""

from __future__ import annotations

from facilitator.activities.plain.console.panel import Panel

__all__ = ["Panel"]
