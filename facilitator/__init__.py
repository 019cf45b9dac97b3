"""Facilitator carries a convening from one laptop: agenda, ideas, votes, phones, projector and summary."""

__version__ = "0.1.0"
