"""What columns mean: by their headings in English and French, and by what they hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.console.people_import.columns import Meaning, guess, is_heading, meaning_words, plain


def meant(*lines: str) -> list[str]:
    return [meaning.value for meaning in guess([tuple(line.split(";")) for line in lines]).meanings]


@pytest.mark.parametrize(
    ("heading", "meanings"),
    [
        ("Name;Organisation;Country;E-mail", ["name", "organisation", "country", "email"]),
        ("First name;Surname;Company;Phone number", ["first", "last", "organisation", "phone"]),
        ("FIRST NAME;NAME;Email address;Preferred language", ["first", "last", "email", "language"]),
        ("Nom;Prénom;Organisme;Pays;Courriel;Téléphone;Langue", ["last", "first", "organisation", "country", "email", "phone", "language"]),
        ("Nom;Société;Adresse e-mail", ["name", "organisation", "email"]),
        ("Nom et prénom;Rôle;Remarques", ["name", "role", "ignore"]),
        ("Horodateur;Nom complet;T-shirt", ["ignore", "name", "ignore"]),
        ("Name;Name", ["name", "ignore"]),
    ],
)  # fmt: skip
def test_headings_say_what_columns_mean(heading: str, meanings: list[str]) -> None:
    body = ";".join("x" for _ in meanings)

    assert meant(heading, body) == meanings
    assert guess([tuple(heading.split(";")), tuple(body.split(";"))]).has_heading


def test_without_headings_what_they_hold_and_their_order_say_it() -> None:
    found = guess([("a@example.org", "Amina", "River Trust", "Kenya", "+254 700 000"), ("", "Tomás", "", "", "")])

    assert not found.has_heading
    assert [meaning.value for meaning in found.meanings] == ["email", "name", "organisation", "country", "phone"]


def test_a_column_with_addresses_is_the_e_mail_whatever_it_is_called() -> None:
    assert meant("Name;How we reach you", "Amina;a@example.org", "Tomás;") == ["name", "email"]


def test_there_is_always_somebody_to_name() -> None:
    assert meant("Team;Country", "Amina;Kenya") == ["name", "country"]


def test_a_first_person_is_no_heading() -> None:
    assert not is_heading(("Amina", "a@example.org"))
    assert not is_heading(("Amina Name", "River Trust"))
    assert not is_heading(("", ""))
    assert is_heading(("E-Mail :", "", "Prénom"))


def test_case_accents_and_signs_do_not_count() -> None:
    assert plain("  Numéro de TÉLÉPHONE_ * ") == "numero de telephone"


def test_every_meaning_has_words_of_its_own() -> None:
    assert len({meaning_words(meaning) for meaning in Meaning}) == len(Meaning)


CELLS = st.sampled_from(("", "Nom", "Name", "E-mail", "a@b.org", "+254 700 000", "Prénom", "x", "أمل")) | st.text(
    max_size=5
)


@given(st.integers(1, 6).flatmap(lambda width: st.lists(st.tuples(*[CELLS] * width), max_size=5)))
def test_whatever_stands_in_a_table_no_meaning_is_given_twice(lines: list[tuple[str, ...]]) -> None:
    found = guess(lines)

    said = [meaning for meaning in found.meanings if meaning is not Meaning.IGNORE]
    assert len(said) == len(set(said))
    assert len(found.meanings) == (len(lines[0]) if lines else 0)
