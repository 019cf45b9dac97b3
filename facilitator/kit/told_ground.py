"""What happens in every convening, in plain words: the sentences of the ground's facts, by kind."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.i18n import N_
from facilitator.kit.told import Group, Told
from facilitator.kit.told_arranging import ARRANGING
from facilitator.kit.told_rounds import ROUNDS

GROUND: Mapping[str, Told] = {
    **ARRANGING,
    "convening.created": Told(
        Group.AGENDA,
        "calendar-blank",
        N_("You began this convening."),
        N_("{who} began this convening."),
    ),
    "convening.described": Told(
        Group.AGENDA,
        "calendar-blank",
        N_("You changed what is said about this convening."),
        N_("{who} changed what is said about this convening."),
    ),
    "convening.went_live": Told(
        Group.STAGE,
        "door-open",
        N_("You opened the doors."),
        N_("{who} opened the doors."),
    ),
    "convening.ended": Told(
        Group.STAGE,
        "door-open",
        N_("You ended the day. The stage said thank you."),
        N_("{who} ended the day. The stage said thank you."),
    ),
    "person.added": Told(
        Group.PEOPLE,
        "user-circle",
        N_("You changed what is known of {person_name}."),
        N_("{who} changed what is known of {person_name}."),
        "person_here",
        {
            "True": (N_("You put {person_name} on the list."), N_("{who} put {person_name} on the list.")),
        },
    ),
    "person.list_added": Told(
        Group.PEOPLE,
        "user-circle",
        N_("You put people from a table on the list."),
        N_("{who} put people from a table on the list."),
    ),
    "participant.forgotten": Told(
        Group.PEOPLE,
        "user-circle",
        N_("You forgot a person. Their ideas stay, without a name."),
        N_("{who} forgot a person. Their ideas stay, without a name."),
    ),
    "participant.forgotten_with_ideas": Told(
        Group.PEOPLE,
        "user-circle",
        N_("You forgot a person, and all that they wrote."),
        N_("{who} forgot a person, and all that they wrote."),
    ),
    "person.removed": Told(
        Group.PEOPLE,
        "user-circle",
        N_("You took {was_person_name} off the list."),
        N_("{who} took {was_person_name} off the list."),
    ),
    "person.joined": Told(
        Group.PEOPLE,
        "device-mobile",
        N_("{who} took a seat."),
        N_("{who} took a seat."),
    ),
    "person.rejoined": Told(
        Group.PEOPLE,
        "device-mobile",
        N_("{who} came back to their seat."),
        N_("{who} came back to their seat."),
    ),
    "person.language_chosen": Told(
        Group.PEOPLE,
        "device-mobile",
        N_("{who} reads the page in another language."),
        N_("{who} reads the page in another language."),
    ),
    "person.renamed": Told(
        Group.PEOPLE,
        "user-circle",
        N_("You call somebody {person_name} now."),
        N_("{who} calls somebody {person_name} now."),
    ),
    "person.muted": Told(
        Group.PEOPLE,
        "device-mobile",
        N_("You took nothing more to read from one phone."),
        N_("{who} took nothing more to read from one phone."),
    ),
    "person.unmuted": Told(
        Group.PEOPLE,
        "device-mobile",
        N_("You took what one phone writes again."),
        N_("{who} took what one phone writes again."),
    ),
    "person.seat_taken": Told(
        Group.PEOPLE,
        "door-open",
        N_("You took a seat away. Its phone may join anew."),
        N_("{who} took a seat away. Its phone may join anew."),
    ),
    "person.seat_added": Told(
        Group.PEOPLE,
        "note-pencil",
        N_("You seated {person_name}, on paper."),
        N_("{who} seated {person_name}, on paper."),
    ),
    "person.moved_to_paper": Told(
        Group.PEOPLE,
        "note-pencil",
        N_("You moved one seat to paper."),
        N_("{who} moved one seat to paper."),
    ),
    "person.moved_to_phone": Told(
        Group.PEOPLE,
        "device-mobile",
        N_("You moved one seat back to a phone."),
        N_("{who} moved one seat back to a phone."),
    ),
    "person.seat_moved": Told(
        Group.PEOPLE,
        "device-mobile",
        N_("You gave a phone its earlier seat back."),
        N_("{who} gave a phone its earlier seat back."),
    ),
    "person.left": Told(
        Group.PEOPLE,
        "door-open",
        N_("{who} is done for today."),
        N_("{who} is done for today."),
    ),
    "agenda.block_added": Told(
        Group.AGENDA,
        "plus",
        N_("You put “{block_title}” on the agenda."),
        N_("{who} put “{block_title}” on the agenda."),
    ),
    "agenda.block_changed": Told(
        Group.AGENDA,
        "pencil-simple",
        N_("You changed “{block_title}” on the agenda."),
        N_("{who} changed “{block_title}” on the agenda."),
    ),
    "agenda.block_moved": Told(
        Group.AGENDA,
        "dots-six-vertical",
        N_("You moved “{block_title}” to another place on the agenda."),
        N_("{who} moved “{block_title}” to another place on the agenda."),
    ),
    "agenda.block_removed": Told(
        Group.AGENDA,
        "archive",
        N_("You took “{was_block_title}” off the agenda."),
        N_("{who} took “{was_block_title}” off the agenda."),
    ),
    "agenda.steps_planned": Told(
        Group.AGENDA,
        "pencil-simple",
        N_("You changed the steps of “{block_title}”."),
        N_("{who} changed the steps of “{block_title}”."),
    ),
    "agenda.day_added": Told(
        Group.AGENDA,
        "calendar-blank",
        N_("You added a day."),
        N_("{who} added a day."),
    ),
    "agenda.day_changed": Told(
        Group.AGENDA,
        "calendar-blank",
        N_("You changed what is said about a day."),
        N_("{who} changed what is said about a day."),
    ),
    "agenda.day_removed": Told(
        Group.AGENDA,
        "calendar-blank",
        N_("You took a day off the agenda."),
        N_("{who} took a day off the agenda."),
    ),
    "agenda.replanned": Told(
        Group.AGENDA,
        "arrows-in-line-horizontal",
        N_("You gave the rest of the day another plan."),
        N_("{who} gave the rest of the day another plan."),
    ),
    "agenda.day_ended": Told(
        Group.CLOCK,
        "door-open",
        N_("You ended this day. The stage said thank you."),
        N_("{who} ended this day. The stage said thank you."),
    ),
    "agenda.step_begun": Told(
        Group.CLOCK,
        "play",
        N_("You went on to the next step of “{block_title}”."),
        N_("{who} went on to the next step of “{block_title}”."),
    ),
    "agenda.step_begun_again": Told(
        Group.CLOCK,
        "arrow-counter-clockwise",
        N_("You went back a step in “{block_title}”."),
        N_("{who} went back a step in “{block_title}”."),
    ),
    "agenda.block_started": Told(
        Group.CLOCK,
        "play",
        N_("You began “{block_title}”."),
        N_("{who} began “{block_title}”."),
    ),
    "agenda.timer_paused": Told(
        Group.CLOCK,
        "pause-fill",
        N_("You held the clock of “{block_title}”."),
        N_("{who} held the clock of “{block_title}”."),
    ),
    "agenda.timer_resumed": Told(
        Group.CLOCK,
        "play",
        N_("You let the clock of “{block_title}” go on."),
        N_("{who} let the clock of “{block_title}” go on."),
    ),
    "agenda.minutes_added": Told(
        Group.CLOCK,
        "bell-ringing",
        N_("You gave “{block_title}” more time. Minutes: {minutes}."),
        N_("{who} gave “{block_title}” more time. Minutes: {minutes}."),
        "is_longer",
        {
            "False": (
                N_("You took time from “{block_title}”. Minutes: {minutes}."),
                N_("{who} took time from “{block_title}”. Minutes: {minutes}."),
            ),
        },
    ),
    "stage.shown": Told(
        Group.STAGE,
        "projector-screen",
        N_("You sent something to the stage."),
        N_("{who} sent something to the stage."),
        "stage_shows",
        {
            "welcome": (N_("You showed the welcome on the stage."), N_("{who} showed the welcome on the stage.")),
            "activity": (
                N_("You showed the live block on the stage."),
                N_("{who} showed the live block on the stage."),
            ),
            "timer": (N_("You showed the timer on the stage."), N_("{who} showed the timer on the stage.")),
            "thanks": (N_("You said thank you on the stage."), N_("{who} said thank you on the stage.")),
        },
    ),
    "stage.lateness_shown": Told(
        Group.STAGE,
        "projector-screen",
        N_("You let the room see how late the day is."),
        N_("{who} let the room see how late the day is."),
    ),
    "stage.lateness_hidden": Told(
        Group.STAGE,
        "projector-screen",
        N_("You kept to this laptop how late the day is."),
        N_("{who} kept to this laptop how late the day is."),
    ),
    "stage.blanked": Told(
        Group.STAGE,
        "monitor",
        N_("You made the stage dark."),
        N_("{who} made the stage dark."),
    ),
    "stage.lit": Told(
        Group.STAGE,
        "projector-screen",
        N_("You let the stage be seen again."),
        N_("{who} let the stage be seen again."),
    ),
    "stage.frozen": Told(
        Group.STAGE,
        "snowflake",
        N_("You froze the stage."),
        N_("{who} froze the stage."),
    ),
    "stage.thawed": Told(
        Group.STAGE,
        "projector-screen",
        N_("You let the stage follow again."),
        N_("{who} let the stage follow again."),
    ),
    "card.edited": Told(
        Group.IDEAS,
        "pencil-simple",
        N_("You reworded “{was_card_text}” as “{card_text}”."),
        N_("{who} reworded “{was_card_text}” as “{card_text}”."),
    ),
    "confidence.labelled": Told(
        Group.IDEAS,
        "check",
        N_("You let “{card_text}” be as sure as its voices."),
        N_("{who} let “{card_text}” be as sure as its voices."),
        "confidence_level",
        {
            "hunch": (N_("You called “{card_text}” a hunch."), N_("{who} called “{card_text}” a hunch.")),
            "noticed": (
                N_("You said that several have noticed “{card_text}”."),
                N_("{who} said that several have noticed “{card_text}”."),
            ),
            "tested": (N_("You called “{card_text}” tested."), N_("{who} called “{card_text}” tested.")),
            "agreed": (N_("You called “{card_text}” agreed."), N_("{who} called “{card_text}” agreed.")),
        },
    ),
    "card.removed": Told(
        Group.IDEAS,
        "archive",
        N_("You took “{was_card_text}” away everywhere."),
        N_("{who} took “{was_card_text}” away everywhere."),
    ),
    "note.written": Told(
        Group.AGENDA,
        "note-pencil",
        N_("You wrote a private note."),
        N_("{who} wrote a private note."),
    ),
    "harvest.taken": Told(
        Group.IDEAS,
        "tray",
        N_("You brought in what the activity before had found."),
        N_("{who} brought in what the activity before had found."),
    ),
    **ROUNDS,
}
"""How each kind of the ground's facts is told."""
