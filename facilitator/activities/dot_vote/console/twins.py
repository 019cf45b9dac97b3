"""Look-alikes on a ballot: two ideas whose words are nearly the same would share the dots that belong to one."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

ALIKE = 0.8
"""From this share of common words on, two titles look alike. Source: practice, rule BD6."""


@lru_cache(maxsize=8)
def look_alikes(texts: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Pairs of places whose texts look alike: by words common to both, of the longer, without case and accents."""
    words = [_words(text) for text in texts]
    places: dict[str, list[int]] = defaultdict(list)
    pairs: list[tuple[int, int]] = []
    for at, mine in enumerate(words):
        common: dict[int, int] = defaultdict(int)
        for word in mine:
            for earlier in places[word]:
                common[earlier] += 1
            places[word].append(at)
        longest = {earlier: max(len(mine), len(words[earlier])) for earlier in common}
        pairs += [(earlier, at) for earlier, count in common.items() if count >= ALIKE * longest[earlier]]
    return tuple(sorted(pairs))


def _words(text: str) -> frozenset[str]:
    split = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in split if not unicodedata.combining(letter))
    return frozenset(re.findall(r"\w+", plain))
