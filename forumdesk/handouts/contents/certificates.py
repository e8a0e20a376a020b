# SPDX-License-Identifier: MIT
"""Certificates: of having been there, for who was checked in; of having spoken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forumdesk.domain.agenda import CheckIn, CheckInHow, Role, Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import HostRole
from forumdesk.domain.people import ABSENT, Invitation, Participation
from forumdesk.domain.terms import T_
from forumdesk.handouts.card_options import Certificate
from forumdesk.handouts.cards.content import CardsContent, Diploma
from forumdesk.handouts.content import HostMark, Wording, affiliation, said
from forumdesk.handouts.contents.cards import made
from forumdesk.handouts.contents.chosen import chosen
from forumdesk.handouts.contents.lines import body_of, name_of
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import dates, host_groups, place
from forumdesk.handouts.options import Options

CERTIFICATES = T_("paper", "Certificates")
_HEADINGS = {
    Certificate.ATTENDANCE: T_("paper", "Certificate of Attendance"),
    Certificate.SPEAKING: T_("paper", "Certificate of Appreciation"),
}
_ATTENDED = T_("paper", "This is to certify that the above-named took part in the {title}.")
_ATTENDED_AT = T_(
    "paper", "This is to certify that the above-named took part in the {title}, held at {place}."
)
_SPOKE = T_("paper", "In appreciation of speaking at the {title}.")
_SPOKE_ON = T_("paper", "In appreciation of speaking on “{session}” at the {title}.")
_TITLED = frozenset({Role.KEYNOTE, Role.PRESENTS})
_SILENT = frozenset({Role.INTERPRETS, Role.WITNESSES, Role.HOSTS_TABLE, Role.SIGNS})


def certificates_content(dossier: Dossier, options: Options, imprint: Imprint) -> CardsContent:
    """The certificates of an edition, for those who have earned one."""
    setting = Setting(dossier, options, imprint)
    diplomas = [_diploma(setting, one) for one in earned(setting)]
    content = made(setting, "certificates", CERTIFICATES, diplomas)
    return replace(content, hosts=tuple(_hosts(setting)))


def earned(setting: Setting) -> list[Participation]:
    """Who gets one, whatever the invitation came to: who was there, or spoke."""
    everybody = replace(setting.options, statuses=tuple(Invitation))
    if setting.options.certificate is Certificate.SPEAKING:
        acting = frozenset(setting.dossier.derived(_speeches))
    else:
        acting = frozenset(setting.dossier.derived(_attended))
    found = chosen(replace(setting, options=everybody))
    return [one for one in found if one.id in acting and one.person]


def _attended(dossier: Dossier) -> dict[str, CheckIn]:
    """The last line at the door of each who was checked in, and not by mistake."""
    last: dict[str, CheckIn] = {}
    for line in sorted(dossier.check_ins, key=lambda line: (line.at, line.id)):
        last[line.participation] = line
    return {key: line for key, line in last.items() if line.how is not CheckInHow.UNDONE}


def _speeches(dossier: Dossier) -> dict[str, list[Session]]:
    """Who speaks in a session that takes place, and what is presented there."""
    found: dict[str, list[Session]] = {}
    for part in dossier.parts:
        session = dossier.session.get(part.session)
        one = dossier.participation.get(part.participation)
        if session is None or one is None or part.role in _SILENT or one.status in ABSENT:
            continue
        if dossier.takes_place(session):
            # What is presented has a title worth naming; remarks and panels have not.
            found.setdefault(one.id, []).extend([session] if part.role in _TITLED else [])
    return found


def _diploma(setting: Setting, one: Participation) -> Diploma:
    office, body = setting.text(one.office), body_of(setting, one)
    return Diploma(
        one.id,
        heading=setting.say(_HEADINGS[setting.options.certificate]),
        name=name_of(setting, one),
        affiliation=setting.by_language(lambda tag: affiliation(office, body, tag)[1]),
        text=_text(setting, one),
        dates=dates(setting),
    )


def _text(setting: Setting, one: Participation) -> Wording:
    title = setting.dossier.title
    if setting.options.certificate is Certificate.SPEAKING:
        sessions = setting.dossier.derived(_speeches).get(one.id, [])
        titles = [session.title for session in sessions if session.title]
        if len(titles) == 1:
            return setting.say(_SPOKE_ON, title=title, session=titles[0])
        return setting.say(_SPOKE, title=title)
    where = place(setting)
    if not where:
        return setting.say(_ATTENDED, title=title)
    return _each(setting, where)


def _each(setting: Setting, where: Wording) -> Wording:
    """The text with the place as each language names it."""
    title = setting.dossier.title
    spoken = (
        (tag, words.context(*_ATTENDED_AT, title=title.best((tag,)), place=said(where, tag)[1]))
        for tag, words in setting.voices
    )
    # A place that ends in a full stop, as Washington, D.C., ends the sentence with it.
    return tuple((tag, text[:-1] if text.endswith("..") else text) for tag, text in spoken)


def _hosts(setting: Setting) -> Iterator[HostMark]:
    """Who hosts, in the order of the copy; whose name stands on a line to sign."""
    hosting = {host.organization for host in setting.hosts if host.role in _HOSTING}
    names = {setting.text(setting.dossier.organization[key].name) for key in hosting}
    for group in host_groups(setting):
        yield from (mark for mark in group.hosts if mark.name in names)


_HOSTING = (HostRole.HOST, HostRole.CO_HOST)
