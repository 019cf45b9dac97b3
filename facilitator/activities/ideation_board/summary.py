"""The idea board in the summary: every idea in its own words, cluster by cluster, with the dots it received later."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from reportlab.platypus import Flowable

from facilitator.activities.ideation_board.rules import (
    ENDS,
    WHOLE,
    Placement,
    authors,
    cards_by_cluster,
    clusters,
    layout_of,
    parked,
    spots,
)
from facilitator.convening.agenda import the_block
from facilitator.convening.ballots import REVEALED, Round, counting, revealed
from facilitator.convening.cards import Card, resolved
from facilitator.convening.confidence import worth_saying
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import BlockId, CardId, ClusterId
from facilitator.convening.records import Records
from facilitator.i18n import is_right_to_left
from facilitator.kit.pdf.canvas import PaperCanvas, PaperNote, PaperZone, canvas_on_paper
from facilitator.kit.pdf.columns import Cluster, Idea, clusters_in_columns
from facilitator.kit.pdf.look import Edition, Look
from facilitator.kit.pdf.parts import Figure, Part
from facilitator.kit.pdf.sections import air, paragraph
from facilitator.kit.pdf.sections import section as new_section
from facilitator.kit.pdf.text import reads_from_right
from facilitator.kit.sure_words import fullness, sure_word

PART = Part.BOARDS


def section(records: Records, block: BlockId, look: Look) -> list[Flowable]:
    """Give the ideas of a board; nothing for a board without ideas."""
    groups = _groups(records, block, look)
    count = sum(len(group.ideas) for group in groups)
    if not count:
        return []
    entry = the_block(records, block)
    story = new_section(look, entry.title)
    if entry.prompt:
        story.append(paragraph(look, entry.prompt, look.soft, after=3))
    whole = sum(map(len, cards_by_cluster(records, block).values()))
    story.append(paragraph(look, _caption(look, groups, count, whole), look.caption, after=0))
    return [*story, air(14), *_canvas(records, block, look), clusters_in_columns(look, groups)]


def _canvas(records: Records, block: BlockId, look: Look) -> list[Flowable]:
    """The canvas of a board that has one, with every note that this edition shows; clusters follow it as ever."""
    layout, found = layout_of(records, block), spots(records, block)
    by_cluster = cards_by_cluster(records, block)
    chosen = _chosen(records, by_cluster, _dots(records), look.edition)
    there = [(spot.y, spot.x, card, spot) for card, spot in found.items() if card in chosen and card in records[Card]]
    if not there:
        return []
    places, keys = letters(records, block), [zone.key for zone in layout.zones]
    zones = [
        PaperZone(
            look.gettext(zone.title), zone.left / WHOLE, zone.top / WHOLE, zone.right / WHOLE, zone.bottom / WHOLE
        )
        for zone in layout.zones
    ]
    notes = [
        PaperNote(
            records[Card][card].text,
            x / WHOLE,
            y / WHOLE,
            keys.index(spot.zone) if spot.zone in keys else -1,
            places.get(card, -1),
        )
        for y, x, card, spot in sorted(there, key=lambda each: each[:3])
    ]
    ends = [name for axis in (layout.across, layout.upward) for name in ((axis.low, axis.high) if axis else ("", ""))]
    named = {end: look.gettext(name) for end, name in zip(ENDS, ends, strict=True) if name}
    canvas = PaperCanvas(look.gettext(layout.title), zones, named, notes, _is_mirrored(records, block))
    return [*canvas_on_paper(look, canvas), air(18)]


def _is_mirrored(records: Records, block: BlockId) -> bool:
    """Whether the room reads from the right: the stage has shown the canvas that way round."""
    spoken = (convening.language for convening in records[Convening].values())
    entry = the_block(records, block)
    return any(map(is_right_to_left, spoken)) or reads_from_right(entry.prompt or entry.title)


def letters(records: Records, block: BlockId) -> Mapping[str, int]:
    """Say for each card of a board in which cluster it lies, 0 for A; a cluster that went on as one is its own."""
    places = {cluster.id: place for place, cluster in enumerate(clusters(records, block))}
    lying: dict[str, int] = {
        lies.id: places[lies.cluster]
        for lies in records[Placement].values()
        if lies.board == block and lies.cluster in places
    }
    return lying | {str(cluster): place for cluster, place in places.items()}


def figures(records: Records, block: BlockId) -> tuple[Figure, ...]:
    """Count ideas and clusters."""
    by_cluster = cards_by_cluster(records, block)
    filled = sum(1 for cluster, cards in by_cluster.items() if cluster and cards)
    return (Figure((sum(map(len, by_cluster.values())), filled), _count),)


def _count(look: Look, numbers: tuple[int, ...]) -> str:
    ideas, groups = numbers
    said = look.ngettext("idea", "ideas", ideas)
    if not groups:
        return said
    grouped = look.ngettext("{clusters} cluster", "{clusters} clusters", groups).format(clusters=groups)
    return f"{said}, {grouped}"


def _caption(look: Look, groups: list[Cluster], count: int, whole: int) -> str:
    said = look.ngettext("{count} idea.", "{count} ideas.", count).format(count=count)
    if count < whole:
        said = look.ngettext("{count} of {whole} idea.", "{count} of {whole} ideas.", whole)
        said = said.format(count=count, whole=whole)
    if any(idea.sure for group in groups for idea in group.ideas):
        said = f"{said} {look.gettext('What has no word beside it is a hunch: one voice, untested.')}"
    if any(idea.dots for group in groups for idea in group.ideas):
        dots = look.gettext("The number beside an idea is the dots it received later.")
        return f"{said} {dots}"
    return said


def _groups(records: Records, block: BlockId, look: Look) -> list[Cluster]:
    by_cluster = cards_by_cluster(records, block)
    dots = _dots(records)
    # Who puts a name to an idea shows it to the room, not to whoever pays. Source: practice, rules PR4 and HV8.
    names = authors(records, block) if look.edition is not Edition.FUNDER else {}
    also = _other_wordings(records, names)
    chosen = _chosen(records, by_cluster, dots, look.edition)
    named = [
        (place, cluster.name, by_cluster.get(cluster.id, [])) for place, cluster in enumerate(clusters(records, block))
    ]
    aside = parked(records, block)
    loose = by_cluster.get(ClusterId(""), [])
    later = [card for card in loose if card.id in aside]
    named.append((-1, look.gettext("Not in a cluster") if named else "", [c for c in loose if c.id not in aside]))
    if later:
        named.append((-1, look.gettext("Parked for later"), later))
    return [
        Cluster(
            place,
            name,
            [Idea(_named(c, names), also[c.id], dots[c.id], *_sure(records, c, look)) for c in cards if c.id in chosen],
        )
        for place, name, cards in named
    ]


def _chosen(
    records: Records, by_cluster: Mapping[ClusterId, list[Card]], dots: Counter[CardId], edition: Edition
) -> frozenset[CardId]:
    """Choose what an edition shows: funders see the starred ideas, else those with dots, else all."""
    everything = [card.id for cards in by_cluster.values() for card in cards]
    if edition is Edition.FUNDER:
        starred = [card for card in everything if records[Placement][card].is_starred]
        with_dots = [card for card in everything if dots[card]]
        return frozenset(starred or with_dots or everything)
    return frozenset(everything)


def _dots(records: Records) -> Counter[CardId]:
    """Count the dots of each card in the newest revealed round that had it on the ballot."""
    dots: Counter[CardId] = Counter()
    for round_ in sorted(records[Round].values(), key=lambda round_: round_.opened):
        if round_.state != REVEALED:
            continue
        given = Counter(card for choice in revealed(records, round_.id) for card in counting(records, round_, choice))
        for card in round_.options:
            stands = resolved(records, CardId(card))
            dots[stands] = given[stands]
    return dots


def _sure(records: Records, card: Card, look: Look) -> tuple[str, int]:
    """How sure the room is, where there is more to say than that it is a hunch: that is said once for the page."""
    level = worth_saying(records, card.id)
    return (look.gettext(sure_word(level)), fullness(level)) if level else ("", 0)


def _named(card: Card, names: Mapping[CardId, str]) -> str:
    """An idea in its own words, and who wrote it where that may be told."""
    return f"{card.text} – {names[card.id]}" if card.id in names else card.text


def _other_wordings(records: Records, names: Mapping[CardId, str]) -> defaultdict[CardId, tuple[str, ...]]:
    """Give the wordings that were merged into each card, so that none is lost. Source: practice, rule BD3."""
    found: defaultdict[CardId, tuple[str, ...]] = defaultdict(tuple)
    for card in records[Card].values():
        if card.merged_into:
            found[resolved(records, card.id)] += (_named(card, names),)
    return found
