"""Plugs a projector in and out of a process of its own, and says on stdout where the stage stood each time."""

from __future__ import annotations

import ctypes
import json
import sys
from pathlib import Path
from typing import Any

import PySide6
from PySide6 import QtCore
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from facilitator.stage.screens import StageScreens

_SETTLED_MS = 400


def plug(setting: dict[str, Any]) -> None:
    """Give the offscreen platform other screens, as if cables were moved."""
    lib = Path(PySide6.__file__).parent / "Qt" / "lib"
    gui, core = ctypes.CDLL(str(lib / "libQt6Gui.so.6")), ctypes.CDLL(str(lib / "libQt6Core.so.6"))
    interface = gui["_ZN15QGuiApplication23platformNativeInterfaceEv"]
    interface.restype = ctypes.c_void_p
    native = interface()
    table = ctypes.cast(native, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
    resource = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(table[12])
    name = QtCore.QByteArray(b"setConfiguration")
    configure = resource(native, Shiboken.getCppPointer(name)[0])
    document = QtCore.QJsonDocument.fromJson(QtCore.QByteArray(json.dumps(setting).encode()))
    room = (ctypes.c_char * 64)()
    convert = core["_ZNK13QJsonDocument6objectEv"]
    convert.restype = None
    convert(ctypes.byref(room), ctypes.c_void_p(Shiboken.getCppPointer(document)[0]))
    ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(configure)(ctypes.addressof(room), native)
    core["_ZN11QJsonObjectD1Ev"](ctypes.byref(room))


def main() -> None:
    """Go through a day of loose cables."""
    setting = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    projector, laptop = setting["screens"]
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    console, stage = QWidget(), QWidget()
    console.setGeometry(0, 0, 800, 600)
    console.show()
    screens = StageScreens(console, stage)
    screens.place()
    told: dict[str, Any] = {"at first": [stage.screen().name(), stage.isFullScreen(), stage.x()]}
    plug({**setting, "screens": [laptop]})
    told["at once after the loss"] = [stage.isVisible(), screens.standing.value]
    QTest.qWait(_SETTLED_MS)
    told["settled after the loss"] = [stage.isVisible(), screens.standing.value]
    plug(setting)
    QTest.qWait(_SETTLED_MS)
    told["plugged in again"] = [stage.screen().name(), stage.isFullScreen(), stage.x()]
    plug({**setting, "screens": [{**projector, "width": 1280, "height": 720}, laptop]})
    QTest.qWait(_SETTLED_MS)
    told["another size"] = [stage.width(), stage.height()]
    plug({**setting, "screens": [{**projector, "x": 0, "width": 1440, "height": 900}, laptop]})
    QTest.qWait(_SETTLED_MS)
    told["mirrored"] = [stage.isVisible(), screens.standing.value]
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
