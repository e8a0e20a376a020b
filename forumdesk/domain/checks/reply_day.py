# SPDX-License-Identifier: MIT
"""Answers are asked for before the edition begins."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

KIND = "reply-day"


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """A day to answer by, of the edition or of somebody, that is not before its first day."""
    first = dossier.edition.first_day
    if first is None:
        return
    asked = [(dossier.edition.reply_by, Subject("edition", dossier.edition.id, "reply_by"))]
    asked += [
        (one.reply_by, Subject("participation", one.id, "reply_by"))
        for one in dossier.participations
        if one.reply_by is not None
    ]
    for day, subject in asked:
        if day is not None and day >= first:
            phrase = Phrase.of(
                N_("Answers are asked for by {day}, but the edition begins on {first}."),
                day=day.isoformat(),
                first=first.isoformat(),
            )
            yield Problem(KIND, Severity.WARNING, subject, phrase, f"{day} {first}")
