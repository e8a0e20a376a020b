# SPDX-License-Identifier: MIT
"""The fact sheet for the press: what was signed, by whom, where, and what they said of it.

It is public: what is signed behind closed doors is not on it, nor the name of anybody who refused
to be named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forumdesk.domain.agreements import is_signed, kind_term
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import HostRole
from forumdesk.domain.listed import list_consents
from forumdesk.domain.outcomes import Agreement, SignatoryRole
from forumdesk.domain.people import Participation
from forumdesk.domain.terms import T_
from forumdesk.handouts.content import Quote, Wording, affiliation
from forumdesk.handouts.contents.lines import body_of, introduced
from forumdesk.handouts.contents.outcomes import shown_agreements
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import place, sheet, web_link
from forumdesk.handouts.contents.signing import (
    NO_AGREEMENT,
    aims_of,
    body_of_party,
    having,
    of_asked,
    parties_in_order,
    refuse_unknown,
    seat_of,
    session_of,
    signing_day,
    written,
)
from forumdesk.handouts.options import Options
from forumdesk.handouts.outcomes import NumberedAim
from forumdesk.handouts.published import stamped
from forumdesk.handouts.signing import Fact, Facts, FactSheetContent
from forumdesk.handouts.taking import as_fact_sheet

FACTS = T_("handout", "Fact sheet")
_SIGNED = T_("paper", "Signed")
_TO_BE_SIGNED = T_("paper", "To be signed")
_PARTIES = T_("paper", "Parties")
_BY = T_("paper", "Signatories")
_WITNESSED = T_("paper", "Witnesses")
_IN_FORCE = T_("paper", "In force since")
_AT = T_("paper", "Occasion")
_AIMS = T_("paper", "What the parties agreed")
_POINTS = T_("paper", "Main points")
_NOT_YET = T_("paper", "No agreement of this forum is ready to be told of yet.")
_SAID = T_("paper", "Statements")
_HOSTS = T_("press", "Hosts")
_HOSTING = frozenset({HostRole.HOST, HostRole.CO_HOST, HostRole.ORGANIZER})


def fact_sheet_content(dossier: Dossier, options: Options, imprint: Imprint) -> FactSheetContent:
    """The facts of every agreement asked for; raises ``ForumDeskError`` for one there is not."""
    setting = refuse_unknown(Setting(dossier, as_fact_sheet(options), imprint))
    return stamped(_content, setting)


def _content(setting: Setting) -> FactSheetContent:
    shown = of_asked(setting, shown_agreements(setting))
    return FactSheetContent(
        sheet=sheet(setting, FACTS),
        facts=tuple(facts_of(setting, agreement) for agreement in shown),
        contacts=Fact(setting.say(_HOSTS), tuple(hosts_to_ask(setting))),
        nothing=setting.say(_NOT_YET if setting.dossier.agreements else NO_AGREEMENT),
    )


def facts_of(setting: Setting, agreement: Agreement) -> Facts:
    """The facts of an agreement, its aims in short, and what its signatories said."""
    return Facts(
        anchor=f"agreement-{agreement.id}",
        kind=setting.say(kind_term(agreement.kind)),
        title=setting.text(agreement.title),
        facts=tuple(fact for fact in _told(setting, agreement) if fact.lines),
        aims_label=setting.say(_AIMS if is_signed(agreement) else _POINTS),
        aims=tuple(_in_short(aim) for aim in aims_of(setting, agreement)),
        quotes_label=setting.say(_SAID),
        quotes=tuple(_quotes(setting, agreement)),
    )


def _told(setting: Setting, agreement: Agreement) -> Iterator[Fact]:
    parties = sorted(
        parties_in_order(setting, agreement),
        key=lambda party: not _is_first(setting, party.organization),
    )
    day = written(setting, signing_day(setting, agreement))
    when = setting.say(_SIGNED if is_signed(agreement) else _TO_BE_SIGNED)
    yield Fact(when, tuple(filter(None, (day, place(setting)))))
    session = session_of(setting, agreement)
    if session is not None:
        yield Fact(setting.say(_AT), (setting.text(setting.dossier.title),))
    bodies = (setting.text(body_of_party(setting, party).name) for party in parties)
    yield Fact(setting.say(_PARTIES), tuple(bodies))
    for role, label in ((SignatoryRole.SIGNS, _BY), (SignatoryRole.WITNESSES, _WITNESSED)):
        found = (seat_of(setting, one) for one in having(setting, agreement, role, parties))
        yield Fact(setting.say(label), tuple(named_in_public(setting, one) for one in found if one))
    if agreement.in_force_on:
        yield Fact(setting.say(_IN_FORCE), (written(setting, agreement.in_force_on),))


def _is_first(setting: Setting, organization: str) -> bool:
    return setting.first_host is not None and setting.first_host.id == organization


def named_in_public(setting: Setting, found: Participation) -> Wording:
    """Name, office and body in a line; who refused to be named, by office and body alone."""
    said = setting.dossier.derived(list_consents)
    if said.get(found.person or "") is not False:
        return introduced(setting, found)
    office, body = setting.text(found.office), body_of(setting, found)
    return setting.by_language(lambda tag: affiliation(office, body, tag)[1])


def _in_short(aim: NumberedAim) -> NumberedAim:
    """An aim by its title, or by its text where it has none."""
    return replace(aim, text=()) if aim.title else aim


def _quotes(setting: Setting, agreement: Agreement) -> Iterator[Quote]:
    """What those who sign said for the record, wherever they said it."""
    signing = having(setting, agreement, SignatoryRole.SIGNS, parties_in_order(setting, agreement))
    for one in signing:
        found = seat_of(setting, one)
        for part in setting.dossier.parts:
            if found and part.participation == found.id and part.statement:
                yield Quote(setting.text(part.statement), named_in_public(setting, found))


def hosts_to_ask(setting: Setting) -> Iterator[Wording]:
    """Where to ask further: the hosts and their pages, and that of the forum.

    A page is the same in every language, and stands once.
    """
    for host in setting.hosts:
        body = setting.dossier.organization[host.organization]
        if host.role in _HOSTING and (named := setting.text(body.name)):
            (first, name), *others = named
            told = " · ".join(filter(None, (name, web_link(body.website))))
            yield ((first, told), *others)
    if online := web_link(setting.dossier.edition.link):
        yield ((setting.languages[0], online),)
