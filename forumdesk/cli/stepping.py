# SPDX-License-Identifier: MIT
"""``history``, ``undo`` and ``redo``: the steps of a forum file."""

from __future__ import annotations

from pathlib import Path

from forumdesk.cli.files import FILE, JSON, forum
from forumdesk.cli.frame import command
from forumdesk.cli.speaking import give_json, say, shown, spoken
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_


@command("history", N_("List the steps taken in a forum file, the newest first."))
@FILE
@JSON
def history_command(file: Path, *, as_json: bool) -> None:
    """List the steps."""
    words = spoken()
    with forum(file, reading=True) as desk:
        entries = desk.history()
    if as_json:
        give_json(
            [
                {
                    "number": entry.number,
                    "text": entry.phrase.said(words),
                    "at": entry.at,
                    "undone": entry.undone,
                }
                for entry in entries
            ]
        )
        return
    undone = words("undone")
    for entry in entries:
        state = f" ({undone})" if entry.undone else ""
        at = entry.at.astimezone().strftime("%Y-%m-%d %H:%M")
        say(f"{at}  {shown(entry.phrase.said(words))}{state}")
    if not entries:
        say(words("No steps yet."))


@command("undo", N_("Undo the last step."))
@FILE
def undo_command(file: Path) -> None:
    """Undo the last step."""
    with forum(file) as desk:
        entry = desk.undo()
    if entry is None:
        raise ForumDeskError(N_("There is nothing to undo."))
    words = spoken()
    say(words("Undone: {step}", step=shown(entry.phrase.said(words))))


@command("redo", N_("Redo the step that was undone last."))
@FILE
def redo_command(file: Path) -> None:
    """Redo the step undone last."""
    with forum(file) as desk:
        entry = desk.redo()
    if entry is None:
        raise ForumDeskError(N_("There is nothing to redo."))
    words = spoken()
    say(words("Redone: {step}", step=shown(entry.phrase.said(words))))
