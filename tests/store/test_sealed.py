"""Sealed ballots: nothing on the disk joins a person to a choice, and after the reveal nothing ever can."""

from __future__ import annotations

import json
import shutil
import sqlite3
import stat
from pathlib import Path

import pytest

from facilitator.activities.dot_vote.rules import ranking
from facilitator.convening.ballots import (
    CLOSED,
    INTERRUPTED,
    OPEN,
    REVEALED,
    CastBallot,
    CloseRound,
    OpenRound,
    Progress,
    RevealedBallot,
    RevealRound,
    Round,
    Turnout,
)
from facilitator.convening.gathering import Convening, CreateConvening
from facilitator.convening.ids import BlockId, CardId, ConveningId, PersonId, RoundId
from facilitator.convening.people import Person, RemovePerson
from facilitator.convening.undo import UndoLast
from facilitator.convening.words import Seal
from facilitator.store.opening import open_reader
from facilitator.store.reading import facts
from facilitator.store.sealed import SealedBallots
from facilitator.store.workspace import Workspace
from tests.convening.given import AMINA, PEOPLE, TOMAS, refused
from tests.desk.laptop import empty_file
from tests.desk.room import STREAM, OpenDesk, opened


def keys(folder: Path) -> list[Path]:
    seals = folder / "seals"
    return sorted(seals.iterdir()) if seals.is_dir() else []


def disk(folder: Path) -> bytes:
    """Every byte of the workspace: the file and its journal."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("workspace.db*")) if not path.name.endswith("shm"))


def count(workspace: Workspace, question: str, *values: str) -> int:
    return int(workspace.connection.execute(question, values).fetchone()[0])


def ask(room: OpenDesk, question: str, *values: str) -> int:
    return room.desk.errand(lambda open_: count(open_, question, *values)).result(20)


def reveal(room: OpenDesk, vote: BlockId, round_: RoundId) -> None:
    room.close_vote(vote, round_)
    room.tell(RevealRound(round_), vote)


def test_a_key_is_not_kept_in_a_folder_that_was_taken_away(tmp_path: Path) -> None:
    """Fault 13. A round whose key would lie where nobody looks for it does not open."""
    away = tmp_path / "away"
    sealed = SealedBallots(sqlite3.connect(":memory:"), away / "seals")

    with pytest.raises(FileNotFoundError):
        sealed.new_key("round")

    assert not away.exists()


def test_the_key_of_a_round_is_a_file_for_its_owner_only(data_folder: Path) -> None:
    with opened(data_folder) as room:
        room.open_vote()

        (key,) = keys(data_folder)
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
        assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700
        assert len(key.read_bytes()) == 32


def test_while_a_round_is_open_no_row_and_no_fact_joins_a_person_to_a_choice(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        before = room.desk.news.seq
        room.vote_all(vote, round_, [(cards[0], cards[0]), (cards[1],), (cards[2],)])

        assert room.desk.news.seq == before
        tags = room.desk.errand(lambda open_: open_.connection.execute("select tag from ballot").fetchall()).result(20)
        receipts = room.desk.errand(
            lambda open_: open_.connection.execute("select * from receipt where round = ?", (round_,)).fetchall()
        ).result(20)
        assert len(tags) == len(receipts) == 3
        for row in receipts:
            assert not any(card in str(row) for card in cards)
            assert not any(tag in str(row) for (tag,) in tags)
        for fact in room.desk.errand(lambda open_: list(facts(open_.connection, STREAM))).result(20):
            assert not any(tag in str(fact) for (tag,) in tags)
        choice = json.dumps([cards[0], cards[0]]).encode()
        for found in (data_folder / name for name in ("workspace.db", "workspace.db-wal")):
            for at in places(found.read_bytes(), choice):
                around = found.read_bytes()[max(0, at - 110) : at + len(choice) + 20]
                assert not any(str(person.id).encode() in around for person in PEOPLE)


def places(text: bytes, wanted: bytes) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(wanted, at)]


def test_before_the_reveal_records_tell_how_many_have_voted_and_never_for_what(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        told: list[str] = []
        room.desk.listen(lambda news: told.append(str([dict(news.records.table(name)) for name in news.records.kinds])))

        room.vote_all(vote, round_, [(cards[0], cards[0]), (cards[1],)])

        assert room.desk.news.records[Turnout][round_] == Turnout(round_, ballots=2, done=0, dots=3)
        assert {p.person: p.dots for p in room.desk.news.records[Progress].values()} == {AMINA: 2, TOMAS: 1}
        assert not room.desk.news.records[RevealedBallot]
        assert not ranking(room.desk.news.records, room.desk.news.records[Round][round_])
        for text in told:
            assert text.count(cards[0]) == text.count(cards[1]) == text.count(cards[2])


def test_after_the_reveal_key_ballots_receipts_and_journal_are_gone(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        room.vote_all(vote, round_, [(cards[0], cards[0]), (cards[1],), (cards[2],)])
        with refused("ballot.too_many_dots"):
            room.hear(CastBallot(round_, 2, (*cards, cards[0])), "phone0", vote)
        room.hear(CastBallot(round_, 1, ()), "phone1", vote)
        tags = room.desk.errand(lambda open_: open_.connection.execute("select tag from ballot").fetchall()).result(20)

        reveal(room, vote, round_)

        assert not keys(data_folder)
        assert (data_folder / "workspace.db-wal").stat().st_size == 0
        assert not ask(room, "select count(*) from ballot")
        assert not ask(room, "select count(*) from receipt where round = ?", round_)
        assert not ask(room, "select count(*) from receipt where by in ('amina', 'tomas', 'wei')")
        left = disk(data_folder)
        assert not any(tag.encode() in left for (tag,) in tags)
        assert not room.desk.news.records[Progress]
        assert not room.desk.news.records[Turnout]


def test_the_revealed_fact_has_neither_names_nor_times_and_swapping_two_voters_changes_nothing(
    data_folder: Path, tmp_path: Path
) -> None:
    told = []
    for folder, order in ((data_folder, (0, 1, 2)), (tmp_path, (1, 0, 2))):
        with opened(folder) as room:
            vote, round_, cards = room.open_vote()
            choices = [(cards[0], cards[0]), (cards[1],), (cards[2], cards[0])]
            room.vote_all(vote, round_, [choices[at] for at in order])
            reveal(room, vote, round_)

            (fact,) = [
                fact
                for fact in room.desk.errand(lambda open_: list(facts(open_.connection, STREAM))).result(20)
                if fact.kind == "round.revealed"
            ]
            assert not any(person.id in str(fact.changes) for person in PEOPLE)
            names = {name for change in fact.changes if change.table == "revealed_ballot" for name in change.set}
            assert names == {"round", "choice", "here", "gone"}
            told.append(sorted(tuple(cards.index(CardId(c)) for c in b.choice) for b in revealed_in(room)))

    assert told[0] == told[1] == [(0, 0), (1,), (2, 0)]


def revealed_in(room: OpenDesk) -> list[RevealedBallot]:
    return list(room.desk.news.records[RevealedBallot].values())


def test_ballots_are_revealed_in_an_order_that_betrays_nothing(data_folder: Path) -> None:
    orders = set()
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote(6)
        for turn in range(8):
            room.vote_all(vote, round_, [(cards[0],), (cards[1],), (cards[2],), (cards[0],) * 2, (cards[1],) * 2, ()])
            reveal(room, vote, round_)
            orders.add(tuple(b.choice for b in revealed_in(room) if b.round == round_))
            assert len(revealed_in(room)) == 5 * (turn + 1)
            round_ = RoundId(room.tell(OpenRound(tuple(cards), 3, 2), vote))

    assert len(orders) > 1


def test_a_closed_round_can_be_opened_again_and_a_revealed_one_cannot(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        room.vote_all(vote, round_, [(cards[0],)])
        room.close_vote(vote, round_)
        with refused("round.not_open"):
            room.hear(CastBallot(round_, 2, (cards[1],)), "phone0", vote)

        room.tell(UndoLast())
        assert room.desk.news.records[Round][round_].state == OPEN
        room.hear(CastBallot(round_, 2, (cards[1],)), "phone0", vote)
        room.close_vote(vote, round_)
        room.tell(RevealRound(round_), vote)

        with refused("undo.revealed"):
            room.tell(UndoLast())
        assert room.desk.news.records[Round][round_].state == REVEALED
        assert [ballot.choice for ballot in revealed_in(room)] == [(cards[1],)]


def test_two_tabs_retries_and_old_numbers_never_spend_a_dot_twice(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        said = [
            room.desk.say(
                CastBallot(round_, number, tuple(cards[:dots])), device="phone0", activity=vote, id=f"tab{tab}-{number}"
            )
            for _ in range(5)
            for tab in (1, 2)
            for number, dots in ((3, 1), (1, 3), (2, 2))
        ]
        for answer in said:
            answer.result(20)

        assert room.desk.ballot_of(round_, AMINA).result(20) == (3, (cards[0],))
        assert room.desk.ballot_of(round_, TOMAS).result(20) == (0, ())
        assert room.desk.news.records[Turnout][round_] == Turnout(round_, ballots=1, done=0, dots=1)


def test_turnout_is_counted_anew_when_the_app_opens_in_the_middle_of_a_round(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote(4)
        room.vote_all(vote, round_, [(*cards[:2], cards[0]), (cards[1],), (cards[2],), (cards[0],)])
        room.hear(CastBallot(round_, 2, ()), "phone2", vote)
        guest = next(p for p in room.desk.news.records[Person] if p not in {person.id for person in PEOPLE})
        room.tell(RemovePerson(PersonId(guest)))
        before = room.desk.news.records[Turnout][round_]
        progress = {p.person: p for p in room.desk.news.records[Progress].values() if p.person != guest}

    with opened(data_folder) as room:
        assert room.desk.news.records[Turnout][round_] == before == Turnout(round_, ballots=3, done=1, dots=5)
        assert {p.person: p for p in room.desk.news.records[Progress].values()} == progress
        room.hear(CastBallot(round_, 2, (cards[0],)), "phone0", vote)
        assert room.desk.news.records[Turnout][round_] == Turnout(round_, ballots=3, done=0, dots=3)
        room.close_vote(vote, round_)
    with opened(data_folder) as room:
        assert room.desk.news.records[Turnout][round_].ballots == 3
        room.tell(RevealRound(round_), vote)
        assert room.desk.news.records[Round][round_].ballots == 3


def test_a_copy_without_its_key_ends_the_round_as_interrupted(data_folder: Path, tmp_path: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        room.vote_all(vote, round_, [(cards[0],)])
    shutil.copy(data_folder / "workspace.db", tmp_path / "workspace.db")

    with opened(tmp_path) as room:
        room.desk.errand(lambda _: None).result(20)

        assert room.desk.news.records[Round][round_].state == INTERRUPTED
        assert not room.desk.news.records[Turnout]
        assert not ask(room, "select count(*) from ballot")
        with refused("round.not_open"):
            room.hear(CastBallot(round_, 2, (cards[0],)), "phone0", vote)
        room.tell(OpenRound(tuple(cards), 1, 1), vote)


def test_a_key_that_is_lost_while_a_round_is_open_refuses_further_ballots(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        keys(data_folder)[0].unlink()

        with refused("round.not_open"):
            room.hear(CastBallot(round_, 1, (cards[0],)), "phone0", vote)
        assert room.desk.ballot_of(round_, AMINA).result(20) == (0, ())
        assert room.desk.news.records[Turnout][round_] == Turnout(round_)


def test_a_reveal_leaves_the_open_round_of_another_convening_its_key(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        room.vote_all(vote, round_, [(cards[0],)])
    with opened(data_folder, stream="other") as room:
        room.tell(CreateConvening(Convening(ConveningId("other"), "Other")))
    with opened(data_folder) as room:
        (key,) = keys(data_folder)

    with opened(data_folder, stream="third") as room:
        third, again, _ = room.open_vote()
        reveal(room, third, again)
        assert keys(data_folder) == [key]

    with opened(data_folder) as room:
        assert room.desk.news.records[Round][round_].state == OPEN
        assert room.desk.ballot_of(round_, AMINA).result(20) == (1, (cards[0],))


def test_a_key_that_outlived_its_reveal_goes_at_the_next_start(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        room.vote_all(vote, round_, [(cards[0],)])
        (key,) = keys(data_folder)
        secret = key.read_bytes()
        reveal(room, vote, round_)
    key.write_bytes(secret)

    with opened(data_folder):
        assert not keys(data_folder)


def test_while_somebody_reads_the_file_the_journal_is_emptied_later_and_nobody_waits(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        room.vote_all(vote, round_, [(cards[0],)])
        reader = open_reader(data_folder / "workspace.db")
        reader.execute("begin")
        reader.execute("select count(*) from fact").fetchone()

        reveal(room, vote, round_)
        assert (data_folder / "workspace.db-wal").stat().st_size > 0

        reader.close()
        room.tell(OpenRound(tuple(cards), 1, 1), vote)
        assert (data_folder / "workspace.db-wal").stat().st_size == 0


def test_a_question_that_is_still_open_does_not_stop_the_desk(data_folder: Path) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        room.vote_all(vote, round_, [(cards[0],)])
        asked: list[sqlite3.Cursor] = []
        room.desk.errand(lambda open_: asked.append(open_.connection.execute("select * from fact"))).result(20)
        room.desk.errand(lambda _: asked[0].fetchone()).result(20)

        reveal(room, vote, round_)
        room.desk.errand(lambda _: asked[0].close()).result(20)
        room.tell(OpenRound(tuple(cards), 1, 1), vote)

        assert (data_folder / "workspace.db-wal").stat().st_size == 0


@pytest.mark.parametrize("state", [OPEN, CLOSED])
def test_an_open_round_survives_a_night(data_folder: Path, state: str) -> None:
    with opened(data_folder) as room:
        vote, round_, cards = room.open_vote()
        room.vote_all(vote, round_, [(cards[0],), (cards[1],)])
        if state == CLOSED:
            room.tell(CloseRound(round_), vote)

    with opened(data_folder) as room:
        assert room.desk.news.records[Round][round_].state == state
        if state == OPEN:
            room.tell(CloseRound(round_), vote)
        room.tell(RevealRound(round_), vote)
        assert sorted(ballot.choice for ballot in revealed_in(room)) == sorted([(cards[0],), (cards[1],)])


def test_a_seal_is_replaced_by_a_higher_number_only_and_opened_in_no_fixed_order(tmp_path: Path) -> None:
    sealed = SealedBallots(empty_file(), tmp_path / "seals")
    sealed.new_key("round")
    for number, choice in ((2, "two"), (1, "one"), (2, "again")):
        sealed.put(Seal("round", AMINA, number, (choice,)))
    assert sealed.of("round", AMINA) == (2, ("two",))
    for number in range(6):
        sealed.put(Seal("round", PersonId(f"person{number}"), 1, (str(number),)))

    orders = {sealed.shuffled("round") for _ in range(20)}

    assert len(orders) > 1
    assert len({tuple(sorted(order)) for order in orders}) == 1
    sealed.break_seals("round")
    assert sealed.shuffled("round") == ()
