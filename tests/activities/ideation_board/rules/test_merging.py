"""Merging: notes that say the same become one, and nothing that anybody said is lost by it."""

from __future__ import annotations

import time
from typing import Any

from hypothesis import given as tried_with
from hypothesis import strategies as st

from facilitator.activities.ideation_board import phone
from facilitator.activities.ideation_board.rules import (
    AddIdea,
    Apart,
    HoldIdea,
    KeepApart,
    MergeIdeas,
    PlaceIdea,
    Placement,
    ReleaseIdea,
    RemoveIdea,
    RevealBoard,
    ShowWordings,
    SplitIdea,
    StarIdea,
    TellAuthors,
    cards_by_cluster,
    lineage,
    pair_id,
    wordings,
)
from facilitator.activities.ideation_board.stage.spoken import spoken_cards
from facilitator.convening.ballots import OpenRound, Round
from facilitator.convening.cards import Card, RemoveCard, resolved
from facilitator.convening.ids import CardId, ClusterId, RoundId
from facilitator.convening.words import Record, Refusal, Undo
from tests.activities.ideation_board.boards import board, cluster, shown
from tests.convening.given import AMINA, BOARD, TOMAS, VOTE, WEI, Room, given, refused


def merge(room: Room, *cards: str, words: str = "") -> CardId:
    return CardId(room.when(MergeIdeas(cards, words), at=BOARD.id))


def words_of(room: Room, card: CardId) -> list[str]:
    return [known.text for known in lineage(room.records, card)]


def test_merging_keeps_every_wording_and_author_and_shows_one_note() -> None:
    """BD3."""
    room = given()
    one = CardId(room.when(AddIdea("Two mechanics per ward", "phone"), by=AMINA, at=BOARD.id))
    other = CardId(room.when(AddIdea("Train two mechanics in every ward", "phone"), by=TOMAS, at=BOARD.id))

    merge(room, one, other)

    assert shown(room) == {"": ["Two mechanics per ward"]}
    assert [(card.text, card.by) for card in lineage(room.records, one)] == [
        ("Two mechanics per ward", AMINA),
        ("Train two mechanics in every ward", TOMAS),
    ]
    room.undo()
    assert shown(room) == {"": ["Two mechanics per ward", "Train two mechanics in every ward"]}


def test_new_words_stand_for_all_where_the_first_one_lay() -> None:
    room, (money, data, time) = board("Money", "Data", "Time")
    first = cluster(room, "First", money)
    room.when(StarIdea(data), at=BOARD.id)

    made = merge(room, money, data, time, words=" What we have ")

    assert shown(room) == {"First": ["What we have"], "": []}
    assert room.records[Placement][made].cluster == first
    assert room.records[Placement][made].is_starred
    assert words_of(room, made) == ["What we have", "Money", "Data", "Time"]


def test_a_merged_note_comes_apart_beside_where_it_lies_and_made_words_go() -> None:
    room, (money, data) = board("Money", "Data")
    made = merge(room, money, data, words="Both")
    first = cluster(room, "First", made)

    room.when(SplitIdea(made), at=BOARD.id)

    assert shown(room) == {"First": ["Money", "Data"], "": []}
    assert made not in room.records[Card]
    room.undo()
    assert shown(room) == {"First": ["Both"], "": []}
    assert first


def test_one_of_three_is_taken_out_and_the_others_stay_together() -> None:
    room, (money, data, time) = board("Money", "Data", "Time")
    merge(room, money, data, time)

    room.when(SplitIdea(data), at=BOARD.id)

    assert sorted(shown(room)[""]) == ["Data", "Money"]
    assert words_of(room, money) == ["Money", "Time"]


def test_the_last_one_taken_out_of_made_words_leaves_no_shell() -> None:
    room, (money, data) = board("Money", "Data")
    made = merge(room, money, data, words="Both")

    room.when(SplitIdea(money), at=BOARD.id)
    room.when(SplitIdea(data), at=BOARD.id)

    assert made not in room.records[Card]
    assert shown(room) == {"": ["Money", "Data"]}


def test_who_takes_back_their_own_note_does_not_take_what_others_said() -> None:
    room = given()
    mine = CardId(room.when(AddIdea("Mine"), by=AMINA, at=BOARD.id))
    theirs = CardId(room.when(AddIdea("Theirs"), by=TOMAS, at=BOARD.id))
    merge(room, mine, theirs)

    room.when(RemoveIdea(mine), by=AMINA, at=BOARD.id)

    assert shown(room) == {"": ["Theirs"]}
    room.undo(by=AMINA)
    assert shown(room) == {"": ["Mine"]}
    room.when(RemoveCard(mine))
    assert shown(room) == {"": ["Theirs"]}


def test_what_was_merged_meanwhile_is_named_by_what_it_became() -> None:
    room, (money, data, time) = board("Money", "Data", "Time")
    merge(room, money, data)
    merge(room, time, data)

    assert words_of(room, time) == ["Time", "Money", "Data"]
    with refused("board.too_few_to_merge"):
        merge(room, time, money)
    with refused("board.no_such_card"):
        merge(room, time, "nowhere")
    trust = CardId(room.when(AddIdea("Trust"), at=BOARD.id))
    with refused("text.too_long"):
        merge(room, time, trust, words="x" * 601)


def test_a_note_that_was_never_merged_does_not_come_apart() -> None:
    room, (money,) = board("Money")

    with refused("board.not_merged"):
        room.when(SplitIdea(money), at=BOARD.id)


def test_merging_shows_no_words_before_the_room_sees_the_board() -> None:
    room, (money, data) = board("Money", "Data")
    merge(room, money, data)
    assert not list(room.seen[Card])

    room.when(SplitIdea(money), at=BOARD.id)
    room.when(ReleaseIdea(data), at=BOARD.id)
    merge(room, money, data)
    assert "Money" not in [card.text for card in room.seen[Card].values()]

    room.when(SplitIdea(money), at=BOARD.id)
    room.when(RevealBoard(), at=BOARD.id)
    room.when(HoldIdea(money), at=BOARD.id)
    merge(room, money, data)

    assert not room.records[Placement][money].is_held


def test_a_note_that_the_room_voted_on_as_one_stays_one() -> None:
    room, (money, data, time) = board("Money", "Data", "Time")
    merge(room, money, data)
    room.when(OpenRound((money, time), 1, 1), at=VOTE.id)

    for card in (money, data):
        with refused("board.on_ballot"):
            room.when(SplitIdea(card), at=BOARD.id)
    merge(room, money, time)
    room.when(SplitIdea(time), at=BOARD.id)
    assert shown(room) == {"": ["Money", "Time"]}


def test_a_hidden_note_that_stands_for_one_on_the_ballot_is_seen() -> None:
    room, (money, data) = board("Money", "Data")
    merge(room, money, data)

    asked = given(
        *room.records[Card].values(), *room.records[Placement].values(), Round(RoundId("r"), BOARD.id, options=(data,))
    )

    assert [card.text for card in asked.seen[Card].values()] == ["Money", "Data"]


def test_notes_never_come_to_stand_for_one_another() -> None:
    room, (money, data) = board("Money", "Data")
    merge(room, money, data)
    room.when(SplitIdea(data), at=BOARD.id)
    split = room.facts[-1].id
    merge(room, data, money)

    with refused("card.merged_in_a_ring"):
        room.undo_fact(split)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["merge", "made", "split", "remove", "place", "undo", "redo"]),
        st.lists(st.integers(0, 9), min_size=2, max_size=4),
    ),
    max_size=14,
)


@tried_with(ACTS)
def test_whatever_is_merged_split_and_undone_each_wording_is_in_one_note_on_the_board(
    acts: list[tuple[str, list[int]]],
) -> None:
    room, cards = board("Money", "Data", "Time", "Trust")
    first = cluster(room, "First", cards[0])

    for act, numbers in acts:
        known = list(room.records[Card])
        named = tuple(known[number % len(known)] for number in numbers) if known else ("nowhere",)
        _try(room, act, named, first)

    on_board = [card for cards in cards_by_cluster(room.records, BOARD.id).values() for card in cards]
    held = [known.id for card in on_board for known in lineage(room.records, card.id)]
    assert sorted(held) == sorted(room.records[Card])
    assert all(resolved(room.records, CardId(card)) in {one.id for one in on_board} for card in room.records[Card])


def _try(room: Room, act: str, cards: tuple[str, ...], cluster_: ClusterId) -> None:
    wishes = {
        "merge": MergeIdeas(cards),
        "made": MergeIdeas(cards, "Together"),
        "split": SplitIdea(CardId(cards[0])),
        "remove": RemoveIdea(CardId(cards[0])),
        "place": PlaceIdea(CardId(cards[0]), cluster_),
    }
    try:
        if act in wishes:
            room.when(wishes[act], at=BOARD.id)
        elif any(fact.undo is Undo.YES for fact in room.facts):
            (room.undo if act == "undo" else room.redo)()
    except Refusal:
        return


def test_notes_that_only_look_alike_are_remembered_as_pairs() -> None:
    room, (money, data, time) = board("Money", "Data", "Time")

    room.when(KeepApart((data, money, time)), at=BOARD.id)

    assert set(room.records[Apart]) == {pair_id(*pair) for pair in ((money, data), (data, time), (time, money))}
    assert not room.seen[Apart]
    with refused("board.too_few_to_merge"):
        room.when(KeepApart((data,)), at=BOARD.id)
    room.undo()
    assert not room.records[Apart]


def test_wordings_are_counted_by_what_people_said() -> None:
    room, (money, data, time) = board("Money", "Data", "Time")
    made = merge(room, money, data, words="Both")
    assert wordings(room.records) == {made: 2}

    merge(room, time, made)

    assert wordings(room.records) == {time: 3}


def test_what_is_said_of_a_merge_lies_with_the_note_that_stands() -> None:
    """BD3: who asks for every wording on the stage shows those that waited, once the room sees the board."""
    room, (money, funds) = board("Money", "Funds")
    room.when(RevealBoard(), at=BOARD.id)
    room.when(HoldIdea(funds), at=BOARD.id)

    room.when(MergeIdeas((money, funds), "", shows_wordings=True, tells_authors=True), at=BOARD.id)

    stands = room.records[Placement][money]
    assert (stands.shows_wordings, stands.tells_authors) == (True, True)
    assert funds in room.seen[Card]
    room.undo()
    assert funds not in room.seen[Card]
    together = CardId(room.when(MergeIdeas((money, funds), "Take care of money"), at=BOARD.id))
    assert not room.records[Placement][together].tells_authors
    assert funds not in room.seen[Card]


def test_what_is_said_of_a_merge_can_be_settled_after_it_and_undone() -> None:
    """BD3: the stage shows every wording, and phones say so, whenever the facilitator wants it."""
    room = given()
    money, funds = (CardId(room.when(AddIdea(text), by=AMINA, at=BOARD.id)) for text in ("Money", "Funds"))
    room.when(RevealBoard(), at=BOARD.id)
    room.when(HoldIdea(funds), at=BOARD.id)
    merge(room, money, funds)

    room.when(ShowWordings(funds), at=BOARD.id)
    room.when(TellAuthors(money), at=BOARD.id)

    stands = room.records[Placement][money]
    assert (stands.shows_wordings, stands.tells_authors) == (True, True)
    assert "also said: “Funds”" in spoken_cards(room.seen, BOARD.id)[ClusterId("")][0].text
    assert all("joined" in idea for idea in phone.mine(room.records, BOARD.id)[AMINA]["ideas"])
    room.undo()
    room.undo()
    stands = room.records[Placement][money]
    assert (stands.shows_wordings, stands.tells_authors) == (False, False)
    assert funds not in room.seen[Card]


def test_what_was_settled_of_a_merge_is_taken_back_by_saying_it_again() -> None:
    room, (money, funds) = board("Money", "Funds")
    room.when(RevealBoard(), at=BOARD.id)
    room.when(MergeIdeas((money, funds), "", shows_wordings=True, tells_authors=True), at=BOARD.id)

    room.when(ShowWordings(money), at=BOARD.id)
    room.when(TellAuthors(money), at=BOARD.id)

    stands = room.records[Placement][money]
    assert (stands.shows_wordings, stands.tells_authors) == (False, False)


def test_nothing_more_can_be_settled_of_a_note_that_is_not_merged() -> None:
    room, (money, _funds) = board("Money", "Funds")

    for wish in (ShowWordings(money), TellAuthors(money)):
        with refused("board.not_merged"):
            room.when(wish, at=BOARD.id)


def test_every_wording_waits_while_the_stage_does_not_show_the_note() -> None:
    room, (money, funds) = board("Money", "Funds")
    merge(room, money, funds)

    room.when(ShowWordings(money), at=BOARD.id)

    assert not room.seen[Card]


def test_every_wording_waits_while_the_board_waits() -> None:
    room, (money, funds) = board("Money", "Funds")

    room.when(MergeIdeas((money, funds), "", shows_wordings=True), at=BOARD.id)

    assert not room.seen[Card]


def seconds_for(pairs: int) -> float:
    """What the stage and the phones take from a board on which so many notes hold another wording; the best of three."""
    there = (f"{number}" for number in range(pairs))
    kept: list[Record[Any]] = []
    for key in there:
        stands, twin = CardId(f"s{key}"), CardId(f"t{key}")
        kept += (Card(stands, "One", by=AMINA), Card(twin, "Other", by=WEI, merged_into=stands))
        kept += (Placement(stands, BOARD.id, shows_wordings=True, tells_authors=True), Placement(twin, BOARD.id))
    records = given(*kept).records
    found = []
    for _ in range(3):
        before = time.process_time()
        shown = spoken_cards(records, BOARD.id)[ClusterId("")]
        told = phone.mine(records, BOARD.id)
        found.append(time.process_time() - before)
        assert len(shown) == pairs
        assert all("Other" in card.text for card in shown)
        assert all(idea["joined"]["stands"] for idea in told[AMINA]["ideas"])
    return min(found)


def test_eight_times_the_merged_notes_take_about_eight_times_as_long() -> None:
    """Every fact of a board asks for it: were it the square, it would take sixty-four times as long."""
    assert seconds_for(1600) < 24 * seconds_for(200)
