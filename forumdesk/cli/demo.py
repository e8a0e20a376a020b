# SPDX-License-Identifier: MIT
"""``demo``: the sample forum with its handouts, and the window on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from forumdesk.cli.files import forum, latest
from forumdesk.cli.frame import command
from forumdesk.cli.making import removed_on_failure
from forumdesk.cli.packing import complain_of_missing, made_pack, pack_files
from forumdesk.cli.screen import is_seen, obstacle
from forumdesk.cli.speaking import progress, say, shown_path, spoken
from forumdesk.cli.window import show
from forumdesk.domain.comparison import among_all
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition
from forumdesk.domain.packing import Planned, options_written
from forumdesk.domain.words import N_
from forumdesk.handouts.catalogue import HANDOUTS, LETTERS
from forumdesk.handouts.contents.errata import ERRATA
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.naming import file_name

if TYPE_CHECKING:
    from forumdesk.store.forumfile import ForumFile

NAME = "sample.forum"


VARIANTS: tuple[tuple[str, Mapping[str, object]], ...] = (
    ("program", {"arrangement": "columns"}),
    ("program", {"arrangement": "facing"}),
    ("program", {"arrangement": "ko"}),
    ("program", {"arrangement": "en"}),
    ("program", {"paper": "A5"}),
    ("program", {"large_print": True}),
    ("program", {"theme": "ministerial"}),
    ("program", {"theme": "plain"}),
)
"""What the pack of the latest edition shows besides the usual sheets, and one of every other."""
APART = (ERRATA, LETTERS, "certificates")
"""What there is only of an edition that was printed, to be sent, or once it is over."""


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
        write_sample_file(file)
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


def write_sample_file(file: Path) -> None:
    """Write the sample forum to a file, whole or not at all."""
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
    """The handout pack of each edition, in a folder named after it."""
    from forumdesk.handouts.pack.usual import with_planned  # noqa: PLC0415 - for packs alone
    from forumdesk.store.queries import dossier  # noqa: PLC0415 - loaded with the file

    editions = desk.find(Edition)
    imprint = Imprint(at=desk.now())
    with progress() as line:
        for edition in editions:
            of = among_all(desk, dossier(desk, edition.id))
            named = file_name(spoken().text(of.title), ending="pdf").removesuffix(".pdf")
            into = folder / named
            into.mkdir(parents=True, exist_ok=True)
            shown = with_planned(of, _planned(of, whole=edition == latest(editions)))
            pack = made_pack(shown, imprint, into, heed=lambda step: line(step.said))
            line.clear()
            complain_of_missing(pack, spoken())
            yield from (into / name for name in pack_files(pack, spoken()))


def _planned(of: Dossier, *, whole: bool) -> list[Planned]:
    """The usual sheets; with the ``whole`` of what there is after them."""
    from forumdesk.handouts.pack.usual import usual_pack  # noqa: PLC0415 - for packs alone

    usual = list(usual_pack(of))
    if not whole:
        return usual
    shown = {one.handout for one in usual}
    others = (one.name for one in HANDOUTS if one.name not in (*shown, *APART))
    varied = (Planned(name, options_written(asked)) for name, asked in VARIANTS)
    return [*usual, *varied, *map(Planned, others)]
