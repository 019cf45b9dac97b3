"""Who comes to a rehearsal, and what they will say."""

from __future__ import annotations

import random

from facilitator.beginnings.sample import read_sample


def guests(people: int) -> list[dict[str, str]]:
    """Name who comes: the sample's people first, then numbered ones."""
    known = [
        {name: one[name] for name in ("name", "organisation", "country", "language")} for one in read_sample()["people"]
    ]
    more = [{"name": f"Guest {number}", "country": "Kenya"} for number in range(len(known) + 1, people + 1)]
    return [*known[:people], *more]


def pool_of(ideas: int, chance: random.Random) -> list[str]:
    """Draw the texts people will send, in several languages and scripts; numbered when there are not enough."""
    sample = read_sample()
    texts = [idea["text"] for idea in (*sample["board"]["ideas"], *sample["rehearsal"]["ideas"])]
    chance.shuffle(texts)
    rounds = -(-ideas // len(texts))
    pool = [text if not turn else f"{text} ({turn + 1})" for turn in range(rounds) for text in texts]
    return pool[:ideas]
