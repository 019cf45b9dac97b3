"""The house put together: its activities and rules, its workspace, and a room with its desk and its doors."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.activities import Activity, discover
from facilitator.app.doorway import address_as_chosen, ports_as_known, remember_port
from facilitator.beginnings.code import new_code
from facilitator.beginnings.sample import SampleIds, begin_sample, fill_sample
from facilitator.beginnings.templates import carry_out, plan_of, templates
from facilitator.convening.gathering import LIVE, Convening
from facilitator.convening.ground import GROUND
from facilitator.convening.hlc import wall_ms
from facilitator.convening.ids import HOST, ROOM, ConveningId, PersonId, WishId
from facilitator.convening.rulebook import Rulebook
from facilitator.convening.words import Refusal, Role, Wish
from facilitator.desk.desk import Desk, new_wish_id
from facilitator.phones.listening import PORTS
from facilitator.store import kept
from facilitator.store.folders import refuse_unfit
from facilitator.store.opening import UNREADABLE, said
from facilitator.store.reading import Listed, convenings
from facilitator.store.workspace import Workspace

if TYPE_CHECKING:
    from facilitator.phones.bridge import Bridge, RoomPresence

SAMPLE = "sample_convening"
"""The setting that remembers which convening is the sample."""


@cache
def activities() -> Mapping[str, Activity]:
    """Every activity of this house."""
    return discover()


@cache
def rulebook() -> Rulebook:
    """All rules of this house."""
    return Rulebook(GROUND, {name: activity.rules for name, activity in activities().items()})


def refusal_sentences() -> dict[str, str]:
    """The activities' sentences for their refusals, by code."""
    return {code: text for activity in activities().values() for code, text in activity.refusals.items()}


def open_workspace(folder: Path) -> Workspace:
    """Lock and open the workspace of a data folder. Raises Refusal folder.*, file.*."""
    refuse_unfit(folder)
    return Workspace(folder, rulebook().kinds)


@dataclass(frozen=True, slots=True)
class Doors:
    """How phones come in: the ports to try, the facilitator's choice of address, and other names of this laptop."""

    ports: Sequence[int] = PORTS
    address: str = ""
    more_hosts: Sequence[str] = ()
    on_presence: Callable[[RoomPresence], None] = field(default=lambda _: None)


class Room:
    """One convening with its desk open, and its phones once the doors are."""

    def __init__(self, workspace: Workspace, stream: str, wall: Callable[[], int] = wall_ms) -> None:
        """Open the desk of a convening, by the clock that people read (UTC ms)."""
        self.workspace = workspace
        self.desk = Desk(workspace, stream, rulebook(), wall)
        self.desk.start()
        self.bridge: Bridge | None = None
        self._closing = threading.Lock()
        self._opening: Bridge | None = None
        self._is_closed = False

    def open_doors(self, doors: Doors) -> Bridge:
        """Let phones in.

        Raises TimeoutError when the gateway does not come up, CalledOff when the doors are closed meanwhile.
        """
        # Nobody waits for the network before the desk at home is painted.
        from facilitator.phones.bridge import Bridge, CalledOff

        stream = self.desk.stream
        bridge = Bridge(
            self.desk,
            activities(),
            epoch=self.desk.errand(_epoch).result(),
            devices=self.desk.errand(lambda workspace: kept.devices(workspace.connection, stream)).result(),
            ports=self.desk.errand(lambda workspace: ports_as_known(workspace, doors.ports)).result(),
            address=doors.address or self.desk.errand(address_as_chosen).result(),
            more_hosts=doors.more_hosts,
            on_presence=doors.on_presence,
        )
        with self._closing:
            if self._is_closed:
                raise CalledOff
            self._opening = bridge
        bridge.start()
        self.bridge = bridge
        self.desk.errand(lambda workspace: remember_port(workspace, bridge.port))
        return bridge

    def close_doors(self) -> None:
        """Close the doors for good, at once even while they are opening."""
        with self._closing:
            self._is_closed = True
        if self._opening is not None:
            self._opening.stop()

    def close(self) -> None:
        """Close the doors, then the desk; what was said is finished first."""
        self.close_doors()
        self.desk.stop()

    def is_live(self) -> bool:
        """Whether the convening is live: phones may be in the room."""
        return any(each.state == LIVE for each in self.desk.news.records[Convening].values())

    def tell(self, wish: Wish, by: PersonId = HOST, activity: str = ROOM) -> str:
        """Say a wish as the facilitator and wait; give its id. Raises Refusal or NotSaved."""
        return self.desk.say(wish, by=by, role=Role.GUIDE, activity=activity).result().id


def listed(workspace: Workspace, room: Room | None) -> list[Listed]:
    """List the convenings of a workspace, by the desk that has it, if there is one. Raises Refusal file.*."""
    try:
        if room is None:
            return convenings(workspace.connection)
        return room.desk.errand(lambda open_: convenings(open_.connection)).result()
    except UNREADABLE as error:
        raise said(error, workspace.path) from error


def refuse_unknown(convening: str, there: Sequence[Listed]) -> None:
    """Raise Refusal convening.none_such for one that is not there: nobody opens an empty one by its id."""
    if convening not in {one.id for one in there}:
        raise Refusal("convening.none_such")


def set_memory_aside() -> None:
    """Keep what is loaded out of garbage collection while the room is live: a full one costs more than a frame.

    To be called from the thread of the windows, where there are any: what is thrown away here may be one.

    What was set aside before is looked at once more, so that a convening that was closed leaves nothing behind.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _epoch(workspace: Workspace) -> str:
    """Name the file as it is; phones that know another name take everything anew."""
    known = kept.settings(workspace.connection).get("epoch", "")
    if not known:
        known = new_wish_id()
        kept.set_setting(workspace.connection, "epoch", known)
    return known


def sample_of(workspace: Workspace) -> str:
    """Which convening of a workspace is the sample, "" if it was not told yet."""
    told = kept.settings(workspace.connection).get(SAMPLE, "")
    return told if told in [one.id for one in convenings(workspace.connection)] else ""


def open_sample(workspace: Workspace, wall: Callable[[], int] = wall_ms) -> Room:
    """Open the sample convening, told anew if this workspace has none yet."""
    stream = sample_of(workspace)
    if stream:
        return Room(workspace, stream, wall)
    room, ids = begin_room_of_sample(workspace, wall)
    fill_sample(room.tell, ids)
    room.desk.errand(lambda open_: kept.set_setting(open_.connection, SAMPLE, room.desk.stream)).result()
    return room


def begin_room_of_template(workspace: Workspace, key: str, wall: Callable[[], int] = wall_ms) -> Room:
    """Begin a convening that follows a template. Raises Refusal template.none_such."""
    template = next((one for one in templates(activities()) if one.key == key), None)
    if template is None:
        raise Refusal("template.none_such", templates=", ".join(one.key for one in templates(activities())))
    stream = new_wish_id()
    room = Room(workspace, stream, wall)
    carry_out(
        plan_of(template, datetime.fromtimestamp(wall() / 1000, UTC).astimezone().date().isoformat()),
        ConveningId(stream),
        new_code(),
        lambda wish, wish_id, activity: room.desk.say(wish, activity=activity, id=wish_id),
        lambda: WishId(new_wish_id()),
    ).result()
    return room


def begin_room_of_sample(workspace: Workspace, wall: Callable[[], int] = wall_ms) -> tuple[Room, SampleIds]:
    """Begin the sample convening in a stream of its own, prepared but with nothing said yet."""
    stream = new_wish_id()
    room = Room(workspace, stream, wall)
    return room, begin_sample(room.tell, ConveningId(stream), new_wish_id)
