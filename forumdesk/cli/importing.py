# SPDX-License-Identifier: MIT
"""``import``: what others have planned, into an edition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from forumdesk.cli.files import EDITION, FILE, JSON, edition_named, forum, series_named
from forumdesk.cli.frame import command
from forumdesk.cli.problems import SEVERITIES
from forumdesk.cli.speaking import give_json, progress, say, shown, spoken
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.intake import ImportReport, Schedule
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Words

if TYPE_CHECKING:
    from forumdesk.services.importing import Importing


LARGEST = 256 << 20  # bytes; the largest conference there is takes 4 MB
MOST_TOLD = 20  # problems told in words; --json tells all


def _read_schedule(data: bytes, file: str) -> Schedule:
    from forumdesk.exchange import schedule_xml  # noqa: PLC0415 - an XML parser, for this alone

    return schedule_xml.read(data, file)


READERS: Mapping[str, Callable[[bytes, str], Schedule]] = {"schedule": _read_schedule}


@frozen
class Target:
    """Where an import goes: an edition as named, or a new one of a series as named."""

    edition: str | None
    new: bool
    series: str | None


@command(
    "import",
    N_("Take in a schedule.xml. Taking it in again brings in what has changed in it since."),
)
@FILE
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "--as",
    "kind",
    default="schedule",
    metavar="KIND",
    help=N_("What the source is: schedule (schedule.xml)."),
)
@EDITION
@click.option(
    "--new-edition",
    is_flag=True,
    help=N_("Take it in as a new edition; the second time, bring that edition up to date."),
)
@click.option(
    "--series", metavar="S", help=N_("The series of the new edition, where there are several.")
)
@click.option("--dry-run", is_flag=True, help=N_("Only tell what would be done."))
@JSON
def import_command(
    file: Path,
    source: Path,
    kind: str,
    *,
    edition: str | None,
    new_edition: bool,
    series: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Import a source."""
    target = _target(edition, series, new=new_edition)
    read = READERS.get(kind)
    if read is None:
        raise ForumDeskError(
            N_("“{kind}” can't be imported; what can: {kinds}. Nothing was changed."),
            kind=kind,
            kinds=", ".join(READERS),
        )
    schedule = read(content_of(source), str(source))
    from forumdesk.store.backups import BEFORE_IMPORT  # noqa: PLC0415 - loaded with the file

    with forum(file) as desk:
        importing = _importing(desk, schedule, target)
        if not dry_run:
            desk.backup(BEFORE_IMPORT)
        with _rehearsed(desk, wanted=dry_run):
            report = _driven(importing)
    if as_json:
        give_json(_as_json(report, spoken(), done=not dry_run))
    else:
        _tell(report, spoken(), done=not dry_run)


def content_of(source: Path) -> bytes:
    """A source's bytes; a pipe will do. Raises ``ForumDeskError`` for one without end."""
    with source.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ForumDeskError(
            N_("{path} is larger than {megabytes} MB; nothing was imported."),
            path=str(source),
            megabytes=LARGEST >> 20,
        )
    return data


def _target(edition: str | None, series: str | None, *, new: bool) -> Target:
    if edition is not None and new:
        raise ForumDeskError(N_("--edition and --new-edition exclude each other."))
    if series is not None and not new:
        raise ForumDeskError(N_("--series goes with --new-edition."))
    return Target(edition, new, series)


def _importing(desk: Desk, schedule: Schedule, target: Target) -> Importing:
    from forumdesk.services import importing  # noqa: PLC0415 - no other command needs it

    if not target.new:
        edition = edition_named(desk, target.edition)
        return importing.import_schedule(desk, edition.id, schedule)
    return importing.import_into_series(desk, series_named(desk, target.series).id, schedule)


def _driven(importing: Importing) -> ImportReport:
    """Run an import to its end, telling how far it is; interrupted, it leaves no trace."""
    words = spoken()
    with progress() as line, closing(importing):
        while True:
            try:
                step = next(importing)
            except StopIteration as end:
                report: ImportReport = end.value
                return report
            line(words("Importing: {done:,} of {total:,}", done=step.done, total=step.total))


class _RehearsedError(Exception):
    """Ends a step that was only tried."""


@contextmanager
def _rehearsed(desk: Desk, *, wanted: bool) -> Iterator[None]:
    """A step around a dry run, broken off at its end so that nothing of it stays."""
    if not wanted:
        yield
        return
    try:
        with desk.step(N_("Dry run")):
            yield
            raise _RehearsedError
    except _RehearsedError:
        return


def _as_json(report: ImportReport, words: Words, *, done: bool) -> dict[str, object]:
    return {
        "read": report.read,
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "skipped": report.skipped,
        "problems": [
            {
                "where": finding.where,
                "severity": finding.severity.value,
                "text": finding.phrase.said(words),
            }
            for finding in report.problems
        ],
        "step": report.step.said(words) if report.step and done else None,
    }


def _tell(report: ImportReport, words: Words, *, done: bool) -> None:
    counts = {
        "read": report.read,
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "skipped": report.skipped,
    }
    say(
        words(
            "Sessions read: {read:,}; added {added:,}, updated {updated:,},"
            " unchanged {unchanged:,}, skipped {skipped:,}.",
            **counts,
        )
    )
    for finding in report.problems[:MOST_TOLD]:
        severity = words.context(*SEVERITIES[finding.severity])
        where = f"{finding.where}: " if finding.where else ""
        say(f"{severity}: {shown(where + finding.phrase.said(words))}")
    if (more := len(report.problems) - MOST_TOLD) > 0:
        say(words.plural("… and {count} more.", "… and {count} more.", more))
    if not done:
        say(words("A dry run: nothing was changed."))
