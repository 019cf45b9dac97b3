"""The pages phones are given, in the language of each: put together once, and kept packed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starlette.requests import Request

from facilitator.activities import Activity
from facilitator.convening.gathering import Convening
from facilitator.i18n import PHONES, languages, speaking
from facilitator.kit.web.bundle import ActivityPage, Asset, Bundle, native_names, read_activity_page
from facilitator.kit.web.words import NATIVE_NAMES
from facilitator.phones.mirror import Mirror

LANGUAGE = "lang"
"""The cookie in which a phone says its language."""


class Pages:
    """All pages of this gateway."""

    def __init__(self, mirror: Mirror, activities: Mapping[str, Activity]) -> None:
        """Take the faces of these activities in."""
        self._mirror = mirror
        self._activities = activities
        self._bundles: dict[tuple[str, str], Bundle] = {}
        self.assets: dict[str, Asset] = {}
        # Asked once: it looks into folders, and every posting asks for its language.
        self._spoken_here = languages(PHONES)
        for language in self._spoken_here:  # a phone may fetch a part long after its page, from a gateway started since
            self._bundle(language)

    def room(self, request: Request) -> tuple[bytes, bytes]:
        """Give the page of the room, plain and packed."""
        page = self._bundle(self.language_of(request)).page
        return page.plain, page.packed

    def door(self, request: Request, trouble: str) -> bytes:
        """Give the page that asks for the code."""
        return self._bundle(self.language_of(request)).door(trouble)

    def language_of(self, request: Request) -> str:
        """Tell a phone's language: as it chose, else as its browser says, else the convening's."""
        chosen = request.cookies.get(LANGUAGE, "")
        if chosen in NATIVE_NAMES:
            return chosen
        for wanted in request.headers.get("accept-language", "").split(","):
            code = wanted.split(";")[0].strip().split("-")[0].lower()
            if code in self._spoken_here:
                return code
        spoken = self._spoken()
        return spoken if spoken in NATIVE_NAMES else "en"

    def _spoken(self) -> str:
        convening = next(iter(self._mirror.records[Convening].values()), None)
        return convening.language if convening is not None else ""

    def _bundle(self, language: str) -> Bundle:
        spoken = self._spoken()
        key = (language, spoken)
        if key not in self._bundles:
            offered = native_names(dict.fromkeys((*self._spoken_here, spoken, language)))
            made = self._bundles[key] = Bundle(self._activity_pages(language), language, offered)
            self.assets.update(made.files())
        return self._bundles[key]

    def _activity_pages(self, language: str) -> list[ActivityPage]:
        pages = []
        for name, activity in self._activities.items():
            face: Any = activity.face("phone")
            if face is not None:
                with speaking(language, PHONES):
                    pages.append(read_activity_page(Path(face.__file__).parent, name, face.words()))
        return pages
