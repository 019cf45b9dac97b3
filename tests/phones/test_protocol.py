"""Whatever is asked, the answer is one that the description of the protocol names, in the shape it gives."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from facilitator.desk.desk import new_wish_id
from tests.phones.described import PROTOCOL, faults, schema
from tests.phones.room import CODE, Phone, Reply, Room

SAME_ROOM = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
WISHES = ("join", "rejoin", "choose_language", "done", "raise_hand", "mood", "typing", "add_idea", "edit_idea",
          "remove_idea", "cast_ballot", "leave", "go_live", "reveal_board", "mute_person", "take_seat")  # fmt: skip
JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=30),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
FIELDS = some.dictionaries(
    some.sampled_from(("text", "name", "word", "mood", "is_on", "card", "round", "number", "choice", "consents")) | some.text(max_size=6),
    JSON, max_size=5,
)  # fmt: skip
READABLE = some.fixed_dictionaries({
    "id": some.builds(new_wish_id),
    "activity": some.sampled_from(("room", "ideation_board", "dot_vote", "plain", "nobody")),
    "wish": some.sampled_from(WISHES),
    "with": FIELDS | JSON,
}, optional={"block": JSON, "more": JSON})  # fmt: skip
POSTINGS = READABLE | JSON | some.fixed_dictionaries({
    "id": some.builds(new_wish_id) | some.text(max_size=40),
    "activity": some.text(max_size=10), "wish": some.text(max_size=10), "with": FIELDS,
})  # fmt: skip


def judge(reply: Reply, method: str, path: str) -> None:
    """Hold an answer against what the description says of this path."""
    answers: Mapping[str, Any] = PROTOCOL["paths"][path][method]["responses"]
    assert str(reply.status) in answers, (reply.status, reply.body[:200])
    described = answers[str(reply.status)]
    kind = reply.headers.get("content-type", "").split(";")[0]
    kinds = described.get("content", {})
    assert not kinds or kind in kinds, kind
    if "schema" in kinds.get(kind, {}):
        assert faults(reply.json, kinds[kind]["schema"]) == []


@SAME_ROOM
@example({"id": new_wish_id(), "activity": "room", "wish": "typing", "with": ["no fields"]})
@given(posting=POSTINGS)
def test_any_posting_is_answered_as_described(room: Room, posting: Any) -> None:
    """Fault 37. Whatever a phone posts, joined or not, the answer is a plain one, and never an error of ours."""
    body = json.dumps(posting).encode()
    stranger, joined = Phone(room.bridge.port).come_in(), Phone(room.bridge.port).join()

    for phone in (stranger, joined):
        judge(phone.ask("POST", "/say", body, Content_Type="application/json"), "post", "/say")


@SAME_ROOM
@given(body=some.binary(max_size=200), kind=some.sampled_from(("application/json", "text/plain", "")))
def test_bytes_that_are_no_posting_are_answered_as_described(room: Room, body: bytes, kind: str) -> None:
    phone = Phone(room.bridge.port).come_in()

    judge(phone.ask("POST", "/say", body, Content_Type=kind), "post", "/say")


@SAME_ROOM
@example(code="/", after="", epoch="")
@given(code=some.text(max_size=20), after=some.text(max_size=20), epoch=some.text(max_size=20))
def test_any_code_name_and_cursor_is_answered_as_described(room: Room, code: str, after: str, epoch: str) -> None:
    phone = Phone(room.bridge.port)
    said = quote(code.encode("utf-8", "replace"), safe="")

    judge(Phone(room.bridge.port).ask("GET", f"/j?code={said}"), "get", "/j")
    if said.strip("."):
        judge(Phone(room.bridge.port).ask("GET", f"/j/{said}"), "get", "/j/{code}")
        judge(phone.ask("GET", f"/static/{said}"), "get", "/static/{name}")
    judge(phone.ask("GET", "/state"), "get", "/state")
    phone.come_in()
    judge(phone.ask("GET", "/state"), "get", "/state")
    cursor = "&".join(
        f"{name}={quote(text.encode('utf-8', 'replace'), safe='')}"
        for name, text in (("after", after), ("epoch", epoch))
    )
    with phone.listening(cursor) as stream:
        first, second = next(stream), next(stream)
    assert first[0] in ("page", "ping")
    assert faults(first[1], schema("Page" if first[0] == "page" else "Ping")) == []
    assert second[0] == "mine"
    assert faults(second[1], schema("Mine")) == []


def test_every_path_and_answer_of_the_description_is_true(room: Room, phone: Callable[[], Phone]) -> None:
    """The way of one phone, as somebody who writes another client would walk it by the description alone."""
    one = phone()
    judge(one.ask("GET", "/"), "get", "/")
    judge(one.ask("GET", "/state"), "get", "/state")
    judge(one.ask("GET", f"/j/{CODE}"), "get", "/j/{code}")
    judge(one.say("room", "join", name="Wambui"), "post", "/say")
    judge(one.ask("GET", "/state"), "get", "/state")
    judge(one.ask("POST", "/say", b"{}", Content_Type="text/plain"), "post", "/say")
    judge(one.ask("POST", "/say", b"x" * 20_000, Content_Type="application/json"), "post", "/say")
    judge(one.ask("GET", "/", Host="elsewhere.test"), "get", "/")
    posting = {"id": new_wish_id(), "activity": "room", "wish": "typing", "with": {}}
    assert faults(posting, schema("Posting")) == []
    assert faults({**posting, "id": "1"}, schema("Posting"))
