"""The facilitator's scale: word it, ask in private, close and reveal together, listen, and record what was decided."""

from __future__ import annotations

from facilitator.activities.scale.console.inspector import Inspector
from facilitator.activities.scale.console.panel import Panel

__all__ = ["Inspector", "Panel"]
