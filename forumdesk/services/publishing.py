# SPDX-License-Identifier: MIT
"""Freezing an edition under a name, keeping count of what was printed, accepting problems."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from forumdesk.domain.desk import Desk, ForumDeskError, Problem
from forumdesk.domain.forum import Edition
from forumdesk.domain.frozen import freeze
from forumdesk.domain.ids import AcknowledgementId, EditionId, ParticipationId, VersionId
from forumdesk.domain.people import CardPrint, Participation
from forumdesk.domain.reading import dossier
from forumdesk.domain.versions import Acknowledgement, Printing, Version
from forumdesk.domain.wording import EMPTY, Text, clean, fold, one_line
from forumdesk.domain.words import N_
from forumdesk.services._removing import remove_whole
from forumdesk.services._writing import add, keep

_NO_CARDS: Mapping[str, str] = MappingProxyType({})


def publish_version(desk: Desk, edition: EditionId, name: str, *, note: Text = EMPTY) -> Version:
    """Freeze an edition as it is now, under a name of its own.

    The content is that of ``domain.frozen``, the digest its SHA-256 in hex.
    """
    named = clean(name).strip()
    if not named:
        raise ForumDeskError(N_("A version needs a name."))
    if any(fold(v.name) == fold(named) for v in desk.find(Version, edition=edition)):
        raise ForumDeskError(
            N_("There is a version “{name}” already; nothing was published."), name=named
        )
    import hashlib  # noqa: PLC0415 - it loads OpenSSL, and few runs publish

    content = freeze(dossier(desk, edition))
    version = Version(
        id=desk.new_id(),
        edition=edition,
        name=named,
        at=desk.now(),
        content=content,
        digest=hashlib.sha256(content.encode()).hexdigest(),
        note=note,
    )
    with desk.step(N_("Publish “{name}”"), name=named):
        return keep(desk, version)


def log_printing(
    desk: Desk,
    edition: EditionId,
    handout: str,
    *,
    version: VersionId | None = None,
    pages: int = 0,
    copies: int = 1,
    digest: str = "",
    options: str = "",
    cards: Mapping[ParticipationId, str] = _NO_CARDS,
) -> Printing:
    """Note that a handout was produced, from a version or, without one, from the draft.

    ``cards`` are the digests of what was printed for each participant, where it was cards.
    """
    desk.get(Edition, edition)
    handout = one_line(handout)
    with desk.step(N_("Print {handout}"), handout=handout):
        _note_cards(desk, edition, handout, cards)
        return add(
            desk,
            Printing,
            {
                "version": version,
                "pages": pages,
                "copies": copies,
                "digest": digest,
                "options": options,
            },
            edition=edition,
            handout=handout,
            at=desk.now(),
        )


def _note_cards(desk: Desk, edition: str, handout: str, cards: Mapping[str, str]) -> None:
    """What was printed last for each participant, in place of what was before."""
    known: dict[str, CardPrint] = {}
    if cards:
        known = {p.participation: p for p in desk.find(CardPrint, handout=handout)}
    at = desk.now()
    for participation, digest in cards.items():
        if desk.get(Participation, participation).edition != edition:
            raise ForumDeskError(N_("What belongs together must be of the same edition."))
        last = known.get(participation)
        key = last.id if last else desk.new_id()
        keep(desk, CardPrint(key, participation, handout, one_line(digest), at))


def acknowledge_problem(
    desk: Desk, edition: EditionId, problem: Problem, reason: str
) -> Acknowledgement:
    """Accept a problem for a reason, for as long as its facts are the same."""
    desk.get(Edition, edition)
    reason = clean(reason).strip()
    if not reason:
        raise ForumDeskError(N_("Say why the problem is accepted."))
    about = {"kind": one_line(problem.kind), "subject": one_line(str(problem.subject))}
    with desk.step(N_("Accept a problem: {reason}"), reason=reason):
        for earlier in desk.find(Acknowledgement, edition=edition, subject=about["subject"]):
            if earlier.kind == about["kind"]:
                remove_whole(desk, earlier)
        facts = {"facts": problem.facts}
        return add(desk, Acknowledgement, facts, edition=edition, reason=reason, **about)


def withdraw_acknowledgement(desk: Desk, acknowledgement: AcknowledgementId) -> None:
    """A problem is no longer accepted."""
    record = desk.get(Acknowledgement, acknowledgement)
    with desk.step(N_("No longer accept a problem: {reason}"), reason=record.reason):
        remove_whole(desk, record)
