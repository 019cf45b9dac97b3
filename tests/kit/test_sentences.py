"""Every refusal the rules can give is a sentence somebody can act on."""

from __future__ import annotations

import re
from pathlib import Path

from facilitator.app import house
from facilitator.convening.words import Refusal
from facilitator.kit.sentences import GROUND, sentence

HOUSE = Path(__file__).parents[2] / "facilitator"


def codes() -> set[str]:
    floors = [
        *HOUSE.glob("convening/*.py"),
        *HOUSE.glob("store/*.py"),
        *HOUSE.glob("activities/*/rules.py"),
        *HOUSE.glob("activities/*/rules/*.py"),
    ]
    text = "\n".join(path.read_text("utf-8") for path in floors)
    return set(re.findall(r"Refusal\(\s*\"([a-z_]+\.[a-z_]+)\"", text)) | set(
        re.findall(r"\"((?:round|ballot)\.[a-z_]+)\"\)", text)
    )


def test_every_code_has_its_sentence() -> None:
    known = {*GROUND, *house.refusal_sentences()}

    assert len(codes()) > 30
    assert not codes() - known


def test_the_values_of_a_refusal_are_said() -> None:
    assert sentence(Refusal("ballot.too_many_dots", dots=3), {}) == "That is more than the 3 dots everybody has."


def test_a_code_nobody_knows_is_still_a_sentence() -> None:
    assert sentence(Refusal("never.heard"), {}) == "That cannot be done here."


def test_who_changed_something_since_is_called_by_name() -> None:
    amina = Refusal("undo.changed_since", table="card", id="c", by="amina")
    mine = Refusal("undo.changed_since", table="card", id="c", by="host")

    assert sentence(amina, {}, {"amina": "Amina"}.__getitem__).startswith("This was changed by Amina since")
    assert sentence(mine, {}).startswith("This was changed by you since")
