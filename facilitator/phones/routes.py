"""What phones may ask for, and who is let through to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from facilitator.i18n import PHONES, _, speaking
from facilitator.phones.admission import (
    COOKIE,
    Bucket,
    cookie_value,
    device_of,
    host_of,
    is_proven,
    is_same_code,
    new_token,
    token_in,
    unproven_value,
)
from facilitator.phones.events import events
from facilitator.phones.gate import Gate
from facilitator.phones.page import Pages
from facilitator.phones.say import Saying
from facilitator.phones.streams import json_bytes

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = [
    ("content-security-policy", _POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
]
"""Sent with everything."""

_WEEKS = 14 * 24 * 3600
_NO_STORE = {"cache-control": "no-store"}
_FOR_EVER = {"cache-control": "public, max-age=31536000, immutable"}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: the device's secret and its name, and whether it came with the code or has a seat."""

    token: str
    device: str
    is_in: bool


class Door:
    """The whole application: hosts first, then the two paths that are hot, then everything else."""

    def __init__(self, gate: Gate, pages: Pages) -> None:
        """Serve one room."""
        self._gate, self._pages = gate, pages
        self._say = Saying(gate)
        self._wrong = Bucket(10, 10 / 60)
        rest = Starlette(
            routes=[
                Route("/", self._page),
                Route("/j", self._typed_code),
                Route("/j/{code}", self._code),
                Route("/state", self._state),
                Route("/static/{name:path}", self._static),
            ]
        )
        # A code that ends in a slash is a wrong code, and no other way to write the page of codes.
        rest.router.redirect_slashes = False
        self._rest: ASGIApp = rest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        headers = dict(scope["headers"])
        if host_of(headers.get(b"host", b"").decode("latin-1")) not in self._gate.mirror.hosts:
            with speaking(self._pages.language_of(Request(scope)), PHONES):
                elsewhere = PlainTextResponse(_("This is not the address of this room."), 421)
            await elsewhere(scope, receive, send)
            return
        # A QR code in capitals is smaller, so the way in may be written /J/.
        path = scope["path"]
        if path[:3].lower() == "/j/":
            scope["path"] = "/j/" + path[3:]
        match scope["method"], path:
            case "POST", "/say":
                request = Request(scope)
                visitor = self._visitor(request)
                device = visitor.device if visitor.is_in else ""
                await self._say(device, self._pages.language_of(request), scope, receive, send)
            case "GET", "/events":
                del headers
                await self._events(scope, receive, send)
            case _:
                await self._rest(scope, receive, send)

    async def _events(self, scope: Scope, receive: Receive, send: Send) -> None:
        visitor = self._visitor(Request(scope))
        if not visitor.is_in:
            await _refused("device.unknown", 401)(scope, receive, send)
        elif scope["http_version"] == "1.0":
            await _refused("http.too_old", 505)(scope, receive, send)
        else:
            await events(self._gate, visitor.device, scope, receive, send)

    def _visitor(self, request: Request) -> Visitor:
        cookie = request.cookies.get(COOKIE, "")
        token = token_in(cookie)
        if not token:
            return Visitor("", "", is_in=False)
        device = device_of(token)
        return Visitor(token, device, device in self._gate.mirror.seats or is_proven(cookie, self._gate.mirror.code))

    async def _page(self, request: Request) -> Response:
        if not self._visitor(request).is_in:
            return Response(self._pages.door(request, ""), 200, _NO_STORE, "text/html")
        plain, packed = self._pages.room(request)
        return _packed(request, plain, packed, "text/html; charset=utf-8", {**_NO_STORE, "vary": "cookie"})

    async def _typed_code(self, request: Request) -> Response:
        return self._admit(request, request.query_params.get("code", ""))

    async def _code(self, request: Request) -> Response:
        return self._admit(request, request.path_params["code"])

    def _admit(self, request: Request, typed: str) -> Response:
        """Let a device in that has the code. Too many wrong ones lock out that device, and nobody else."""
        visitor, gate = self._visitor(request), self._gate
        # A device without a cookie cannot be told from its neighbours: a right code always opens for it.
        asking = visitor.device or f"{request.client.host if request.client else ''} without a cookie"
        is_right = is_same_code(typed, gate.mirror.code)
        if not (is_right and not visitor.device) and self._wrong.is_empty(asking):
            return Response(self._pages.door(request, "too_often"), 429, _NO_STORE, "text/html")
        if is_right:
            token = visitor.token if visitor.is_in else new_token()
            response: Response = RedirectResponse("/", 303, _NO_STORE)
            _set_cookie(response, cookie_value(token, gate.mirror.code))
            return response
        self._wrong.take(asking)
        response = Response(self._pages.door(request, "wrong"), 404, _NO_STORE, "text/html")
        if not visitor.token:
            _set_cookie(response, unproven_value(new_token()))
        return response

    async def _state(self, request: Request) -> Response:
        if not self._visitor(request).is_in:
            return _refused("device.unknown", 401)
        plain, packed = self._gate.streams.state()
        return _packed(request, plain, packed, "application/json", _NO_STORE)

    async def _static(self, request: Request) -> Response:
        asset = self._pages.assets.get(request.path_params["name"])
        if asset is None:
            return PlainTextResponse("There is nothing here.", 404)
        return _packed(request, asset.plain, asset.packed, asset.kind, _FOR_EVER)


def _set_cookie(response: Response, value: str) -> None:
    # Strict would leave it out on the way from the code to the page, for whoever follows a link from another page, or
    # from this laptop's other address. With lax it travels on that way only: what changes something is still our own.
    response.set_cookie(COOKIE, value, max_age=_WEEKS, path="/", httponly=True, samesite="lax")


def _refused(code: str, status: int) -> Response:
    return Response(json_bytes({"refusal": code}), status, _NO_STORE, "application/json")


def _packed(request: Request, plain: bytes, packed: bytes, kind: str, headers: Mapping[str, str]) -> Response:
    if packed and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(packed, 200, {**headers, "content-encoding": "gzip"}, kind)
    return Response(plain, 200, dict(headers), kind)
