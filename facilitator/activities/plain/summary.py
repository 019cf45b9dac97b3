"""A talk or a break in the summary: its line on the agenda says all, so it has no section of its own."""

from __future__ import annotations

from reportlab.platypus import Flowable

from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.kit.pdf.look import Look
from facilitator.kit.pdf.parts import Part

PART = Part.BOARDS


def section(records: Records, block: BlockId, look: Look) -> list[Flowable]:
    """Give no section."""
    del records, block, look
    return []
