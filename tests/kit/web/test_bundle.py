"""The phone page in one piece."""

from __future__ import annotations

import json
import re
from pathlib import Path

from facilitator.kit.web.bundle import ActivityPage, Bundle, lean, native_names, read_activity_page

HELLO = ActivityPage(
    "hello", '<p>{{greeting}}</p><svg><use href="#i-smiley"/></svg>', 'F.say("greeting"); F.say("title_" + x);',
    {"greeting": "Hello <b>", "title_hello": "Hello", "unused": "never said"},
)  # fmt: skip


def bundle(language: str = "en") -> Bundle:
    return Bundle([HELLO], language, native_names(["en", "fr"]))


def words(page: str) -> dict[str, object]:
    found = re.search(r'id="words">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    said: dict[str, object] = json.loads(found.group(1))
    return said


def test_the_first_load_is_small() -> None:
    made = bundle()

    assert sum(len(file.packed) for file in (made.page, made.style, made.script)) <= 15_000


def test_every_place_of_the_page_is_filled_and_nothing_runs_inside_it() -> None:
    page = bundle().page.plain.decode()

    assert "{{" not in page
    assert not re.search(r"<script(?![^>]*(src=|application/json))", page)
    assert "style=" not in page


def test_a_part_brings_its_words_its_fragment_and_its_icons() -> None:
    part = bundle().parts["hello"].plain.decode()

    assert "Hello &lt;b&gt;" in part
    assert "i-smiley" in part
    assert '"title_hello":"Hello"' in part
    assert "never said" not in part


def test_a_part_that_shares_words_without_a_name_brings_along_how_and_no_other_page_does(tmp_path: Path) -> None:
    (tmp_path / "phone.html").write_text("<form></form>", encoding="utf-8")
    (tmp_path / "phone.js").write_text("var own = F.ownWords({}, {});", encoding="utf-8")
    made = Bundle(
        [HELLO, read_activity_page(tmp_path, "sharing", {"title_sharing": "Sharing"})], "en", {"en": "English"}
    )

    part = made.parts["sharing"].plain.decode()

    assert "F.ownWords=function" in part
    assert '"own_taken":"Taken back. Your words are in the field again."' in part
    assert "ownWords" not in made.parts["hello"].plain.decode() + made.script.plain.decode()


def test_the_page_names_the_parts_it_may_fetch() -> None:
    made = bundle()

    parts = words(made.page.plain.decode())["parts"]

    assert isinstance(parts, dict)
    assert set(parts) == {"hello", "signs"}
    assert set(parts.values()) <= made.files().keys()


def test_arabic_is_laid_out_from_the_right() -> None:
    assert '<html lang="ar" dir="rtl">' in bundle("ar").page.plain.decode()


def test_the_door_says_what_was_wrong() -> None:
    assert b'role="alert"' in bundle().door("wrong")
    assert b'role="alert"' not in bundle().door("")


def test_a_script_loses_air_and_no_meaning() -> None:
    script = '  // a comment\n  var a = "b = c; // d",   e = 1;\n  f(/x y = z/, a);\n\n'

    assert lean(script) == 'var a="b = c; // d",  e=1;\nf(/x y = z/, a);'
