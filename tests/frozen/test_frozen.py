"""The one folder that needs no Python: built as it is given away, started, asked and rehearsed with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from facilitator.activities import discover
from facilitator.i18n import PHONES, _, languages, speaking

ROOT = Path(__file__).parents[2]
NAME = "facilitator.exe" if sys.platform == "win32" else "facilitator"
PATIENCE = 60.0
# The offscreen platform has no window manager to hint at.
HARMLESS = "This plugin does not support propagateSizeHints()"

pytestmark = [pytest.mark.frozen, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the folder once; give its executable."""
    made = tmp_path_factory.mktemp("frozen")
    build = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", str(made / "dist"), "--workpath", str(made / "work")]
    subprocess.run([*build, *places, "build.spec"], cwd=ROOT, check=True)
    return made / "dist" / "facilitator" / NAME


@pytest.fixture
def alone(tmp_path: Path) -> dict[str, str]:
    """What the executable finds around it: no Python, no project, no display, an empty data folder."""
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP") if name in os.environ}
    return {
        **kept,
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
        "FACILITATOR_DATA": str(tmp_path / "folder"),
    }


def asked(executable: Path, around: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        [executable, *words], env=around, cwd=around["HOME"], capture_output=True, text=True, check=False, timeout=600
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def stays(app: subprocess.Popen[str], seconds: float) -> bool:
    """Whether it still runs after so many seconds."""
    try:
        app.wait(seconds)
    except subprocess.TimeoutExpired:
        return True
    return False


def test_its_doctor_finds_every_activity(frozen: Path, alone: dict[str, str]) -> None:
    found = json.loads(asked(frozen, alone, "doctor", "--json"))

    activities = next(finding for finding in found if finding["name"] == "Activities")
    assert activities["says"].split(", ") == list(discover())


def test_it_lists_no_convening_at_first(frozen: Path, alone: dict[str, str]) -> None:
    assert json.loads(asked(frozen, alone, "list", "--json")) == []


def test_its_gateway_is_the_same_executable_and_ends_with_its_parent(frozen: Path, alone: dict[str, str]) -> None:
    gateway = subprocess.run([frozen, "--gateway"], env=alone, input=b"", capture_output=True, timeout=60, check=False)

    assert (gateway.returncode, gateway.stderr) == (0, b"")


def test_its_phones_speak_every_language_they_speak_here(frozen: Path, alone: dict[str, str]) -> None:
    said = {}
    with subprocess.Popen([frozen, "serve", "--sample"], env=alone, stdout=subprocess.PIPE, text=True) as room:
        assert room.stdout is not None
        told = json.loads(room.stdout.readline())
        for language in languages(PHONES):
            door = Request(f"http://127.0.0.1:{told['port']}/", headers={"Accept-Language": language})
            with urlopen(door, timeout=PATIENCE) as page:
                said[language] = page.read().decode()
        room.terminate()

    for language, page in said.items():
        with speaking(language, PHONES):
            assert _("Which room is yours?") in page.replace("&#x27;", "'"), language
    assert len(said) > 2


def test_it_opens_its_window_and_closes_when_the_session_ends(frozen: Path, alone: dict[str, str]) -> None:
    folder = Path(alone["FACILITATOR_DATA"])
    end = time.monotonic() + PATIENCE
    with subprocess.Popen([frozen, "--sample"], env=alone, stderr=subprocess.PIPE, text=True) as app:
        while not any(folder.glob("*")) and stays(app, 0.1) and time.monotonic() < end:
            pass
        is_open = any(folder.glob("*")) and stays(app, 3)
        app.terminate()
        said = [line for line in app.communicate(timeout=PATIENCE)[1].splitlines() if line != HARMLESS]

    assert is_open, said
    assert (app.returncode, said) == (0, [])


def test_it_rehearses(frozen: Path, alone: dict[str, str]) -> None:
    out = Path(alone["HOME"]) / "rehearsal"

    asked(frozen, alone, "rehearse", "--out", str(out), "--people", "6", "--ideas", "12")

    assert (out / "summary.pdf").read_bytes().startswith(b"%PDF")
    assert list(out.glob("stage-*.png"))
    assert json.loads((out / "rehearsal.json").read_text(encoding="utf-8"))["ideas"] == 12
