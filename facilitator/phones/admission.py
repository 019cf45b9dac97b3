"""Who may come in: the code on the wall, the cookie a phone keeps, and how often one device may ask."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable, Iterable

COOKIE = "facilitator_phone"
"""The cookie of a phone: a random token and the proof that it came with the right code."""

_CONFUSABLE = str.maketrans({"O": "0", "I": "1", "L": "1", " ": "", "-": "", ".": ""})
_TOKEN_BYTES = 24
_MOST_REMEMBERED = 20_000


def plain_code(typed: str) -> str:
    """Read a join code as people type it: any case, O for 0, I or L for 1, with spaces or hyphens."""
    return typed.upper().translate(_CONFUSABLE)


def new_token() -> str:
    """Make the secret of a device: 192 random bits."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def device_of(token: str) -> str:
    """Name a device without its secret. Only this name ever leaves the gateway."""
    return hashlib.sha256(token.encode()).hexdigest()


def cookie_value(token: str, code: str) -> str:
    """Say token and proof; a new code makes every proof of a phone without a seat void."""
    return f"{token}.{_proof(token, code)}"


def unproven_value(token: str) -> str:
    """Say a token that came without the code, so that wrong tries can be counted by device."""
    return f"{token}.none"


def token_in(cookie: str) -> str:
    """Give the token of a cookie, "" when there is none in it."""
    token, _, _ = cookie.rpartition(".")
    return token if 22 <= len(token) <= 64 and token.isascii() else ""


def is_proven(cookie: str, code: str) -> bool:
    """Tell whether a cookie was given for this code."""
    token, _, proof = cookie.rpartition(".")
    return bool(token and code) and proof.isascii() and hmac.compare_digest(proof, _proof(token, code))


def is_same_code(typed: str, code: str) -> bool:
    """Compare a typed code with the room's, in the same time whether right or wrong."""
    return bool(code) and hmac.compare_digest(plain_code(typed).encode(), plain_code(code).encode())


def _proof(token: str, code: str) -> str:
    return hmac.new(f"join:{code}".encode(), token.encode(), hashlib.sha256).hexdigest()[:32]


class Bucket:
    """How often each device may do a thing: so many at once, then so many a second. Never counted per address."""

    def __init__(self, most: float, per_second: float, now: Callable[[], float] = time.monotonic) -> None:
        """Fill every device's bucket with `most`, and refill `per_second`."""
        self._most, self._per_second, self._now = most, per_second, now
        self._left: dict[str, tuple[float, float]] = {}

    def take(self, device: str) -> bool:
        """Take one, if one is left."""
        left = self._fill(device)
        if left < 1:
            return False
        self._left[device] = (left - 1, self._now())
        return True

    def is_empty(self, device: str) -> bool:
        """Tell whether nothing is left, without taking."""
        return self._fill(device) < 1

    def _fill(self, device: str) -> float:
        now = self._now()
        left, then = self._left.get(device, (self._most, now))
        left = min(self._most, left + (now - then) * self._per_second)
        if device not in self._left and len(self._left) >= _MOST_REMEMBERED:
            self._forget_full(now)
        self._left[device] = (left, now)
        return left

    def _forget_full(self, now: float) -> None:
        full_after = self._most / self._per_second
        self._left = {d: (left, then) for d, (left, then) in self._left.items() if now - then < full_after}


def host_of(header: str) -> str:
    """Give the host of a Host header, without its port."""
    host, colon, port = header.strip().lower().rpartition(":")
    return (host if colon and port.isdigit() else header.strip().lower()).rstrip(".")


def is_own_origin(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """Tell whether a posting comes from our own page, or from a client that is no browser and says no origin."""
    said = dict(headers)
    origin = said.get(b"origin")
    if origin is not None and origin.lower() != b"http://" + said.get(b"host", b"").lower():
        return False
    return said.get(b"sec-fetch-site", b"same-origin") in (b"same-origin", b"none")
