"""A look carries measures, colours and one language."""

from __future__ import annotations

from facilitator.i18n import PSEUDO, catalogue
from facilitator.kit.pdf.look import MARGIN, TEXT_WIDTH, Align, Look, paint
from facilitator.kit.pdf.typeface import Weight
from tests.kit.pdf.paper import plain_look


def test_margins_are_sixteen_millimetres() -> None:
    assert round(MARGIN / 72 * 25.4, 3) == 16
    assert round(TEXT_WIDTH / 72 * 25.4, 2) == 178


def test_its_words_are_those_it_was_given_and_not_those_of_the_app() -> None:
    assert Look(catalogue(PSEUDO)).gettext("Agenda") != "Agenda"
    assert plain_look().gettext("Agenda") == "Agenda"


def test_a_style_keeps_what_was_not_changed() -> None:
    look = plain_look()

    style = look.body.but(weight=Weight.BOLD, align=Align.END)

    assert (style.size, style.weight, style.align) == (look.body.size, Weight.BOLD, Align.END)
    assert look.body.weight is Weight.REGULAR


def test_a_paragraph_style_is_made_once() -> None:
    look = plain_look()

    assert look.paragraph_style(look.body) is look.paragraph_style(look.body)
    assert look.paragraph_style(look.body).fontName.startswith("Atkinson")


def test_no_two_parts_share_a_key() -> None:
    look = plain_look()

    assert len({look.new_key() for _ in range(100)}) == 100


def test_a_colour_is_read_as_it_is_written() -> None:
    assert paint("#0A5A66").hexval() == "0x0a5a66"
