# SPDX-License-Identifier: MIT
"""Drawing up an agreement: its state and days, parties and aims one by one, who signs, originals.

What an agreement is as a whole is in ``services.outcomes``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from forumdesk.domain.agenda import Session, SessionKind
from forumdesk.domain.agreements import DAY_OF
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.dossier import program_day
from forumdesk.domain.forum import Edition, Host, HostRole, Series
from forumdesk.domain.ids import (
    AgreementId,
    AimId,
    EditionId,
    ParticipationId,
    PersonId,
    SignatoryId,
)
from forumdesk.domain.naming import names_from
from forumdesk.domain.outcomes import (
    Agreement,
    AgreementState,
    Aim,
    Original,
    Party,
    Signatory,
    SignatoryRole,
)
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.wording import Text, fold, one_line
from forumdesk.domain.words import N_
from forumdesk.services import invitations, outcomes, people
from forumdesk.services._removing import remove_whole
from forumdesk.services._typed_people import called_so, participants_called
from forumdesk.services._writing import (
    add,
    called,
    change,
    next_position,
    participant_called,
    person_called,
)


def draw_up(desk: Desk, edition: EditionId, title: Text) -> Agreement:
    """A new draft between the hosts of an edition.

    To be signed at its signing, where it has one for which nothing else is entered.
    """
    desk.get(Edition, edition)
    with desk.step(N_("Add agreement “{title}”"), title=called(title)):
        taken = {one.session for one in desk.find(Agreement, edition=edition)}
        sessions = desk.find(Session, edition=edition, parent=None)
        free = [s.id for s in sessions if s.kind is SessionKind.SIGNING and s.id not in taken]
        fields = {"session": free[0]} if len(free) == 1 else {}
        made = outcomes.add_agreement(desk, edition, title, fields)
        hosts = desk.find(Host, edition=edition, role=[HostRole.HOST, HostRole.CO_HOST])
        outcomes.set_parties(desk, made.id, [host.organization for host in hosts])
        return made


def set_state(
    desk: Desk, agreement: AgreementId, state: AgreementState, day: date | None = None
) -> Agreement:
    """How far an agreement has come, and since when.

    Without a ``day`` the one it has already is kept; what is signed was signed on the day of its
    session. A later state needs no earlier one.
    """
    record = desk.get(Agreement, agreement)
    field = DAY_OF.get(state)
    if field is None and day is not None:
        raise ForumDeskError(N_("A draft has no day; choose how far the agreement has come first."))
    known = day or (getattr(record, field) if field else None)
    if known is None and state is AgreementState.SIGNED:
        known = _signing_day(desk, record)
    changes: dict[str, object] = {"state": state, **({field: known} if field else {})}
    with desk.step(N_("Set how far “{title}” has come"), title=called(record.title)):
        return change(desk, record, changes)


def add_party_named(desk: Desk, agreement: AgreementId, typed: str) -> Party:
    """An organization of this name is party to an agreement, after the others.

    One of the file that is called so in any language, else a new one.
    """
    record = desk.get(Agreement, agreement)
    name = one_line(typed)
    if not name:
        raise ForumDeskError(N_("Type a name first."))
    with desk.step(N_("Add {name} to “{title}”"), name=name, title=called(record.title)):
        body = _organization(desk, name) or people.add_organization(
            desk, _in_own_language(desk, record, name), {}
        )
        there = desk.find(Party, agreement=agreement, organization=body.id)
        if there:
            return there[0]
        position = next_position(desk, Party, agreement=agreement)
        return add(desk, Party, {"position": position}, agreement=agreement, organization=body.id)


def add_aim(desk: Desk, agreement: AgreementId, text: Text) -> Aim:
    """One more aim of an agreement, after the others."""
    record = desk.get(Agreement, agreement)
    number = desk.largest(Aim, "number", agreement=agreement) + 1
    with desk.step(N_("Add an aim to “{title}”"), title=called(record.title)):
        return add(desk, Aim, {}, agreement=agreement, text=text, number=number)


def remove_aim(desk: Desk, aim: AimId) -> None:
    """Remove an aim; those after it move up, commitments made in it stay."""
    record = desk.get(Aim, aim)
    title = called(desk.get(Agreement, record.agreement).title)
    with desk.step(N_("Remove aim {number} of “{title}”"), number=record.number, title=title):
        remove_whole(desk, record)
        _number(desk, _aims(desk, record.agreement))


def order_aims(desk: Desk, agreement: AgreementId, aims: Sequence[AimId]) -> list[Aim]:
    """The aims of an agreement in a new order, numbered from 1; those not named follow."""
    record = desk.get(Agreement, agreement)
    there = {aim.id: aim for aim in _aims(desk, agreement)}
    if len(set(aims)) != len(aims) or not set(aims) <= there.keys():
        raise ForumDeskError(N_("The new order names something that is not in the list."))
    rest = [aim for aim in there if aim not in aims]
    with desk.step(N_("Reorder aims of “{title}”"), title=called(record.title)):
        return _number(desk, [there[aim] for aim in (*aims, *rest)])


def add_signatory(
    desk: Desk, agreement: AgreementId, participation: ParticipationId, role: SignatoryRole
) -> Signatory:
    """A participant signs an agreement, witnesses the signing or hands the folders over.

    For the party whose organization is theirs, where there is one.
    """
    record = desk.get(Agreement, agreement)
    who = desk.get(Participation, participation)
    there = desk.find(Signatory, agreement=agreement, participation=participation, role=role)
    if there:
        return there[0]
    parties = desk.find(Party, agreement=agreement)
    party = next((p.id for p in parties if p.organization == who.organization), None)
    position = next_position(desk, Signatory, agreement=agreement, role=role)
    given = {"role": role, "party": party, "position": position}
    name = participant_called(desk, who)
    with desk.step(N_("Add {name} to “{title}”"), name=name, title=called(record.title)):
        return add(desk, Signatory, given, agreement=agreement, participation=participation)


def add_signatory_of(
    desk: Desk, agreement: AgreementId, person: PersonId, role: SignatoryRole
) -> Signatory:
    """A person of the file does so, and takes part in the edition for it."""
    record = desk.get(Agreement, agreement)
    name = person_called(desk.get(Person, person))
    with desk.step(N_("Add {name} to “{title}”"), name=name, title=called(record.title)):
        known = desk.find(Participation, edition=record.edition, person=person)
        found = known or [invitations.add_participation(desk, record.edition, person, {})]
        return add_signatory(desk, agreement, found[0].id, role)


def add_signatory_by_name(
    desk: Desk, agreement: AgreementId, typed: str, role: SignatoryRole
) -> Signatory:
    """Somebody whose name was typed does so.

    A participant of the edition of exactly this name, else a person of the file, else a new
    person; of several of one name, the one entered first.
    """
    record = desk.get(Agreement, agreement)
    typed = one_line(typed)
    names = names_from(typed)
    if not names:
        raise ForumDeskError(N_("Type a name first."))
    with desk.step(N_("Add {name} to “{title}”"), name=typed, title=called(record.title)):
        there = participants_called(desk, record.edition, typed)
        if there:
            return add_signatory(desk, agreement, there[0].id, role)
        known = called_so(desk, typed)
        person = known[0] if known else people.add_person(desk, names, {})
        return add_signatory_of(desk, agreement, person.id, role)


def remove_signatory(desk: Desk, signatory: SignatoryId) -> None:
    """Somebody has nothing to do with the signing any more; the participation stays."""
    record = desk.get(Signatory, signatory)
    name = participant_called(desk, desk.get(Participation, record.participation))
    title = called(desk.get(Agreement, record.agreement).title)
    with desk.step(N_("Remove {name} from “{title}”"), name=name, title=title):
        remove_whole(desk, record)


def complete_originals(desk: Desk, agreement: AgreementId) -> list[Original]:
    """An original in each language of the series for every party; those there are stay."""
    record = desk.get(Agreement, agreement)
    there = {(o.keeper, o.language) for o in desk.find(Original, agreement=agreement)}
    wanted = [
        (party.id, language)
        for party in desk.find(Party, agreement=agreement)
        for language in _series(desk, record).languages
    ]
    with desk.step(N_("Add the originals of “{title}”"), title=called(record.title)):
        return [
            add(desk, Original, {"keeper": party}, agreement=agreement, language=language)
            for party, language in wanted
            if (party, language) not in there
        ]


def _signing_day(desk: Desk, agreement: Agreement) -> date | None:
    """The program day of the session at which it is signed."""
    session = desk.get(Session, agreement.session) if agreement.session else None
    if session is not None and session.starts is None and session.parent is not None:
        session = desk.get(Session, session.parent)
    if session is None or session.starts is None:
        return None
    return program_day(session.starts, desk.get(Edition, agreement.edition).day_boundary)


def _series(desk: Desk, agreement: Agreement) -> Series:
    return desk.get(Series, desk.get(Edition, agreement.edition).series)


def _organization(desk: Desk, name: str) -> Organization | None:
    wanted = fold(name)
    for body in desk.find(Organization):
        if wanted in map(fold, (*body.name.values(), *body.short.values(), *body.aliases)):
            return body
    return None


def _in_own_language(desk: Desk, agreement: Agreement, name: str) -> Text:
    """A name in the language of the series that is written so."""
    languages = _series(desk, agreement).languages
    hangul = any("가" <= c <= "힣" for c in name)
    fitting = [tag for tag in languages if (tag == "ko") == hangul]
    return Text.of({(fitting or list(languages) or ["en"])[0]: name})


def _aims(desk: Desk, agreement: str) -> list[Aim]:
    return sorted(desk.find(Aim, agreement=agreement), key=lambda aim: aim.number)


def _number(desk: Desk, aims: Sequence[Aim]) -> list[Aim]:
    return [change(desk, aim, {"number": number}) for number, aim in enumerate(aims, 1)]
