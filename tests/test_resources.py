"""The words that travel with the app: the sample convening, the methods, the templates, the wicked questions.

The shape of `sample.json`. A `key` names a person, block, idea or candidate inside this file only; the desk gives its own
ids. An empty text and -1 say "not set".

- `convening`: title purpose promise type (one of the eight of practice 15.2) date day_line place starts (minutes since
  midnight) seats wifi_name wifi_password greetings[] language
- `people[]`: key name organisation country language role (guide: leads a block; else participant) email
  consents[] (list contact photograph quotation; each given, none assumed)
- `agenda[]`, in the order of the day: key title activity (a folder of `facilitator/activities`) prompt (the question, or
  the line a plain block shows) minutes guide (person key) category pinned (minutes since midnight or -1) icon
- `notes{block key: text}`: for the facilitator's laptop only; a line that begins with "[ ] " can be ticked
- `board`: block question ideas[](key text language by (person key) source) clusters[](letter name ideas[]) unsorted[]
- `vote`: block question dots (each person's) most_on_one ideas[] what_follows
- `proposal`: block question text enough (people whose support is enough) weights[] (what weighs much) spread[] (how many
  choose each point) reservations[] taken_in (how the first was) review (ISO day)
- `wicked_question`: block question must[] and must_also[] (text, said_by: how many phones sent it)
  candidates[](key stem a b by) chosen (candidate key) living_question
- `decisions[]`: none yet
- `rehearsal.ideas[]`: text language; what simulated participants say
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

RESOURCES = Path(__file__).parents[1] / "resources"
ACTIVITIES = {
    "plain", "ideation_board", "dot_vote", "wicked_questions",
    "scale", "pairwise", "ranking", "budget", "decision", "commitments",
    "canvas", "matrix", "network", "rotation", "marketplace", "form", "charter", "statements", "check_in",
}  # fmt: skip
TYPES = {
    "consultation", "legal_duty_consultation", "coordination", "collaboration",
    "collective_impact", "co_design", "co_production", "co_creation",
}  # fmt: skip
WITHOUT_METHOD = {"timer", "break", "buffer"}
LONGEST_TEXT = 600


def read(name: str) -> Any:
    return json.loads((RESOURCES / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sample() -> Any:
    return read("sample.json")


def texts_in(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for key, value in part.items():
            yield key
            yield from texts_in(value)
    elif isinstance(part, list):
        for each in part:
            yield from texts_in(each)


def keys_of(rows: list[Any]) -> list[str]:
    return [row["key"] for row in rows]


@pytest.mark.parametrize(
    "name",
    [
        "sample.json",
        "methods/methods.json",
        "methods/activities.json",
        "templates/convening_templates.json",
        "wicked_questions.json",
        "surfacing_prompts.json",
    ],
)
def test_every_file_is_plain_readable_json_in_one_spelling(name: str) -> None:
    written = (RESOURCES / name).read_text(encoding="utf-8")

    parts = json.loads(written)

    assert written == json.dumps(parts, ensure_ascii=False, indent=2) + "\n"
    for text in texts_in(parts):
        assert text == unicodedata.normalize("NFC", text)
        assert text == text.strip()
        assert len(text) <= LONGEST_TEXT


def test_the_sample_says_what_type_of_convening_it_is(sample: Any) -> None:
    convening = sample["convening"]

    assert " ".join(convening) == (
        "title purpose promise type date day_line place starts seats wifi_name wifi_password greetings language"
    )
    assert convening["type"] in TYPES
    assert len(set(convening["greetings"])) == 6
    assert convening["title"] == "Clean Water by 2035"


def test_twenty_two_people_from_seven_countries_are_expected(sample: Any) -> None:
    people = sample["people"]

    assert len(people) == sample["convening"]["seats"] == 22
    assert len({person["country"] for person in people}) == 7
    for field in ("key", "name", "email"):
        assert len({person[field] for person in people}) == len(people)
    for person in people:
        assert " ".join(person) == "key name organisation country language role email consents"
        assert person["email"].endswith("@example.org")
        assert set(person["consents"]) <= {"list", "contact", "photograph", "quotation"}


def test_the_names_are_written_in_several_scripts(sample: Any) -> None:
    names = "".join(person["name"] for person in sample["people"])

    scripts = {unicodedata.name(letter).split()[0] for letter in names if letter.isalpha()}

    assert scripts == {"LATIN", "ARABIC", "HEBREW", "DEVANAGARI"}
    for name in ("Wambũi Kariuki", "Nguyễn Thị Hạnh", "Łukasz Zieliński", "Zeynep Yıldız", "Ọlá Adébáyọ̀"):
        assert unicodedata.normalize("NFC", name) in names


def test_the_day_runs_from_nine_to_four_and_lunch_keeps_its_hour(sample: Any) -> None:
    agenda = sample["agenda"]
    starts = sample["convening"]["starts"]

    begins = {block["key"]: starts + sum(b["minutes"] for b in agenda[:n]) for n, block in enumerate(agenda)}

    assert starts == 9 * 60
    assert starts + sum(block["minutes"] for block in agenda) == 16 * 60
    assert {b["key"]: b["pinned"] for b in agenda if b["pinned"] >= 0} == {"lunch": begins["lunch"]}


def test_every_block_can_run(sample: Any) -> None:
    guides = {person["key"] for person in sample["people"] if person["role"] == "guide"}

    assert len(set(keys_of(sample["agenda"]))) == len(sample["agenda"]) == 14
    for block in sample["agenda"]:
        assert " ".join(block) == "key title activity prompt minutes guide category pinned icon"
        assert block["activity"] in {"plain", "ideation_board", "dot_vote", "wicked_questions", "scale"}
        assert block["category"] in {"gather", "think", "decide", "act", "pause"}
        assert block["title"]
        assert block["prompt"]
        assert block["minutes"] > 0
        assert (block["guide"] in guides) is (block["category"] != "pause")
        assert (RESOURCES / "icons" / f"{block['icon']}.svg").is_file()


def test_whoever_is_called_a_guide_leads_a_block(sample: Any) -> None:
    leads = {block["guide"] for block in sample["agenda"]} - {""}

    assert leads == {person["key"] for person in sample["people"] if person["role"] == "guide"}
    assert {person["role"] for person in sample["people"]} == {"guide", "participant"}


def test_private_notes_belong_to_blocks(sample: Any) -> None:
    assert set(sample["notes"]) <= set(keys_of(sample["agenda"]))
    assert all(sample["notes"].values())


@pytest.mark.parametrize(
    ("part", "activity"),
    [
        ("board", "ideation_board"),
        ("vote", "dot_vote"),
        ("proposal", "scale"),
        ("wicked_question", "wicked_questions"),
    ],
)
def test_what_an_activity_starts_with_names_its_block_and_question(sample: Any, part: str, activity: str) -> None:
    block = next(block for block in sample["agenda"] if block["key"] == sample[part]["block"])

    assert block["activity"] == activity
    assert block["prompt"] == sample[part]["question"]


def test_forty_three_ideas_lie_in_five_clusters_or_wait_unsorted(sample: Any) -> None:
    board = sample["board"]
    people = set(keys_of(sample["people"]))

    placed = [idea for cluster in board["clusters"] for idea in cluster["ideas"]]

    assert len(board["ideas"]) == 43
    assert sorted(placed + board["unsorted"]) == sorted(keys_of(board["ideas"]))
    assert [(c["letter"], len(c["ideas"])) for c in board["clusters"]] == [
        ("A", 8), ("B", 9), ("C", 8), ("D", 8), ("E", 7),
    ]  # fmt: skip
    assert len(board["unsorted"]) == 3
    assert {idea["by"] for idea in board["ideas"]} - {""} <= people
    assert {idea["source"] for idea in board["ideas"]} <= {"phone", "keyboard", "paper"}
    assert len({idea["text"] for idea in board["ideas"]}) == 43


def test_eight_ideas_of_the_board_stand_for_the_vote(sample: Any) -> None:
    vote = sample["vote"]

    assert (vote["dots"], vote["most_on_one"]) == (3, 2)
    assert len(set(vote["ideas"])) == len(vote["ideas"]) == 8
    assert set(vote["ideas"]) <= set(keys_of(sample["board"]["ideas"]))


def test_a_proposal_finds_the_support_that_its_rule_asks_for_and_has_doubts_on_record(sample: Any) -> None:
    proposal = sample["proposal"]

    assert proposal["text"] == "We publish every reading on one open map by January 2028."
    assert len(proposal["spread"]) == 8
    assert sum(proposal["spread"]) == sample["convening"]["seats"]
    assert sum(proposal["spread"][:3]) == 17 > proposal["enough"] == 15
    assert proposal["spread"][-1] == 0
    assert len(set(proposal["reservations"])) == 3
    assert sample["convening"]["date"] < proposal["review"]


def test_two_truths_are_built_into_questions_and_one_is_chosen(sample: Any) -> None:
    wicked = sample["wicked_question"]

    assert (len(wicked["must"]), len(wicked["must_also"])) == (14, 15)
    for half in ("must", "must_also"):
        said = [truth["said_by"] for truth in wicked[half]]
        assert said == sorted(said, reverse=True)
        assert min(said) >= 1
        assert len({truth["text"] for truth in wicked[half]}) == len(said)
    assert wicked["chosen"] in keys_of(wicked["candidates"])
    assert len(set(wicked["answers"])) >= 5
    for candidate in wicked["candidates"]:
        assert candidate["stem"] == "at_once"
        assert candidate["a"] != candidate["b"]
        assert candidate["by"] in {"", *keys_of(sample["people"])}


def test_nothing_is_decided_before_the_day(sample: Any) -> None:
    assert sample["decisions"] == []


def test_a_rehearsal_has_enough_to_say_in_many_tongues(sample: Any) -> None:
    ideas = sample["rehearsal"]["ideas"]
    texts = [idea["text"] for idea in ideas]

    tongues = Counter(idea["language"] for idea in ideas)

    assert len(set(texts)) == len(texts) >= 150
    assert not set(texts) & {idea["text"] for idea in sample["board"]["ideas"]}
    assert all(3 <= len(text) <= 90 for text in texts)
    assert {"en", "fr", "es", "ar", "he", "hi", "vi"} <= set(tongues)
    assert any("\N{ZERO WIDTH JOINER}" in text and "🔧" in text for text in texts)


def test_every_kind_of_method_has_an_activity() -> None:
    activity_of = read("methods/activities.json")

    kinds = {method["kind"] for method in read("methods/methods.json")} | WITHOUT_METHOD

    assert set(activity_of) == kinds
    assert set(activity_of.values()) <= ACTIVITIES
    assert {activity_of[kind] for kind in WITHOUT_METHOD} == {"plain"}


def test_the_steps_of_a_method_fill_its_minutes() -> None:
    methods = read("methods/methods.json")

    assert len(methods) == len(set(keys_of(methods))) == 105
    for method in methods:
        assert sum(step["minutes"] for step in method["steps"]) == method["total_minutes"], method["key"]
        for step in method["steps"]:
            assert step["who"] in method["config"].split(">")
            if phases := step.get("phases"):
                assert sum(phase["minutes"] for phase in phases) == step["minutes"]


def test_the_blocks_of_a_template_follow_one_another() -> None:
    methods = {method["key"]: method for method in read("methods/methods.json")}

    for template in read("templates/convening_templates.json"):
        blocks = template["items"]
        times = [*(clock(block["start"]) for block in blocks), clock(template["end"])]
        assert times[0] == clock(template["start"])
        assert [later - sooner for sooner, later in pairwise(times)] == [block["minutes"] for block in blocks]
        assert {block["method"] for block in blocks} - set(methods) <= WITHOUT_METHOD


def clock(written: str) -> int:
    hours, minutes = written.split(":")
    return int(hours) * 60 + int(minutes)


def test_the_deck_has_six_questions_for_each_of_twelve_themes() -> None:
    deck = read("wicked_questions.json")

    themes = Counter(question["theme"] for question in deck)

    assert (len(themes), set(themes.values())) == (12, {6})
    for question in deck:
        assert question["text"] == f"How is it that we are {question['a']} and we are {question['b']}, simultaneously?"
    assert len(set(read("surfacing_prompts.json"))) == 20
