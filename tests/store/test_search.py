"""The search over all convenings, on real files."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from facilitator.activities.wicked_questions.rules import Candidate
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import REVEALED, RevealedBallot, Round
from facilitator.convening.cards import Card
from facilitator.convening.findable import Question
from facilitator.convening.ids import BallotId, BlockId, CardId, PersonId, RoundId
from facilitator.convening.notes import Note
from facilitator.convening.people import Contact, Person
from facilitator.convening.words import Change, Refusal, added, changed, removed
from facilitator.store.archive import ARCHIVE, forget_index
from facilitator.store.opening import WORKSPACE
from facilitator.store.search import FEW, MOST, CalledOff, Search
from tests.convening.given import BOOK
from tests.store.shelf import Shelf


def test_a_word_is_found_in_every_convening_without_its_accents_and_by_its_beginning(shelf: Shelf) -> None:
    shelf.idea(shelf.convening("Kick-off"), "Une réunion par mois")
    shelf.idea(shelf.convening("Learning call"), "Reunions are too long")

    assert shelf.found("reunion") == ["Reunions are too long", "Une réunion par mois"]
    assert shelf.found("RÉUN") == ["Reunions are too long", "Une réunion par mois"]
    assert shelf.found("union") == []


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("l'idée", "C’est l'idée du siècle"),
        ('"water', 'They call it "water" here'),
        ("AND", "Men AND women"),
        ("NEAR(", "The pump near the school"),
        ("pump*", "One pump is enough"),
        ("-pump", "One pump is enough"),
        ("said:pump", "Who said: pump?"),
        ("pump OR", "A pump or a well"),
    ],
)
def test_whatever_is_typed_is_just_words(shelf: Shelf, words: str, text: str) -> None:
    stream = shelf.convening("Kick-off")
    shelf.idea(stream, text)
    shelf.idea(stream, "Something else")

    assert shelf.found(words) == [text]


@pytest.mark.parametrize("words", ["", " ", "*", "-", '"', "()", "\0", "''"])
def test_signs_alone_find_nothing(shelf: Shelf, words: str) -> None:
    shelf.idea(shelf.convening("Kick-off"), "Men AND women (all)")

    answer = shelf.ask(words)

    assert not answer.hits
    assert [each.title for each in answer.searched] == ["Kick-off"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("เราต้องการปั๊มน้ำใหม่ทุกหมู่บ้าน", "น้ำ"),
        ("村の水を守る委員会をつくる", "水を守"),
        ("每个村庄都需要两名水泵技工", "水泵"),
        ("ប្រជាជនត្រូវការទឹកស្អាត", "ទឹក"),
        ("हर गाँव में दो पानी के पंप", "पानी"),
        ("مَضخّة الماءِ في القرية", "مضخة"),
        ("نريد أن نحمي الماء", "ان"),
    ],
)
def test_every_script_is_found_by_a_word_inside_and_the_hit_is_marked(shelf: Shelf, text: str, inside: str) -> None:
    shelf.idea(shelf.convening("Kick-off"), text)
    shelf.idea(shelf.convening("Other"), "Two pump mechanics")

    (hit,) = shelf.ask(inside).hits

    assert hit.parts[0].text == text
    assert len(hit.parts[0].spans) == 1


def test_an_idea_is_found_by_a_wording_that_was_merged_into_it(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    shelf.idea(stream, "Two mechanics per ward")
    shelf.idea(stream, "Train pump fitters", into="Two mechanics per ward")
    shelf.idea(stream, "One more fitter", into="Train pump fitters")

    (hit,) = shelf.ask("fitter").hits

    assert hit.place.key == "Two mechanics per ward"
    assert [part.text for part in hit.parts] == ["Two mechanics per ward", "Train pump fitters", "One more fitter"]
    assert [bool(part.spans) for part in hit.parts] == [False, True, True]
    assert shelf.ask("fitter").count("idea") == 1


def test_what_is_said_anew_is_found_by_its_new_words_only(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    shelf.idea(stream, "A new pump")
    assert shelf.found("pump")

    shelf.tell(stream, Change("card", "A new pump", {"text": "A new well"}, {"text": "A new pump"}))

    assert not shelf.found("pump")
    assert shelf.found("well") == ["A new well"]


def test_what_is_taken_away_is_not_found_and_comes_back_by_undo(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    shelf.idea(stream, "A new pump")
    shelf.tell(stream, Change("card", "A new pump", {"gone": True}, {"gone": False}))
    assert not shelf.found("pump")

    shelf.tell(stream, Change("card", "A new pump", {"gone": False}, {"gone": True}))

    assert shelf.found("pump") == ["A new pump"]


def test_everything_that_has_words_is_found_as_what_it_is(shelf: Shelf) -> None:
    stream = shelf.convening("Water day", purpose="Keep every pump running")
    block = BlockId("b")
    shelf.cluster(stream, "Pumps that stay", "F")
    shelf.tell(
        stream,
        added(Block(block, "Build", "wicked_questions", "Which pump?")),
        added(Candidate(CardId("c"), block, "at_once", "putting the pump in", "waiting to be asked")),
        added(Person(PersonId("p"), "Amina", "Pump Makers")),
        added(Contact(PersonId("p"), "amina@pump.example", "pump 12")),
        added(Note(block, "Ask who fixes the pump")),
    )
    shelf.idea(stream, "Insure the pump")

    answer = shelf.ask("pump")

    assert {hit.place.kind for hit in answer.hits} == {
        "convening", "cluster", "block", "wicked_question", "person", "note", "idea"
    }  # fmt: skip
    assert sum(answer.count(kind) for kind in {hit.place.kind for hit in answer.hits}) == 7
    assert not shelf.ask("example").hits


def test_a_hit_tells_where_it_lies(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    shelf.cluster(stream, "Money", "F")
    shelf.cluster(stream, "Skills", "K")
    shelf.idea(stream, "Two mechanics", cluster="Skills")

    (hit,) = shelf.ask("mechanics").hits

    assert (hit.place.convening, hit.place.block) == (stream, "kick-off board")
    assert (hit.block, hit.group, hit.position) == ("Ideas", "Skills", 1)
    (skills,) = shelf.ask("skills").hits
    assert (skills.place.block, skills.position) == ("kick-off board", 1)


def test_dots_are_told_once_they_are_revealed_and_those_of_merged_ideas_count_together(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    shelf.idea(stream, "Pump")
    shelf.idea(stream, "Pumps", into="Pump")
    shelf.idea(stream, "Well")
    round_ = Round(RoundId("r"), BlockId("kick-off board"), options=("Pump", "Pumps", "Well"), closed=9)
    shelf.tell(stream, added(round_))
    assert shelf.ask("pump").hits[0].dots == 0

    shelf.tell(
        stream,
        changed(round_, state=REVEALED),
        added(RevealedBallot(BallotId("1"), round_.id, ("Pump", "Well"))),
        added(RevealedBallot(BallotId("2"), round_.id, ("Pumps", "Well"))),
    )

    assert shelf.ask("pump").hits[0].dots == 2


def test_hits_are_counted_by_kind_and_convening_and_bounded(shelf: Shelf) -> None:
    old = shelf.convening("Old", "2026-01-14")
    new = shelf.convening("New", "2027-03-18")
    shelf.tell(new, *(added(Card(CardId(f"n{number}"), f"Pump {number}")) for number in range(MOST + 50)))
    shelf.idea(old, "Pump of old")
    shelf.cluster(old, "Pumps", "F")

    beside = shelf.ask("pump")
    opened = shelf.search.answer(Question("pump", opened="idea"))

    assert [(each.title, each.year, dict(each.hits)) for each in beside.searched] == [
        ("New", "2027", {"idea": MOST + 50}), ("Old", "2026", {"idea": 1, "cluster": 1}),
    ]  # fmt: skip
    assert sum(hit.place.kind == "idea" for hit in beside.hits) == FEW
    assert sum(hit.place.kind == "idea" for hit in opened.hits) == MOST
    assert opened.count("idea") == MOST + 51


def test_what_was_left_out_is_neither_shown_nor_counted(shelf: Shelf) -> None:
    old, new = shelf.convening("Old", "2026-01-14"), shelf.convening("New", "2027-03-18")
    shelf.idea(old, "Pump of old")
    shelf.idea(new, "Pump of today")
    shelf.cluster(new, "Pumps", "F")

    def shown(question: Question) -> list[str]:
        return sorted(hit.parts[0].text for hit in shelf.search.answer(question).hits)

    assert shown(Question("pump", years_out=frozenset({"2027"}))) == ["Pump of old"]
    assert shown(Question("pump", convenings_out=frozenset({old}))) == ["Pump of today", "Pumps"]
    assert shown(Question("pump", kinds_out=frozenset({"idea"}))) == ["Pumps"]
    assert shelf.search.answer(Question("pump", kinds_out=frozenset({"idea"}))).count("idea") == 0


def test_of_ideas_that_fit_alike_the_newer_one_comes_first(shelf: Shelf) -> None:
    shelf.idea(shelf.convening("New", "2027-03-18"), "One pump today")
    shelf.idea(shelf.convening("Old", "2020-03-18"), "One pump then")

    assert [hit.parts[0].text for hit in shelf.ask("pump").hits] == ["One pump today", "One pump then"]


def test_of_ideas_that_fit_alike_those_with_dots_come_first(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    for text in ("Pump one", "Pump two", "Pump three"):
        shelf.idea(stream, text)
    round_ = Round(RoundId("r"), BlockId("kick-off board"), options=("Pump one", "Pump two"), state=REVEALED)
    shelf.tell(stream, added(round_), added(RevealedBallot(BallotId("1"), round_.id, ("Pump two", "Pump two"))))

    assert [hit.parts[0].text for hit in shelf.ask("pump").hits] == ["Pump two", "Pump three", "Pump one"]


def test_a_person_who_was_forgotten_leaves_nothing_in_the_index(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    person = Person(PersonId("p"), "Zebulon Quartermain", "Pump Makers")
    shelf.tell(stream, added(person))
    assert shelf.found("zebulon", "person") == ["Zebulon Quartermain"]
    assert b"zebulon" in (shelf.folder / ARCHIVE).read_bytes().lower()

    shelf.tell(stream, changed(person, name="", organisation=""), removed(person))
    forget_index(shelf.folder)

    assert not shelf.ask("zebulon").hits
    assert b"zebulon" not in (shelf.folder / ARCHIVE).read_bytes().lower()


def test_who_is_forgotten_in_the_middle_of_a_search_does_not_come_back_with_it(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    person = Person(PersonId("p"), "Zebulon", "")
    shelf.tell(stream, added(person))
    forgotten: list[str] = []

    def forget_now() -> bool:
        if not forgotten:
            forgotten.append(shelf.tell(stream, changed(person, name=""), removed(person)))
            forget_index(shelf.folder)
        return False

    answer = Search(shelf.folder, BOOK.findable(), BOOK.kinds, forget_now).answer(Question("zebulon"))

    assert forgotten
    assert not answer.hits
    assert not shelf.ask("zebulon").hits
    assert b"zebulon" not in (shelf.folder / ARCHIVE).read_bytes().lower()


def test_a_name_taken_back_is_not_left_behind_in_the_file_even_without_forgetting(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    person = Person(PersonId("p"), "Zebulon", "")
    shelf.tell(stream, added(person))
    shelf.ask("zebulon")

    shelf.tell(stream, removed(person))

    assert not shelf.ask("zebulon").hits


def test_a_convening_that_was_taken_out_of_the_log_is_not_found(shelf: Shelf) -> None:
    """Deleting a convening rewrites the log; even an index that nobody threw away notices."""
    shelf.idea(shelf.convening("Gone"), "Old pump")
    shelf.idea(shelf.convening("Stays"), "New pump")
    assert len(shelf.ask("pump").hits) == 2

    connection = shelf.workspace.connection
    connection.execute("drop trigger fact_no_delete")
    for table in ("fact", "convening", "card", "placement", "block"):
        connection.execute(f"delete from {table} where stream = 'gone'")

    assert shelf.found("pump") == ["New pump"]


def test_an_older_workspace_put_back_is_read_anew(shelf: Shelf, tmp_path: Path) -> None:
    stream = shelf.convening("Kick-off")
    shelf.idea(stream, "Old pump")
    shelf.workspace.connection.execute("vacuum into ?", (str(tmp_path / "backup.db"),))
    shelf.idea(stream, "New pump")
    assert len(shelf.found("pump")) == 2

    shelf.close()
    for name in (WORKSPACE, f"{WORKSPACE}-wal", f"{WORKSPACE}-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / "backup.db").rename(tmp_path / WORKSPACE)

    assert shelf.found("pump") == ["Old pump"]


def test_the_search_changes_nothing_in_the_workspace_and_only_writes_its_own_file(shelf: Shelf) -> None:
    shelf.idea(shelf.convening("Kick-off"), "New pump")
    before = shelf.workspace.connection.execute("pragma data_version").fetchone()

    shelf.ask("pump")

    assert shelf.workspace.connection.execute("pragma data_version").fetchone() == before
    mine = {path.name for path in shelf.folder.iterdir()} - {WORKSPACE, f"{WORKSPACE}-wal", f"{WORKSPACE}-shm"}
    assert mine == {ARCHIVE, "laptop", "workspace.lock"}


def test_it_reads_while_the_desk_is_in_the_middle_of_writing(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    shelf.idea(stream, "New pump")
    log = shelf.workspace.log(stream)
    log.begin()

    found: list[list[str]] = []
    asking = threading.Thread(target=lambda: found.append(shelf.found("pump")))
    asking.start()
    asking.join(20)
    log.roll_back()

    assert found == [["New pump"]]


def test_a_search_nobody_waits_for_ends_between_two_convenings_and_leaves_the_index_whole(shelf: Shelf) -> None:
    shelf.idea(shelf.convening("Kick-off"), "New pump")
    hasty = Search(shelf.folder, BOOK.findable(), BOOK.kinds, lambda: True)

    with pytest.raises(CalledOff):
        hasty.answer(Question("pump"))

    assert shelf.found("pump") == ["New pump"]


def test_a_desk_without_convenings_has_nothing_to_find(tmp_path: Path) -> None:
    answer = Search(tmp_path, BOOK.findable(), BOOK.kinds).answer(Question("pump"))

    assert not answer.hits
    assert not answer.searched
    assert not list(tmp_path.iterdir())


def test_a_workspace_that_cannot_be_read_is_said_in_a_refusal(shelf: Shelf) -> None:
    shelf.close()
    (shelf.folder / WORKSPACE).write_bytes(b"nothing of ours, and long enough to look at it" * 10)

    with pytest.raises(Refusal) as refused:
        shelf.ask("pump")

    assert refused.value.code == "file.foreign"


def test_sealed_ballots_and_contacts_are_nowhere_in_the_index(shelf: Shelf) -> None:
    stream = shelf.convening("Kick-off")
    shelf.tell(stream, added(Person(PersonId("p"), "Amina")), added(Contact(PersonId("p"), "amina@example.org")))
    shelf.workspace.connection.execute("insert into ballot values ('r', 'tagged', 1, '[\"choicely\"]')")

    shelf.ask("amina")

    kept = (shelf.folder / ARCHIVE).read_bytes().lower()
    assert b"amina" in kept
    for secret in (b"example.org", b"choicely", b"tagged"):
        assert secret not in kept
    assert sqlite3.connect(shelf.folder / ARCHIVE).execute("select count(*) from found").fetchone()[0] == 3
