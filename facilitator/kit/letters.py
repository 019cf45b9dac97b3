"""The letters that clusters carry, for people who point at them: one place says them, whoever shows them.

In a room they are the room's, on the projector, on the laptop and on what is printed of its board, whatever language
the laptop speaks: who says "put it under ب" must find it. A summary is read elsewhere, and says them in its language.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import NamedTuple

from facilitator.convening.agenda import Block
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.i18n import language_in_use

_LATIN = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_ABJAD = (*"أبجد", "هـ", *"وزحطيكلمنسعفصقرشتثخذضظغ")
"""In the order in which people count with them; the fifth has a stroke, as alone it is taken for a digit."""

_ARABIC_LANGUAGES = frozenset({"ar", "fa", "ur"})


class Script(StrEnum):
    """With which letters clusters are told apart."""

    LATIN = "latin"
    ARABIC = "arabic"


class ClusterMark(NamedTuple):
    """Where a cluster stands among those of its board, from 0, and the letter that it has there."""

    place: int
    letter: str


def cluster_letter(place: int, script: Script = Script.LATIN) -> str:
    """Give the letter of the cluster at this place, from 0: A to Z, then AA; أ to غ, then أأ."""
    alphabet = _ABJAD if script is Script.ARABIC else _LATIN
    letters, rest = "", place + 1
    while rest:
        rest, at = divmod(rest - 1, len(alphabet))
        letters = alphabet[at] + letters
    return letters


def script_of(language: str, said: str = "") -> Script:
    """The letters of a language, or of what is said in them: an Arabic question has Arabic letters below it."""
    if language.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0] in _ARABIC_LANGUAGES:
        return Script.ARABIC
    sides = (unicodedata.bidirectional(letter) for letter in said)
    strong = next((side for side in sides if side in ("L", "R", "AL")), "L")
    return Script.ARABIC if strong == "AL" else Script.LATIN


def spoken_letter(place: int) -> str:
    """The letter of a cluster outside its room, in the language in use: the laptop's own, as in its search."""
    return cluster_letter(place, script_of(language_in_use()))


def room_script(records: Records, block: BlockId) -> Script:
    """The letters of a board, by the language of its room and by its question."""
    entry = records[Block].get(block)
    asked = (entry.prompt or entry.title) if entry is not None else ""
    return script_of(next((convening.language for convening in records[Convening].values()), ""), asked)
