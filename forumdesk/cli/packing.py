# SPDX-License-Identifier: MIT
"""``export pack``: every sheet of an edition's handout pack into a folder, with a list of it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from forumdesk.cli.exported import State
from forumdesk.cli.problems import SEVERITIES, problem_json
from forumdesk.cli.speaking import complain, give_json, progress, say, shown, shown_path, spoken
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Words
from forumdesk.handouts.contents.setting import Imprint

if TYPE_CHECKING:
    from forumdesk.handouts.pack.findings import Found
    from forumdesk.handouts.pack.making import Outcome, Pack, PackStep

PACK = "pack"
LISTED = "00 "  # begins the name of the list of a pack, in every language


def export_pack(state: State, output: Path, *, changed: bool, as_json: bool) -> None:
    """Make the pack, note it as printed, and tell what is in it and what is not."""
    if str(output) == "-":
        raise ForumDeskError(N_("A pack is written into a folder; name it with -o."))
    from forumdesk.services.packing import log_pack  # noqa: PLC0415 - for this alone

    of, imprint = state.read(everybody=True, compares=True)
    folder = _beside_earlier(output, state.desk.now()) if changed else output
    with _fresh(folder), progress() as line:
        pack = made_pack(of, imprint, folder, changed=changed, heed=lambda step: line(step.said))
        log_pack(state.desk, of.edition.id, pack.produced)
    _tell(pack, spoken(), as_json=as_json)


def made_pack(
    of: Dossier,
    imprint: Imprint,
    folder: Path,
    *,
    changed: bool = False,
    heed: Callable[[PackStep], object] = lambda _: None,
) -> Pack:
    """The pack of an edition made in a folder that is there, in this process."""
    from forumdesk.domain.progress import exhausted  # noqa: PLC0415 - for packs alone
    from forumdesk.handouts.catalogue import render  # noqa: PLC0415
    from forumdesk.handouts.pack.binding import bound  # noqa: PLC0415
    from forumdesk.handouts.pack.making import PackOrder, make_pack  # noqa: PLC0415
    from forumdesk.handouts.pack.usual import with_usual  # noqa: PLC0415

    order = PackOrder.of(with_usual(of), imprint, spoken(), changed=changed)
    return exhausted(make_pack(order, folder, render, bound), heed)


def _beside_earlier(folder: Path, at: datetime) -> Path:
    """Where what changed goes: into a folder of its own within that of an earlier pack.

    Nothing of that one is touched, and it is plain what is new.
    """
    if not folder.is_dir() or not any(folder.glob(f"{LISTED}*.pdf")):
        return folder
    named = f"{at.astimezone():%Y-%m-%d %H.%M}"
    within, number = folder / named, 2
    while os.path.lexists(within):
        within, number = folder / f"{named} ({number})", number + 1
    return within


@contextmanager
def _fresh(folder: Path) -> Iterator[None]:
    """The folder, made if it is not there; one with something in it is left alone.

    On any failure, Ctrl-C included, it is as it was.
    """
    there = os.path.lexists(folder)
    try:
        _refuse(folder, there=there)
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise ForumDeskError(
            N_("“{path}” could not be written: {reason}. Nothing was changed."),
            path=str(folder),
            reason=error.strerror or str(error),
        ) from error
    try:
        yield
    except BaseException:
        # What somebody put there meanwhile is theirs; the failure itself is to be told.
        with suppress(OSError):
            for made in folder.glob("*.pdf"):
                made.unlink()
            if not there:
                folder.rmdir()
        raise


def _refuse(folder: Path, *, there: bool) -> None:
    """Say why a pack can't be written there; before its sheets are set, which takes a while."""
    if there and not folder.is_dir():
        raise ForumDeskError(
            N_("“{path}” is a file; a pack needs a folder, new or empty. Nothing was written."),
            path=str(folder),
        )
    if there and any(folder.iterdir()):
        raise ForumDeskError(
            N_(
                "There is something in “{path}” already, and a pack needs a folder, new or empty."
                " Nothing was written."
            ),
            path=str(folder),
        )
    if not there and not folder.parent.is_dir():
        raise ForumDeskError(
            N_("There is no folder “{path}”; nothing was written."), path=str(folder.parent)
        )
    if there and not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _tell(pack: Pack, words: Words, *, as_json: bool) -> None:
    from forumdesk.handouts.pack.making import Fate  # noqa: PLC0415 - for packs alone
    from forumdesk.handouts.pack.tickets import list_name  # noqa: PLC0415

    listed = list_name(words)
    if as_json:
        sheets = [_as_json(one, words) for one in pack.outcomes]
        give_json(
            {"path": str(pack.folder), "list": listed, "print": pack.prints, "sheets": sheets}
        )
        return
    for name in pack_files(pack, words):
        say(shown_path(pack.folder / name))
    if unchanged := len(pack.being(Fate.UNCHANGED)):
        say(words.plural("{count} sheet unchanged", "{count} sheets unchanged", unchanged))
    _tell_findings(pack, words)
    complain_of_missing(pack, words)


def _tell_findings(pack: Pack, words: Words) -> None:
    """What is to be looked at: every error with its sheets, and how many things there are more."""
    from forumdesk.domain.desk import Severity  # noqa: PLC0415 - for packs alone
    from forumdesk.handouts.pack.findings import found  # noqa: PLC0415
    from forumdesk.handouts.pack.listing import TOLD  # noqa: PLC0415
    from forumdesk.handouts.pack.tickets import list_name  # noqa: PLC0415

    every = found(pack.outcomes, words)
    errors = [one for one in every if one.severity is Severity.ERROR][:TOLD]
    for one in errors:
        word = words.context(*SEVERITIES[one.severity])
        say(words("{severity}: {text} (sheets {numbers})", **_told(word, one)))
    if count := len(every) - len(errors):
        thing = words.plural("{count} thing to look at", "{count} things to look at", count)
        say(words("{things}: see “{name}”", things=thing, name=list_name(words)))


def _told(severity: str, one: Found) -> dict[str, str]:
    return {"severity": severity, "text": shown(one.text), "numbers": one.numbers}


def complain_of_missing(pack: Pack, words: Words) -> None:
    """Say which sheets are not in a pack, and why."""
    from forumdesk.handouts.pack.making import Fate  # noqa: PLC0415 - for packs alone

    for one in pack.being(Fate.LEFT):
        why = one.why.said(words) if one.why else ""
        complain(words("{sheet} was not made: {why}", sheet=one.ticket.said, why=why))
    for name in pack.unbound:
        complain(words("“{name}” could not be made.", name=name))


def pack_files(pack: Pack, words: Words) -> Iterator[str]:
    """The names of all files of a pack: the list first, what is printed at one go last."""
    from forumdesk.handouts.pack.making import Fate  # noqa: PLC0415 - for packs alone
    from forumdesk.handouts.pack.tickets import list_name  # noqa: PLC0415

    yield list_name(words)
    yield from (one.ticket.name for one in pack.being(Fate.MADE))
    yield from pack.prints


def _as_json(one: Outcome, words: Words) -> dict[str, object]:
    made = one.produced is not None
    return {
        "what": one.ticket.sheet.handout,
        "title": one.ticket.said,
        "state": str(one.fate),
        "file": one.ticket.name if made else None,
        "pages": one.pages,
        "paper": one.paper,
        "copies": one.ticket.sheet.copies,
        "why": one.why.said(words) if one.why else "",
        "problems": [problem_json(problem, words) for problem in one.problems],
    }
