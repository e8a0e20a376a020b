# SPDX-License-Identifier: MIT
"""What to look at before letters go out: braces that are no fields, seats without names."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.letters import unknown_fields
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.contents.letters import Mailing
from forumdesk.handouts.contents.setting import Setting


def letter_looks(setting: Setting) -> Iterator[Problem]:
    """What would be printed in braces, and who gets no letter."""
    mailing = Mailing(setting.dossier, setting.options, setting.imprint)
    edition = Subject("edition", setting.dossier.edition.id)
    for name in unknown_fields(mailing.text.subject, mailing.text.body):
        field = f"{{{name}}}"
        phrase = Phrase.of(N_("{field} is no field of a letter and is printed so."), field=field)
        yield Problem("letter-field", Severity.WARNING, edition, phrase, name)
    for each in mailing.unnamed():
        subject = Subject("participation", each.to.id, "person")
        yield Problem("letter-unnamed", Severity.NOTE, subject, each.why)
