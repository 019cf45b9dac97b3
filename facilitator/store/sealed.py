"""Sealed ballots: what is chosen while a round is open, under a tag that only the round's key joins to a person.

The key is a file of its own beside the workspace, readable by its owner only, in no backup and no export.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from facilitator.convening.words import Refusal, Seal
from facilitator.store.opening import cut_journal, sync_folder

SEALS = "seals"
"""The folder of keys, in the data folder."""

_KEY_BYTES = 32


class SealedBallots:
    """The ballots of rounds that are not revealed."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        """Keep keys in `folder`, which is made when the first round opens."""
        self._connection = connection
        self._folder = folder

    def new_key(self, round_: str) -> None:
        """Make the key of a round, on disk before the round is opened."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        file = os.open(self._key_file(round_), os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        try:
            key = secrets.token_bytes(_KEY_BYTES)
            while key:  # a disk may take less than it was given
                key = key[os.write(file, key) :]
            os.fsync(file)
        finally:
            os.close(file)
        sync_folder(self._folder)

    def has_key(self, round_: str) -> bool:
        """Whether the ballots of a round can still be joined to their voters, so that they may change their mind."""
        return self._key_file(round_).exists()

    def put(self, seal: Seal) -> None:
        """Put a choice away; a number that is not higher than the one kept changes nothing."""
        self._connection.execute(
            "insert into ballot(round, tag, no, choice) values (?,?,?,?) on conflict do update "
            "set no = excluded.no, choice = excluded.choice where excluded.no > no",
            (seal.round, self._tag(seal.round, seal.voter), seal.number, json.dumps(seal.choice)),
        )

    def of(self, round_: str, voter: str) -> tuple[int, tuple[str, ...]]:
        """What one voter chose, for that voter's own phone: (number, choice); (0, ()) if nothing yet."""
        if not self.has_key(round_):
            return 0, ()
        row = self._connection.execute(
            "select no, choice from ballot where round = ? and tag = ?", (round_, self._tag(round_, voter))
        ).fetchone()
        return (int(row[0]), tuple(json.loads(row[1]))) if row else (0, ())

    def shuffled(self, round_: str) -> tuple[tuple[str, ...], ...]:
        """All choices of a round in an order that betrays nothing."""
        rows = self._connection.execute("select choice from ballot where round = ?", (round_,)).fetchall()
        choices = [tuple(json.loads(choice)) for (choice,) in rows]
        secrets.SystemRandom().shuffle(choices)
        return tuple(choices)

    def break_seals(self, round_: str) -> None:
        """Destroy the ballots and receipts of a round, inside the transaction of its reveal."""
        self._connection.execute("delete from ballot where round = ?", (round_,))
        self._connection.execute("delete from receipt where round = ?", (round_,))

    def forget_keys(self, rounds: Iterable[str]) -> None:
        """After the reveal: delete the keys of these rounds. Those of other rounds, of any convening, stay."""
        for round_ in rounds:
            self._key_file(round_).unlink(missing_ok=True)
        if self._folder.is_dir():
            sync_folder(self._folder)

    def key_files(self, rounds: Iterable[str]) -> list[Path]:
        """The files of the keys of these rounds, as far as they are there."""
        return [file for file in map(self._key_file, rounds) if file.exists()]

    def empty_journal(self) -> bool:
        """Cut the journal, which still holds the sealed ballots; False while somebody reads the file: ask again later.

        The desk does not wait for the reader.
        """
        return cut_journal(self._connection)

    def _tag(self, round_: str, voter: str) -> str:
        try:
            key = self._key_file(round_).read_bytes()
        except FileNotFoundError as error:
            raise Refusal("round.not_open") from error
        return hmac.new(key, voter.encode(), hashlib.sha256).hexdigest()

    def _key_file(self, round_: str) -> Path:
        return self._folder / f"{hashlib.sha256(round_.encode()).hexdigest()[:24]}.key"


def destroy_keys(folder: Path) -> None:
    """Destroy all keys of a data folder whose file is exchanged: they must not open the ballots of another state.

    The rounds that were open are closed as interrupted when their convening is opened again.
    """
    seals = folder / SEALS
    if seals.is_dir():
        for key in seals.glob("*.key"):
            key.unlink(missing_ok=True)
        sync_folder(seals)
