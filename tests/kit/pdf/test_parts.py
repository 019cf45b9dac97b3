"""Numbers of the same kind are added up for the cover."""

from __future__ import annotations

from facilitator.kit.pdf.look import Look
from facilitator.kit.pdf.parts import Figure, Part, added_up


def ideas(look: Look, numbers: tuple[int, ...]) -> str:
    return look.ngettext("idea", "ideas", numbers[0])


def dots(look: Look, numbers: tuple[int, ...]) -> str:
    return look.ngettext("dot", "dots", numbers[0])


def test_figures_with_one_label_are_added_number_by_number() -> None:
    found = added_up([Figure((23, 4), ideas), Figure((66,), dots), Figure((20, 1), ideas)])

    assert [figure.numbers for figure in found] == [(43, 5), (66,)]


def test_what_counts_nothing_is_left_out() -> None:
    assert added_up([Figure((0, 3), ideas)]) == []


def test_results_come_before_boards() -> None:
    assert Part.DECISIONS < Part.SHORTLIST < Part.QUESTIONS < Part.BOARDS
