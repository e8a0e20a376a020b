# SPDX-License-Identifier: MIT
"""How far a look again goes, and what the checks would say of sessions placed elsewhere."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from forumdesk.domain.agenda import Mode, SessionRoom
from forumdesk.domain.checks import run
from forumdesk.domain.checks.incremental import Findings, verdict
from forumdesk.domain.checks.scopes import Check, Scope
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.placing import Place, with_places
from forumdesk.domain.versions import Acknowledgement
from forumdesk.domain.words import Phrase, words_in
from tests.domain.test_checks import EDITION, HALLS, agenda, at, part, session, within

# Three sessions on one day and one on the next, and many that have nothing to do with them; b
# has an item in which Kim speaks, who also reads in d; a and b are in one hall.
OTHERS = tuple(session(f"x{number}", minutes=None) for number in range(10))
FORUM = agenda(
    session("a", "09:00"),
    session("b", "10:00"),
    session("b1", "10:00", 20, parent="b"),
    session("c", "11:00"),
    replace(session("d"), starts=at("09:00", 7)),
    *OTHERS,
    parts=(part("b1"), part("c", "lee"), part("d", "lee", mode=Mode.READ, reader="p-kim")),
    session_rooms=within(a="A", b="A", c="B", d="B"),
)


class Looker:
    """A check that finds every session, and keeps which it looked at."""

    def __init__(self, scope: Scope) -> None:
        self.check = Check(self._look, scope)
        self.looks: list[set[str]] = []

    def _look(self, dossier: Dossier) -> Iterator[Problem]:
        self.looks.append(set(dossier.session))
        for each in dossier.sessions:
            subject = Subject("session", each.id)
            yield Problem("seen", Severity.NOTE, subject, Phrase("Seen"))

    def reached(self, after: Dossier, before: Dossier = FORUM) -> set[str]:
        """What it looks at again after a change, of either state."""
        findings = Findings.of(before, [self.check])
        self.looks.clear()
        assert list(findings.after(after).problems) == run(after, [self.check])
        self.looks.pop()  # of the full run
        return set().union(*self.looks)


def moved(key: str, minutes: int = 5) -> Dossier:
    each = FORUM.session[key]
    assert each.starts is not None
    return with_places(FORUM, {key: Place(each.starts + timedelta(minutes=minutes), 60)})


TIMED = {"a", "b", "b1", "c", "d"}
EVERY = TIMED | {other.id for other in OTHERS}


@pytest.mark.parametrize(
    ("scope", "key", "reached"),
    [
        (Scope.SESSION, "a", {"a"}),
        (Scope.SESSION, "b", {"b", "b1"}),
        (Scope.SESSION, "b1", {"b", "b1"}),
        (Scope.ROOM, "a", {"a", "b", "b1"}),
        (Scope.ROOM, "c", {"c", "d"}),
        (Scope.PERSON, "a", {"a"}),
        (Scope.PERSON, "b", {"b", "b1", "d"}),
        (Scope.PERSON, "d", {"b", "b1", "c", "d"}),
        (Scope.DAY, "d", {"d"}),
        (Scope.DAY, "a", TIMED - {"d"}),
        (Scope.UNTIMED, "a", set()),
        (Scope.EDITION, "a", EVERY),
    ],
)
def test_a_look_again_goes_as_far_as_the_scope(scope: Scope, key: str, reached: set[str]) -> None:
    assert Looker(scope).reached(moved(key)) == reached


def test_a_day_that_is_left_and_the_one_arrived_at_are_looked_at() -> None:
    assert Looker(Scope.DAY).reached(moved("d", -24 * 60)) == TIMED


def test_a_room_that_is_left_and_the_one_arrived_at_are_looked_at() -> None:
    links = (*FORUM.session_rooms[:3], SessionRoom("d-A", "d", "A"))
    assert Looker(Scope.ROOM).reached(replace(FORUM, session_rooms=links)) == TIMED


def test_nothing_is_looked_at_again_when_a_problem_is_accepted() -> None:
    looker = Looker(Scope.SESSION)
    one, *_ = Findings.of(FORUM, [looker.check]).problems
    seen = Acknowledgement("x", EDITION.id, one.kind, str(one.subject), "fine", one.facts)
    after = replace(FORUM, acknowledgements=(seen,))
    assert looker.reached(after) == set()
    problems = Findings.of(FORUM, [looker.check]).after(after).problems
    assert [p.subject.id for p in problems if p.acknowledged] == [one.subject.id]


def test_everything_is_looked_at_when_more_than_the_agenda_changes() -> None:
    later = replace(FORUM, edition=replace(EDITION, timezone="UTC"))
    assert Looker(Scope.SESSION).reached(later) == EVERY
    assert Looker(Scope.UNTIMED).reached(replace(FORUM, rooms=HALLS[:1])) == EVERY


def test_a_new_name_is_looked_at_where_it_is_called_out() -> None:
    seats = tuple(replace(seat, notes="Late") for seat in FORUM.participations[:1])
    after = replace(FORUM, participations=(*seats, *FORUM.participations[1:]))
    assert Looker(Scope.SESSION).reached(after) == {"b", "b1", "d"}
    people = (replace(FORUM.people[0], notes="Late"), *FORUM.people[1:])
    assert Looker(Scope.SESSION).reached(replace(FORUM, people=people)) == {"b", "b1", "d"}


def test_items_that_get_a_session_around_them_are_looked_at_with_it() -> None:
    orphan = agenda(session("y1", "10:00", parent="y"), *OTHERS)
    after = replace(orphan, sessions=(*orphan.sessions, session("y", "11:00")))
    assert Looker(Scope.SESSION).reached(after, orphan) == {"y", "y1"}


def test_where_half_of_all_is_reached_all_is_looked_at() -> None:
    few = agenda(session("a", "09:00"), session("b", "10:00"), session("c"))
    after = replace(few, sessions=(session("a", "09:30"), *few.sessions[1:]))
    assert Looker(Scope.SESSION).reached(after, few) == {"a"}
    assert Looker(Scope.DAY).reached(after, few) == {"a", "b", "c"}


# -- a verdict on places


def said(problems: list[Problem]) -> list[str]:
    return [problem.phrase.said(words_in("en")) for problem in problems]


def test_a_verdict_says_what_would_be_wrong_and_what_right() -> None:
    findings = Findings.of(FORUM)
    assert findings.problems == ()
    clash = {"a": Place(at("10:30"), 60)}
    new, gone = verdict(findings, FORUM, clash)
    assert said(new) == [
        "Hall A is used twice on 2026-05-06 from 10:30 to 11:00: “Session b” and “Session a”."
    ]
    assert gone == []
    there = with_places(FORUM, clash)
    assert verdict(findings, there, {"a": Place(at("11:00"), 60)}) == ([], new)
    # It still clashes, but with another session: one problem is gone, another new.
    new, gone = verdict(findings, there, {"a": Place(at("11:30"), 60, ("B",))})
    assert said(new) == [
        "Hall B is used twice on 2026-05-06 from 11:30 to 12:00: “Session c” and “Session a”."
    ]
    assert said(gone) == said(run(there))


def test_a_verdict_on_nothing_moved_is_empty() -> None:
    assert verdict(Findings.of(FORUM), FORUM, {}) == ([], [])
    assert verdict(Findings.of(FORUM), FORUM, {"a": Place(at("09:00"), 60)}) == ([], [])
