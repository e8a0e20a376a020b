# SPDX-License-Identifier: MIT
"""Somebody leads through an opening: 사회자."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.agenda import SessionKind
from forumdesk.domain.checks.chair import LEADING
from forumdesk.domain.checks.common import named
from forumdesk.domain.checks.speeches import greetings
from forumdesk.domain.checks.stays import parts_within, while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

KIND = "no-mc"
SEVERAL = 2  # speeches that somebody has to announce


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Openings of several speeches without a master of ceremonies."""
    for session in dossier.sessions:
        if session.kind is not SessionKind.OPENING or not dossier.takes_place(session):
            continue
        speeches = len(greetings(dossier, session))
        led = any(part.role in LEADING for part in parts_within(dossier, session))
        if speeches >= SEVERAL and not led:
            phrase = Phrase.of(
                N_("“{session}” has {count} speeches, but no master of ceremonies."),
                session=named(session),
                count=speeches,
            )
            subject = Subject("session", session.id, "parts")
            yield Problem(KIND, Severity.NOTE, subject, phrase, str(speeches))
