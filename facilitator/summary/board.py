"""Makes one board a PDF of its own: its wall, lying, then the section that the summary has of it, upright."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from types import ModuleType

from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.i18n import catalogue
from facilitator.kit.letters import room_script
from facilitator.kit.pdf.dates import short_date
from facilitator.kit.pdf.document import UPRIGHT, Doc, Imprint, onward
from facilitator.kit.pdf.look import ComplexText, Edition, Look
from facilitator.kit.pdf.tagging import write_tagged
from facilitator.kit.pdf.wall import SHEETS, Wall, wall_on_paper
from facilitator.store.whole import whole


def make_board(
    seen: Records,
    face: ModuleType,
    block: BlockId,
    path: Path,
    edition: Edition,
    language: str = "en",
    complex_text: ComplexText | None = None,
    progress: Callable[[float], None] | None = None,
    walls: Sequence[Wall] = (),
    paper: str = "a4",
) -> None:
    """Write a board to `path`, replacing it whole. `seen` is what the edition may be made from: see `make.visible`.

    `face` is the summary of its activity; `walls` are drawn first, on `paper`, one of SHEETS.

    Raises Refusal convening.none_such, file.not_written.
    """
    look = Look(catalogue(language), edition, complex_text)
    look.script = room_script(seen, block)
    convening = the_convening(seen)
    footer = " · ".join(part for part in (convening.title, short_date(look, convening.date)) if part)
    laid_out = BytesIO()
    imprint = Imprint(convening.title, footer, look.gettext("Idea board"), convening.title, language)
    doc = Doc(laid_out, look, imprint, progress or (lambda _share: None), SHEETS[paper] if walls else UPRIGHT)
    look.letters = dict(face.letters(seen, block))
    sheets = [sheet for wall in walls for sheet in wall_on_paper(look, wall, paper)]
    doc.lay_out([*sheets, *(onward() if sheets else ()), *face.section(seen, block, look)])
    with whole(path) as fresh:
        write_tagged(laid_out, fresh, doc.marks, convening.title, language)
