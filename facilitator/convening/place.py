"""Order as text: a place between any two places, so that moving one thing changes one field."""

from __future__ import annotations

from collections.abc import Sequence

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)


def is_sound(place: str) -> bool:
    """Whether a text can be a place, so that another one fits before and after it; "" is none yet."""
    return not place.strip(_DIGITS) and not place.endswith(_DIGITS[0])


def between(before: str, after: str) -> str:
    """Give a place after `before` ("" = the very start) and before `after` ("" = the very end).

    Two laptops may have given the same place; then the new one comes after both. Places never end in the lowest digit.
    """
    if after and before >= after:
        return between(before, "")
    found = ""
    for at in range(len(before) + len(after) + 1):
        low = _DIGITS.index(before[at]) if at < len(before) else 0
        high = _DIGITS.index(after[at]) if at < len(after) else _BASE
        if high - low > 1:
            return found + _DIGITS[(low + high) // 2]
        found += _DIGITS[low]
        if high > low:
            after = ""
    raise ValueError(f"no place between {before!r} and {after!r}")


def last(places: Sequence[str]) -> str:
    """Give a place after all the given ones, growing slowly: appending a thousand times stays short."""
    top = max(places, default="")
    if not top:
        return _DIGITS[_BASE // 2]
    for at, digit in enumerate(top):
        if digit != _DIGITS[-1]:
            return top[:at] + _DIGITS[_DIGITS.index(digit) + 1]
    return top + _DIGITS[_BASE // 2]


def places(count: int) -> list[str]:
    """Give so many places in order."""
    found: list[str] = []
    for _ in range(count):
        found.append(last(found))
    return found
