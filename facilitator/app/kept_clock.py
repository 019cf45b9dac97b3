"""The room's clock of a data folder: a run that comes after a kill goes on with the time of the run before."""

from __future__ import annotations

import contextlib
import json
import logging
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from facilitator.convening.hlc import wall_ms
from facilitator.convening.room_clock import Base, RoomClock, boot_ms

logger = logging.getLogger(__name__)

CLOCK = "clock"
"""The name of the file, beside the workspace."""

KEEP_SECONDS = 60
"""How often whoever runs keeps the time: nobody who goes on within a day needs it more often."""

_PREFETCH = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"


def boot_name() -> str:
    """Name this start of the laptop; "" when the system does not tell, and then nobody goes on from before.

    No system is asked when it started: that is computed from the wall clock, and changes when somebody sets it.
    """
    try:
        if sys.platform == "linux":
            name = Path("/proc/sys/kernel/random/boot_id").read_text("ascii")
        elif sys.platform == "darwin":
            asked = ("/usr/sbin/sysctl", "-n", "kern.bootsessionuuid")
            name = subprocess.run(asked, capture_output=True, text=True, timeout=2, check=True).stdout
        elif sys.platform == "win32":
            import winreg

            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _PREFETCH) as key:
                name = str(winreg.QueryValueEx(key, "BootId")[0])
        else:
            name = ""
    except (OSError, ValueError, subprocess.SubprocessError):
        logger.info("The system does not name this start of the laptop")
        return ""
    return name.strip()


class KeptClock:
    """Reads what the run before has kept; from `keep` on it is this run's."""

    def __init__(
        self,
        folder: Path,
        boot: str | None = None,
        wall: Callable[[], int] = wall_ms,
        since_boot: Callable[[], int] = boot_ms,
    ) -> None:
        """Nothing is written yet: the data folder may be another's. `boot` names this start, if not the system does."""
        self._file = folder / CLOCK
        kept = self._read()
        self.clock = RoomClock(boot_name() if boot is None else boot, kept, wall, since_boot)

    def keep(self) -> None:
        """Keep this moment. A disk that takes nothing never stops anybody here."""
        young = self._file.with_name(f"{CLOCK}.young")
        with contextlib.suppress(OSError):
            young.write_text(json.dumps(asdict(self.clock.base())), "utf-8")
            young.replace(self._file)

    def _read(self) -> Base | None:
        try:
            said = json.loads(self._file.read_text("utf-8"))
            return Base(int(said["room_ms"]), int(said["boot_ms"]), str(said["boot"]), int(said["shift_ms"]))
        except (OSError, ValueError, TypeError, KeyError, OverflowError):
            return None
