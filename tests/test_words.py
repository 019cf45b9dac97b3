"""What people read can be said in their language: no text is left unmarked, and the catalogues know every text."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from facilitator.i18n import DOMAIN

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "facilitator"
WORDS = ROOT / "resources" / "i18n"
LANGUAGES = sorted(path.parents[1].name for path in WORDS.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))

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


def test_the_catalogues_are_those_that_gathering_the_words_again_would_make(tmp_path: Path) -> None:
    for part in ("i18n", "templates", "methods"):
        shutil.copytree(WORDS.parent / part, tmp_path / "resources" / part)
    shutil.copytree(HOUSE, tmp_path / "facilitator", ignore=shutil.ignore_patterns("__pycache__"))

    subprocess.run([sys.executable, tmp_path / "resources" / "i18n" / "gather.py"], check=True, capture_output=True)

    made = {path.relative_to(tmp_path / "resources" / "i18n"): path.read_bytes() for path in catalogues(tmp_path)}
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
    return [path for path in (root / "resources" / "i18n").rglob(f"{DOMAIN}.*o*") if path.is_file()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_the_same_places(language: str) -> None:
    with (WORDS / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        texts = [(forms(text.id), forms(text.string or "")) for text in read_po(file, locale=language) if text.id]

    wrong = [said for said, translated in texts if any(translated) and not fills_the_same_places(said, translated)]

    assert not wrong


def forms(text: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def fills_the_same_places(said: tuple[str, ...], translated: tuple[str, ...]) -> bool:
    """Of a plural, a form may leave out the number ("one idea") but never invent one."""
    wanted = {place for form in said for place in PLACE.findall(form)}
    found = [set(PLACE.findall(form)) for form in translated]
    return found == [wanted] if len(said) == 1 else all(places <= wanted for places in found)
