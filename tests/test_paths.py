"""Where things lie, run from source or from a bundle, and who may choose another data folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from facilitator.paths import DATA_VARIABLE, data_folder, file_name, resources


def test_the_resources_are_found_from_source() -> None:
    assert (resources() / "theme.json").is_file()


def test_the_resources_of_a_bundle_lie_where_it_was_unpacked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert resources() == tmp_path / "resources"


def test_a_folder_chosen_on_the_command_line_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "from environment"))

    assert data_folder(tmp_path / "chosen") == (tmp_path / "chosen").resolve()


def test_the_environment_wins_over_the_place_of_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "elsewhere"))

    assert data_folder() == (tmp_path / "elsewhere").resolve()


def test_without_a_choice_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DATA_VARIABLE, raising=False)

    assert data_folder().name == "facilitator"
    assert data_folder().is_absolute()


def test_asking_for_the_data_folder_does_not_make_it(tmp_path: Path) -> None:
    folder = data_folder(tmp_path / "not yet")

    assert not folder.exists()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A/B: what?", "A B what 2027-01-01"),
        ("...", "... 2027-01-01".strip(". ")),
        ("Ọlá & Wambũi", "Ọlá & Wambũi 2027-01-01"),
    ],
)
def test_a_title_becomes_a_name_that_file_systems_take(title: str, name: str) -> None:
    assert file_name(title, "2027-01-01") == name
