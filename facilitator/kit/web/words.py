"""The phone page's own words; each activity brings those of its page."""

from __future__ import annotations

from facilitator.i18n import _, ngettext, plural_forms

Words = dict[str, str | tuple[str, ...]]
"""A key and its text, or a count's text in each of the language's forms; {names} are filled on the phone."""

NATIVE_NAMES = {
    "am": "አማርኛ", "ar": "العربية", "de": "Deutsch", "en": "English", "es": "Español", "fr": "Français",
    "ha": "Hausa", "hi": "हिन्दी", "pt": "Português", "sw": "Kiswahili", "xx-pseudo": "Pseudo", "yo": "Yorùbá",
    "zh": "中文",
}  # fmt: skip
"""What each language calls itself."""


def counted(one: str, many: str) -> tuple[str, ...]:
    """Give the texts of a count in the language in use, one for each digit that `plural_forms` says."""
    forms = plural_forms()
    return tuple(ngettext(one, many, forms.index(form)) for form in sorted(set(forms)))


def words() -> Words:
    """Say every text of the page itself in the language in use."""
    return {**_head(), **_door(), **_join(), **_trouble()}


def _head() -> Words:
    return {
        "welcome": _("Welcome"),
        "connected": _("Connected"),
        "connecting": _("Connecting"),
        "waiting_wifi": _("Waiting for Wi-Fi"),
        "needs_script": _("This page needs JavaScript. Ask for a paper card instead: it counts just the same."),
        "facilitator": _("the facilitator"),
        "sending": _("sending"),
        "sent": _("sent"),
        "kept_here": _("kept here"),
        "n_left": counted("{n} left", "{n} left"),
        "n_long": counted(
            "{n} letter · short reads better from the back", "{n} letters · short reads better from the back"
        ),
        "n_over": counted("{n} letter too many", "{n} letters too many"),
        "kept_here_n": counted("{n} kept on this phone", "{n} kept on this phone"),
    }


def _door() -> Words:
    return {
        "door_question": _("Which room is yours?"),
        "door_label": _("The code on the screen"),
        "door_hint": _("Eight letters and digits. Capitals do not matter."),
        "door_go": _("Go in"),
        "door_wrong": _("No room here has that code. Look at the screen once more."),
        "door_too_often": _("That was many wrong codes. Try again in a minute, or scan the code on the screen."),
    }


def _join() -> Words:
    return {
        "join_name": _("What should we call you?"),
        "join_name_hint": _("A first name is enough."),
        "join_language": _("Language"),
        "join_more": _("Say more about yourself"),
        "join_organisation": _("Organisation"),
        "join_country": _("Country"),
        "join_consents": _("May we"),
        "consent_name": _("put your name on the list"),
        "consent_contact": _("share your contact with the room"),
        "consent_photograph": _("use photographs of you"),
        "consent_quotation": _("quote you by name"),
        "join_back": _("I was here before, with another phone"),
        "join_word": _("Your two words"),
        "join_take_back": _("Take my seat again"),
        "join_go": _("Join"),
        "join_as": _("Join as {name}"),
        "join_nameless": _("Join without a name"),
        "join_full": _("All seats for phones are taken. Ask for a paper card: it counts just the same."),
        "joining": _("Joining"),
        "join_promise": _("What you send goes to the laptop of {guide} in this room. It never goes to the internet."),
        "open_in_browser": _("This small window forgets everything. Open {url} in your browser."),
        "keep_open": _("This phone keeps nothing for us. Leave this page open until the end."),
    }


def _trouble() -> Words:
    return {
        "refused": _("The room could not take this."),
        "seat_gone": _("That seat is not there any more. Join once more."),
        "lost_title": _("Scan the code again"),
        "lost_text": _("This phone has lost its place in the room. What you wrote is still here."),
        "lost_go": _("Type the code"),
    }


def own_words() -> Words:
    """Say the texts of what is shared without a name, on the pages that take such words in."""
    return {
        "own_nameless": _("Shared without your name."),
        "own_back": _("Take it back"),
        "own_off": _("taken off the list"),
        "own_drop": _("Put it aside"),
        "own_taken": _("Taken back. Your words are in the field again."),
    }


def signs() -> Words:
    """Say the texts of what people show without a word, and of what is their phone's own."""
    return {
        "i_am_done": _("Done"),
        "done_of": _("{n} of {all}"),
        "done_back": _("tap again to take it back"),
        "done_hint": _("tap when you are"),
        "hand": _("Hand"),
        "raise_hand": _("Raise my hand"),
        "hand_up": _("My hand is up"),
        "before_you": counted("{n} person is before you", "{n} people are before you"),
        "before": counted("{n} before", "{n} before"),
        "you_are_next": _("you are next"),
        "next": _("next"),
        "nobody_before": _("nobody is waiting"),
        "pace": _("Pace"),
        "how_is_it": _("How is it for you right now?"),
        "good_pace": _("Good pace"),
        "too_fast": _("Too fast"),
        "lost": _("I am lost"),
        "pause": _("I need a pause"),
        "mood_promise": _("{guide} sees how many, never who. It fades after ten minutes."),
        "language": _("Language"),
        "your_word": _("Your seat on another phone: {word}"),
        "astray": _("Still no Wi-Fi. The room may have a new address: scan the code on the screen once more."),
        "astray_word": _("These words give you your seat again: {word}"),
        "other_way": _("Try {way}"),
        "nothing_lost": _("Nothing is lost"),
        "closed_at": _("It closed at {time}."),
        "was_away": _("Your phone was out of Wi-Fi from {from} to {to}."),
        "was_out": _("Your phone was out of Wi-Fi at {from}."),
        "hear_aloud": _("{guide} can open it again for a minute, or hear you aloud."),
        "tell": _("Tell {guide}"),
        "leave_it": _("Leave it as it is"),
    }
