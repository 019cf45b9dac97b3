"""The facilitator's idea board: ideas come in, wait unseen, and are sorted by key as fast as by hand."""

from __future__ import annotations

from facilitator.activities.ideation_board.console.panel import Inspector, Panel

__all__ = ["Inspector", "Panel"]
