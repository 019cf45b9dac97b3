"""What the page of seats asks of whoever holds the doors, and what it is told of the room's readiness."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """How a check of the room came out: well, to be looked at, or not known without trying."""

    WELL = "well"
    LOOK = "look"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing the room needs: its name, how it stands in a few words, and what to do if it is not well."""

    name: str
    state: State
    says: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Seating:
    """The doors, as the console may touch them: send phones to another address, lower a hand, look at the room."""

    choose_address: Callable[[str], object] = lambda _address: None
    lower_hand: Callable[[str], object] = lambda _person: None
    checks: Callable[[], tuple[Check, ...]] = tuple
