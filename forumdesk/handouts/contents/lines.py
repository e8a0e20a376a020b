# SPDX-License-Identifier: MIT
"""People on paper: their names, offices and bodies, and the lines of who does what."""

from __future__ import annotations

from forumdesk.domain.agenda import Mode, Part, Role, Session
from forumdesk.domain.people import Participation, Person, full_name
from forumdesk.domain.roles import Giver, acting_role, role_word
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.handouts.content import NOTHING, PartLine, Quote, Wording, affiliation, said
from forumdesk.handouts.contents.alternat import in_turn
from forumdesk.handouts.contents.sessions import who
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.options import Audience

TO_BE_ANNOUNCED = T_("paper", "to be announced")
_BY_VIDEO = T_("paper", "by video")
_READ_BY = T_("paper", "read by {name}")
_READ = T_("paper", "read out")


def name_text(setting: Setting, person: Person) -> Text:
    """A person's name as a text in the sheet's languages."""
    form = setting.options.names
    return Text.of({tag: full_name(person, tag, form) for tag in setting.languages})


def name_of(setting: Setting, found: Participation | None) -> Wording:
    """The name of a participation's person; empty where a body is seated without one."""
    person = setting.dossier.person.get(found.person or "") if found else None
    return setting.text(name_text(setting, person)) if person else NOTHING


def body_of(setting: Setting, found: Participation | None) -> Wording:
    """The name of a participation's organization."""
    body = setting.dossier.organization.get(found.organization or "") if found else None
    return setting.text(body.name) if body else NOTHING


def called(setting: Setting, part: Part) -> Text:
    """Who takes a part, by name: the person, else the body, else "to be announced"."""
    found = who(setting, part)
    name = name_of(setting, found) or body_of(setting, found)
    return Text.of(dict(name or setting.say(TO_BE_ANNOUNCED)))


def shown_parts(setting: Setting, session: Session) -> tuple[Part, ...]:
    """The parts in a session, in order; interpreters stand on the organizers' sheets alone.

    Those who sign do so at once: the one whose copy this is stands first (alternat).
    """
    parts = setting.dossier.parts_of(session)
    if setting.first_host and sum(part.role is Role.SIGNS for part in parts) > 1:
        parts = tuple(in_turn(setting, parts, lambda part: who(setting, part), _turn_of))
    if setting.options.audience is Audience.ORGANIZERS:
        return parts
    return tuple(part for part in parts if part.role is not Role.INTERPRETS)


def _turn_of(part: Part) -> str:
    return part.role if part.role is Role.SIGNS else part.id


def part_lines(setting: Setting, session: Session) -> tuple[PartLine, ...]:
    """Who does what in a session, in order."""
    return tuple(part_line(setting, session, part) for part in shown_parts(setting, session))


def part_line(setting: Setting, session: Session, part: Part) -> PartLine:
    """One part, with "to be announced" for a name while there is nobody and no body."""
    found = who(setting, part)
    name, organization = name_of(setting, found), body_of(setting, found)
    announced = bool(name or organization)
    return PartLine(
        key=acting(setting, session, part).value,
        role=role_of(setting, session, part),
        name=name if announced else setting.say(TO_BE_ANNOUNCED),
        office=setting.text(found.office) if found else NOTHING,
        organization=organization,
        note=_note(setting, part) if announced else NOTHING,
        announced=announced,
    )


def acting(setting: Setting, session: Session, part: Part) -> Role:
    """The role meant by a part; one that is only "speaks" follows session and giver."""
    return acting_role(part.role, session.kind, _giver(setting, part))


def role_of(setting: Setting, session: Session, part: Part) -> Wording:
    """What a part is called: its own label, else its role's word, which follows the giver."""
    if part.label:
        return setting.text(part.label)
    giver = _giver(setting, part)
    return setting.each(lambda words: role_word(part.role, session.kind, giver, words))


def quotes(setting: Setting, session: Session) -> tuple[Quote, ...]:
    """The statements of a session's parts, each with whose it is."""
    return tuple(
        Quote(setting.text(part.statement), introduced(setting, who(setting, part)))
        for part in setting.dossier.parts_of(session)
        if part.statement
    )


def introduced(setting: Setting, found: Participation | None) -> Wording:
    """A participation in one line: "Kim Jeong-hoe, Vice Chairman, KSIA"."""
    if found is None:
        return NOTHING
    name, body = name_of(setting, found), body_of(setting, found)
    office = setting.text(found.office)

    def line(tag: str) -> str:
        return ", ".join(filter(None, (said(name, tag)[1], affiliation(office, body, tag)[1])))

    return setting.by_language(line)


def _note(setting: Setting, part: Part) -> Wording:
    if part.mode is Mode.VIDEO:
        return setting.say(_BY_VIDEO)
    if part.mode is not Mode.READ:
        return NOTHING
    reader = setting.dossier.participation.get(part.reader or "")
    person = setting.dossier.person.get(reader.person or "") if reader else None
    name = name_text(setting, person) if person else EMPTY
    return setting.say(_READ_BY, name=name) if name else setting.say(_READ)


def _giver(setting: Setting, part: Part) -> Giver:
    """What the one who takes a part is to the edition; nothing is known without hosts or body."""
    found = setting.dossier.participation.get(part.participation)
    if found is None or not found.organization or not setting.giver:
        return None
    return setting.giver.get(found.organization, "guest")
