"""Idea board, on phones: write an idea, send it, mend it. Others' ideas are read on the stage, not here."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import Any

from facilitator.activities.ideation_board.rules import (
    AddIdea,
    EditIdea,
    Placement,
    RemoveIdea,
    Signature,
    SignIdea,
    UnsignIdea,
    asked_with_name,
    count_for_room,
    questions,
    the_board,
)
from facilitator.convening.agenda import Block
from facilitator.convening.cards import Card, resolved
from facilitator.convening.ids import BlockId, CardId, ClusterId, PersonId
from facilitator.convening.records import Records
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.kit.web.form import Form
from facilitator.kit.web.words import Words, counted


def _add_idea(form: Form) -> Wish:
    question = ClusterId(form.text_or("question", ""))
    return AddIdea(form.text("text"), "phone", form.text_or("language", ""), question, form.is_set("is_signed"))


def _edit_idea(form: Form) -> Wish:
    return EditIdea(CardId(form.text("card")), form.text("text"))


def _remove_idea(form: Form) -> Wish:
    return RemoveIdea(CardId(form.text("card")))


def _sign_idea(form: Form) -> Wish:
    return SignIdea(CardId(form.text("card")))


def _unsign_idea(form: Form) -> Wish:
    return UnsignIdea(CardId(form.text("card")))


WISHES: Mapping[str, Callable[[Form], Wish]] = {
    "add_idea": _add_idea,
    "edit_idea": _edit_idea,
    "remove_idea": _remove_idea,
    "sign_idea": _sign_idea,
    "unsign_idea": _unsign_idea,
}
"""What a phone may ask of a board."""


def public(room: Records, block: BlockId) -> dict[str, Any]:
    """Say the questions, how many ideas each may send, whether they are taken, and how many the stage says there are.

    No ideas: the stage has them.
    """
    board, live = the_board(room, block), room[Block].get(block)
    return {
        "prompt": live.prompt if live is not None else "",
        "is_collecting": board.is_collecting,
        "limit": board.limit,
        "count": count_for_room(room, block),
        "shows_authors": board.shows_authors,
        "questions": [{"id": asked.id, "text": asked.name} for asked in questions(room, block)],
    }


def mine(records: Records, block: BlockId) -> dict[PersonId, dict[str, Any]]:
    """Say to each person their own ideas, newest first, shown to the room or not, and whether their name is on each.

    On a board that shows authors, `signs` fills the name in for those who agreed to be quoted by name.
    """
    cards, signed = records[Card], records[Signature]
    found: dict[PersonId, dict[str, Any]] = {}
    stand = {card.merged_into for card in cards.values()}
    for lies in records[Placement].values():
        card = cards.get(lies.id)
        if lies.board == block and card is not None and card.by:
            own = found.setdefault(card.by, {"ideas": []})
            idea = {"id": card.id, "text": card.text, "is_signed": card.id in signed}
            own["ideas"].insert(0, {**idea, **_joined(records, card, stand)})
    for person in asked_with_name(records) if the_board(records, block).shows_authors else ():
        found.setdefault(person, {"ideas": []})["signs"] = True
    return found


def _joined(records: Records, card: Card, stand: Container[CardId]) -> dict[str, Any]:
    """Say to an author that their idea was joined with another, and how both read now if the room may see it.

    `stand` are the cards that others were merged into. Nothing tells who wrote the other one, nor its words while they
    wait.
    """
    stands = records[Placement].get(resolved(records, card.id))
    if stands is None or not stands.tells_authors:
        return {}
    if stands.id == card.id:
        return {"joined": {"stands": True, "text": ""}} if card.id in stand else {}
    return {"joined": {"stands": False, "text": "" if stands.is_held else records[Card][stands.id].text}}


def words() -> Words:
    """Say the texts of this page."""
    return {
        "title_ideation_board": _("Ideas"),
        "ideas_question": _("What comes to mind?"),
        "idea_hint": _("One idea, in a few words"),
        "idea_nameless": _("Without a name"),
        "idea_unnamed": _("As {name}. The room sees no names."),
        "idea_named": _("The room sees names here."),
        "idea_signed": _("Show my name, {name}"),
        "joined_here": _("Another idea was joined to this one. These words stay."),
        "joined_as": _("Joined with another idea. Together they read: “{text}”"),
        "joined_unseen": _("Joined with another idea. You will read both when ideas are shown."),
        "with_name": _("with your name"),
        "send_idea": _("Send idea"),
        "idea_sent": _("Sent. The room has it."),
        "idea_waits": _("Waiting for Wi-Fi, kept on this phone."),
        "idea_goes": _("It goes by itself when you are back."),
        "your_ideas": _("Your ideas"),
        "change_idea": _("Change this idea"),
        "take_back": _("Take it back"),
        "which_question": _("Which question does it answer?"),
        "ideas_left": counted("{n} more idea from you", "{n} more ideas from you"),
        "no_ideas_left": _("You have sent all your ideas. You can change one or take it back."),
        "save_idea": _("Save"),
        "cancel": _("Cancel"),
        "idea_off": _("taken off the board"),
        "idea_drop": _("Put it aside"),
        "board_closed": _("The board is not taking new ideas now. Look up."),
        "ideas_here": counted("{n} idea on the board", "{n} ideas on the board"),
        "sum_ideas": counted("{n} idea", "{n} ideas"),
    }
