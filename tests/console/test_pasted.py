"""People pasted from a spreadsheet."""

from __future__ import annotations

from facilitator.console.pasted import PastedPerson, people_in


def test_names_alone_make_people() -> None:
    assert people_in("Wambũi Kariuki\n\n  Nguyễn Thị Hạnh  \n") == (
        PastedPerson("Wambũi Kariuki"),
        PastedPerson("Nguyễn Thị Hạnh"),
    )


def test_columns_are_parted_by_tabs() -> None:
    pasted = "Halima Abdi\tHerders’ Council\tKenya\tsw\thalima@example.org"

    assert people_in(pasted) == (PastedPerson("Halima Abdi", "Herders’ Council", "Kenya", "sw", "halima@example.org"),)


def test_a_mail_address_is_known_wherever_it_stands() -> None:
    assert people_in("Halima Abdi\thalima@example.org\tHerders’ Council") == (
        PastedPerson("Halima Abdi", "Herders’ Council", email="halima@example.org"),
    )


def test_semicolons_part_where_there_is_no_tab_and_windows_lines_end_too() -> None:
    assert [person.country for person in people_in("A;B;Kenya\r\nC;D;Peru\r\n")] == ["Kenya", "Peru"]


def test_a_line_without_a_name_is_left_out() -> None:
    assert people_in("\tNobody’s organisation\tKenya") == ()
