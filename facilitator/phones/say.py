"""POST /say: what a phone wishes, checked for shape, size and pace before the desk hears of it."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Mapping
from typing import Any

from starlette.types import Receive, Scope, Send

from facilitator.convening.ids import ROOM
from facilitator.convening.words import Refusal
from facilitator.i18n import PHONES, speaking
from facilitator.kit.web.form import cleaned
from facilitator.phones.admission import Bucket, is_own_origin
from facilitator.phones.gate import Answer, Gate
from facilitator.phones.presence import MOODS
from facilitator.phones.refusals import sentence
from facilitator.phones.streams import json_bytes

MOST_BYTES = 16_384
_ID = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?7[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
_PRESENCE = ("raise_hand", "mood", "typing", "done")


class Saying:
    """Answers postings. One device may post twelve at once, then one a second, wherever it comes from."""

    def __init__(self, gate: Gate) -> None:
        """Pass wishes to the gate."""
        self._gate = gate
        self._pace = Bucket(12, 1.0)
        self._words = Bucket(10, 10 / 60)
        # A new cookie costs nothing, so wrong words are counted for the room as a whole too.
        self._wrong_words = Bucket(60, 0.5)

    async def __call__(self, device: str, language: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one posting; `device` is "" when it did not come with the code."""
        answer = await self._answer(device, language, scope, receive)
        body = json_bytes(answer.body)
        headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
        headers.append((b"content-length", str(len(body)).encode()))
        if answer.status == 429:
            headers.append((b"retry-after", b"1"))
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, device: str, language: str, scope: Scope, receive: Receive) -> Answer:
        if (refused := self._at_the_door(device, scope)) is not None:
            return refused
        try:
            posted = json.loads(await asyncio.wait_for(_body(receive), self._gate.patience.body))
        except (ValueError, RecursionError, TimeoutError):
            return Answer(400, {"refusal": "form.unreadable"})
        try:
            wish = _wish(posted)
        except Refusal as refusal:
            status = 409 if refusal.code == "text.too_long" else 400
            with speaking(language, PHONES):
                return Answer(status, {"refusal": refusal.code, "text": sentence(refusal)})
        return await self._meant(device, {**wish, "language": language})

    def _at_the_door(self, device: str, scope: Scope) -> Answer | None:
        headers = dict(scope["headers"])
        if not is_own_origin(scope["headers"]):
            return Answer(403, {"refusal": "origin.foreign"})
        kind = headers.get(b"content-type", b"").split(b";")[0].strip().lower()
        if kind != b"application/json":
            return Answer(415, {"refusal": "form.not_json"})
        length = headers.get(b"content-length", b"")
        if not length.isdigit() or len(length) > 12 or int(length) > MOST_BYTES:
            self._gate.refused(device)
            return Answer(413, {"refusal": "form.too_large"})
        if not device:
            return Answer(401, {"refusal": "device.unknown"})
        if not self._pace.take(device):
            self._gate.refused(device)
            return Answer(429, {"refusal": "device.too_fast"})
        return None

    async def _meant(self, device: str, wish: Mapping[str, Any]) -> Answer:
        if wish["activity"] != ROOM:
            return await self._gate.ask(device, wish)
        if wish["wish"] in _PRESENCE:
            return self._shown(device, wish["wish"], wish["with"])
        if wish["wish"] == "rejoin":
            return await self._back(device, wish)
        if wish["wish"] == "join" and not self._gate.seat_of(device) and self._gate.is_full():
            with speaking(str(wish["language"]), PHONES):
                full = Refusal("room.full", most=self._gate.most)
                return Answer(409, {"refusal": full.code, "text": sentence(full)})
        return await self._gate.ask(device, wish)

    async def _back(self, device: str, wish: Mapping[str, Any]) -> Answer:
        """Take a seat again by its word: ten tries a device, and so many wrong ones for all of them."""
        if self._wrong_words.is_empty(ROOM) or not self._words.take(device):
            return Answer(429, {"refusal": "device.too_fast"})
        answer = await self._gate.ask(device, wish)
        if answer.status == 409:
            self._wrong_words.take(ROOM)
        return answer

    def _shown(self, device: str, name: str, fields: Mapping[str, Any]) -> Answer:
        person, presence = self._gate.seat_of(device), self._gate.presence
        if not person:
            return Answer(401, {"refusal": "device.no_seat"})
        is_off = fields.get("is_on", True) is False
        match name:
            case "raise_hand" if is_off:
                self._gate.lower_hand(person)
            case "raise_hand":
                presence.raise_hand(person)
            case "done" if is_off:
                presence.go_on(person)
            case "done":
                presence.finish(person)
            case "typing":
                presence.type(person)
                self._gate.tell_presence()
                return Answer(200, {"seq": self._gate.mirror.seq})
            case _:
                mood = fields.get("mood", "")
                presence.feel(person, mood if mood in MOODS else "")
        self._gate.show_presence(person)
        return Answer(200, {"seq": self._gate.mirror.seq})


async def _body(receive: Receive) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ValueError("the phone went away")
        body += message.get("body", b"")
        if not message.get("more_body", False):
            return bytes(body)


def _wish(posted: Any) -> Mapping[str, Any]:
    """Check the shape of a posting. Raises Refusal: form.unreadable, text.too_long."""
    if not isinstance(posted, dict):
        raise Refusal("form.unreadable")
    names = {name: posted.get(name, "") for name in ("id", "activity", "wish", "block")}
    if not all(isinstance(value, str) for value in names.values()) or len(names["block"]) > 100:
        raise Refusal("form.unreadable")
    if not (_ID.fullmatch(names["id"]) and _NAME.fullmatch(names["activity"]) and _NAME.fullmatch(names["wish"])):
        raise Refusal("form.unreadable")
    return {**names, "with": cleaned(posted.get("with", {}))}
