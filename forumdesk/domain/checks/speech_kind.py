# SPDX-License-Identifier: MIT
"""A host opens, a co-host welcomes, an invited guest congratulates: 개회사, 환영사, 축사."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.agenda import Part, Role
from forumdesk.domain.checks.common import named, person_named
from forumdesk.domain.checks.speeches import GREETINGS, SPEECH_WORDS, giver_of
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import HostRole
from forumdesk.domain.people import ABSENT
from forumdesk.domain.roles import Giver
from forumdesk.domain.words import N_, Phrase

KIND = "speech-kind"
HOSTS = frozenset({HostRole.HOST, HostRole.CO_HOST, HostRole.ORGANIZER})
GUESTS = frozenset({"guest", HostRole.SPONSOR})  # a supporter, often a ministry, may also open
MESSAGES = {
    Role.OPENS: N_("{person} is a guest, but gives {speech} in “{session}”; hosts open a forum."),
    Role.WELCOMES: N_(
        "{person} is a guest, but gives {speech} in “{session}”;"
        " hosts welcome, guests congratulate."
    ),
    Role.CONGRATULATES: N_(
        "{person} is one of the hosts, but gives {speech} in “{session}”; hosts open or welcome."
    ),
}


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Speeches of a kind that does not become who gives them.

    Who speaks for a body that belongs to a host speaks for the host. A part with a word of its
    own for it is as somebody wanted it.
    """
    if not dossier.hosts:
        return
    for part in dossier.parts:
        session = dossier.session.get(part.session)
        by = dossier.participation.get(part.participation)
        if part.role not in GREETINGS or part.label or by is None or session is None:
            continue
        giver = giver_of(dossier, by)
        if by.status in ABSENT or _becomes(part.role, giver) or not dossier.takes_place(session):
            continue
        phrase = Phrase.of(
            MESSAGES[part.role],
            person=person_named(dossier, by),
            speech=Phrase.of(SPEECH_WORDS[part.role]),
            session=named(session),
        )
        yield Problem(
            KIND,
            Severity.WARNING if giver in HOSTS else Severity.NOTE,
            Subject("part", part.id, "role"),
            phrase,
            f"{part.role} {giver}",
            fixes=(_fix(dossier, part, giver),),
        )


def _becomes(role: Role, giver: Giver) -> bool:
    return giver not in (HOSTS if role is Role.CONGRATULATES else GUESTS)


def _fix(dossier: Dossier, part: Part, giver: Giver) -> Fix:
    """What the speech is by custom; a host welcomes where another has opened."""
    fitting = Role.CONGRATULATES
    if giver in HOSTS:
        opened = any(other.role is Role.OPENS for other in dossier.parts)
        fitting = Role.WELCOMES if opened or giver is HostRole.CO_HOST else Role.OPENS
    phrase = Phrase.of(
        N_("Enter the speech of {person} as {speech}"),
        person=person_named(dossier, dossier.participation[part.participation]),
        speech=Phrase.of(SPEECH_WORDS[fitting]),
    )
    return Fix.of(phrase, "parts.change_part", part=part.id, changes={"role": fitting})
