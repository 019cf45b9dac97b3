"""Where phones find the room: the address that people type, and the one that a camera reads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JoinAddress:
    """`address` is what people type ("10.42.0.1:8080"), `url` what the QR code says; "" while no phone can join."""

    address: str = ""
    url: str = ""
