# SPDX-License-Identifier: MIT
"""What to look at before the sheets of a signing are printed: what is not agreed, named or said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from forumdesk.domain.agreements import is_signed, is_unsettled
from forumdesk.domain.checks.agreed import titled
from forumdesk.domain.checks.common import language_called, listing, person_named
from forumdesk.domain.checks.translation import Printed
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.listed import list_consents
from forumdesk.domain.outcomes import Agreement, AgreementState, Signatory, SignatoryRole
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.contents.outcomes import shown_agreements
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.contents.signing import (
    asked_for,
    body_of_party,
    having,
    of_asked,
    parties_in_order,
    seat_of,
    session_of,
)

SIGNS, HANDS_OVER = SignatoryRole.SIGNS, SignatoryRole.HANDS_OVER


def _copy_looks(setting: Setting) -> Iterator[Problem]:
    """Copies of a draft, without parties or aims, with nobody to sign, silent on their texts."""
    agreements = asked_for(setting)
    yield from _nothing(setting, agreements)
    for agreement in agreements:
        if agreement.state is AgreementState.DRAFT:
            yield _told(agreement, "state", "copy-of-draft", _DRAFT)
        if not any(party.agreement == agreement.id for party in setting.dossier.parties):
            yield _told(agreement, "parties", "no-parties", _NO_PARTIES)
        if not any(aim.agreement == agreement.id for aim in setting.dossier.aims):
            yield _told(agreement, "aims", "no-aims", _NO_AIMS)
        yield from _unsigned(setting, agreement)
        yield from _silent(setting, agreement)


_DRAFT = N_("“{agreement}” is still a draft.")
_NO_PARTIES = N_("“{agreement}” has no parties yet.")
_NO_AIMS = N_("“{agreement}” has no aims yet.")
_SILENT = N_(
    "The closing of “{agreement}” says nothing in {languages} of originals or languages;"
    " the program adds no such words."
)


def _silent(setting: Setting, agreement: Agreement) -> Iterator[Problem]:
    """Where texts in several languages are equally authentic, a closing says so; none is made."""
    silent = [tag for tag in setting.languages if not agreement.closing.get(tag)]
    if len(setting.languages) > 1 and silent:
        phrase = Phrase.of(
            _SILENT,
            agreement=titled(agreement),
            languages=listing([language_called(tag) for tag in silent]),
        )
        subject = Subject("agreement", agreement.id, "closing")
        yield Problem("closing-silent", Severity.NOTE, subject, phrase, " ".join(silent))


def _unsigned(setting: Setting, agreement: Agreement) -> Iterator[Problem]:
    """Parties whose line to sign on has no name."""
    signing = {one.party for one in having(setting, agreement, SIGNS)}
    for party in parties_in_order(setting, agreement):
        if party.id not in signing:
            phrase = Phrase.of(
                N_("Nobody is named to sign “{agreement}” for {party}."),
                agreement=titled(agreement),
                party=body_of_party(setting, party).name,
            )
            subject = Subject("agreement", agreement.id, "signatories")
            yield Problem("nobody-signs", Severity.WARNING, subject, phrase, party.organization)


def _table_looks(setting: Setting) -> Iterator[Problem]:
    """Signings without a session, signatories and hands missing at the table."""
    agreements = asked_for(setting)
    yield from _nothing(setting, agreements)
    for agreement in agreements:
        if session_of(setting, agreement) is None:
            yield _told(agreement, "session", "no-session", _NO_SESSION)
        yield from _unsigned(setting, agreement)
        handing = {one.party for one in having(setting, agreement, HANDS_OVER)}
        if any(party.id not in handing for party in parties_in_order(setting, agreement)):
            yield _told(agreement, "signatories", "nobody-hands-over", _NOBODY_HANDS)


_NO_SESSION = N_("Nothing says at which session “{agreement}” is signed.")
_NOBODY_HANDS = N_("Nobody is named for every party to hand over the folders of “{agreement}”.")


def _fact_looks(setting: Setting) -> Iterator[Problem]:
    """What is kept off the sheet, and who of it refused to be named."""
    shown = of_asked(setting, shown_agreements(setting))
    yield from _nothing(setting, shown)
    for agreement in asked_for(setting):
        if agreement not in shown and not is_unsettled(agreement):
            yield _told(agreement, "session", "not-public", _NOT_PUBLIC)
    said = setting.dossier.derived(list_consents)
    for agreement in shown:
        for signatory in setting.dossier.signatories:
            if signatory.agreement == agreement.id and signatory.role is not HANDS_OVER:
                yield from _refused(setting, signatory, said)


_NOT_PUBLIC = N_("“{agreement}” is signed in a session that is not public and is left out.")


def draft_looks(setting: Setting) -> Iterator[Problem]:
    """Drafts among what everybody is told of: those that stand there, and those that don't."""
    shown = shown_agreements(setting)
    for agreement in asked_for(setting):
        if is_unsettled(agreement):
            told = _told(agreement, "state", "draft-left-out", _LEFT_OUT)
            yield replace(told, severity=Severity.NOTE)
        elif agreement in shown and _is_draft(agreement):
            yield _told(agreement, "state", "draft-told", _TOLD)


_LEFT_OUT = N_("“{agreement}” is a draft that no session signs; it is left off this sheet.")
_TOLD = N_("“{agreement}” is still a draft, and this sheet tells what it says.")


def _is_draft(agreement: Agreement) -> bool:
    return agreement.state is AgreementState.DRAFT and not is_signed(agreement)


def _refused(setting: Setting, signatory: Signatory, said: Mapping[str, bool]) -> Iterator[Problem]:
    found = seat_of(setting, signatory)
    if found is None or said.get(found.person or "") is not False:
        return
    phrase = Phrase.of(
        N_("{name} refused to be named in public and stands here by office alone."),
        name=person_named(setting.dossier, found),
    )
    yield Problem("left-out", Severity.NOTE, Subject("participation", found.id), phrase)


def _nothing(setting: Setting, agreements: Iterable[Agreement]) -> Iterator[Problem]:
    if not list(agreements):
        phrase = Phrase.of(N_("There is no agreement on this sheet."))
        subject = Subject("edition", setting.dossier.edition.id)
        yield Problem("no-agreement", Severity.WARNING, subject, phrase)


def _told(agreement: Agreement, field: str, kind: str, message: str) -> Problem:
    phrase = Phrase.of(message, agreement=titled(agreement))
    return Problem(kind, Severity.WARNING, Subject("agreement", agreement.id, field), phrase)


def _fields(setting: Setting, agreements: Iterable[Agreement]) -> Iterator[Printed]:
    """The texts of the data that stand on a sheet of agreements, each with its record."""
    dossier = setting.dossier
    yield Printed("edition", dossier.edition.id, "city", dossier.edition.city, dossier.title)
    for agreement in agreements:
        name: Text | Phrase = titled(agreement)
        for field in ("title", "preamble", "closing"):
            yield Printed("agreement", agreement.id, field, getattr(agreement, field), name)
        for aim in dossier.aims:
            if aim.agreement == agreement.id:
                for field in ("title", "text"):
                    yield Printed("aim", aim.id, field, getattr(aim, field), aim.title or aim.text)
        for party in parties_in_order(setting, agreement):
            body = body_of_party(setting, party)
            yield Printed("organization", body.id, "name", body.name, body.name)
        for one in dossier.signatories:
            found = seat_of(setting, one)
            if one.agreement == agreement.id and found is not None:
                person = person_named(dossier, found)
                yield Printed("participation", found.id, "office", found.office, person)


def _told_fields(setting: Setting) -> Iterator[Printed]:
    return _fields(setting, of_asked(setting, shown_agreements(setting)))


def _all_fields(setting: Setting) -> Iterator[Printed]:
    return _fields(setting, asked_for(setting))


AGREEMENT_LOOKS: Mapping[str, Callable[[Setting], Iterable[Problem]]] = MappingProxyType(
    {"agreement": _copy_looks, "signing-table": _table_looks, "fact-sheet": _fact_looks}
)
"""What to look at on the sheets of a signing, by the names of their handouts."""
FIELDS_OF_AGREEMENTS: Mapping[str, Callable[[Setting], Iterable[Printed]]] = MappingProxyType(
    {**dict.fromkeys(AGREEMENT_LOOKS, _all_fields), "fact-sheet": _told_fields}
)
"""The texts of the data that are on them."""
