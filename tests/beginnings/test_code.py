"""The join code is read aloud and typed by a whole room."""

from __future__ import annotations

from facilitator.beginnings.code import LENGTH, LETTERS, new_code


def test_a_code_has_eight_letters_that_nobody_mistakes() -> None:
    codes = {new_code() for _ in range(200)}

    assert len(codes) == 200
    assert {len(code) for code in codes} == {LENGTH}
    assert not set("".join(codes)) - set(LETTERS)
    assert not set(LETTERS) & set("ILOU")
