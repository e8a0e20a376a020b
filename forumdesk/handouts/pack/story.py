# SPDX-License-Identifier: MIT
"""The story of the list of a pack: figures, a row for each file, the paper, what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.handouts.content import Wording
from forumdesk.handouts.dress import empty_note, group_heading, one_line, titled
from forumdesk.handouts.pack.content import (
    MissingGroup,
    NotedGroup,
    PackFigure,
    PackListContent,
    PackRow,
    PaperTotal,
)
from forumdesk.handouts.story import Bit, Column, Element, Entry, Field, Fields, Part, Words, rich

_NUMBER = Column("pack-number", tight=True)
_TITLE, _FOR, _PAPER = Column("pack-title"), Column("pack-for"), Column("pack-paper")
_COUNTS = tuple(
    Column(f"pack-{name}", tight=True, figures=True)
    for name in ("pages", "copies", "single", "duplex")
)
_TICK = Column("pack-tick", tight=True, figures=True)
_FILES = (_NUMBER, _TITLE, _FOR, _PAPER, *_COUNTS, _TICK)
_PAPERS = (Column("pack-total"), *_COUNTS[1:])
_MISSING = (_NUMBER, Column("pack-missing"), Column("pack-why"))
_NOTED = (Column("pack-noted"), Column("pack-on"))
_BOX = "□"


def pack_story(content: PackListContent) -> Iterator[Part]:
    """The whole list."""
    sheet = content.sheet
    entries = [titled(sheet.subject, one_line(sheet.title, sheet.dates, sheet.place))]
    if content.figures:
        entries.append(_figures(content.figures))
    if content.nothing:
        entries.append(empty_note(content.nothing))
    if content.rows:
        entries += _files(content)
        entries += _prints(content)
        entries += _papers(content)
    for noted in content.noted:
        entries += _noted(noted)
    for group in content.groups:
        entries += _group(group)
    yield Part(tuple(entries))


def _figures(figures: tuple[PackFigure, ...]) -> Entry:
    columns = tuple(Column("figure") for _ in figures)
    fields = tuple(
        Field((_count(one.count, "figure"), Words(rich(one.word), "figure-word")))
        for one in figures
    )
    return Entry((Fields(columns, fields),), before="list-group", pad="list-row", tag="TR")


def _files(content: PackListContent) -> Iterator[Entry]:
    heads = content.heads
    words = (heads.pages, heads.copies, heads.single, heads.duplex)
    told = [_head(heads.number), _head(heads.title), _head(heads.audience), _head(heads.paper)]
    counts = [_head(word, "pack-head-count") for word in words]
    fields = Fields(_FILES, (*told, *counts, Field()), head=True)
    yield Entry(
        (fields,),
        pad="list-head",
        before="list-note",
        under="rule",
        keep=True,
        tag="TR",
        running=content.sheet.subject,
    )
    last = len(content.rows) - 1
    for n, row in enumerate(content.rows):
        yield Entry((_file(row),), pad="list-row", rule="hairline", tag="TR", keep=n >= last - 1)
    yield Entry((Words(rich(content.note), "list-note"),), before="list-note")


def _file(row: PackRow) -> Fields:
    title: list[Element] = [Words(rich(row.title), "list-name")]
    if row.detail:
        title.append(Words(rich(row.detail), "list-text"))
    paper = (Words(rich(one_line(row.paper, row.ink)), "list-text"),)
    counts = (row.pages, row.copies, row.single, row.duplex)
    fields = (
        Field((Words(_bare(row.number), "list-code"),)),
        Field(tuple(title)),
        Field((Words(rich(row.audience), "list-text"),)),
        Field(paper),
        *(Field((_count(count, "pack-count"),)) for count in counts),
        Field((Words(_bare(_BOX), "pack-tick"),)),
    )
    return Fields(_FILES, fields)


def _prints(content: PackListContent) -> Iterator[Entry]:
    """What is printed at one go, and how."""
    heads = content.heads
    if content.prints:
        yield group_heading(heads.together, "pack-print", ())
        told = (_head(heads.files, "pack-head-count"), Field())
        fields = (Field(), *told, _head(heads.duplex, "pack-head-count"))
        row = Fields(_PAPERS, fields, head=True)
        yield Entry((row,), pad="list-head", under="rule", keep=True, tag="TR")
    for one in content.prints:
        name: list[Element] = [Words(rich(one.name), "list-name")]
        if one.detail:
            name.append(Words(rich(one.detail), "list-text"))
        files, sheets = (Field((_count(n, "pack-count"),)) for n in (one.files, one.sheets))
        fields = (Field(tuple(name)), files, Field(), sheets)
        row = Fields(_PAPERS, fields)
        yield Entry((row,), pad="list-row", rule="hairline", tag="TR", keep=True)
    if content.printing:
        yield Entry((Words(rich(content.printing), "list-note"),), before="list-note")


def _papers(content: PackListContent) -> Iterator[Entry]:
    heads = content.heads
    yield group_heading(heads.totals, "pack-paper", ())
    words = (heads.files, heads.single, heads.duplex)
    told = tuple(_head(word, "pack-head-count") for word in words)
    fields = Fields(_PAPERS, (_head(heads.paper), *told), head=True)
    yield Entry((fields,), pad="list-head", under="rule", keep=True, tag="TR")
    for n, total in enumerate(content.totals):
        keep = n < len(content.totals) - 1
        yield Entry((_total(total),), pad="list-row", rule="hairline", tag="TR", keep=keep)


def _total(total: PaperTotal) -> Fields:
    counts = (total.files, total.single, total.duplex)
    return Fields(
        _PAPERS,
        (
            Field((Words(rich(total.paper), "list-name"),)),
            *(Field((_count(count, "pack-count"),)) for count in counts),
        ),
    )


def _group(group: MissingGroup) -> Iterator[Entry]:
    yield group_heading(group.title, group.anchor, ())
    for one in group.missing:
        title: list[Element] = [Words(rich(one.title), "list-name")]
        if one.detail:
            title.append(Words(rich(one.detail), "list-text"))
        fields = (
            Field((Words(_bare(one.number), "list-code"),)),
            Field(tuple(title)),
            Field((Words(rich(one.why), "list-text"),)),
        )
        yield Entry((Fields(_MISSING, fields),), pad="list-row", rule="hairline", tag="TR")


def _noted(group: NotedGroup) -> Iterator[Entry]:
    yield group_heading(group.title, group.anchor, ())
    fields = Fields(_NOTED, (Field(), _head(group.head)), head=True)
    yield Entry((fields,), pad="list-head", under="rule", keep=True, tag="TR")
    for one in group.noted:
        fields = Fields(
            _NOTED,
            (
                Field((Words(rich(one.text), "list-text"),)),
                Field((Words(_bare(one.on), "list-code"),)),
            ),
        )
        yield Entry((fields,), pad="list-row", rule="hairline", tag="TR")


def _head(said: Wording, style: str = "list-head") -> Field:
    return Field((Words(rich(said), style),))


def _count(count: int, style: str) -> Words:
    return Words(_bare(f"{count:,}"), style)


def _bare(text: str) -> tuple[tuple[str, tuple[Bit, ...]], ...]:
    return (("", (Bit(text),)),)
