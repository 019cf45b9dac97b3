"""How the phone page looks: the one list of colours as a style sheet, its letters, and the few icons it uses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from facilitator.kit.theme import Mode, css_variables, tokens
from facilitator.paths import resources

_HERE = Path(__file__).parent
_LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,"
    "U+2215,U+FEFF,U+FFFD"
)
_LATIN_MORE = "U+0100-02BA,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0"
FONTS = {
    "atkinson-latin.woff2": _LATIN,
    "atkinson-latin-ext.woff2": _LATIN_MORE,
}
"""The fonts of the page and the characters each is fetched for."""


def style_sheet() -> str:
    """Write the style sheet: fonts, colours for light and dark, then the shapes."""
    fonts = "".join(
        "@font-face{font-family:AHN;font-weight:200 800;font-display:swap;"
        f"src:url(/static/{name}) format('woff2');unicode-range:{characters}}}"
        for name, characters in FONTS.items()
    )
    light, dark = (css_variables(mode) + _agreement(mode) for mode in Mode)
    shapes = (_HERE / "page.css").read_text(encoding="utf-8").replace("\n", "")
    return (
        f"{fonts}:root{{color-scheme:light dark;{_used(light, shapes)}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{_used(dark, shapes)}}}}}{shapes}{_pair()}"
    )


def font_bytes(name: str) -> bytes:
    """Read one of the page's fonts."""
    return (resources() / "fonts" / "web" / name).read_bytes()


def icons_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Name the icons that pages and scripts point to."""
    return tuple(sorted({name for text in texts for name in re.findall(r"#i-([a-z-]+)", text)}))


def sprite(names: Iterable[str]) -> str:
    """Draw icons once, for `<use href="#i-name">` to show. Raises FileNotFoundError for one that is not there."""
    return "".join(f'<symbol id="i-{name}" viewBox="0 0 256 256">{_paths(name)}</symbol>' for name in names)


def _paths(name: str) -> str:
    drawn = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    shapes = "".join(re.findall(r"<(?:path|circle|line|polyline|rect)\b[^>]*/>", drawn))
    # A tenth of a unit is a hundredth of a pixel here: the second digit only costs air.
    return re.sub(r"(\.\d)\d+", r"\1", shapes)


def _used(variables: str, shapes: str) -> str:
    """Keep the colours that the shapes mention: every byte is sent to every phone."""
    pairs = (pair.split(":", 1) for pair in variables.split(";") if pair)
    return "".join(f"{name}:{value};" for name, value in pairs if f"var({name})" in shapes)


def _agreement(mode: Mode) -> str:
    """The shades of a scale of agreement, --agree-0 for the most of it."""
    return "".join(f"--agree-{at}:{colour};" for at, colour in enumerate(tokens(mode).agreement))


def _pair() -> str:
    wicked = tokens().wicked
    return (
        f".half.low{{background:{wicked.bottom_ground};color:{wicked.bottom_text}}}"
        f".half.low .cap,.half.low ::placeholder{{color:{wicked.bottom_small}}}"
        f".half.low .in:focus{{border-color:{wicked.and_ground}}}"
        f".and{{background:{wicked.and_ground};color:{wicked.and_text}}}"
    )
