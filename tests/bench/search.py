"""How long a word takes to be found among the ideas of several convenings, and the index to be made."""

from __future__ import annotations

import argparse
import itertools
import random
import shutil
import sqlite3
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from facilitator.activities.ideation_board.rules import Cluster, Placement
from facilitator.app import house
from facilitator.convening.agenda import Block
from facilitator.convening.cards import Card
from facilitator.convening.facts import Fact, body_text, stamp_of
from facilitator.convening.findable import Question
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import HOST, ROOM, BlockId, CardId, ClusterId, ConveningId
from facilitator.convening.words import Change, added
from facilitator.store.archive import ARCHIVE
from facilitator.store.projection import project_here
from facilitator.store.search import Search

CONVENINGS, CLUSTERS, IN_ONE_FACT = 20, 8, 500
COMMON = ("water", "pump", "people", "school", "money")
"""Words that stand in a fifth to a half of all ideas; the rest is drawn as words are used: a few often, most rarely."""

REPEATS = 5


def measure(asked: argparse.Namespace) -> dict[str, Any]:
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        workspace = house.open_workspace(folder)
        vocabulary = _fill(workspace.connection, asked.search_ideas)
        workspace.close()
        search = Search(folder, house.rulebook().findable(), house.rulebook().kinds)
        began = time.perf_counter()
        first = search.answer(Question("water"))
        build_s = time.perf_counter() - began
        plain = [*COMMON, *vocabulary[:10], *vocabulary[100:110], *vocabulary[3000:3010]]
        begun = [word[:length] for word in plain for length in (2, 3, 4) if len(word) > length]
        plain_ms = _times(search, plain)
        prefix_ms = _times(search, begun)
        return {
            "ideas": asked.search_ideas,
            "build_s": round(build_s, 2),
            "most_hits": first.count("idea"),
            "plain_word_ms": round(median(plain_ms), 1),
            "plain_word_p95_ms": round(quantiles(plain_ms, n=20)[-1], 1),
            "common_word_ms": round(median(_times(search, COMMON)), 1),
            "prefix_ms": round(median(prefix_ms), 1),
            "prefix_p95_ms": round(quantiles(prefix_ms, n=20)[-1], 1),
            "mb": round((folder / ARCHIVE).stat().st_size / 1e6, 1),
        }
    finally:
        shutil.rmtree(folder)


def _times(search: Search, words: list[str] | tuple[str, ...]) -> list[float]:
    took: list[float] = []
    for word in (word for word in words for _ in range(REPEATS)):
        began = time.perf_counter()
        search.answer(Question(word))
        took.append((time.perf_counter() - began) * 1000)
    return took


def _fill(connection: sqlite3.Connection, ideas: int) -> list[str]:
    """Write the convenings as facts and rows; give the other words that were used, the frequent ones first."""
    draw = random.Random(7)
    syllables = ["ka", "lo", "mi", "ru", "te", "sa", "no", "vi", "pe", "du", "ga", "zi"]
    vocabulary = list(dict.fromkeys("".join(draw.choices(syllables, k=draw.randint(2, 4))) for _ in range(12_000)))
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(vocabulary))))
    number = 0
    connection.execute("begin")
    for convening in range(CONVENINGS):
        stream = f"convening-{convening:02}"
        board = BlockId(f"{stream}.board")
        date = f"{2020 + convening // 3}-{convening % 12 + 1:02}-15"
        clusters = [Cluster(ClusterId(f"{stream}.{n}"), board, f"Cluster {n}", f"a{n}") for n in range(CLUSTERS)]
        begin = [added(Convening(ConveningId(stream), f"Convening {convening}", date=date))]
        begin += [added(Block(board, "Ideas", "ideation_board")), *map(added, clusters)]
        _write(connection, stream, (number := number + 1), begin)
        rest = range(ideas // CONVENINGS)
        for start in rest[::IN_ONE_FACT]:
            changes: list[Change] = []
            for at in rest[start : start + IN_ONE_FACT]:
                words = draw.choices(vocabulary, cum_weights=weights, k=draw.randint(4, 11))
                words += [word for place, word in enumerate(COMMON) if draw.random() < 0.5 / (place + 1)]
                draw.shuffle(words)
                card = Card(CardId(f"018f3c2e-7b1a-7{convening:03}-9000-{at:012}.1"), " ".join(words), source="phone")
                lies = Placement(card.id, board, draw.choice(clusters).id, f"b{at:06}")
                changes += [added(card), added(lies)]
            _write(connection, stream, (number := number + 1), changes)
    connection.execute("commit")
    return vocabulary


def _write(connection: sqlite3.Connection, stream: str, number: int, changes: list[Change]) -> None:
    fact = Fact(number, f"f{number}", stream, "0a0a0a0a", number, number, number, HOST, ROOM, "told", 1, tuple(changes))
    connection.execute(
        "insert into fact(id, stream, origin, oseq, hlc, at, by, activity, kind, v, body) values (?,?,?,?,?,?,?,?,?,?,?)",
        (
            fact.id, stream, fact.origin, fact.oseq, fact.hlc, fact.at, fact.by, fact.activity, fact.kind, fact.v,
            body_text(fact),
        ),
    )  # fmt: skip
    project_here(connection, house.rulebook().kinds, stream, stamp_of(fact.hlc, fact.origin), changes)
