"""Words in the reader's language: texts come back whole, counted, in the right sense, and marked ones can be told."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from facilitator import i18n
from facilitator.i18n import (
    N_,
    PHONES,
    PSEUDO,
    _,
    is_right_to_left,
    ngettext,
    pgettext,
    plural_forms,
    speaking,
    unmarked,
    use,
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = i18n.language_in_use()
    use("en")
    yield
    use(before)


def test_english_says_the_text_as_it_is_written() -> None:
    assert _("Blank") == "Blank"
    assert ngettext("{n} idea", "{n} ideas", 2).format(n=2) == "2 ideas"
    assert pgettext("key", "Enter") == "Enter"


def test_a_language_without_a_catalogue_speaks_english() -> None:
    use("tlh")

    assert _("Blank") == "Blank"


def test_an_empty_text_stays_empty_and_is_not_a_catalogues_head() -> None:
    use(PSEUDO)

    assert _("") == ""


def test_the_pseudo_language_wraps_accents_and_lengthens_every_marked_text() -> None:
    use(PSEUDO)

    said = _("Close vote and reveal")

    assert said.startswith("⟦")
    assert said.endswith("⟧")
    assert "Close" not in said
    assert len(said) >= len("Close vote and reveal") * 1.4


def test_the_pseudo_language_leaves_placeholders_alone() -> None:
    use(PSEUDO)

    assert "18" in _("{minutes} min left").format(minutes=18)
    assert "3" in ngettext("{n} idea", "{n} ideas", 3).format(n=3)


def test_a_text_that_was_never_marked_is_found_among_marked_ones() -> None:
    use(PSEUDO)

    assert unmarked(f"{_('Next')} · Lunch") == "· Lunch"
    assert unmarked(_("{dots} dots for {idea}").format(dots=3, idea=_("Lunch"))) == ""


def test_marking_alone_does_not_translate() -> None:
    use(PSEUDO)

    assert N_("Idea board") == "Idea board"


def test_a_summary_may_speak_another_language_than_the_app() -> None:
    with speaking(PSEUDO):
        assert _("Decisions").startswith("⟦")

    assert _("Decisions") == "Decisions"


def test_another_thread_speaks_the_apps_language_not_that_of_a_block() -> None:
    heard: list[str] = []
    with speaking(PSEUDO):
        thread = threading.Thread(target=lambda: heard.append(_("Decisions")))
        thread.start()
        thread.join()

    assert heard == ["Decisions"]


@pytest.mark.parametrize(("language", "right"), [("ar", True), ("he_IL", True), ("fa-IR", True), ("en", False)])
def test_some_languages_are_laid_out_from_the_right(language: str, right: bool) -> None:
    assert is_right_to_left(language) is right


def test_english_is_the_first_of_the_languages() -> None:
    assert i18n.languages()[0] == "en"
    assert i18n.languages(PHONES)[0] == "en"


def test_phones_speak_arabic_and_console_stage_and_summary_do_not_offer_it() -> None:
    assert "ar" in i18n.languages(PHONES)
    assert "ar" not in i18n.languages()
    assert set(i18n.languages()) < set(i18n.languages(PHONES))


def test_the_words_of_phones_are_said_on_phones_only() -> None:
    with speaking("ar"):
        assert _("Ideas") == "Ideas"
        assert ngettext("{n} idea", "{n} ideas", 2) == "{n} ideas"

    with speaking("ar", PHONES):
        assert _("Ideas") == "أفكار"
        assert ngettext("{n} idea", "{n} ideas", 2) == "فكرتان"
    assert _("Ideas") == "Ideas"


def test_a_language_of_the_whole_app_speaks_on_phones_as_everywhere() -> None:
    with speaking("fr"):
        said = _("Your ideas")

    with speaking("fr", PHONES):
        assert _("Your ideas") == said != "Your ideas"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", {0: 1, 1: 0, 2: 1, 11: 1, 100: 1, 101: 1}),
        ("fr", {0: 0, 1: 0, 2: 1, 11: 1, 100: 1, 101: 1}),
        ("ar", {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 101: 5, 103: 3, 111: 4, 199: 4}),
    ],
)
def test_each_count_has_its_form(language: str, said: dict[int, int]) -> None:
    with speaking(language, PHONES):
        forms = plural_forms()

    assert len(forms) == 200
    assert {count: int(forms[count]) for count in said} == said


def test_from_two_hundred_on_forms_come_round_as_gettext_counts_them() -> None:
    with speaking("ar", PHONES):
        forms, catalogue = plural_forms(), i18n.catalogue("ar", PHONES)
        wrong = [
            count
            for count in range(2_000)
            if catalogue.ngettext("{n} dot", "{n} dots", count)
            != catalogue.ngettext("{n} dot", "{n} dots", count if count < 200 else 100 + count % 100)
        ]

    assert sorted(set(forms)) == list("012345")
    assert wrong == []
