"""Records on the pipe: a mirror that is told what differs knows the same."""

from __future__ import annotations

import json

from facilitator.convening.ballots import Round
from facilitator.convening.cards import Card
from facilitator.convening.diff import diff
from facilitator.convening.ids import CardId, RoundId
from facilitator.convening.records import Records
from facilitator.convening.wire import difference_lines, lines, put_lines, read_line
from facilitator.convening.words import changed, removed
from tests.convening.given import BOOK, VOTE, given

MONEY, DATA = Card(CardId("money"), "Money"), Card(CardId("data"), "Data")


def test_a_mirror_follows_over_the_pipe() -> None:
    before = given(MONEY, DATA, Round(RoundId("r"), VOTE.id, options=("money", "data"))).records
    after = before.after((changed(MONEY, text="Cash"), removed(DATA)))
    mirror = Records(BOOK.kinds).edit()
    put_lines(mirror, json.loads(json.dumps(lines(before))))
    first = mirror.publish()
    put_lines(mirror, json.loads(json.dumps([*difference_lines(diff(before, after)), ["mood", "x", {}]])))

    for told, known in ((before, first), (after, mirror.publish())):
        assert {name: dict(told.table(name)) for name in told.kinds} == {
            name: dict(known.table(name)) for name in told.kinds
        }


def test_fields_that_a_record_lacks_are_left_out() -> None:
    line = read_line(given().records, ["card", "x", {"text": "Money", "hat": "red"}])

    assert "hat" not in line.set


def test_what_left_does_not_rest_in_a_mirror() -> None:
    before = given(MONEY).records
    after = before.after((removed(MONEY),))
    mirror = Records(BOOK.kinds).edit()
    put_lines(mirror, lines(before))

    put_lines(mirror, difference_lines(diff(before, after)))

    assert "money" not in mirror.table("card")
    assert not mirror.resting("card")
    assert after.resting("card")
