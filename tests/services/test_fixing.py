# SPDX-License-Identifier: MIT
"""Fixes that the checks offer: every one does what it says in one step, and helps."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forumdesk.domain.agenda import (
    Mode,
    Part,
    Role,
    Session,
    SessionKind,
    SessionRoom,
    SessionStatus,
)
from forumdesk.domain.checks import run
from forumdesk.domain.desk import Fix, ForumDeskError, Problem
from forumdesk.domain.forum import Edition, EditionState
from forumdesk.domain.people import Invitation, Participation
from forumdesk.domain.reading import dossier
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Phrase, words_in
from forumdesk.services import every_service, service_named
from forumdesk.services.arranging import lock_sessions
from forumdesk.services.editions import add_room, change_edition
from forumdesk.services.fixing import apply_fix, move_to_free_room, move_to_free_time
from forumdesk.services.parts import add_part
from forumdesk.services.planning import add_session, set_rooms
from forumdesk.store.forumfile import ForumFile
from tests.services.renewing import renewed
from tests.services.small import Small, en, label
from tests.services.test_law import quick


def first(desk: ForumFile) -> str:
    return min(edition.id for edition in desk.find(Edition))


def problems(desk: ForumFile) -> list[Problem]:
    return run(dossier(desk, first(desk)))


def said(fix: Fix) -> str:
    return fix.phrase.said(words_in("en"))


def test_every_service_is_found_by_its_name() -> None:
    assert all(service_named(name) is each for name, each in every_service().items())


@pytest.mark.parametrize(
    "name",
    [
        *("", "planning", "planning.", ".change_session", "no.such", "os.remove"),
        *("planning.keep", "planning._shift_items", "_sets.settle_in_order", "planning.N_"),
    ],
)
def test_nothing_else_is_found(name: str) -> None:
    assert service_named(name) is None


def test_a_fix_by_a_service_that_is_not_there_is_refused(small: Small) -> None:
    with pytest.raises(ForumDeskError, match="nothing was changed"):
        apply_fix(small.desk, Fix.of(Phrase("x"), "planning.forget"))


MORNING = datetime(2024, 6, 27, 9)
Spoil = Callable[[Small], object]


def put(name: str, **changes: Any) -> Spoil:
    """One of the records by its name here, with some fields changed."""

    def spoil(small: Small) -> None:
        record = getattr(small, name)
        with small.desk.step("Spoil"):
            small.desk.put(replace(small.desk.get(type(record), record.id), **changes))

    return spoil


def both(*spoils: Spoil) -> Spoil:
    return lambda small: [spoil(small) for spoil in spoils]


def confirmed(desk: ForumFile, session: Session) -> None:
    with desk.step("Spoil"):
        desk.put(replace(session, status=SessionStatus.CONFIRMED))


# Kind of problem: what goes wrong, what is offered, and the step that is taken.
CASES: list[tuple[str, Spoil, str, str]] = [
    (
        "outside-parent",
        put("remarks", starts=MORNING - timedelta(minutes=10)),
        "Begin “Remarks” at 09:00",
        "Move “Remarks”",
    ),
    (
        "outside-parent",
        put("remarks", minutes=45),
        "Let “Opening” last until 09:55",
        "Change the length of “Opening”",
    ),
    (
        "end-before-start",
        put("remarks", starts=MORNING + timedelta(minutes=25), minutes=-15),
        "Let “Remarks” take place from 09:10 to 09:25",
        "Move “Remarks”",
    ),
    (
        "no-length",
        put("remarks", minutes=0),
        "Leave the end of “Remarks” open",
        "Change the length of “Remarks”",
    ),
    (
        "outside-edition",
        put("opening", starts=datetime(2024, 6, 30, 0, 30)),
        "Move “Opening” to 2024-06-27",
        "Move “Opening”",
    ),
    (
        "clock-change",
        both(
            put("edition", first_day=date(2024, 3, 9), last_day=date(2024, 6, 27)),
            put("opening", starts=datetime(2024, 3, 10, 2, 15)),
        ),
        "Begin “Opening” at 03:15",
        "Move “Opening”",
    ),
    (
        "unknown-time-zone",
        put("edition", timezone="Mars/Base"),
        "Use the time zone of the series, UTC",
        "Change “1st Chip Forum”",
    ),
    (
        "declined",
        put("gina", status=Invitation.DECLINED),
        "Take Gina Raimondo out of “Remarks”",
        "Remove Gina Raimondo from “Remarks”",
    ),
    (
        "nobody",
        lambda small: confirmed(small.desk, small.desk.find(Session, parent=small.opening.id)[1]),
        "Make “Greeting” a draft again",
        "Make “Greeting” a draft",
    ),
]


@pytest.mark.parametrize(("kind", "spoil", "offered", "step"), CASES, ids=lambda c: str(c)[:20])
def test_a_problem_is_put_right_by_what_it_offers(
    small: Small, kind: str, spoil: Spoil, offered: str, step: str
) -> None:
    spoil(small)
    problem = next(p for p in problems(small.desk) if p.kind == kind)
    assert said(problem.fixes[0]) == offered
    apply_fix(small.desk, problem.fixes[0])
    assert (kind, problem.subject) not in {(p.kind, p.subject) for p in problems(small.desk)}
    assert label(small.desk) == step


LOCKED = ["outside-parent", "end-before-start", "no-length", "outside-edition", "clock-change"]


@pytest.mark.parametrize("case", [c for c in CASES if c[0] in LOCKED], ids=lambda c: c[2])
def test_a_fixed_point_is_not_offered_another_time(
    small: Small, case: tuple[str, Spoil, str, str]
) -> None:
    kind, spoil, _, _ = case
    both(spoil, put("opening", locked=True), put("remarks", locked=True))(small)
    assert [p.fixes for p in problems(small.desk) if p.kind == kind] == [()]


def test_a_reader_who_will_not_come_reads_nothing(small: Small) -> None:
    put("gina", status=Invitation.CANCELLED)(small)
    (part,) = small.desk.find(Part, session=small.panel.id)
    problem = next(p for p in problems(small.desk) if p.subject.id == part.id)
    assert [said(fix) for fix in problem.fixes] == ["Let Gina Raimondo read nothing in “Panel”"]
    apply_fix(small.desk, problem.fixes[0])
    assert small.desk.get(Part, part.id) == replace(part, reader=None)


# -- every fix there is, on a small forum and on the sample

_NEAR = st.integers(-20, 20).map(lambda quarters: MORNING + timedelta(minutes=15 * quarters))
_ODD = st.sampled_from(
    [None, datetime(2024, 3, 10, 2, 30), datetime(2024, 11, 3, 1, 30), MORNING + timedelta(days=2)]
)
_TITLES = st.sampled_from(
    [Text.of(ko="축사", en="Congratulatory Remarks"), Text.of(ko="개회사", en="Opening Remarks")]
)
CHANGES: dict[type[Any], dict[str, st.SearchStrategy[Any]]] = {
    Session: {
        "starts": _NEAR | _ODD,
        "minutes": st.none() | st.integers(0, 90) | st.just(0),
        "status": st.sampled_from(SessionStatus),
        "kind": st.sampled_from(SessionKind),
        "title": _TITLES,
        "locked": st.booleans(),
    },
    Part: {
        "mode": st.sampled_from(Mode),
        "reader": st.none(),
        "role": st.sampled_from(Role),
        "minutes": st.integers(0, 60),
    },
    Participation: {
        "status": st.sampled_from(Invitation),
        "rank": st.integers(1, 5),
    },
    Edition: {
        "first_day": st.none() | st.dates(date(2024, 3, 9), date(2024, 7, 1)),
        "timezone": st.sampled_from(["UTC", "America/New_York", "Mars/Base"]),
        "transfer": st.just(10),
    },
}


def spoilt(desk: ForumFile, data: st.DataObject) -> None:
    """Some fields of some records of the first edition changed at random."""
    known = dossier(desk, first(desk))
    records: dict[type[Any], tuple[Any, ...]] = {
        Session: known.sessions[:9],
        Part: known.parts[:9],
        Participation: known.participations[:9],
        Edition: (known.edition,),
    }
    kinds = st.lists(st.sampled_from([*CHANGES, Session, Part]), min_size=1, max_size=8)
    with desk.step("Spoil"):
        for kind in data.draw(kinds):
            record = desk.get(kind, data.draw(st.sampled_from(records[kind])).id)
            field = data.draw(st.sampled_from([*CHANGES[kind]]))
            desk.put(replace(record, **{field: data.draw(CHANGES[kind][field])}))


SEARCHES = {"fixing.move_to_free_room", "fixing.move_to_free_time"}


def taken(desk: ForumFile) -> int:
    return sum(not step.undone for step in desk.history())


def helps(desk: ForumFile, problem: Problem, fix: Fix) -> None:
    """A fix takes one step, and the problem is gone; a search may find nothing."""
    steps = taken(desk)
    try:
        apply_fix(desk, fix)
    except ForumDeskError:
        assert fix.service in SEARCHES, said(fix)
        assert taken(desk) == steps
        return
    assert taken(desk) == steps + 1
    left = {(p.kind, p.subject, p.facts) for p in problems(desk)}
    assert (problem.kind, problem.subject, problem.facts) not in left, said(fix)
    desk.undo()


@pytest.fixture(scope="module")
def sample(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample forum, to be copied."""
    path = shutil.copyfile(sample_file, tmp_path_factory.mktemp("fixing") / "sample.forum")
    with ForumFile.open(path) as desk:
        for edition in desk.find(Edition):  # checks give no advice on one that is closed
            change_edition(desk, edition.id, {"state": EditionState.PLANNED})
    return path


@pytest.mark.parametrize(("file", "examples"), [("template", 40), ("sample", 12)])
def test_every_fix_that_is_offered_helps(
    request: pytest.FixtureRequest, tmp_path: Path, file: str, examples: int
) -> None:
    path = request.getfixturevalue(file)

    @settings(quick, max_examples=examples)
    @given(data=st.data())
    def law(data: st.DataObject) -> None:
        desk = renew()
        spoilt(desk, data)
        for problem in problems(desk):
            for fix in problem.fixes:
                helps(desk, problem, fix)

    with renewed(path, tmp_path / "law.forum") as renew:
        law()


# -- searching for a free room or time


@pytest.fixture
def clash(small: Small) -> tuple[Session, Session]:
    """The opening and another session in the hall, of 200 seats, at the same time."""
    talk = add_session(
        small.desk, small.edition.id, {"title": en("Talk"), "starts": MORNING, "minutes": 20}
    )
    set_rooms(small.desk, small.opening.id, [small.hall.id])
    set_rooms(small.desk, talk.id, [small.hall.id])
    return small.opening, small.desk.get(Session, talk.id)


def rooms_of(small: Small, session: Session) -> list[str]:
    return [link.room for link in small.desk.find(SessionRoom, session=session.id)]


def offered(small: Small, kind: str = "room-used-twice") -> dict[str, Fix]:
    (problem,) = (p for p in problems(small.desk) if p.kind == kind)
    return {said(fix): fix for fix in problem.fixes}


def test_a_room_used_twice_offers_a_free_room_and_a_free_time(
    small: Small, clash: tuple[Session, Session]
) -> None:
    _, talk = clash
    fixes = offered(small)
    assert list(fixes) == ["Move “Talk” to a free room", "Move “Talk” to a free time"]
    apply_fix(small.desk, fixes["Move “Talk” to a free room"])
    assert rooms_of(small, talk) == [small.annex.id]
    assert label(small.desk) == "Move “Talk” to Annex"
    small.desk.undo()
    apply_fix(small.desk, fixes["Move “Talk” to a free time"])
    # Nearer would be before the opening, where it has no place either.
    assert small.desk.get(Session, talk.id).starts == MORNING + timedelta(minutes=30)
    assert rooms_of(small, talk) == [small.hall.id]


def test_a_room_with_as_many_seats_is_preferred(
    small: Small, clash: tuple[Session, Session]
) -> None:
    ballroom = add_room(small.desk, small.edition.id, en("Ballroom"), {"capacity": 300})
    apply_fix(small.desk, offered(small)["Move “Talk” to a free room"])
    assert rooms_of(small, clash[1]) == [ballroom.id]


def test_the_other_rooms_of_a_session_are_kept(
    small: Small, clash: tuple[Session, Session]
) -> None:
    ballroom = add_room(small.desk, small.edition.id, en("Ballroom"), {})
    set_rooms(small.desk, clash[1].id, [small.hall.id, small.annex.id])
    move_to_free_room(small.desk, clash[1].id, small.hall.id)
    assert rooms_of(small, clash[1]) == [small.annex.id, ballroom.id]


def test_where_no_room_is_free_the_session_stays(
    small: Small, clash: tuple[Session, Session]
) -> None:
    other = add_session(
        small.desk, small.edition.id, {"title": en("Other"), "starts": MORNING, "minutes": 20}
    )
    set_rooms(small.desk, other.id, [small.annex.id])
    steps = taken(small.desk)
    with pytest.raises(ForumDeskError, match="No other room is free for “Talk”; it stays"):
        apply_fix(small.desk, offered(small)["Move “Talk” to a free room"])
    assert (rooms_of(small, clash[1]), taken(small.desk)) == ([small.hall.id], steps)


def test_a_fixed_point_stays_and_the_other_session_is_moved(
    small: Small, clash: tuple[Session, Session]
) -> None:
    lock_sessions(small.desk, [clash[1].id], locked=True)
    assert list(offered(small)) == [
        "Move “Opening” to a free room",
        "Move “Opening” to a free time",
    ]
    lock_sessions(small.desk, [clash[0].id], locked=True)
    assert offered(small) == {}


def test_a_free_time_is_one_at_which_nobody_is_wanted_elsewhere(
    small: Small, clash: tuple[Session, Session]
) -> None:
    """Gina Raimondo speaks in the opening and right before it; right after it she is free."""
    before = add_session(
        small.desk,
        small.edition.id,
        {"title": en("Before"), "starts": MORNING - timedelta(minutes=30), "minutes": 30},
    )
    for session in (before, clash[1]):
        add_part(small.desk, session.id, small.gina.id, {})
    fixes = offered(small, "person-in-two-places")
    assert list(fixes) == ["Move “Remarks” to a free time", "Move “Talk” to a free time"]
    apply_fix(small.desk, fixes["Move “Talk” to a free time"])
    moved = small.desk.get(Session, clash[1].id)
    assert moved.starts == MORNING + timedelta(minutes=30)
    assert {p.kind for p in problems(small.desk)}.isdisjoint(
        {"person-in-two-places", "room-used-twice"}
    )


def test_a_session_that_never_fits_stays(small: Small) -> None:
    with pytest.raises(ForumDeskError, match="No time of its day is free for “Panel”"):
        move_to_free_time(small.desk, small.panel.id)
