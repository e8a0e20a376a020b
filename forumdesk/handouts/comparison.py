# SPDX-License-Identifier: MIT
"""The comparison of editions: what its sheet says, and the story that is set of it."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import Sheet, Wording
from forumdesk.handouts.dress import group_row, titled
from forumdesk.handouts.story import Column, Entry, Field, Fields, Part, Words, rich


@frozen
class ComparedHead:
    """What stands over the figures of an edition: its number, where and when it was.

    ``shown``: it is the edition that the sheet is of.
    """

    number: Wording
    place: Wording
    when: Wording
    shown: bool = False


@frozen
class ComparedRow:
    """A line of figures, one for each edition; ``under`` one that tells of the line above it."""

    label: Wording
    figures: tuple[str, ...]
    under: bool = False


@frozen
class ComparedGroup:
    """Lines about the same: the program, everybody, a side."""

    anchor: str
    title: Wording
    rows: tuple[ComparedRow, ...]


@frozen
class ComparisonContent:
    """Editions side by side; ``note`` says who is counted as what."""

    sheet: Sheet
    heads: tuple[ComparedHead, ...]
    groups: tuple[ComparedGroup, ...]
    note: Wording

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return False  # it always has the edition itself


_WHAT, _FIGURE = Column("compare-what"), Column("compare-figure", figures=True)


def comparison_story(content: ComparisonContent) -> Iterator[Part]:
    """A table of all groups, the editions at its head."""
    sheet = content.sheet
    top = titled(sheet.subject, sheet.title)
    columns = (_WHAT, *(_FIGURE for _ in content.heads))
    rows = [_head(content, columns)]
    for group in content.groups:
        rows += _group(group, columns)
    said = Words(rich(content.note), "list-note", whole=True)
    yield Part((top, *rows, Entry((said,), before="list-group")))


def _head(content: ComparisonContent, columns: tuple[Column, ...]) -> Entry:
    over = tuple(Field(tuple(_over(head))) for head in content.heads)
    fields = Fields(columns, (Field(), *over), head=True)
    return Entry(
        (fields,),
        pad="list-head",
        before="list-note",
        under="rule",
        keep=True,
        running=content.sheet.subject,
        tag="TR",
    )


def _over(head: ComparedHead) -> Iterator[Words]:
    style = "compare-here" if head.shown else "compare-edition"
    yield Words(rich(head.number), style)
    for said in (head.place, head.when):
        if said:
            yield Words(rich(said), "compare-when")


def _group(group: ComparedGroup, columns: tuple[Column, ...]) -> Iterator[Entry]:
    yield group_row((group.anchor, group.title), columns, running=False)
    for n, row in enumerate(group.rows):
        style = (
            ("compare-under", "compare-share") if row.under else ("compare-label", "compare-figure")
        )
        words = Words(rich(row.label), style[0], inline=True)
        label = Entry((words,), width="run-indent") if row.under else words
        figures = (Field((Words(rich((("", said),)), style[1]),)) for said in row.figures)
        yield Entry(
            (Fields(columns, (Field((label,)), *figures)),),
            pad="compare-row",
            rule="" if row.under or n == 0 else "hairline",
            tag="TR",
            keep=n < len(group.rows) - 1,
        )
