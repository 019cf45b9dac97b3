"""The methods on the desk at home: three families side by side, and the card of the one that is chosen."""

from __future__ import annotations
