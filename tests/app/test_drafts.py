"""Drafts on disk: what was being typed is there when the app comes back, and stays with its convening."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.app import house
from facilitator.app.drafts import DeskDrafts


@contextmanager
def drafts_of(folder: Path, stream: str = "convening-1") -> Iterator[DeskDrafts]:
    workspace = house.open_workspace(folder)
    room = house.Room(workspace, stream)
    yield DeskDrafts(room.desk)
    room.close()
    workspace.close()


def test_what_was_typed_is_there_when_the_app_comes_back(data_folder: Path) -> None:
    with drafts_of(data_folder) as drafts:
        drafts.keep("note:tea", "Ask the cooks")
        drafts.keep("note:tea", "Ask the cooks about the bell")
        here = drafts.kept("note:tea")

    with drafts_of(data_folder) as drafts:
        assert drafts.kept("note:tea") == here == "Ask the cooks about the bell"


def test_a_draft_that_was_sent_is_forgotten(data_folder: Path) -> None:
    with drafts_of(data_folder) as drafts:
        drafts.keep("note:tea", "Ask the cooks")
        drafts.keep("note:tea", "")

    with drafts_of(data_folder) as drafts:
        assert not drafts.kept("note:tea")


def test_a_draft_stays_with_its_convening(data_folder: Path) -> None:
    with drafts_of(data_folder, "convening-1") as drafts:
        drafts.keep("note:tea", "Ask the cooks")

    with drafts_of(data_folder, "convening-2") as drafts:
        assert not drafts.kept("note:tea")
