# SPDX-License-Identifier: MIT
"""Who came, read off the log; counts by side; who comes again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from forumdesk.domain.agenda import CheckIn, CheckInHow, Session, SessionKind
from forumdesk.domain.attendance import (
    Attendee,
    Count,
    counted,
    edition_before,
    entered,
    returning,
    total,
    with_erased,
)
from forumdesk.domain.forum import Edition
from forumdesk.domain.lateness import lateness
from forumdesk.domain.people import Erasure, Invitation

NINE = datetime(2026, 6, 27, 0, tzinfo=UTC)  # 09:00 in Seoul
SEOUL = Edition("e3", "s", 3, first_day=date(2026, 6, 27), timezone="Asia/Seoul")


def line(key: str, minutes: int, how: CheckInHow = CheckInHow.SCANNED) -> CheckIn:
    return CheckIn(key, "p", NINE + timedelta(minutes=minutes), "A", how)


def attendee(
    key: str,
    *log: CheckIn,
    side: str | None = "kr",
    status: Invitation = Invitation.ACCEPTED,
    person: str = "",
) -> Attendee:
    return Attendee(key, person or f"person of {key}", "org", side, status, 1, log)


def test_the_last_line_counts_and_the_first_of_equal_ones_says_when() -> None:
    first, again = line("1", 12), line("2", 20)
    undone, back = line("3", 30, CheckInHow.UNDONE), line("4", 40, CheckInHow.PAPER)
    assert entered([]) is None
    assert entered([again, first]) == first
    assert entered([first, undone]) is None
    assert entered([undone, first]) is None  # by time, not as they are given
    assert entered([first, undone, back]) == back
    assert entered([line("0", 5, CheckInHow.UNDONE)]) is None


def test_each_group_is_counted_by_what_was_expected_of_it() -> None:
    walked = line("w", 3, CheckInHow.WALK_IN)
    everybody = [
        attendee("came", line("1", 12)),
        attendee("late", line("2", 61)),
        attendee("stayed away"),
        attendee("taken back", line("3", 1), line("4", 2, CheckInHow.UNDONE)),
        attendee("walked in", walked),
        attendee("declined, but came", line("5", 9), status=Invitation.DECLINED),
        attendee("declined", status=Invitation.DECLINED),
        attendee("of no side", line("6", 9), side=None),
        attendee("never asked", side="us", status=Invitation.PROPOSED),
    ]
    opening = Session("o", "e3", kind=SessionKind.OPENING, starts=datetime(2026, 6, 27, 10))
    coffee = replace(
        opening, id="c", kind=SessionKind.REGISTRATION, starts=datetime(2026, 6, 27, 8)
    )
    counts = counted(everybody, lambda one: one.side, lateness(SEOUL, [coffee, opening]))
    assert counts == {
        "kr": Count(expected=4, came=2, walk_ins=1, others=1, late=1),
        None: Count(expected=1, came=1),
    }
    assert (counts["kr"].present, counts["kr"].no_shows, counts["kr"].rate) == (4, 2, 0.5)
    assert total(counts) == Count(5, 3, 1, 1, 1)
    assert Count().rate == 0.0


def test_nobody_is_late_on_a_day_without_a_beginning() -> None:
    late = lateness(SEOUL, [Session("o", "e3", starts=datetime(2026, 6, 28, 9))])
    assert not late(line("1", 600))
    assert not lateness(replace(SEOUL, timezone="Nowhere/Else"), [])(line("1", 1))


def test_erased_persons_are_still_counted() -> None:
    counts = {"kr": Count(expected=1, came=1)}
    erasures = [
        Erasure("1", "e", date(2027, 1, 1), "kr", attended=True),
        Erasure("2", "e", date(2027, 1, 1), None, attended=False),
    ]
    whole = with_erased(counts, erasures)
    assert whole == {"kr": Count(expected=2, came=2), None: Count(expected=1)}
    assert counts == {"kr": Count(expected=1, came=1)}


def test_who_came_last_time_and_comes_again() -> None:
    before = [
        attendee("a1", line("1", 1), person="a"),
        attendee("b1", line("2", 1), person="b"),
        attendee("c1", line("3", 1), person="c"),
        attendee("d1", person="d"),
    ]
    now = [
        attendee("a2", person="a"),
        attendee("b2", person="b", status=Invitation.DECLINED),
        attendee("d2", person="d"),
    ]
    found = returning(now, before)
    assert [(one.then.person, one.now and one.now.participation) for one in found] == [
        ("a", "a2"),
        ("b", "b2"),
        ("c", None),
    ]
    assert [one.again for one in found] == [True, False, False]


def test_the_edition_before_is_the_one_before_by_number_then_by_day() -> None:
    first, second = replace(SEOUL, id="e1", number=1), replace(SEOUL, id="e2", number=2)
    assert edition_before(SEOUL, [first, SEOUL, second]) == second
    assert edition_before(first, [first, SEOUL, second]) is None
    unnumbered = replace(SEOUL, number=None)
    earlier = replace(unnumbered, id="x", first_day=date(2025, 1, 1))
    assert edition_before(unnumbered, [unnumbered, earlier]) == earlier
