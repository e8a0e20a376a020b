# SPDX-License-Identifier: MIT
"""The story of the agenda sheet, and how it is made to fit on as few pages as it takes.

Type shrinks first, down to the theme's least size; then declared details go, one after the
other, and the finding says which. Text is never cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from forumdesk.handouts.content import AgendaContent, Detail, Wording
from forumdesk.handouts.content import Entry as Session
from forumdesk.handouts.dress import own, titled
from forumdesk.handouts.program import days
from forumdesk.handouts.story import Bit, Entry, Part, Words

_STEPS = 5  # halvings of the range of type sizes


@dataclass(frozen=True, slots=True)
class Fit:
    """How a sheet was made to fit: type at ``scale``, without the details ``dropped``."""

    scale: float = 1.0
    dropped: tuple[Detail, ...] = ()


def agenda_story(content: AgendaContent, dropped: Sequence[Detail] = ()) -> Iterator[Part]:
    """The sheet without some details: titles, dates and place, then every day."""
    sheet = content.sheet
    of = tuple(
        replace(day, entries=tuple(_without(entry, dropped) for entry in day.entries))
        for day in content.agenda.days
    )
    yield Part((titled(sheet.title, _when(sheet.dates, sheet.place)), *days(of)))
    if content.link:
        link = (("", (Bit(content.link, "", content.link),)),)
        yield Part((Entry((Words(link, "place"),), before="row"),))


def _when(dates: Wording, place: Wording) -> Wording:
    return tuple(
        (language, " · ".join(filter(None, (text, own(place, language)))))
        for language, text in dates or place
    )


def _without(entry: Session, dropped: Sequence[Detail]) -> Session:
    """A session without some details."""
    if Detail.QUOTES in dropped:
        entry = replace(entry, quotes=())
    if Detail.SUMMARY in dropped:
        entry = replace(entry, summary=())
    if Detail.BADGES in dropped:
        entry = replace(entry, badges=())
    if Detail.ORGANIZATION in dropped:
        entry = replace(entry, parts=tuple(replace(p, organization=()) for p in entry.parts))
    if Detail.OFFICE in dropped:
        parts = (replace(p, office=()) if p.name else p for p in entry.parts)
        entry = replace(entry, parts=tuple(parts))
    if Detail.PARTS in dropped:
        entry = replace(entry, parts=())
    items = tuple(_without(item, dropped) for item in entry.items)
    if Detail.ITEM_PARTS in dropped:
        items = tuple(replace(item, parts=()) for item in items)
    return replace(entry, items=items)


def best_fit(pages: Callable[[Fit], int], details: Sequence[Detail], least: float) -> Fit:
    """The largest type and most detail with which a sheet has as few pages as it can have.

    ``pages`` counts them for a fit; ``least`` is the smallest scale of type.
    """
    if pages(Fit()) == 1:
        return Fit()
    fewest = pages(Fit(least, tuple(details)))
    for count in range(len(details) + 1):
        dropped = tuple(details[:count])
        if pages(Fit(least, dropped)) <= fewest:
            return _largest(pages, Fit(least, dropped), fewest)
    return Fit(least, tuple(details))


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
