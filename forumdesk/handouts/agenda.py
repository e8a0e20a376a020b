# SPDX-License-Identifier: MIT
"""The story of the agenda sheet, and how it is made to fit on as few pages as it takes.

Type shrinks first, down to the theme's least size; then declared details go, one after the
other, and the finding says which. Text is never cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import groupby

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import AgendaContent, Detail, PartLine, Wording, affiliation
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
_STEPS = 4  # halvings of the range of type sizes


@frozen
class Fit:
    """How a sheet was made to fit: type at ``scale``, without the details ``dropped``."""

    scale: float = 1.0
    dropped: tuple[StrEnum, ...] = ()


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
        badges=() if Detail.BADGES in gone else entry.badges,
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


def best_fit(pages: Callable[[Fit], int], details: Sequence[StrEnum], least: float) -> Fit:
    """The largest type and most detail with which an agenda is on one page, else on one sheet.

    ``pages`` counts them for a fit; ``least`` is the smallest scale of type. Who speaks is no
    detail: people stay, and the agenda takes another page.
    """
    if pages(Fit()) == 1:
        return Fit()
    for goal in (1, 2):
        if fit := _fit(pages, details, (least, goal)):
            return fit
    smallest = Fit(least, tuple(details))
    return _fit(pages, details, (least, pages(smallest))) or smallest


def _fit(
    pages: Callable[[Fit], int], details: Sequence[StrEnum], wanted: tuple[float, int]
) -> Fit | None:
    """With the fewest details left out, the largest type for a least scale and most pages."""
    least, most = wanted
    for count in range(len(details) + 1):
        fit = Fit(least, tuple(details[:count]))
        if pages(fit) <= most:
            return _largest(pages, fit, most)
    return None


def _largest(pages: Callable[[Fit], int], fit: Fit, fewest: int) -> Fit:
    fits, too_large = fit.scale, 1.0
    if pages(replace(fit, scale=too_large)) <= fewest:
        return replace(fit, scale=too_large)
    for _ in range(_STEPS):
        middle = (fits + too_large) / 2
        if pages(replace(fit, scale=middle)) <= fewest:
            fits = middle
        else:
            too_large = middle
    return replace(fit, scale=fits)
