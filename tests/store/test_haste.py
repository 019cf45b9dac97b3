"""What is called off ends soon."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from facilitator.store.haste import PATIENT, Haste

LONG = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 400000) select max(i) from n"


def test_what_a_connection_does_is_called_off() -> None:
    haste = Haste()
    connection = sqlite3.connect(":memory:")
    haste.watch(connection)
    assert connection.execute(LONG).fetchone() == (400_000,)

    haste.call_off()

    assert haste.is_off
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute(LONG).fetchone()
    connection.close()


def test_a_copy_is_whole_or_called_off(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(bytes(range(256)) * 10_000)
    PATIENT.copy(tmp_path / "one", tmp_path / "two")
    assert (tmp_path / "two").read_bytes() == (tmp_path / "one").read_bytes()
    haste = Haste()
    haste.call_off()

    with pytest.raises(OSError, match="called off"):
        haste.copy(tmp_path / "one", tmp_path / "three")
