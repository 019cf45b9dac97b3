"""Wicked questions: two things that are true of us at once, and the question that holds them together."""

from __future__ import annotations

from facilitator.activities import Activity
from facilitator.activities.wicked_questions.rules import RULES
from facilitator.i18n import N_
from facilitator.kit.told import Group, Told

ACTIVITY = Activity(
    "wicked_questions",
    N_("Wicked question"),
    "question",
    "think",
    25,
    RULES,
    {
        "wicked.unknown_stem": N_("There is no such beginning for a wicked question."),
        "wicked.unknown_half": N_("A truth belongs to the first half or to the second."),
        "wicked.half_missing": N_("A wicked question needs both halves."),
        "wicked.no_such_candidate": N_("That question is not on the list any more."),
        "wicked.unknown_step": N_("The wicked question has no such step."),
        "wicked.not_answering": N_("The room has gone on from this question; no more answers for the moment."),
        "wicked.no_such_answer": N_("That answer is not on the list any more."),
        "wicked.has_answers": N_("The room has answered this question, so it stays on the list."),
        "wicked.not_collecting": N_("The room is choosing now; no new truths for the moment."),
    },
    {
        "wicked_questions.truths_sent": Told(
            Group.IDEAS,
            "sticker",
            N_("You added a truth: “{card_text}”."),
            # Phones were promised: shared without your name.
            N_("Somebody sent a truth: “{card_text}”."),
        ),
        "wicked_questions.truth_removed": Told(
            Group.IDEAS,
            "archive",
            N_("You took away the truth “{was_card_text}”."),
            N_("The truth “{was_card_text}” was taken away."),
        ),
        "wicked_questions.answer_sent": Told(
            Group.IDEAS,
            "chats-circle",
            N_("You added an answer: “{card_text}”."),
            # Phones were promised: shared without your name.
            N_("Somebody sent an answer: “{card_text}”."),
        ),
        "wicked_questions.answer_removed": Told(
            Group.IDEAS,
            "archive",
            N_("You took away the answer “{was_card_text}”."),
            N_("The answer “{was_card_text}” was taken away."),
        ),
        "wicked_questions.answer_shown": Told(
            Group.STAGE,
            "eye",
            N_("You let the room read “{card_text}”."),
            N_("{who} let the room read “{card_text}”."),
            "showing_answer",
            {
                "": (
                    N_("You left the stage to the question alone."),
                    N_("{who} left the stage to the question alone."),
                ),
            },
        ),
        "wicked_questions.candidate_kept": Told(
            Group.IDEAS,
            "question",
            N_("You kept a wicked question: “{candidate_first}” and “{candidate_second}”."),
            N_("{who} kept a wicked question: “{candidate_first}” and “{candidate_second}”."),
        ),
        "wicked_questions.candidate_edited": Told(
            Group.IDEAS,
            "pencil-simple",
            N_("You reworded a wicked question: “{candidate_first}” and “{candidate_second}”."),
            N_("{who} reworded a wicked question: “{candidate_first}” and “{candidate_second}”."),
        ),
        "wicked_questions.candidate_set_aside": Told(
            Group.IDEAS,
            "archive",
            N_("You set a wicked question aside: “{was_candidate_first}” and “{was_candidate_second}”."),
            N_("{who} set a wicked question aside: “{was_candidate_first}” and “{was_candidate_second}”."),
        ),
        "wicked_questions.chosen": Told(
            Group.IDEAS,
            "question",
            N_("You chose the wicked question to live with: “{candidate_first}” and “{candidate_second}”."),
            N_("{who} chose the wicked question to live with: “{candidate_first}” and “{candidate_second}”."),
            "inquiry_chosen",
            {
                "": (
                    N_("You left open which wicked question to live with."),
                    N_("{who} left open which wicked question to live with."),
                ),
            },
        ),
        "wicked_questions.step_taken": Told(
            Group.IDEAS,
            "play",
            N_("You moved the wicked question on."),
            N_("{who} moved the wicked question on."),
            "inquiry_step",
            {
                "truths": (N_("You asked the room for what is true."), N_("{who} asked the room for what is true.")),
                "build": (
                    N_("You moved the room to building wicked questions."),
                    N_("{who} moved the room to building wicked questions."),
                ),
                "choose": (
                    N_("You moved the room to choosing a wicked question."),
                    N_("{who} moved the room to choosing a wicked question."),
                ),
                "live": (
                    N_("You moved the room to living with its wicked question."),
                    N_("{who} moved the room to living with its wicked question."),
                ),
            },
        ),
    },
)
