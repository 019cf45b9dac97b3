"""After somebody was forgotten: the file is rewritten between two batches, and the desk reads its records anew."""

from __future__ import annotations

import logging

from facilitator.convening.records import Records
from facilitator.desk.turnout import recounted
from facilitator.store import forgetting
from facilitator.store.sealed import SealedBallots
from facilitator.store.workspace import Workspace

logger = logging.getLogger(__name__)


def finish_forgetting(
    workspace: Workspace, sealed: SealedBallots, records: Records, stream: str
) -> tuple[Records, bool]:
    """Do on disk what a tombstone asks for; give the records as the desk holds them from then on, and if it is done.

    When the disk does not take it the desk goes on, the name is out of the tables, and the next start tries again.
    """
    try:
        is_done = forgetting.finish(workspace.connection, workspace.kinds)
        fresh = workspace.load(stream)
        return fresh.after(recounted(fresh, sealed)), is_done
    except Exception:
        logger.exception("A forgetting could not be finished; the next start tries again")
        return records, False
