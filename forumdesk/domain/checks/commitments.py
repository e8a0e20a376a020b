# SPDX-License-Identifier: MIT
"""Commitments have somebody who answers for them, are heard of once they are due, and proven."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.checks.translation import Printed, untranslated
from forumdesk.domain.commitments import CLOSED, in_order_of_time, is_over
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.outcomes import Commitment, Report
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase

UNOWNED, UNHEARD = "commitment-without-owner", "commitment-unreported"
EARLY, UNPROVEN = "commitment-due-before-made", "commitment-without-evidence"


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Open commitments without an owner, due before they were made, or due and not heard of.

    Besides, what was closed at this edition without evidence, and texts missing in a language.
    What was promised at later editions is theirs to tell.
    """
    carried = _carried(dossier)
    heard: Mapping[str, list[Report]] = _heard(dossier)
    owned = {owner.commitment for owner in dossier.commitment_owners}
    for one in carried:
        if one.status not in CLOSED and one.id not in owned:
            phrase = Phrase.of(N_("Nobody answers for “{commitment}”."), commitment=_named(one))
            yield Problem(
                UNOWNED, Severity.WARNING, Subject("commitment", one.id, "owners"), phrase
            )
        yield from _too_early(dossier, one)
        yield from _unheard(dossier, one, heard.get(one.id, []))
        yield from _unproven(dossier, one, heard.get(one.id, []))
    if len(dossier.languages) > 1:
        yield from untranslated(dossier, _printed(dossier, carried), dossier.languages)


def _carried(dossier: Dossier) -> list[Commitment]:
    """What this edition has to do with: promised by now, and open or heard of here."""
    order = {edition.id: n for n, edition in enumerate(in_order_of_time(dossier.editions))}
    here = order.get(dossier.edition.id, 0)
    told = {report.commitment for report in dossier.reports if _is_here(dossier, report)}
    return [
        one
        for one in dossier.commitments
        if order.get(one.edition or "", -1) <= here and (one.status not in CLOSED or one.id in told)
    ]


def _is_here(dossier: Dossier, report: Report) -> bool:
    return report.edition == dossier.edition.id


def _heard(dossier: Dossier) -> dict[str, list[Report]]:
    found: defaultdict[str, list[Report]] = defaultdict(list)
    for report in dossier.reports:
        found[report.commitment].append(report)
    return found


def _too_early(dossier: Dossier, one: Commitment) -> Iterator[Problem]:
    made = _first_day(dossier, one.edition)
    if is_over(one.due, made):
        phrase = Phrase.of(
            N_("“{commitment}” is due on {day}, before it was promised on {made}."),
            commitment=_named(one),
            day=str(one.due),
            made=str(made),
        )
        subject = Subject("commitment", one.id, "due")
        yield Problem(EARLY, Severity.WARNING, subject, phrase, f"{one.due} {made}")


def _first_day(dossier: Dossier, edition: str | None) -> date | None:
    editions = {each.id: each for each in (*dossier.editions, dossier.edition)}
    return editions[edition].first_day if edition in editions else None


def _unheard(dossier: Dossier, one: Commitment, reports: list[Report]) -> Iterator[Problem]:
    """Due before this edition, still open, and nothing was heard of it here or since."""
    due, first = one.due, dossier.edition.first_day
    if one.status in CLOSED or due is None or not is_over(due, first):
        return
    if any(_is_here(dossier, r) or (r.on is not None and r.on >= due) for r in reports):
        return
    phrase = Phrase.of(
        N_("“{commitment}” was due on {day}, and nothing has been reported on it since."),
        commitment=_named(one),
        day=str(due),
    )
    subject = Subject("commitment", one.id, "reports")
    yield Problem(UNHEARD, Severity.WARNING, subject, phrase, f"{due} {first}")


def _unproven(dossier: Dossier, one: Commitment, reports: list[Report]) -> Iterator[Problem]:
    here = any(_is_here(dossier, report) for report in reports)
    if one.status in CLOSED and here and not any(report.evidence for report in reports):
        phrase = Phrase.of(N_("“{commitment}” is closed without evidence."), commitment=_named(one))
        subject = Subject("commitment", one.id, "reports")
        yield Problem(UNPROVEN, Severity.NOTE, subject, phrase, one.status)


def _printed(dossier: Dossier, carried: Iterable[Commitment]) -> Iterator[Printed]:
    named = {}
    for one in carried:
        named[one.id] = _named(one)
        for field in ("title", "text", "due_text"):
            yield Printed("commitment", one.id, field, getattr(one, field), named[one.id])
    for report in dossier.reports:
        if _is_here(dossier, report) and report.commitment in named:
            yield Printed("report", report.id, "text", report.text, named[report.commitment])


def _named(one: Commitment) -> Text | Phrase:
    return one.title or one.text or Phrase.of(N_("untitled commitment"))
