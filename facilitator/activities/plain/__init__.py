"""Plain: a talk, a break, a meal. A timer and a line of text for the room."""

from __future__ import annotations

from facilitator.activities import Activity
from facilitator.activities.plain.rules import RULES
from facilitator.i18n import N_

ACTIVITY = Activity("plain", N_("Talk or break"), "chats-circle", "gather", 15, RULES)
