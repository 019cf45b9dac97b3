"""Where things lie: what ships with the app, and the folder that holds a facilitator's convenings."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import platformdirs

DATA_VARIABLE = "FACILITATOR_DATA"
"""The environment variable that names another data folder."""

SUMMARIES = "summaries"
"""The folder of made summaries, in the data folder."""


def resources() -> Path:
    """Find the folder of fonts, icons, sounds, words and templates, run from source or from a bundle."""
    bundle = getattr(sys, "_MEIPASS", "")
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return root / "resources"


def command(*arguments: str) -> list[str]:
    """Say how to start a process of ours: this executable when frozen, else this Python."""
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "facilitator"]
    return [*start, *arguments]


def data_folder(chosen: str | Path = "") -> Path:
    """Name the folder of the workspace file; nothing is created.

    What was chosen on the command line wins over FACILITATOR_DATA, which wins over the system's own place.
    """
    wanted = str(chosen) or os.environ.get(DATA_VARIABLE, "")
    if wanted:
        return Path(wanted).expanduser().resolve()
    return local_folder()


def local_folder() -> Path:
    """Name the system's own place for an app's folder, on this laptop."""
    return platformdirs.user_data_path("facilitator", appauthor=False)


def file_name(title: str, date: str) -> str:
    """Name a file after a convening, without what file systems do not take."""
    plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", f"{title} {date}")
    return " ".join(plain.split()).strip(". ")[:120] or "summary"
