# SPDX-License-Identifier: MIT
"""How commitments stand, the check on them, and the lines of the readiness list."""

from dataclasses import replace
from datetime import date

import pytest

from forumdesk.domain.checks import commitments as checked
from forumdesk.domain.commitments import (
    Standing,
    in_order_of_hearing,
    in_order_of_time,
    is_late,
    is_soon,
    standing,
)
from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.outcomes import Commitment, CommitmentOwner, CommitmentStatus, Report
from forumdesk.domain.periods import Period, Share, Unit
from forumdesk.domain.readiness import Line, Matter, readiness
from forumdesk.domain.typed_due import around
from forumdesk.domain.wording import Text
from tests.domain.making import EDITION, closed, edition, told

BOTH = Text.of(ko="약속", en="Promise")
TODAY = date(2026, 5, 1)
STATUS = CommitmentStatus
FIRST = replace(EDITION, id="first", number=0, first_day=date(2025, 5, 6), last_day=None)
LATER = replace(EDITION, id="later", number=2, first_day=date(2027, 5, 6), last_day=None)


def promised(id: str, **fields: object) -> Commitment:
    return Commitment(id, "series", **{"text": BOTH, "edition": "first", **fields})


def with_promises(*commitments: Commitment, **changes: object) -> Dossier:
    owners = tuple(CommitmentOwner(c.id, c.id, organization="ksia") for c in commitments)
    found = {"commitments": commitments, "commitment_owners": owners}
    return edition(editions=(EDITION, LATER, FIRST), **{**found, **changes})


@pytest.mark.parametrize(
    ("status", "due", "stands"),
    [
        (STATUS.OPEN, date(2026, 4, 30), STATUS.LATE),
        (STATUS.ON_TRACK, date(2026, 4, 30), STATUS.LATE),
        (STATUS.OPEN, TODAY, STATUS.OPEN),
        (STATUS.ON_TRACK, None, STATUS.ON_TRACK),
        (STATUS.DONE, date(2020, 1, 1), STATUS.DONE),
        (STATUS.DROPPED, date(2020, 1, 1), STATUS.DROPPED),
        (STATUS.LATE, date(2027, 1, 1), STATUS.LATE),
    ],
)
def test_what_is_due_before_today_is_late_until_closed(
    status: CommitmentStatus, due: date | None, stands: CommitmentStatus
) -> None:
    assert standing(status, due, TODAY) is stands
    assert standing(status, due) is status


def test_what_is_due_within_a_month_is_due_soon() -> None:
    soon = promised("a", due=date(2026, 5, 31))
    assert is_soon(soon, TODAY)
    assert not is_soon(replace(soon, due=date(2026, 6, 1)), TODAY)
    assert not is_soon(replace(soon, due=None), TODAY)
    assert not is_soon(replace(soon, status=STATUS.DONE), TODAY)
    late = replace(soon, due=date(2026, 4, 1))
    assert is_late(late, TODAY)
    assert not is_soon(late, TODAY)
    of = {s: [s.holds(one, TODAY) for one in (soon, late)] for s in Standing}
    assert of == {
        Standing.OPEN: [True, True],
        Standing.LATE: [False, True],
        Standing.SOON: [True, False],
        Standing.CLOSED: [False, False],
    }


def test_editions_and_what_they_heard_are_in_order_of_time() -> None:
    unnumbered = replace(EDITION, id="x", number=None)
    every = (unnumbered, LATER, EDITION, FIRST)
    assert [e.id for e in in_order_of_time(every)] == ["first", "edition", "later", "x"]
    reports = [
        Report("1", "a", "later", STATUS.DONE),
        Report("2", "a", "first", STATUS.OPEN),
        Report("3", "a", "edition", STATUS.LATE, on=date(2026, 5, 7)),
        Report("4", "a", "edition", STATUS.LATE, on=date(2026, 5, 6)),
    ]
    assert [r.id for r in in_order_of_hearing(reports, every)] == ["2", "4", "3", "1"]


def test_words_rest_on_the_edition_at_which_something_was_promised() -> None:
    every = (EDITION, LATER, FIRST)
    found = around(FIRST, every, TODAY)
    assert (found.near, found.next_forum) == (date(2025, 5, 6), date(2026, 5, 6))
    assert dict(found.forums) == {0: date(2025, 5, 6), 1: date(2026, 5, 6), 2: date(2027, 5, 6)}
    undated = replace(FIRST, first_day=None)
    assert around(undated, every, TODAY).near == TODAY
    alone = around(None, (), TODAY)
    assert (alone.near, alone.next_forum, alone.forums) == (TODAY, None, ())


def test_each_part_of_a_year_has_a_last_day() -> None:
    assert Period(Unit.QUARTER, 2026, 4).last == date(2026, 12, 31)
    assert Period(Unit.YEAR, 2026, share=Share.LATE).wording["ko"] == "2026년 후반"
    assert Period(Unit.SEASON, 2027, 4).last == date(2028, 2, 29)
    assert Period(Unit.SEASON, 2026, 2, before=True).last == date(2026, 5, 31)


# -- the check ----------------------------------------------------------------------------------


def test_a_commitment_that_nobody_answers_for_is_found() -> None:
    one = promised("a")
    assert told(checked.check, with_promises(one, commitment_owners=())) == [
        "warning commitment-without-owner commitment:a:owners | Nobody answers for “Promise”."
    ]
    kept = replace(one, status=STATUS.DONE)
    assert told(checked.check, with_promises(kept, commitment_owners=())) == []


def test_what_was_due_before_the_edition_was_reported_on() -> None:
    one = promised("a", due=date(2026, 5, 5))
    late = (
        "warning commitment-unreported commitment:a:reports | “Promise” was due on 2026-05-05,"
        " and nothing has been reported on it since."
    )
    before = Report("r", "a", "first", STATUS.OPEN, on=date(2026, 5, 4))
    since = replace(before, on=date(2026, 5, 5))
    here = Report("r", "a", "edition", STATUS.LATE)
    assert told(checked.check, with_promises(one)) == [late]
    assert told(checked.check, with_promises(one, reports=(before,))) == [late]
    assert told(checked.check, with_promises(one, reports=(since,))) == []
    assert told(checked.check, with_promises(one, reports=(here,))) == []
    assert told(checked.check, with_promises(replace(one, due=date(2026, 5, 6)))) == []
    undated = with_promises(one, edition=replace(EDITION, first_day=None, last_day=None))
    assert told(checked.check, undated) == []


def test_a_due_day_before_the_promise_is_found() -> None:
    assert told(checked.check, with_promises(promised("a", due=date(2025, 5, 5))))[0] == (
        "warning commitment-due-before-made commitment:a:due | “Promise” is due on 2025-05-05,"
        " before it was promised on 2025-05-06."
    )


def test_what_is_closed_here_has_evidence() -> None:
    done = promised("a", status=STATUS.DONE)
    report = Report("r", "a", "edition", STATUS.DONE)
    bare = with_promises(done, reports=(report,))
    assert told(checked.check, bare) == [
        "note commitment-without-evidence commitment:a:reports |"
        " “Promise” is closed without evidence."
    ]
    proven = with_promises(done, reports=(replace(report, evidence="Letter"),))
    elsewhere = with_promises(done, reports=(replace(report, edition="first"),))
    for calm in (proven, elsewhere):
        assert told(checked.check, calm) == []


def test_texts_are_there_in_every_language() -> None:
    one = promised("a", title=Text.of(ko="센터"), due_text=Text.of(ko="연내", en="this year"))
    found = told(checked.check, with_promises(one))
    assert found == [
        "warning missing-translation commitment:a:title | “센터” has no title in English."
    ]
    report = Report("r", "a", "edition", STATUS.OPEN, Text.of(en="Rented"), "Lease")
    heard = told(checked.check, with_promises(promised("a"), reports=(report,)))
    assert heard == ["warning missing-translation report:r:text | “Promise” has no text in Korean."]


def test_later_promises_and_closed_editions_are_none_of_the_check_s() -> None:
    wrong = promised("a", edition="later", due=date(2020, 1, 1))
    assert told(checked.check, with_promises(wrong, commitment_owners=())) == []
    assert told(checked.check, closed(with_promises(promised("a"), commitment_owners=()))) == []


def test_late_ones_have_a_line_of_their_own_on_the_overview() -> None:
    late = promised("a", due=date(2026, 4, 1)), promised("b", status=STATUS.LATE)
    soon, done = promised("c", due=date(2026, 5, 7)), promised("d", status=STATUS.DONE)
    lines = {line.matter: line for line in readiness(with_promises(*late, soon, done), TODAY)}
    assert lines[Matter.OVERDUE] == Line(
        Matter.OVERDUE,
        (Subject("commitment", "a", "status"), Subject("commitment", "b", "status")),
        2,
        date(2026, 4, 1),
    )
    assert lines[Matter.COMMITMENTS].open == (Subject("commitment", "c", "status"),)
    calm = readiness(with_promises(soon), TODAY)
    assert Matter.OVERDUE not in {line.matter for line in calm}
