"""A convening kept as a template, and begun again from its file: the same days, blocks and steps, and nobody in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from facilitator.activities import discover
from facilitator.activities.dot_vote.rules import Vote
from facilitator.app import house
from facilitator.beginnings.saved_templates import FOLDER, as_template, file_of, read, save, saved, template_from, write
from facilitator.beginnings.templates import carry_out, plan_of
from facilitator.convening.agenda import Block, agenda
from facilitator.convening.cards import Card
from facilitator.convening.days import days
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import ConveningId, WishId
from facilitator.convening.records import Records
from facilitator.convening.states import stated
from facilitator.convening.steps import steps_of
from facilitator.convening.words import Receipt, Refusal, Wish
from facilitator.desk.desk import Desk, new_wish_id
from tests.app.exporting.planned import PRIVATE, two_days

NOT_KEPT = {"id", "place", "day", "guide", "roles", "replanned"}


def begun(records: Records, folder: Path, day: str = "2030-01-07") -> Records:
    """What a convening is that was begun from the file of another."""
    template, spoiled = saved(folder, discover())
    assert not spoiled
    workspace = house.open_workspace(folder / "data")
    desk = Desk(workspace, new_wish_id(), house.rulebook())
    desk.start()

    def ask(wish: Wish, wish_id: WishId, activity: str) -> Future[Receipt]:
        return desk.say(wish, activity=activity, id=wish_id)

    plan = plan_of(template[0], day)
    carry_out(plan, ConveningId(desk.stream), "ABCDEFGH", ask, lambda: WishId(new_wish_id())).result(20)
    made = desk.news.records
    desk.stop()
    workspace.close()
    assert records is not made
    return made


def kept(block: Block) -> dict[str, Any]:
    return {field.name: getattr(block, field.name) for field in fields(block) if field.name not in NOT_KEPT}


def test_a_template_begins_the_same_days_blocks_and_steps(tmp_path: Path) -> None:
    records = two_days()
    save(as_template(records, discover()), tmp_path)

    made = begun(records, tmp_path)

    assert [kept(block) for block in agenda(made)] == [kept(block) for block in agenda(records)]
    assert [(day.date, day.starts) for day in days(made)] == [("2030-01-07", 540), ("2030-01-08", 600)]
    assert [block.day == "" for block in agenda(made)] == [True, True, False]
    for old, new in zip(agenda(records), agenda(made), strict=True):
        before, after = steps_of(records, old.id), steps_of(made, new.id)
        assert [(s.text, s.seconds, s.rounds, s.who, s.title) for s in before] == [
            (s.text, s.seconds, s.rounds, s.who, s.title) for s in after
        ]
        assert [bool(s.within) for s in before] == [bool(s.within) for s in after]
    assert the_convening(made).purpose == the_convening(records).purpose


def test_nobody_and_nothing_that_was_said_is_in_the_file(tmp_path: Path) -> None:
    said = save(as_template(two_days(), discover()), tmp_path).read_text(encoding="utf-8")

    for words in ("amina", "kofi", "Kofi", "Watch the time", "2027", "Nairobi", "Shorter meetings", "example.org"):
        assert words not in said
    assert PRIVATE[0] in said


def test_templates_of_one_name_lie_beside_one_another(tmp_path: Path) -> None:
    for _time in range(2):
        save(as_template(two_days(), discover()), tmp_path)

    found, spoiled = saved(tmp_path, discover())

    assert [template.key for template in found] == ["saved:Clean Water 2.json", "saved:Clean Water.json"]
    assert [template.name for template in found] == ["Clean Water", "Clean Water"]
    assert file_of(found[1].key, tmp_path).is_file()
    assert not spoiled


def test_a_key_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    assert file_of("saved:../../etc/passwd", tmp_path) == tmp_path / FOLDER / "passwd"


def test_an_activity_that_this_house_has_not_runs_as_a_plain_block(tmp_path: Path) -> None:
    written = as_template(two_days(), discover())
    written["blocks"][0] |= {"activity": "hologram", "method": "telepathy", "icon": "../../secret"}

    template = template_from(written, "", discover())

    block = template.blocks[0].block
    assert (block.activity, block.method, block.icon, template.standing_in) == ("plain", "", "", 1)


def spoiled(change: Callable[[dict[str, Any]], object]) -> str:
    written = json.loads(json.dumps(as_template(two_days(), discover())))
    change(written)
    return json.dumps(written)


BAD = {
    "empty": "",
    "no words of a program": "Dear room",
    "deep": "[" * 100_000,
    "another thing": "[1, 2]",
    "another format": spoiled(lambda w: w.update(format="recipe")),
    "no blocks": spoiled(lambda w: w.pop("blocks")),
    "blocks that are words": spoiled(lambda w: w.update(blocks="many")),
    "a number for a title": spoiled(lambda w: w["blocks"][0].update(title=5)),
    "no title": spoiled(lambda w: w["blocks"][0].update(title=" ")),
    "minutes without end": spoiled(lambda w: w["blocks"][0].update(minutes=10**9)),
    "yes for minutes": spoiled(lambda w: w["blocks"][0].update(minutes=True)),
    "a day there is not": spoiled(lambda w: w["blocks"][0].update(on_day=9)),
    "another colour": spoiled(lambda w: w["blocks"][0].update(category="party")),
    "a step of no time": spoiled(lambda w: w["blocks"][0]["steps"][0].update(seconds=0)),
    "steps within steps within steps": spoiled(lambda w: w["blocks"][0]["steps"][0].update(phases=[[]])),
    "a day before the first": spoiled(lambda w: w["days"][0].update(after=-3)),
    "far too large": " " * 2_000_001,
    "no name": spoiled(lambda w: w.update(name="")),
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_a_file_that_is_no_template_is_refused_and_the_others_are_read(tmp_path: Path, content: str) -> None:
    save(as_template(two_days(), discover()), tmp_path)
    bad = tmp_path / FOLDER / "bad.json"
    bad.write_text(content, encoding="utf-8")

    with pytest.raises(Refusal) as refused:
        read(bad)

    assert (refused.value.code, refused.value.values["path"]) == ("template.unreadable", str(bad))
    found, none = saved(tmp_path, discover())
    assert ([template.name for template in found], none) == (["Clean Water"], (bad,))


def test_a_template_of_a_newer_house_is_said_to_be_one(tmp_path: Path) -> None:
    write({**as_template(two_days(), discover()), "version": 9}, tmp_path / "new.json")

    with pytest.raises(Refusal) as refused:
        read(tmp_path / "new.json")

    assert refused.value.code == "template.newer"


def test_a_file_that_is_gone_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        read(tmp_path / "gone.json")

    assert refused.value.code == "file.missing"


def test_a_folder_that_takes_no_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("in the way")

    with pytest.raises(Refusal) as refused:
        save(as_template(two_days(), discover()), tmp_path)

    assert refused.value.code == "file.not_written"


def test_what_was_read_is_what_was_written(tmp_path: Path) -> None:
    records = two_days().after(())
    written = json.loads(json.dumps(as_template(records, discover())))

    assert read(save(written, tmp_path)) == written
    assert replace(template_from(written, "a", discover()), key="") == template_from(written, "", discover())


def test_what_was_settled_in_a_block_is_settled_in_the_next_convening(tmp_path: Path) -> None:
    records = two_days()
    vote = next(block for block in agenda(records) if block.activity == "dot_vote")
    settled = records.after(stated(records, Vote(vote.id, 7, 4, (), "what helps soonest")))
    assert settled[Card]

    save(as_template(settled, discover()), tmp_path)
    made = begun(settled, tmp_path)

    rules = [(each.dots, each.cap, each.criterion, each.options) for each in made[Vote].values()]
    assert rules == [(7, 4, "what helps soonest", ())]
    assert not made[Card]


def test_a_file_with_settings_that_its_activity_refuses_is_left_where_it_lies(tmp_path: Path) -> None:
    written = json.loads(json.dumps(as_template(two_days(), discover())))
    vote = next(block for block in written["blocks"] if block["activity"] == "dot_vote")
    vote["settings"] = [{"wish": "SetVote", "dots": 0, "cap": 9, "criterion": ""}]
    path = save(written, tmp_path)

    assert saved(tmp_path, discover()) == ((), (path,))


def test_a_file_from_before_settings_were_kept_still_begins(tmp_path: Path) -> None:
    written = json.loads(json.dumps(as_template(two_days(), discover())))
    for block in written["blocks"]:
        del block["settings"]
    save(written, tmp_path)

    templates, spoiled = saved(tmp_path, discover())

    assert not spoiled
    assert all(not planned.settings for planned in templates[0].blocks)
