# SPDX-License-Identifier: MIT
"""The story of the run sheet: a table for each day, quiet rows between the items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forumdesk.handouts.content import Prose, Wording
from forumdesk.handouts.dress import (
    day_heading,
    empty_note,
    one_line,
    parts_list,
    titled,
    with_badges,
)
from forumdesk.handouts.stage import RowKind, RunDay, RunHeads, RunRow, RunSheetContent
from forumdesk.handouts.story import (
    Column,
    Element,
    Entry,
    Field,
    Fields,
    Part,
    Text,
    Words,
    rich,
)

_COLUMNS = (
    Column("run-clock", tight=True),
    Column("run-running", tight=True),
    Column("run-minutes", tight=True),
    Column("run-item"),
    Column("run-who"),
    Column("run-cue"),
    Column("run-responsible"),
)
_TITLES = {RowKind.SESSION: "run-title", RowKind.ITEM: "run-item", RowKind.PART: "run-part"}
_TIMES = {RowKind.SESSION: "run-clock", RowKind.ITEM: "run-time", RowKind.PART: "run-time"}


def run_sheet_story(content: RunSheetContent) -> Iterator[Part]:
    """The head of the sheet, then every day."""
    sheet = content.sheet
    subject = one_line(sheet.subject, content.variant)
    top = titled(subject, one_line(sheet.title, sheet.dates, sheet.place))
    if not content.days:
        yield Part((top, empty_note(content.nothing)))
        return
    columns = tuple(c for c, head in zip(_COLUMNS, _heads(content.heads), strict=True) if head)
    yield Part((top, *(row for day in content.days for row in _day(day, content.heads, columns))))


def _heads(heads: RunHeads) -> tuple[Wording, ...]:
    times = (heads.clock, heads.running, heads.minutes)
    return (*times, heads.item, heads.who, heads.cue, heads.responsible)


def _day(day: RunDay, heads: RunHeads, columns: tuple[Column, ...]) -> Iterator[Entry]:
    yield day_heading(day.date, day.anchor, day.short)
    told = tuple(Field((Words(rich(head), "run-head"),)) for head in _heads(heads) if head)
    yield Entry(
        (Fields(columns, told, head=True),), pad="run-head", under="rule", tag="TR", keep=True
    )
    between = False
    for row in day.rows:
        entry = _row(row, columns)
        # What is called stands with the row it is called for.
        yield replace(entry, rule="") if between else entry
        between = row.kind is RowKind.TRANSITION


def _row(row: RunRow, columns: tuple[Column, ...]) -> Entry:
    if row.kind is RowKind.TRANSITION:
        return _transition(row, columns)
    style = _TIMES[row.kind]
    by_share = {
        "run-clock": Field((Words(rich(row.clock), style),)),
        "run-running": Field(_plain(row.running)),
        "run-minutes": Field(_plain(row.minutes)),
        "run-item": Field(tuple(_item(row))),
        "run-who": Field((parts_list(row.who),) if row.who else ()),
        "run-cue": Field(tuple(_cues(row.cue, row.note))),
        "run-responsible": Field((Words(rich(row.responsible), "run-responsible"),)),
    }
    whole = row.kind is RowKind.SESSION
    return Entry(
        (Fields(columns, tuple(by_share[column.share] for column in columns)),),
        pad="run-row",
        rule="hairline",
        tint="tint" if row.quiet else "",
        bar=row.track.color if row.track else "",
        anchor=row.anchor,
        title=row.title,
        level=3 if whole and not row.quiet else 0,
        tag="TR",
    )


def _plain(text: str) -> tuple[Element, ...]:
    return (Words(rich((("", text),)), "run-time"),) if text else ()


def _item(row: RunRow) -> Iterator[Element]:
    title = Words(with_badges(row.title, row.badges), _TITLES[row.kind], symbol=row.symbol)
    place = one_line(row.room, row.track.name if row.track else ())
    body = (title, Words(rich(place), "place", inline=True)) if place else (title,)
    if row.kind is RowKind.SESSION:
        yield from body
    else:
        yield Entry(body, width="run-indent")


def _cues(cue: Prose, note: Prose) -> Iterator[Element]:
    if cue:
        yield Text(cue, "run-cue")
    if note:
        yield Text(note, "run-note")


def _transition(row: RunRow, columns: tuple[Column, ...]) -> Entry:
    """What is called between two rows, across the columns after the times."""
    times = Field((), span=sum(column.tight for column in columns))
    said = Words(rich(row.title), "run-transition", inline=True)
    across = Field((said,), span=len(columns) - times.span)
    fields = Fields(columns, (times, across))
    return Entry((fields,), pad="run-between", rule="hairline", tag="TR", keep=True)
