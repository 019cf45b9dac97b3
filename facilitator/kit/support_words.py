"""How much support is enough, as one sentence: the rule of a proposal as the room, a file and the paper say it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitator.i18n import _ as spoken
from facilitator.i18n import ngettext as counted

Say = Callable[[str], str]
"""Says a text in some language, as gettext."""

Count = Callable[[str, str, int], str]
"""Says a text that goes with a number in some language, as ngettext."""


def rule_words(
    enough: int, people: int, points: Sequence[str], veto: str, say: Say = spoken, count: Count = counted
) -> str:
    """Say a rule, such as "Supported when 15 of 22 or more choose 1, 2 or 3, and no one chooses 8".

    `points` are those that count as support; `veto` is the one that makes a no, "" where there is none. `people` is
    how many are asked, and left out where they are fewer than `enough`.
    """
    _, ngettext = say, count
    many = _("{enough} of {people}").format(enough=enough, people=people) if people >= enough else str(enough)
    if veto:
        said = ngettext(
            "Supported when {many} or more chooses {points}, and no one chooses {veto}.",
            "Supported when {many} or more choose {points}, and no one chooses {veto}.",
            enough,
        )
    else:
        said = ngettext(
            "Supported when {many} or more chooses {points}.",
            "Supported when {many} or more choose {points}.",
            enough,
        )
    return said.format(many=many, points=listed(points, say), veto=veto)


def listed(points: Sequence[str], say: Say = spoken) -> str:
    """Name the points of a scale one after the other: "1, 2 or 3"."""
    _ = say
    *sooner, last = points
    return _("{points} or {last}").format(points=_(", ").join(sooner), last=last) if sooner else last
