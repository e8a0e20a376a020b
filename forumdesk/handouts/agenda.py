# SPDX-License-Identifier: MIT
"""The story of the agenda sheet, and how it is made to fit on as few pages as it takes.

Type shrinks first, down to the theme's least size; then declared details go, one after the
other, and the finding says which. Text is never cut.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import groupby, pairwise
from math import ceil, sqrt

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
_GUESSED = 3  # sizes from which the next is guessed; after them ranges are halved


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


def best_fit(pages: Callable[[Fit], float], details: Sequence[StrEnum], least: float) -> Fit:
    """The largest type and most detail with which an agenda is on one page, else on one sheet.

    ``pages`` counts them for a fit, the last of them by as much as is filled if that is known:
    sizes are then tried in a better order. ``least`` is the smallest scale of type. Who speaks
    is no detail: people stay, and the agenda takes another page.
    """
    if pages(Fit()) <= 1:
        return Fit()
    most = 1 if pages(Fit(least)) <= 1 else ceil(pages(Fit(least, tuple(details))))
    return _largest(pages, Fit(least, _dropped(pages, details, (least, most))), most)


def _dropped(
    pages: Callable[[Fit], float], details: Sequence[StrEnum], wanted: tuple[float, int]
) -> tuple[StrEnum, ...]:
    """The fewest details to leave out, for a scale and most pages: without all it has so few."""
    least, most = wanted
    if not details or pages(Fit(least)) <= most:
        return ()
    too_few, enough = 0, len(details)
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        if pages(Fit(least, tuple(details[:middle]))) <= most:
            enough = middle
        else:
            too_few = middle
    return tuple(details[:enough])


def _largest(pages: Callable[[Fit], float], fit: Fit, most: int) -> Fit:
    """The same in the largest type with which it takes no more pages."""
    if fit.scale >= 1:
        return fit
    sizes = _sizes(fit.scale)
    known = {0: pages(fit)}
    fits, too_large = 0, len(sizes)
    # How much there is with every detail at full size was asked before: that is known at once.
    at = _likely(sizes, (fits, too_large), known, most) if fit.dropped else too_large - 1
    while True:
        known[at] = pages(replace(fit, scale=sizes[at]))
        fits, too_large = (at, too_large) if known[at] <= most else (fits, at)
        if too_large - fits == 1:
            return replace(fit, scale=sizes[fits])
        at = _likely(sizes, (fits, too_large), known, most)


def _sizes(least: float) -> list[float]:
    sizes = [least, 1.0]
    for _ in range(_STEPS):
        middles = [(one + other) / 2 for one, other in pairwise(sizes)]
        sizes = [size for pair in zip(sizes, middles, strict=False) for size in pair] + sizes[-1:]
    return sizes


def _likely(
    sizes: Sequence[float], between: tuple[int, int], known: Mapping[int, float], most: int
) -> int:
    """Which of the sizes between two is likely the largest that fits."""
    fits, too_large = between
    filled = known[fits]
    if filled == ceil(filled) or len(known) > _GUESSED:
        return (fits + too_large) // 2
    area = sizes[fits] ** 2  # letters grow both ways
    if too_large in known:
        share = (most - filled) / (known[too_large] - filled)
        area += share * (sizes[too_large] ** 2 - area)
    else:
        area *= most / filled
    return min(max(bisect_right(sizes, sqrt(area)) - 1, fits + 1), too_large - 1)
