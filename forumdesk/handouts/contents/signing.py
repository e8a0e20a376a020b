# SPDX-License-Identifier: MIT
"""What the sheets of a signing share: which agreements, their parties, people, copies, session."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from forumdesk.domain.agenda import Session
from forumdesk.domain.dates import date_long
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import HostRole
from forumdesk.domain.holidays import country_of
from forumdesk.domain.outcomes import Agreement, Aim, Party, Signatory, SignatoryRole
from forumdesk.domain.people import Organization, Participation
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import goes_by
from forumdesk.domain.words import N_
from forumdesk.handouts.content import Wording
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.outcomes import NumberedAim

NO_AGREEMENT = T_("paper", "No agreement is entered for this forum yet.")
TO_BE_NAMED = T_("paper", "to be named")


def asked_for(setting: Setting) -> tuple[Agreement, ...]:
    """The agreements a sheet is about; none where there is not the one asked for."""
    return of_asked(setting, setting.dossier.agreements)


def of_asked(setting: Setting, agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """Those of some agreements that are asked for: all, or one by its id or title."""
    wanted = setting.options.agreement
    return tuple(a for a in agreements if not wanted or goes_by(wanted, a.id, a.title))


def refuse_unknown(setting: Setting) -> Setting:
    """The same setting; raises ``ForumDeskError`` if the edition has no agreement asked for."""
    wanted = setting.options.agreement
    if wanted and not asked_for(setting):
        raise ForumDeskError(N_("No agreement of this edition is called “{name}”."), name=wanted)
    return setting


def parties_in_order(setting: Setting, agreement: Agreement, first: str = "") -> list[Party]:
    """The parties in order, the one whose copy it is first (alternat)."""
    own = (party for party in setting.dossier.parties if party.agreement == agreement.id)
    return sorted(own, key=lambda party: party.id != first)


def body_of_party(setting: Setting, party: Party) -> Organization:
    """The organization that is a party."""
    return setting.dossier.organization[party.organization]


def having(
    setting: Setting, agreement: Agreement, role: SignatoryRole, parties: Sequence[Party] = ()
) -> list[Signatory]:
    """Who has a role at the signing: in the order of these parties, then as entered."""
    rank = {party.id: n for n, party in enumerate(parties)}
    own = (
        one
        for one in setting.dossier.signatories
        if one.agreement == agreement.id and one.role is role
    )
    return sorted(own, key=lambda one: rank.get(one.party or "", len(rank)))


def seat_of(setting: Setting, signatory: Signatory) -> Participation | None:
    """The participation of somebody who has to do with the signing."""
    return setting.dossier.participation.get(signatory.participation)


def aims_of(setting: Setting, agreement: Agreement) -> tuple[NumberedAim, ...]:
    """The aims in order."""
    own: list[Aim] = [aim for aim in setting.dossier.aims if aim.agreement == agreement.id]
    return tuple(
        NumberedAim(str(aim.number), setting.text(aim.title), setting.prose(aim.text))
        for aim in sorted(own, key=lambda aim: aim.number)
    )


def languages_kept(setting: Setting, agreement: Agreement, party: Party) -> tuple[str, ...]:
    """The languages of the originals that a party is to keep; all where nobody has said."""
    kept = {
        one.language
        for one in setting.dossier.originals
        if one.agreement == agreement.id and one.keeper == party.id
    }
    every = setting.dossier.languages
    return tuple(tag for tag in (*every, *sorted(kept - {*every})) if tag in kept) or every


def host_party(setting: Setting, parties: Sequence[Party]) -> Party | None:
    """The party in whose country the forum meets, else the first host, else the first party."""
    country = country_of(setting.dossier.edition.timezone)
    hosting = [
        host.organization
        for host in setting.dossier.hosts
        if host.role in (HostRole.HOST, HostRole.CO_HOST)
    ]
    for party in parties:
        if country and body_of_party(setting, party).country == country:
            return party
    for key in hosting:
        if found := next((party for party in parties if party.organization == key), None):
            return found
    return parties[0] if parties else None


def session_of(setting: Setting, agreement: Agreement) -> Session | None:
    """The session at which an agreement is signed."""
    return setting.dossier.session.get(agreement.session or "")


def signing_day(setting: Setting, agreement: Agreement) -> date | None:
    """The day on which it was signed, or on which it is to be."""
    session = session_of(setting, agreement)
    return agreement.signed_on or (setting.dossier.day_of(session) if session else None)


def written(setting: Setting, day: date | None) -> Wording:
    """A day in full."""
    return setting.by_language(lambda tag: date_long(day, tag)) if day else ()
