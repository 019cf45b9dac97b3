"""The board's section holds every idea in its own words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from facilitator.activities.ideation_board.console.layout_choice import shipped
from facilitator.activities.ideation_board.rules import Board, Cluster, LaidOut, Placement, Signature, Spot
from facilitator.activities.ideation_board.summary import figures, letters, section
from facilitator.convening.ballots import OPEN, REVEALED
from facilitator.convening.cards import Card
from facilitator.convening.confidence import Confidence
from facilitator.convening.ids import CardId, ClusterId, PersonId
from facilitator.convening.people import Person
from facilitator.convening.words import Record
from facilitator.kit.pdf.canvas import CanvasFigure
from facilitator.kit.pdf.look import Edition
from tests.kit.pdf.paper import plain_look, printed, words_of
from tests.summary.rooms import IDEAS, VOTE, WATER, block, idea, records_of, voting

MONEY = Cluster(ClusterId("money"), IDEAS, "Money that lasts", "1")
FACTS = Cluster(ClusterId("facts"), IDEAS, "Data we share", "2")
BOARD: list[Record[Any]] = [
    WATER,
    block(IDEAS, "Ideas", "ideation_board", "1"),
    block(VOTE, "Vote", "dot_vote", "2"),
    MONEY,
    FACTS,
    *idea("a", "Pool repair funds", "money"),
    *idea("b", "One open map", "facts"),
    *idea("c", "A map for all", "facts", merged="b"),
    *idea("u", "Rain tanks"),
]


def told(folder: Path, *more: Record[Any], edition: Edition = Edition.PARTICIPANT) -> str:
    look = plain_look(edition)
    return words_of(printed(look, folder, *section(records_of(*BOARD, *more), IDEAS, look)))


def test_ideas_stand_under_their_cluster_and_the_rest_by_themselves(tmp_path: Path) -> None:
    text = told(tmp_path)

    assert "IdeasIdeas?3ideas." in text
    assert "AMoneythatlasts1Poolrepairfunds" in text
    assert "BDataweshare1Oneopenmap" in text
    assert "Notinacluster1Raintanks" in text


def test_a_wording_that_was_merged_is_kept_beside_the_one_that_stands(tmp_path: Path) -> None:
    assert "Oneopenmapnoticedalsosaid:Amapforall" in told(tmp_path)


def test_dots_received_later_stand_beside_the_idea_twins_counted_together(tmp_path: Path) -> None:
    text = told(tmp_path, *voting(REVEALED, ("a", "b"), ("b", "c", "c")))

    # One of the second ballot lies beyond the cap of two since its ideas became one.
    assert "Oneopenmap3" in text
    assert "Thenumberbesideanidea" in text


def test_an_open_vote_leaves_no_trace_on_the_board(tmp_path: Path) -> None:
    assert "Thenumberbesideanidea" not in told(tmp_path, *voting(OPEN))


def test_funders_read_the_ideas_that_were_chosen(tmp_path: Path) -> None:
    text = told(tmp_path, *voting(REVEALED, ("a",), ("a",)), edition=Edition.FUNDER)

    assert "1of3ideas." in text
    assert "Poolrepairfunds" in text
    assert "Raintanks" not in text


def test_funders_read_the_starred_ideas_before_those_with_dots(tmp_path: Path) -> None:
    card, lies = idea("s", "Starred one")

    text = told(tmp_path, card, replace(lies, is_starred=True), *voting(REVEALED, ("a",)), edition=Edition.FUNDER)

    assert "Starredone" in text
    assert "Poolrepairfunds" not in text


def test_a_board_without_ideas_has_no_section() -> None:
    room = records_of(WATER, block(IDEAS, "Ideas", "ideation_board", "1"), MONEY)

    assert section(room, IDEAS, plain_look()) == []


def test_it_lends_its_letters_and_its_numbers() -> None:
    room = records_of(*BOARD)

    assert letters(room, IDEAS) == {"a": 0, "b": 1, "c": 1, "money": 0, "facts": 1}
    (figure,) = figures(room, IDEAS)
    assert figure.numbers == (3, 2)
    assert figure.label(plain_look(), figure.numbers) == "ideas, 2 clusters"


def test_what_is_parked_is_in_every_record_under_its_own_name(tmp_path: Path) -> None:
    aside = Placement(CardId("p"), IDEAS, is_parked=True)

    text = told(tmp_path, Card(CardId("p"), "A pump museum"), aside)

    assert "Notinacluster1Raintanks" in text
    assert "Parkedforlater1Apumpmuseum" in text


def test_an_author_is_named_where_the_board_shows_authors_and_nowhere_else(tmp_path: Path) -> None:
    """BD4."""
    signed: tuple[Record[Any], ...] = (
        Person(PersonId("amina"), "Amina"),
        *(Signature(CardId(key), IDEAS, PersonId("amina")) for key in ("a", "c")),
    )

    assert "Amina" not in told(tmp_path, *signed)
    text = told(tmp_path, *signed, Board(IDEAS, shows_authors=True))
    assert "Poolrepairfunds–Amina" in text
    assert "alsosaid:Amapforall–Amina" in text
    assert text.count("Amina") == 2
    assert "Amina" not in told(tmp_path, *signed, Board(IDEAS, shows_authors=True), edition=Edition.FUNDER)


def test_a_canvas_is_a_figure_with_every_placed_idea_in_a_row_by_its_zone(tmp_path: Path) -> None:
    """BD1."""
    key = f"{IDEAS}:impact_effort"
    drawn = shipped()["impact_effort"][1]
    canvas: list[Record[Any]] = [
        Board(IDEAS, layout="impact_effort"),
        LaidOut(key, IDEAS, drawn, left="Cheap"),
        Spot("a:impact_effort", CardId("a"), IDEAS, "impact_effort", "quick_wins", 1000, 1000),
        Spot("u:impact_effort", CardId("u"), IDEAS, "impact_effort", "time_sinks", 9000, 9000),
    ]

    text = told(tmp_path, *canvas)

    for words in ("Cheap", "Mucheffort", "Muchimpact", "Bigbets", "1PoolrepairfundsQuickwins", "2RaintanksBetterleft"):
        assert words in text
    assert "Cheap" not in told(tmp_path, *canvas[1:])
    # The clusters are told as ever.
    assert "AMoneythatlasts1Poolrepairfunds" in text


def test_how_sure_the_room_is_stands_under_an_idea_and_hunches_are_said_once(tmp_path: Path) -> None:
    """BD5."""
    text = told(tmp_path, Confidence(CardId("a"), "tested"))

    assert "Poolrepairfundstested" in text
    assert "Oneopenmapnoticed" in text
    assert text.count("hunch") == 1
    assert "Raintanksnoticed" not in text


def test_a_canvas_is_mirrored_for_a_room_that_reads_from_the_right() -> None:
    drawn = shipped()["impact_effort"][1]
    laid: list[Record[Any]] = [
        Board(IDEAS, layout="impact_effort"),
        LaidOut(f"{IDEAS}:impact_effort", IDEAS, drawn),
        Spot("a:impact_effort", CardId("a"), IDEAS, "impact_effort", "quick_wins", 1000, 1000),
    ]
    asked = block(IDEAS, "Ideas", "ideation_board", "1")

    for records, is_left in (
        (BOARD, True),
        ([*BOARD, replace(WATER, language="ar")], False),
        ([*BOARD, replace(asked, prompt="ما الذي يبقي كل نقطة مياه تعمل؟")], False),
    ):
        figure = next(
            part for part in section(records_of(*records, *laid), IDEAS, plain_look()) if isinstance(part, CanvasFigure)
        )
        ((left, *_rest),) = figure.marks()
        assert (left < figure.width / 2) is is_left
