# SPDX-License-Identifier: MIT
"""What the command line does with any list of people, however it was read: plan it, tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from forumdesk.cli.files import edition_to_fill, series_named
from forumdesk.cli.import_kinds import Asked, Importing
from forumdesk.cli.speaking import progress, spoken
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.entries import ListEntry
from forumdesk.domain.intake import ImportReport
from forumdesk.domain.list_plan import Action, Plan, Verdict, settle_doubts
from forumdesk.domain.terms import T_
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Words
from forumdesk.services import listing

_DOUBTFUL: Mapping[str, Action] = {"new": Action.ADD, "skip": Action.LEAVE}
_AT_ONCE = 1000  # rows between two reports of progress
VERDICTS: Mapping[Verdict, tuple[str, str]] = {
    Verdict.NEW: T_("verdict", "new"),
    Verdict.SAME: T_("verdict", "known and unchanged"),
    Verdict.CHANGED: T_("verdict", "known, with something new"),
    Verdict.DOUBTFUL: T_("verdict", "doubtful"),
    Verdict.REPEATED: T_("verdict", "repeated"),
    Verdict.REFUSED: T_("verdict", "refused"),
}


@frozen
class Target:
    """Where a list goes (ids): an edition, the next one of a series, else the directory."""

    edition: str | None = None
    series: str | None = None


def directory(asked: Asked) -> Target:
    """The directory of people; raises ``ForumDeskError`` if an edition was asked for."""
    if asked.new or asked.edition is not None:
        raise ForumDeskError(
            N_("--edition and --new-edition go with attendees; people go into the directory.")
        )
    return Target()


def attended(desk: Desk, asked: Asked) -> Target:
    """The edition asked for; a new one is the one made of this list before, if any was."""
    if not asked.new:
        return Target(edition_to_fill(desk, asked.edition).id)
    series = series_named(desk, asked.series).id
    before = listing.edition_of_list(desk, series, asked.source.stem)
    return Target(before.id) if before else Target(series=series)


def planned(desk: Desk, target: Target, asked: Asked, entries: Iterable[ListEntry]) -> Plan:
    """A list held against the forum file, its doubtful rows as asked for; nothing is changed."""
    action = _DOUBTFUL.get(asked.doubtful)
    if action is None:
        raise ForumDeskError(
            N_("--doubtful is one of {choices}, not “{value}”."),
            choices=", ".join(_DOUBTFUL),
            value=asked.doubtful,
        )
    name = asked.source.stem
    rows = list(_told(entries))
    if target.series:
        plan = listing.plan_new_edition(desk, name, rows)
    else:
        plan = listing.plan_list(desk, target.edition, name, rows)
    if not plan.rows:
        raise ForumDeskError(N_("{file} has no rows; nothing was changed."), file=str(asked.source))
    return settle_doubts(plan, action)


def taken(
    desk: Desk, target: Target, plan: Plan, headings: tuple[str, str] = ("", "")
) -> Importing:
    """The import of a planned list, to be driven."""
    if target.series:
        return listing.import_list_as_edition(desk, target.series, plan, headings=headings)
    return listing.import_list(desk, target.edition, plan, headings=headings)


def _told(entries: Iterable[ListEntry]) -> Iterator[ListEntry]:
    """The entries, telling on a terminal how many there are so far."""
    words = spoken()
    with progress() as line:
        for done, entry in enumerate(entries, 1):
            if done % _AT_ONCE == 0:
                line(words("Reading: {done:,}", done=done))
            yield replace(entry, cells=())  # nobody sees them here, and they take room


def told_counts(report: ImportReport, plan: Plan, words: Words) -> Sequence[str]:
    """How many rows were read, what became of them, and what they were found to be."""
    line = words(
        "People read: {read:,}; added {added:,}, updated {updated:,},"
        " unchanged {unchanged:,}, skipped {skipped:,}.",
        read=report.read,
        added=report.added,
        updated=report.updated,
        unchanged=report.unchanged,
        skipped=report.skipped,
    )
    found = [
        f"{words.context(*VERDICTS[verdict])} {count:,}"
        for verdict, count in plan.counts.items()
        if count
    ]
    lines = [line, words("Rows: {verdicts}.", verdicts=", ".join(found))]
    if plan.organizations:
        many = words("Organizations not known before: {count:,}", count=len(plan.organizations))
        lines.append(many)
    return lines
