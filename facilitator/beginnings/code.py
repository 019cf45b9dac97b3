"""The code that phones join with."""

from __future__ import annotations

import secrets

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and letters without I, L, O and U. Source: Crockford's base 32."""

LENGTH = 8


def new_code() -> str:
    """Make a join code of 40 random bits."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
