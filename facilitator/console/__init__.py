"""The facilitator's window: the desk where convenings lie, where a day is prepared, and from where a room is led."""
