# SPDX-License-Identifier: MIT
"""``export``: handouts as PDF, and the data for other programs."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from forumdesk.cli.files import EDITION, JSON, edition_named, forum
from forumdesk.cli.frame import Spoken, command
from forumdesk.cli.mailing import export_messages
from forumdesk.cli.problems import problem_json
from forumdesk.cli.speaking import give_json, progress, say, shown, shown_path, spoken
from forumdesk.domain.desk import Desk, ForumDeskError, Problem, Severity
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Words
from forumdesk.handouts.catalogue import (
    FORMATS,
    HANDOUTS,
    DataFormat,
    Handout,
    options_for,
    pdf_name,
    render,
)
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.naming import file_name, write_into, write_whole
from forumdesk.handouts.options import QUESTIONS, Ask, Options, Question, options_from
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.published import as_published, version_shown
from forumdesk.handouts.result import Rendered
from forumdesk.handouts.stale import content_digest, options_kept

DRAFT = Imprint()

if TYPE_CHECKING:
    from forumdesk.store.forumfile import ForumFile

_SQLITE = b"SQLite format 3\0"
_METAVARS = {
    Ask.LANGUAGES: "ko,en",
    Ask.HOST: "ORGANIZATION",
    Ask.ROOM: "ROOM",
    Ask.DAY: "YYYY-MM-DD",
    Ask.THEME: "NAME",
    Ask.COLOR: "#RRGGBB",
    Ask.VERSION: "NAME",
    Ask.PERSON: "NAME",
}


class _Place(click.Path):
    """Where to write. A path that ends as a folder's does names a folder there is."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """The path; raises ``ForumDeskError`` for no path, or a folder that there is not."""
        said = os.fspath(value)
        if not said or (said.endswith(("/", os.sep)) and not os.path.isdir(said)):
            raise ForumDeskError(N_("There is no folder “{path}”; nothing was written."), path=said)
        return super().convert(value, param, ctx)


def with_options(declared: Spoken) -> Spoken:
    """The command with an option for every question a handout asks."""
    declared.params.extend(_option(question) for question in QUESTIONS.values())
    return declared


def _option(question: Question) -> click.Option:
    if question.ask is Ask.SWITCH:
        return click.Option(
            [question.flag, question.name], is_flag=True, default=None, help=question.help
        )
    joint = "," if question.ask is Ask.SEVERAL else "|"
    metavar = _METAVARS.get(question.ask) or joint.join(question.values)
    if question.name == "arrangement":
        metavar = f"LANGUAGE|{metavar}"
    return click.Option([question.flag, question.name], metavar=metavar, help=question.help)


@with_options
@command("export", N_("Write a handout as PDF, or the data for other programs; see --list."))
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.argument("what", required=False)
@click.option("--list", "listing", is_flag=True, help=N_("List everything that can be written."))
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    type=_Place(path_type=Path, allow_dash=True),
    help=N_("The file to write, a folder to write it in, or - for standard output."),
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
    more = {"version": version, "printed": copies}
    _refuse_unknown(
        kind, given | {name: value for name, value in more.items() if value is not None}
    )
    with forum(file, reading=copies is None) as desk, progress() as line:
        line(kind.name)
        if isinstance(kind, DataFormat) and kind.folder:
            of, imprint = State(desk, edition, None).read()
            asked_of = options_from(given, options_for(of))
            export_messages(output, of, asked_of, imprint, as_json=as_json)
            return
        if isinstance(kind, DataFormat):
            exported = Exported(file_name(file.stem, ending=kind.name), DATA[kind.name](desk))
        else:
            exported = _printed(State(desk, edition, version), kind, given)
        target = placed(output, exported.name)
        _write(target, exported.data)
        if copies is not None and exported.note is not None:
            exported.note(desk, copies)
    if target is not None:
        _tell(target, exported, _to_look(file, kind.name, edition), as_json=as_json)


def _write(target: Path | None, data: bytes) -> None:
    if target is None:
        sys.stdout.buffer.write(data)
        return
    _refuse_forum(target)
    if target.exists() and not target.is_file():
        write_into(target, data)
    else:
        write_whole(target.resolve(), data)


def _to_look(file: Path, what: str, edition: str | None) -> str:
    """The command that tells what there is to look at, as a shell takes it."""
    named = ("--edition", edition) if edition is not None else ()
    return shlex.join(["forumdesk", "check", str(file), *named, "--handout", what])


@frozen
class Exported:
    """What is to be written, its name in a folder, its pages, and what to look at in it.

    ``note`` notes in the file that so many copies of it are printed.
    """

    name: str
    data: bytes
    pages: int | None = None
    problems: tuple[Problem, ...] = ()
    note: Callable[[Desk, int], object] | None = None


@frozen
class State:
    """Which state of which edition is meant: of a version by name, or the present."""

    desk: ForumFile
    edition: str | None
    version: str | None

    def read(self) -> tuple[Dossier, Imprint]:
        """The edition in this state; raises ``ForumDeskError`` if there is no such one."""
        from forumdesk.store.queries import dossier  # noqa: PLC0415 - loaded with the file

        of = dossier(self.desk, edition_named(self.desk, self.edition).id)
        if self.version is not None:
            return as_published(of, self.version)
        return of, Imprint(at=self.desk.now())


def _printed(state: State, handout: Handout, given: Mapping[str, object]) -> Exported:
    of, imprint = state.read()
    options = options_from(given, options_for(of))
    _refuse_other_days(of, options.day)
    content = handout.build(of, options, imprint)
    made = render(handout.name, content, options)
    problems = preflight(of, options, handout.name, made)
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
        )

    special = [imprint.version.name] if imprint.version else []
    name = pdf_name(of, handout.name, *special)
    return Exported(name, made.data, made.pages, tuple(problems), note)


def _as_json(desk: ForumFile) -> bytes:
    from forumdesk.store.dump import export_json  # noqa: PLC0415 - loaded with the file

    return export_json(desk).encode()


DATA: Mapping[str, Callable[[ForumFile], bytes]] = {"json": _as_json}


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


def printed(
    dossier: Dossier, handout: Handout, options: Options, imprint: Imprint = DRAFT
) -> Rendered:
    """A handout of an edition, set here and now."""
    return render(handout.name, handout.build(dossier, options, imprint), options)


def placed(output: Path, name: str) -> Path | None:
    """Where to write: the path itself, or the name in a folder; ``None`` is standard output."""
    if str(output) == "-":
        return None
    return output / name if output.is_dir() else output


def _refuse_unknown(kind: Handout | DataFormat, given: Mapping[str, object]) -> None:
    more = ("version", "printed") if isinstance(kind, Handout) else ()
    known = (*kind.options, *more)
    for name, value in given.items():
        option = "--" + name.replace("_", "-")
        if name not in known:
            raise ForumDeskError(
                N_("{what} has no option {option}."), what=kind.name, option=option
            )
        if isinstance(value, str) and not value.strip():
            # An empty variable of a script must not print something else than was meant.
            raise ForumDeskError(N_("{option} can't be “{value}”."), option=option, value=value)


def _refuse_other_days(of: Dossier, day: date | None) -> None:
    if day is not None and day not in of.days:
        raise ForumDeskError(
            N_("There is no day {day} in this edition; there is: {days}."),
            day=day.isoformat(),
            days=", ".join(each.isoformat() for each in of.days) or "–",
        )


def _refuse_forum(target: Path) -> None:
    """Never write over a forum file, this one or another."""
    if target.is_file():
        with target.open("rb") as file:
            if file.read(len(_SQLITE)) == _SQLITE:
                raise ForumDeskError(
                    N_("{path} is a forum file; nothing was written over it."), path=str(target)
                )


def _tell(path: Path, exported: Exported, check: str, *, as_json: bool) -> None:
    words = spoken()
    if as_json:
        problems = [problem_json(problem, words) for problem in exported.problems]
        give_json({"path": str(path), "pages": exported.pages, "problems": problems})
        return
    if exported.pages is None:
        say(shown_path(path))
        return
    pages = words.plural("{count} page", "{count} pages", exported.pages)
    say(f"{shown_path(path)} ({pages})")
    open_ones = [p for p in exported.problems if not p.acknowledged]
    if count := sum(p.severity is not Severity.NOTE for p in open_ones):
        thing = words.plural("{count} thing to look at", "{count} things to look at", count)
        say(f"{thing}: {shown(check)}")


def _list(words: Words, *, as_json: bool) -> None:
    rows = [(one.name, words.context(*one.title), "pdf", one.purpose) for one in HANDOUTS]
    rows += [(one.name, one.title, one.name, one.purpose) for one in FORMATS]
    if as_json:
        keys = ("what", "title", "format", "purpose")
        give_json([dict(zip(keys, (*row[:3], words(row[3])), strict=True)) for row in rows])
        return
    wide = max(len(row[0]) for row in rows)
    for name, _, ending, purpose in rows:
        say(f"{name.ljust(wide)}  {ending.ljust(4)}  {words(purpose)}")
