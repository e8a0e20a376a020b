# SPDX-License-Identifier: MIT
"""Every field of every record that comes to stand on a sheet, for what is looked at beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks.common import named, passage_named, person_named
from forumdesk.domain.checks.translation import Printed
from forumdesk.domain.outcomes import Agreement
from forumdesk.domain.people import Participation, Script
from forumdesk.domain.records import Record
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Phrase
from forumdesk.handouts.contents.lines import name_text, shown_parts
from forumdesk.handouts.contents.outcomes import shown_agreements, shown_commitments
from forumdesk.handouts.contents.passages import authors, shown_passages, writers
from forumdesk.handouts.contents.sessions import every_session, who
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.contents.speakers import on_stage
from forumdesk.handouts.options import Section

_EDITION = {
    Section.COVER: ("slogan", "venue", "city"),
    Section.WELCOME: ("welcome",),
    Section.PRACTICAL: ("address", "wifi", "practical"),
    Section.IMPRINT: ("contact",),
}


def printed_fields(setting: Setting) -> Iterator[Printed]:
    """The texts of the data that are on the sheet, each with its record and field; none empty."""
    options = setting.options
    found = [_edition(setting), _bodies(setting), _passages(setting)]
    if options.having(Section.AGENDA):
        found += [_session(setting, session) for session in every_session(setting)]
        found.append(_rooms_and_tracks(setting))
    found.append(_people(setting))
    if options.having(Section.SPEAKERS):
        found.append(_biographies(setting))
    if options.having(Section.AGREEMENTS):
        found += [_agreement(setting, agreement) for agreement in shown_agreements(setting)]
    if options.having(Section.COMMITMENTS):
        found.append(_commitments(setting))
    for fields in found:
        yield from (printed for printed in fields if printed.text)


def _fields(
    kind: str, record: Record, names: Iterable[str], name: Text | Phrase
) -> Iterator[Printed]:
    for field in names:
        yield Printed(kind, record.id, field, getattr(record, field), name)


def _edition(setting: Setting) -> Iterator[Printed]:
    edition, title = setting.dossier.edition, setting.dossier.title
    yield Printed("edition", edition.id, "title", title, title)
    for section, names in _EDITION.items():
        if setting.options.having(section):
            yield from _fields("edition", edition, names, title)


def _passages(setting: Setting) -> Iterator[Printed]:
    for passage in shown_passages(setting):
        name = passage_named(setting.dossier, passage)
        yield from _fields("passage", passage, ("title", "text"), name)


def _bodies(setting: Setting) -> Iterator[Printed]:
    """Hosts, and the bodies of those who have a part."""
    wanted = [host.organization for host in setting.dossier.hosts]
    wanted += [found.organization or "" for found in _taking_part(setting)]
    for key in dict.fromkeys(wanted):
        if body := setting.dossier.organization.get(key):
            yield Printed("organization", body.id, "name", body.name, body.name)


def _session(setting: Setting, session: Session) -> Iterator[Printed]:
    name = named(session)
    yield from _fields("session", session, ("title", "summary", "interpretation"), name)
    if setting.options.having(Section.ABSTRACTS):
        yield from _fields("session", session, ("abstract",), name)
    for part in shown_parts(setting, session):
        yield from _fields("part", part, ("label", "statement"), name)


def _rooms_and_tracks(setting: Setting) -> Iterator[Printed]:
    sessions = list(every_session(setting))
    rooms = {room for session in sessions for room in setting.dossier.rooms_of(session)}
    for room in setting.dossier.rooms:
        if room in rooms:
            yield Printed("room", room.id, "name", room.name, room.name)
    tracks = {session.track for session in sessions}
    for track in setting.dossier.tracks:
        if track.id in tracks:
            yield Printed("track", track.id, "name", track.name, track.name)


def _people(setting: Setting) -> Iterator[Printed]:
    """Offices and names of whoever has a part or a message on the sheet."""
    agenda = setting.options.having(Section.AGENDA)
    for found in _taking_part(setting) if agenda else authors(setting):
        name = person_named(setting.dossier, found)
        yield Printed("participation", found.id, "office", found.office, name)
    people = {person.id: person for person in on_stage(setting) if agenda}
    people |= {person.id: person for person in writers(setting)}
    for person in people.values():
        written = name_text(setting, person)
        if Script.LATIN not in person.names:
            # A reader of Latin script can't read what would stand in for the name.
            written = Text.of({tag: written[tag] for tag in written if tag in _EAST})
        yield Printed("person", person.id, "names", written, name_text(setting, person))


def _biographies(setting: Setting) -> Iterator[Printed]:
    for person in on_stage(setting):
        name = name_text(setting, person)
        yield Printed("person", person.id, "biography", person.biography, name)


def _agreement(setting: Setting, agreement: Agreement) -> Iterator[Printed]:
    yield from _fields("agreement", agreement, ("title", "preamble", "closing"), agreement.title)
    for aim in setting.dossier.aims:
        if aim.agreement == agreement.id:
            yield from _fields("aim", aim, ("title", "text"), aim.title or aim.text)


def _commitments(setting: Setting) -> Iterator[Printed]:
    for commitment in shown_commitments(setting):
        name = commitment.title or commitment.text
        yield from _fields("commitment", commitment, ("title", "text", "due_text"), name)
        for report in setting.dossier.reports:
            if report.commitment == commitment.id:
                yield Printed("report", report.id, "text", report.text, name)


def _taking_part(setting: Setting) -> list[Participation]:
    """Everybody with a part or a message on the sheet, once, as they come on."""
    found = {author.id: author for author in authors(setting)}
    found |= {
        participation.id: participation
        for session in every_session(setting)
        for part in shown_parts(setting, session)
        if (participation := who(setting, part))
    }
    return list(found.values())


_EAST = frozenset({"ko", "ja", "zh"})
