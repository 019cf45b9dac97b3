"""The description of the protocol, walked by a tool that knows neither our code nor our tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.phones.described import PROTOCOL
from tests.phones.room import HOST_NAME, Phone, Room

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
# The stream never ends, so a tool that waits for whole answers has nothing to ask of it.
DESCRIBED = schemathesis.openapi.from_dict(dict(PROTOCOL)).exclude(path="/events")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """One room for all of it: what came before must not matter to what is asked next."""
    room = Room(Path(tmp_path_factory.mktemp("served")))
    room.open()
    room.start("ideation_board", "What would help?")
    yield room
    room.close()


@DESCRIBED.parametrize()
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_request_to_a_described_way_is_answered_as_described(case: schemathesis.Case[Any], served: Room) -> None:
    """Fault 37. Requests made from the description, well-formed or not, from a stranger and from somebody in the room."""
    url = f"http://127.0.0.1:{served.bridge.port}"
    host = {"Host": f"{HOST_NAME}:{served.bridge.port}"}

    for cookie in ({}, {"Cookie": Phone(served.bridge.port).come_in().cookie}):
        case.call_and_validate(base_url=url, headers={**host, **cookie}, checks=CHECKS, allow_redirects=False)
