# SPDX-License-Identifier: MIT
"""``check``: what is wrong with an agenda, or is to be looked at on a handout of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from forumdesk.cli.asking import asked_of, refuse_unknown, with_options
from forumdesk.cli.exported import State
from forumdesk.cli.files import EDITION, FILE, JSON, edition_named, forum
from forumdesk.cli.frame import command
from forumdesk.cli.problems import problem_json, problem_line
from forumdesk.cli.speaking import give_json, say, shown, spoken
from forumdesk.domain.desk import ForumDeskError, Problem, Severity
from forumdesk.domain.words import N_, Words
from forumdesk.handouts.catalogue import handout as handout_named


@with_options
@command(
    "check",
    N_(
        "Find problems in the agenda; or, with --handout and what could be asked of it, on a sheet."
        " The exit code is 1 if there is an error that nobody has accepted."
    ),
)
@FILE
@EDITION
@click.option(
    "--handout", metavar="WHAT", help=N_("Instead, look at this handout as it would print.")
)
@click.option(
    "--version", metavar="NAME", help=N_("As it was published under this name; else as it is now.")
)
@JSON
def check_command(
    file: Path,
    *,
    edition: str | None,
    handout: str | None,
    version: str | None,
    as_json: bool,
    **asked: object,
) -> int:
    """Check an edition, or one of its handouts."""
    given = {name: value for name, value in asked.items() if value is not None}
    if handout is None and (given or version is not None):
        option = "--" + next(iter({**given, "version": version})).replace("_", "-")
        raise ForumDeskError(
            N_("{option} is asked of a handout: name it with --handout."), option=option
        )
    problems = (
        _of_handout(file, (edition, version), handout, given)
        if handout
        else _of_agenda(file, edition)
    )
    words = spoken()
    if as_json:
        give_json([problem_json(problem, words) for problem in problems])
    else:
        _list(problems, words)
    bad = any(p.severity is Severity.ERROR and not p.acknowledged for p in problems)
    return 1 if bad else 0


def _of_agenda(file: Path, edition: str | None) -> list[Problem]:
    from forumdesk.domain import checks  # noqa: PLC0415 - sheets do without them
    from forumdesk.store import queries  # noqa: PLC0415 - loaded with the file

    with forum(file, reading=True) as desk:
        return checks.run(queries.dossier(desk, edition_named(desk, edition).id))


def _of_handout(
    file: Path, which: tuple[str | None, str | None], what: str, given: Mapping[str, object]
) -> list[Problem]:
    """What there is to look at before a handout is printed; it is set, but not written."""
    from forumdesk.handouts.catalogue import render  # noqa: PLC0415 - the agenda is not set
    from forumdesk.handouts.emptiness import emptiness, with_emptiness  # noqa: PLC0415
    from forumdesk.handouts.preflight import preflight  # noqa: PLC0415

    kind = handout_named(what)
    edition, version = which
    refuse_unknown(kind, given if version is None else {**given, "version": version})
    with forum(file, reading=True) as desk:
        of, options, imprint = asked_of(State(desk, edition, version), kind, given)
    content = kind.build(of, options, imprint)
    found = preflight(of, options, what, render(kind.name, content, options))
    return with_emptiness(found, emptiness(of, options, kind, content), of)


def _list(problems: Sequence[Problem], words: Words) -> None:
    for problem in problems:
        say(problem_line(problem, words))
        for fix in () if problem.acknowledged else problem.fixes:
            say(f"  → {shown(fix.phrase.said(words))}")
    if not problems:
        say(words("No problems."))
