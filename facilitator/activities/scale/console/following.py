"""The act that begins the next block, at the foot of the last page of a scale: there no step is cut beside it."""

from __future__ import annotations

from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.widgets import Button, Kind, Size

_NARROWEST, _WIDEST = 140, 300


class Following(Button):
    """It says the title of the next block; a long one ends in an ellipsis and stands whole in its tip."""

    def __init__(self) -> None:
        super().__init__("", key="N", kind=Kind.PRIMARY, size=Size.LARGE)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        self.hide()

    def show_title(self, title: str) -> None:
        """Offer the block of this title; "" where the day ends here."""
        words = _("Next: {title}").format(title=title)
        self.show_text(words)
        self.setToolTip(words if self.sizeHint().width() > _WIDEST else "")
        self.setVisible(bool(title))

    def act(self) -> Act:
        """The same for the key."""
        return Act("N", self.accessibleName(), self.click, lambda: not self.isHidden())
