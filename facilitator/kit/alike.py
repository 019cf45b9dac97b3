"""Texts that say nearly the same: by the words they share, or by the letters, for a slip of the pen or an ending."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

ALIKE = 0.8
"""From this share of common words on, two titles look alike. Source: practice, rule BD6."""

NEAR = 0.75
"""From this share of common trigrams on (twice the common ones, of both), two texts are nearly the same."""

MOST_TWINS = 40
"""So many twins of one text are known at most: of a thousand that say the same nobody looks at every pair."""

_COMMON = 600
"""So many of the texts that share a word are looked at: more would hold up whoever waits for the next key."""

_RARE = 48
"""A trigram that more texts have says little; two that are nearly the same share a rarer one."""


@lru_cache(maxsize=8)
def look_alikes(texts: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Pairs of places whose texts look alike by their words alone."""
    known = Likeness()
    pairs: list[tuple[int, int]] = []
    for at, text in enumerate(texts):
        known.learn(str(at), text)
        pairs += [(int(other), at) for other in known.by_words(str(at))]
    return tuple(sorted(pairs))


@dataclass(frozen=True, slots=True)
class _Traits:
    """What a text is compared by."""

    text: str
    words: frozenset[str]
    trigrams: frozenset[str]


class Likeness:
    """Knows texts by an id, and which of them are nearly the same.

    Learning one costs by what it shares with others, not by how many there are: 500 notes take a fraction of a second.
    """

    def __init__(self) -> None:
        self._traits: dict[str, _Traits] = {}
        self._with_word: dict[str, set[str]] = defaultdict(set)
        self._with_trigram: dict[str, set[str]] = defaultdict(set)
        self._alike: dict[str, set[str]] = {}

    def learn(self, key: str, text: str) -> None:
        """Know a text; one that changed is compared anew."""
        before = self._traits.get(key)
        if before is not None and before.text == text:
            return
        self.forget(key)
        plain = _plain(text)
        traits = _Traits(text, _words(plain), _trigrams(plain))
        self._traits[key] = traits
        alike: set[str] = set()
        for other in self._candidates(traits):
            if len(self._alike[other]) < MOST_TWINS and _is_alike(traits, self._traits[other]):
                alike.add(other)
                if len(alike) == MOST_TWINS:
                    break
        self._alike[key] = alike
        for other in self._alike[key]:
            self._alike[other].add(key)
        for word in traits.words:
            self._with_word[word].add(key)
        for trigram in traits.trigrams:
            self._with_trigram[trigram].add(key)

    def forget(self, key: str) -> None:
        """Know a text no more."""
        traits = self._traits.pop(key, None)
        if traits is None:
            return
        for word in traits.words:
            self._with_word[word].discard(key)
        for trigram in traits.trigrams:
            self._with_trigram[trigram].discard(key)
        for other in self._alike.pop(key):
            self._alike[other].discard(key)

    def known(self) -> Mapping[str, str]:
        """Every text that was learnt, by its id."""
        return {key: traits.text for key, traits in self._traits.items()}

    def knows(self, key: str, text: str) -> bool:
        """Whether this very text was learnt."""
        traits = self._traits.get(key)
        return traits is not None and traits.text == text

    def twins(self, key: str) -> frozenset[str]:
        """The ids of texts that are nearly the same as this one, forty at most."""
        return frozenset(self._alike.get(key, ()))

    def by_words(self, key: str) -> frozenset[str]:
        """Those of them whose words alone are nearly the same."""
        mine = self._traits[key]
        return frozenset(other for other in self.twins(key) if _have_the_same_words(mine, self._traits[other]))

    def _candidates(self, traits: _Traits) -> set[str]:
        found: set[str] = set()
        # Of ten words two may differ, so one of the three rarest is common to both: rarer ones are cheaper to ask.
        fewest = len(traits.words) - int(ALIKE * len(traits.words)) + 1
        for word in sorted(traits.words, key=lambda word: len(self._with_word[word]))[:fewest]:
            found.update(islice(self._with_word[word], _COMMON))
        for trigram in traits.trigrams:
            if len(self._with_trigram[trigram]) <= _RARE:
                found |= self._with_trigram[trigram]
        return found


def _is_alike(one: _Traits, other: _Traits) -> bool:
    if _have_the_same_words(one, other):
        return True
    both = len(one.trigrams) + len(other.trigrams)
    return both > 0 and 2 * len(one.trigrams & other.trigrams) >= NEAR * both


def _have_the_same_words(one: _Traits, other: _Traits) -> bool:
    """Whether the words common to both are nearly all of the longer."""
    longer = max(len(one.words), len(other.words))
    return longer > 0 and len(one.words & other.words) >= ALIKE * longer


def _plain(text: str) -> str:
    """A text without case and accents."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def _words(plain: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", plain))


def _trigrams(plain: str) -> frozenset[str]:
    """Three letters at a time of every word, its beginning and end among them; none of a text without words."""
    padded = [f"  {word} " for word in re.findall(r"\w+", plain)]
    return frozenset(word[at : at + 3] for word in padded for at in range(len(word) - 2))
