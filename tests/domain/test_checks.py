# SPDX-License-Identifier: MIT
"""Each check on a case that fires and on near misses that must not."""

import importlib
import pkgutil
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from forumdesk.domain import checks
from forumdesk.domain.agenda import (
    Mode,
    Part,
    Session,
    SessionKind,
    SessionRoom,
    SessionStatus,
    Visibility,
)
from forumdesk.domain.checks import (
    CHECKS,
    clock_change,
    declined,
    length,
    nobody,
    outside_edition,
    outside_parent,
    room_twice,
    translation,
    two_places,
)
from forumdesk.domain.checks import run as run_all
from forumdesk.domain.desk import Problem, Severity
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Room, Series, Track
from forumdesk.domain.outcomes import Agreement, Signatory
from forumdesk.domain.people import (
    Invitation,
    Name,
    Names,
    Organization,
    Participation,
    Person,
    Script,
)
from forumdesk.domain.versions import Acknowledgement
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in

KO_EN = Text.of(ko="제목", en="Title")
SERIES = Series("series", Text.of(ko="포럼", en="Forum"))
EDITION = Edition(
    "edition",
    "series",
    number=1,
    first_day=date(2026, 5, 6),
    last_day=date(2026, 5, 7),
    timezone="Asia/Seoul",
)
HALLS = tuple(Room(r, "edition", Text.of(ko=f"{r} 홀", en=f"Hall {r}")) for r in "AB")
KIM = Person(
    "kim", Names.of({Script.HANGUL: Name("김", "철수"), Script.LATIN: Name("Kim", "Chul-soo")})
)
LEE = Person("lee", Names.of({Script.LATIN: Name("Lee", "Ann")}))
SEATS = tuple(
    Participation(f"p-{p.id}", "edition", person=p.id, status=Invitation.ACCEPTED)
    for p in (KIM, LEE)
)


def at(text: str, day: int = 6) -> datetime:
    return datetime.fromisoformat(f"2026-05-{day:02}T{text}")


def session(id: str, starts: str = "", minutes: int | None = 60, **more: Any) -> Session:
    start = at(starts) if starts else None
    title = Text.of(ko=f"세션 {id}", en=f"Session {id}")
    return Session(id, "edition", **{"title": title, "starts": start, "minutes": minutes, **more})


def part(session: str, person: str = "kim", **more: Any) -> Part:
    return Part(f"{session}-{person}", session, f"p-{person}", **more)


def agenda(*sessions: Session, **more: Any) -> Dossier:
    parts = {"rooms": HALLS, "people": (KIM, LEE), "participations": SEATS, **more}
    return Dossier(**{"series": SERIES, "edition": EDITION, "sessions": sessions, **parts})


def within(**rooms: str) -> tuple[SessionRoom, ...]:
    return tuple(SessionRoom(f"{s}-{r}", s, r) for s, r in rooms.items())


# What is looked at here; the checks that understand forums have tests of their own.
HERE = (
    *(two_places.check, room_twice.check, outside_edition.check, outside_parent.check),
    *(length.check, clock_change.check, declined.check, nobody.check, translation.check),
)


def run(dossier: Dossier) -> list[Problem]:
    return run_all(dossier, HERE)


def found(dossier: Dossier) -> list[tuple[str, str]]:
    return [(problem.kind, str(problem.subject)) for problem in run(dossier)]


def said(problem: Problem, language: str = "en") -> str:
    return problem.phrase.said(words_in(language))


def test_a_sound_agenda_has_no_problems() -> None:
    sessions = (
        session("a", "09:00"),
        session("a1", "09:00", 30, parent="a"),
        session("b", "10:00"),
        session("c", minutes=None),
    )
    dossier = agenda(*sessions, parts=(part("a"), part("a1"), part("b"), part("c")))
    assert run_all(dossier) == []


# -- a person in two places


def test_a_person_in_two_places() -> None:
    dossier = agenda(
        session("a", "09:00"), session("b", "09:45"), parts=(part("a"), part("b"), part("b", "lee"))
    )
    (problem,) = run(dossier)
    assert (problem.kind, str(problem.subject)) == ("person-in-two-places", "session:b:parts")
    assert problem.severity is Severity.ERROR
    assert said(problem) == (
        "Chul-soo Kim is in two places on 2026-05-06 from 09:45 to 10:00:"
        " “Session a” and “Session b”."
    )


def test_a_person_in_a_session_and_in_an_item_of_another() -> None:
    sessions = (
        session("a", "09:00"),
        session("b", "09:00"),
        session("b1", "09:30", 10, parent="b"),
    )
    both = agenda(*sessions, parts=(part("a"), part("b"), part("b1")))
    assert found(both) == [("person-in-two-places", "session:b:parts")]
    item_only = agenda(*sessions, parts=(part("a"), part("b1")))
    assert found(item_only) == [("person-in-two-places", "session:b1:parts")]


def test_a_person_in_two_items_of_one_session_that_overlap() -> None:
    sessions = (
        session("a", "09:00"),
        session("a1", "09:00", 20, parent="a"),
        session("a2", "09:10", 20, parent="a"),
    )
    dossier = agenda(*sessions, parts=(part("a"), part("a1"), part("a2")))
    assert found(dossier) == [("person-in-two-places", "session:a2:parts")]


def test_an_item_without_a_time_may_clash() -> None:
    sessions = (
        session("a", "09:00"),
        session("a1", None or "", 10, parent="a"),
        session("b", "09:30"),
    )
    (problem,) = run(agenda(*sessions, parts=(part("a1"), part("b"))))
    assert problem.severity is Severity.WARNING
    assert said(problem).startswith(
        "Chul-soo Kim may be needed in two places on 2026-05-06 at 09:30"
    )


def test_a_session_without_an_end_takes_its_start() -> None:
    sessions = (session("a", "09:00"), session("b", "09:30", None))
    assert found(agenda(*sessions, parts=(part("a"), part("b")))) == [
        ("person-in-two-places", "session:b:parts")
    ]


def test_the_reader_of_a_speech_must_be_there() -> None:
    read = part("b", "lee", mode=Mode.READ, reader="p-kim")
    dossier = agenda(session("a", "09:00"), session("b", "09:30"), parts=(part("a"), read))
    assert found(dossier) == [("person-in-two-places", "session:b:parts")]


def test_one_clash_is_told_once_for_a_session_and_its_items() -> None:
    sessions = (
        session("a", "09:00"),
        session("b", "09:00"),
        session("b1", "09:00", 20, parent="b"),
        session("b2", "09:20", 20, parent="b"),
    )
    parts = tuple(part(name) for name in ("a", "b", "b1", "b2"))
    assert len(run(agenda(*sessions, parts=parts))) == 1


NEAR_MISSES = {
    "back to back": agenda(
        session("a", "09:00"), session("b", "10:00"), parts=(part("a"), part("b"))
    ),
    "different days": agenda(
        session("a", "09:00"),
        replace(session("b"), starts=at("09:00", 7)),
        parts=(part("a"), part("b")),
    ),
    "different persons": agenda(
        session("a", "09:00"), session("b", "09:00"), parts=(part("a"), part("b", "lee"))
    ),
    "item and its parent": agenda(
        session("a", "09:00"),
        session("a1", "09:10", 10, parent="a"),
        session("a11", "09:12", 5, parent="a1"),
        parts=(part("a"), part("a1"), part("a11")),
    ),
    "items without times": agenda(
        session("a", "09:00"),
        session("a1", "", None, parent="a"),
        session("a2", "", None, parent="a"),
        parts=(part("a1"), part("a2")),
    ),
    "one cancelled": agenda(
        session("a", "09:00"),
        session("b", "09:00", status=SessionStatus.CANCELLED),
        parts=(part("a"), part("b")),
    ),
    "inside one cancelled": agenda(
        session("a", "09:00"),
        session("b", "09:00", status=SessionStatus.CANCELLED),
        session("b1", "09:00", 10, parent="b"),
        parts=(part("a"), part("b1")),
    ),
    "by video": agenda(
        session("a", "09:00"), session("b", "09:00"), parts=(part("a"), part("b", mode=Mode.VIDEO))
    ),
    "read by another": agenda(
        session("a", "09:00"),
        session("b", "09:00"),
        parts=(part("a"), part("b", mode=Mode.READ, reader="p-lee")),
    ),
    "two parts in one session": agenda(
        session("a", "09:00"), parts=(part("a"), Part("again", "a", "p-kim"))
    ),
}


@pytest.mark.parametrize("dossier", NEAR_MISSES.values(), ids=NEAR_MISSES.keys())
def test_nobody_is_in_two_places(dossier: Dossier) -> None:
    assert found(dossier) == []


# -- a room used twice


def test_a_room_used_twice() -> None:
    dossier = agenda(
        session("a", "09:00"), session("b", "09:30"), session_rooms=within(a="A", b="A")
    )
    (problem,) = run(dossier)
    assert (problem.kind, str(problem.subject)) == ("room-used-twice", "session:b:rooms")
    assert said(problem) == (
        "Hall A is used twice on 2026-05-06 from 09:30 to 10:00: “Session a” and “Session b”."
    )


def test_one_of_several_rooms_is_enough() -> None:
    links = (*within(a="A", b="A"), SessionRoom("more", "a", "B"))
    dossier = agenda(session("a", "09:00"), session("b", "09:30"), session_rooms=links)
    assert found(dossier) == [("room-used-twice", "session:b:rooms")]


def test_many_sessions_in_one_place_give_as_many_findings_not_pairs() -> None:
    sessions = tuple(session(f"s{n:03}", "09:00") for n in range(100))
    links = within(**{s.id: "A" for s in sessions})
    assert len(run(agenda(*sessions, session_rooms=links))) == 99


@pytest.mark.parametrize(
    "dossier",
    [
        agenda(session("a", "09:00"), session("b", "10:00"), session_rooms=within(a="A", b="A")),
        agenda(session("a", "09:00"), session("b", "09:00"), session_rooms=within(a="A", b="B")),
        agenda(session("a", "09:00"), session("b", "09:00"), session_rooms=within(a="A")),
        agenda(
            session("a", "09:00"),
            session("a1", "09:10", 10, parent="a"),
            session("a2", "09:15", 10, parent="a"),
            session_rooms=within(a="A", a1="A", a2="A"),
        ),
        agenda(
            session("a", "09:00"),
            session("b", "09:00", status=SessionStatus.CANCELLED),
            session_rooms=within(a="A", b="A"),
        ),
    ],
    ids=["back to back", "two rooms", "plenary", "items in their session", "cancelled"],
)
def test_a_room_is_used_once(dossier: Dossier) -> None:
    assert found(dossier) == []


def test_an_item_moved_to_another_room_takes_it() -> None:
    dossier = agenda(
        session("a", "09:00"),
        session("a1", "09:10", 10, parent="a"),
        session("b", "09:00"),
        session_rooms=within(a="A", a1="B", b="B"),
    )
    assert found(dossier) == [("room-used-twice", "session:a1:rooms")]


# -- outside the edition, outside the parent


@pytest.mark.parametrize(
    ("starts", "minutes", "field"),
    [
        (at("23:00", 5), 60, "starts"),
        (at("03:59", 6), 60, "starts"),
        (at("04:00", 8), 60, "starts"),
        (at("23:00", 7), 6 * 60, "minutes"),
    ],
)
def test_a_session_outside_its_edition(starts: datetime, minutes: int, field: str) -> None:
    dossier = agenda(session("a", starts=starts.strftime("%H:%M"), minutes=minutes))
    moved = replace(dossier.sessions[0], starts=starts)
    assert found(agenda(moved)) == [("outside-edition", f"session:a:{field}")]


@pytest.mark.parametrize("starts", [at("04:00", 6), at("23:30", 7), at("00:30", 8)])
def test_a_session_in_the_night_after_the_last_day_is_inside(starts: datetime) -> None:
    assert found(agenda(replace(session("a", "09:00"), starts=starts))) == []


def test_nothing_is_outside_an_edition_without_dates() -> None:
    planned = replace(EDITION, first_day=None, last_day=None)
    assert found(agenda(session("a", "09:00"), edition=planned)) == []


def test_an_edition_of_one_day_needs_no_last_day() -> None:
    one_day = replace(EDITION, last_day=None)
    next_day = replace(session("a", "09:00"), starts=at("09:00", 7))
    assert found(agenda(next_day, edition=one_day)) == [("outside-edition", "session:a:starts")]


def test_setting_up_the_day_before_is_only_a_warning() -> None:
    hidden = replace(session("a", "09:00"), starts=at("18:00", 5), visibility=Visibility.INTERNAL)
    assert [p.severity for p in run(agenda(hidden))] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("starts", "minutes", "field"),
    [("08:50", 20, "starts"), ("10:00", 10, "starts"), ("09:50", 20, "minutes")],
)
def test_an_item_outside_its_session(starts: str, minutes: int, field: str) -> None:
    dossier = agenda(session("a", "09:00"), session("a1", starts, minutes, parent="a"))
    (problem,) = run(dossier)
    assert (problem.kind, str(problem.subject)) == ("outside-parent", f"session:a1:{field}")
    assert "“Session a” (09:00–10:00)" in said(problem)


@pytest.mark.parametrize(
    ("starts", "minutes"), [("09:00", 60), ("09:50", 10), ("", 90), ("09:30", None)]
)
def test_an_item_inside_its_session(starts: str, minutes: int | None) -> None:
    assert found(agenda(session("a", "09:00"), session("a1", starts, minutes, parent="a"))) == []


# -- lengths


@pytest.mark.parametrize(
    ("minutes", "kind", "severity"),
    [
        (-30, "end-before-start", Severity.ERROR),
        (0, "no-length", Severity.WARNING),
        (12 * 60 + 1, "over-long", Severity.WARNING),
    ],
)
def test_an_impossible_length(minutes: int, kind: str, severity: Severity) -> None:
    (problem,) = run(agenda(session("a", "05:00", minutes)))
    assert (problem.kind, problem.severity, problem.facts) == (kind, severity, str(minutes))
    assert str(problem.subject) == "session:a:minutes"


@pytest.mark.parametrize("minutes", [1, 12 * 60, None])
def test_a_possible_length(minutes: int | None) -> None:
    assert found(agenda(session("a", "05:00", minutes))) == []


def test_a_wrong_length_is_a_problem_before_the_session_has_a_time() -> None:
    assert found(agenda(session("a", "", -5))) == [("end-before-start", "session:a:minutes")]


# -- clock changes

NEW_YORK = replace(
    EDITION,
    timezone="America/New_York",
    first_day=date(2026, 3, 8),
    last_day=date(2026, 11, 1),
    day_boundary=0,
)


def night(month: int, day: int, hour: int, minutes: int = 30) -> Session:
    return replace(session("a", "09:00", minutes), starts=datetime(2026, month, day, hour, 30))


def test_a_start_that_the_clock_skips() -> None:
    (problem,) = run(agenda(night(3, 8, 2), edition=NEW_YORK))
    assert (problem.kind, problem.severity) == ("clock-change", Severity.ERROR)
    assert said(problem) == (
        "“Session a”: 02:30 does not exist on 2026-03-08; the clock is put forward"
        " (America/New_York)."
    )


def test_an_end_that_the_clock_skips() -> None:
    (problem,) = run(agenda(night(3, 8, 1, 60), edition=NEW_YORK))
    assert str(problem.subject) == "session:a:minutes"


def test_a_start_that_the_clock_shows_twice() -> None:
    (problem,) = run(agenda(night(11, 1, 1), edition=NEW_YORK))
    assert (problem.kind, problem.severity) == ("clock-change", Severity.WARNING)


def test_hours_around_a_change_are_sound() -> None:
    sound = [night(3, 8, 3), night(3, 8, 0), night(11, 1, 0, 29), night(11, 1, 2), night(3, 9, 2)]
    assert [found(agenda(one, edition=NEW_YORK)) for one in sound] == [[]] * 5


def test_an_unknown_time_zone() -> None:
    dossier = agenda(session("a", "09:00"), edition=replace(EDITION, timezone="Mars/Base"))
    assert found(dossier) == [("unknown-time-zone", "edition:edition:timezone")]


# -- persons who declined, sessions with nobody


@pytest.mark.parametrize("status", [Invitation.DECLINED, Invitation.CANCELLED])
def test_a_part_of_somebody_who_will_not_come(status: Invitation) -> None:
    seats = (replace(SEATS[0], status=status), SEATS[1])
    dossier = agenda(session("a", "09:00"), parts=(part("a"),), participations=seats)
    (problem,) = run(dossier)
    assert (problem.kind, problem.severity) == ("declined", Severity.ERROR)
    assert str(problem.subject) == "part:a-kim:participation"
    assert said(problem).startswith("Chul-soo Kim has ")


def test_a_speech_of_one_who_declined_may_be_read_but_not_by_another_who_did() -> None:
    seats = tuple(replace(seat, status=Invitation.DECLINED) for seat in SEATS)
    video = part("a", mode=Mode.VIDEO)
    assert found(agenda(session("a", "09:00"), parts=(video,), participations=seats)) == []
    read = part("a", mode=Mode.READ, reader="p-lee")
    present = (seats[0], SEATS[1])
    assert found(agenda(session("a", "09:00"), parts=(read,), participations=present)) == []
    assert found(agenda(session("a", "09:00"), parts=(read,), participations=seats)) == [
        ("declined", "part:a-kim:reader")
    ]


@pytest.mark.parametrize("status", [s for s in Invitation if s not in ("declined", "cancelled")])
def test_open_invitations_are_no_problem(status: Invitation) -> None:
    seats = (replace(SEATS[0], status=status), SEATS[1])
    assert found(agenda(session("a", "09:00"), parts=(part("a"),), participations=seats)) == []


def confirmed(id: str = "a", **more: Any) -> Session:
    return session(id, "09:00", status=SessionStatus.CONFIRMED, **more)


def test_a_confirmed_session_with_nobody() -> None:
    assert found(agenda(confirmed(kind=SessionKind.KEYNOTE))) == [("nobody", "session:a:parts")]


def test_a_confirmed_speech_with_nobody_in_a_session_with_nobody_of_its_own() -> None:
    items = (confirmed("a1", parent="a"), confirmed("a2", parent="a"))
    dossier = agenda(confirmed(), *items, parts=(part("a1"),))
    assert found(dossier) == [("nobody", "session:a2:parts")]


@pytest.mark.parametrize(
    "dossier",
    [
        agenda(session("a", "09:00")),
        agenda(confirmed(), parts=(part("a"),)),
        agenda(confirmed(), confirmed("a1", parent="a"), parts=(part("a1"),)),
        agenda(confirmed(), confirmed("a1", parent="a"), parts=(part("a"),)),
        agenda(confirmed(visibility=Visibility.INTERNAL)),
        agenda(
            confirmed(kind=SessionKind.SIGNING),
            agreements=(Agreement("mou", "edition", KO_EN, session="a"),),
            signatories=(Signatory("s", "mou", "p-kim"),),
        ),
        *(
            agenda(confirmed(kind=kind))
            for kind in (SessionKind.BREAK, SessionKind.LUNCHEON, SessionKind.REGISTRATION)
        ),
        agenda(confirmed(kind=SessionKind.PHOTO)),
    ],
)
def test_a_session_that_has_somebody_or_needs_nobody(dossier: Dossier) -> None:
    assert found(dossier) == []


# -- translations


def test_a_session_tells_all_its_gaps_at_once() -> None:
    gap = session("a", "09:00", title=Text.of(en="Only"), abstract=Text.of(en="English"))
    (problem,) = run(agenda(gap, session("b", "11:00")))
    assert (problem.kind, str(problem.subject)) == ("missing-translation", "session:a:title")
    assert problem.severity is Severity.WARNING
    assert said(problem) == "“Only” has no title, abstract in Korean."


def test_an_agenda_in_one_language_is_one_finding() -> None:
    foreign = tuple(session(f"s{n}", "", title=Text.of(en=f"Talk {n}")) for n in range(500))
    dossier = agenda(*foreign, session("b", "11:00"))
    (problem,) = run(dossier)
    assert str(problem.subject) == "edition:edition:session.title"
    assert said(problem) == "500 of 501 sessions have no title in Korean."


def test_rooms_tracks_offices_and_organizations_of_speakers_are_printed() -> None:
    body = Organization("body", Text.of(en="Body"))
    unseen = Organization("unseen", Text.of(en="Unseen"))
    seats = (
        replace(SEATS[0], organization="body", office=Text.of(en="Chair")),
        replace(SEATS[1], organization="unseen", office=Text.of(en="Guest")),
    )
    dossier = agenda(
        session("a", "09:00"),
        parts=(part("a"),),
        rooms=(Room("r", "edition", Text.of(ko="홀")),),
        tracks=(Track("t", "edition", Text.of(en="Main")),),
        organizations=(body, unseen),
        participations=seats,
    )
    assert sorted(subject for _, subject in found(dossier)) == [
        "organization:body:name",
        "participation:p-kim:office",
        "room:r:name",
        "track:t:name",
    ]


@pytest.mark.parametrize(
    "dossier",
    [
        agenda(session("a", "09:00", title=Text.of())),
        agenda(session("a", "09:00", title=Text.of(en="A"), visibility=Visibility.INTERNAL)),
        agenda(session("a", "09:00", title=Text.of(en="A"), status=SessionStatus.CANCELLED)),
        agenda(
            session("a", "09:00", title=Text.of(en="A")),
            series=replace(SERIES, languages=("en",)),
        ),
        agenda(session("a", "09:00", title=Text.of(en="A", ko="가", ja="ア"))),
    ],
    ids=["no text at all", "internal", "cancelled", "one language", "more languages"],
)
def test_nothing_is_missing(dossier: Dossier) -> None:
    assert found(dossier) == []


# -- all together


def test_problems_come_errors_first_then_by_time() -> None:
    dossier = agenda(
        session("c", "15:00", 0),
        session("b", "14:00", -5),
        session("a", "09:00", -5),
        session("d", "08:00", 0),
    )
    assert [subject for _, subject in found(dossier)] == [
        f"session:{name}:minutes" for name in ("a", "b", "d", "c")
    ]


def test_an_acknowledgement_holds_until_its_facts_change() -> None:
    dossier = agenda(session("a", "09:00", 0))
    (problem,) = run(dossier)
    assert not problem.acknowledged
    seen = Acknowledgement(
        "seen", "edition", problem.kind, str(problem.subject), "a moment of silence", problem.facts
    )
    assert [p.acknowledged for p in run(replace(dossier, acknowledgements=(seen,)))] == [True]
    changed = agenda(session("a", "09:00", -1), acknowledgements=(seen,))
    assert [p.acknowledged for p in run(changed)] == [False]


def test_every_check_is_listed_once_and_is_quiet_about_an_empty_edition() -> None:
    assert len({check.find.__module__ for check in CHECKS}) == len(CHECKS)
    assert run_all(agenda()) == []


def test_a_circle_of_parents_comes_to_an_end() -> None:
    circle = (session("a", "09:00", parent="b"), session("b", "10:00", parent="a"))
    assert [kind for kind, _ in found(agenda(*circle, parts=(part("a"),)))] == [
        "outside-parent"
    ] * 2


def test_every_module_with_a_check_takes_part() -> None:
    modules = [info.name for info in pkgutil.iter_modules(checks.__path__)]
    found_in = {importlib.import_module(f"{checks.__name__}.{name}") for name in modules}
    assert {m.check for m in found_in if hasattr(m, "check")} == {check.find for check in CHECKS}
