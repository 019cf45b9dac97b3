"""Ballast: room kept on the disk for the day when there is no other, thrown out so that a room can finish."""

from __future__ import annotations

import os
from pathlib import Path

from facilitator.store.footing import free_bytes
from facilitator.store.opening import sync_folder

BALLAST_BYTES = 8 * 1024 * 1024
"""As much as some thousand ideas and votes need."""

PLENTY_BYTES = 500 * 1000 * 1000
"""With less room than this the facilitator is warned, and no ballast is taken on."""

_PIECE = 1024 * 1024


class Ballast:
    """A file beside the workspace that holds nothing but room."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "ballast"
        self._young = folder / "ballast.young"

    def is_there(self) -> bool:
        """Whether there is room to be made."""
        return self._file.exists()

    def take_on(self) -> bool:
        """Write the ballast if there is none and room is plenty; tell whether it is there.

        It is written with chance, since some disks keep no room for a file of zeros.
        """
        if self.is_there() or free_bytes(self._file.parent) < PLENTY_BYTES:
            return self.is_there()
        try:
            with self._young.open("wb") as file:
                for _ in range(BALLAST_BYTES // _PIECE):
                    file.write(os.urandom(_PIECE))
                file.flush()
                os.fsync(file.fileno())
            self._young.replace(self._file)
            sync_folder(self._file.parent)
        except OSError:
            # No ballast is no fault as long as there is room; the next minute tries again.
            self._young.unlink(missing_ok=True)
        return self.is_there()

    def throw_out(self) -> None:
        """Give its room to what is being said. Raises OSError."""
        self._young.unlink(missing_ok=True)
        self._file.unlink(missing_ok=True)
