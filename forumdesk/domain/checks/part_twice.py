# SPDX-License-Identifier: MIT
"""Nobody stands in a session twice for the same thing, and a speech read out has its reader."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.agenda import Mode, Part
from forumdesk.domain.checks.common import named, person_named
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Participation
from forumdesk.domain.words import N_, Phrase

TWICE, UNREAD = "part-twice", "no-reader"


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Parts of one person in one session alike but for their order, and readings by nobody."""
    seen: dict[tuple[object, ...], Part] = {}
    for part in dossier.parts:
        seat = dossier.participation.get(part.participation)
        if seat is None or part.session not in dossier.session:
            continue
        key = (part.session, part.participation, part.role, part.label)
        repeated = seen.setdefault(key, part) is not part
        unread = part.mode is Mode.READ and part.reader is None
        if (repeated or unread) and dossier.takes_place(dossier.session[part.session]):
            if repeated:
                yield _twice(dossier, part, seat)
            if unread:
                yield _unread(dossier, part, seat)


def _twice(dossier: Dossier, part: Part, seat: Participation) -> Problem:
    message = N_("{person} stands in “{session}” twice for the same part.")
    remove = _phrase(dossier, part, seat, N_("Take {person} out of “{session}” once"))
    fix = Fix.of(remove, "parts.remove_part", part=part.id)
    subject = Subject("part", part.id, "role")
    phrase = _phrase(dossier, part, seat, message)
    return Problem(TWICE, Severity.WARNING, subject, phrase, part.participation, fixes=(fix,))


def _unread(dossier: Dossier, part: Part, seat: Participation) -> Problem:
    message = N_("{person}’s speech in “{session}” is read out, but nobody is named to read it.")
    subject = Subject("part", part.id, "reader")
    phrase = _phrase(dossier, part, seat, message)
    return Problem(UNREAD, Severity.WARNING, subject, phrase, part.participation)


def _phrase(dossier: Dossier, part: Part, seat: Participation, message: str) -> Phrase:
    session = dossier.session[part.session]
    return Phrase.of(message, person=person_named(dossier, seat), session=named(session))
