"""Mirrors and unmirrors the desk in a process of its own, no room open, and says on stdout what the console shows."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from facilitator.app.application import application
from facilitator.app.windows import Windows
from facilitator.kit.qt.dress import dress
from tests.stage.plugging import plug

_SEEN = "The room can see this desk"
_WHY = "The room can see this desk, so private notes are hidden."


def main() -> None:
    """Begin mirrored, open a convening to prepare it, and end the mirroring."""
    setting = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    laptop, projector = setting["screens"]
    app = application()
    dress(app)
    windows = Windows(Path(sys.argv[2]))
    windows.show()

    def shown() -> list[bool]:
        seen = [each for each in windows.console.findChildren(QWidget) if each.isVisible()]
        names = [each.accessibleName() for each in seen] + [each.text() for each in seen if isinstance(each, QLabel)]
        return [_SEEN in names, _WHY in names, "Private notes" in names]

    told = {"at home": shown()}
    windows.open_sample()
    windows.console.prepare()
    QApplication.processEvents()
    told["preparing"] = shown()
    plug({**setting, "screens": [laptop, {**projector, "x": 1440}]})
    QApplication.processEvents()
    told["extended"] = shown()
    plug(setting)
    QApplication.processEvents()
    told["mirrored again"] = shown()
    windows.console.go_home()
    told["home again"] = shown()
    windows.close()
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
