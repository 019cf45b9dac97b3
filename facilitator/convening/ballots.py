"""Rounds of voting for every activity that asks: quota, change of mind, turnout, and secrecy until the reveal.

While a round is open its ballots are sealed away and are no facts. What is known meanwhile is how many have voted
and how many dots are placed, never for what. The reveal makes one fact of all choices, shuffled, without names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from facilitator.convening.cards import resolved
from facilitator.convening.ids import BallotId, BlockId, CardId, PersonId, RoundId
from facilitator.convening.people import OnPaper, Person, here
from facilitator.convening.records import Records
from facilitator.convening.states import stated
from facilitator.convening.words import (
    BreakSeals,
    Change,
    Decision,
    Moment,
    NewKey,
    Record,
    Refusal,
    Seal,
    Seen,
    Undo,
    Wish,
    added,
    changed,
    removed,
)

OPEN, CLOSED, REVEALED, INTERRUPTED = "open", "closed", "revealed", "interrupted"
"""The states of a round."""

FEWEST_FOR_SECRECY = 5
"""Below so many voters secrecy cannot be promised. Source: practice, rule DV6."""


_HIGHEST = 2**53
"""The highest number of a ballot: what JavaScript counts to, one by one."""


@dataclass(frozen=True, slots=True)
class Round(Record[RoundId]):
    """One round of voting in a block. `quota` is what each may give, `cap` the most on one option.

    `opened` and `closed` are UTC ms. `expected` is how many people were here at the opening, and from the close on at
    least how many were here then; `ballots` and `dots` say at the reveal how many voted and what they gave.
    """

    block: BlockId
    number: int = 1
    quota: int = 3
    cap: int = 2
    options: tuple[str, ...] = ()
    state: str = OPEN
    opened: int = 0
    closed: int = 0
    expected: int = 0
    ballots: int = 0
    dots: int = 0

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"block": "block"}


@dataclass(frozen=True, slots=True)
class RevealedBallot(Record[BallotId]):
    """One revealed ballot: an option's id once for every dot. It has no name, no time, and no order."""

    round: RoundId
    choice: tuple[str, ...] = ()

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"round": "round"}


@dataclass(frozen=True, slots=True)
class Turnout(Record[RoundId]):
    """How many have voted, how many of them have nothing left to give, and dots placed. In memory only."""

    ballots: int = 0
    done: int = 0
    dots: int = 0

    seen: ClassVar[Seen] = Seen.ROOM
    is_kept: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Progress(Record[str]):
    """How many dots one person has placed, for the facilitator while the round is open. In memory only."""

    round: RoundId
    person: PersonId
    dots: int = 0
    number: int = 0

    seen: ClassVar[Seen] = Seen.DESK
    is_kept: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class OpenRound(Wish):
    """Ask the room. The rules of the round are fixed from here on."""

    options: tuple[str, ...]
    quota: int = 1
    cap: int = 1


@dataclass(frozen=True, slots=True)
class CastBallot(Wish):
    """Give my choice, whole; it replaces what I gave before if `number` is higher."""

    round: RoundId
    number: int
    choice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CastPaper(Wish):
    """Type what somebody wrote on paper, as their whole choice; () when it was typed by mistake."""

    round: RoundId
    person: PersonId
    choice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CloseRound(Wish):
    """No more ballots. It can be opened again until the reveal."""

    round: RoundId


@dataclass(frozen=True, slots=True)
class ReopenRound(Wish):
    """It was closed too early: ballots are taken again, beside those that were given."""

    round: RoundId


@dataclass(frozen=True, slots=True)
class RevealRound(Wish):
    """Show what was chosen. This cannot be undone."""

    round: RoundId


@dataclass(frozen=True, slots=True)
class InterruptRound(Wish):
    """The sealed ballots are lost (a backup from the middle of the round): the round ends without a result."""

    round: RoundId


WISHES: tuple[type[Wish], ...] = (
    OpenRound,
    CastBallot,
    CastPaper,
    CloseRound,
    ReopenRound,
    RevealRound,
    InterruptRound,
)

Check = Callable[[Records, Round, tuple[str, ...]], None]
"""An activity's own test of a choice; raises Refusal."""


def any_choice(records: Records, round_: Round, choice: tuple[str, ...]) -> None:
    """Accept every choice that keeps to quota, cap and options."""
    del records, round_, choice


def decide(records: Records, wish: Wish, moment: Moment, check: Check = any_choice) -> Decision:
    """Answer a wish about rounds and ballots, for any activity that asks.

    Raises Refusal: round.none_such, round.open_already, round.no_options, round.bad_quota, round.not_open,
    round.is_over, round.not_closed, ballot.no_seat, ballot.is_given, ballot.too_many_dots (dots),
    ballot.too_many_on_one (cap), ballot.no_such_option, form.unreadable (number), and what `check` refuses.
    """
    match wish:
        case OpenRound():
            return _open(records, wish, moment)
        case CastBallot():
            return _cast(records, wish, moment, check)
        case CastPaper(round_, person, choice):
            return _cast(records, _of_paper(records, round_, person, choice), replace(moment, by=person), check)
        case CloseRound(round_):
            found = _in_state(records, round_, moment, OPEN, "round.not_open")
            # Who came while it was open was asked too, and stays counted when the result is told.
            asked_of = max(found.expected, here(records))
            return Decision("round.closed", (changed(found, state=CLOSED, closed=moment.at, expected=asked_of),))
        case ReopenRound(round_):
            found = _in_state(records, round_, moment, CLOSED, "round.not_closed")
            return Decision("round.reopened", (changed(found, state=OPEN, closed=0),))
        case RevealRound(round_):
            return _reveal(records, _in_state(records, round_, moment, CLOSED, "round.not_closed"), moment)
        case InterruptRound(round_):
            found = the_round(records, round_)
            if found.state not in (OPEN, CLOSED):
                raise Refusal("round.is_over")
            counts = _uncounted(records, found)
            ended = (changed(found, state=INTERRUPTED),)
            return Decision("round.interrupted", ended, Undo.NO, (BreakSeals(round_),), counts)
    raise Refusal("wish.unknown")


def _open(records: Records, wish: OpenRound, moment: Moment) -> Decision:
    earlier = rounds_of(records, moment.block)
    if any(round_.state in (OPEN, CLOSED) for round_ in earlier):
        raise Refusal("round.open_already")
    if not wish.options:
        raise Refusal("round.no_options")
    if len(set(wish.options)) < len(wish.options) or not 1 <= wish.cap <= wish.quota:
        raise Refusal("round.bad_quota")
    round_ = Round(
        RoundId(moment.new_id()),
        moment.block,
        len(earlier) + 1,
        wish.quota,
        wish.cap,
        wish.options,
        OPEN,
        moment.at,
        expected=here(records),
    )
    return Decision("round.opened", (added(round_),), Undo.NO, (NewKey(round_.id),), (added(Turnout(round_.id)),))


def _cast(records: Records, wish: CastBallot, moment: Moment, check: Check) -> Decision:
    round_ = _in_state(records, wish.round, moment, OPEN, "round.not_open")
    if moment.by not in records[Person]:
        raise Refusal("ballot.no_seat")
    if not 1 <= wish.number <= _HIGHEST:
        raise Refusal("form.unreadable")
    before = records[Progress].get(progress_id(round_.id, moment.by))
    if before is not None and wish.number <= before.number:
        return Decision("")
    dots = len(wish.choice)
    if dots > round_.quota:
        raise Refusal("ballot.too_many_dots", dots=round_.quota)
    if any(count > round_.cap for count in Counter(wish.choice).values()):
        raise Refusal("ballot.too_many_on_one", cap=round_.cap)
    if not set(wish.choice) <= _on_ballot(records, round_):
        raise Refusal("ballot.no_such_option")
    check(records, round_, wish.choice)
    seal = Seal(round_.id, moment.by, wish.number, wish.choice)
    return Decision("", effects=(seal,), memory=counted(records, round_, moment.by, wish.number, dots))


def _of_paper(records: Records, round_: RoundId, person: PersonId, choice: tuple[str, ...]) -> CastBallot:
    """The ballot of somebody whose paper is typed. What a phone gave is its owner's to change, nobody else's."""
    before = records[Progress].get(progress_id(round_, person), Progress("", round_, person))
    if before.dots and person not in records[OnPaper]:
        raise Refusal("ballot.is_given")
    return CastBallot(round_, before.number + 1, choice)


def counted(records: Records, round_: Round, person: PersonId, number: int, dots: int) -> tuple[Change, ...]:
    """Count one ballot in the turnout: who has given how many dots, never for what."""
    key = progress_id(round_.id, person)
    before = records[Progress].get(key, Progress(key, round_.id, person))
    now = replace(before, dots=dots, number=number)
    turnout = records[Turnout].get(round_.id, Turnout(round_.id))
    summed = Turnout(
        round_.id,
        turnout.ballots + (1 if dots else 0) - (1 if before.dots else 0),
        turnout.done + (dots == round_.quota) - (before.dots == round_.quota),
        turnout.dots + dots - before.dots,
    )
    return (*stated(records, now), *stated(records, summed))


def turnout_of(records: Records, round_: Round, dots: Sequence[int]) -> tuple[Change, ...]:
    """Correct the turnout to the sealed ballots there are (`dots` on each), voters who left the list included."""
    given = [count for count in dots if count]
    summed = Turnout(round_.id, len(given), given.count(round_.quota), sum(given))
    return stated(records, summed)


def _reveal(records: Records, round_: Round, moment: Moment) -> Decision:
    choices = [choice for choice in moment.unseal(round_.id) if choice]
    ballots = tuple(added(RevealedBallot(BallotId(moment.new_id()), round_.id, choice)) for choice in choices)
    known = changed(round_, state=REVEALED, ballots=len(choices), dots=sum(len(choice) for choice in choices))
    seals = (BreakSeals(round_.id),)
    return Decision("round.revealed", (known, *ballots), Undo.NO, seals, _uncounted(records, round_))


def _uncounted(records: Records, round_: Round) -> tuple[Change, ...]:
    """Forget who voted: after the reveal nothing can join a person to a ballot."""
    progress = [removed(p) for p in records[Progress].values() if p.round == round_.id]
    turnout = [removed(t) for t in records[Turnout].values() if t.id == round_.id]
    return (*progress, *turnout)


def the_round(records: Records, round_: RoundId) -> Round:
    """Give a round. Raises Refusal round.none_such."""
    found = records[Round].get(round_)
    if found is None:
        raise Refusal("round.none_such")
    return found


def _in_state(records: Records, round_: RoundId, moment: Moment, state: str, code: str) -> Round:
    found = the_round(records, round_)
    if found.block != moment.block:
        raise Refusal("round.none_such")
    if found.state != state:
        raise Refusal(code)
    return found


def rounds_of(records: Records, block: BlockId) -> list[Round]:
    """The rounds of a block, first to last."""
    return sorted((r for r in records[Round].values() if r.block == block), key=lambda r: r.number)


def latest(records: Records, block: BlockId) -> Round | None:
    """The newest round of a block, None before the first."""
    return next(reversed(rounds_of(records, block)), None)


def asked_about(records: Records) -> frozenset[str]:
    """What the room was ever asked to choose from: putting it on a ballot shows it."""
    return frozenset(option for round_ in records[Round].values() for option in round_.options)


def revealed(records: Records, round_: RoundId) -> list[tuple[str, ...]]:
    """The choices of a revealed round; nothing before the reveal."""
    return [ballot.choice for ballot in records[RevealedBallot].values() if ballot.round == round_]


def counting(records: Records, round_: Round, choice: tuple[str, ...]) -> tuple[str, ...]:
    """The dots of one ballot that count: each on the card that stands for its option now, no more than the cap.

    What was given to two options that became one, and is too much for one, is the voter's again while it is open.
    """
    stands = [resolved(records, CardId(option)) for option in choice]
    return tuple(one for at, one in enumerate(stands) if stands[:at].count(one) < round_.cap)


def beyond_cap(records: Records, round_: Round) -> int:
    """How many dots of a revealed round do not count, since what they were given to became one."""
    return sum(len(choice) - len(counting(records, round_, choice)) for choice in revealed(records, round_.id))


def _on_ballot(records: Records, round_: Round) -> set[str]:
    """What may be chosen: the options, and what stands for them since they were merged."""
    return {each for option in round_.options for each in (option, resolved(records, CardId(option)))}


def progress_id(round_: str, person: str) -> str:
    """Name the progress of one person in one round."""
    return f"{round_}:{person}"
