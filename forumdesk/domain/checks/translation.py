# SPDX-License-Identifier: MIT
"""What is printed is there in every language of the series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from forumdesk.domain.agenda import SessionStatus, Visibility
from forumdesk.domain.checks.common import (
    language_called,
    listing,
    named,
    passage_named,
    person_named,
)
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.naming import name_text
from forumdesk.domain.people import Invitation, Participation
from forumdesk.domain.records import Record
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase

KIND = "missing-translation"
MANY = 10  # more than this many, and more than half, are told as one

FIELDS = {
    "title": N_("title"),
    "summary": N_("summary"),
    "abstract": N_("abstract"),
    "name": N_("name"),
    "office": N_("office"),
    "badge_name": N_("name on the badge"),
    "preamble": N_("preamble"),
    "closing": N_("closing words"),
    "text": N_("text"),
    "slogan": N_("slogan"),
    "venue": N_("venue"),
    "city": N_("city"),
    "address": N_("address"),
    "welcome": N_("welcome text"),
    "practical": N_("practical notes"),
    "wifi": N_("Wi-Fi"),
    "contact": N_("contact"),
    "note": N_("note"),
    "interpretation": N_("interpretation"),
    "label": N_("role"),
    "statement": N_("statement"),
    "names": N_("name"),
    "biography": N_("biography"),
    "due_text": N_("due date"),
    "reserved": N_("text"),
}
GROUPS = {
    "edition": N_("edition"),
    "series": N_("series"),
    "session": N_("sessions"),
    "room": N_("rooms"),
    "track": N_("tracks"),
    "side": N_("sides"),
    "organization": N_("organizations"),
    "participation": N_("participants"),
    "agreement": N_("agreements"),
    "aim": N_("aims"),
    "person": N_("people"),
    "part": N_("parts"),
    "commitment": N_("commitments"),
    "report": N_("reports"),
    "passage": N_("texts of the program"),
    "term": N_("terms"),
    "seating": N_("seats"),
    "vehicle": N_("vehicles"),
}


@frozen
class Printed:
    """A text that is printed: the record it is of, its field, and what that record is called."""

    kind: str
    id: str
    field: str
    text: Text
    name: Text | Phrase


# Only some sheets have these: they are looked at when such a one is to be printed.
_ELSEWHERE = frozenset(
    {
        *(("edition", "wifi"), ("session", "interpretation")),
        *(("part", "label"), ("part", "statement"), ("side", "name")),
        *(("person", "names"), ("person", "biography")),
        *(("commitment", "title"), ("commitment", "text"), ("commitment", "due_text")),
        ("report", "text"),
    }
)


def check(dossier: Dossier) -> Iterable[Problem]:
    """Texts that stand in one language of the series and not in another.

    A record tells all its gaps in a language at once. Where most records of a kind lack a
    language, as in an agenda imported in English, one finding says so for all of them.
    """
    if len(dossier.languages) > 1:
        texts = (p for p in _texts(dossier) if (p.kind, p.field) not in _ELSEWHERE)
        yield from untranslated(dossier, texts, dossier.languages)


def untranslated(
    dossier: Dossier, texts: Iterable[Printed], languages: Iterable[str]
) -> Iterator[Problem]:
    """What of some texts is not there in each of some languages, told as ``check`` does."""
    columns: dict[tuple[str, str], list[Printed]] = defaultdict(list)
    for printed in texts:
        if printed.text:
            columns[printed.kind, printed.field].append(printed)
    for language in languages:
        gaps: dict[str, list[Printed]] = defaultdict(list)
        for column in columns.values():
            missing = [p for p in column if language not in p.text]
            if len(missing) > MANY and 2 * len(missing) > len(column):
                yield _summary(dossier, language, missing, len(column))
                continue
            for printed in missing:
                gaps[printed.id].append(printed)
        for lacking in gaps.values():
            yield _single(language, lacking)


def printed_texts(dossier: Dossier) -> Iterator[Printed]:
    """Every text of an edition that is printed anywhere, each once, with its record and field."""
    return _texts(dossier, elsewhere=True)


def _texts(dossier: Dossier, *, elsewhere: bool = False) -> Iterator[Printed]:
    """The texts; without names of people and commitments unless those ``elsewhere`` are wanted."""
    series, edition = dossier.series, dossier.edition
    yield Printed("series", series.id, "title", series.title, series.title)
    for field in _OF_EDITION:
        yield Printed("edition", edition.id, field, getattr(edition, field), dossier.title)
    for passage in dossier.passages:
        name = passage_named(dossier, passage)
        yield from _fields("passage", passage, ("title", "text"), name)
    for term in dossier.terms:
        yield Printed("term", term.id, "text", term.text, term.text)
    yield from _agenda(dossier)
    yield from _people(dossier, elsewhere=elsewhere)
    for agreement in dossier.agreements:
        fields = ("title", "preamble", "closing")
        yield from _fields("agreement", agreement, fields, agreement.title)
    for aim in dossier.aims:
        yield from _fields("aim", aim, ("title", "text"), aim.title or aim.text)
    if elsewhere:
        yield from _commitments(dossier)
    for kind, records in (
        ("room", dossier.rooms),
        ("track", dossier.tracks),
        ("side", dossier.sides),
    ):
        for record in records:
            yield Printed(kind, record.id, "name", record.name, record.name)


_OF_EDITION = (
    *("title", "slogan", "venue", "city", "address", "wifi", "welcome", "practical"),
    "contact",
)


def _fields(
    kind: str, record: Record, names: Iterable[str], name: Text | Phrase
) -> Iterator[Printed]:
    for field in names:
        yield Printed(kind, record.id, field, getattr(record, field), name)


def _agenda(dossier: Dossier) -> Iterator[Printed]:
    for session in dossier.sessions:
        hidden = session.visibility is Visibility.INTERNAL
        if hidden or session.status is SessionStatus.CANCELLED:
            continue
        name = named(session)
        fields = ("title", "summary", "abstract", "interpretation")
        yield from _fields("session", session, fields, name)
        for part in dossier.parts_of(session):
            yield from _fields("part", part, ("label", "statement"), name)


def _people(dossier: Dossier, *, elsewhere: bool) -> Iterator[Printed]:
    """Names, offices and organizations of those who have a part or a message, and the hosts."""
    bodies = [host.organization for host in dossier.hosts]
    persons: dict[str, None] = {}
    for participation in _taking_part(dossier):
        bodies.append(participation.organization or "")
        persons[participation.person or ""] = None
        if participation.office:
            name = person_named(dossier, participation)
            office = participation.office
            yield Printed("participation", participation.id, "office", office, name)
    for key in persons if elsewhere else ():
        if person := dossier.person.get(key):
            name = name_text(person)
            yield Printed("person", key, "names", name, name)
            yield Printed("person", key, "biography", person.biography, name)
    for key in dict.fromkeys(bodies):
        if body := dossier.organization.get(key):
            yield Printed("organization", key, "name", body.name, body.name)


def _taking_part(dossier: Dossier) -> Iterator[Participation]:
    keys = [part.participation for part in dossier.parts]
    keys += [passage.participation or "" for passage in dossier.passages]
    for key in dict.fromkeys(keys):
        participation = dossier.participation.get(key)
        if participation and participation.status is not Invitation.DECLINED:
            yield participation


def _commitments(dossier: Dossier) -> Iterator[Printed]:
    reports = defaultdict(list)
    for report in dossier.reports:
        reports[report.commitment].append(report)
    for commitment in dossier.commitments:
        name = commitment.title or commitment.text
        yield from _fields("commitment", commitment, ("title", "text", "due_text"), name)
        for report in reports[commitment.id]:
            yield Printed("report", report.id, "text", report.text, name)


def _single(language: str, lacking: Sequence[Printed]) -> Problem:
    first = lacking[0]
    fields = " ".join(printed.field for printed in lacking)
    phrase = Phrase.of(
        N_("“{name}” has no {fields} in {language}."),
        name=first.name,
        language=language_called(language),
        fields=listed([FIELDS[printed.field] for printed in lacking]),
    )
    subject = Subject(first.kind, first.id, first.field)
    return Problem(KIND, Severity.WARNING, subject, phrase, f"{language} {fields}")


def _summary(dossier: Dossier, language: str, missing: Sequence[Printed], all: int) -> Problem:
    first = missing[0]
    phrase = Phrase.of(
        N_("{missing} of {all} {records} have no {fields} in {language}."),
        missing=len(missing),
        all=all,
        records=Phrase.of(GROUPS[first.kind]),
        language=language_called(language),
        fields=Phrase.of(FIELDS[first.field]),
    )
    subject = Subject("edition", dossier.edition.id, f"{first.kind}.{first.field}")
    return Problem(KIND, Severity.WARNING, subject, phrase, f"{language} {len(missing)}/{all}")


def listed(messages: Sequence[str]) -> Phrase:
    """A list of messages as one phrase, each said in the language of the whole."""
    return listing([Phrase.of(message) for message in messages])
