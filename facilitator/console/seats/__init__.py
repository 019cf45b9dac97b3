"""Phones and seats: who is here, how one joins, and whether the room is ready."""
