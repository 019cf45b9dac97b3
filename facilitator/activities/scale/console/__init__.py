"""The facilitator's scale: word it, ask in private, close and reveal together, listen, and record what was decided."""
