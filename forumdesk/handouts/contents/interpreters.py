# SPDX-License-Identifier: MIT
"""The sheet for interpreters: the agenda as the booth hears it, names to be said, terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forumdesk.domain.agenda import PAUSES, Part, Role, Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.languages import language_name
from forumdesk.domain.people import Participation, Person, full_name
from forumdesk.domain.readiness import SPEECHES
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.handouts.booth import (
    BoothDay,
    BoothHeads,
    BoothSession,
    BoothSpeaker,
    Called,
    InterpretersContent,
    TermRow,
    Terms,
    TextState,
)
from forumdesk.handouts.content import NOTHING, PartLine, Wording, affiliation
from forumdesk.handouts.contents.address import reading_of
from forumdesk.handouts.contents.agenda import anchor_of, clock_of, entry, sessions_by_day
from forumdesk.handouts.contents.lines import acting, called, part_line, shown_parts
from forumdesk.handouts.contents.practical import whom_to_call
from forumdesk.handouts.contents.sessions import NO_SESSIONS, every_session, printed_items, who
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.contents.speakers import in_other_scripts
from forumdesk.handouts.contents.turns import stage
from forumdesk.handouts.options import Options
from forumdesk.handouts.published import stamped
from forumdesk.handouts.taking import as_booth

INTERPRETERS = T_("handout", "For interpreters")
_TERMS = T_("booth", "Terms")
_NOTE = T_("booth", "Note")
_COUNT = T_("booth", "{received} of {count} speech texts are there")
_TO_SPEAK = SPEECHES | {Role.CHAIRS, Role.MODERATES, Role.DISCUSSES, Role.MC, Role.HOSTS_TABLE}


def interpreters_content(
    dossier: Dossier, options: Options, imprint: Imprint
) -> InterpretersContent:
    """The sheet of an edition for its booths, raising like ``program_content``."""
    return stamped(_content, Setting(dossier, as_booth(options), imprint))


def _content(setting: Setting) -> InterpretersContent:
    days = tuple(
        BoothDay(
            day.anchor,
            day.date,
            day.short,
            tuple(row for session in sessions for row in _rows(setting, session)),
        )
        for day, sessions in sessions_by_day(setting)
    )
    texts = [part.text_received for _, part in speeches(setting)]
    count = setting.say(_COUNT, received=sum(texts), count=len(texts)) if texts else NOTHING
    return InterpretersContent(
        sheet(setting, INTERPRETERS),
        _heads(setting),
        count,
        days,
        _terms(setting),
        whom_to_call(setting),
        setting.say(NO_SESSIONS),
    )


def _heads(setting: Setting) -> BoothHeads:
    return BoothHeads(
        clock=setting.say(T_("run sheet", "Time")),
        what=setting.say(T_("booth", "Session and speakers")),
        floor=setting.say(T_("booth", "Floor and channel")),
        minutes=setting.say(T_("run sheet", "Min.")),
        text=setting.say(T_("booth", "Text")),
        received=setting.say(T_("booth", "received")),
        awaited=setting.say(T_("booth", "awaited")),
        interpreters=setting.say(T_("booth", "Interpreters")),
    )


def speeches(setting: Setting) -> Iterator[tuple[Session, Part]]:
    """The speeches on the sheet, for which the booths would like the text."""
    for session in every_session(setting):
        for part in shown_parts(setting, session):
            if acting(setting, session, part) in SPEECHES:
                yield session, part


def is_heard(setting: Setting, session: Session) -> bool:
    """Whether interpreters are heard in a session, itself or what it is an item of."""
    return any(each.interpretation for each in setting.dossier.lineage(session))


def interpreting(setting: Setting, session: Session) -> list[Participation]:
    """Who interprets in a session, or in what it is an item of."""
    dossier = setting.dossier
    parts = (part for each in dossier.lineage(session) for part in dossier.parts_of(each))
    found = (who(setting, part) for part in parts if part.role is Role.INTERPRETS)
    return [one for one in dict.fromkeys(found) if one is not None]


# -- sessions -------------------------------------------------------------------------------------


def _rows(setting: Setting, session: Session) -> Iterator[BoothSession]:
    yield _session(setting, session)
    for item in printed_items(setting, session):
        yield from (replace(row, within=True) for row in _rows(setting, item))


def _session(setting: Setting, session: Session) -> BoothSession:
    told = entry(setting, session)
    own = session.parent is None
    named = interpreting(setting, session) if own else []
    return BoothSession(
        anchor=anchor_of(session),
        title=told.title,
        clock=told.start,
        room=told.room,
        floor=_floor(setting, session),
        channel=setting.text(session.interpretation),
        minutes=_number(session.minutes),
        badges=tuple(badge for badge in told.badges if badge.key),
        interpreters=setting.joined(_name_of(setting, one) for one in named),
        speakers=tuple(_speakers(setting, session)),
        quiet=session.kind in PAUSES,
        heard=is_heard(setting, session),
    )


def _floor(setting: Setting, session: Session) -> Wording:
    return setting.by_language(
        lambda tag: ", ".join(language_name(spoken, tag) for spoken in session.languages)
    )


def _speakers(setting: Setting, session: Session) -> Iterator[BoothSpeaker]:
    """Who is to be heard there, the speeches with their starts where these are known."""
    starts = {
        part.id: turn.starts
        for turn in stage(setting, session).speeches
        for part in turn.parts
        if turn.starts != session.starts
    }
    for part in shown_parts(setting, session):
        role = acting(setting, session, part)
        if role not in _TO_SPEAK:
            continue
        line = part_line(setting, session, part)
        text = TextState.RECEIVED if part.text_received else TextState.AWAITED
        yield BoothSpeaker(
            role=line.role,
            called=_called(setting, part),
            affiliation=_held(setting, line),
            note=line.note,
            clock=clock_of(setting, starts.get(part.id)),
            minutes=_number(part.minutes),
            text=text if role in SPEECHES else TextState.NONE,
        )


def _held(setting: Setting, line: PartLine) -> Wording:
    return setting.by_language(lambda tag: affiliation(line.office, line.organization, tag)[1])


def _called(setting: Setting, part: Part) -> Called:
    """A name as it is heard and read, in every script; else the body, or that it is open."""
    found = who(setting, part)
    person = setting.dossier.person.get(found.person or "") if found else None
    if person is None:
        return Called(setting.text(called(setting, part)))
    return named_in_full(setting, person)


def named_in_full(setting: Setting, person: Person) -> Called:
    """A name in the script of each language of the series and in all others it is known in."""
    form, tags = setting.options.names, setting.dossier.languages
    ordered = dict.fromkeys((*setting.languages, *tags))
    names = {full_name(person, tag, form): tag for tag in reversed(ordered)}
    said = tuple((tag, name) for name, tag in reversed(names.items()) if name)
    others = in_other_scripts(person, tuple(ordered))
    readings = dict.fromkeys(reading_of(person, tag) for tag in ordered)
    return Called((*said, *others), tuple(filter(None, readings)))


def _name_of(setting: Setting, one: Participation) -> Text:
    person = setting.dossier.person.get(one.person or "")
    if person is None:
        body = setting.dossier.organization.get(one.organization or "")
        return body.name if body else EMPTY
    form = setting.options.names
    return Text.of({tag: full_name(person, tag, form) for tag in setting.languages})


def _number(minutes: int | None) -> str:
    return "" if minutes is None else str(minutes)


# -- terms ----------------------------------------------------------------------------------------


def _terms(setting: Setting) -> Terms | None:
    """The terms of the series, in the languages of the series whatever those of the sheet are."""
    dossier = setting.dossier
    if not dossier.terms:
        return None
    tags = tuple(dict.fromkeys((*setting.languages, *dossier.languages)))
    rows = tuple(
        TermRow(
            tuple((tag, term.text[tag]) for tag in tags if tag in term.text),
            setting.text(term.note),
        )
        for term in dossier.terms
    )
    noted = any(row.note for row in rows)
    return Terms(
        setting.say(_TERMS),
        tuple((tag, language_name(tag, tag)) for tag in tags),
        setting.say(_NOTE) if noted else NOTHING,
        rows,
    )
