"""The app's words in the reader's language: everything a person reads passes through here."""

from __future__ import annotations

import gettext as library
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from facilitator.paths import resources

DOMAIN = "facilitator"
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
def catalogue(language: str) -> library.NullTranslations:
    """Load the words of one language; English, and any language without a catalogue, says the texts as written."""
    if language == PSEUDO:
        return PseudoWords()
    return library.translation(DOMAIN, resources() / "i18n", [language], fallback=True)


def languages() -> tuple[str, ...]:
    """Name the languages the app speaks, English first."""
    found = (resources() / "i18n").glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return ("en", *sorted(path.parent.parent.name for path in found))


_in_use = os.environ.get(LANGUAGE_VARIABLE, "en")
_spoken: ContextVar[str] = ContextVar("spoken", default="")


def use(language: str) -> None:
    """Speak this language from now on, in every thread; texts already shown stay as they are."""
    global _in_use  # noqa: PLW0603 - the app speaks one language at a time, and `_` must reach it from everywhere
    _in_use = language or "en"


def language_in_use() -> str:
    """Name the language that `_` answers in here."""
    return _spoken.get() or _in_use


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak another language inside the block only: a French summary out of an English app."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def is_right_to_left(language: str) -> bool:
    """Whether pages in this language are laid out from the right."""
    return language.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0] in RIGHT_TO_LEFT


def _(message: str) -> str:
    """Say a text in the language in use."""
    return catalogue(_spoken.get() or _in_use).gettext(message) if message else ""


def ngettext(one: str, many: str, n: int) -> str:
    """Say a text for a count; the sentence still has its {placeholders}."""
    return catalogue(_spoken.get() or _in_use).ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """Say a short text whose meaning depends on where it stands: ("key", "Enter")."""
    return catalogue(_spoken.get() or _in_use).pgettext(context, message)


def N_(message: str) -> str:
    """Mark a text for translators without saying it yet."""
    return message
