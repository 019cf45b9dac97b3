"""The bridge between desk and gateway: wishes up, answers and news down, and a new gateway when one is lost."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from typing import Any

from facilitator.activities import Activity
from facilitator.convening.ballots import CastBallot
from facilitator.convening.gathering import MOST_PHONES, Convening
from facilitator.convening.people import ChooseLanguage, Leave, Rejoin
from facilitator.convening.seats import Muted
from facilitator.convening.words import NotSaved, Receipt, Refusal, Role, Wish
from facilitator.desk.desk import Desk
from facilitator.desk.news import News
from facilitator.i18n import PHONES, speaking
from facilitator.phones.addresses import addresses, chosen, hosts, in_order, join_url, local_name
from facilitator.phones.child import Child, command
from facilitator.phones.listening import PORTS
from facilitator.phones.own_ballots import OwnBallots
from facilitator.phones.patience import PATIENCE, Patience
from facilitator.phones.refusals import sentence
from facilitator.phones.room_time import moment
from facilitator.phones.telling import Telling
from facilitator.phones.wishes import NoSeat, read_wish

READY_SECONDS = 15.0
_PINGS = 3.3
"""How often a gateway is asked for a sign of life before its silence is too long."""

_HOSTS_SECONDS = 1.0
_REST_SECONDS = 0.02
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RoomPresence:
    """Who is here now: open pages by person ("" before they join), raised hands in order, who is done, how it is.

    `hasty` are those whose phones send more than a person can write ("" for a phone that has not joined).
    """

    connected: Mapping[str, int] = field(default_factory=dict)
    hands: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    moods: Mapping[str, int] = field(default_factory=dict)
    typing: int = 0
    block: str = ""
    hasty: tuple[str, ...] = ()


class CalledOff(Exception):
    """The doors were closed before they had opened."""


class Bridge:
    """Phones for one desk. Nothing here makes the desk wait."""

    def __init__(
        self,
        desk: Desk,
        activities: Mapping[str, Activity],
        *,
        epoch: str,
        devices: Mapping[str, str],
        ports: Sequence[int] = PORTS,
        address: str = "",
        more_hosts: Sequence[str] = (),
        patience: Patience = PATIENCE,
        most: int = MOST_PHONES,
        on_presence: Callable[[RoomPresence], None] = lambda _: None,
    ) -> None:
        """Join a desk to phones.

        `epoch` names the file as it is (another one after a restore), `devices` are the seats that are known
        (hash of a phone's token -> person), `ports` are tried in order, `address` is the facilitator's choice. The time
        that phones are told is the desk's.
        `most` is how many people may take a seat by phone where the convening says no number, 0 for any number.
        `on_presence` is called on a thread of the bridge.
        """
        self._desk, self._activities, self._on_presence = desk, activities, on_presence
        self._epoch, self._ports = epoch, tuple(ports)
        self._devices = dict(devices)
        self._more_hosts, self.address = tuple(more_hosts), address
        self._patience, self._most = patience, most
        self.presence = RoomPresence()
        self.port = 0
        self._ballots = OwnBallots(desk, self._wake_up)
        self._telling = Telling(activities, self._ballots.known, desk.wall)
        self._news, self._told = desk.news, desk.news
        self._held: dict[str, list[dict[str, Any]]] = {}
        self._child: Child | None = None
        self._hosts: tuple[str, ...] = ()
        self._ways: tuple[str, ...] = ()
        self._heard = 0.0
        self._wake, self._ready = threading.Event(), threading.Event()
        self._is_stopping = False
        self._beginning, self._ending = threading.Lock(), threading.Lock()
        self._thread = threading.Thread(target=self._run, name="phones", daemon=True)

    def start(self) -> int:
        """Open the doors; give the port once phones can come.

        Raises TimeoutError when no gateway comes up, and CalledOff when `stop` comes first.
        """
        with self._beginning:
            if not self._is_stopping:
                self._news = self._desk.listen(self.tell)
                self._thread.start()
        is_ready = self._is_stopping or self._ready.wait(READY_SECONDS)
        if self._is_stopping:
            raise CalledOff
        if not is_ready:
            self.stop()
            raise TimeoutError("the gateway did not start")
        return self.port

    def stop(self) -> None:
        """Close the doors, and wait until the gateway is gone; a start that is under way ends at once."""
        with self._ending:
            with self._beginning:
                self._is_stopping = True
            self._desk.leave(self.tell)
            self._wake.set()
            if self._thread.is_alive():
                self._thread.join()
            if self._child is not None:
                if not self._ready.is_set():
                    self._child.kill()  # it serves nobody yet, and would hear of its end only once it is up
                self._child.stop()
                self._child = None
            self._ready.set()

    def tell(self, news: News) -> None:
        """Take news of the desk, on the desk's thread: only noted here, told by the bridge's own thread."""
        for device, person in news.seated:
            if not person:
                self._devices.pop(device, None)
                self._down({"t": "device", "sha": device, "person": ""})
                continue
            self._devices[device] = person
            if (newcomer := self._telling.newcomer(news, person)) is not None:
                self._down(newcomer)
            self._down({"t": "device", "sha": device, "person": person})
            for answer in self._held.pop(device, ()):
                self._down(answer)
        self._ballots.changed(news.sealed)
        self._news = news
        self._wake.set()

    def lower_hand(self, person: str) -> None:
        """The facilitator has heard somebody: their hand goes down."""
        self._down({"t": "lower", "person": person})

    @property
    def gateway_pid(self) -> int:
        """The number of the gateway's process, 0 when there is none."""
        return self._child.pid if self._child is not None else 0

    @property
    def host(self) -> str:
        """The address phones are sent to."""
        return chosen(addresses(), self.address)

    @property
    def url(self) -> str:
        """The join address as the QR code says it."""
        return self.url_at(self.host)

    def url_at(self, host: str) -> str:
        """The join address by way of this host."""
        return join_url(host, self.port, self._code())

    @property
    def is_known_by_name(self) -> bool:
        """Whether this laptop is reached by more than its addresses, by the word of whoever opened the doors."""
        return bool(self._more_hosts)

    def _code(self) -> str:
        convening = next(iter(self._news.records[Convening].values()), None)
        return convening.code if convening is not None else ""

    def _down(self, line: Mapping[str, Any]) -> None:
        child = self._child
        if child is not None:
            child.say(line)

    def _wake_up(self) -> None:
        self._wake.set()

    def _run(self) -> None:
        pinged = looked = 0.0
        often = self._patience.silence / _PINGS
        while not self._is_stopping:
            now = time.monotonic()
            if self._child is None or not self._child.is_alive():
                self._start_child()
            elif self._ready.is_set() and now - self._heard > self._patience.silence:
                _log.warning("the gateway is silent: it is started anew")
                self._child.kill()
            if now - pinged > often:
                pinged = now
                self._down({"t": "ping", **moment(self._desk.wall)})
            if now - looked > _HOSTS_SECONDS:
                looked = now
                self._look_at_hosts()
            self._tell_now()
            self._wake.wait(often / 3)
            self._wake.clear()
            time.sleep(_REST_SECONDS)  # what comes meanwhile goes in the same line

    def _tell_now(self) -> None:
        news = self._news
        if news is not self._told or self._ballots.take_news():
            self._told = news
            for line in self._telling.next(news):
                self._down(line)

    def _start_child(self) -> None:
        if self._child is not None:
            if self._child.exit_status() == 2 and self.port:
                self._ports = (self.port, *PORTS)  # somebody took the port meanwhile: any is better than none
            self._child.stop(0.5)
        self._ready.clear()
        self._hosts, self._ways = self._all_hosts(), self._all_ways()
        ports = (self.port,) if self.port and self._ports[0] != self.port else self._ports
        self._heard = time.monotonic() + READY_SECONDS
        child = Child(command(ports), self._hear)
        news = self._told = self._news
        head = {
            "epoch": self._epoch,
            "code": self._code(),
            "hosts": self._hosts,
            "ways": self._ways,
            "devices": dict(self._devices),
            **moment(self._desk.wall),
            "patience": asdict(self._patience),
            "most": self._most,
            "presence": {"hands": self.presence.hands, "done": self.presence.done, "block": self.presence.block},
        }
        child.say(self._telling.start(news, head))
        self._child = child

    def _look_at_hosts(self) -> None:
        found = self._all_hosts(), self._all_ways()
        if found != (self._hosts, self._ways):
            self._hosts, self._ways = found
            self._down({"t": "hosts", "hosts": self._hosts, "ways": self._ways})

    def _all_hosts(self) -> tuple[str, ...]:
        # A Wi-Fi that hiccups has no address for a moment: what was ours stays ours, or phones would be turned away.
        return tuple(dict.fromkeys((*self._hosts, *hosts(addresses()), *self._more_hosts)))

    def _all_ways(self) -> tuple[str, ...]:
        """Under which names a phone may look for this laptop once the one it knows is silent."""
        return (*in_order(addresses(), self.address), *self._more_hosts, local_name())

    def _hear(self, child: Child, line: Mapping[str, Any]) -> None:
        if child is not self._child and line["t"] != "ready":
            return
        self._heard = time.monotonic()
        match line["t"]:
            case "wish":
                self._wish(line)
            case "presence":
                self._present(line)
            case "ready":
                self.port = line["port"]
                self._ready.set()
            case "end":
                self.presence = replace(self.presence, connected={}, typing=0)
                self._on_presence(self.presence)
                self._wake.set()

    def _present(self, line: Mapping[str, Any]) -> None:
        self.presence = RoomPresence(
            line["connected"], tuple(line["hands"]), tuple(line["done"]), line["moods"], line["typing"], line["block"],
            tuple(line["hasty"]),
        )  # fmt: skip
        # Who came, and not who is new: a page that was loaded again within a moment was never missed.
        self._ballots.came(dict.fromkeys(line["came"]))
        self._on_presence(self.presence)

    def _wish(self, line: Mapping[str, Any]) -> None:
        device = line["device"]
        try:
            wish, activity = read_wish(line, self._news.records, self._activities, has_seat=device in self._devices)
            self._refuse_muted(device, wish)
        except NoSeat:
            self._answer(line, 401, {"refusal": "device.no_seat"})
        except Refusal as refusal:
            known = self._desk.first_answer(line["id"], device)
            known.add_done_callback(partial(self._refuse_anew, line, refusal))
        else:
            future = self._desk.say(wish, role=Role.PARTICIPANT, device=device, activity=activity, id=line["id"])
            future.add_done_callback(lambda done: self._answered(line, done))

    def _refuse_muted(self, device: str, wish: Wish) -> None:
        """A hushed phone may not be read; nobody takes a vote away with it. Raises Refusal person.muted."""
        is_muted = self._devices.get(device) in self._news.records[Muted]
        if is_muted and not isinstance(wish, CastBallot | Rejoin | ChooseLanguage | Leave):
            raise Refusal("person.muted")

    def _answered(self, line: Mapping[str, Any], done: Future[Receipt]) -> None:
        error = done.exception()
        if error is None:
            self._answer(line, 200, {"seq": done.result().seq})
        elif isinstance(error, Refusal):
            self._refuse(line, error)
        elif isinstance(error, NotSaved):
            self._answer(line, 503, {"refusal": "not_saved"})
        else:
            self._refuse(line, Refusal("wish.failed"))

    def _refuse_anew(self, line: Mapping[str, Any], now: Refusal, done: Future[int | Refusal | None]) -> None:
        """Refuse what the room does not take now; of what it took before only the answer was lost: it is said again."""
        known = done.result() if done.exception() is None else None
        if isinstance(known, int):
            self._answer(line, 200, {"seq": known})
        else:
            self._refuse(line, known or now)

    def _refuse(self, line: Mapping[str, Any], refusal: Refusal) -> None:
        with speaking(line.get("language", ""), PHONES):
            self._answer(line, 409, {"refusal": refusal.code, "text": sentence(refusal)})

    def _answer(self, line: Mapping[str, Any], status: int, body: Mapping[str, Any]) -> None:
        answer = {"t": "ack", "id": line["id"], "device": line["device"], "status": status, "body": body}
        is_new_seat = status == 200 and line["wish"] in ("join", "rejoin") and line["device"] not in self._devices
        if is_new_seat:  # the gateway learns whose phone it is, before the phone learns that it has a seat
            self._held.setdefault(line["device"], []).append(answer)
        else:
            self._down(answer)
