"""The doorway that phones know: the port of last time and the chosen address, so that a restart finds every phone."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.store import kept
from facilitator.store.workspace import Workspace

_PORT, _ADDRESS = "phones_port", "phones_address"


def ports_as_known(workspace: Workspace, ports: Sequence[int]) -> tuple[int, ...]:
    """Give the ports to try: the one phones know first, unless whoever opens the doors wants certain ones only.

    Any port will do where the last one to try is 0.
    """
    known = kept.settings(workspace.connection).get(_PORT, "")
    port = int(known) if known.isdecimal() and len(known) <= 5 else 0
    if not 0 < port < 2**16 or not ports or ports[-1] != 0:
        return tuple(ports)
    return (port, *(other for other in ports if other != port))


def address_as_chosen(workspace: Workspace) -> str:
    """Give the address that the facilitator chose on this laptop, "" for none; it counts while the laptop has it."""
    return kept.settings(workspace.connection).get(_ADDRESS, "")


def remember_port(workspace: Workspace, port: int) -> None:
    """Remember where phones found this laptop."""
    if kept.settings(workspace.connection).get(_PORT) != str(port):
        kept.set_setting(workspace.connection, _PORT, str(port))


def remember_address(workspace: Workspace, address: str) -> None:
    """Remember which address the facilitator chose."""
    kept.set_setting(workspace.connection, _ADDRESS, address)
