"""Makes one board a PDF of its own: the section that the summary has of it, under the convening's name."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from types import ModuleType

from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.i18n import catalogue
from facilitator.kit.pdf.dates import short_date
from facilitator.kit.pdf.document import Doc, Imprint
from facilitator.kit.pdf.look import ComplexText, Edition, Look
from facilitator.kit.pdf.tagging import write_tagged
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
) -> None:
    """Write a board to `path`, replacing it whole. `seen` is what the edition may be made from: see `make.visible`.

    `face` is the summary of its activity.

    Raises Refusal convening.none_such, file.not_written.
    """
    look = Look(catalogue(language), edition, complex_text)
    convening = the_convening(seen)
    footer = " · ".join(part for part in (convening.title, short_date(look, convening.date)) if part)
    laid_out = BytesIO()
    imprint = Imprint(convening.title, footer, look.gettext("Idea board"), convening.title, language)
    doc = Doc(laid_out, look, imprint, progress or (lambda _share: None))
    look.letters = dict(face.letters(seen, block))
    doc.lay_out(face.section(seen, block, look))
    with whole(path) as fresh:
        write_tagged(laid_out, fresh, doc.marks, convening.title, language)
