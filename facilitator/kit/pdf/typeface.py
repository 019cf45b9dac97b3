"""The letters of the printed page: Atkinson for Latin, Noto for what Atkinson lacks, every font embedded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

MAIN = "AtkinsonHyperlegibleNext"
FIRST_FALLBACK = "NotoSans"


class Weight(IntEnum):
    """How heavy letters are."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700


class Run(NamedTuple):
    """A stretch of text that one font can draw."""

    font: str
    text: str


class _Font:
    """One font file, read only when a text first needs it."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self._path = path

    @cached_property
    def cover(self) -> frozenset[str]:
        """The characters this font can draw. Registers the font on first use."""
        if self.name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(self.name, str(self._path)))
        return frozenset(map(chr, pdfmetrics.getFont(self.name).face.charToGlyph))


class Typeface:
    """The family of fonts in one folder, and which of them draws which stretch of a text."""

    def __init__(self, folder: Path) -> None:
        """Read the names in `folder`: four weights of Atkinson, Noto in regular and bold."""
        main = {weight: _Font(next(folder.glob(f"{MAIN}_{weight}*.ttf"))) for weight in Weight}
        self.folder = folder
        self._chains = {weight: [main[weight], *_fallbacks(folder, weight)] for weight in Weight}
        self._runs = lru_cache(maxsize=4096)(self._cut)

    def name(self, weight: Weight) -> str:
        """Name the main font of a weight, as the page calls it."""
        main = self._chains[weight][0]
        return main.name if main.cover else ""

    def has_all(self, text: str) -> bool:
        """Say whether some font of the chain has each character of a text."""
        missing = set(text) - self._chains[Weight.REGULAR][0].cover
        for font in self._chains[Weight.REGULAR][1:]:
            if not missing:
                return True
            missing -= font.cover
        return all(_is_silent(character) or character.isspace() for character in missing)

    def runs(self, text: str, weight: Weight) -> tuple[Run, ...]:
        """Cut a text into stretches, each with the first font of the chain that has it.

        A whole word changes its font, never a letter in its middle, where one font has the word; marks, variation
        selectors and joiners stay with the letter before them.
        """
        main = self._chains[weight][0]
        if main.cover.issuperset(text):
            return (Run(main.name, text),)
        return self._runs(text, weight)

    def _cut(self, text: str, weight: Weight) -> tuple[Run, ...]:
        pieces = (piece for word in re.findall(r"\s+|\S+", text) for piece in self._word(word, weight))
        return tuple(
            Run(font, "".join(run.text for run in same)) for font, same in groupby(pieces, key=lambda run: run.font)
        )

    def _word(self, word: str, weight: Weight) -> Iterator[Run]:
        for font in self._chains[weight]:
            if font.cover.issuperset(word) or word.isspace():
                yield Run(font.name, word)
                return
        for letter in _letters(word):
            yield self._letter(letter, weight)

    def _letter(self, letter: str, weight: Weight) -> Run:
        chain = self._chains[weight]
        for font in chain:
            if font.cover.issuperset(letter):
                return Run(font.name, letter)
        for font in chain:
            if letter[0] in font.cover:
                return Run(font.name, "".join(c for c in letter if c in font.cover or not _is_silent(c)))
        return Run(chain[0].name, letter)


def _fallbacks(folder: Path, weight: Weight) -> list[_Font]:
    style = "Bold" if weight >= Weight.SEMIBOLD else "Regular"
    files = sorted(folder.glob(f"{FIRST_FALLBACK}*-{style}.ttf"), key=lambda path: (len(path.stem), path.stem))
    return [_Font(path) for path in files]


def _letters(word: str) -> list[str]:
    """Cut a word into letters, each with the marks and joiners that follow it."""
    letters: list[str] = []
    for character in word:
        joins = unicodedata.combining(character) or _is_silent(character)
        if letters and (joins or letters[-1].endswith("\u200d")):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _is_silent(character: str) -> bool:
    return character in "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" or "\ufe00" <= character <= "\ufe0f"
