"""What a phone posted, read field by field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from facilitator.convening.ids import BlockId
from facilitator.convening.words import Refusal
from facilitator.kit.web.form import LONGEST_TEXT, Form, cleaned, plain


@given(some.text(some.characters(exclude_categories=("Cc", "Cs"))))
def test_everything_but_control_characters_is_literal(text: str) -> None:
    assert plain(text) == text


@given(some.text(some.characters(categories=("Cc", "Cs"), exclude_characters="\n\t\r"), min_size=1))
def test_every_control_character_becomes_visible(text: str) -> None:
    assert plain(text) == "\ufffd" * len(text)


def test_line_ends_of_any_kind_stay_line_ends() -> None:
    assert plain("a\r\nb\nc\td") == "a\nb\nc\td"


def test_six_hundred_code_points_fit_whatever_they_are() -> None:
    assert cleaned({"text": "\U0001f331" * LONGEST_TEXT})["text"] == "\U0001f331" * LONGEST_TEXT
    with pytest.raises(Refusal, match=r"text\.too_long"):
        cleaned({"text": "a" * (LONGEST_TEXT + 1)})


@pytest.mark.parametrize(
    "posted", [None, [], "text", {"a": {}}, {"a": [1]}, {"a": None}, {"a": 1.5}, {"a": ["x"] * 401}]
)
def test_what_no_page_posts_is_refused(posted: Any) -> None:
    with pytest.raises(Refusal, match=r"form\.unreadable"):
        cleaned(posted)


def test_fields_are_read_as_what_they_are() -> None:
    form = Form(BlockId("b"), cleaned({"text": "x", "number": 3, "choice": ["a", "a"]}))

    assert (form.text("text"), form.number("number"), form.texts("choice")) == ("x", 3, ("a", "a"))
    assert (form.text_or("other", "y"), form.texts_or("others", ())) == ("y", ())


@pytest.mark.parametrize(
    ("read", "field"), [("text", "number"), ("number", "text"), ("texts", "text"), ("number", "on")]
)
def test_a_field_of_another_kind_is_refused(read: str, field: str) -> None:
    form = Form(BlockId("b"), {"text": "x", "number": 3, "on": True})

    with pytest.raises(Refusal, match=r"form\.unreadable"):
        getattr(form, read)(field)
