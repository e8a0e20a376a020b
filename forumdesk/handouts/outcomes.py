# SPDX-License-Identifier: MIT
"""What pages on agreements and commitments say, in the program and on sheets of their own."""

from __future__ import annotations

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Prose, Wording


@frozen
class NumberedAim:
    """An aim of an agreement: ``title`` may be empty, or ``text`` where a title says it all."""

    number: str
    title: Wording
    text: Prose


@frozen
class Signature:
    """A line to sign on, or a witness: ``party`` is the organization signed for."""

    key: str
    role: Wording
    name: Wording
    office: Wording = NOTHING
    party: Wording = NOTHING


@frozen
class AgreementPage:
    """An agreement: ``kind`` is what it is ("Memorandum of Understanding"), ``title`` its own."""

    anchor: str
    kind: Wording
    title: Wording
    preamble: Prose = ()
    aims: tuple[NumberedAim, ...] = ()
    closing: Prose = ()
    parties_label: Wording = NOTHING
    parties: tuple[Wording, ...] = ()
    signed: Wording = NOTHING
    signatures: tuple[Signature, ...] = ()


@frozen
class ReportLine:
    """What an edition heard of a commitment: ``when`` names the edition or the date."""

    when: Wording
    text: Wording
    evidence: str = ""


@frozen
class Promise:
    """A commitment: ``status`` is its word, ``key`` the ``CommitmentStatus`` value."""

    anchor: str
    due: Wording
    title: Wording
    text: Prose
    owners: Wording
    status: Wording
    key: str
    reports: tuple[ReportLine, ...] = ()
    origin: Wording = NOTHING


@frozen
class PromiseLabels:
    """What stands before who answers for a commitment, and before where it was promised."""

    owner: Wording
    origin: Wording = NOTHING


@frozen
class Promises:
    """A scorecard, such as "since the last forum"."""

    heading: Wording
    promises: tuple[Promise, ...]
    labels: PromiseLabels
    anchor: str
