"""The screens of this laptop, counted by a process of its own."""

from __future__ import annotations

import pytest

from facilitator.app.doctor_screens import Seen, screens_said, screens_seen


def test_a_desktop_with_one_screen_is_counted_by_a_real_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    seen = screens_seen()

    assert len(seen.sizes) == 1
    assert not seen.is_mirrored
    assert screens_said(seen).endswith("plug the projector in, the stage goes there")


def test_a_desktop_that_cannot_be_reached_is_said_and_ends_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-platform")

    seen = screens_seen()

    assert seen == Seen()
    assert screens_said(seen) == "no desktop can be reached from here"


def test_mirroring_and_a_second_screen_are_told_apart() -> None:
    two = ("1440 × 900", "1920 × 1080")

    assert screens_said(Seen(two)) == "1440 × 900, 1920 × 1080: the stage goes to the second"
    assert "extend the desktop" in screens_said(Seen(two, is_mirrored=True))
