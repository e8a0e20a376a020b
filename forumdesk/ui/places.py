# SPDX-License-Identifier: MIT
"""Where something is shown: on a page of its kind, or with what it has to do with."""

from __future__ import annotations

from collections.abc import Mapping

from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.ui.pages import page_for


def place_of(subject: Subject, dossier: Dossier | None) -> Subject | None:
    """What to go to for a subject; ``None`` while no page shows it or anything it belongs to."""
    page = page_for(subject.kind)
    if page is not None and (dossier is not None or page.of_file):
        return subject
    printed = {p.id: p.handout for p in dossier.printings} if dossier else {}
    if subject.kind == "printing" and subject.id in printed:
        return Subject("handout", printed[subject.id], "print")
    session = _session(subject, dossier) if dossier else None
    return Subject("session", session, "parts") if session else None


def _session(subject: Subject, dossier: Dossier) -> str | None:
    return dossier.derived(_sessions).get((subject.kind, subject.id))


def _sessions(dossier: Dossier) -> Mapping[tuple[str, str], str]:
    """The session that a part or an agreement belongs to, by kind and id."""
    parts = {("part", part.id): part.session for part in dossier.parts}
    signed = {("agreement", one.id): one.session for one in dossier.agreements if one.session}
    return {**parts, **signed}
