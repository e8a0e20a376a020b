# SPDX-License-Identifier: MIT
"""An item called 축사 is not printed as somebody's 환영사."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from forumdesk.domain.agenda import Part, Role, Session
from forumdesk.domain.checks.common import named, person_named
from forumdesk.domain.checks.speeches import SPEECH_WORDS, giver_of
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.roles import acting_role
from forumdesk.domain.wording import Text, fold
from forumdesk.domain.words import N_, Phrase

KIND = "speech-title"
_TITLES: Mapping[Role, tuple[str, ...]] = {
    Role.OPENS: ("개회사", "대회사", "Opening Remarks", "Opening Address", "開会の辞", "开幕词"),
    Role.WELCOMES: (
        "환영사",
        "Welcome Remarks",
        "Welcoming Remarks",
        "Welcome Address",
        "歓迎の辞",
    ),
    Role.CONGRATULATES: (
        "축사",
        "격려사",
        "Congratulatory Remarks",
        "Congratulatory Address",
        "祝辞",
    ),
    Role.KEYNOTE: (
        "기조연설",
        "기조강연",
        "Keynote",
        "Keynote Speech",
        "Keynote Address",
        "基調講演",
    ),
    Role.CLOSES: ("폐회사", "Closing Remarks", "Closing Address", "閉会の辞", "闭幕词"),
}
LONGEST = max(len(title) for titles in _TITLES.values() for title in titles)
CALLED = {fold(title): role for role, titles in _TITLES.items() for title in titles}


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Sessions whose title names a kind of speech, and the one speech in them is of another."""
    for session in dossier.sessions:
        meant = _called(session.title)
        if meant is None:
            continue
        parts = [p for p in dossier.parts_of(session) if p.role not in (Role.MC, Role.INTERPRETS)]
        if len(parts) != 1 or parts[0].label:
            continue
        given = _given(dossier, session, parts[0])
        if given in CALLED.values() and given is not meant and dossier.takes_place(session):
            yield _problem(dossier, session, parts[0], meant, given=given)


def _called(title: Text) -> Role | None:
    """The one kind of speech that a title names, in every language it names any."""
    short = (text for _, text in title.pairs if len(text) <= LONGEST)
    named = {CALLED[key] for text in short if (key := fold(text)) in CALLED}
    return named.pop() if len(named) == 1 else None


def _given(dossier: Dossier, session: Session, part: Part) -> Role:
    by = dossier.participation.get(part.participation)
    return acting_role(part.role, session.kind, giver_of(dossier, by) if by else None)


def _problem(
    dossier: Dossier, session: Session, part: Part, meant: Role, *, given: Role
) -> Problem:
    by = dossier.participation[part.participation]
    phrase = Phrase.of(
        N_("“{session}” stands over the {speech} of {person}."),
        session=named(session),
        speech=Phrase.of(SPEECH_WORDS[given]),
        person=person_named(dossier, by),
    )
    fix = Fix.of(
        Phrase.of(
            N_("Enter the speech of {person} as {speech}"),
            person=person_named(dossier, by),
            speech=Phrase.of(SPEECH_WORDS[meant]),
        ),
        "parts.change_part",
        part=part.id,
        changes={"role": meant},
    )
    subject = Subject("part", part.id, "role")
    return Problem(KIND, Severity.WARNING, subject, phrase, f"{meant} {given}", fixes=(fix,))
