"""Toy or real, as far as phones go. Source: practice, section 17."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Page, expect

from facilitator.activities.ideation_board.rules import AddIdeas, ShowArriving
from facilitator.app import house
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.ballots import OpenRound, Turnout
from facilitator.convening.hlc import wall_ms
from facilitator.convening.ids import BlockId, PersonId
from facilitator.convening.notes import WriteNote
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.convening.timebox import Timebox
from facilitator.phones.streams import json_bytes
from tests.phones.network import needs_networks
from tests.phones.room import CODE, HOST_NAME, Phone, Room


@needs_networks
def test_check_1_a_convening_runs_and_is_given_out_with_the_network_off(data_folder: Path, tmp_path: Path) -> None:
    """Check 1. In a network that has nothing but this machine, by a user who was never here."""
    script = f"""
ip link set lo up
set -e
"{sys.executable}" -m facilitator rehearse --people 6 --ideas 8 --out {tmp_path}
test -z "$(ip -4 -o addr show scope global)"
"""
    ran = subprocess.run(["unshare", "-n", "sh", "-c", script], capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "summary.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "convening.convene").stat().st_size > 0


def test_check_2_killed_during_a_vote_dots_and_clock_are_right_on_the_phone(
    data_folder: Path, browser: Browser
) -> None:
    """Check 2. kill -9 while dots are given: opened again, the phone that stayed has its dots, and the time is right."""
    command = [sys.executable, "-m", "tests.phones.voting", str(data_folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as room:
        assert room.stdout is not None
        port = int(room.stdout.readline())
        gateways = psutil.Process(room.pid).children()
        page = browser.new_context(base_url=f"http://{HOST_NAME}:{port}").new_page()
        page.goto(f"/j/{CODE}")
        page.click("#nameless")
        for _ in range(2):
            page.get_by_role("button", name="Give a dot: One").click()
        expect(page.locator("#saved")).to_have_text("saved as you tap")
        room.kill()
    psutil.wait_procs(gateways, 10)
    page.get_by_role("button", name="Give a dot: Two").click()
    expect(page.locator("#link")).to_contain_text("Waiting for Wi-Fi")

    workspace = house.open_workspace(data_folder)
    again = house.Room(workspace, "convening-1")
    try:
        again.open_doors(house.Doors(ports=(port,), more_hosts=(HOST_NAME,)))
        expect(page.locator("#link")).to_contain_text("Connected", timeout=20_000)
        expect(page.locator("#saved")).to_have_text("saved as you tap", timeout=20_000)
        expect(page.locator("#count")).to_have_text("No dots left")
        records = again.desk.news.records
        assert [(turn.ballots, turn.dots) for turn in records[Turnout].values()] == [(1, 3)]
        box = next(box for box in records[Timebox].values() if box.is_running)
        most, shown, least = box.left(wall_ms()), _shown_ms(page), box.left(wall_ms())
        # Asking the page takes a while, in which the time runs; the phone shows whole seconds.
        assert least - 2000 <= shown <= most + 2000
    finally:
        page.context.close()
        again.close()
        workspace.close()


def test_check_2_a_phone_with_nothing_to_send_is_back_by_itself_within_seconds(
    room: Room, screen: Callable[..., Page]
) -> None:
    """Check 2. The gateway is killed under a phone that nobody touches: it is back long before its watchdog wakes."""
    room.start("plain", "Pair up")
    page = screen()
    page.goto(f"/j/{CODE}")
    page.click("#nameless")
    expect(page.locator("#prompt")).to_have_text("Pair up")
    expect(page.locator("#link")).to_contain_text("Connected")

    os.kill(room.bridge.gateway_pid, signal.SIGKILL)
    room.start("plain", "Look at each other")

    expect(page.locator("#prompt")).to_have_text("Look at each other", timeout=15_000)
    expect(page.locator("#link")).to_contain_text("Connected")


def test_check_4_no_note_contact_total_or_next_block_reaches_a_phone(room: Room, phone: Callable[[], Phone]) -> None:
    """Check 4. Every byte that phones are sent, on a board and in an open vote: nothing private is in it."""
    key = PersonId("rosa")
    room.tell(AddPerson(Person(key, "Rosa Quispe"), Contact(key, "rosa@private.example", "+254 700 123")))
    room.tell(AddBlock(Block(BlockId(""), "Surprise for the closing", "plain", "Nobody knows yet")))
    board = room.start("ideation_board", "What would help?")
    room.tell(WriteNote(board, "Watch out for the donor"))
    voter, other = phone().join("Wambui"), phone().join("Otieno")
    heard = bytearray()
    with other.listening() as stream:
        voter.say("ideation_board", "add_idea", text="Hidden until the reveal")
        added = room.tell(AddIdeas(("One", "Two")), board)
        room.tell(ShowArriving(), board)
        vote = room.start("dot_vote", "Where first?")
        round_ = f"{room.tell(OpenRound((f'{added.id}.1', f'{added.id}.2'), 3, 2), vote).id}.1"
        voter.say("dot_vote", "cast_ballot", round=round_, number=1, choice=[f"{added.id}.1"] * 2)
        closing = room.start("plain", "Look at each other")
        for name, said in stream:
            heard += name.encode() + json_bytes(said)
            if name == "page" and said["public"]["room"]["block"] == closing:
                break
    heard += other.ask("GET", "/state").body + other.ask("GET", "/").body

    private = (
        "private.example",
        "254 700",
        "Watch out",
        "Surprise",
        "Nobody knows",
        "Hidden until",
        '"dots":2',
        "Rosa",
    )
    assert [words for words in private if words.encode() in heard] == []


def _shown_ms(page: Page) -> int:
    minutes, seconds = (page.locator("#clock").text_content() or "").split(":")
    return (int(minutes) * 60 + int(seconds)) * 1000
