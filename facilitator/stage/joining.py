"""Where phones find the room: the address that people type, and the one that a camera reads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JoinAddress:
    """`address` is what people type ("10.42.0.1:8080"), `url` what the QR code says; "" while no phone can join."""

    address: str = ""
    url: str = ""


def spoken_code(code: str) -> str:
    """A join code in two halves, as it is read aloud: "K7QX 93PF"."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}" if len(code) == 8 else code
