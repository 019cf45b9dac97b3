"""The look for Qt: colours as QColor, letters as QFont, durations; handed to whoever paints."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum
from functools import cached_property

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QFontDatabase

from facilitator.kit.qt.unread import leave_sources_unread
from facilitator.kit.theme import Letter, Mode, NoteColours, Tokens, cluster_colour, tokens
from facilitator.paths import resources

leave_sources_unread()

_PROPERTY = "facilitator_theme"
_RTL_EXTRA = 2
_LOADED = "facilitator_fonts"


class Motion(Enum):
    """Whether things glide to their place, or are simply there."""

    FULL = "full"
    REDUCED = "reduced"


class Desk(Enum):
    """Where letters stand: close to one person, or far from the back row, where thin strokes vanish."""

    CONSOLE = "console"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class Inks:
    """The grounds, lines, inks and signals of `kit.theme.Colours`, ready to paint with."""

    paper: QColor
    surface: QColor
    raised: QColor
    sunken: QColor
    line: QColor
    line_strong: QColor
    ink: QColor
    ink_2: QColor
    ink_3: QColor
    accent: QColor
    accent_hover: QColor
    accent_press: QColor
    accent_soft: QColor
    on_accent: QColor
    accent_line: QColor
    over: QColor
    over_soft: QColor
    on_over: QColor
    warn: QColor
    warn_soft: QColor
    ok: QColor
    ok_soft: QColor
    focus: QColor
    shadow: QColor


@dataclass(frozen=True, slots=True)
class NoteInks:
    """One cluster colour, ready to paint with: ground, edge (tag, column rule), text, letter on the tag."""

    fill: QColor
    edge: QColor
    text: QColor
    letter: QColor


class Theme:
    """One mode of theme.json as Qt paints it. Fonts and colours it gives are shared: copy before changing one."""

    def __init__(self, mode: Mode = Mode.LIGHT, motion: Motion = Motion.FULL) -> None:
        load_fonts()
        self.mode = mode
        self.motion = motion
        self.tokens: Tokens = tokens(mode)
        self._fonts: dict[tuple[float, int, float], QFont] = {}

    @cached_property
    def inks(self) -> Inks:
        """Every colour of the mode by its name."""
        return Inks(**{f.name: _colour(getattr(self.tokens.colours, f.name)) for f in fields(self.tokens.colours)})

    @cached_property
    def _notes(self) -> dict[str, NoteInks]:
        return {name: _note_inks(colours) for name, colours in self.tokens.notes.items()}

    def note(self, colour: str) -> NoteInks:
        """The inks of a cluster colour by name: "sky", ..., "grey". Raises KeyError for any other."""
        return self._notes[colour]

    def cluster(self, index: int) -> NoteInks:
        """The inks of the cluster at this position, from 0."""
        return self._notes[cluster_colour(index)]

    def category(self, name: str) -> QColor:
        """The colour of a block's category; a pause is sunken and wants a `line_strong` border."""
        return _colour(self.tokens.category(name))

    def letter(self, role: str, name: str) -> Letter:
        """Size, line height and weight as theme.json says: ("console", "body")."""
        return self.tokens.letter(role, name)

    def font(self, role: str, name: str) -> QFont:
        """The font of a size of type: ("console", "label"), ("stage", "h2"). Pixels at 100 %."""
        letter = self.letter(role, name)
        return self.sized(letter.size, weight_on(Desk(role) if role == "stage" else Desk.CONSOLE, letter.weight))

    def sized(self, pixels: float, weight: int = 400, spacing: float = 0.0) -> QFont:
        """A font of any size: weight 400, 500, 600, 700 or 800; letter spacing in pixels.

        From 56 px up letters stand 1 % closer unless a spacing is given.
        """
        key = (pixels, weight, spacing)
        if (known := self._fonts.get(key)) is None:
            known = self._fonts[key] = _font(self.tokens.families, pixels, weight, spacing)
        return known

    def milliseconds(self, name: str) -> int:
        """How long a movement takes: "press", "state", "move", "stage_change", "reveal_row", "reveal_stagger"."""
        if self.motion is Motion.FULL:
            return self.tokens.duration_ms[name]
        return 120 if name == "stage_change" else 0


def digits(font: QFont) -> QFont:
    """A copy whose digits are equally wide, for what ticks or stacks as times. Counts stay proportional."""
    tabular = QFont(font)
    tabular.setFeature(QFont.Tag("tnum"), 1)
    return tabular


def taller(font: QFont) -> QFont:
    """A copy 2 px larger: Arabic letters beside Latin ones of the same size look small."""
    larger = QFont(font)
    larger.setPixelSize(font.pixelSize() + _RTL_EXTRA)
    larger.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0)
    return larger


def weight_on(desk: Desk, designed: int) -> int:
    """Choose the static weight nearest to a designed one: thin ones become medium on stage."""
    if designed <= 480:
        return 400 if desk is Desk.CONSOLE else 500
    if designed <= 560:
        return 500
    return 600 if designed <= 650 else 700


def load_fonts() -> None:
    """Give Qt the bundled letters, once, before the first widget.

    Raises RuntimeError without an application, or when a bundled font cannot be read.
    """
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("fonts need a QGuiApplication")
    if app.property(_LOADED):
        return
    for path in sorted((resources() / "fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(f"cannot read the font {path.name}")
    app.setProperty(_LOADED, True)


def wear(theme: Theme) -> None:
    """Make this the theme that widgets paint with; `kit.qt.dress.dress` does it together with palette and sheet."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("a theme needs an application to wear it")
    app.setProperty(_PROPERTY, theme)


def theme_in_use() -> Theme:
    """The theme the application wears; light until it was dressed. Ask while painting: it may change any time."""
    app = QCoreApplication.instance()
    worn = app.property(_PROPERTY) if app is not None else None
    if isinstance(worn, Theme):
        return worn
    plain = Theme()
    wear(plain)
    return plain


def _font(families: tuple[str, ...], pixels: float, weight: int, spacing: float) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(round(pixels))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    apart = spacing or (-pixels / 100 if pixels >= 56 else 0.0)
    if apart:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, apart)
    return font


def _note_inks(colours: NoteColours) -> NoteInks:
    return NoteInks(*(QColor(value) for value in (colours.fill, colours.edge, colours.text, colours.letter)))


def _colour(written: str) -> QColor:
    if not written.startswith("rgba("):
        return QColor(written)
    red, green, blue, alpha = written[5:-1].split(",")
    return QColor(int(red), int(green), int(blue), round(float(alpha) * 255))
