# SPDX-License-Identifier: MIT
"""Where something is shown: on a page of its kind, or with the session it has to do with."""

from __future__ import annotations

from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.ui.pages import page_for


def place_of(subject: Subject, dossier: Dossier) -> Subject | None:
    """What to go to for a subject; ``None`` while no page shows it or anything it belongs to."""
    if page_for(subject.kind) is not None:
        return subject
    session = _session(subject, dossier)
    return Subject("session", session, "parts") if session else None


def _session(subject: Subject, dossier: Dossier) -> str | None:
    key = subject.id
    if subject.kind == "person":
        mine = {p.id for p in dossier.participations if p.person == key}
        return next((part.session for part in dossier.parts if part.participation in mine), None)
    found = {
        "part": (p.session for p in dossier.parts if p.id == key),
        "participation": (p.session for p in dossier.parts if p.participation == key),
        "agreement": (a.session for a in dossier.agreements if a.id == key),
        "commitment": (c.session for c in dossier.commitments if c.id == key),
    }
    return next((s for s in found.get(subject.kind, ()) if s is not None), None)
