# SPDX-License-Identifier: MIT
"""The proof: what its sheet says, and the story that is set of it."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Sheet, Wording
from forumdesk.handouts.dress import empty_note, group_row, one_line, titled
from forumdesk.handouts.story import (
    Bit,
    Box,
    Column,
    Element,
    Entry,
    Field,
    Fields,
    Part,
    Words,
    rich,
)


@frozen
class ProofText:
    """A text in one language: ``was`` is how it read before, where it is another one now.

    ``missing``: there is none in this language.
    """

    language: str
    text: str = ""
    was: str = ""
    missing: bool = False


@frozen
class ProofRow:
    """A text in every language under its number; ``of`` says what it is a text of."""

    number: str
    field: Wording
    texts: tuple[ProofText, ...]
    of: Wording = NOTHING
    changed: bool = False


@frozen
class ProofGroup:
    """Texts that are printed together."""

    anchor: str
    title: Wording
    rows: tuple[ProofRow, ...]


@frozen
class ProofContent:
    """Everything that is printed, to be read: ``hosts`` initial each text, and each page's foot.

    ``note`` says what to do, and since when changes are marked; ``nothing`` that there is nothing
    to read.
    """

    sheet: Sheet
    note: Wording
    languages: tuple[tuple[str, str], ...]
    hosts: tuple[Wording, ...]
    what: Wording
    initials: Wording
    missing: Wording
    groups: tuple[ProofGroup, ...]
    nothing: Wording = NOTHING

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return bool(self.nothing)


_NUMBER = Column("proof-number", tight=True)
_WHAT, _TEXT, _BOX = Column("proof-what"), Column("proof-text"), Column("proof-box")
_LINE = "_" * 10


def proof_story(content: ProofContent) -> Iterator[Part]:
    """One table of all groups, its head on every page."""
    sheet = content.sheet
    top = titled(sheet.subject, one_line(sheet.title, sheet.dates, sheet.place))
    note = Words(rich(content.note), "list-note", inline=True, whole=True)
    entries = [top, Entry((note,), before="list-note", keep=True)]
    if content.nothing:
        entries.append(empty_note(content.nothing))
    if content.groups:
        columns = (
            *(_NUMBER, _WHAT),
            *(_TEXT for _ in content.languages),
            *(_BOX for _ in content.hosts),
        )
        entries.append(_head(content, columns))
        for group in content.groups:
            entries.append(group_row((group.anchor, group.title), columns))
            entries += (_row(row, content, columns) for row in group.rows)
    yield Part(tuple(entries))


def foot_of(content: ProofContent) -> str:
    """What every page is initialled at: "Initials   KSIA ______   SIA ______"."""
    first = content.initials[0][1] if content.initials else ""
    names = (host[0][1] for host in content.hosts if host)
    return "   ".join((first, *(f"{name} {_LINE}" for name in names)))


def _head(content: ProofContent, columns: tuple[Column, ...]) -> Entry:
    heads = (
        Field(),
        Field((Words(rich(content.what), "list-head", inline=True),)),
        *(Field((Words(rich((pair,)), "list-head"),)) for pair in content.languages),
        *(Field((Words(rich(host[:1]), "proof-box"),)) for host in content.hosts),
    )
    fields = Fields(columns, heads, head=True)
    return Entry((fields,), pad="list-head", under="rule", tag="TR", keep=True)


def _row(row: ProofRow, content: ProofContent, columns: tuple[Column, ...]) -> Entry:
    what: list[Element] = [Words(rich(row.field), "proof-what", inline=True)]
    if row.of:
        what.append(Words(rich(row.of), "proof-of"))
    fields = (
        Field((Words(rich((("", row.number),)), "proof-number"),)),
        Field(tuple(what)),
        *(Field(tuple(_text(text, content))) for text in row.texts),
        *(Field((Box("proof-box"),)) for _ in content.hosts),
    )
    return Entry(
        (Fields(columns, fields, least="proof-row"),),
        pad="proof-row-pad",
        rule="hairline",
        bar="mark" if row.changed else "",
        tag="TR",
    )


def _text(text: ProofText, content: ProofContent) -> Iterator[Element]:
    if text.missing:
        word = content.missing[0][1] if content.missing else ""
        yield Words((("", (Bit(word, pill="bad"),)),), "proof-text")
    elif text.text:
        yield Words(rich(((text.language, text.text),)), "proof-text")
    if text.was:
        yield Words(rich(((text.language, text.was),)), "proof-was")
