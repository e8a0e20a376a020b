# SPDX-License-Identifier: MIT
"""What to look at before briefs go out: whom to call, where to come, texts and interpreters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks.common import named
from forumdesk.domain.checks.translation import Printed
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.contents.fields import printed_fields
from forumdesk.handouts.contents.interpreters import interpreting, is_heard, speeches
from forumdesk.handouts.contents.own_parts import speakers
from forumdesk.handouts.contents.sessions import every_session
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.options import Section

_MANY = 10  # more findings of one kind are told as one
_NO_CONTACT = N_("The edition names no contact; the sheet says of nobody whom to call.")
_NO_PLACE = N_("“{session}” has no room, and the edition no venue; the brief says no place.")
_MISSING = N_("{count} speech texts of “{session}” are not there yet.")
_ALL_MISSING = N_("{count} speech texts are not there yet.")
_NO_INTERPRETER = N_("“{session}” is interpreted, and nobody is named who does it.")
_NO_INTERPRETERS = N_("{count} sessions are interpreted, and nobody is named who does it.")
_NO_TERMS = N_("The series has no terms yet; the sheet for interpreters has none.")


def speaker_brief_looks(setting: Setting) -> Iterator[Problem]:
    """Nobody to call, and parts that are nowhere."""
    yield from _contact(setting)
    if setting.dossier.edition.venue:
        return
    held = (one.session for _, parts in speakers(setting) for one in parts)
    for session in dict.fromkeys(held):
        if not setting.dossier.rooms_of(session):
            yield _told(session, "rooms", "no-place", Phrase.of(_NO_PLACE, session=named(session)))


def interpreters_looks(setting: Setting) -> Iterator[Problem]:
    """Texts that are missing, booths without interpreters, no terms, nobody to call."""
    yield from _contact(setting)
    missing = Counter(session.id for session, part in speeches(setting) if not part.text_received)
    if len(missing) > _MANY:
        count = missing.total()
        phrase = Phrase.of(_ALL_MISSING, count=count)
        yield Problem("text-missing", Severity.WARNING, _edition(setting), phrase, str(count))
    else:
        for key, count in missing.items():
            session = setting.dossier.session[key]
            phrase = Phrase.of(_MISSING, session=named(session), count=count)
            yield _told(session, "parts", "text-missing", phrase)
    yield from _booths(setting)
    if not setting.dossier.terms:
        subject = Subject("series", setting.dossier.series.id)
        yield Problem("no-terms", Severity.NOTE, subject, Phrase.of(_NO_TERMS))


def press_looks(setting: Setting) -> Iterator[Problem]:
    """Nobody to call."""
    return _contact(setting)


def _booths(setting: Setting) -> Iterator[Problem]:
    """Sessions with a channel that nobody interprets."""
    empty = [
        session
        for session in every_session(setting)
        if session.parent is None and is_heard(setting, session)
        if not interpreting(setting, session)
    ]
    if len(empty) > _MANY:
        phrase = Phrase.of(_NO_INTERPRETERS, count=len(empty))
        facts = str(len(empty))
        yield Problem("no-interpreter", Severity.WARNING, _edition(setting), phrase, facts)
        return
    for session in empty:
        phrase = Phrase.of(_NO_INTERPRETER, session=named(session))
        yield _told(session, "parts", "no-interpreter", phrase)


def _contact(setting: Setting) -> Iterator[Problem]:
    edition = setting.dossier.edition
    if not edition.contact:
        subject = Subject("edition", edition.id, "contact")
        yield Problem("no-contact", Severity.WARNING, subject, Phrase.of(_NO_CONTACT))


def _told(session: Session, field: str, kind: str, phrase: Phrase) -> Problem:
    return Problem(kind, Severity.WARNING, Subject("session", session.id, field), phrase)


def _edition(setting: Setting) -> Subject:
    return Subject("edition", setting.dossier.edition.id)


# -- the texts that are printed --------------------------------------------------------------------


def _of_briefs(setting: Setting) -> Iterator[Printed]:
    """Those of the agenda, and what is said of the place and whom to call."""
    yield from printed_fields(setting)
    edition, title = setting.dossier.edition, setting.dossier.title
    for field in ("venue", "city", "address", "wifi", "contact"):
        yield Printed("edition", edition.id, field, getattr(edition, field), title)


def _of_the_booth(setting: Setting) -> Iterator[Printed]:
    """Those of the agenda, and the terms."""
    yield from printed_fields(setting)
    edition = setting.dossier.edition
    yield Printed("edition", edition.id, "contact", edition.contact, setting.dossier.title)
    for term in setting.dossier.terms:
        for field in ("text", "note"):
            yield Printed("term", term.id, field, getattr(term, field), term.text or term.note)


def _of_agendas(setting: Setting) -> Iterator[Printed]:
    """Those of the agenda, though the cards have no sections."""
    options = replace(setting.options, sections=(Section.AGENDA,))
    return printed_fields(replace(setting, options=options))


BRIEF_LOOKS: Mapping[str, Callable[[Setting], Iterable[Problem]]] = MappingProxyType(
    {
        "speaker-brief": speaker_brief_looks,
        "interpreters": interpreters_looks,
        "press": press_looks,
    }
)
"""What more to look at on them, by their names."""
FIELDS_OF_BRIEFS: Mapping[str, Callable[[Setting], Iterable[Printed]]] = MappingProxyType(
    {
        "speaker-brief": _of_briefs,
        "interpreters": _of_the_booth,
        "press": _of_briefs,
        "personal": _of_agendas,
    }
)
"""The texts of the data on them, by their names."""
