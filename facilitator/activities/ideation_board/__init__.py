"""Idea board: people write cards in silence, and the room finds what belongs together."""

from __future__ import annotations

from facilitator.activities import Activity
from facilitator.activities.ideation_board.rules import RULES
from facilitator.i18n import N_
from facilitator.kit.told import Group, Told
from facilitator.kit.told_layouts import REFUSALS, TOLD

ACTIVITY = Activity(
    "ideation_board",
    N_("Idea board"),
    "sticker",
    "think",
    40,
    RULES,
    {
        "board.not_collecting": N_("The board is not taking new ideas at the moment."),
        "board.limit_reached": N_("Everybody has {most} ideas here. Change or take back one of yours first."),
        "board.no_such_card": N_("That idea is not on this board any more."),
        "board.no_such_cluster": N_("That group is not on this board any more."),
        "board.too_many_clusters": N_("A board has at most {most} groups. Put two of them together first."),
        "board.not_merged": N_("Nothing was merged into this idea."),
        "board.not_shown_yet": N_("The room does not see this idea yet. Put it on the stage first."),
        "board.no_such_table": N_("Tables are numbered from 1 to {most}."),
        "board.shows_no_names": N_("The room sees no names on this board."),
        "board.no_name": N_("You gave no name, so there is none to show."),
        "board.is_parked": N_("This idea is parked for later. Take it back to show it."),
        "board.on_ballot": N_("The room has voted on this note as one, so it stays one."),
        "board.too_few_to_merge": N_("Choose two notes or more to merge."),
        **REFUSALS,
        "board.unknown_step": N_("The board has no such step."),
    },
    {
        "ideation_board.idea_added": Told(
            Group.IDEAS,
            "sticker",
            N_("You added “{card_text}”."),
            N_("{who} sent “{card_text}”."),
            "placement_is_held",
            {
                "True": (
                    N_("You added “{card_text}”. It waits in Unsorted."),
                    N_("{who} sent “{card_text}”. It waits in Unsorted."),
                ),
            },
        ),
        "ideation_board.ideas_added": Told(
            Group.IDEAS,
            "sticker",
            N_("You added a list of ideas, “{card_text}” first."),
            N_("{who} added a list of ideas, “{card_text}” first."),
        ),
        "ideation_board.paper_typed": Told(
            Group.IDEAS,
            "sticker",
            N_("You typed a paper card, “{card_text}”."),
            N_("{who} typed a paper card, “{card_text}”."),
            "paper_here",
            {
                "True": (
                    N_("You typed a paper card of table {paper_table}, “{card_text}”."),
                    N_("{who} typed a paper card of table {paper_table}, “{card_text}”."),
                ),
            },
        ),
        "ideation_board.idea_edited": Told(
            Group.IDEAS,
            "pencil-simple",
            N_("You reworded “{was_card_text}” as “{card_text}”."),
            N_("{who} reworded “{was_card_text}” as “{card_text}”."),
        ),
        "ideation_board.idea_removed": Told(
            Group.IDEAS,
            "archive",
            N_("You took “{was_card_text}” off the board."),
            N_("{who} took “{was_card_text}” off the board."),
        ),
        "ideation_board.idea_placed": Told(
            Group.IDEAS,
            "arrow-right",
            N_("You put “{card_text}” into “{cluster_name}”."),
            N_("{who} put “{card_text}” into “{cluster_name}”."),
            "placement_cluster",
            {
                "": (
                    N_("You put “{card_text}” back into Unsorted."),
                    N_("{who} put “{card_text}” back into Unsorted."),
                ),
            },
        ),
        "ideation_board.ideas_placed": Told(
            Group.IDEAS,
            "arrow-right",
            N_("You put several ideas into “{cluster_name}”, “{card_text}” first."),
            N_("{who} put several ideas into “{cluster_name}”, “{card_text}” first."),
            "placement_cluster",
            {
                "": (
                    N_("You put several ideas back into Unsorted, “{card_text}” first."),
                    N_("{who} put several ideas back into Unsorted, “{card_text}” first."),
                ),
            },
        ),
        "ideation_board.idea_held": Told(
            Group.IDEAS,
            "eye-slash",
            N_("You took “{card_text}” off the stage. It stays in the record."),
            N_("{who} took “{card_text}” off the stage. It stays in the record."),
        ),
        "ideation_board.idea_shown": Told(
            Group.IDEAS,
            "eye",
            N_("You let the room see “{card_text}”."),
            N_("{who} let the room see “{card_text}”."),
        ),
        "ideation_board.idea_starred": Told(
            Group.IDEAS,
            "check",
            N_("You put “{card_text}” on the short list."),
            N_("{who} put “{card_text}” on the short list."),
            "placement_is_starred",
            {
                "False": (
                    N_("You took “{card_text}” off the short list."),
                    N_("{who} took “{card_text}” off the short list."),
                ),
            },
        ),
        "ideation_board.ideas_merged": Told(
            Group.IDEAS,
            "arrows-merge",
            N_("You merged “{card_text}” into another note. Its words are kept."),
            N_("{who} merged “{card_text}” into another note. Its words are kept."),
            "card_here",
            {
                "True": (
                    N_("You merged notes as “{card_text}”. Every wording is kept."),
                    N_("{who} merged notes as “{card_text}”. Every wording is kept."),
                ),
            },
        ),
        "ideation_board.ideas_kept_apart": Told(
            Group.IDEAS,
            "arrows-split",
            N_("You said that notes which look alike are not the same."),
            N_("{who} said that notes which look alike are not the same."),
        ),
        "ideation_board.idea_split": Told(
            Group.IDEAS,
            "arrows-split",
            N_("You took a merged note apart again. “{card_text}” stands for itself."),
            N_("{who} took a merged note apart again. “{card_text}” stands for itself."),
        ),
        "ideation_board.wordings_shown": Told(
            Group.IDEAS,
            "eye",
            N_("You let the stage show every wording of “{card_text}”."),
            N_("{who} let the stage show every wording of “{card_text}”."),
            "placement_shows_wordings",
            {
                "False": (
                    N_("You let the stage show one wording of “{card_text}” only."),
                    N_("{who} let the stage show one wording of “{card_text}” only."),
                ),
            },
        ),
        "ideation_board.authors_told": Told(
            Group.IDEAS,
            "device-mobile",
            N_("You let phones say that an idea is part of “{card_text}”."),
            N_("{who} let phones say that an idea is part of “{card_text}”."),
            "placement_tells_authors",
            {
                "False": (
                    N_("You let phones no longer say that an idea is part of “{card_text}”."),
                    N_("{who} let phones no longer say that an idea is part of “{card_text}”."),
                ),
            },
        ),
        "ideation_board.idea_parked": Told(
            Group.IDEAS,
            "tray",
            N_("You parked “{card_text}” for later."),
            N_("{who} parked “{card_text}” for later."),
            "placement_is_parked",
            {
                "False": (
                    N_("You took “{card_text}” back from what is parked."),
                    N_("{who} took “{card_text}” back from what is parked."),
                ),
            },
        ),
        "ideation_board.cluster_added": Told(
            Group.IDEAS,
            "plus",
            N_("You made the group “{cluster_name}”."),
            N_("{who} made the group “{cluster_name}”."),
        ),
        "ideation_board.cluster_renamed": Told(
            Group.IDEAS,
            "pencil-simple",
            N_("You renamed the group “{was_cluster_name}” to “{cluster_name}”."),
            N_("{who} renamed the group “{was_cluster_name}” to “{cluster_name}”."),
        ),
        "ideation_board.harvest_chosen": Told(
            Group.IDEAS,
            "check",
            N_("You chose the groups that go on to the next activity."),
            N_("{who} chose the groups that go on to the next activity."),
            "board_yields",
            {
                "()": (
                    N_("You let the short list go on again, or all ideas where there is none."),
                    N_("{who} let the short list go on again, or all ideas where there is none."),
                ),
            },
        ),
        "ideation_board.harvest_shaped": Told(
            Group.IDEAS,
            "check",
            N_("You let ideas go on one by one."),
            N_("{who} let ideas go on one by one."),
            "board_yields_whole",
            {
                "True": (
                    N_("You let each group go on to the next activity as one."),
                    N_("{who} let each group go on to the next activity as one."),
                ),
            },
        ),
        "ideation_board.cluster_moved": Told(
            Group.IDEAS,
            "arrow-right",
            N_("You gave the group “{cluster_name}” another place."),
            N_("{who} gave the group “{cluster_name}” another place."),
        ),
        "ideation_board.cluster_removed": Told(
            Group.IDEAS,
            "arrows-split",
            N_("You took the group “{was_cluster_name}” apart. Its ideas are in Unsorted."),
            N_("{who} took the group “{was_cluster_name}” apart. Its ideas are in Unsorted."),
        ),
        "ideation_board.step_taken": Told(
            Group.IDEAS,
            "play",
            N_("You moved the board on."),
            N_("{who} moved the board on."),
            "board_step",
            {
                "prompt": (
                    N_("You went back to the question of the board."),
                    N_("{who} went back to the question of the board."),
                ),
                "collect": (
                    N_("You moved the room to collecting ideas."),
                    N_("{who} moved the room to collecting ideas."),
                ),
                "cluster": (N_("You moved the room to grouping ideas."), N_("{who} moved the room to grouping ideas.")),
            },
        ),
        "ideation_board.collecting_opened": Told(
            Group.IDEAS,
            "tray",
            N_("You opened the board for new ideas."),
            N_("{who} opened the board for new ideas."),
        ),
        "ideation_board.collecting_closed": Told(
            Group.IDEAS,
            "tray",
            N_("You closed the board for new ideas from phones."),
            N_("{who} closed the board for new ideas from phones."),
        ),
        "ideation_board.limit_set": Told(
            Group.IDEAS,
            "tray",
            N_("You limited ideas to {board_limit} for each person."),
            N_("{who} limited ideas to {board_limit} for each person."),
            "board_limit",
            {
                "0": (
                    N_("You let everybody send as many ideas as they like."),
                    N_("{who} let everybody send as many ideas as they like."),
                ),
            },
        ),
        "ideation_board.question_added": Told(
            Group.IDEAS,
            "question",
            N_("You asked one more question: “{cluster_name}”."),
            N_("{who} asked one more question: “{cluster_name}”."),
        ),
        "ideation_board.ideas_shown": Told(
            Group.STAGE,
            "eye",
            N_("You let the room see several ideas, “{card_text}” first."),
            N_("{who} let the room see several ideas, “{card_text}” first."),
        ),
        "ideation_board.author_revealed": Told(
            Group.STAGE,
            "eye",
            N_("You showed the room what one person wrote, “{card_text}” first."),
            N_("{who} showed the room what one person wrote, “{card_text}” first."),
        ),
        "ideation_board.arriving_shown": Told(
            Group.STAGE,
            "eye",
            N_("You let the room see ideas as they arrive."),
            N_("{who} let the room see ideas as they arrive."),
        ),
        "ideation_board.arriving_hidden": Told(
            Group.STAGE,
            "eye-slash",
            N_("You let new ideas wait before the room sees them."),
            N_("{who} let new ideas wait before the room sees them."),
        ),
        "ideation_board.authors_shown": Told(
            Group.STAGE,
            "user-circle",
            N_("You let the room see who wrote an idea, of those who say so."),
            N_("{who} let the room see who wrote an idea, of those who say so."),
        ),
        **TOLD,
        "ideation_board.authors_hidden": Told(
            Group.STAGE,
            "user-circle",
            N_("You took the names off the board."),
            N_("{who} took the names off the board."),
        ),
        "ideation_board.idea_signed": Told(
            Group.IDEAS,
            "user-circle",
            N_("You put your name to “{card_text}”."),
            N_("{who} put their name to “{card_text}”."),
        ),
        "ideation_board.idea_unsigned": Told(
            Group.IDEAS,
            "user-circle",
            N_("You took the name off “{card_text}”."),
            N_("{who} took the name off “{card_text}”."),
        ),
        "ideation_board.revealed": Told(
            Group.STAGE,
            "eye",
            N_("You showed the room all ideas that waited."),
            N_("{who} showed the room all ideas that waited."),
        ),
        "ideation_board.idea_focused": Told(
            Group.STAGE,
            "projector-screen",
            N_("You showed “{card_text}” large on the stage."),
            N_("{who} showed “{card_text}” large on the stage."),
            "board_focus",
            {
                "": (
                    N_("You showed the whole board on the stage again."),
                    N_("{who} showed the whole board on the stage again."),
                ),
            },
        ),
        "ideation_board.cluster_spotlit": Told(
            Group.STAGE,
            "projector-screen",
            N_("You showed the group “{cluster_name}” large on the stage."),
            N_("{who} showed the group “{cluster_name}” large on the stage."),
            "board_spotlight",
            {
                "": (
                    N_("You showed all groups on the stage again."),
                    N_("{who} showed all groups on the stage again."),
                ),
            },
        ),
    },
)
