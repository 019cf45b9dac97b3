"""One idea board leaves as a file: a picture, a drawing whose words stay words, a PDF, or its ideas as text.

As a picture, a drawing or a PDF it is the participants' unless another edition is asked for: what the room may see,
with no name but where the board names its authors. As text it is the facilitator's own unless an edition is asked for.
In the one for funders are the starred ideas, else those with dots, else all, as in the summary.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from facilitator.activities.ideation_board.rules import Placement
from facilitator.app.exporting.editions import FACILITATOR, FUNDER, PARTICIPANT, seen_in
from facilitator.app.exporting.markdown import board_as_markdown
from facilitator.app.exporting.questions import Idea, ideas
from facilitator.app.exporting.sheets import sheet_of
from facilitator.app.exporting.spreadsheet import as_csv
from facilitator.convening.agenda import Block, agenda
from facilitator.convening.records import Records
from facilitator.convening.words import Refusal
from facilitator.i18n import speaking
from facilitator.store.whole import whole

BOARD_ENDINGS = (".png", ".svg", ".pdf", ".csv", ".md")
"""What a board can be written as."""

ACTIVITY = "ideation_board"
SMALLEST, LARGEST = 320, 7680
"""How many pixels a side of a picture may have."""


@dataclass(frozen=True, slots=True)
class BoardWish:
    """Which board is wanted, and how large.

    A block by its id or its number on the agenda, "" for the first board with ideas; `size` in pixels ("3840x2160")
    counts for a .png only.
    """

    block: str = ""
    size: str = "3840x2160"


FIRST_BOARD = BoardWish()
"""The first board with ideas, as large as a large screen."""


def export_board(
    records: Records,
    out: Path,
    edition: str,
    language: str,
    wanted: BoardWish,
    paper: str,
    progress: Callable[[int, int], None],
) -> None:
    """Write one board by the ending of `out`, as a PDF on `paper`; the file appears whole or not at all.

    Raises Refusal: file.unknown_ending, file.not_written, board.none_such, board.no_ideas, picture.size, paper.unknown.
    """
    ending = out.suffix.lower()
    if ending not in BOARD_ENDINGS:
        raise Refusal("file.unknown_ending", endings=" ".join(BOARD_ENDINGS))
    is_text = ending in (".csv", ".md")
    edition = edition or (FACILITATOR if is_text else PARTICIPANT)
    seen = seen_in(records, edition)
    wide, high = _size(wanted.size)
    with speaking(language):
        block = _board(seen, wanted.block)
        lying = _for_edition(seen, [idea for idea in ideas(seen) if idea.board.id == block.id], edition)
        if ending == ".pdf":
            _write_pdf(seen, block, lying, out, edition, language, paper, progress)
            return
        if is_text:
            text = board_as_markdown(seen, lying).encode() if ending == ".md" else as_csv(sheet_of(seen, lying))
        else:
            text = _drawn(seen, block, lying, ending, (wide, high))
    with whole(out) as young:
        young.write_bytes(text)


def _size(written: str) -> tuple[int, int]:
    wide, _by, high = written.lower().partition("x")
    if not (wide.isdecimal() and high.isdecimal()) or not all(SMALLEST <= int(s) <= LARGEST for s in (wide, high)):
        raise Refusal("picture.size", smallest=SMALLEST, largest=LARGEST)
    return int(wide), int(high)


def _board(seen: Records, wanted: str) -> Block:
    blocks = agenda(seen)
    boards = [block for block in blocks if block.activity == ACTIVITY]
    with_ideas = {idea.board.id for idea in ideas(seen)}
    if wanted:
        meant = [block for at, block in enumerate(blocks, start=1) if wanted in (block.id, str(at))]
        boards = [block for block in meant if block.activity == ACTIVITY]
    else:
        boards = [block for block in boards if block.id in with_ideas] or boards
    if not boards:
        raise Refusal("board.none_such")
    if boards[0].id not in with_ideas:
        raise Refusal("board.no_ideas")
    return boards[0]


def _for_edition(seen: Records, lying: list[Idea], edition: str) -> list[Idea]:
    if edition != FUNDER:
        return lying
    starred = [idea for idea in lying if seen[Placement][idea.card.id].is_starred]
    return starred or [idea for idea in lying if idea.dots] or lying


def _write_pdf(
    seen: Records,
    block: Block,
    lying: Sequence[Idea],
    out: Path,
    edition: str,
    language: str,
    paper: str,
    progress: Callable[[int, int], None],
) -> None:
    from facilitator.app.exporting.walls import has_wall, wall_of  # the paper is slow to import
    from facilitator.app.paper import make_board_page

    walls = [wall_of(seen, block, lying)] if has_wall(seen, block) else []
    make_board_page(seen, block.id, walls, paper, out, edition, language, progress)


def _drawn(seen: Records, block: Block, lying: Sequence[Idea], ending: str, size: tuple[int, int]) -> bytes:
    from facilitator.app.paper import have_letters  # Qt is only needed for what is painted

    have_letters()
    from PySide6.QtCore import QSize

    from facilitator.app.exporting.laid_boards import board_picture

    picture = board_picture(seen, block, lying)
    return picture.as_png(QSize(*size)) if ending == ".png" else picture.as_svg()
