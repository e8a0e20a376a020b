# SPDX-License-Identifier: MIT
"""The story of the agenda sheet, with as much detail as it has room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import groupby

from forumdesk.handouts.content import (
    AgendaContent,
    BadgeKind,
    Detail,
    PartLine,
    Wording,
    affiliation,
)
from forumdesk.handouts.content import Entry as Session
from forumdesk.handouts.contents.setting import once
from forumdesk.handouts.dress import one_line, own, titled
from forumdesk.handouts.program import days
from forumdesk.handouts.story import Bit, Element, Entry, Gap, Pairs, Part, Words

_CLOSE = {
    "row": "row-close",
    "row-quiet": "row-close",
    "item-row": "item-close",
    "day": "day-close",
}


_FIRM = frozenset({BadgeKind.VISIBILITY, BadgeKind.STATUS})
"""Labels that never go: without them people come who are not expected, or to nothing at all."""


def agenda_story(content: AgendaContent, dropped: Sequence[StrEnum] = ()) -> Iterator[Part]:
    """The sheet without some details: titles, dates and place, then every day."""
    sheet = content.sheet
    of = tuple(
        replace(day, entries=tuple(_without(e, dropped, sheet.languages) for e in day.entries))
        for day in content.agenda.days
    )
    top = titled(sheet.title, one_line(sheet.dates, sheet.place))
    yield Part((top, *(compact(entry) for entry in days(of))))
    if content.link:
        link = (("", (Bit(content.link, "", content.link),)),)
        yield Part((Entry((Words(link, "place"),), before="row"),))


def compact(entry: Entry) -> Entry:
    """A row set close: languages on one line where they stand stacked, little white."""
    body: list[Element] = []
    for element in entry.body:
        match element:
            case Words():
                body.append(replace(element, inline=True))
            case Pairs():
                body.append(replace(element, inline=True, both=True))
            case Entry():
                body.append(compact(element))
            case Gap():
                pass
            case _:
                body.append(element)
    return replace(
        entry,
        body=tuple(body),
        pad=_CLOSE.get(entry.pad, entry.pad),
        before=_CLOSE.get(entry.before, entry.before),
    )


def _without(entry: Session, dropped: Sequence[StrEnum], languages: Sequence[str]) -> Session:
    """A session without some details."""
    gone = frozenset(dropped)
    return replace(
        entry,
        quotes=() if Detail.QUOTES in gone else entry.quotes,
        summary=() if Detail.SUMMARY in gone else entry.summary,
        badges=tuple(b for b in entry.badges if b.kind in _FIRM or Detail.BADGES not in gone),
        parts=_people(entry.parts, gone, languages),
        items=tuple(_without(item, dropped, languages) for item in entry.items),
    )


def _people(
    parts: tuple[PartLine, ...], gone: frozenset[StrEnum], languages: Sequence[str]
) -> tuple[PartLine, ...]:
    """Parts without office or body, but where they stand for a name; bare names run in."""
    if Detail.ORGANIZATION in gone:
        parts = tuple(replace(p, organization=()) if p.name else p for p in parts)
    if Detail.OFFICE in gone:
        parts = tuple(replace(p, office=()) if p.name else p for p in parts)
    if not {Detail.ORGANIZATION, Detail.OFFICE} <= gone:
        return parts
    return tuple(_run_in(list(group), languages) for _, group in groupby(parts, _role))


def _role(part: PartLine) -> tuple[str, Wording]:
    return part.key, part.role


def _run_in(parts: list[PartLine], languages: Sequence[str]) -> PartLine:
    """Several who do the same in one line: "Ahn Duck-keun · Gina Raimondo (by video)"."""

    def called(part: PartLine, language: str) -> str:
        name = own(part.name, language) or affiliation(part.office, part.organization, language)[1]
        note = own(part.note, language)
        return f"{name} ({note})" if note else name

    names = once((tag, " · ".join(called(part, tag) for part in parts)) for tag in languages)
    return PartLine(parts[0].key, parts[0].role, names)
