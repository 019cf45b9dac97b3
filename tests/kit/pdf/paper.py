"""Pages made for a test and read back: their words, what is said in place of drawn letters, their structure."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from reportlab.platypus import Flowable

from facilitator.i18n import catalogue
from facilitator.kit.pdf.document import Doc, Imprint
from facilitator.kit.pdf.look import ComplexText, Edition, Look
from facilitator.kit.pdf.tagging import write_tagged

IMPRINT = Imprint("Clean Water by 2035", "Clean Water by 2035 · 18 March 2027", "Summary", "Nomsa Dube", "en")


def plain_look(edition: Edition = Edition.PARTICIPANT, complex_text: ComplexText | None = None) -> Look:
    """A look in English."""
    return Look(catalogue("en"), edition, complex_text)


def printed(look: Look, folder: Path, *story: Flowable) -> Path:
    """Lay a story out, tag it, and give the file."""
    raw = BytesIO()
    shares: list[float] = []
    doc = Doc(raw, look, IMPRINT, shares.append)
    doc.lay_out(story)
    path = folder / "page.pdf"
    write_tagged(raw, path, doc.marks, IMPRINT.title, IMPRINT.language)
    return path


def squashed(text: str) -> str:
    """A text composed and without white space, as a reader of the PDF may compare it."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def pages_of(path: Path) -> list[str]:
    """The words of each page, squashed."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [squashed(page.get_textpage().get_text_range()) for page in pdf]


def words_of(path: Path) -> str:
    """All words, squashed."""
    return "".join(pages_of(path))


def spoken(path: Path) -> str:
    """What a screen reader says where letters are drawn, squashed."""
    said: list[str] = []
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            steps = pikepdf.parse_content_stream(page)
            openings = [step.operands[1] for step in steps if str(step.operator) == "BDC"]
            said += [str(part.get("/ActualText", "")) for part in openings if isinstance(part, pikepdf.Dictionary)]
    return squashed("".join(said))


def roles(path: Path) -> list[str]:
    """The roles of the structure, depth first."""
    with pikepdf.open(path) as pdf:
        return list(_roles(pdf.Root.StructTreeRoot.K[0]))


def _roles(element: Any) -> list[str]:
    if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
        return []
    kids: Any = element.get("/K", [])
    inner: Any = kids if isinstance(kids, pikepdf.Array) else []
    return [str(element.S).lstrip("/"), *(role for kid in inner for role in _roles(kid))]


def fonts(path: Path) -> dict[str, bool]:
    """Every font of the file, and whether it is embedded."""
    found: dict[str, bool] = {}
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
                found[str(thing.BaseFont)] = "/FontFile2" in thing.get("/FontDescriptor", {})
    return found


def ink(path: Path) -> tuple[int, int, int, int]:
    """Where there is ink on the upper half of the first page: left, top, right, bottom in points from the top left."""
    with pypdfium2.PdfDocument(path) as pdf:
        picture = pdf[0].render(scale=1).to_pil().convert("L")
    upper = picture.crop((0, 0, picture.width, picture.height // 2))
    box: tuple[int, int, int, int] = upper.point(lambda level: 255 if level < 200 else 0).getbbox()
    return box


def colours(path: Path) -> set[tuple[int, int, int]]:
    """The colours on the first page."""
    with pypdfium2.PdfDocument(path) as pdf:
        picture = pdf[0].render(scale=2).to_pil().convert("RGB")
    return {colour for _, colour in picture.getcolors(picture.width * picture.height)}


def rgb(colour: str) -> tuple[int, int, int]:
    """Read "#RRGGBB"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
