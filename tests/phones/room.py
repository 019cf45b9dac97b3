"""A room for tests: a real workspace, a real desk, a real gateway, and people who talk to it over HTTP."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from facilitator.activities import discover
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import Convening, CreateConvening, GoLive
from facilitator.convening.ground import GROUND
from facilitator.convening.hlc import wall_ms
from facilitator.convening.ids import HOST, ROOM, BlockId, ConveningId, PersonId
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.convening.records import Records
from facilitator.convening.rulebook import Rulebook
from facilitator.convening.words import Receipt, Role, Wish
from facilitator.desk.desk import Desk, new_wish_id
from facilitator.desk.news import News
from facilitator.phones.bridge import Bridge, RoomPresence
from facilitator.phones.patience import PATIENCE, Patience
from facilitator.phones.streams import json_bytes
from facilitator.store import kept
from facilitator.store.workspace import Workspace

CODE = "K7QX93PF"
HOST_NAME = "room.test"
WAIT = 15.0


class Room:
    """One live convening, its doors open on a free port."""

    def __init__(
        self, folder: Path, patience: Patience = PATIENCE, wall: Callable[[], int] = wall_ms, most: int = 0,
        names: tuple[str, ...] = (HOST_NAME,),
    ) -> None:  # fmt: skip
        """Open workspace, desk and doors."""
        self._patience, self._most, self._names = patience, most, names
        activities = discover()
        self.book = Rulebook(GROUND, {name: activity.rules for name, activity in activities.items()})
        self.workspace = Workspace(folder, self.book.kinds)
        self.desk = Desk(self.workspace, "convening-1", self.book, wall)
        self.desk.start()
        self._changed = threading.Condition()
        self.desk.listen(self._hear)
        self.tell(CreateConvening(Convening(ConveningId("convening-1"), "Clean Water by 2035", code=CODE,
                                            day_line="Day 2 of 3 · From single fixes to one system", place="Naivasha")))  # fmt: skip
        guide = Person(PersonId("guide-1"), "Nomsa", role="guide")
        self.tell(AddPerson(guide, Contact(guide.id)))
        self.bridge = self._bridge()

    def _bridge(self, epoch: str = "epoch-1", ports: tuple[int, ...] = (0,)) -> Bridge:
        devices = self.desk.errand(lambda space: kept.devices(space.connection, "convening-1")).result()
        return Bridge(
            self.desk, discover(), epoch=epoch, devices=devices, ports=ports, more_hosts=self._names,
            patience=self._patience, most=self._most, on_presence=self._present,
        )  # fmt: skip

    def on_ports(self, *ports: int) -> Bridge:
        """Make doors that try these ports, to be opened instead of the ones there are."""
        return self._bridge(ports=ports)

    def open(self) -> None:
        """Go live and let people in."""
        self.tell(GoLive())
        self.bridge.start()

    def reopen(self, epoch: str) -> None:
        """Close the doors and open them on the same port, with the file as it is now under another name."""
        port = self.bridge.port
        self.bridge.stop()
        self.bridge = self._bridge(epoch, (port,))
        self.bridge.start()

    def close(self) -> None:
        """Close everything."""
        self.bridge.stop()
        self.desk.stop()
        self.workspace.close()

    def tell(self, wish: Wish, activity: str = ROOM) -> Receipt:
        """Say a wish as the facilitator, and wait."""
        return self.desk.say(wish, by=HOST, role=Role.GUIDE, activity=activity).result(WAIT)

    def start(self, activity: str, prompt: str = "", minutes: int = 40, title: str = "") -> BlockId:
        """Put a block on the agenda and begin it."""
        guide = PersonId("guide-1")
        said = self.tell(AddBlock(Block(BlockId(""), title or activity, activity, prompt, minutes, guide=guide)))
        block = BlockId(f"{said.id}.1")
        self.tell(StartBlock(block))
        return block

    @property
    def news(self) -> News:
        """How things stand, once the desk has told what it has answered."""
        self.desk.errand(lambda _: None).result(WAIT)
        return self.desk.news

    @property
    def records(self) -> Records:
        """Everything the desk knows."""
        return self.news.records

    def wait_until(self, is_so: Callable[[Records], object]) -> None:
        """Wait until the desk's records are so."""
        with self._changed:
            if not self._changed.wait_for(lambda: is_so(self.desk.news.records), WAIT):
                raise AssertionError("it never came to that")

    def wait_for_presence(self, is_so: Callable[[RoomPresence], object]) -> None:
        """Wait until the room's presence is so."""
        with self._changed:
            if not self._changed.wait_for(lambda: is_so(self.bridge.presence), WAIT):
                raise AssertionError(f"it never came to that: {self.bridge.presence}")

    def _hear(self, news: News) -> None:
        with self._changed:
            self._changed.notify_all()

    def _present(self, presence: RoomPresence) -> None:
        with self._changed:
            self._changed.notify_all()


@dataclass(frozen=True, slots=True)
class Reply:
    """What the gateway answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        """The body read as JSON."""
        read: dict[str, Any] = json.loads(self.body)
        return read


@dataclass(slots=True)
class Phone:
    """One device: it keeps its cookie and asks over a connection of its own each time."""

    port: int
    cookie: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Reply:
        """Ask for something."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
        sent = {"Host": f"{HOST_NAME}:{self.port}", **self.headers}
        if self.cookie:
            sent["Cookie"] = self.cookie
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            reply = Reply(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()
        if "set-cookie" in reply.headers:
            self.cookie = reply.headers["set-cookie"].split(";")[0]
        return reply

    def come_in(self, code: str = CODE) -> Phone:
        """Come with the code."""
        self.ask("GET", f"/j/{code}")
        return self

    def say(self, activity: str, wish: str, id: str = "", **fields: object) -> Reply:
        """Post a wish."""
        said = {"id": id or new_wish_id(), "activity": activity, "wish": wish, "with": fields}
        return self.ask("POST", "/say", json_bytes(said), Content_Type="application/json")

    def join(self, name: str = "") -> Phone:
        """Take a seat."""
        reply = self.come_in().say("room", "join", name=name)
        assert reply.status == 200, reply
        return self

    @contextmanager
    def listening(self, query: str = "after=0") -> Iterator[Iterator[tuple[str, dict[str, Any]]]]:
        """Open the stream; give its events as they come."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
        connection.request("GET", f"/events?{query}", headers={"Host": HOST_NAME, "Cookie": self.cookie})
        answer = connection.getresponse()
        assert answer.status == 200, answer.status
        try:
            yield _events(answer)
        finally:
            answer.close()
            connection.close()

    def see(self, is_so: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """Watch the page until it is so, and give it."""
        with self.listening() as stream:
            return next(said for name, said in stream if name == "page" and is_so(said))


def _events(answer: http.client.HTTPResponse) -> Iterator[tuple[str, dict[str, Any]]]:
    name = ""
    while line := answer.readline():
        text = line.decode().rstrip("\n")
        if text.startswith("event: "):
            name = text[7:]
        elif text.startswith("data: "):
            yield name, json.loads(text[6:])
