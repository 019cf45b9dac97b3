"""What a phone posted, read field by field: cleaned once, each field checked, nothing trusted."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from facilitator.convening.ids import BlockId
from facilitator.convening.words import Refusal

LONGEST_TEXT = 600
"""Code points a text may have. More is refused, never cut: it stays on the phone."""

MOST_VALUES = 400
"""How many texts a list may hold, and how many fields a posting."""

Field = str | int | bool | tuple[str, ...]


def cleaned(posted: Any) -> dict[str, Field]:
    """Check the fields of a posting and make their text plain.

    Control characters and halves of characters become U+FFFD; line ends and tabs stay, everything else is literal.
    Raises Refusal: form.unreadable, text.too_long (longest, length).
    """
    if not isinstance(posted, dict) or len(posted) > MOST_VALUES:
        raise Refusal("form.unreadable")
    return {str(name): _field(value) for name, value in posted.items()}


def plain(text: str) -> str:
    """Make control characters and halves of characters visible as U+FFFD."""
    text = text.replace("\r\n", "\n")
    if text.isprintable():
        return text
    return "".join("\ufffd" if _is_control(character) else character for character in text)


def _is_control(character: str) -> bool:
    return character not in "\n\t" and unicodedata.category(character) in ("Cc", "Cs")


def _field(value: Any) -> Field:
    if isinstance(value, str):
        if len(value) > LONGEST_TEXT:
            raise Refusal("text.too_long", longest=LONGEST_TEXT, length=len(value))
        return plain(value)
    if isinstance(value, bool | int):
        return value
    if isinstance(value, list) and len(value) <= MOST_VALUES and all(isinstance(v, str) for v in value):
        return tuple(str(_field(v)) for v in value)
    raise Refusal("form.unreadable")


class Form:
    """The fields of one posting, and the block whose page it was posted from.

    Reading a field that is missing or of another kind raises Refusal: form.unreadable (field).
    """

    def __init__(self, block: BlockId, fields: Mapping[str, Any]) -> None:
        """Hold fields that `cleaned` has passed."""
        self.block = block
        self._fields = fields

    def text(self, name: str) -> str:
        """Read a text."""
        value = self._fields.get(name)
        if not isinstance(value, str):
            raise Refusal("form.unreadable", field=name)
        return value

    def text_or(self, name: str, otherwise: str) -> str:
        """Read a text that may be left out."""
        return self.text(name) if name in self._fields else otherwise

    def texts(self, name: str) -> tuple[str, ...]:
        """Read a list of texts."""
        value = self._fields.get(name)
        if not isinstance(value, list | tuple):
            raise Refusal("form.unreadable", field=name)
        return tuple(value)

    def texts_or(self, name: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
        """Read a list of texts that may be left out."""
        return self.texts(name) if name in self._fields else otherwise

    def is_set(self, name: str) -> bool:
        """Read whether something is ticked; what is left out is not."""
        value = self._fields.get(name, False)
        if not isinstance(value, bool):
            raise Refusal("form.unreadable", field=name)
        return value

    def number(self, name: str) -> int:
        """Read a whole number."""
        value = self._fields.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or abs(value) > 2**53:
            raise Refusal("form.unreadable", field=name)
        return value
