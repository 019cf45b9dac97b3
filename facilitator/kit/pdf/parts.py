"""What an activity's section may say about itself: where in the summary it belongs, and the numbers it adds up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from facilitator.kit.pdf.look import Look


class Part(IntEnum):
    """The order of a summary. Source: practice, rule HV6."""

    DECISIONS = 1
    ACTIONS = 2
    SHORTLIST = 3
    QUESTIONS = 4
    DIFFERENCES = 5
    BOARDS = 6
    PARKED = 7
    PULSES = 8


Label = Callable[[Look, tuple[int, ...]], str]
"""Says what was counted, for the numbers of a figure, in the summary's language."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Numbers for the cover: the first is printed large, the label tells of all. Equal labels are added up."""

    numbers: tuple[int, ...]
    label: Label


def added_up(figures: list[Figure]) -> list[Figure]:
    """Add figures with the same label number by number; those that count nothing are left out."""
    sums: dict[Label, tuple[int, ...]] = {}
    for figure in figures:
        before = sums.get(figure.label, (0,) * len(figure.numbers))
        sums[figure.label] = tuple(one + other for one, other in zip(before, figure.numbers, strict=True))
    return [Figure(numbers, label) for label, numbers in sums.items() if numbers[0]]
