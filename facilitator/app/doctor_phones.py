"""The way in for phones, looked at without a room: address, port, firewall, how many at once, power and sound."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass

import psutil

from facilitator.app.doctor_screens import screens_said, screens_seen
from facilitator.app.readiness import HOTSPOT_HEADS, ONE_POINT_HEADS, loudspeakers
from facilitator.convening.gathering import MOST_PHONES
from facilitator.i18n import _, ngettext
from facilitator.phones.addresses import addresses, in_order
from facilitator.phones.listening import PORTS, listen, raise_descriptors

DESCRIPTORS_A_PHONE, OWN_DESCRIPTORS = 3, 64
_ANSWER_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that was looked at, in words. Only what keeps phones out for certain is not well."""

    name: str
    is_well: bool
    says: str


def looks() -> Iterator[Look]:
    """Look at the way in; a port is opened for a moment, and nothing is changed."""
    ips = in_order(addresses())
    try:
        listener = listen()
    except OSError:
        yield Look(_("Port"), is_well=False, says=_("Every port is taken: close what else serves on this laptop."))
        return
    with listener:
        port = int(listener.getsockname()[1])
        reached = [ip for ip in ips if _answers(ip, port)]
        yield _address(ips, reached)
        usual = _("{port} is free") if port == PORTS[0] else _("{port}, since {usual} is taken")
        yield Look(_("Port"), is_well=True, says=usual.format(port=port, usual=PORTS[0]))
    yield Look(
        _("Firewall and network"), is_well=True,
        says=_("Only a phone can tell. Go live, press J, and scan with your own phone first. If it does not arrive: "
               "let Facilitator through the firewall, and leave guest Wi-Fi, which keeps devices apart."),
    )  # fmt: skip
    yield _heads()
    yield from _power()
    yield Look(_("Screens"), is_well=True, says=screens_said(screens_seen()))
    sound = _("loudspeaker found") if loudspeakers() else _("no loudspeaker: the stage still shows each end")
    yield Look(_("Sound"), is_well=True, says=sound)


def _address(ips: tuple[str, ...], reached: list[str]) -> Look:
    if not ips:
        return Look(_("Addresses"), is_well=True, says=_("No network: phones cannot join."))
    if not reached:
        return Look(_("Addresses"), is_well=False, says=_("This laptop does not answer at {address}.").format(
            address=", ".join(ips)))  # fmt: skip
    return Look(_("Addresses"), is_well=True, says=", ".join(reached))


def _heads() -> Look:
    room = min(MOST_PHONES, max(0, raise_descriptors() - OWN_DESCRIPTORS) // DESCRIPTORS_A_PHONE or MOST_PHONES)
    says = ngettext(
        "this laptop serves {count} phone; a hotspot carries {hotspot}, one access point about {point}",
        "this laptop serves {count} phones; a hotspot carries {hotspot}, one access point about {point}",
        room,
    )
    return Look(_("Heads"), is_well=True, says=says.format(count=room, hotspot=HOTSPOT_HEADS, point=ONE_POINT_HEADS))


def _power() -> Iterator[Look]:
    battery = psutil.sensors_battery()
    if battery is not None:
        says = _("plugged in, {percent} %") if battery.power_plugged else _("battery, {percent} %")
        yield Look(_("Laptop power"), is_well=True, says=says.format(percent=round(battery.percent)))


def _answers(ip: str, port: int) -> bool:
    try:
        with socket.create_connection((ip, port), timeout=_ANSWER_SECONDS):
            return True
    except OSError:
        return False
