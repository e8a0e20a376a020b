# SPDX-License-Identifier: MIT
"""What to look at before a run sheet or an MC's script is printed: what is called or said there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from forumdesk.domain.agenda import Mode, Session, SessionKind, SessionStatus
from forumdesk.domain.checks.common import language_called, named, person_named
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.languages import base
from forumdesk.domain.people import Participation, Person, Script
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.contents.address import reading_of
from forumdesk.handouts.contents.announcements import guests_of_honor
from forumdesk.handouts.contents.lines import name_text, shown_parts
from forumdesk.handouts.contents.mc_script import is_said
from forumdesk.handouts.contents.sessions import every_session, who
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.letter_looks import letter_looks
from forumdesk.handouts.options import Variant

Look = Callable[[Setting], Iterable[Problem]]
_CALLED = frozenset(
    {SessionKind.OPENING, SessionKind.SIGNING, SessionKind.PHOTO, SessionKind.CLOSING}
)
_MANY = 40  # more findings of one kind are told as one


def run_sheet_looks(setting: Setting) -> Iterator[Problem]:
    """Ceremonies and videos nobody has written cues for, sessions nobody answers for."""
    if setting.options.variant is not Variant.CALLER:
        return
    held = [s for s in every_session(setting) if s.status is not SessionStatus.CANCELLED]
    whole = [session for session in held if session.parent is None]
    for session in held:
        if _wants_cues(setting, session) and not _cued(setting, session):
            yield _told(session, "cues", "no-cues", _NO_CUES)
    # Who does not use the column at all need not hear of it.
    for session in whole if any(s.responsible for s in whole) else ():
        if not session.responsible:
            yield _told(session, "responsible", "nobody-responsible", _NOBODY)


_NO_CUES = N_("“{session}” has no cues for the show caller.")
_NOBODY = N_("“{session}” says nobody who answers for it.")


def _told(session: Session, field: str, kind: str, message: str) -> Problem:
    phrase = Phrase.of(message, session=named(session))
    return Problem(kind, Severity.NOTE, Subject("session", session.id, field), phrase)


def _wants_cues(setting: Setting, session: Session) -> bool:
    parts = setting.dossier.parts_of(session)
    ceremony = session.kind in _CALLED and session.parent is None
    return ceremony or any(part.mode is Mode.VIDEO for part in parts)


def _cued(setting: Setting, session: Session) -> bool:
    """Whether there are cues for it, its own or those of the session it is an item of."""
    parent = setting.dossier.session.get(session.parent or "")
    return bool(session.cues) or (parent is not None and _cued(setting, parent))


def script_looks(setting: Setting) -> Iterator[Problem]:
    """Names the MC will stumble over, and people introduced without an office."""
    people = _introduced(setting)
    yield from _without_office(setting, people)
    for language in setting.languages:
        yield from _without_reading(setting, people, language)


def _introduced(setting: Setting) -> list[Participation]:
    """Everybody the MC names, once."""
    found = {one.id: one for one in guests_of_honor(setting)}
    for session in filter(is_said, every_session(setting)):
        for part in shown_parts(setting, session):
            reader = setting.dossier.participation.get(part.reader or "")
            for one in (who(setting, part), reader):
                if one is not None and one.person:
                    found[one.id] = one
    return [one for one in found.values() if one.person]


def _without_office(setting: Setting, people: Sequence[Participation]) -> Iterator[Problem]:
    lacking = [one for one in people if not one.office]
    if len(lacking) > _MANY:
        phrase = Phrase.of(
            N_("{count} people are introduced without an office."), count=len(lacking)
        )
        yield Problem("no-office", Severity.WARNING, _edition(setting), phrase, str(len(lacking)))
        return
    for one in lacking:
        phrase = Phrase.of(
            N_("“{name}” is introduced without an office."), name=person_named(setting.dossier, one)
        )
        subject = Subject("participation", one.id, "office")
        yield Problem("no-office", Severity.WARNING, subject, phrase)


def _without_reading(
    setting: Setting, people: Sequence[Participation], language: str
) -> Iterator[Problem]:
    persons = {one.person: setting.dossier.person[one.person] for one in people if one.person}
    lacking = [
        person
        for person in persons.values()
        if _is_foreign(person, language) and not reading_of(person, language)
    ]
    called = language_called(language)
    if len(lacking) > _MANY:
        phrase = Phrase.of(
            N_("Nothing says how {count} of the names are read in {language}."),
            count=len(lacking),
            language=called,
        )
        yield Problem("no-reading", Severity.NOTE, _edition(setting), phrase, language)
        return
    for person in lacking:
        phrase = Phrase.of(
            N_("Nothing says how “{name}” is read in {language}."),
            name=name_text(setting, person),
            language=called,
        )
        subject = Subject("person", person.id, "reading")
        yield Problem("no-reading", Severity.NOTE, subject, phrase, language)


def _is_foreign(person: Person, language: str) -> bool:
    """Whether a name comes from another language than that in which it is said."""
    if base(language) == "ko":
        return Script.HANGUL not in person.names
    return person.family_first is True and base(language) not in _FAMILY_FIRST


_FAMILY_FIRST = frozenset({"ko", "ja", "zh", "vi", "hu"})


def _edition(setting: Setting) -> Subject:
    return Subject("edition", setting.dossier.edition.id)


STAGE_LOOKS: Mapping[str, Look] = MappingProxyType(
    {"run-sheet": run_sheet_looks, "mc-script": script_looks, "letters": letter_looks}
)
"""What more to look at on some handouts, by their names."""
