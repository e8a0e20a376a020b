# SPDX-License-Identifier: MIT
"""``import``: what others have planned, and lists of people, into the forum file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Unpack

import click

from forumdesk.cli.files import EDITION, FILE, JSON, forum
from forumdesk.cli.frame import command
from forumdesk.cli.import_kinds import Asked, How, Source, kind_of
from forumdesk.cli.problems import SEVERITIES
from forumdesk.cli.speaking import driven, give_json, say, shown, spoken
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.intake import ImportReport
from forumdesk.domain.words import N_, Words

LARGEST = 256 << 20  # bytes; the largest conference there is takes 4 MB
_HOW_FAR = N_("Importing: {done:,} of {total:,}")
MOST_TOLD = 20  # problems told in words; --json tells all


@command(
    "import",
    N_(
        "Take in a schedule, a calendar or a list of people. Taking it in again brings in what"
        " has changed in it since."
    ),
)
@FILE
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "--as",
    "kind",
    metavar="KIND",
    help=N_(
        "What the source is: schedule (schedule.xml or .json), calendar (iCalendar), attendees or"
        " people (CSV, XLSX), contacts (vCard), forum (all of a forum file, of export json; FILE"
        " may be new), theme (a design of paper). By default by how its name ends."
    ),
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
@click.option(
    "--map",
    "choices",
    multiple=True,
    metavar="COLUMN=FIELD",
    help=N_("What a column of a list means; may be given several times, and is remembered."),
)
@click.option("--encoding", default="", metavar="X", help=N_("The encoding of a text file."))
@click.option(
    "--delimiter", default="", metavar="X", help=N_("What stands between the cells of a text file.")
)
@click.option(
    "--replace",
    is_flag=True,
    help=N_("Read what is no character of the encoding as �, rather than refuse the file."),
)
@click.option(
    "--doubtful",
    default="new",
    metavar="new|skip",
    help=N_("Rows that may be somebody known: add them as new people, or leave them out."),
)
@click.option(
    "--timezone",
    default="",
    metavar="ZONE",
    help=N_("The time zone that is meant where a calendar names one that is not known."),
)
@click.option("--dry-run", is_flag=True, help=N_("Only tell what would be done."))
@JSON
def import_command(
    file: Path,
    source: Path,
    *,
    dry_run: bool,
    as_json: bool,
    kind: str | None,
    edition: str | None,
    new_edition: bool,
    series: str | None,
    **how: Unpack[How],
) -> None:
    """Import a source."""
    _refuse_target(edition, series, new=new_edition)
    known = kind_of(source, kind)
    if how["timezone"] and known.name != "calendar":
        raise ForumDeskError(N_("--timezone goes with calendars."))
    asked = Asked(source, known.name, edition, new_edition, series, **how)
    read = known.read(asked, content_of(source))
    new = known.name == "forum" and not dry_run and not file.exists()
    report = _imported_new(file, read) if new else _imported(file, read, dry_run=dry_run)
    if as_json:
        give_json(_as_json(report, spoken(), done=not dry_run))
    else:
        _tell(read.told(report, spoken()), report, done=not dry_run)


def _imported(file: Path, source: Source, *, dry_run: bool) -> ImportReport:
    from forumdesk.store.backups import BEFORE_IMPORT  # noqa: PLC0415 - loaded with the file

    with forum(file) as desk:
        importing = source.importing(desk)
        if not dry_run:
            desk.backup(BEFORE_IMPORT)
        with _rehearsed(desk, wanted=dry_run):
            return driven(importing, _HOW_FAR)


def _imported_new(file: Path, source: Source) -> ImportReport:
    """Into a forum file made for it, which is there whole or not at all."""
    from forumdesk.store.forumfile import ForumFile  # noqa: PLC0415 - loaded with the file

    try:
        with ForumFile.create(file) as desk:
            return driven(source.importing(desk), _HOW_FAR)
    except BaseException:
        file.unlink(missing_ok=True)
        raise


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


def _refuse_target(edition: str | None, series: str | None, *, new: bool) -> None:
    if edition is not None and new:
        raise ForumDeskError(N_("--edition and --new-edition exclude each other."))
    if series is not None and not new:
        raise ForumDeskError(N_("--series goes with --new-edition."))


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


def _tell(lines: Sequence[str], report: ImportReport, *, done: bool) -> None:
    words = spoken()
    for line in lines:
        say(shown(line))
    for finding in report.problems[:MOST_TOLD]:
        severity = words.context(*SEVERITIES[finding.severity])
        line = words("line {line}", line=finding.line) if finding.line else ""
        place = ": ".join(filter(None, (line, finding.thing, finding.phrase.said(words))))
        say(f"{severity}: {shown(place)}")
    if (more := len(report.problems) - MOST_TOLD) > 0:
        say(words.plural("… and {count} more.", "… and {count} more.", more))
    if not done:
        say(words("A dry run: nothing was changed."))
