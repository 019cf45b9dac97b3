"""How phones find the laptop: its addresses in the room, the likeliest first, and the address people type or scan."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass

import psutil

_VIRTUAL = (
    "docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "utun", "tun", "tap", "wg", "tailscale", "zt",
    "vethernet", "wsl", "hyper-v", "loopback", "npcap", "bluetooth", "awdl", "llw", "ppp",
)  # fmt: skip
_HOTSPOTS = ("192.168.137.1", "192.168.2.1", "10.42.0.1", "192.168.12.1")
_NOWHERE = ("192.0.2.1", 9)
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """One address of this laptop; a higher score means phones more likely reach it."""

    score: int
    interface: str
    ip: str


def addresses() -> tuple[Address, ...]:
    """Give the laptop's addresses, best first. Takes about 5 ms and sends nothing."""
    default, states = _default_address(), psutil.net_if_stats()
    found = [
        Address(score_of(name, entry.address, is_default=entry.address == default), name, entry.address)
        for name, entries in psutil.net_if_addrs().items()
        if name in states and states[name].isup
        for entry in entries
        if entry.family == socket.AF_INET and not ipaddress.ip_address(entry.address).is_loopback
    ]
    return tuple(sorted(found, reverse=True))


def score_of(interface: str, ip: str, *, is_default: bool) -> int:
    """Say how likely phones in the room reach this address: private and wireless is good, virtual is bad."""
    place, low = ipaddress.ip_address(ip), interface.lower()
    return (
        10 * (place.is_private and not place.is_link_local)
        - 5 * place.is_link_local
        - 20 * any(word in low for word in _VIRTUAL)
        + 5 * (low.startswith(("wl", "en0")) or "wi-fi" in low)
        + 4 * is_default
        + 8 * (ip in _HOTSPOTS)
    )


def chosen(found: tuple[Address, ...], wanted: str = "") -> str:
    """Give the address to show: the facilitator's choice while the laptop has it, else the likeliest."""
    if wanted and any(address.ip == wanted for address in found):
        return wanted
    return found[0].ip if found else LOOPBACK


def in_order(found: tuple[Address, ...], wanted: str = "") -> tuple[str, ...]:
    """Give the addresses to try and to choose from: the facilitator's choice first, then the likeliest; no virtual one.

    A laptop that has only virtual ones may well be a machine in a machine: then they are all there is.
    """
    ips = tuple(dict.fromkeys(one.ip for one in found if one.score > 0)) or tuple(one.ip for one in found)
    return tuple(sorted(ips, key=lambda ip: ip != wanted))


def join_url(host: str, port: int, code: str) -> str:
    """Spell the join address for the QR code: in capitals, which makes the code smaller."""
    return f"http://{host}:{port}/j/{code}".upper()


def local_name() -> str:
    """Give the name the laptop may answer to in the room's network, such as `nomsas-laptop.local`."""
    return f"{socket.gethostname().split('.')[0].lower()}.local"


def hosts(found: tuple[Address, ...]) -> tuple[str, ...]:
    """Name every host a phone may ask for: anything else is refused, against rebinding of names."""
    return (*(address.ip for address in found), local_name(), LOOPBACK, "localhost")


def _default_address() -> str:
    """Give the address the system would go out from; a VPN often owns it, so it only counts a little."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(_NOWHERE)
            return str(probe.getsockname()[0])
    except OSError:
        return ""
