"""Other programs doing comparable work in the same run: a ratio says more than milliseconds of somebody's machine."""

from __future__ import annotations

import html
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from facilitator.paths import resources

RUNS = 5
_MOST_SECONDS = 30.0
_PAGE = """<!doctype html><html lang=en><meta charset=utf-8><title>Clean Water by 2035</title><style>{fonts}
@page {{size: A4; margin: 20mm}} body {{font: 11pt own, sans-serif}} h1, h2 {{break-after: avoid}}
.notes {{display: grid; grid-template-columns: repeat(3, 1fr); gap: 4mm}}
.note {{border-left: 1.5mm solid #0b5c63; background: #f4efe6; padding: 2mm; break-inside: avoid}}
</style><h1>Clean Water by 2035</h1><h2>Ideas</h2><div class=notes>{notes}</div></html>"""


def paired(ours: Callable[[], float], theirs: Callable[[], float]) -> tuple[float, float]:
    """Run both in turn, a first time unmeasured; give the median of ours and of theirs."""
    pairs = [(ours(), theirs()) for _ in range(RUNS + 1)][1:]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def impress_ms() -> float:
    """From starting LibreOffice Impress, with an empty profile, until its window is there."""
    # What tells our own Qt to paint nowhere would tell theirs as well.
    theirs = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    profile = tempfile.mkdtemp(prefix="bench-impress-")
    try:
        # With nowhere to complain to, it sometimes waits for ever.
        with screen() as display, (Path(profile) / "said.txt").open("wb") as said:
            began = time.perf_counter()
            process = subprocess.Popen(
                ["soffice", "--impress", "--norestore", "--nologo", "--nofirststartwizard",
                 f"-env:UserInstallation=file://{profile}"],
                env={**theirs, "DISPLAY": display},
                stdout=said, stderr=said, start_new_session=True,
            )  # fmt: skip
            try:
                while "LibreOffice Impress" not in windows_of(display):
                    if time.perf_counter() - began > _MOST_SECONDS:
                        raise TimeoutError("Impress showed no window")
                return (time.perf_counter() - began) * 1000
            finally:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
    finally:
        shutil.rmtree(profile, ignore_errors=True)


def windows_of(display: str) -> str:
    """The names of all windows of a display."""
    told = subprocess.run(
        ["xwininfo", "-root", "-tree", "-display", display], capture_output=True, text=True, check=False
    )
    return told.stdout


@contextmanager
def screen() -> Iterator[str]:
    """A display without a screen, for programs that know no other way."""
    there, here = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(here), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
        pass_fds=(here,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(here)
    try:
        with os.fdopen(there) as told:
            yield f":{told.readline().strip()}"
    finally:
        process.terminate()
        process.wait()


def chromium_seconds(ideas: Iterable[str], folder: Path) -> float:
    """From starting Chromium until it has printed a page that looks as the summary does, with the same ideas."""
    page, out = folder / "peer.html", folder / "peer.pdf"
    notes = "".join(f"<div class=note><p>{html.escape(idea)}</p><small>from a phone</small></div>" for idea in ideas)
    fonts = "".join(
        f"@font-face {{font-family: own; src: url({file.as_uri()}); font-weight: {number * 100 + 400}}}"
        for number, file in enumerate(sorted((resources() / "fonts").glob("Atkinson*.ttf")))
    )
    page.write_text(_PAGE.format(fonts=fonts, notes=notes), "utf-8")
    began = time.perf_counter()
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={out}", page.as_uri()],
        check=True, capture_output=True,
    )  # fmt: skip
    took = time.perf_counter() - began
    if not out.stat().st_size:
        raise RuntimeError("Chromium printed nothing")
    return took
