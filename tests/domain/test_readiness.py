# SPDX-License-Identifier: MIT
"""What is still open in the preparation of an edition, and how even the sides are."""

from dataclasses import replace
from datetime import date, datetime

from forumdesk.domain.agenda import Part, Role, Session, SessionKind, SessionStatus
from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Series, Side
from forumdesk.domain.outcomes import Commitment, CommitmentStatus
from forumdesk.domain.people import Invitation, Participation
from forumdesk.domain.readiness import Line, Matter, parity, readiness
from forumdesk.domain.wording import Text

TODAY = date(2026, 6, 1)
SERIES = Series("s", Text.of(ko="포럼", en="Forum"))
EDITION = Edition("e", "s", 1, first_day=date(2026, 6, 27))
BOTH = Text.of(ko="패널", en="Panel")
NINE = datetime(2026, 6, 27, 9)


def session(id, **values):
    given = {"title": BOTH, "starts": NINE, "minutes": 60, "status": SessionStatus.CONFIRMED}
    return Session(id, "e", **{**given, **values})


def guest(id, status=Invitation.ACCEPTED, **values):
    return Participation(id, "e", **{"person": "p" + id, "status": status, **values})


def dossier(**values):
    return Dossier(series=SERIES, edition=EDITION, **values)


def test_an_empty_edition_has_nothing_to_get_ready():
    assert readiness(dossier(), TODAY) == ()


def test_a_session_is_looked_at_from_every_side():
    panel = session(
        "1",
        title=Text.of(en="Panel"),
        starts=None,
        kind=SessionKind.PANEL,
        status=SessionStatus.DRAFT,
    )
    assert readiness(dossier(sessions=(panel, session("2"))), TODAY) == (
        Line(Matter.TIMES, (Subject("session", "1", "starts"),), 2),
        Line(Matter.TITLES, (Subject("session", "1", "title"),), 2),
        Line(Matter.CHAIRS, (Subject("session", "1"),), 1),
        Line(Matter.CONFIRMED, (Subject("session", "1", "status"),), 2),
    )


def test_a_cancelled_session_counts_nowhere():
    gone = session("1", status=SessionStatus.CANCELLED, starts=None)
    assert readiness(dossier(sessions=(gone,)), TODAY) == ()


def test_breaks_and_items_need_no_confirmation():
    sessions = (
        session("1", kind=SessionKind.BREAK, status=SessionStatus.DRAFT),
        session("2", parent="1", status=SessionStatus.DRAFT, starts=None),
    )
    matters = {line.matter: line for line in readiness(dossier(sessions=sessions), TODAY)}
    assert Matter.CONFIRMED not in matters
    assert matters[Matter.TIMES] == Line(Matter.TIMES, (), 1)


def test_invitations_are_sent_answered_and_named():
    people = (
        guest("1", Invitation.PROPOSED),
        guest("2", Invitation.INVITED),
        guest("3", person=None),
        guest("4", Invitation.DECLINED, person=None),
    )
    parts = (
        Part("a", "1", "3", Role.CHAIRS),
        Part("b", "1", "2", Role.KEYNOTE),
        Part("c", "1", "4", Role.WITNESSES),
    )
    lines = readiness(dossier(sessions=(session("1"),), participations=people, parts=parts), TODAY)
    assert lines[3:] == (
        Line(Matter.INVITED, (Subject("participation", "1", "status"),), 3),
        Line(Matter.ANSWERED, (Subject("participation", "2", "status"),), 2),
        Line(Matter.NAMED, (Subject("participation", "3", "person"),), 2),
        Line(Matter.TEXTS, (Subject("part", "b", "text_received"),), 1),
    )


def test_commitments_due_by_the_edition_are_listed_until_closed():
    commitments = (
        Commitment("1", "s", BOTH, due=date(2026, 6, 27)),
        Commitment("2", "s", BOTH, due=date(2026, 6, 28)),
        Commitment("3", "s", BOTH, due=date(2026, 1, 1), status=CommitmentStatus.DONE),
        Commitment("4", "s", BOTH),
    )
    found = dossier(commitments=commitments)
    assert readiness(found, TODAY) == (
        Line(Matter.COMMITMENTS, (Subject("commitment", "1", "status"),), 2),
    )
    undated = replace(found, edition=replace(EDITION, first_day=None))
    assert [len(line.open) for line in readiness(undated, date(2026, 5, 1))] == [0]


def test_minutes_of_a_session_are_shared_out_among_its_speakers():
    sides = (Side("k", "e", Text.of(en="Korea")), Side("u", "e", Text.of(en="United States")))
    people = (guest("1", side="k"), guest("2", side="u"), guest("3", side="u"), guest("4"))
    parts = (
        Part("a", "1", "1", Role.CHAIRS, minutes=10),
        Part("b", "1", "2", Role.DISCUSSES),
        Part("c", "1", "3", Role.DISCUSSES),
        Part("d", "1", "4", Role.INTERPRETS),
        Part("e", "2", "2", Role.KEYNOTE),
    )
    sessions = (session("1"), session("2", minutes=None))
    shares = parity(dossier(sides=sides, participations=people, parts=parts, sessions=sessions))
    assert [(s.side.id, s.speakers, s.minutes) for s in shares] == [("k", 1, 10), ("u", 2, 50)]
