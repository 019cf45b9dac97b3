"""What is installed: the same on every machine, checked by hash, from wherever that machine gets its packages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
APP = ROOT / "resources" / "lock.txt"
TESTS = ROOT / "resources" / "lock-tests.txt"
PIN = re.compile(r"^([\w.-]+)==(\S+)(?: ; .*)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)


def pins(lock: Path) -> dict[str, str]:
    return {canonicalize_name(name): version for name, version, _ in PIN.findall(lock.read_text(encoding="utf-8"))}


def test_every_line_of_a_lock_is_a_pin_with_its_hashes() -> None:
    for lock in (APP, TESTS):
        assert not PIN.sub("", lock.read_text(encoding="utf-8"))


def test_no_package_is_pinned_twice() -> None:
    assert not pins(APP).keys() & pins(TESTS).keys()


def test_the_locks_keep_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    app = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    tests = project["project"]["optional-dependencies"]["tests"]

    for asked, pinned in ((app, pins(APP)), (tests, {**pins(APP), **pins(TESTS)})):
        for requirement in map(Requirement, asked):
            assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), requirement.name
