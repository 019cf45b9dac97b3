"""How words are spelled for the search: accents aside, every script in pieces that can be found, raw text as words.

The tokenizer of FTS5 cuts words at spaces, which Thai, Lao, Khmer, Burmese, Chinese and Japanese do without: there a
text would be found by its very beginning only. Their letters are set apart here, and what is looked for is a phrase of
letters. It also keeps the vowel points of Arabic and Hebrew, which few people type: they are left out on both sides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.convening.findable import Span

TOKENIZER = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
"""Signs that belong to a letter (vowels of Hindi or Thai) are part of its word, unlike by default."""

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
_POINTS = (
    (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7), (0x0610, 0x061A),
    (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E4), (0x06E7, 0x06E8),
    (0x06EA, 0x06ED),
)  # fmt: skip
_PLAIN: dict[int, str | None] = {point: None for first, last in _POINTS for point in range(first, last + 1)} | {
    ord(letter): "ا" for letter in "أإآٱ"
}
_FIRST_SPECIAL = "\u0590"
_ASCII_WORD = re.compile(r"[A-Za-z0-9]+")


def spelled(text: str) -> str:
    """Spell a text for the index; most texts stay as they are."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    if max(composed) < _FIRST_SPECIAL:
        return composed
    return _UNSPACED.sub(r" \g<0> ", composed.translate(_PLAIN))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody typed, word by word; of the last word they may have typed the beginning only."""

    phrases: tuple[tuple[str, ...], ...]
    expression: str

    def spans(self, text: str) -> tuple[Span, ...]:
        """Find the words in a text, as from and to in code points, in order and apart from one another."""
        tokens = list(_tokens(text))
        found = [
            (tokens[at][1], tokens[at + len(phrase) - 1][2])
            for phrase in self.phrases
            for at in range(len(tokens) - len(phrase) + 1)
            if _stands(
                phrase,
                [token for token, _, _ in tokens[at : at + len(phrase)]],
                may_go_on=phrase is self.phrases[-1],
            )
        ]
        return _apart(sorted(found))


def wanted(words: str) -> Wanted:
    """Read what somebody typed: every sign in it is text, none is a command. Nothing to look for is "" ."""
    phrases, quoted = [], []
    for word in words.replace("\0", " ").split():
        tokens = tuple(token for token, _, _ in _tokens(word))
        if tokens:
            phrases.append(tokens)
            quoted.append('"' + spelled(word).replace('"', " ") + '"')
    return Wanted(tuple(phrases), " ".join(quoted) + "*" if quoted else "")


def _tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text without accents and in small letters, each with its place in it."""
    if text.isascii():
        for found in _ASCII_WORD.finditer(text):
            yield found.group().lower(), found.start(), found.end()
        return
    start = 0
    for at, letter in enumerate(f"{text} "):
        if _UNSPACED.match(letter):
            yield from _token(text, start, at)
            yield from _token(text, at, at + 1)
            start = at + 1
        elif not (letter.isalnum() or unicodedata.category(letter) in ("Mn", "Mc", "Co")):
            yield from _token(text, start, at)
            start = at + 1


def _token(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    taken = unicodedata.normalize("NFD", text[start:end].translate(_PLAIN)).casefold()
    bare = "".join(letter for letter in taken if not "\u0300" <= letter <= "\u036f")
    if bare:
        yield bare, start, end


def _stands(phrase: tuple[str, ...], tokens: list[str], *, may_go_on: bool) -> bool:
    *whole, last = phrase
    return tokens[:-1] == whole and (tokens[-1].startswith(last) if may_go_on else tokens[-1] == last)


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    apart: list[Span] = []
    for start, end in spans:
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)
