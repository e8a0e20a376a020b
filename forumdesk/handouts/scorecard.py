# SPDX-License-Identifier: MIT
"""The stories of sheets on commitments: figures and a row for each; a page for each owner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forumdesk.handouts.dress import (
    BADGE_GAP,
    empty_note,
    group_heading,
    one_line,
    own,
    status_ink,
    titled,
)
from forumdesk.handouts.outcomes import Promise, PromiseLabels
from forumdesk.handouts.promised import (
    Figure,
    OwnerPage,
    OwnersContent,
    PromiseGroup,
    ScorecardContent,
)
from forumdesk.handouts.story import (
    Bit,
    Column,
    Element,
    Entry,
    Field,
    Fields,
    Gap,
    Label,
    Meter,
    Pair,
    Pairs,
    Part,
    Rich,
    Text,
    Words,
    rich,
)

_FIGURE = "figure"


def promise_entry(promise: Promise, labels: PromiseLabels, *, keep: bool = False) -> Entry:
    """A commitment as a row: when it is due, what, how it stands, who, and what was heard.

    ``keep``: the end of it stays with what comes next.
    """
    body: list[Element] = [Words(_with_status(promise), "aim", tag="H3", keep=True)]
    if promise.text:
        body += [Gap("part"), Text(promise.text)]
    details = [Pair(rich(labels.owner), rich(promise.owners))] if promise.owners else []
    if promise.origin:
        details.append(Pair(rich(labels.origin), rich(promise.origin)))
    for report in promise.reports:
        details.append(Pair(rich(report.when), rich(report.text)))
        if report.evidence:
            details.append(Pair((), (("", (Bit(report.evidence, "part-note"),)),)))
    if details:
        body += [Gap("part"), Pairs(tuple(details), "role", "part", share="role-date")]
    return Entry(
        tuple(body),
        rail=Label(rich(promise.due), "due"),
        width="rail",
        pad="row",
        rule="hairline",
        anchor=promise.anchor,
        keep=keep,
        tag="LI",
    )


def _with_status(promise: Promise) -> Rich:
    """The title, and how it stands as a word on a field behind it."""

    def status(language: str) -> tuple[Bit, ...]:
        said = own(promise.status, language)
        return (Bit(BADGE_GAP), Bit(said, pill=status_ink(promise.key))) if said else ()

    return tuple((language, (Bit(text), *status(language))) for language, text in promise.title)


# -- the scorecard ------------------------------------------------------------------------------


def scorecard_story(content: ScorecardContent) -> Iterator[Part]:
    """The title, the figures, and group after group."""
    sheet = content.sheet
    top = titled(content.heading, one_line(sheet.title, sheet.dates, sheet.place))
    entries = [top]
    if content.note:
        said = Words(rich(content.note), "list-note", inline=True, whole=True)
        entries.append(Entry((said,), before="list-note", keep=True))
    if content.figures:
        entries += _figures(content.figures)
    if content.nothing:
        entries.append(empty_note(content.nothing))
    for group in content.groups:
        entries += _group(group, content.labels)
    yield Part(tuple(entries))


def _figures(figures: tuple[Figure, ...]) -> Iterator[Entry]:
    """A thin bar of what stands how, and below it the same in figures and words."""
    parts = tuple((figure.count, status_ink(figure.key)) for figure in figures if figure.count)
    yield Entry((Meter(parts, "meter"),), before="list-group", keep=True)
    columns = tuple(Column(_FIGURE) for _ in figures)
    fields = tuple(
        Field(
            (
                Words((("", (Bit(str(figure.count)),)),), _FIGURE),
                Words(rich(figure.word), "figure-word"),
            )
        )
        for figure in figures
    )
    yield Entry((Fields(columns, fields),), pad="list-row", tag="TR")


def _group(group: PromiseGroup, labels: PromiseLabels) -> Iterator[Entry]:
    if group.title:
        yield group_heading(group.title, group.anchor, group.count)
    for promise in group.promises:
        yield replace(promise_entry(promise, labels), within=group.title)


# -- a page for each owner ----------------------------------------------------------------------


def owners_story(content: OwnersContent) -> Iterator[Part]:
    """A section for each owner, on pages of its own."""
    for page in content.pages:
        yield Part(tuple(_owner(content, page)), own_page=True)
    if not content.pages:
        sheet = content.sheet
        top = titled(sheet.subject, one_line(sheet.title, sheet.dates, sheet.place))
        nothing = empty_note(content.nothing)
        yield Part((top, nothing))


def _owner(content: OwnersContent, page: OwnerPage) -> Iterator[Entry]:
    sheet = content.sheet
    top = titled(page.owner, one_line(sheet.title, sheet.dates, sheet.place))
    yield Entry(
        **{name: getattr(top, name) for name in ("body", "under", "title", "level", "keep", "tag")},
        anchor=page.anchor,
        running=page.owner,
    )
    yield Entry((Text(content.intro),), pad="row", keep=True)
    for promise in page.promises:
        yield replace(promise_entry(promise, content.labels, keep=True), within=page.owner)
        yield from _answer(content)


def _answer(content: OwnersContent) -> Iterator[Entry]:
    """Room for an answer: a line to write on beside each word of what is asked."""
    half = Fields((Column("answer-line"),), (Field(),), least="answer-row")
    for n, asked in enumerate(content.fields):
        yield Entry(
            (half, half),
            rail=Label(rich(asked), "list-note"),
            width="rail",
            pad="sign-in-row-pad",
            under="hairline",
            keep=n < len(content.fields) - 1,
        )
