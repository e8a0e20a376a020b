# SPDX-License-Identifier: MIT
"""``verify``, ``backup``, ``restore``, ``share``: a file's health, copies to go back to or give."""

from __future__ import annotations

from pathlib import Path

import click

from forumdesk.cli.files import FILE, JSON, forum, refuse_pipe
from forumdesk.cli.frame import command
from forumdesk.cli.speaking import give_json, say, shown, shown_path, spoken
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_


@command("verify", N_("Examine a forum file or a backup. The exit code is 1 if it is damaged."))
@FILE
@JSON
def verify_command(file: Path, *, as_json: bool) -> int:
    """Examine a file."""
    from forumdesk.store.health import verify  # noqa: PLC0415 - the store is loaded when used

    words = spoken()
    refuse_pipe(file)
    problems = verify(file)
    if as_json:
        found = [
            {
                "kind": problem.kind,
                "severity": problem.severity.value,
                "subject": str(problem.subject),
                "text": problem.phrase.said(words),
            }
            for problem in problems
        ]
        give_json({"file": str(file), "sound": not problems, "problems": found})
    else:
        for problem in problems:
            say(f"{shown(str(problem.subject))}: {shown(problem.phrase.said(words))}")
        if not problems:
            say(words("{path} is sound.", path=shown_path(file)))
    return 1 if problems else 0


@command(
    "backup", N_("Keep a verified backup, beside the other backups of the file or where -o says.")
)
@FILE
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    type=click.Path(path_type=Path),
    help=N_("The backup to write. It never replaces a file."),
)
def backup_command(file: Path, *, output: Path | None) -> None:
    """Keep a backup."""
    words = spoken()
    with forum(file, reading=True) as desk:
        kept = desk.backup() if output is None else desk.write_backup(output)
    say(words("Backup kept: {path}", path=shown_path(kept.path)))


@command(
    "restore",
    N_("Make a forum file from a backup. A file in its place is kept under another name."),
)
@click.argument("backup", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help=N_("The forum file to make."),
)
def restore_command(backup: Path, *, output: Path) -> None:
    """Restore a backup."""
    from forumdesk.store.copies import restore  # noqa: PLC0415 - the store is loaded when used

    refuse_pipe(backup)
    if not backup.exists():
        raise ForumDeskError(N_("There is no file {path}."), path=str(backup))
    words = spoken()
    aside = restore(backup, output)
    say(words("Restored: {path}", path=shown_path(output)))
    if aside is not None:
        say(words("The file that was there is kept as {path}.", path=shown_path(aside)))


@command(
    "share",
    N_(
        "Write a copy to give away: without history, contacts, diet, access needs and notes."
        " It never replaces a file."
    ),
)
@FILE
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    required=True,
    type=click.Path(path_type=Path),
    help=N_("The forum file to write."),
)
def share_command(file: Path, *, output: Path) -> None:
    """Write a copy to give away."""
    words = spoken()
    with forum(file, reading=True) as desk:
        desk.share(output).finish()
    say(words("Copy to share: {path}", path=shown_path(output)))
