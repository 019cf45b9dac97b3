"""Notes that say the same become one: every wording stays, with who said it, and they come apart again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from facilitator.activities.ideation_board.rules.board import Apart, Placement, end_of, pair_id, placement_of, the_board
from facilitator.convening.ballots import Round
from facilitator.convening.cards import Card, merged_with, proper, resolved
from facilitator.convening.ids import CardId
from facilitator.convening.records import Records
from facilitator.convening.states import stated
from facilitator.convening.words import Change, Decision, Moment, Refusal, Wish, added, changed, removed

MERGED = "merge"
"""The source of a card whose words were found together, when notes became one."""


@dataclass(frozen=True, slots=True)
class MergeIdeas(Wish):
    """Make one note of several. The first stands for all, or new words do; each keeps its wording and its author.

    `shows_wordings` lets the stage show every wording, `tells_authors` lets the authors' phones say what happened.
    """

    cards: tuple[str, ...]
    words: str = ""
    shows_wordings: bool = False
    tells_authors: bool = False


@dataclass(frozen=True, slots=True)
class SplitIdea(Wish):
    """Take a merged note apart; said of one that was merged into another, take this one out."""

    card: CardId


@dataclass(frozen=True, slots=True)
class KeepApart(Wish):
    """Notes that look alike are not the same: point them out no more."""

    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShowWordings(Wish):
    """Let the stage show every wording of a merged note, or only the one that stands."""

    card: CardId


@dataclass(frozen=True, slots=True)
class TellAuthors(Wish):
    """Let the phones of those whose words a merged note holds say what became of them, or no more."""

    card: CardId


WISHES: tuple[type[Wish], ...] = (MergeIdeas, SplitIdea, KeepApart, ShowWordings, TellAuthors)


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about merging. Source: practice, rule BD3.

    Raises Refusal: board.too_few_to_merge, board.not_merged, board.on_ballot, board.no_such_card, text.too_long,
    wish.unknown.
    """
    match wish:
        case MergeIdeas():
            return _merged(records, wish, moment)
        case SplitIdea(card):
            return _split(records, card, moment)
        case ShowWordings(card):
            return _wordings_shown(records, _merged_note(records, card, moment))
        case TellAuthors(card):
            lies = _merged_note(records, card, moment)
            told = (changed(lies, tells_authors=not lies.tells_authors),)
            return Decision("ideation_board.authors_told", told)
        case KeepApart(cards):
            there = [placement_of(records, CardId(card), moment).id for card in dict.fromkeys(cards)]
            pairs = [Apart(pair_id(*pair), moment.block) for pair in combinations(there, 2)]
            changes = tuple(change for pair in pairs for change in stated(records, pair))
            if not pairs:
                raise Refusal("board.too_few_to_merge")
            return Decision("ideation_board.ideas_kept_apart", changes)
    raise Refusal("wish.unknown")


def unmerged(records: Records, card: Card) -> tuple[Change, ...]:
    """Let what was merged into a card stand for itself again, beside where the card lies."""
    stands = records[Placement].get(card.id)
    changes: list[Change] = []
    for twin in merged_with(records, card.id):
        changes.append(changed(twin, merged_into=CardId("")))
        lies = records[Placement].get(twin.id)
        if lies is not None and stands is not None:
            changes += _beside(records, lies, stands)
    return tuple(changes)


def lineage(records: Records, card: CardId) -> tuple[Card, ...]:
    """Every card whose words a note holds, however often it was merged: its own first, then in the order they came."""
    return lineages(records, (card,))[card]


def lineages(records: Records, cards: Iterable[CardId]) -> dict[CardId, tuple[Card, ...]]:
    """The same for many notes, with one look at all cards."""
    twins: dict[CardId, list[CardId]] = {}
    for twin in records[Card].values():
        if twin.merged_into:
            twins.setdefault(twin.merged_into, []).append(twin.id)
    return {card: _held_by(records, card, twins) for card in cards}


def _held_by(records: Records, card: CardId, twins: Mapping[CardId, list[CardId]]) -> tuple[Card, ...]:
    found: dict[CardId, Card] = {}
    waiting = [card]
    while waiting:
        known = records[Card].get(waiting.pop(0))
        if known is not None and known.id not in found:
            found[known.id] = known
            waiting += twins.get(known.id, ())
    return tuple(found.values())


def wordings(records: Records) -> Mapping[CardId, int]:
    """How many wordings of people each note holds, for those that hold more than their own."""
    held = Counter(
        resolved(records, card.id) for card in records[Card].values() if card.merged_into and card.source != MERGED
    )
    return {card: count + (records[Card][card].source != MERGED) for card, count in held.items()}


def _merged(records: Records, wish: MergeIdeas, moment: Moment) -> Decision:
    # Who names a note that was merged meanwhile means what it became.
    named = dict.fromkeys(resolved(records, CardId(card)) for card in wish.cards)
    lies = [placement_of(records, card, moment) for card in named]
    if len(lies) < 2:
        raise Refusal("board.too_few_to_merge")
    is_shown = the_board(records, moment.block).is_revealed and not all(each.is_held for each in lies)
    is_starred = any(each.is_starred for each in lies)
    cards = [records[Card][each.id] for each in lies]
    told = {"shows_wordings": wish.shows_wordings, "tells_authors": wish.tells_authors}
    # Whoever asks for every wording on the stage shows those that waited.
    lit = tuple(changed(each, is_held=False) for each in lies if each.is_held and wish.shows_wordings and is_shown)
    if not wish.words.strip():
        stands, *others = cards
        first = changed(lies[0], is_held=lies[0].is_held and not is_shown, is_starred=is_starred, **told)
        twins = tuple(changed(card, merged_into=stands.id) for card in others)
        return Decision("ideation_board.ideas_merged", (*twins, *(one for one in lit if one.id != stands.id), first))
    made = Card(CardId(moment.new_id()), proper(wish.words), cards[0].language, MERGED, moment.by)
    there = Placement(
        made.id, lies[0].board, lies[0].cluster, lies[0].place, is_held=not is_shown, is_starred=is_starred, **told
    )
    twins = tuple(changed(card, merged_into=made.id) for card in cards)
    return Decision("ideation_board.ideas_merged", (added(made), added(there), *twins, *lit))


def _merged_note(records: Records, card: CardId, moment: Moment) -> Placement:
    lies = placement_of(records, resolved(records, card), moment)
    if not merged_with(records, lies.id):
        raise Refusal("board.not_merged")
    return lies


def _wordings_shown(records: Records, lies: Placement) -> Decision:
    shows = not lies.shows_wordings
    is_shown = the_board(records, lies.board).is_revealed and not lies.is_held
    # As when notes are merged: whoever asks for every wording on the stage shows those that waited.
    twins = [records[Placement].get(card.id) for card in lineage(records, lies.id)[1:]] if shows and is_shown else []
    lit = tuple(changed(each, is_held=False) for each in twins if each is not None and each.is_held)
    return Decision("ideation_board.wordings_shown", (*lit, changed(lies, shows_wordings=shows)))


def _split(records: Records, card: CardId, moment: Moment) -> Decision:
    lies = placement_of(records, card, moment)
    one = records[Card][lies.id]
    stands = records[Card].get(one.merged_into) if one.merged_into else one
    twins = merged_with(records, card)
    if stands is None or (stands is one and not twins):
        raise Refusal("board.not_merged")
    if stands is one:
        _not_voted_on(records, one, twins)
        # What stood for them has nothing to say of its own once they are apart.
        shell = (removed(lies), removed(one)) if one.source == MERGED else ()
        return Decision("ideation_board.idea_split", (*unmerged(records, one), *shell))
    _not_voted_on(records, stands, (one,))
    out: list[Change] = [changed(one, merged_into=CardId(""))]
    if (place := records[Placement].get(stands.id)) is not None:
        out += _beside(records, lies, place)
        if stands.source == MERGED and merged_with(records, stands.id) == (one,):
            out += (removed(place), removed(stands))
    return Decision("ideation_board.idea_split", tuple(out))


def _beside(records: Records, lies: Placement, stands: Placement) -> tuple[Change, ...]:
    """Lay a note that comes out of another where that one lies, and as seen as it is."""
    cluster, place = lies.cluster, lies.place
    if cluster != stands.cluster:
        cluster = stands.cluster
        place = end_of(records, cluster)
    held = lies.is_held and (stands.is_held or not the_board(records, lies.board).is_revealed)
    if (cluster, place, held) == (lies.cluster, lies.place, lies.is_held):
        return ()
    return (changed(lies, cluster=cluster, place=place, is_held=held),)


def _not_voted_on(records: Records, stands: Card, twins: tuple[Card, ...]) -> None:
    """Dots that were given to one note cannot be told apart any more."""
    for round_ in records[Round].values():
        if stands.id in round_.options and not all(twin.id in round_.options for twin in twins):
            raise Refusal("board.on_ballot")
