"""The day of a convening in words, and the thanks of the languages in the room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from facilitator.i18n import _

_THANKS = {
    "am": "አመሰግናለሁ", "ar": "شكرًا", "bn": "ধন্যবাদ", "cs": "Děkujeme", "da": "Tak", "de": "Danke", "el": "Ευχαριστώ",
    "en": "Thank you", "es": "Gracias", "fa": "سپاس", "fi": "Kiitos", "fr": "Merci", "ha": "Na gode", "he": "תודה",
    "hi": "धन्यवाद", "id": "Terima kasih", "it": "Grazie", "ki": "Nĩ ngatho", "nl": "Dank je", "pl": "Dziękuję",
    "pt": "Obrigado", "ro": "Mulțumesc", "ru": "Спасибо", "sv": "Tack", "sw": "Asante", "th": "ขอบคุณ",
    "tr": "Teşekkürler", "uk": "Дякую", "vi": "Cảm ơn", "wo": "Jërëjëf", "yo": "Ẹ ṣé",
}  # fmt: skip


def day_and_month(iso: str) -> str:
    """Say "2027-03-18" as "Thursday 18 March"; "" for a text that is no date."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return ""
    weekdays = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
    months = (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"),
        _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip
    return _("{weekday} {day} {month}").format(
        weekday=weekdays[day.weekday()], day=day.day, month=months[day.month - 1]
    )


def which_day(day_line: str) -> str:
    """The first part of a convening's day line: "Day 2 of 3" of "Day 2 of 3 · From single fixes to one system"."""
    return day_line.partition("·")[0].strip()


def thanks_in(languages: Iterable[str]) -> tuple[str, ...]:
    """Thank the room in its own languages, the most spoken first; in the app's language where none is known."""
    spoken = Counter(language.partition("-")[0].lower() for language in languages if language)
    said = tuple(_THANKS[language] for language, _count in spoken.most_common() if language in _THANKS)
    return said or (_("Thank you"),)
