"""The summary as a file: the paper's own engine, with scripts that need shaping set by Qt."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.app import house
from facilitator.convening.hlc import wall_ms
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.words import Refusal

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from facilitator.kit.pdf.look import TextStyle
    from facilitator.kit.pdf.qt_text import QtText
    from facilitator.kit.pdf.wall import Wall
    from facilitator.summary.make import Made

STEPS = 100
"""Progress is told in so many steps."""

_application: list[object] = []


def make_summary(
    records: Records,
    out: Path,
    edition: str,
    language: str,
    progress: Callable[[int, int], None],
    wall: Callable[[], int] = wall_ms,
) -> Made:
    """Write the summary to a PDF; a block that still runs has taken what the room's time (`wall`, UTC ms) says.

    Raises Refusal edition.unknown, convening.none_such.
    """
    from facilitator.kit.pdf.look import Edition
    from facilitator.summary.make import make

    if edition not in tuple(Edition):
        raise Refusal("edition.unknown", editions=", ".join(Edition))
    return make(
        records,
        house.activities(),
        out,
        Edition(edition),
        language,
        wall(),
        _set_by_qt,
        lambda share: progress(round(share * STEPS), STEPS),
    )


def make_agenda_poster(records: Records, out: Path, paper: str, language: str) -> None:
    """Write the agenda as a poster. Raises Refusal paper.unknown, convening.none_such."""
    from facilitator.kit.pdf.poster import PAPERS
    from facilitator.summary.poster import make_poster

    if paper not in PAPERS:
        raise Refusal("paper.unknown", papers=", ".join(PAPERS))
    make_poster(records, house.activities(), out, paper, language, _set_by_qt)


def make_board_page(
    seen: Records,
    block: BlockId,
    walls: Sequence[Wall],
    paper: str,
    out: Path,
    edition: str,
    language: str,
    progress: Callable[[int, int], None],
) -> None:
    """Write one board to a PDF, from what its edition may hold: `walls` on `paper` first.

    Raises Refusal paper.unknown, convening.none_such, file.not_written.
    """
    from facilitator.activities.ideation_board import summary
    from facilitator.kit.pdf.look import Edition
    from facilitator.kit.pdf.wall import SHEETS
    from facilitator.summary.board import make_board

    if paper not in SHEETS:
        raise Refusal("paper.unknown", papers=", ".join(SHEETS))
    tell = lambda share: progress(round(share * STEPS), STEPS)  # noqa: E731 - as the summary tells it
    make_board(seen, summary, block, out, Edition(edition), language, _set_by_qt, tell, walls, paper)


def _set_by_qt(text: str, style: TextStyle) -> Flowable:
    """Set a text that needs shaping. Qt is slow to start, and most summaries have no such text: it starts with one."""
    return _qt_text()(text, style)


@cache
def _qt_text() -> QtText:
    from facilitator.kit.pdf.qt_text import QtText

    have_letters()
    return QtText()


def have_letters() -> None:
    """Qt sets letters only while an application lives; a command has none, and needs no window either."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _application.append(QGuiApplication([]))
