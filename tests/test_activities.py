"""What every activity promises: the same names in every folder, so that whoever has read one has read all."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

from facilitator import activities
from facilitator.activities import Activity, discover
from facilitator.convening.words import Record, Wish, wish_name
from facilitator.kit.qt.scene import StageScene
from facilitator.paths import resources

HOUSE = Path(activities.__file__).parent
GROUND = HOUSE.parent / "convening"
CATEGORIES = {"gather", "think", "decide", "act", "pause"}
A_PLACE = re.compile(r"\{(\w+)")

every_activity = pytest.mark.parametrize("activity", discover().values(), ids=discover())


def rules_of(activity: Activity) -> ModuleType:
    rules = inspect.getmodule(activity.rules.decide)
    assert rules is not None
    return rules


def defined_in(module: ModuleType, kind: type) -> list[type]:
    """The classes of a kind in the order in which the module says them."""
    found = [each for each in vars(module).values() if inspect.isclass(each) and issubclass(each, kind)]
    return [each for each in found if f"{each.__module__}.".startswith(f"{module.__name__}.")]


def rooms_of(rules: ModuleType) -> list[ModuleType]:
    """The rules; each of their modules where they have outgrown one."""
    if not hasattr(rules, "__path__"):
        return [rules]
    names = [path.stem for path in files_of(rules) if path.name != "__init__.py"]
    return [importlib.import_module(f"{rules.__name__}.{name}") for name in names]


def files_of(rules: ModuleType) -> list[Path]:
    """The file of the rules; all of them where they have outgrown one."""
    path = Path(rules.__file__ or "")
    return sorted(path.parent.glob("*.py")) if path.name == "__init__.py" else [path]


def calls_of(path: Path, name: str) -> list[ast.Call]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func) == name and node.args]


def refused_in(path: Path) -> Mapping[str, set[str]]:
    """Every code that a file refuses with, and the values that come along."""
    return {
        str(call.args[0].value): {keyword.arg or "" for keyword in call.keywords}
        for call in calls_of(path, "Refusal")
        if isinstance(call.args[0], ast.Constant)
    }


def with_face(name: str) -> pytest.MarkDecorator:
    """Every activity that has this face: a missing file means that it has none."""
    found = {activity.name: activity.face(name) for activity in discover().values() if activity.face(name)}
    return pytest.mark.parametrize("face", found.values(), ids=found)


def test_the_four_that_carry_the_day_are_there() -> None:
    assert {"plain", "ideation_board", "dot_vote", "wicked_questions"} <= set(discover())


@every_activity
def test_it_introduces_itself(activity: Activity) -> None:
    assert activity.name == activity.rules.name == rules_of(activity).__name__.split(".")[-2]
    assert activity.title
    assert activity.category in CATEGORIES
    assert 1 <= activity.minutes <= 240
    assert (resources() / "icons" / f"{activity.icon}.svg").is_file()


@every_activity
def test_its_rules_name_all_their_records_and_wishes(activity: Activity) -> None:
    rules = rules_of(activity)

    assert set(defined_in(rules, Record)) <= set(activity.rules.records)
    assert set(defined_in(rules, Wish)) <= set(activity.rules.wishes)


@every_activity
def test_its_records_and_wishes_are_frozen(activity: Activity) -> None:
    for kind in (*activity.rules.records, *activity.rules.wishes):
        assert vars(kind)["__dataclass_params__"].frozen, kind.__name__
        assert "__slots__" in vars(kind), kind.__name__


@every_activity
def test_its_rules_come_in_the_order_of_every_house(activity: Activity) -> None:
    for rules in rooms_of(rules_of(activity)):
        order = list(vars(rules))

        stations = [kind.__name__ for kind in (*defined_in(rules, Record), *defined_in(rules, Wish))]
        stations += [name for name in ("decide", "broken") if name in order]

        assert stations == sorted(stations, key=order.index), rules.__name__


@every_activity
def test_its_facts_bear_its_name_and_are_past(activity: Activity) -> None:
    files = files_of(rules_of(activity))

    wishes = {wish_name(wish) for wish in activity.rules.wishes}
    kinds = [
        str(call.args[0].value)
        for path in files
        for call in calls_of(path, "Decision")
        if isinstance(call.args[0], ast.Constant)
    ]

    for kind in filter(None, kinds):
        folder, happened = kind.split(".")
        assert folder == activity.name
        assert happened not in wishes, f"{kind} sounds like a wish"


@every_activity
def test_every_no_has_its_sentence_and_every_sentence_its_values(activity: Activity) -> None:
    refused = {code: said for path in files_of(rules_of(activity)) for code, said in refused_in(path).items()}
    by_the_ground = {code for path in GROUND.rglob("*.py") for code in refused_in(path)}

    silent = set(refused) - set(activity.refusals) - by_the_ground

    assert not silent
    for code, sentence in activity.refusals.items():
        assert sentence.endswith("."), code
        assert set(A_PLACE.findall(sentence)) <= refused.get(code, set(A_PLACE.findall(sentence))), code


@with_face("console")
def test_its_console_is_a_panel_and_an_inspector_where_there_is_something_to_settle(face: ModuleType) -> None:
    inspectors = [(face.Inspector, {"show_records"})] if "Inspector" in face.__all__ else []
    for part, shown in ((face.Panel, {"show_records", "acts"}), *inspectors):
        assert list(inspect.signature(part).parameters)[:2] == ["say", "block"]
        assert all(callable(getattr(part, each)) for each in shown)


@with_face("stage")
def test_its_stage_is_one_scene(face: ModuleType) -> None:
    assert issubclass(face.Scene, StageScene)
    assert list(inspect.signature(face.Scene).parameters)[:1] == ["block"]


@with_face("phone")
def test_its_phone_page_shows_and_utters_only_what_it_lists(face: ModuleType) -> None:
    folder = Path(face.__file__ or "").parent

    assert list(inspect.signature(face.public).parameters) == ["room", "block"]
    assert list(inspect.signature(face.mine).parameters) == ["records", "block"]
    assert all(callable(read) for read in face.WISHES.values())
    assert (folder / "phone.html").is_file()
    assert (folder / "phone.js").is_file()


@with_face("summary")
def test_its_summary_is_one_section(face: ModuleType) -> None:
    assert list(inspect.signature(face.section).parameters) == ["records", "block", "look"]
