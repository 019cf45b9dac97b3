"""Refusals in words: one plain sentence for every code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.convening.words import Refusal
from facilitator.i18n import N_, _
from facilitator.kit.who import Names, nameless, who_is

GROUND: Mapping[str, str] = {
    "backup.damaged": N_("This backup is damaged: {path}"),
    "backup.failed": N_("No backup could be made in {path}. Is the disk full, or the folder locked?"),
    "backup.none": N_("There is no backup yet."),
    "backup.none_such": N_("There is no backup of that name."),
    "backup.not_empty": N_("That folder is not empty: {path}"),
    "backup.no_folder": N_("That folder is not there, or takes no files: {path}"),
    "backup.under_way": N_("A copy is being put in place. Try again in a moment."),
    "ballot.no_seat": N_("Join first, then vote."),
    "ballot.no_such_option": N_("One of these choices is not on the ballot."),
    "ballot.too_many_dots": N_("That is more than the {dots} dots everybody has."),
    "ballot.too_many_on_one": N_("At most {cap} dots go on one idea."),
    "block.bad_minutes": N_("Between 1 minute and a day, please."),
    "block.bad_start": N_("A fixed start lies between 0:00 and 23:59."),
    "block.is_live": N_("This block is running. Go on to another one first."),
    "block.bad_cues": N_("Cues are minutes before the end, such as 5 and 1."),
    "block.bad_split": N_("A block is split within its own minutes."),
    "block.has_work": N_("The room has worked in one of these blocks, so it stays by itself."),
    "block.none_chosen": N_("Choose a block first."),
    "block.not_adjacent": N_("Only blocks that follow one another can be joined."),
    "block.none_such": N_("That block is not on the agenda any more."),
    "card.merged_in_a_ring": N_("These notes were merged the other way round since. Take them apart first."),
    "card.none_such": N_("That idea is not there any more."),
    "card.not_yours": N_("Only who wrote an idea can change it from a phone."),
    "clock.ahead": N_("The other laptop's clock is {minutes} minutes ahead. Set it right and try again."),
    "convening.exists": N_("This convening is there already."),
    "convening.in_memory": N_("Something in it is in memory only. Do that once more to lose it."),
    "convening.is_live": N_("This convening is live. Do that when its day is over."),
    "convening.live_beside": N_("Another convening is live. Do that when its day is over."),
    "convening.none_such": N_("There is no convening of that name or number."),
    "convening.untitled": N_("A convening needs a title."),
    "disk.full": N_("The disk is full. Make room on it, and try again. {path}"),
    "disk.read_only": N_("Nothing can be written in this folder: it is locked. {path}"),
    "edition.unknown": N_("There is no such edition; there are {editions}."),
    "file.cloned": N_("This file comes from a copy of this workspace and cannot be taken in: {path}"),
    "file.damaged": N_("This file is damaged: {path}"),
    "app.silent": N_("Facilitator is open already, but it does not answer. Close it, then start it again."),
    "file.foreign": N_("This is not a file of Facilitator: {path}"),
    "file.in_use": N_("Facilitator is open already with this data folder: {path}"),
    "file.missing": N_("There is no such file: {path}"),
    "file.newer": N_("This file was made with a newer Facilitator: {path}"),
    "file.not_brought_up": N_("This file could not be made ready for this Facilitator; it is as it was: {path}"),
    "file.not_written": N_("This file could not be written. Is the disk full, or the folder locked? {path}"),
    "file.too_large": N_("This file is far larger than a convening can be: {path}"),
    "file.unknown_ending": N_("The name must end in {endings}."),
    "file.unreadable": N_("This file cannot be opened: {path}"),
    "folder.network": N_("{folder} lies on another machine, where a live convening is not safe. Use {instead}."),
    "folder.nowhere": N_("{folder} is not safe for a live convening. Use a folder on this laptop’s own disk."),
    "folder.synced": N_("{service} copies {folder}, where a live convening is not safe. Use {instead}."),
    "form.unreadable": N_("That could not be read. Please try again."),
    "paper.unknown": N_("There is no such paper; there are {papers}."),
    "part.unknown": N_("That part cannot be written alone; there are {parts}."),
    "person.name_too_long": N_("Up to {longest} letters, please."),
    "person.none_such": N_("That person is not on the list any more."),
    "person.seated_already": N_("This phone has a seat already."),
    "person.too_many": N_("At most {most} people at once, please."),
    "person.wrong_word": N_("No seat has that word. Look on your first phone, or join anew."),
    "record.still_needed": N_("Something else still needs this."),
    "redo.nothing": N_("There is nothing to do again."),
    "round.bad_quota": N_("At least one dot each, and at most that many on one idea."),
    "round.is_over": N_("This round is over."),
    "round.no_options": N_("Put something on the ballot first."),
    "round.none_such": N_("That round is not there any more."),
    "round.not_closed": N_("Close the vote first."),
    "round.not_open": N_("The vote is closed."),
    "round.open_already": N_("A round is open already."),
    "stage.unknown_view": N_("The stage cannot show that."),
    "table.empty": N_("There is nothing in this table: {path}"),
    "table.old_workbook": N_("This is an old kind of workbook. Save it as .xlsx or .csv and choose it again: {path}"),
    "table.too_large": N_("This table is far too large for a list of people: {path}"),
    "table.unreadable": N_("This table cannot be read. Save it as .xlsx or .csv, or paste it: {path}"),
    "template.newer": N_("This template was made with a newer Facilitator: {path}"),
    "template.unreadable": N_("This file is no template: {path}"),
    "template.none_such": N_("There is no such template; there are {templates}."),
    "text.empty": N_("Write something first."),
    "text.too_long": N_("Up to {longest} letters, please. This has {length}; it stays here until you shorten it."),
    "day.bad_start": N_("A day starts between 0:00 and 23:59."),
    "day.is_first": N_("The first day stays. Its blocks can be taken off one by one."),
    "day.none_such": N_("That day is not on the agenda any more."),
    "step.bad_length": N_("A step takes between 1 second and a day."),
    "step.bad_rounds": N_("A step has between 1 and {most} rounds."),
    "step.misplaced": N_("A phase belongs to a step of the same block."),
    "step.no_room": N_("These steps need {fewest} minutes at least. Choose some of them."),
    "step.no_other": N_("There is no other step in this block."),
    "step.too_many": N_("A block has at most {most} steps."),
    "timer.no_time_left": N_("The time would not fit into a day."),
    "timer.not_running": N_("No timer is running."),
    "undo.changed_since": N_("This was changed by {by} since, so it stays as it is."),
    "undo.never": N_("This cannot be taken back."),
    "undo.not_yours": N_("Only who did this can take it back."),
    "undo.nothing": N_("There is nothing to take back."),
    "undo.revealed": N_("The room has seen it revealed, so it stays as it is."),
    "wish.failed": N_("That did not work. Nothing has changed."),
    "wish.guides_only": N_("Only the facilitator can do that."),
    "wish.no_such_block": N_("That block is not on the agenda any more."),
    "wish.not_yours": N_("That was said by somebody else already."),
    "wish.unknown": N_("That cannot be done here."),
}
"""The sentences of the ground's refusals, by code."""


def sentence(refusal: Refusal, more: Mapping[str, str], names: Names = nameless) -> str:
    """Say a refusal to the facilitator. `more` are the activities' sentences by code, `names` knows people's names."""
    marked = GROUND.get(refusal.code) or more.get(refusal.code) or N_("That cannot be done here.")
    values: dict[str, Any] = dict(refusal.values)
    if "by" in values:
        values["by"] = who_is(str(values["by"]), names)
    return _(marked).format_map(values)
