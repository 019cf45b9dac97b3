"""How long the doors wait for anybody, in one place: for a phone, for the desk, and for a gateway."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: for the head of a request, for its body, for the desk's answer, and for a gateway that says nothing."""

    head: float = 8.0
    body: float = 10.0
    answer: float = 6.0  # less than a phone waits for us
    silence: float = 5.0

    @property
    def cut(self) -> float:
        """When a body is cut whatever happens: after the app gave up, for it also ends what nobody reads any more."""
        return self.body * 1.2


PATIENCE = Patience()
"""What a room needs; tests are in more of a hurry."""
