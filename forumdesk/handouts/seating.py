# SPDX-License-Identifier: MIT
"""Setting seating plans: each drawn to the width of the page, the lists below or on the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forumdesk.handouts.cards.fitting import Fitter
from forumdesk.handouts.content import Wording
from forumdesk.handouts.document import Document, Look, Printed
from forumdesk.handouts.dress import empty_note, titled
from forumdesk.handouts.flow.boxes import depth_of
from forumdesk.handouts.seat_drawing import Drawing
from forumdesk.handouts.seat_lists import found_strips, table_strips
from forumdesk.handouts.seated import SeatGroup, SeatingContent, SeatingHeads, SeatingPlan, SeatRow
from forumdesk.handouts.story import (
    Column,
    Element,
    Entry,
    Field,
    Fields,
    Gap,
    Part,
    Text,
    Words,
    rich,
)


def seating_printed(content: SeatingContent, look: Look) -> Printed:
    """Plan after plan; without any, a page that says so."""
    document = Document(content.sheet, look)
    fitter = Fitter(document.theme.floor)
    overflowing: list[tuple[str, str]] = []
    for plan in content.plans:
        overflowing += _plan(document, content, plan, fitter)
    if not content.plans:
        nothing = empty_note(content.nothing)
        document.add([Part((titled(content.sheet.subject, content.sheet.title), nothing))])
    return replace(document.printed(), overflowing=tuple(overflowing))


def _plan(
    document: Document, content: SeatingContent, plan: SeatingPlan, fitter: Fitter
) -> list[tuple[str, str]]:
    """A plan with its lists; which names do not fit their fields."""
    head = Part((_head(content, plan),), own_page=True)
    strips = document.composer.part(head, document.root)
    document.place(strips)
    used = depth_of(strips)
    depth = document.theme.frame.depth - used
    drawing = Drawing(document, content.heads, plan, fitter)
    overflowing = drawing.overflowing
    if plan.parts and not drawing.fits(plan.room, depth):
        # With fewer tables on a page, everybody is named in every language.
        for n, room in enumerate(plan.parts):
            if n:
                again = replace(_head(content, plan), anchor="", level=0)
                document.add([Part((again,), own_page=True)])
            document.place(drawing.strips(room, depth))
    else:
        document.place(drawing.strips(plan.room, depth))
    document.add([Part(tuple(_notes(plan)))])
    if plan.wide:
        document.add([Part(tuple(_list(content.heads, plan)))])
        return overflowing
    for title, made in (
        (content.heads.by_table, table_strips(document, plan)),
        (content.heads.by_name, found_strips(document, plan)),
    ):
        if made:
            document.add([Part((_page_head(content, plan, title),), own_page=True)])
            document.place(made)
    return overflowing


def _head(content: SeatingContent, plan: SeatingPlan) -> Entry:
    body: list[Element] = [
        Words(rich(content.sheet.subject), "ordinal", inline=True, keep=True),
        Words(rich(plan.title), "section", tag="H1", inline=True, whole=True, keep=True),
    ]
    if plan.when:
        body.append(Words(rich(plan.when), "sheet-when", inline=True, whole=True, keep=True))
    if not plan.groups:
        body.append(Words(rich(content.heads.empty), "text", inline=True))
    return Entry(
        tuple(body),
        under="rule",
        anchor=plan.anchor,
        title=plan.title,
        level=1,
        keep=True,
        running=content.sheet.subject,
    )


def _page_head(content: SeatingContent, plan: SeatingPlan, title: Wording) -> Entry:
    """The head of a list on a page of its own."""
    return Entry(
        (
            Words(rich(plan.title), "ordinal", inline=True, keep=True),
            Words(rich(title), "section", tag="H2", inline=True, whole=True, keep=True),
        ),
        under="rule",
        anchor=f"{plan.anchor}-{'tables' if title is content.heads.by_table else 'names'}",
        title=title,
        level=2,
        keep=True,
        running=content.sheet.subject,
    )


def _notes(plan: SeatingPlan) -> Iterator[Entry]:
    if plan.notes:
        yield Entry((Text(plan.notes, "seating-text"),), before="seating-gap")


# -- the list under a head table or a bilateral one ---------------------------------------------

_COLUMNS = (
    (Column("seating-number", tight=True), "number"),
    (Column("seating-name"), "name"),
    (Column("seating-position"), "position"),
    (Column("seating-side", tight=True), "side"),
)


def _list(heads: SeatingHeads, plan: SeatingPlan) -> Iterator[Entry]:
    """Who sits where, from left to right as the plan shows it."""
    if not plan.groups:
        return
    told = any(row.side for group in plan.groups for row in group.rows)
    shown = _COLUMNS if told else _COLUMNS[:-1]
    for group in plan.groups:
        yield _heading(group.title)
        columns = tuple(column for column, _ in shown)
        names = tuple(
            Field((Words(rich(getattr(heads, name)), "list-head", inline=True),))
            if name != "number"
            else Field()
            for _, name in shown
        )
        yield Entry(
            (Fields(columns, names, head=True),), pad="list-head", under="rule", tag="TR", keep=True
        )
        yield from _rows(group, shown)


def _heading(text: Wording) -> Entry:
    return Entry(
        (Words(rich(text), "seating-group", tag="H2", inline=True, keep=True), Gap("part")),
        before="seating-gap",
        keep=True,
    )


def _rows(group: SeatGroup, shown: tuple[tuple[Column, str], ...]) -> Iterator[Entry]:
    columns = tuple(column for column, _ in shown)
    for n, row in enumerate(group.rows):
        fields = Fields(columns, tuple(_field(row, name) for _, name in shown))
        keep = n in (0, len(group.rows) - 2) and n < len(group.rows) - 1
        yield Entry((fields,), pad="list-row", rule="hairline", tag="TR", keep=keep)


def _field(row: SeatRow, name: str) -> Field:
    if name == "number":
        return Field((Words(rich((("", row.number),)), "list-code"),))
    if name == "name":
        style = "list-name" if row.named else "list-unnamed"
        return Field((Words(rich(row.name), style, inline=True),)) if row.name else Field()
    # A side is told in every language by the legend.
    text = row.side[:1] if name == "side" else row.position
    return Field((Words(rich(text), "list-text", inline=True, whole=True),)) if text else Field()
