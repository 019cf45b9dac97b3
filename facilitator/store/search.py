"""Search over all convenings: an index that catches up with the log by itself, and answers with what was found."""

from __future__ import annotations

import json
import logging
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from facilitator.convening.findable import Answer, Findable, Hit, Part, Place, Question, Searched, Step
from facilitator.convening.ids import BlockId, ConveningId
from facilitator.convening.words import Record
from facilitator.store.archive import Archive, archive_in_memory, forget_index, open_archive
from facilitator.store.opening import WORKSPACE, open_reader, said
from facilitator.store.schema import has_table
from facilitator.store.spelling import Wanted, wanted
from facilitator.store.way import way_of
from facilitator.store.whereabouts import Readable, Spot

FEW, MOST = 3, 200
"""How many hits of a kind are shown beside other kinds, and how many at most when that kind is opened."""

_RANKED = 1000
"""Of more hits than this only the newest are ranked: words that are everywhere tell little anyway."""

_WEIGHED, _ENOUGH = 40, 10
"""Among so many of the best, ideas that the room gave dots to rise; so many dots are enough to rise all the way."""

_HALF_LIFE_DAYS = 365


_DISK = tuple(getattr(sqlite3, f"SQLITE_{name}") for name in ("FULL", "READONLY", "IOERR", "CANTOPEN", "BUSY"))

logger = logging.getLogger(__name__)


class CalledOff(Exception):
    """Nobody waits for the answer any more."""


class Search:
    """Reads the workspace with a connection of its own, and keeps the index. It is used by one thread at a time."""

    def __init__(
        self,
        folder: Path,
        findable: Sequence[Findable],
        kinds: Mapping[str, type[Record[Any]]],
        is_called_off: Callable[[], bool] = bool,
    ) -> None:
        """Search the data folder; between two convenings that are read anew, `is_called_off` is asked."""
        self._folder = folder
        self._kinds = kinds
        self._readable = [Readable(each, kinds) for each in findable]
        self._shape = json.dumps([(each.kind, each.fields) for each in findable])
        self._is_called_off = is_called_off
        self._in_memory: Archive | None = None

    def answer(self, question: Question) -> Answer:
        """Find what was asked for. Raises Refusal file.*, CalledOff.

        Whatever was said, merged, renamed or taken away since the last time is known by now. An index that is damaged
        is thrown away and made anew; one that the disk does not take lies in memory from then on.
        """
        try:
            return self._answer(question)
        except (OSError, sqlite3.DatabaseError) as error:
            self._make_room(error)
        try:
            return self._answer(question)
        except sqlite3.DatabaseError as error:
            raise said(error, self._folder / WORKSPACE) from error

    def _make_room(self, error: Exception) -> None:
        """Let the next try have an index: a new one in the file, or one in memory where no file can be written."""
        try:
            if not _is_of_the_disk(error):
                forget_index(self._folder)
                return
        except OSError as locked:
            error = locked
        logger.warning("The index of the search cannot be written, and is kept in memory: %r", error)
        self._in_memory = self._in_memory or archive_in_memory(self._shape)

    def way(self, place: Place) -> tuple[Step, ...]:
        """Tell what something has gone through, oldest first. Raises Refusal file.*."""
        try:
            reader = open_reader(self._folder / WORKSPACE)
            try:
                return way_of(reader, next(r for r in self._readable if r.findable.kind == place.kind), place)
            finally:
                reader.close()
        except sqlite3.DatabaseError as error:
            raise said(error, self._folder / WORKSPACE) from error

    def _answer(self, question: Question) -> Answer:
        began = time.perf_counter()
        if not (self._folder / WORKSPACE).exists():
            return Answer(question)
        # The index is opened first: if something is forgotten from here on, it is this file that is thrown away.
        archive = self._in_memory or open_archive(self._folder, self._shape)
        try:
            reader = open_reader(self._folder / WORKSPACE)
            try:
                reader.execute("begin")
                titles = _titles(reader)
                self._catch_up(archive, reader, titles)
                look = wanted(question.words)
                searched, hits = self._found(archive, reader, question, look, titles) if look.expression else ((), ())
            finally:
                reader.close()
        finally:
            archive.close()
        searched = searched or tuple(titles.values())
        return Answer(question, tuple(hits), searched, time.perf_counter() - began)

    def _catch_up(self, archive: Archive, reader: sqlite3.Connection, there: Mapping[str, Searched]) -> None:
        last = reader.execute("select seq, id from fact order by seq desc limit 1").fetchone() or (0, "")
        marks = archive.marks()
        seq, fact = int(marks.get("seq", 0)), marks.get("fact", "")
        known = reader.execute("select id from fact where seq = ?", (seq,)).fetchone()
        if (seq, fact) == last and set(archive.convenings()) == set(there):
            return
        if seq and (known is None or known[0] != fact):
            # Another history than the one that was read: a backup was restored, or something was taken out for good.
            seq = 0
        changed = {stream for (stream,) in reader.execute("select distinct stream from fact where seq > ?", (seq,))}
        for gone in archive.convenings().keys() - there.keys():
            archive.drop(gone, len(self._readable))
        for stream in sorted(there, key=lambda each: (there[each].date, each)):
            if stream in changed or stream not in archive.convenings():
                self._read(archive, reader, stream)
        archive.mark(seq=str(last[0]), fact=last[1])
        archive.keep()

    def _read(self, archive: Archive, reader: sqlite3.Connection, stream: str) -> None:
        number = archive.number(stream)
        found: list[tuple[Readable, dict[str, list[str]]]] = []
        for readable in self._readable:
            if self._is_called_off():
                raise CalledOff
            is_there = has_table(reader, readable.table, readable.findable.record)
            found.append((readable, readable.texts(reader, stream) if is_there else {}))
        for kind, (readable, texts) in enumerate(found):
            stood_for = {
                key for other, keys in found if other.findable.instead_of is readable.findable.record for key in keys
            }
            archive.show(kind, number, {key: said for key, said in texts.items() if key not in stood_for})

    def _found(
        self,
        archive: Archive,
        reader: sqlite3.Connection,
        question: Question,
        look: Wanted,
        titles: Mapping[str, Searched],
    ) -> tuple[tuple[Searched, ...], list[Hit]]:
        streams = {number: stream for stream, number in archive.convenings().items()}
        counts: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for kind, number, count in archive.counts(look.expression):
            counts[streams[number]].append((self._readable[kind].findable.kind, count))
        searched = tuple(replace(each, hits=tuple(counts[each.id])) for each in titles.values())
        told = Answer(question, (), searched)
        without = [number for number, stream in streams.items() if not question.takes(titles[stream])]
        there = [at for at, each in enumerate(self._readable) if told.count(each.findable.kind)]
        fresh = _freshness({number: titles[stream].date for number, stream in streams.items()})
        hits: list[Hit] = []
        for kind in there:
            name = self._readable[kind].findable.kind
            most = MOST if len(there) == 1 or question.opened == name else _few(told.count(name))
            newest = archive.newest(look.expression, kind, without, _RANKED)
            # bm25 is below 0, the best the lowest.
            fits = {row: score * (1 + fresh[number]) for row, number, score in newest}
            best = sorted(newest, key=lambda row: (fits[row[0]], -row[0]))[: max(most, _WEIGHED)]
            read = self._hits(archive, reader, kind, [(row, streams[number]) for row, number, _ in best], look)
            weighed = sorted(
                zip(best, read, strict=True),
                key=lambda pair: fits[pair[0][0]] * (1 + min(pair[1].dots, _ENOUGH) / _ENOUGH),
            )
            hits += [hit for _, hit in weighed[:most]]
        return searched, hits

    def _hits(
        self, archive: Archive, reader: sqlite3.Connection, kind: int, rows: list[tuple[int, str]], look: Wanted
    ) -> list[Hit]:
        readable = self._readable[kind]
        texts = archive.texts(row for row, _ in rows)
        by_stream: defaultdict[str, list[str]] = defaultdict(list)
        for row, stream in rows:
            by_stream[stream].append(texts[row][0])
        spots = {stream: readable.spots(reader, stream, keys) for stream, keys in by_stream.items()}
        blocks = {stream: _block_titles(reader, stream) for stream in by_stream}
        dots = {stream: _dots(reader, readable, stream, keys) for stream, keys in by_stream.items()}
        hits: list[Hit] = []
        for row, stream in rows:
            key, parts = texts[row]
            spot = spots[stream].get(key, Spot())
            place = Place(ConveningId(stream), BlockId(spot.block), key, readable.findable.kind)
            shown = tuple(Part(part, look.spans(part)) for part in parts)
            title = blocks[stream].get(spot.block, "")
            hits.append(Hit(place, shown, title, spot.group, spot.position, dots[stream].get(key, 0)))
        return hits


def _is_of_the_disk(error: Exception) -> bool:
    """Whether the disk is against it, and not the index damaged."""
    return isinstance(error, OSError) or getattr(error, "sqlite_errorcode", 0) & 0xFF in _DISK


def _few(count: int) -> int:
    """Of one more than a few all are shown: "1 more" would take the same room."""
    return count if count <= FEW + 1 else FEW


def _freshness(days: Mapping[int, str]) -> dict[int, float]:
    """How new each convening is, from 1 for the newest down: of hits that fit alike, the newer one comes first."""
    known = {number: _day(day) for number, day in days.items()}
    newest = max(known.values(), default=0)
    return {number: 0.5 ** ((newest - day) / _HALF_LIFE_DAYS) if day else 1.0 for number, day in known.items()}


def _day(iso: str) -> int:
    try:
        return date.fromisoformat(iso).toordinal()
    except ValueError:
        return 0


def _titles(reader: sqlite3.Connection) -> dict[str, Searched]:
    rows = reader.execute(
        "select stream, title, date from convening where here and not gone order by date desc, id desc"
    ).fetchall()
    return {stream: Searched(ConveningId(stream), title, day or "") for stream, title, day in rows}


def _block_titles(reader: sqlite3.Connection, stream: str) -> dict[str, str]:
    return dict(
        reader.execute("select id, title from block where stream = ? and here and not gone", (stream,)).fetchall()
    )


def _dots(reader: sqlite3.Connection, readable: Readable, stream: str, keys: Iterable[str]) -> dict[str, int]:
    return {key: each[-1].dots for key, each in readable.counts(reader, stream, keys).items() if each}
