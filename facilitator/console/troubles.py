"""What troubles there are: told in the bar of every page, the desk at home too, and closed everywhere at once."""

from __future__ import annotations

from facilitator.console.surroundings import Surroundings, Trouble
from facilitator.console.trouble_bar import TroubleBar


class Troubles:
    """Keeps what is told, so that a page that comes later tells it as well."""

    def __init__(self) -> None:
        self._told: dict[str, Trouble] = {}
        self._bars: list[TroubleBar] = []
        self._around = Surroundings()

    def join(self, bar: TroubleBar) -> None:
        """Tell in this bar too."""
        bar.closed.connect(self.settle)
        self._bars.append(bar)
        for trouble in self._told.values():
            bar.tell(trouble)

    def part(self, bar: TroubleBar) -> None:
        """Tell in this bar no more: its page goes."""
        self._bars.remove(bar)

    def tell(self, trouble: Trouble) -> None:
        """Tell of a trouble, or of how it stands now."""
        self._told.pop(trouble.key, None)
        self._told[trouble.key] = trouble
        for bar in self._bars:
            bar.tell(trouble)

    def settle(self, key: str) -> None:
        """That trouble is over."""
        self._told.pop(key, None)
        for bar in self._bars:
            bar.settle(key)

    def look_around(self, around: Surroundings) -> None:
        """Tell what is the matter around the room; what was read and closed does not come back."""
        before, self._around = self._around.troubles(), around
        for key, trouble in around.troubles().items():
            if trouble is None:
                self.settle(key)
            elif trouble != before[key]:
                self.tell(trouble)
