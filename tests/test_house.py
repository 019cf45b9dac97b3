"""The house itself: how large its files may grow, what its rooms are called, and which room may know what."""

from __future__ import annotations

import ast
import re
import statistics
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "facilitator"
TESTS = ROOT / "tests"

TOP = {"facilitator", "resources", "tests", "pyproject.toml", "build.spec", "README.md", "LICENSE"}
MADE = {"build", "dist", "rehearsal"}
DRAWERS = {"utils", "util", "common", "helpers", "helper", "misc", "shared", "lib", "tools", "core", "base", "stuff"}
EMPTY_WORDS = {"item", "data", "manager", "handler", "entity", "info", "object", "controller", "processor"}
FACES = {
    "__init__.py", "rules.py", "console.py", "stage.py", "summary.py", "phone.py", "phone.html", "phone.js", "phone.css",
}  # fmt: skip
OWN_TESTS = {"bench", "frozen", "stories"}
LONGEST_FUNCTION = 50
LONGEST_FILE = 400
LONGEST_WINDOW = 250
WRITTEN = {".py", ".js", ".css", ".html", ".sh"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.rglob("*.py")))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def called(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def classes(path: Path) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef))


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def words_of(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def test_the_front_door_has_seven_bells() -> None:
    seen = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} - MADE

    assert seen - {"__pycache__"} == TOP


def test_half_of_the_files_are_short_and_nearly_all_fit_a_few_screens() -> None:
    lengths = [length(path) for path in modules(HOUSE)]

    assert statistics.median(lengths) <= 120
    assert statistics.quantiles(lengths, n=10, method="inclusive")[8] <= 300


def test_no_file_is_longer_than_a_person_reads_in_one_sitting() -> None:
    written = [path for folder in (HOUSE, TESTS) for path in folder.rglob("*") if path.suffix in WRITTEN]

    too_long = {called(path): length(path) for path in written if length(path) > LONGEST_FILE}

    assert not too_long


def test_no_function_is_longer_than_a_screen() -> None:
    too_long = {
        f"{called(path)}:{function.name}": lines
        for path in (*modules(HOUSE), *modules(TESTS))
        for function in functions(path)
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    }

    assert not too_long


def test_the_main_window_stays_a_frame() -> None:
    windows = {
        called(path): length(path)
        for path in modules(HOUSE / "console")
        if any("QMainWindow" in ast.unparse(base) for kind in classes(path) for base in kind.bases)
    }

    assert windows
    assert max(windows.values()) <= LONGEST_WINDOW


def test_no_room_is_an_unnamed_drawer() -> None:
    drawers = [called(path) for path in modules(ROOT / "facilitator") if DRAWERS & {*path.parts, path.stem}]

    assert not drawers


def test_classes_and_files_bear_the_words_of_the_field() -> None:
    named = [(called(path), name) for path in modules(HOUSE) for name in (path.stem, *(c.name for c in classes(path)))]

    empty = [f"{path}: {name}" for path, name in named if EMPTY_WORDS & words_of(name)]

    assert not empty


def test_every_module_says_what_it_is() -> None:
    silent = [
        called(path)
        for path in (*modules(HOUSE), *modules(TESTS))
        if not ast.get_docstring(tree(path)) and length(path)
    ]

    assert not silent


def test_every_module_has_its_tests_in_the_same_place_of_the_tree() -> None:
    doing = [path.relative_to(HOUSE) for path in modules(HOUSE) if path.stem[:2] != "__" and any(functions(path))]

    missing = [path.as_posix() for path in doing if not (TESTS / path).with_name(f"test_{path.name}").is_file()]

    assert not missing


def test_every_folder_of_tests_mirrors_a_room() -> None:
    folders = {path.parent.relative_to(TESTS) for path in TESTS.rglob("test_*.py")}

    lost = [called(TESTS / folder) for folder in folders if not (HOUSE / folder).is_dir()]

    assert not {name for name in lost if name.split("/")[1] not in OWN_TESTS}


@pytest.mark.parametrize(
    "path",
    [*modules(HOUSE / "convening"), *HOUSE.glob("activities/*/rules.py"), *HOUSE.glob("activities/*/rules/*.py")],
    ids=called,
)
def test_the_ground_floor_stands_on_python_alone(path: Path) -> None:
    # Rules that have outgrown their file are a folder: its files know one another.
    own = ".".join(path.relative_to(ROOT).parent.parts) if path.parent.name == "rules" else "facilitator.convening"
    foreign = {
        name
        for name in imported(path)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not f"{name}.".startswith(("facilitator.convening.", f"{own}."))
    }

    assert not foreign


def test_an_activity_has_only_the_files_that_every_activity_may_have() -> None:
    # A face that has outgrown its file is a folder of the same name.
    strange = [
        called(path)
        for path in HOUSE.glob("activities/*/*")
        if "__pycache__" not in path.parts and path.name not in FACES and f"{path.name}.py" not in FACES
    ]

    assert not strange


def test_every_fault_of_the_catalogue_that_is_mended_has_a_test_that_names_it() -> None:
    named = {
        int(number)
        for path in modules(TESTS)
        for node in functions(path)
        if node.name.startswith("test_") and (said := ast.get_docstring(node))
        for number in re.findall(r"\AFault (\d+)\.", said)
    }

    assert {*range(1, 20), *range(25, 41)} <= named
