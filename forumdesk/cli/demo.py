# SPDX-License-Identifier: MIT
"""``demo``: the sample forum with its handouts, and the window on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from forumdesk.cli.exporting import printed
from forumdesk.cli.files import forum, latest
from forumdesk.cli.frame import command
from forumdesk.cli.making import removed_on_failure
from forumdesk.cli.screen import is_seen, obstacle
from forumdesk.cli.speaking import progress, say, shown_path, spoken
from forumdesk.cli.window import show
from forumdesk.domain.comparison import among_all
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.handouts.catalogue import handout, options_for, pdf_name
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.naming import write_whole

if TYPE_CHECKING:
    from forumdesk.store.forumfile import ForumFile

NAME = "sample.forum"


@frozen
class Sheet:
    """A handout of the pack: what it is, what is special about it (in its name), its options."""

    what: str
    special: tuple[str, ...] = ()
    options: Mapping[str, object] = field(default_factory=dict)


EVERY_EDITION = (
    *(Sheet("program"), Sheet("agenda"), Sheet("run-sheet"), Sheet("mc-script")),
    Sheet("attendees"),
    *(Sheet("agreement"), Sheet("signing-table"), Sheet("fact-sheet")),
)
LATEST_EDITION = (
    Sheet("program", ("columns",), {"arrangement": "columns"}),
    Sheet("program", ("facing",), {"arrangement": "facing"}),
    Sheet("program", ("ko",), {"arrangement": "ko"}),
    Sheet("program", ("en",), {"arrangement": "en"}),
    Sheet("program", ("A5",), {"paper": "A5"}),
    Sheet("program", ("large print",), {"large_print": True}),
    Sheet("program", ("ministerial",), {"theme": "ministerial"}),
    Sheet("program", ("plain",), {"theme": "plain"}),
    Sheet("run-sheet", ("client",), {"variant": "client"}),
    *(
        Sheet("sign-in"),
        Sheet("badges"),
        Sheet("name-tents"),
        Sheet("place-cards"),
        Sheet("labels"),
    ),
    *(Sheet("commitments"), Sheet("commitments-by-owner"), Sheet("comparison")),
)
AFTERWARDS = (Sheet("certificates"),)


@command("demo", N_("Write the sample forum and its handouts, and open it in the window."))
@click.option(
    "--into",
    metavar="DIR",
    default="sample-forum",
    type=click.Path(path_type=Path),
    help=N_("The folder to write them into. By default sample-forum."),
)
@click.option("--no-window", is_flag=True, help=N_("Don't open the window."))
def demo_command(*, into: Path, no_window: bool) -> int:
    """Write the sample, then show it."""
    words = spoken()
    file = into / NAME
    into.mkdir(parents=True, exist_ok=True)
    if file.exists():
        say(words("{path} (kept as it is)", path=shown_path(file)))
    else:
        _write_sample(file)
        say(shown_path(file))
    with forum(file, reading=True) as desk:
        for path in _write_handouts(desk, into / "handouts"):
            say(shown_path(path))
    if no_window or not is_seen():
        return 0
    if (reason := obstacle()) is not None:
        say(words("No window was opened. {reason}.", reason=reason))
        return 0
    return show(file)


def _write_sample(file: Path) -> None:
    from forumdesk.services.sample import read_sample, write_sample  # noqa: PLC0415
    from forumdesk.store.forumfile import ForumFile  # noqa: PLC0415 - only when it is missing

    words = spoken()
    sample = read_sample()
    # Under another name until it is whole: half a sample would be kept as it is next time.
    part = file.with_name(f".{file.name}.part")
    part.unlink(missing_ok=True)
    with removed_on_failure(part), progress() as line:
        with ForumFile.create(part) as desk:
            for step in write_sample(desk, sample):
                line(
                    words("Writing the sample: {done} of {total}", done=step.done, total=step.total)
                )
        part.replace(file)


def _write_handouts(desk: ForumFile, folder: Path) -> Iterator[Path]:
    from forumdesk.store.queries import dossier  # noqa: PLC0415 - loaded with the file

    folder.mkdir(exist_ok=True)
    editions = desk.find(Edition)
    imprint = Imprint(at=desk.now())
    with progress() as line:
        for edition in editions:
            of = dossier(desk, edition.id)
            planned = LATEST_EDITION if edition == latest(editions) else ()
            if planned:
                of = among_all(desk, of)
            held = AFTERWARDS if of.check_ins else ()
            for sheet in (*EVERY_EDITION, *mirror(of), *planned, *held):
                line(sheet.what)
                path = _write_sheet(of, sheet, folder, imprint)
                line.clear()
                yield path


def mirror(of: Dossier) -> Iterator[Sheet]:
    """The program in which the second host comes first (alternat)."""
    for host in of.hosts[1:2]:
        body = of.organization[host.organization]
        name = (body.short or body.name).best(("en",))
        yield Sheet("program", (f"{name} first",), {"first_host": body.id})


def _write_sheet(of: Dossier, sheet: Sheet, folder: Path, imprint: Imprint) -> Path:
    kind = handout(sheet.what)
    path = folder / pdf_name(of, kind.name, *sheet.special)
    options = kind.asked(sheet.options, options_for(of))
    write_whole(path, printed(of, kind, options, imprint).data)
    return path
