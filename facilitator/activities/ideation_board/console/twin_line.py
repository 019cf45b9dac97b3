"""The quiet line that points out ideas which look alike, one pair at a time. It never merges by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitator.i18n import _, ngettext
from facilitator.kit.qt.widgets import STRETCH, Button, Card, Ground, Kind, Label, LineLabel, Size, Tone, row
from facilitator.kit.told import quoted

LOOK_KEY = "Ctrl M"


class TwinLine(Card):
    """Shown only while something looks alike."""

    def __init__(self, look: Callable[[], object], keep_apart: Callable[[], object]) -> None:
        super().__init__(Ground.SURFACE)
        self._said = LineLabel("", "small")
        self._more = Label("", "caption", Tone.SOFT)
        both = Button(_("Look at both"), look, key=LOOK_KEY, size=Size.SMALL)
        apart = Button(_("Not the same"), keep_apart, kind=Kind.QUIET, size=Size.SMALL)
        row(self, self._said, self._more, STRETCH, apart, both, gap=8, padding=(3, 6, 3, 12))
        self.hide()

    def show_pairs(self, texts: Sequence[tuple[str, str]]) -> None:
        """Point out the first pair of texts, and say how many more there are."""
        self.setVisible(bool(texts))
        if not texts:
            return
        one, other = (quoted(text) for text in texts[0])
        self._said.show_text(_("“{one}” and “{other}” look alike.").format(one=one, other=other))
        more = len(texts) - 1
        said = ngettext("{count} more pair", "{count} more pairs", more).format(count=more)
        self._more.setText(said if more else "")
