"""Backups as the console is told of them."""

from __future__ import annotations

from facilitator.console.backup_rows import BackupRow, BackupsShown
from tests.console.conftest import MINUTE, NINE

HOUR, DAY = 60 * MINUTE, 24 * 60 * MINUTE

ROWS = (
    BackupRow("five.db", NINE - 2 * MINUTE, "live", 3_355_443, 2, 43, is_on_second=True),
    BackupRow("four.db", NINE - 12 * MINUTE, "live", 3_250_585, 2, 41),
    BackupRow("three.db", NINE - 15 * HOUR, "close", 2_097_152, 2, 40, is_on_second=True),
    BackupRow("two.db", NINE - 3 * DAY, "upgrade", 1_048_576, 1, 1, is_here=False, is_on_second=True),
    BackupRow("one.db", NINE - 7 * DAY, "asked", 12, 0, 0, is_sound=False),
)
SHOWN = BackupsShown(ROWS, "/media/nomsa/STICK/facilitator-backups-3f2a9c10", NINE - 15 * HOUR)
