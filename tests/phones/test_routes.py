"""What phones may ask for, and who is let through."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

import pytest

from tests.phones.room import CODE, Phone


def test_the_code_in_any_case_sets_a_cookie_and_leads_to_the_page(phone: Callable[[], Phone]) -> None:
    for path in (f"/j/{CODE.lower()}", f"/J/{CODE}"):
        reply = phone().ask("GET", path)

        assert (reply.status, reply.headers["location"]) == (303, "/")
        assert re.search(r"HttpOnly.*SameSite=lax", reply.headers["set-cookie"], re.IGNORECASE)
        assert "secure" not in reply.headers["set-cookie"].lower()


def test_without_the_code_the_page_shows_a_field_for_it(phone: Callable[[], Phone]) -> None:
    reply = phone().ask("GET", "/")

    assert reply.status == 200
    assert b'name="code"' in reply.body


def test_a_typed_code_opens_too(phone: Callable[[], Phone]) -> None:
    assert phone().ask("GET", f"/j?code={CODE[:4]}+{CODE[4:]}").status == 303


def test_without_the_code_nothing_of_the_room_is_told(phone: Callable[[], Phone]) -> None:
    stranger = phone()

    assert stranger.ask("GET", "/state").status == 401
    assert stranger.ask("GET", "/events").status == 401
    assert stranger.say("room", "join").status == 401


def test_ten_wrong_codes_lock_out_that_device_and_no_other(phone: Callable[[], Phone]) -> None:
    """Fault 38. Only the phone that guesses codes is locked out."""
    guessing, honest = phone(), phone()

    statuses = [guessing.ask("GET", f"/j/WRONG00{number}").status for number in range(12)]

    assert statuses.count(404) >= 10
    assert statuses[-1] == 429
    assert guessing.ask("GET", f"/j/{CODE}").status == 429
    assert honest.ask("GET", f"/j/{CODE}").status == 303


def test_a_foreign_host_is_turned_away(phone: Callable[[], Phone]) -> None:
    """Fault 38. A name that was bound to our address from elsewhere is turned away."""
    assert phone().ask("GET", "/", Host="evil.test").status == 421


def test_the_page_is_packed_and_its_files_are_there_to_stay(phone: Callable[[], Phone]) -> None:
    inside = phone().come_in()

    page = inside.ask("GET", "/", Accept_Encoding="gzip")
    files = re.findall(rb'"/(static/[a-z0-9.-]+)"', gzip.decompress(page.body))
    replies = [inside.ask("GET", f"/{name.decode()}", Accept_Encoding="gzip") for name in files]

    assert len(files) == 2
    assert all(reply.status == 200 and "immutable" in reply.headers["cache-control"] for reply in replies)
    assert len(page.body) + sum(len(reply.body) for reply in replies) <= 15_000


def test_everything_says_who_may_frame_it_and_what_it_may_load(phone: Callable[[], Phone]) -> None:
    for path in ("/", "/static/none", "/state"):
        headers = phone().ask("GET", path).headers

        assert "script-src 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "DENY"


def test_the_state_is_the_page_as_json(phone: Callable[[], Phone]) -> None:
    state = phone().come_in().ask("GET", "/state").json

    assert set(state) == {"epoch", "seq", "activity", "public", "clock"}
    assert set(state["clock"]) == {"left_ms", "running", "sent_ms"}
    assert state["public"]["room"]["title"] == "Clean Water by 2035"


def test_a_phone_that_uses_the_link_again_keeps_its_seat(phone: Callable[[], Phone]) -> None:
    joined = phone().join("Wambui")
    before = joined.cookie

    joined.come_in()

    assert joined.cookie == before


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_first_load_is_at_most_fifteen_kilobytes_in_each_language(
    phone: Callable[[], Phone], language: str
) -> None:
    joining = phone().come_in()
    page = joining.ask("GET", "/", Accept_Encoding="gzip", Accept_Language=language)
    named = re.findall(rb'(?:href|src)="(/static/[^"]+\.(?:css|js))"', gzip.decompress(page.body))

    files = [joining.ask("GET", name.decode(), Accept_Encoding="gzip") for name in named]

    assert len(files) == 2
    assert {one.headers.get("content-encoding") for one in (page, *files)} == {"gzip"}
    assert sum(len(one.body) for one in (page, *files)) <= 15_000
