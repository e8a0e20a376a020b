# SPDX-License-Identifier: MIT
"""What to look at before a list of people is printed: who is left out, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from forumdesk.domain.checks.common import person_named
from forumdesk.domain.checks.translation import Printed
from forumdesk.domain.columns import Reader
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.languages import base
from forumdesk.domain.listed import list_consents, may_come
from forumdesk.domain.people import Participation, Script
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.contents import attendees, sign_in
from forumdesk.handouts.contents.commitments import fields_of_commitments
from forumdesk.handouts.contents.lines import name_text
from forumdesk.handouts.contents.setting import Setting

MANY = 10  # more findings of one kind are told as one
_EAST = frozenset({"ko", "ja", "zh"})


@frozen
class _Lack:
    """Something that several people may lack: how one of them is told of, and how all are."""

    kind: str
    field: str
    severity: Severity
    one: str
    all: str


_REFUSED = _Lack(
    "left-out",
    "consents",
    Severity.NOTE,
    N_("{name} refused to be listed and is not on this sheet."),
    N_("{count} people refused to be listed and are not on this sheet."),
)
_UNASKED = _Lack(
    "left-out",
    "consents",
    Severity.WARNING,
    N_("{name} is not on this sheet: there is no consent to be listed."),
    N_("{count} people are not on this sheet: there is no consent to be listed."),
)
_SEATS_LEFT_OUT = _Lack(
    "to-be-named",
    "person",
    Severity.WARNING,
    N_("{name}: a seat without a person is not on this sheet."),
    N_("{count} seats without a person are not on this sheet."),
)
_TO_BE_NAMED = _Lack(
    "to-be-named",
    "person",
    Severity.NOTE,
    N_("{name}: a seat says “to be named”."),
    N_("{count} seats say “to be named”."),
)
_NAMELESS = _Lack(
    "no-name",
    "names",
    Severity.WARNING,
    N_("A person of {name} has no name in any script."),
    N_("{count} people have no name in any script."),
)
_NO_CODE = _Lack(
    "no-number",
    "number",
    Severity.WARNING,
    N_("{name} has no number, so there is no code in the row."),
    N_("{count} people have no number, so there is no code in their rows."),
)


def attendees_looks(setting: Setting) -> Iterator[Problem]:
    """Who is left out of a public list and why, and what the others lack."""
    line = attendees.shown(setting)
    if setting.options.reader is Reader.PUBLIC:
        said = setting.dossier.derived(list_consents)
        out = may_come(setting.dossier, Reader.PUBLIC)
        people = [one for one in out if one.person]
        refused = [one for one in people if said.get(one.person or "") is False]
        yield from _told(setting, _REFUSED, refused)
        unasked = [one for one in people if one.person not in said]
        yield from _told(setting, _UNASKED, unasked)
        yield from _told(setting, _SEATS_LEFT_OUT, [one for one in out if not one.person])
    yield from _lacking(setting, line)


def sign_in_looks(setting: Setting) -> Iterator[Problem]:
    """Rows without a code or a name."""
    line = sign_in.expected(setting)
    yield from _told(setting, _NO_CODE, [one for one in line if one.number is None])
    yield from _lacking(setting, line)


def _lacking(setting: Setting, line: Sequence[Participation]) -> Iterator[Problem]:
    people = setting.dossier.person
    yield from _told(setting, _TO_BE_NAMED, [one for one in line if not one.person])
    nameless = [one for one in line if (p := people.get(one.person or "")) and not p.names]
    yield from _told(setting, _NAMELESS, nameless)
    if not line:
        phrase = Phrase.of(N_("There is nobody on this sheet."))
        yield Problem("nobody", Severity.WARNING, _edition(setting), phrase)


def _told(setting: Setting, lack: _Lack, found: Sequence[Participation]) -> Iterator[Problem]:
    """A finding for each, or one for all where they are many."""
    if len(found) > MANY:
        phrase = Phrase.of(lack.all, count=len(found))
        yield Problem(lack.kind, lack.severity, _edition(setting), phrase, str(len(found)))
        return
    for one in found:
        phrase = Phrase.of(lack.one, name=_called(setting, one))
        # A name is the person's, everything else belongs to taking part.
        own = lack.field == "names"
        kind, key = ("person", one.person or "") if own else ("participation", one.id)
        yield Problem(lack.kind, lack.severity, Subject(kind, key, lack.field), phrase)


def _called(setting: Setting, one: Participation) -> Text | Phrase:
    body = setting.dossier.organization.get(one.organization or "")
    person = setting.dossier.person.get(one.person or "")
    if person and person.names:
        return name_text(setting, person)
    return body.name if body else Phrase.of(N_("Without an organization"))


def _edition(setting: Setting) -> Subject:
    return Subject("edition", setting.dossier.edition.id)


def _fields(setting: Setting, line: Sequence[Participation]) -> Iterator[Printed]:
    """The texts of the data that stand on a list, each with its record and field."""
    dossier = setting.dossier
    edition, title = dossier.edition, dossier.title
    yield Printed("edition", edition.id, "title", title, title)
    for field in ("venue", "city"):
        yield Printed("edition", edition.id, field, getattr(edition, field), title)
    for one in line:
        name = person_named(dossier, one)
        yield Printed("participation", one.id, "office", one.office, name)
        if person := dossier.person.get(one.person or ""):
            written = name_text(setting, person)
            if Script.LATIN not in person.names:
                # A reader of Latin script can't read what would stand in for the name.
                written = Text.of({tag: written[tag] for tag in written if base(tag) in _EAST})
            yield Printed("person", person.id, "names", written, name_text(setting, person))
    for key in dict.fromkeys(one.organization for one in line):
        if body := dossier.organization.get(key or ""):
            yield Printed("organization", body.id, "name", body.name, body.name)
    for key in dict.fromkeys(one.side for one in line):
        if side := dossier.side.get(key or ""):
            yield Printed("side", side.id, "name", side.name, side.name)


def _attendees_fields(setting: Setting) -> Iterator[Printed]:
    return _fields(setting, attendees.shown(setting))


def _sign_in_fields(setting: Setting) -> Iterator[Printed]:
    return _fields(setting, sign_in.expected(setting))


def _comparison_fields(setting: Setting) -> Iterator[Printed]:
    """The texts on the comparison of editions that belong to this one."""
    series, edition = setting.dossier.series, setting.dossier.edition
    yield Printed("series", series.id, "title", series.title, series.title)
    yield Printed("edition", edition.id, "city", edition.city, setting.dossier.title)
    for side in setting.dossier.sides:
        yield Printed("side", side.id, "name", side.name, side.name)


LIST_LOOKS: Mapping[str, Callable[[Setting], Iterable[Problem]]] = MappingProxyType(
    {"attendees": attendees_looks, "sign-in": sign_in_looks}
)
"""What to look at on lists, by the names of their handouts."""
FIELDS_OF_LISTS: Mapping[str, Callable[[Setting], Iterable[Printed]]] = MappingProxyType(
    {
        "attendees": _attendees_fields,
        "sign-in": _sign_in_fields,
        "comparison": _comparison_fields,
        "commitments": fields_of_commitments,
        "commitments-by-owner": fields_of_commitments,
    }
)
"""The texts of the data that are on them."""
