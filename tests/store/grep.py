"""Looking for a name in the bytes of files, in every writing that a file may hold it in."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path


def writings(name: str) -> set[bytes]:
    """A name composed and decomposed, in UTF-8, UTF-16 of both orders, and escaped as JSON may have it."""
    forms = {unicodedata.normalize(form, name) for form in ("NFC", "NFD")}
    coded = {form.encode(code) for form in forms for code in ("utf-8", "utf-16-le", "utf-16-be")}
    return coded | {json.dumps(form)[1:-1].encode() for form in forms}


def files_with(folder: Path, *names: str) -> list[str]:
    """The files under a folder whose bytes hold one of these names."""
    wanted = [writing for name in names for writing in writings(name)]
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and any(writing in path.read_bytes() for writing in wanted)
    )
