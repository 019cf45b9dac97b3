"""Idea board: people write cards in silence, and the room finds what belongs together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from facilitator.activities.ideation_board.rules import authors as authorship
from facilitator.activities.ideation_board.rules import (
    collecting,
    focus,
    laying,
    merging,
    paper,
    showing,
    sorting,
    yielding,
    zones,
)
from facilitator.activities.ideation_board.rules.authors import (
    HideAuthors,
    ShowAuthors,
    Signature,
    SignIdea,
    UnsignIdea,
    asked_with_name,
    authors,
    unnamed,
)
from facilitator.activities.ideation_board.rules.board import (
    MOST_CLUSTERS,
    STEPS,
    Apart,
    Board,
    Cluster,
    Placement,
    cards_by_cluster,
    clusters,
    pair_id,
    parked,
    questions,
    the_board,
)
from facilitator.activities.ideation_board.rules.collecting import (
    AddIdea,
    AddIdeas,
    CloseCollecting,
    EditIdea,
    LimitIdeas,
    OpenCollecting,
    RemoveIdea,
    sent_by,
)
from facilitator.activities.ideation_board.rules.focus import AUTHOR, CLUSTER, FocusIdea, in_focus, walked, way
from facilitator.activities.ideation_board.rules.laying import (
    BOTTOM,
    ENDS,
    LEFT,
    RIGHT,
    TODAY,
    TOP,
    LaidOut,
    LayNotes,
    LayOut,
    NameEnd,
    PutInZone,
    ShiftNotes,
    Spot,
    drawn_of,
    in_zone,
    layout_of,
    spots,
)
from facilitator.activities.ideation_board.rules.layouts import (
    CANVAS,
    COLUMNS,
    STEP,
    WALL,
    WHOLE,
    Axis,
    Layout,
    Zone,
    read_layout,
)
from facilitator.activities.ideation_board.rules.merging import (
    KeepApart,
    MergeIdeas,
    ShowWordings,
    SplitIdea,
    TellAuthors,
    lineage,
    lineages,
    wordings,
)
from facilitator.activities.ideation_board.rules.paper import MOST_TABLES, AddPaperCards, Paper, table_of_card
from facilitator.activities.ideation_board.rules.showing import (
    ARRIVAL,
    SHUFFLED,
    GoToStep,
    HideArriving,
    HoldIdea,
    ReleaseIdea,
    RevealAuthor,
    RevealBoard,
    RevealIdeas,
    ShowArriving,
    SpotlightCluster,
    count_for_room,
    is_shown,
)
from facilitator.activities.ideation_board.rules.sorting import (
    AddCluster,
    AskAlso,
    MoveCluster,
    ParkIdea,
    PlaceIdea,
    PlaceIdeas,
    RemoveCluster,
    RenameCluster,
    StarIdea,
    YieldCluster,
)
from facilitator.activities.ideation_board.rules.yielding import YieldIdeas, YieldWhole, harvest, stand_ins
from facilitator.activities.ideation_board.rules.zones import MoveInZone, NameZone
from facilitator.convening.cards import Card
from facilitator.convening.findable import Findable
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.rulebook import Decide, Rules
from facilitator.convening.words import Decision, Moment, Refusal, Wish

__all__ = [
    "ARRIVAL",
    "AUTHOR",
    "BOTTOM",
    "CANVAS",
    "CLUSTER",
    "COLUMNS",
    "ENDS",
    "LEFT",
    "MOST_CLUSTERS",
    "MOST_TABLES",
    "RIGHT",
    "RULES",
    "SHUFFLED",
    "STEP",
    "STEPS",
    "TODAY",
    "TOP",
    "WALL",
    "WHOLE",
    "AddCluster",
    "AddIdea",
    "AddIdeas",
    "AddPaperCards",
    "Apart",
    "AskAlso",
    "Axis",
    "Board",
    "CloseCollecting",
    "Cluster",
    "EditIdea",
    "FocusIdea",
    "GoToStep",
    "HideArriving",
    "HideAuthors",
    "HoldIdea",
    "KeepApart",
    "LaidOut",
    "LayNotes",
    "LayOut",
    "Layout",
    "LimitIdeas",
    "MergeIdeas",
    "MoveCluster",
    "MoveInZone",
    "NameEnd",
    "NameZone",
    "OpenCollecting",
    "Paper",
    "ParkIdea",
    "PlaceIdea",
    "PlaceIdeas",
    "Placement",
    "PutInZone",
    "ReleaseIdea",
    "RemoveCluster",
    "RemoveIdea",
    "RenameCluster",
    "RevealAuthor",
    "RevealBoard",
    "RevealIdeas",
    "ShiftNotes",
    "ShowArriving",
    "ShowAuthors",
    "ShowWordings",
    "SignIdea",
    "Signature",
    "SplitIdea",
    "Spot",
    "SpotlightCluster",
    "StarIdea",
    "TellAuthors",
    "UnsignIdea",
    "YieldCluster",
    "YieldIdeas",
    "YieldWhole",
    "Zone",
    "asked_with_name",
    "authors",
    "cards_by_cluster",
    "clusters",
    "count_for_room",
    "decide",
    "harvest",
    "in_focus",
    "in_zone",
    "is_shown",
    "layout_of",
    "lineage",
    "lineages",
    "pair_id",
    "parked",
    "questions",
    "read_layout",
    "sent_by",
    "settled",
    "spots",
    "stand_ins",
    "table_of_card",
    "the_board",
    "unnamed",
    "veil",
    "walked",
    "way",
    "wordings",
]

_DECIDES: Mapping[type[Wish], Decide] = {
    **dict.fromkeys(collecting.WISHES, collecting.decide),
    **dict.fromkeys(sorting.WISHES, sorting.decide),
    **dict.fromkeys(focus.WISHES, focus.decide),
    **dict.fromkeys(merging.WISHES, merging.decide),
    **dict.fromkeys(showing.WISHES, showing.decide),
    **dict.fromkeys(authorship.WISHES, authorship.decide),
    **dict.fromkeys(paper.WISHES, paper.decide),
    **dict.fromkeys(laying.WISHES, laying.decide),
    **dict.fromkeys(zones.WISHES, zones.decide),
    **dict.fromkeys(yielding.WISHES, yielding.decide),
}


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer one wish about an idea board.

    Raises Refusal: what the part of the rules refuses that the wish belongs to, and wish.unknown.
    """
    found = _DECIDES.get(type(wish))
    if found is None:
        raise Refusal("wish.unknown")
    return found(records, wish, moment)


def veil(records: Records) -> Iterable[tuple[str, str]]:
    """Hide what waits, and names that nobody is to read."""
    yield from showing.veil(records)
    yield from authorship.veil(records)
    yield from laying.veil(records)


def settled(records: Records, block: BlockId) -> tuple[Wish, ...]:
    """The layout, its names, what the room sees, how many ideas each may send, and the questions asked as well."""
    board, drawn = the_board(records, block), drawn_of(records, block)
    wishes: list[Wish] = (
        [LayOut(drawn), *laying.named_ends(records, block), *zones.named_zones(records, block)] if drawn else []
    )
    wishes += [ShowArriving()] if board.shows_arriving else []
    wishes += [ShowAuthors()] if board.shows_authors else []
    wishes += [LimitIdeas(board.limit)] if board.limit else []
    return (*wishes, *(AskAlso(question.name) for question in questions(records, block)))


RULES = Rules(
    "ideation_board",
    (Board, Cluster, Placement, Apart, Signature, Paper, LaidOut, Spot),
    tuple(_DECIDES),
    decide,
    veil,
    harvest=harvest,
    stand_ins=stand_ins,
    open_to_all=frozenset((AddIdea, EditIdea, RemoveIdea, SignIdea, UnsignIdea)),
    reveals=frozenset(("ideation_board.revealed", "ideation_board.arriving_shown", "ideation_board.author_revealed")),
    findable=(Findable(Cluster, "cluster", ("name",), instead_of=Card),),
    settled=settled,
    settings=(LayOut, NameEnd, NameZone, ShowArriving, ShowAuthors, LimitIdeas, AskAlso),
)
