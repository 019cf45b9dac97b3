"""Lines of a note that can be ticked."""

from __future__ import annotations

from facilitator.console.note_lines import toggled


def test_a_tick_comes_and_goes() -> None:
    note = "[ ] Ask Halima\nremember the tea\n[x] Silence"

    assert toggled(note, 0) == "[x] Ask Halima\nremember the tea\n[x] Silence"
    assert toggled(note, 2) == "[ ] Ask Halima\nremember the tea\n[ ] Silence"


def test_a_line_without_a_box_stays_as_it_is() -> None:
    assert toggled("remember the tea", 0) == "remember the tea"
