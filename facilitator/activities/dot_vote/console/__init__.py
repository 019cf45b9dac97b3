"""The facilitator's dot vote: set the rules, open, wait without a peek, close and reveal together."""

from __future__ import annotations

from facilitator.activities.dot_vote.console.panel import Inspector, Panel

__all__ = ["Inspector", "Panel"]
