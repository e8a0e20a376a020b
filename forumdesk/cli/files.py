# SPDX-License-Identifier: MIT
"""Forum files and editions as they are named on the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from forumdesk.cli.frame import DONE
from forumdesk.cli.speaking import complain, spoken
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.wording import Text, fold
from forumdesk.domain.words import N_

if TYPE_CHECKING:
    from forumdesk.store.forumfile import ForumFile

F = TypeVar("F", bound=Callable[..., Any])

FILE = click.argument("file", type=click.Path(path_type=Path))
EDITION = click.option(
    "--edition",
    metavar="E",
    help=N_(
        "The edition: SERIES/NUMBER, a number if there is one series, or an id."
        " By default the latest."
    ),
)
JSON = click.option(
    "--json", "as_json", is_flag=True, help=N_("Print one JSON value, for scripts.")
)


@contextmanager
def forum(path: Path, *, reading: bool = False) -> Iterator[ForumFile]:
    """A forum file, open for writing; or for ``reading`` alone, even while somebody else has it."""
    refuse_pipe(path)
    # The store is half the time of a start: only commands that read a file wait for it.
    from forumdesk.store.forumfile import ForumFile  # noqa: PLC0415

    with ForumFile.open(path, read_only=reading) as desk:
        if desk.recovered and not reading:
            words = spoken()
            complain(words("the work on {path} had been cut short; it is whole.", path=str(path)))
        if reading:
            yield desk
            return
        before = desk.undoable()
        try:
            yield desk
        finally:
            with suppress(ForumDeskError):
                _note(done=desk.undoable() != before)


def _note(*, done: bool) -> None:
    """Note for whoever is interrupted now whether there is something that stays."""
    context = click.get_current_context(silent=True)
    if context is not None and done:
        context.meta[DONE] = True


def refuse_pipe(path: Path) -> None:
    """Raise ``ForumDeskError`` for what would wait, when opened, for somebody to write to it."""
    if path.is_fifo() or path.is_socket():
        raise ForumDeskError(N_("{path} is a pipe, not a file."), path=str(path))


def edition_named(desk: Desk, selector: str | None) -> Edition:
    """The edition meant by ``SERIES/NUMBER``, a number, an id, or nothing (the latest)."""
    editions = desk.find(Edition)
    if not editions:
        raise ForumDeskError(N_("The file has no edition yet."))
    if selector is None:
        return latest(editions)
    series = {s.id: s for s in desk.find(Series)}
    found = [e for e in editions if _is_meant(selector.strip(), e, series)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(label(series[e.series], e) for e in editions[:12])
    if found:
        message = N_("“{selector}” is several editions; it may be one of: {known}.")
    else:
        message = N_("There is no edition “{selector}”; there is: {known}.")
    raise ForumDeskError(message, selector=selector, known=known)


def edition_to_fill(desk: Desk, selector: str | None) -> Edition:
    """The edition meant, for taking something into it; there may be none so far."""
    if not desk.count(Edition):
        raise ForumDeskError(
            N_("The file has no edition yet; --new-edition makes one. Nothing was changed.")
        )
    return edition_named(desk, selector)


def series_named(desk: Desk, selector: str | None) -> Series:
    """The series meant by a title or short title in any language, an id, or being the only one."""
    every = desk.find(Series)
    found = [s for s in every if selector is None or _is_series(selector, s)]
    if len(found) == 1:
        return found[0]
    if not every:
        raise ForumDeskError(N_("The file has no series yet."))
    known = ", ".join(_short(s).best(("en",)) for s in every[:12])
    if selector is None:
        raise ForumDeskError(N_("Say which series with --series; there is: {known}."), known=known)
    raise ForumDeskError(
        N_("There is no series “{selector}”; there is: {known}."), selector=selector, known=known
    )


def _is_series(selector: str, series: Series) -> bool:
    return selector == series.id or fold(selector) in _names(series)


def latest(editions: list[Edition]) -> Edition:
    """Of each series the one of the highest number; of those the last, open dates coming last."""
    last: dict[str, Edition] = {}
    for edition in sorted(editions, key=lambda e: (e.number or 0, e.first_day or date.max, e.id)):
        last[edition.series] = edition
    return max(last.values(), key=lambda e: (e.first_day or date.max, e.id))


def label(series: Series, edition: Edition) -> str:
    """How an edition is named on the command line: ``SERIES/NUMBER``, or its id."""
    name = _short(series).best(("en",))
    return f"{name}/{edition.number}" if name and edition.number is not None else edition.id


def _short(series: Series) -> Text:
    return series.short or series.title


def _is_meant(selector: str, edition: Edition, series: dict[str, Series]) -> bool:
    if selector == edition.id:
        return True
    name, slash, number = selector.rpartition("/")
    if not number.isdecimal() or edition.number != int(number):
        return False
    return fold(name) in _names(series[edition.series]) if slash else len(series) == 1


def _names(series: Series) -> set[str]:
    return {fold(name) for text in (series.short, series.title) for name in text.values()}
