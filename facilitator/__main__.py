"""Starts the app, a command, or one of the processes the app starts for itself."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Start what the arguments ask for; give the exit status."""
    # Qt says of every font which scripts it lacks. We know: the fonts behind it have them.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")
    asked = sys.argv[1:]
    if asked[:1] == ["--gateway"]:
        from facilitator.phones.gateway import main as gateway

        return gateway(asked[1:])
    if asked[:1] == ["--participants"]:
        from facilitator.rehearsal.participants import main as participants

        return participants()
    if asked[:1] == ["--screens"]:
        from facilitator.app.doctor_screens import main as screens

        return screens()
    from facilitator.cli import run

    return run(asked)


if __name__ == "__main__":
    sys.exit(main())
