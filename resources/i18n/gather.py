"""Gathers every word the app says, brings each language up to date and makes what the app reads.

    python resources/i18n/gather.py       the app's words -> facilitator.pot -> every .po -> every .mo
    (and those of the templates and methods, which travel in files of their own)
    python resources/i18n/gather.py es    the same, and begins a new language
    python resources/i18n/gather.py phones sw    the same, and begins a language that only phones speak

Translators write in `<language>/LC_MESSAGES/facilitator.po` and run this again. A language may begin with its phones
alone: their few words lie in `phones.po`, and are read until the language has a `facilitator.po`.
"""

from __future__ import annotations

import importlib
import io
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent
HOUSE = HERE.parents[1] / "facilitator"
NAME = "facilitator"
PHONES = "phones"
READERS = [("**.py", "python"), ("**.js", "javascript")]
MARKS = {**DEFAULT_KEYWORDS, "counted": (1, 2)}
"""What marks a text: those that gettext knows, and the texts of a count that phones fill in themselves."""

TOLD_IN = {
    "templates/convening_templates.json": ("name", "aim", "title", "output"),
    "templates/board_layouts.json": ("title", "low", "high"),
    "methods/methods.json": (
        "name",
        "prompts",
        "text",
        "family",
        "purpose",
        "when",
        "outputs",
        "watch_out",
        "credit",
    ),
}
"""Files whose texts the app says in the reader's language, and under which names these stand."""

SAID_ON_PHONES = (
    "kit/web/**.py", "phones/**.py", "activities/*/phone.py", "kit/web/**.js", "activities/*/phone.js",
)  # fmt: skip
"""Where the words of phones stand, beside what activities refuse."""

PARTS = ("items", "steps", "phases", "zones", "across", "upward")

FOR_TRANSLATORS = ("Translators:",)
# The files change only when a word does, so that a difference shows words and nothing else.
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)
HEADER = "# The words of Facilitator, under the licence of Facilitator."


def gathered() -> Catalog:
    """Collect every word of the app."""
    words = marked(READERS)
    for told, names in TOLD_IN.items():
        for text in texts_of(json.loads((HERE.parent / told).read_text(encoding="utf-8")), names):
            words.add(text, locations=[(f"resources/{told}", 0)])
    return words


def gathered_on_phones() -> Catalog:
    """Collect what a phone can say: the texts of its pages, and why the room could not take something."""
    words = marked([(path, "python" if path.endswith("py") else "javascript") for path in SAID_ON_PHONES])
    sys.path.insert(0, str(HOUSE.parent))
    for name, activity in importlib.import_module("facilitator.activities").discover().items():
        for text in activity.refusals.values():
            words.add(text, locations=[(f"facilitator/activities/{name}/__init__.py", 0)])
    return words


def marked(readers: Sequence[tuple[str, str]]) -> Catalog:
    """Collect what stands in `_()`, `N_()`, `ngettext()`, `pgettext()` and `counted()`, in the files that are named."""
    words = Catalog(
        project="Facilitator",
        version="1",
        header_comment=HEADER,
        creation_date=UNDATED,
        revision_date=UNDATED,
        msgid_bugs_address="",
        last_translator="",
        language_team="",
        charset="utf-8",
        fuzzy=False,
    )
    for file, _line, message, comments, context in extract_from_dir(
        HOUSE, readers, keywords=MARKS, comment_tags=FOR_TRANSLATORS, strip_comment_tags=True
    ):
        words.add(message, locations=[(f"facilitator/{file}", 0)], auto_comments=comments, context=context)
    return words


def texts_of(told: Any, names: Sequence[str]) -> Iterator[str]:
    """Find the texts that stand under these names, in a part and in its parts."""
    if isinstance(told, list):
        for each in told:
            yield from texts_of(each, names)
    elif isinstance(told, dict):
        for name, under in told.items():
            if name in names:
                yield from (under,) if isinstance(under, str) else filter(None, under or ())
            elif name in PARTS:
                yield from texts_of(under, names)


def up_to_date(words: Catalog, path: Path, language: str) -> Catalog:
    """Read a language's file, or begin it, and bring its texts up to date; a word that changed is never guessed."""
    known = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as file:
            known = read_po(file, locale=language)
    known.update(words, no_fuzzy_matching=True)
    known.revision_date, known.header_comment, known.fuzzy = UNDATED, HEADER, False
    known.last_translator = known.language_team = ""
    return known


def written(words: Catalog) -> bytes:
    """Spell a catalogue as translators' tools read it, in the order of its texts, without line numbers."""
    file = io.BytesIO()
    write_po(file, words, width=120, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return file.getvalue()


def compiled(words: Catalog) -> bytes:
    """Make what the app reads; texts not yet translated are left out and appear in English."""
    file = io.BytesIO()
    write_mo(file, words)
    return file.getvalue()


def main(begun: list[str]) -> None:
    """Write the templates and, for each language, its texts and what the app reads."""
    is_phones = begun[:1] == [PHONES]
    bring_up(NAME, gathered(), [] if is_phones else begun)
    bring_up(PHONES, gathered_on_phones(), begun[1:] if is_phones else [])


def bring_up(name: str, words: Catalog, begun: Sequence[str]) -> None:
    """Write one template, and every language that has a file for it or begins one."""
    (HERE / f"{name}.pot").write_bytes(written(words))
    print(f"{name}: {len(words)} texts")
    for language in sorted({*begun, *(path.parents[1].name for path in HERE.glob(f"*/LC_MESSAGES/{name}.po"))}):
        folder = HERE / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        known = up_to_date(words, folder / f"{name}.po", language)
        (folder / f"{name}.po").write_bytes(written(known))
        (folder / f"{name}.mo").write_bytes(compiled(known))
        print(f"{language}: {sum(bool(text.string) for text in known if text.id)} translated")


if __name__ == "__main__":
    main(sys.argv[1:])
