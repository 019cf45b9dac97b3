"""Phones: the gateway that serves them, the bridge that joins it to the desk, and the addresses people type."""
