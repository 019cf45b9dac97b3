"""The app's words in the reader's language: everything a person reads passes through here."""

from __future__ import annotations

import gettext as library
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from facilitator.paths import resources

DOMAIN = "facilitator"
PHONES = "phones"
"""The catalogue of a language that phones speak before the whole app does: their texts and nothing else."""

PSEUDO = "xx-pseudo"
"""A language nobody speaks: every marked text comes back accented, longer and between ⟦ ⟧."""

LANGUAGE_VARIABLE = "FACILITATOR_LANGUAGE"
"""The environment variable that names the language when the command line does not."""

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

_ACCENTED = str.maketrans("ABCDEGHIJKLNOPRSTUWYZabcdeghijklnoprstuwyz", "ÅßÇĎÉĜĤÎĴĶĻÑÖÞŔŠŤÛŴÝŽåƀçďéĝĥîĵķļñöþŕšťûŵýž")
_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")


class PseudoWords(library.NullTranslations):
    """Wraps each text so that a test, or a glance, finds what was never marked and what is cut when words grow."""

    def gettext(self, message: str) -> str:
        return disguised(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return disguised(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return disguised(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return disguised(msgid1 if n == 1 else msgid2)


def disguised(message: str) -> str:
    """Accent a text and make it 40 % longer, leaving its {placeholders} as they are."""
    parts = _PLACEHOLDER.split(message)
    accented = "".join(part if _PLACEHOLDER.fullmatch(part) else part.translate(_ACCENTED) for part in parts)
    return f"⟦{accented}{'·' * (len(message) * 2 // 5)}⟧"


def unmarked(painted: str) -> str:
    """Give what of a painted text did not come through `_()`, once the pseudo-language is in use."""
    inner = painted
    while inner != (outer := _MARKED.sub("", inner)):
        inner = outer
    return inner.strip()


@cache
def catalogue(language: str, where: str = DOMAIN) -> library.NullTranslations:
    """Load the words of one language; English, and any language without a catalogue, says the texts as written.

    `where` PHONES is content with the words of phones: anywhere else they would be a patchwork of two languages.
    """
    if language == PSEUDO:
        return PseudoWords()
    names = [name for name in dict.fromkeys((DOMAIN, where)) if library.find(name, _folder(), [language])]
    return library.translation(names[0], _folder(), [language]) if names else library.NullTranslations()


def languages(where: str = DOMAIN) -> tuple[str, ...]:
    """Name the languages the app speaks, or phones do (`where` PHONES), English first."""
    found = {path.parents[1].name for name in {DOMAIN, where} for path in _folder().glob(f"*/LC_MESSAGES/{name}.mo")}
    return ("en", *sorted(found))


def plural_forms() -> str:
    """Say which form of a text each count takes in the language in use: one digit for each count from 0 to 199.

    A larger count takes the form of a hundred and its last two digits: no language that people count in looks further.
    """
    return _forms(_words().info().get("plural-forms", "nplurals=2; plural=(n != 1);"))


@cache
def _forms(rule: str) -> str:
    form = library.c2py(rule.split("plural=")[1].rstrip("; "))
    return "".join(str(form(count)) for count in range(200))


def _folder() -> Path:
    return resources() / "i18n"


_in_use = os.environ.get(LANGUAGE_VARIABLE, "en")
_spoken: ContextVar[tuple[str, str]] = ContextVar("spoken", default=("", DOMAIN))


def use(language: str) -> None:
    """Speak this language from now on, in every thread; texts already shown stay as they are."""
    global _in_use  # noqa: PLW0603 - the app speaks one language at a time, and `_` must reach it from everywhere
    _in_use = language or "en"


def language_in_use() -> str:
    """Name the language that `_` answers in here."""
    return _spoken.get()[0] or _in_use


@contextmanager
def speaking(language: str, where: str = DOMAIN) -> Iterator[None]:
    """Speak another language inside the block only: a French summary, an Arabic phone, out of an English app."""
    token = _spoken.set((language, where))
    try:
        yield
    finally:
        _spoken.reset(token)


def is_right_to_left(language: str) -> bool:
    """Whether pages in this language are laid out from the right."""
    return language.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0] in RIGHT_TO_LEFT


def _words() -> library.NullTranslations:
    language, where = _spoken.get()
    return catalogue(language or _in_use, where)


def _(message: str) -> str:
    """Say a text in the language in use."""
    return _words().gettext(message) if message else ""


def ngettext(one: str, many: str, n: int) -> str:
    """Say a text for a count; the sentence still has its {placeholders}."""
    return _words().ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """Say a short text whose meaning depends on where it stands: ("key", "Enter")."""
    return _words().pgettext(context, message)


def N_(message: str) -> str:
    """Mark a text for translators without saying it yet."""
    return message
