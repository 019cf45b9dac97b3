"""The phone page in one piece: skeleton, words and icons in one file, all scripts in another, the look in a third."""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from facilitator.i18n import PHONES, is_right_to_left, plural_forms, speaking
from facilitator.kit.web.look import FONTS, font_bytes, icons_in, sprite, style_sheet
from facilitator.kit.web.words import NATIVE_NAMES, Words, own_words, signs, words

_HERE = Path(__file__).parent
_SCRIPTS = ("ground", "outbox", "stream", "page", "join")
_SCRIPT = "text/javascript; charset=utf-8"
_TEXT = re.compile(r'("(?:[^"\\]|\\.)*")')
_SIGNS = re.compile(r" ?([=?:;,{}()&|<>*!\[\]]+) ?")
_PLACE = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent: as it is, packed ("" when that gains nothing), and of what kind."""

    plain: bytes
    packed: bytes
    kind: str


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """What an activity adds to the page: the text of its phone.html and phone.js, and its words."""

    name: str
    template: str
    script: str
    words: Words


@cache
def asset(plain: bytes, kind: str) -> Asset:
    """Pack a file once, whichever pages and languages share it."""
    return Asset(plain, gzip.compress(plain, 9, mtime=0), kind)


def read_activity_page(folder: Path, name: str, its_words: Words) -> ActivityPage:
    """Read an activity's fragment and script. One that shares words without a name brings along how that is done."""
    template = (folder / "phone.html").read_text(encoding="utf-8")
    script = (folder / "phone.js").read_text(encoding="utf-8")
    if "F.ownWords(" in script:
        script = (_HERE / "script" / "own_words.js").read_text(encoding="utf-8") + script
        its_words = {**own_words(), **its_words}
    return ActivityPage(name, template, script, its_words)


def _signs_page() -> ActivityPage:
    """What people show on every page is a part of its own: nobody waits for it at the door."""
    template, script = ((_HERE / f"signs.{ending}").read_text(encoding="utf-8") for ending in ("html", "js"))
    return ActivityPage("signs", template, script, signs())


class Bundle:
    """All files of the page in one language. Names of files carry their content's hash, so phones keep them.

    What every phone needs at once is small; an activity's part comes when it is live, or in a quiet moment before.
    """

    def __init__(self, pages: Iterable[ActivityPage], language: str, offered: Mapping[str, str]) -> None:
        """Put the page together from its own parts and the activities'; `offered` are languages to choose from."""
        self._language = language
        self._offered = offered
        with speaking(language, PHONES):
            self._words = words()
            self._forms = plural_forms()
            self._pages = (*pages, _signs_page())

    @cached_property
    def script(self) -> Asset:
        """The scripts of the page itself."""
        names = (*_SCRIPTS, "start")
        whole = "\n".join((_HERE / "script" / f"{name}.js").read_text(encoding="utf-8") for name in names)
        return asset(lean(whole).encode(), _SCRIPT)

    @cached_property
    def style(self) -> Asset:
        """The style sheet."""
        return asset(style_sheet().encode(), "text/css; charset=utf-8")

    @cached_property
    def parts(self) -> dict[str, Asset]:
        """Each activity's part by its name: words, fragment, icons and script in one file."""
        known = icons_in((self._skeleton(), self.script.plain.decode()))
        return {page.name: asset(self._part(page, known).encode(), _SCRIPT) for page in self._pages}

    @cached_property
    def page(self) -> Asset:
        """The page itself."""
        whole = self._html(self._skeleton())
        return asset(whole.encode(), "text/html; charset=utf-8")

    def door(self, trouble: str) -> bytes:
        """The page that asks for the code; `trouble` is "" or the end of a key of its words."""
        said = self._words.get(f"door_{trouble}", "")
        box = f'<p class="box warn" role="alert">{html.escape(str(said))}</p>' if said else ""
        return self._html((_HERE / "door.html").read_text(encoding="utf-8"), trouble=box).encode()

    def files(self) -> dict[str, Asset]:
        """Everything under /static, by name."""
        fonts = {name: Asset(font_bytes(name), b"", "font/woff2") for name in FONTS}
        scripts = {_named(part, "js"): part for part in (self.script, *self.parts.values())}
        return {**scripts, _named(self.style, "css"): self.style, **fonts}

    def _skeleton(self) -> str:
        skeleton = (_HERE / "skeleton.html").read_text(encoding="utf-8")
        return skeleton.replace("{{templates}}", (_HERE / "room.html").read_text(encoding="utf-8"))

    def _part(self, page: ActivityPage, known: tuple[str, ...]) -> str:
        fragment = _filled(page.template, _escaped(page.words))
        own_icons = [name for name in icons_in((page.template, page.script)) if name not in known]
        given = (page.name, _spoken(page.words, page.script), _folded(fragment), sprite(own_icons))
        return f"F.part({_json(given)[1:-1]});\n{lean(page.script)}"

    def _html(self, text: str, **more: str) -> str:
        said = _spoken(self._words, self.script.plain.decode() + "".join(page.script for page in self._pages))
        parts = {name: _named(part, "js") for name, part in self.parts.items()}
        values = {
            **_escaped(self._words),
            "title": html.escape(str(self._words["welcome"])),
            "lang": html.escape(self._language),
            "dir": "rtl" if is_right_to_left(self._language) else "ltr",
            "css": _named(self.style, "css"),
            "js": _named(self.script, "js"),
            "words": _json({**said, "forms": self._forms, "parts": parts}).replace("<", "\\u003c"),
            "sprite": sprite(icons_in((text, self.script.plain.decode()))),
            "languages": "".join(
                f'<option value="{html.escape(code)}">{html.escape(name)}</option>'
                for code, name in self._offered.items()
            ),
            **more,
        }
        return _folded(_filled(text, values))


def _escaped(said: Words) -> dict[str, str]:
    return {key: html.escape(text if isinstance(text, str) else text[-1]) for key, text in said.items()}


def _spoken(said: Words, script: str) -> Words:
    """Keep the words that a script says; those of a fragment are written in already."""
    starts = tuple(re.findall(r'"(\w+_)" \+|"(\w+_)"\+', script))
    begun = tuple(start for pair in starts for start in pair if start)
    return {key: text for key, text in said.items() if f'"{key}"' in script or key.startswith(("title_", *begun))}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _folded(text: str) -> str:
    return re.sub(r"\n\s*", "\n", text)


def _named(file: Asset, ending: str) -> str:
    return f"{hashlib.sha256(file.plain).hexdigest()[:12]}.{ending}"


def native_names(codes: Iterable[str]) -> dict[str, str]:
    """Name languages as they name themselves."""
    return {code: NATIVE_NAMES.get(code, code) for code in codes if code}


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda found: values[found.group(1)], text)


@cache
def lean(script: str) -> str:
    """Leave out indentation, whole-line comments, and spaces around signs outside of texts: it goes over the air."""
    lines = (line.strip() for line in script.splitlines())
    kept = (line for line in lines if line and not line.startswith("//"))
    return "\n".join(_squeezed(line) for line in kept)


def _squeezed(line: str) -> str:
    parts = _TEXT.split(line)
    if any("/" in part for part in parts if not part.startswith('"')):
        return line  # a pattern between slashes may mean its spaces
    return "".join(part if part.startswith('"') else _SIGNS.sub(r"\1", part) for part in parts)
