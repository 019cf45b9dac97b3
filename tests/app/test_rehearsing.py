"""A rehearsal leaves everything that was acknowledged in the file, in what `show` says, and on paper."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from facilitator.beginnings.sample import read_sample

STAGES = (
    "join", "timer", "overtime", "board", "cluster", "vote-open", "vote-result", "wicked", "answer", "agreement-open",
    "agreement-result", "thanks",
)  # fmt: skip


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("rehearsal") / "out"
    told = subprocess.run(
        [sys.executable, "-m", "facilitator", "rehearse", "--people", "22", "--seed", "1", "--out", str(out)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")
    return out


def acks(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "acks.jsonl").read_text("utf-8").splitlines()]


def bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def test_every_acknowledged_wish_is_a_fact_of_the_file(rehearsed: Path) -> None:
    connection = sqlite3.connect(rehearsed / "convening.convene")
    facts = {key for (key,) in connection.execute("select id from fact")}
    connection.close()

    said = [one for one in acks(rehearsed) if one["wish"] != "cast_ballot"]

    assert {one["wish"] for one in said} == {"join", "add_idea", "send_truths", "send_answer", "send_reservation"}
    assert not [one for one in said if one["id"] not in facts]


def newest(said: Iterable[dict[str, Any]]) -> dict[str, list[list[str]]]:
    """The last acknowledged choice of each phone in each round."""
    found: dict[str, list[list[str]]] = {}
    for one in said:
        if one["wish"] == "cast_ballot":
            choices = found.setdefault(one["with"]["round"], [])
            if one["with"]["number"] == 1:
                choices.append(one["with"]["choice"])
            else:
                choices[-1] = one["with"]["choice"]
    return found


def test_the_totals_are_those_of_the_newest_acknowledged_ballots(rehearsed: Path) -> None:
    connection = sqlite3.connect(rehearsed / "convening.convene")
    revealed: dict[str, list[str]] = {}
    for round_, choice in connection.execute("select round, choice from revealed_ballot"):
        revealed.setdefault(round_, []).extend(json.loads(choice))
    connection.close()

    told = {round_: sorted(option for choice in choices for option in choice)
            for round_, choices in newest(acks(rehearsed)).items()}  # fmt: skip
    assert {round_: sorted(options) for round_, options in revealed.items()} == told
    assert len(told) == 3


def test_no_ballot_in_the_file_says_whose_it_was(rehearsed: Path) -> None:
    connection = sqlite3.connect(rehearsed / "convening.convene")
    people = {key for (key,) in connection.execute("select id from person")}
    ballots = [body for (body,) in connection.execute("select body from fact where kind = 'round.revealed'")]
    counts = [connection.execute(f"select count(*) from {table}").fetchone()[0] for table in ("ballot", "receipt")]
    connection.close()

    assert ballots
    assert not [person for person in people for body in ballots if person in body]
    assert counts == [0, 0]


def test_every_acknowledged_idea_is_shown_and_printed(rehearsed: Path) -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "facilitator", "show", str(rehearsed / "convening.convene"), "--json"],
        capture_output=True,
        check=True,
    )
    cards = {bare(card["text"]) for card in json.loads(shown.stdout)["card"]}
    printed = "".join(texts_of(rehearsed / "summary.pdf"))

    ideas = [one["with"]["text"] for one in acks(rehearsed) if one["wish"] == "add_idea"]

    assert len(ideas) == 60
    assert not [text for text in ideas if bare(text) not in cards]
    assert not [text for text in ideas if bare(text) not in printed]


def texts_of(path: Path) -> Iterator[str]:
    """The words of a PDF without white space: as they are selected, and as their ActualText says them."""
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            yield bare(page.get_textpage().get_text_bounded())
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            content = b"".join(
                stream.read_bytes()
                for stream in (page.Contents if isinstance(page.Contents, pikepdf.Array) else [page.Contents])
            )
            for said in re.findall(rb"/ActualText <FEFF([0-9a-fA-F]*)>", content):
                yield bare(bytes.fromhex(said.decode()).decode("utf-16-be"))


def test_the_proposal_was_answered_as_the_room_of_the_sample_does_heard_and_adopted(rehearsed: Path) -> None:
    """DE1, DE2: the exact words, the rule, the counts, each reservation and how it was taken in, owner and review."""
    told = subprocess.run(
        [sys.executable, "-m", "facilitator", "show", str(rehearsed / "convening.convene"), "--json"],
        capture_output=True,
        check=True,
    )
    shown = json.loads(told.stdout)
    proposal = read_sample()["proposal"]
    printed = "".join(texts_of(rehearsed / "summary.pdf"))

    (asked,) = [each for each in shown["asked"] if each["enough"]]
    given = Counter(
        point for each in shown["revealed_ballot"] if each["round"] == asked["id"] for point in each["choice"]
    )
    (outcome,) = shown["outcome"]

    assert (asked["text"], asked["enough"]) == (proposal["text"], proposal["enough"])
    assert [given[str(point)] for point in range(1, 9)] == proposal["spread"]
    assert (outcome["result"], outcome["review"]) == ("adopted", proposal["review"])
    assert outcome["owner"] in {each["id"] for each in shown["person"] if each["name"] == "Priya Raghunathan"}
    for text in (proposal["text"], *proposal["reservations"], proposal["taken_in"], "17 of 22 support."):
        assert bare(text) in printed


def test_answers_on_a_scale_are_no_dots(rehearsed: Path) -> None:
    figures = json.loads((rehearsed / "rehearsal.json").read_text("utf-8"))

    votes = newest(one for one in acks(rehearsed) if one["activity"] != "scale")

    assert figures["dots"] == sum(len(choice) for choices in votes.values() for choice in choices)


def test_the_stage_was_photographed(rehearsed: Path) -> None:
    there = {path.name for path in rehearsed.iterdir()}

    assert {f"stage-{name}.png" for name in STAGES} <= there


def test_the_figures_are_told(rehearsed: Path) -> None:
    told = json.loads((rehearsed / "rehearsal.json").read_text("utf-8"))

    assert (told["people"], told["ideas"], told["minutes"]) == (22, 60, 420)
    assert 0 < told["sent_to_stage_ms"]["p50"] <= told["sent_to_stage_ms"]["p99"]
