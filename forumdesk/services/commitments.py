# SPDX-License-Identifier: MIT
"""Commitments as they come about and are carried on: from aims, statements and sessions, when
they are due, who answers for them, how they stand, where they are looked back at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from forumdesk.domain.agenda import Part, Session
from forumdesk.domain.commitments import in_order_of_hearing, is_over
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.ids import (
    AimId,
    CommitmentId,
    OrganizationId,
    PartId,
    PersonId,
    ReportChanges,
    ReportId,
    SeriesId,
    SessionId,
)
from forumdesk.domain.naming import script_of
from forumdesk.domain.outcomes import (
    Agreement,
    Aim,
    Commitment,
    CommitmentOwner,
    CommitmentStatus,
    Party,
    Report,
    Review,
)
from forumdesk.domain.people import Organization, Participation, Script
from forumdesk.domain.typed_due import around, typed_due
from forumdesk.domain.typed_names import taken_apart
from forumdesk.domain.wording import EMPTY, Text, fold, one_line
from forumdesk.domain.words import N_
from forumdesk.services import outcomes, people
from forumdesk.services._sets import settle_in_order
from forumdesk.services._typed_people import called_so
from forumdesk.services._writing import add, called, change, reorder

_WAITING = (CommitmentStatus.OPEN, CommitmentStatus.ON_TRACK)


def commit_to_aim(desk: Desk, aim: AimId) -> Commitment:
    """A commitment to reach an aim of an agreement, for which its parties answer."""
    record = desk.get(Aim, aim)
    agreement = desk.get(Agreement, record.agreement)
    parties = desk.find(Party, agreement=agreement.id)
    title = called(agreement.title)
    with desk.step(N_("Commit to aim {number} of “{title}”"), number=record.number, title=title):
        fields = {
            "title": record.title,
            "edition": agreement.edition,
            "session": agreement.session,
            "aim": aim,
        }
        return _added(desk, record.text, fields, bodies=[p.organization for p in parties])


def commit_to_statement(desk: Desk, part: PartId) -> Commitment:
    """A commitment made in what somebody said, for which their organization answers."""
    record = desk.get(Part, part)
    session = desk.get(Session, record.session)
    taking = desk.get(Participation, record.participation)
    with desk.step(N_("Note a commitment made in “{title}”"), title=called(session.title)):
        fields = {"edition": session.edition, "session": session.id, "part": part}
        bodies = [taking.organization] if taking.organization else []
        persons = [taking.person] if taking.person and not bodies else []
        return _added(desk, record.statement, fields, bodies=bodies, persons=persons)


def commit_in_session(desk: Desk, session: SessionId) -> Commitment:
    """A commitment made in a session; its text is still to be written."""
    record = desk.get(Session, session)
    with desk.step(N_("Note a commitment made in “{title}”"), title=called(record.title)):
        return _added(desk, EMPTY, {"edition": record.edition, "session": session})


def _added(
    desk: Desk,
    text: Text,
    fields: Mapping[str, object],
    *,
    bodies: Sequence[str] = (),
    persons: Sequence[str] = (),
) -> Commitment:
    series = desk.get(Edition, str(fields["edition"])).series
    made = outcomes.add_commitment(desk, series, text, fields)
    if bodies or persons:
        outcomes.set_owners(desk, made.id, bodies, persons)
    return made


def set_origin(
    desk: Desk,
    commitment: CommitmentId,
    *,
    aim: AimId | None = None,
    part: PartId | None = None,
    session: SessionId | None = None,
) -> Commitment:
    """Where a commitment comes from: an aim, what somebody said, a session, or nothing of these.

    Its edition follows.
    """
    record = desk.get(Commitment, commitment)
    edition = record.edition
    if part is not None:
        session = desk.get(Part, part).session
    if aim is not None:
        agreement = desk.get(Agreement, desk.get(Aim, aim).agreement)
        edition, session = agreement.edition, session or agreement.session
    if session is not None:
        edition = desk.get(Session, session).edition
    changes = {"aim": aim, "part": part, "session": session, "edition": edition}
    with desk.step(N_("Set where “{text}” comes from"), text=_promised(record)):
        return change(desk, record, changes)


def set_due(desk: Desk, commitment: CommitmentId, text: str) -> Commitment:
    """When a commitment is due, as it is typed: a day, or words in Korean or English.

    Words are kept as they are typed, for readers of their language; for readers of the other
    they are put into its words. Raises ``ForumDeskError`` for what is not understood.
    """
    record = desk.get(Commitment, commitment)
    with desk.step(N_("Set when “{text}” is due"), text=_promised(record)):
        return change(desk, record, _due_fields(desk, record, one_line(text)))


def _due_fields(desk: Desk, record: Commitment, typed: str) -> dict[str, object]:
    if not typed:
        return {"due": None, "due_text": EMPTY}
    editions = desk.find(Edition, series=record.series)
    made_at = next((e for e in editions if e.id == record.edition), None)
    found = typed_due(typed, around(made_at, editions, _today(desk, record.series)))
    if found is None:
        raise ForumDeskError(
            N_(
                "“{text}” is neither a day nor a period; write it like 2024-09-10, "
                "early September 2024 or 2024년 9월 초."
            ),
            text=typed,
        )
    if found.exact:
        return {"due": found.last, "due_text": EMPTY}
    languages = desk.get(Series, record.series).languages
    said = {tag: found.wording[tag] for tag in languages if tag in found.wording}
    return {"due": found.last, "due_text": Text.of({**said, _spoken(typed, languages): typed})}


def _spoken(typed: str, languages: Sequence[str]) -> str:
    """The language in which something was typed, of those of the series."""
    korean = script_of(typed) is Script.HANGUL
    fitting = (tag for tag in languages if (tag == "ko") == korean)
    return next(fitting, languages[0])


def _today(desk: Desk, series: str) -> date:
    """The day it is where the series is at home."""
    return desk.now().astimezone(ZoneInfo(desk.get(Series, series).timezone)).date()


def set_owners_named(desk: Desk, commitment: CommitmentId, text: str) -> list[CommitmentOwner]:
    """Who answers for a commitment, by their names with commas between.

    Raises ``ForumDeskError`` for a name that neither an organization nor a person of the file has.
    """
    record = desk.get(Commitment, commitment)
    bodies: list[str] = []
    persons: list[str] = []
    every = desk.find(Organization)
    for name, found in taken_apart(one_line(text), lambda typed: _called(desk, every, typed)):
        if found is None:
            raise ForumDeskError(
                N_("“{name}” is neither an organization nor a person of this file."), name=name
            )
        kind, key = found
        (bodies if kind is Organization else persons).append(key)
    with desk.step(N_("Set who answers for “{text}”"), text=_promised(record)):
        return outcomes.set_owners(desk, commitment, bodies, persons)


def _called(
    desk: Desk, bodies: Sequence[Organization], typed: str
) -> tuple[type[object], str] | None:
    wanted = fold(typed)
    for body in bodies:
        names = (*body.name.values(), *body.short.values(), *body.aliases)
        if any(fold(name) == wanted for name in names):
            return Organization, body.id
    found = called_so(desk, typed)
    return (type(found[0]), found[0].id) if found else None


def add_owner(
    desk: Desk,
    commitment: CommitmentId,
    *,
    organization: OrganizationId | None = None,
    person: PersonId | None = None,
) -> list[CommitmentOwner]:
    """One more organization or person answering for a commitment."""
    record = desk.get(Commitment, commitment)
    owners = desk.find(CommitmentOwner, commitment=commitment)
    bodies = [owner.organization for owner in owners if owner.organization is not None]
    persons = [owner.person for owner in owners if owner.person is not None]
    bodies += [organization] if organization is not None else []
    persons += [person] if person is not None else []
    with desk.step(N_("Set who answers for “{text}”"), text=_promised(record)):
        return outcomes.set_owners(desk, commitment, bodies, persons)


def add_new_owner(desk: Desk, commitment: CommitmentId, name: str) -> list[CommitmentOwner]:
    """One more organization answering for a commitment, new to the file."""
    record = desk.get(Commitment, commitment)
    typed = one_line(name)
    if not typed:
        raise ForumDeskError(N_("Type a name first."))
    languages = desk.get(Series, record.series).languages
    with desk.step(N_("Set who answers for “{text}”"), text=_promised(record)):
        text = Text.of({_spoken(typed, languages): typed})
        body = people.add_organization(desk, text, {})
        return add_owner(desk, commitment, organization=body.id)


def stand(desk: Desk, commitment: CommitmentId, status: CommitmentStatus) -> Commitment:
    """How a commitment stands.

    What was due before today is late until it is closed, or is due on another day: raises
    ``ForumDeskError`` for anything else.
    """
    record = desk.get(Commitment, commitment)
    on = _today(desk, record.series)
    if status in _WAITING and status is not record.status and is_over(record.due, on):
        raise ForumDeskError(
            N_("“{text}” was due on {day} and is late until it is closed or is due later."),
            text=_promised(record),
            day=str(record.due),
        )
    with desk.step(N_("Change how “{text}” stands"), text=_promised(record)):
        return change(desk, record, {"status": status})


def place_commitment(
    desk: Desk,
    commitment: CommitmentId,
    status: CommitmentStatus,
    before: CommitmentId | None,
) -> Commitment:
    """Put a commitment among those of a status, before another one or at the end."""
    record = desk.get(Commitment, commitment)
    with desk.step(N_("Move commitment “{text}”"), text=_promised(record)):
        if status is not record.status:
            stand(desk, commitment, status)
        others = desk.find(Commitment, series=record.series)
        ids = [one.id for one in others if one.id != commitment]
        at = ids.index(before) if before in ids else len(ids)
        reorder(desk, others, [*ids[:at], commitment, *ids[at:]])
        return desk.get(Commitment, commitment)


def correct_report(desk: Desk, report: ReportId, changes: ReportChanges) -> Report:
    """New values of some fields of a report; the commitment stands as its last report says."""
    record = desk.get(Report, report)
    with desk.step(N_("Change a report on “{text}”"), text=_about(desk, record)):
        changed = outcomes.change_report(desk, report, changes)
        if _last(desk, record.commitment) == changed and changed.status is not record.status:
            outcomes.change_commitment(desk, record.commitment, {"status": changed.status})
        return changed


def withdraw_report(desk: Desk, report: ReportId) -> None:
    """Remove a report; if it was the last, the commitment stands as the one before it says."""
    record = desk.get(Report, report)
    was_last = _last(desk, record.commitment) == record
    with desk.step(N_("Remove a report on “{text}”"), text=_about(desk, record)):
        outcomes.remove_report(desk, report)
        stands = desk.get(Commitment, record.commitment).status
        if was_last and stands is record.status:
            before = _last(desk, record.commitment)
            status = before.status if before else CommitmentStatus.OPEN
            outcomes.change_commitment(desk, record.commitment, {"status": status})


def _about(desk: Desk, report: Report) -> Text | str:
    return _promised(desk.get(Commitment, report.commitment))


def _last(desk: Desk, commitment: str) -> Report | None:
    """The report heard last."""
    series = desk.get(Commitment, commitment).series
    heard = desk.find(Report, commitment=commitment)
    return next(reversed(in_order_of_hearing(heard, desk.find(Edition, series=series))), None)


def set_reviews(
    desk: Desk, session: SessionId, commitments: Sequence[CommitmentId]
) -> list[Review]:
    """The commitments that a session looks back at, in order."""
    record = desk.get(Session, session)
    series = desk.get(Edition, record.edition).series
    if any(desk.get(Commitment, one).series != series for one in commitments):
        raise ForumDeskError(N_("A commitment stays within its series."))
    with desk.step(N_("Set what “{title}” looks back at"), title=called(record.title)):
        return settle_in_order(
            desk,
            desk.find(Review, session=session),
            "commitment",
            wanted=commitments,
            new=lambda one: add(desk, Review, {}, session=session, commitment=one),
        )


def add_commitment_named(desk: Desk, series: SeriesId, typed: str) -> Commitment:
    """Something promised, by its title; it comes from no edition until one is set."""
    name = one_line(typed)
    if not name:
        raise ForumDeskError(N_("Type a name first."))
    languages = desk.get(Series, series).languages
    title = Text.of({_spoken(name, languages): name})
    return outcomes.add_commitment(desk, series, EMPTY, {"title": title})


def _promised(commitment: Commitment) -> Text | str:
    return called(commitment.title or commitment.text)
