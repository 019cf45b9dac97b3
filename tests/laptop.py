"""A laptop's clocks, moved by a test: the one on the wall, which anybody sets, and the two that count from its start."""

from __future__ import annotations

from dataclasses import dataclass

NINE = 1_805_360_400_000
"""18 March 2027, 09:00 in Greenwich."""

SECOND, MINUTE, HOUR = 1000, 60_000, 3_600_000


@dataclass
class Laptop:
    """Milliseconds by the wall clock (UTC), by the clock that stops in sleep on Linux, and by the one that goes on."""

    wall_ms: int = NINE
    awake_ms: int = 20_000
    boot_ms: int = 70_000
    boot: str = "first"

    def wall(self) -> int:
        return self.wall_ms

    def awake(self) -> int:
        return self.awake_ms

    def since_boot(self) -> int:
        return self.boot_ms

    def go_on(self, ms: int) -> None:
        """Time passes while it is awake. All three go on in sleep as well on Windows."""
        self.wall_ms += ms
        self.awake_ms += ms
        self.boot_ms += ms

    def sleep_as_linux(self, ms: int) -> None:
        """The clock that programs mostly use stands still."""
        self.wall_ms += ms
        self.boot_ms += ms

    def sleep_as_windows(self, ms: int) -> None:
        self.go_on(ms)

    def set_clock(self, by_ms: int) -> None:
        """Somebody sets the clock on the wall, or a server of the time does."""
        self.wall_ms += by_ms

    def start_anew(self) -> None:
        """It is switched off and on again."""
        self.go_on(2 * MINUTE)
        self.awake_ms = self.boot_ms = 5_000
        self.boot = "second"
