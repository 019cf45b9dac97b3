"""How words are spelled for the search."""

from __future__ import annotations

import sqlite3

import pytest

from facilitator.store.spelling import TOKENIZER, spelled, wanted


def marked(words: str, text: str) -> list[str]:
    return [text[start:end] for start, end in wanted(words).spans(text)]


@pytest.mark.parametrize(
    ("words", "text", "hits"),
    [
        ("pump", "Pumps, a PUMP and a hand-pump", ["Pumps", "PUMP", "pump"]),
        ("reunion", "Une réunion, re\u0301union", ["réunion", "re\u0301union"]),
        ("pump wat", "Water pumps pump waters", ["Water", "pump", "waters"]),
        ("l'id", "C’est l'idée, l’idéal", ["l'idée", "l’idéal"]),
        ("水泵", "每个村庄都需要两名水泵技工", ["水泵"]),
        ("น้ำ", "ปั๊มน้ำ", ["น้ำ"]),
        ("الماء", "مَضخّة الماءِ", ["الماءِ"]),
        ("پمپ", "پمپ آب", ["پمپ"]),
        ("Straße", "In der STRASSE", ["STRASSE"]),
        ("pump", "Nothing of the kind", []),
        ("*", "A * star", []),
    ],
)
def test_hits_are_marked_where_the_index_finds_them(words: str, text: str, hits: list[str]) -> None:
    assert marked(words, text) == hits


def test_texts_in_latin_letters_are_kept_as_they_are() -> None:
    for text in ("Two pump mechanics", "Une réunion", "Şahin · 12 %"):
        assert spelled(text) == text


def test_every_expression_is_understood_by_the_index() -> None:
    index = sqlite3.connect(":memory:")
    index.execute(f'create virtual table words using fts5(said, tokenize="{TOKENIZER}")')
    for words in ('a"b', "AND OR NOT", "NEAR(a b, 2)", "said:x", "^a", "a+b", "{a}", "a* b*", "水\0泵", "é̃"):
        expression = wanted(words).expression
        index.execute("select 1 from words where words match ?", (expression,)).fetchall()

    assert not wanted("*-\"'()").expression
