# SPDX-License-Identifier: MIT
"""Texts of the program: messages are by somebody who comes, and say something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from forumdesk.domain.checks.common import passage_named, person_named
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import EditionState, HostRole
from forumdesk.domain.people import Invitation
from forumdesk.domain.printed import Passage, PassageKind
from forumdesk.domain.words import N_, Phrase

NOBODYS = "message-without-author"
DECLINED = "message-of-absent"
EMPTY = "text-without-words"
LOGO = "sponsor-without-logo"
_GONE = {
    Invitation.DECLINED: N_("{person} has declined, but a message of theirs is in the program."),
    Invitation.CANCELLED: N_("{person} has cancelled, but a message of theirs is in the program."),
}
# A page of sponsors is made of their logos, an imprint of what is known besides.
_MAY_BE_EMPTY = (PassageKind.SPONSORS, PassageKind.IMPRINT)


def check(dossier: Dossier) -> Iterable[Problem]:
    """Messages by nobody or by who will not come, texts without words, sponsors without a logo."""
    for passage in dossier.passages:
        if passage.kind is PassageKind.MESSAGE:
            yield from _author(dossier, passage)
        if not passage.text and passage.kind not in _MAY_BE_EMPTY:
            name = passage_named(dossier, passage)
            phrase = Phrase.of(N_("“{text}” has no words yet, and is not printed."), text=name)
            yield Problem(EMPTY, Severity.WARNING, Subject("passage", passage.id, "text"), phrase)
    over = dossier.edition.state is EditionState.CLOSED
    if not over and any(p.kind is PassageKind.SPONSORS for p in dossier.passages):
        yield from _logos(dossier)


def _author(dossier: Dossier, passage: Passage) -> Iterator[Problem]:
    subject = Subject("passage", passage.id, "participation")
    author = dossier.participation.get(passage.participation or "")
    if author is None:
        name = passage_named(dossier, passage)
        phrase = Phrase.of(N_("Nobody is named as the author of “{text}”."), text=name)
        yield Problem(NOBODYS, Severity.WARNING, subject, phrase)
    elif author.status in _GONE:
        phrase = Phrase.of(_GONE[author.status], person=person_named(dossier, author))
        fix = Fix.of(
            Phrase.of(N_("Remove the message")), "passages.remove_passage", passage=passage.id
        )
        facts = f"{author.id} {author.status}"
        yield Problem(DECLINED, Severity.WARNING, subject, phrase, facts, fixes=(fix,))


def _logos(dossier: Dossier) -> Iterator[Problem]:
    """The page of sponsors says the name of one without a logo instead."""
    for host in dossier.hosts:
        body = dossier.organization.get(host.organization)
        if body is None or body.logo or host.role is not HostRole.SPONSOR:
            continue
        phrase = Phrase.of(N_("{name}, a sponsor, has no logo yet."), name=body.name)
        yield Problem(LOGO, Severity.NOTE, Subject("organization", body.id, "logo"), phrase)
