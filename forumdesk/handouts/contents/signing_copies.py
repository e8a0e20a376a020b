# SPDX-License-Identifier: MIT
"""The copies that are signed: in each language, for each party, which comes first in its own.

No word of an agreement is the program's: what the parties agreed stands in the data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from forumdesk.domain.agreements import kind_term
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.languages import base, language_name
from forumdesk.domain.outcomes import Agreement, Party, Signatory, SignatoryRole
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text, goes_by
from forumdesk.domain.words import N_
from forumdesk.handouts.content import NOTHING, Wording, affiliation
from forumdesk.handouts.contents.lines import body_of, name_of
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.contents.signing import (
    NO_AGREEMENT,
    aims_of,
    asked_for,
    body_of_party,
    having,
    parties_in_order,
    refuse_unknown,
    seat_of,
    signing_day,
    written,
)
from forumdesk.handouts.options import Arrangement, Options
from forumdesk.handouts.published import stamped
from forumdesk.handouts.signing import SignatureBlock, SigningCopiesContent, SigningCopy
from forumdesk.handouts.taking import as_agreement

COPIES = T_("handout", "Signing copies")
_DONE = T_("paper", "{place}, {day}")
_BLANK = "_" * 24
_WITNESSED = T_("paper", "Witnessed by")
_COPY = T_("paper", "{title} – copy of {party}, {language}")
_COPY_OF_ALL = T_("paper", "{title} – {language}")
_SEAL = "(인)"
"""Where a Korean signatory sets a seal on a Korean copy."""


def signing_copies_content(
    dossier: Dossier, options: Options, imprint: Imprint
) -> SigningCopiesContent:
    """Every copy asked for: ``first_host`` is the party whose copies they are, else all.

    Raises ``ForumDeskError`` for an agreement or a party there is not.
    """
    whose = options.first_host
    setting = refuse_unknown(Setting(dossier, as_agreement(options), imprint))
    if whose and not any(_is_called(setting, party, whose) for party in dossier.parties):
        raise ForumDeskError(N_("No party to this agreement is called “{name}”."), name=whose)
    return stamped(lambda of: _content(of, whose), setting)


def _content(setting: Setting, whose: str) -> SigningCopiesContent:
    return SigningCopiesContent(
        sheet=sheet(setting, COPIES),
        copies=tuple(_copies(setting, whose)),
        nothing=setting.say(NO_AGREEMENT),
    )


def _copies(setting: Setting, whose: str) -> Iterator[SigningCopy]:
    @cache
    def alone(language: str) -> Setting:
        options = replace(setting.options, languages=(language,), arrangement=Arrangement.SINGLE)
        return Setting(setting.dossier, options, setting.imprint)

    for agreement in asked_for(setting):
        parties = parties_in_order(setting, agreement)
        mine = [party for party in parties if not whose or _is_called(setting, party, whose)]
        # Without any party there is still a text to be read.
        each: list[Party | None] = [*mine] if mine or whose else [None]
        for party in each:
            for language in setting.languages:
                yield _copy(alone(language), agreement, party)


def _is_called(setting: Setting, party: Party, name: str) -> bool:
    body = body_of_party(setting, party)
    return name == party.id or goes_by(name, body.id, body.name, body.short)


def _copy(setting: Setting, agreement: Agreement, whose: Party | None) -> SigningCopy:
    """A copy in the one language of a setting."""
    language = setting.languages[0]
    parties = parties_in_order(setting, agreement, whose.id if whose else "")
    title, called = agreement.title.best((language,)), language_name(language, language)
    body = body_of_party(setting, whose) if whose else None
    named = setting.text(body.short or body.name) if body else NOTHING
    of = setting.say(
        _COPY if body else _COPY_OF_ALL,
        title=title,
        party=body.short or body.name if body else Text(),
        language=called,
    )
    return SigningCopy(
        anchor=f"copy-{agreement.id}-{whose.id if whose else ''}-{language}",
        language=language,
        whose=named,
        called=of[0][1] if of else title,
        kind=setting.say(kind_term(agreement.kind)),
        title=setting.text(agreement.title),
        parties=tuple(setting.text(body_of_party(setting, p).name) for p in parties),
        preamble=setting.prose(agreement.preamble),
        aims=aims_of(setting, agreement),
        closing=setting.prose(agreement.closing),
        done=_done(setting, agreement),
        signatures=tuple(_signatures(setting, agreement, parties)),
        witnessed=setting.say(_WITNESSED),
        witnesses=tuple(
            _block(setting, one, None)
            for one in having(setting, agreement, SignatoryRole.WITNESSES, parties)
        ),
    )


def _done(setting: Setting, agreement: Agreement) -> Wording:
    """Where and when it is signed, where the closing does not say so itself."""
    language = setting.languages[0]
    day = dict(written(setting, signing_day(setting, agreement))).get(language, "")
    if day and day in agreement.closing.get(language, ""):
        return NOTHING
    city = setting.dossier.edition.city
    return setting.say(_DONE, place=city or Text.of({language: _BLANK}), day=day or _BLANK)


def _signatures(
    setting: Setting, agreement: Agreement, parties: Sequence[Party]
) -> Iterator[SignatureBlock]:
    """A place for everybody who signs, and for a party for which nobody is named yet."""
    signing = having(setting, agreement, SignatoryRole.SIGNS, parties)
    for party in parties:
        own = [one for one in signing if one.party == party.id]
        for one in own:
            yield _block(setting, one, party)
        if not own:
            yield _block(setting, None, party)
    known = {party.id for party in parties}
    for one in signing:
        if one.party not in known:
            yield _block(setting, one, None)


def _block(setting: Setting, signatory: Signatory | None, party: Party | None) -> SignatureBlock:
    body = body_of_party(setting, party) if party else None
    found = seat_of(setting, signatory) if signatory else None
    sealed = body is not None and body.country == "KR" and base(setting.languages[0]) == "ko"
    office = setting.text(found.office) if found else NOTHING
    if party is None:  # a witness is told by office and body
        tag, said = affiliation(office, body_of(setting, found), setting.languages[0])
        office = ((tag, said),) if said else NOTHING
    return SignatureBlock(
        name=name_of(setting, found),
        office=office,
        party=setting.text(body.name) if body else NOTHING,
        seal=_SEAL if sealed else "",
    )
