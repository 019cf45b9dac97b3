"""Whether the room is ready: projector, network, the page itself, heads, power, disk and sound, in plain words."""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import psutil

from facilitator.app.doctor import ENOUGH_MB
from facilitator.app.wakefulness import Wakefulness
from facilitator.console.seats.seating import Check, State
from facilitator.console.surroundings import Projector, Surroundings
from facilitator.convening.gathering import the_convening
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext

HOTSPOT_HEADS, ONE_POINT_HEADS = 8, 40
"""What a laptop's own hotspot carries, and what one access point for homes does (30 to 60 by maker)."""

ENOUGH_POWER = 40
"""Per cent of a battery below which a day without a socket is a risk."""


READS_AT_M, REACH = 10, 4.5
"""How far away the last row sits, and how many widths of the image the stage's text carries.

Source: text of a fiftieth of the height is read from eight heights; an image is 16 by 9.
"""


def checks(records: Records, around: Surroundings, folder: Path, awake: Wakefulness) -> tuple[Check, ...]:
    """Look at everything the room needs; takes a few milliseconds and changes nothing."""
    way = (_projector(around), _network(around), _page(around), _heads(records, around))
    return (*way, *_power(), _disk(folder), _sound(), _reads(around), _sleep(awake))


def _projector(around: Surroundings) -> Check:
    name = _("Projector")
    match around.projector:
        case Projector.READY:
            return Check(name, State.WELL, _("{screen}, not mirroring").format(screen=around.screen))
        case Projector.MIRRORED:
            advice = _("Extend the desktop in the display settings; the room sees your console now.")
            return Check(name, State.LOOK, _("mirroring is on"), advice)
        case _:
            return Check(name, State.LOOK, _("no second screen"), _("Plug the projector in; the stage goes there."))


def _network(around: Surroundings) -> Check:
    if not around.address:
        advice = _("Turn the Wi-Fi on or plug the cable in. Internet is not needed.")
        return Check(_("Room network"), State.LOOK, _("no network"), advice)
    says = around.address
    if len(around.choices) > 1:
        advice = _("This laptop has several addresses. If no phone arrives, choose another one above.")
        return Check(_("Room network"), State.WELL, says, advice)
    return Check(_("Room network"), State.WELL, says)


def _page(around: Surroundings) -> Check:
    room = around.attendance
    if room.here or room.strangers or room.seen:
        return Check(_("Phones reach it"), State.WELL, _("seen today"))
    advice = _("Only a phone can tell: scan with your own first. It also shows whether the firewall lets phones in.")
    return Check(_("Phones reach it"), State.UNKNOWN, _("not tried yet"), advice)


def _heads(records: Records, around: Surroundings) -> Check:
    here, expected = len(around.attendance.here), the_convening(records).seats or len(records[Person])
    heads = max(here, expected)
    says = ngettext("{count} expected", "{count} expected", expected).format(count=expected)
    if here > expected:
        says = ngettext("{count} is here", "{count} are here", here).format(count=here)
    is_hotspot = around.address.startswith(("192.168.137.1:", "192.168.2.1:", "10.42.0.1:", "192.168.12.1:"))
    if is_hotspot and heads > HOTSPOT_HEADS:
        advice = _("A laptop's hotspot carries about {most} phones. Bring a router.").format(most=HOTSPOT_HEADS)
        return Check(_("Heads"), State.LOOK, says, advice)
    if heads > ONE_POINT_HEADS:
        advice = _("One access point carries about {most} phones. Ask for more, with this laptop on the cable.")
        return Check(_("Heads"), State.LOOK, says, advice.format(most=ONE_POINT_HEADS))
    return Check(_("Heads"), State.WELL, says)


def _power() -> Iterator[Check]:
    battery = psutil.sensors_battery()
    if battery is None:  # a laptop without a battery, or a machine that does not tell
        return
    percent = round(battery.percent)
    if battery.power_plugged:
        yield Check(_("Laptop power"), State.WELL, _("plugged in, {percent} %").format(percent=percent))
        return
    state = State.WELL if percent >= ENOUGH_POWER else State.LOOK
    yield Check(_("Laptop power"), state, _("battery, {percent} %").format(percent=percent), _("Plug the laptop in."))


def _disk(folder: Path) -> Check:
    there = next(path for path in (folder, *folder.parents) if path.exists())
    free = shutil.disk_usage(there).free // 2**20
    says = _("{count} GB free").format(count=free // 1024) if free >= 1024 else _("{count} MB free").format(count=free)
    if free >= ENOUGH_MB:
        return Check(_("Disk"), State.WELL, says)
    return Check(_("Disk"), State.LOOK, says, _("Make room on the disk before people come."))


def _sound() -> Check:
    if loudspeakers():
        return Check(_("Sound"), State.WELL, _("loudspeaker found"))
    return Check(_("Sound"), State.LOOK, _("no loudspeaker"), _("The stage still shows each end; plug a speaker in."))


def _reads(around: Surroundings) -> Check:
    """Say from how far the stage can be read; only a screen that knows its size can be asked."""
    name = _("Stage reads at {metres} m").format(metres=READS_AT_M)
    needed = _metres(math.ceil(READS_AT_M / REACH * 10) / 10)
    advice = _("The last row sits at most 4.5 widths of the image away: an image of {wide} m for {metres} m.").format(
        wide=needed, metres=READS_AT_M
    )
    if not around.image:
        return Check(name, State.UNKNOWN, _("measure the image"), advice)
    wide = around.image / 1000
    says = _("image {wide} m wide").format(wide=_metres(wide))
    return Check(name, State.WELL if wide * REACH >= READS_AT_M else State.LOOK, says, advice)


def _metres(metres: float) -> str:
    return f"{metres:.1f}"


def _sleep(awake: Wakefulness) -> Check:
    name = _("Sleep and updates")
    if awake.is_held:
        return Check(name, State.WELL, _("sleep is held off"))
    advice = _("Set this laptop never to sleep while plugged in, and put its updates off until tomorrow.")
    return Check(name, State.LOOK, _("it may fall asleep"), advice)


@cache
def loudspeakers() -> int:
    """Count the loudspeakers of this laptop; 0 where there is no way to find out."""
    try:
        import miniaudio

        return len(miniaudio.Devices().get_playbacks())
    except Exception:  # noqa: BLE001 - whatever is missing, the room goes on without the chime
        return 0
