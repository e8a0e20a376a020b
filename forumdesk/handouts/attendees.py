# SPDX-License-Identifier: MIT
"""The stories of lists of people: a table for each group, or one with its groups in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from forumdesk.handouts.content import Wording
from forumdesk.handouts.dress import BADGE_GAP, group_heading, group_row, one_line, own, titled
from forumdesk.handouts.lists import (
    AttendeesContent,
    ListGroup,
    ListHeads,
    ListRow,
    SignInContent,
)
from forumdesk.handouts.story import (
    Bit,
    Column,
    Entries,
    Entry,
    Field,
    Fields,
    Part,
    Rich,
    Words,
    rich,
)
from forumdesk.handouts.text.breaks import NO_BREAK

# The columns in the order in which they stand, each with the field of heads and rows it shows.
_COLUMNS = (
    (Column("list-code", tight=True), "code"),
    (Column("list-name"), "name"),
    (Column("list-office"), "office"),
    (Column("list-organization"), "organization"),
    (Column("list-side", tight=True), "side"),
    (Column("list-place", tight=True), "place"),
    (Column("list-status", tight=True), "status"),
    (Column("list-remark"), "remark"),
)
_SHARED = frozenset({"office", "organization", "side", "status"})
_MOST_KNOWN = 5_000
_SIGNED = (
    (Column("sign-code", tight=True), "code"),
    (Column("sign-in-name"), "name"),
    (Column("sign-in-body"), "organization"),
    (Column("sign-in-office"), "office"),
    (Column("sign-in-signature", firm=True), "signature"),
)


def attendees_head(content: AttendeesContent) -> Part:
    """The title of the list, how many are on it, and in which order."""
    sheet = content.sheet
    subject = one_line(sheet.subject, content.reader)
    top = titled(subject, one_line(sheet.title, sheet.dates, sheet.place))
    note = Words(rich(one_line(content.count, content.note)), "list-note", inline=True, whole=True)
    return Part((top, Entry((note,), before="list-note", keep=True)))


def attendees_story(content: AttendeesContent) -> Part:
    """Group after group."""
    return Part(Entries(partial(_listed, content)))


def _listed(content: AttendeesContent) -> Iterator[Entry]:
    shown = tuple((column, name) for column, name in _COLUMNS if getattr(content.heads, name))
    rows = _Rows(shown)
    if content.inside:
        yield _head(content.heads, shown)
    for group in content.groups:
        if content.inside:
            yield _title_row(group, rows.columns)
        else:
            yield from _title(group)
            yield _head(content.heads, shown)
        made = _together((rows.made(row) for row in group.rows), len(group.rows))
        for n, row in enumerate(made):
            yield replace(row, before="list-close") if content.inside and not n else row


def _together(rows: Iterable[Entry], count: int) -> Iterator[Entry]:
    """Rows of which neither the first two nor the last two are parted by the end of a page."""
    for n, row in enumerate(rows):
        yield replace(row, keep=True) if n in (0, count - 2) and n < count - 1 else row


def _title(group: ListGroup) -> Iterator[Entry]:
    """The heading of a group that is a table of its own."""
    if group.title:
        yield group_heading(group.title, group.anchor, group.count)


def _title_row(group: ListGroup, columns: tuple[Column, ...]) -> Entry:
    """The title of a group inside a table, across it; it stays with the first of the group."""
    number = Bit(f"{NO_BREAK}{NO_BREAK}{len(group.rows):,}", "list-note")
    last = group.title[-1][0]
    said = tuple(
        (tag, (Bit(text), number) if tag == last else (Bit(text),)) for tag, text in group.title
    )
    return group_row((group.anchor, group.title), columns, said)


def _head(heads: ListHeads, shown: tuple[tuple[Column, str], ...]) -> Entry:
    columns = tuple(column for column, _ in shown)
    told = tuple(Field((Words(rich(getattr(heads, name)), "list-head"),)) for _, name in shown)
    fields = Fields(columns, told, head=True)
    return Entry((fields,), pad="list-head", under="rule", tag="TR", keep=True)


class _Rows:
    """Makes the rows of a table. What many of them say, offices and bodies, is made once."""

    def __init__(self, shown: tuple[tuple[Column, str], ...]) -> None:
        self.columns = tuple(column for column, _ in shown)
        self._names = [name for _, name in shown]
        self._known: dict[tuple[object, str], Field] = {}

    def made(self, row: ListRow) -> Entry:
        fields = tuple(self._field(row, name) for name in self._names)
        return Entry((Fields(self.columns, fields),), pad="list-row", rule="hairline", tag="TR")

    def _field(self, row: ListRow, name: str) -> Field:
        if name not in _SHARED:
            return _field(row, name)
        key = (getattr(row, name), _style(row, name))
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            found = self._known[key] = _field(row, name)
        return found


def _field(row: ListRow, name: str) -> Field:
    said = getattr(row, name)
    text = rich((("", said),)) if isinstance(said, str) and said else rich(said or ())
    return Field((Words(text, _style(row, name)),)) if text else Field()


def _style(row: ListRow, name: str) -> str:
    if name == "name":
        return "list-name" if row.named else "list-unnamed"
    if name == "status":
        return "list-marked" if row.marked else "list-text"
    return "list-code" if name in ("code", "place") else "list-text"


def sign_in_story(content: SignInContent) -> Iterator[Part]:
    """A section for each group, that every side has sheets of its own."""
    for group in content.groups:
        yield Part(tuple(_signing(content, group)), own_page=True)


def _signing(content: SignInContent, group: ListGroup) -> Iterator[Entry]:
    sheet, heads = content.sheet, content.heads
    subject = one_line(sheet.subject, group.title)
    top = titled(subject, one_line(sheet.title, sheet.dates, sheet.place))
    yield Entry(
        **{name: getattr(top, name) for name in ("body", "under", "title", "level", "keep", "tag")},
        anchor=group.anchor,
        running=group.title,
    )
    said = Words(rich(one_line(group.count, content.note)), "list-note", inline=True, whole=True)
    told = Words(rich(content.instruction), "list-note", inline=True, whole=True)
    yield Entry((said, told), before="list-note", keep=True)
    columns = tuple(column for column, _ in _SIGNED)
    yield _head(heads, _SIGNED)
    rows = (tuple(_signed(row, name) for _, name in _SIGNED) for row in group.rows)
    made = (_to_sign(Fields(columns, row, least="sign-in-row")) for row in rows)
    yield from _together(made, len(group.rows))
    for _ in range(content.blanks):
        empty = tuple(Field() for _ in columns)
        yield _to_sign(Fields(columns, empty, least="sign-in-row"))


def _to_sign(fields: Fields) -> Entry:
    return Entry((fields,), pad="sign-in-row-pad", under="hairline", tag="TR")


def _signed(row: ListRow, name: str) -> Field:
    if name == "signature":
        return Field()
    if name == "code":
        return Field((Words(rich((("", row.code),)), "sign-code"),)) if row.code else Field()
    if name == "name":
        style = "list-name" if row.named else "list-unnamed"
        return Field((Words(_with_mark(row.name, row.status), style),))
    said: Wording = getattr(row, name)
    return Field((Words(rich(said), "list-text"),)) if said else Field()


def _with_mark(name: Wording, status: Wording) -> Rich:
    """A name, and after it how far the invitation has come where that is not a matter of course."""
    first = name[0][0] if name else ""
    return tuple(
        (
            tag,
            (Bit(text), Bit(BADGE_GAP), Bit(own(status, tag), pill="mark"))
            if status and (tag == first or tag in dict(status))
            else (Bit(text),),
        )
        for tag, text in name
    )
