"""What people read can be said in their language: no text is left unmarked, and the catalogues know every text."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from gettext import c2py
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from facilitator.i18n import DOMAIN, PHONES

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "facilitator"
WORDS = ROOT / "resources" / "i18n"
CATALOGUES = sorted(path for name in (DOMAIN, PHONES) for path in WORDS.glob(f"*/LC_MESSAGES/{name}.po"))
OF_PHONES = sorted(WORDS.glob(f"*/LC_MESSAGES/{PHONES}.po"))

SHOWN_BY = {
    "Button", "QAction", "QCheckBox", "QGroupBox", "QLabel", "QPushButton", "QRadioButton", "addTab", "addAction",
    "addMenu", "setAccessibleDescription", "setAccessibleName", "setPlaceholderText", "setStatusTip", "setText",
    "setTitle", "setToolTip", "setWindowTitle", "showMessage",
}  # fmt: skip
A_WORD = re.compile(r"[^\W\d_]{3,}")
PLACE = re.compile(r"\{[^{}]*\}")


@pytest.mark.parametrize("path", sorted(HOUSE.rglob("*.py")), ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_no_text_is_shown_without_being_marked_for_translators(path: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]

    unmarked = [
        f"{argument.lineno}: {argument.value}"
        for call in calls
        if name_of(call) in SHOWN_BY
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and A_WORD.search(argument.value)
    ]

    assert not unmarked


def name_of(call: ast.Call) -> str:
    return ast.unparse(call.func).rsplit(".", maxsplit=1)[-1]


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the house in which the words were gathered again."""
    folder = tmp_path_factory.mktemp("again")
    for part in ("i18n", "templates", "methods"):
        shutil.copytree(WORDS.parent / part, folder / "resources" / part)
    shutil.copytree(HOUSE, folder / "facilitator", ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run([sys.executable, folder / "resources" / "i18n" / "gather.py"], check=True, capture_output=True)
    return folder


def test_the_catalogues_are_those_that_gathering_the_words_again_would_make(again: Path) -> None:
    made = {path.relative_to(again / "resources" / "i18n"): path.read_bytes() for path in catalogues(again)}
    kept = {path.relative_to(WORDS): path.read_bytes() for path in catalogues(ROOT)}
    stale = sorted(str(path) for path in made.keys() | kept.keys() if made.get(path) != kept.get(path))
    assert not stale, "python resources/i18n/gather.py brings them up to date"


def test_the_words_of_templates_and_methods_are_gathered_too() -> None:
    with (WORDS / f"{DOMAIN}.pot").open("rb") as file:
        known = {forms(text.id)[0] for text in read_po(file) if text.id}
    days, methods = told("templates/convening_templates.json"), told("methods/methods.json")

    said = {day[name] for day in days for name in ("name", "aim")} | {
        block["title"] for day in days for block in day["items"]
    }
    said |= {method["name"] for method in methods} | {step["text"] for method in methods for step in method["steps"]}
    said |= {method["prompts"][0] for method in methods if method["prompts"]}

    assert not said - known


def told(name: str) -> Any:
    return json.loads((ROOT / "resources" / name).read_text(encoding="utf-8"))


def catalogues(root: Path) -> list[Path]:
    found = [path for name in (DOMAIN, PHONES) for path in (root / "resources" / "i18n").rglob(f"{name}.*o*")]
    return [path for path in found if path.is_file()]


@pytest.mark.parametrize("path", OF_PHONES, ids=lambda path: path.parents[1].name)
def test_a_language_of_phones_says_every_text_in_all_its_forms(again: Path, path: Path) -> None:
    """A new text on phones is not done before it is said in each language that phones speak by themselves."""
    with (again / path.relative_to(ROOT)).open("rb") as file:
        words = read_po(file, locale=path.parents[1].name)

    unsaid = [
        text.id
        for text in words
        if text.id and (text.fuzzy or not all(said.strip() for said in forms(text.string or "")))
    ]
    short = [text.id for text in words if isinstance(text.id, tuple) and len(text.string or ()) != words.num_plurals]

    assert not unsaid
    assert not short


@pytest.mark.parametrize("path", OF_PHONES, ids=lambda path: path.parents[1].name)
def test_a_form_that_more_than_one_number_takes_says_the_number(path: Path) -> None:
    """A word of its own may say "two dots"; a word for a few of them leaves open how many."""
    with path.open("rb") as file:
        words = read_po(file, locale=path.parents[1].name)
    rule = c2py(words.plural_expr)
    taken = [rule(count) for count in range(200)]
    many = {form for form in taken if taken.count(form) > 1}

    silent = [
        text.id
        for text in words
        if isinstance(text.id, tuple) and any("{n}" not in forms(text.string or "")[form] for form in many)
    ]

    assert many
    assert not silent


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_a_translation_fills_the_same_places(path: Path) -> None:
    with path.open("rb") as file:
        texts = [(forms(text.id), forms(text.string or "")) for text in read_po(file) if text.id]

    wrong = [said for said, translated in texts if any(translated) and not fills_the_same_places(said, translated)]

    assert not wrong


def forms(text: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def fills_the_same_places(said: tuple[str, ...], translated: tuple[str, ...]) -> bool:
    """Of a plural, a form may leave out the number ("one idea") but never invent one."""
    wanted = {place for form in said for place in PLACE.findall(form)}
    found = [set(PLACE.findall(form)) for form in translated]
    return found == [wanted] if len(said) == 1 else all(places <= wanted for places in found)
