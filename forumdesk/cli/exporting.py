# SPDX-License-Identifier: MIT
"""``export``: handouts as PDF, and the data for other programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from forumdesk.cli.asking import asked_of, refuse_unknown, with_options
from forumdesk.cli.calendars import CALENDAR, exported_calendar
from forumdesk.cli.commitments import REMINDERS, exported_reminders
from forumdesk.cli.exported import Exported, OutPath, State, placed, write
from forumdesk.cli.files import EDITION, JSON, forum
from forumdesk.cli.frame import command
from forumdesk.cli.listing import LIST_FORMATS, exported_list
from forumdesk.cli.mailing import export_messages
from forumdesk.cli.packing import PACK, export_pack
from forumdesk.cli.posters import parted
from forumdesk.cli.problems import problem_json, problem_line
from forumdesk.cli.programs import PROGRAM_FORMATS, exported_page, exported_program
from forumdesk.cli.speaking import give_json, progress, say, shown_path, spoken
from forumdesk.cli.themes import THEME, exported_theme
from forumdesk.domain.desk import Desk, ForumDeskError, Problem
from forumdesk.domain.words import N_, Words
from forumdesk.handouts.cards.content import printed_cards
from forumdesk.handouts.catalogue import (
    FORMATS,
    HANDOUTS,
    DataFormat,
    Handout,
    options_for,
    pdf_name,
    render,
)
from forumdesk.handouts.contents.booklet import pages_named
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.emptiness import emptiness, with_emptiness
from forumdesk.handouts.naming import file_name
from forumdesk.handouts.options import options_from
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.published import version_shown
from forumdesk.handouts.stale import content_digest, options_kept

DRAFT = Imprint()

if TYPE_CHECKING:
    from forumdesk.store.forumfile import ForumFile


@with_options
@command("export", N_("Write a handout as PDF, or the data for other programs; see --list."))
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.argument("what", required=False)
@click.option("--list", "listing", is_flag=True, help=N_("List everything that can be written."))
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    type=OutPath(path_type=Path, allow_dash=True),
    help=N_(
        "The file to write, a folder to write it in, or - for standard output; for pack and eml"
        " a folder of their own, new or empty."
    ),
)
@click.option(
    "--version", metavar="NAME", help=N_("As it was published under this name; else as it is now.")
)
@click.option(
    "--printed",
    "copies",
    metavar="COPIES",
    type=click.IntRange(1),
    help=N_("Note in the file that so many copies are printed of it."),
)
@click.option(
    "--columns", metavar="COLUMN,…", help=N_("The columns of a list, in order: hangul,office.en,…")
)
@click.option("--vcard", metavar="3.0|4.0", help=N_("The version of vCard that is written."))
@click.option(
    "--series", metavar="S", help=N_("The editions of a series as days, instead of an agenda.")
)
@click.option(
    "--suggested",
    is_flag=True,
    default=None,
    help=N_("With --series: the days that are suggested for the next editions, too."),
)
@click.option("--owner", metavar="NAME", help=N_("Only what this organization or person owes."))
@click.option(
    "--days-before", metavar="14,1", help=N_("How many days before the due day to remind.")
)
@click.option(
    "--tile",
    metavar="A4|Letter|A3|Tabloid",
    help=N_("Part pages that are larger over several sheets of this paper, with marks to cut."),
)
@click.option(
    "--changed",
    is_flag=True,
    default=None,
    help=N_(
        "For pack: only the sheets that changed since they were printed; in the folder of an"
        " earlier pack they come into one of their own."
    ),
)
@EDITION
@JSON
def export_command(
    file: Path | None,
    what: str | None,
    *,
    listing: bool,
    output: Path | None,
    edition: str | None,
    version: str | None,
    copies: int | None,
    columns: str | None,
    vcard: str | None,
    series: str | None,
    tile: str | None,
    as_json: bool,
    **asked: object,
) -> None:
    """Export a handout or a data format."""
    if listing:
        _list(spoken(), as_json=as_json)
        return
    if file is None or what is None or output is None:
        raise ForumDeskError(N_("export needs a FILE, WHAT to write and -o OUT; see --list."))
    given = {name: value for name, value in asked.items() if value is not None}
    if as_json and str(output) == "-":
        raise ForumDeskError(
            N_("--json and -o - exclude each other: both are for standard output.")
        )
    kind = found(what)
    more = {"version": version, "printed": copies, "columns": columns, "vcard": vcard}
    more |= {"series": series, "tile": tile}
    wanted = given | {name: value for name, value in more.items() if value is not None}
    refuse_unknown(kind, wanted)
    noted = copies is not None or kind.name == PACK
    with forum(file, reading=not noted) as desk, progress() as line:
        line(kind.name)
        state = State(desk, edition, version)
        if kind.name == PACK:
            export_pack(state, output, changed="changed" in given, as_json=as_json)
            return
        if isinstance(kind, DataFormat) and kind.folder:
            of, imprint = state.read(everybody=True)
            asked_of = options_from(given, options_for(of))
            export_messages(output, of, asked_of, imprint, as_json=as_json)
            return
        if isinstance(kind, Handout):
            exported = parted(_printed(state, kind, given), tile)
        else:
            exported = _written(state, kind.name, wanted)
        target = placed(output, exported.name)
        exported = replace(exported, problems=(*exported.problems, *write(target, exported)))
        if copies is not None and exported.note is not None:
            exported.note(desk, copies)
    if target is not None:
        _tell(target, exported, as_json=as_json)


def _written(state: State, kind: str, wanted: Mapping[str, object]) -> Exported:
    """What is written in a data format that is one file."""
    if (writer := _WRITERS.get(kind)) is not None:
        return writer(state, wanted)
    if kind in LIST_FORMATS:
        return exported_list(state, kind, wanted)
    if kind in PROGRAM_FORMATS:
        return exported_program(state, kind, wanted)
    name = file_name(state.desk.path.stem, ending=kind)
    return Exported(name, partial(DATA[kind], state.desk))


_WRITERS: Mapping[str, Callable[[State, Mapping[str, object]], Exported]] = {
    "html": exported_page,
    CALENDAR: exported_calendar,
    REMINDERS: exported_reminders,
    THEME: exported_theme,
}


def _printed(state: State, handout: Handout, given: Mapping[str, object]) -> Exported:
    of, options, imprint = asked_of(state, handout, given)
    content = handout.build(of, options, imprint)
    made = render(handout.name, content, options)
    why = emptiness(of, options, handout, content)
    problems = with_emptiness(preflight(of, options, handout.name, made), why, of)
    shown = version_shown(of, content)

    def note(desk: Desk, copies: int) -> None:
        from forumdesk.services.publishing import log_printing  # noqa: PLC0415 - for this alone

        log_printing(
            *(desk, of.edition.id, handout.name),
            version=shown.id if shown else None,
            pages=made.pages,
            copies=copies,
            digest=content_digest(content),
            options=options_kept(options),
            cards=printed_cards(content),
        )

    special = list(pages_named(handout.name, options))
    special += [imprint.version.name] if imprint.version else []
    name = pdf_name(of, handout.name, *special)
    return Exported(name, partial(_put, made.data), made.pages, tuple(problems), note)


def _put(data: bytes, file: BinaryIO) -> Sequence[Problem]:
    file.write(data)
    return ()


def _as_json(desk: ForumFile, file: BinaryIO) -> Sequence[Problem]:
    from forumdesk.store.dump import export_json  # noqa: PLC0415 - loaded with the file

    return _put(export_json(desk).encode(), file)


DATA: Mapping[str, Callable[[ForumFile, BinaryIO], Sequence[Problem]]] = {"json": _as_json}


def found(what: str) -> Handout | DataFormat:
    """The handout or data format of a name; raises ``ForumDeskError`` naming those there are."""
    every: tuple[Handout | DataFormat, ...] = (*HANDOUTS, *FORMATS)
    for one in every:
        if one.name == what:
            return one
    raise ForumDeskError(
        N_("“{what}” can't be written; there are: {names}."),
        what=what,
        names=", ".join(one.name for one in every),
    )


def _tell(path: Path, exported: Exported, *, as_json: bool) -> None:
    words = spoken()
    if as_json:
        problems = [problem_json(problem, words) for problem in exported.problems]
        give_json({"path": str(path), "pages": exported.pages, "problems": problems})
        return
    if exported.pages is None:
        say(shown_path(path))
        for problem in exported.problems:
            say(problem.phrase.said(words))
        return
    pages = words.plural("{count} page", "{count} pages", exported.pages)
    say(f"{shown_path(path)} ({pages})")
    for problem in exported.problems:
        if problem.pressing:
            say(problem_line(problem, words))


def _list(words: Words, *, as_json: bool) -> None:
    rows = [(one.name, words.context(*one.title), "pdf", one.purpose) for one in HANDOUTS]
    rows += [(one.name, one.title, one.ending or one.name, one.purpose) for one in FORMATS]
    if as_json:
        keys = ("what", "title", "format", "purpose")
        give_json([dict(zip(keys, (*row[:3], words(row[3])), strict=True)) for row in rows])
        return
    wide = max(len(row[0]) for row in rows)
    for name, _, ending, purpose in rows:
        say(f"{name.ljust(wide)}  {ending.ljust(4)}  {words(purpose)}")
