"""Pieces for the laptop and the projector: theme, lettering, widgets, the board, keys, echo, outbox and chime."""
