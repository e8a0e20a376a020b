# SPDX-License-Identifier: MIT
"""The story of the correction slip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from forumdesk.handouts.content import Wording
from forumdesk.handouts.corrections import Correction, CorrectionGroup, ErrataContent, StaleSheets
from forumdesk.handouts.dress import empty_note, languages_of, one_line, own, titled
from forumdesk.handouts.story import Bit, Entry, Part, Rich, Times, Words, rich


def errata_story(content: ErrataContent) -> Iterator[Part]:
    """Its head, what changed, and the sheets that are stale."""
    top = titled(one_line(content.sheet.subject, content.person), content.since)
    entries = [top, *_groups(content.groups)]
    if content.nothing or not content.groups:
        entries.append(empty_note(content.nothing))
    if content.stale:
        entries.append(_stale(content.stale))
    entries[1] = replace(entries[1], rule="")  # the head is ruled below
    yield Part(tuple(entries))


def _groups(groups: Iterable[CorrectionGroup]) -> Iterator[Entry]:
    """Every group, the first of each day under its date."""
    day: Wording = ()
    for group in groups:
        if group.day and group.day != day:
            day = group.day
            date = Words(rich(day), "slip-day", inline=True, keep=True)
            yield Entry((date,), pad="slip-row", rule="hairline", keep=True)
        yield _group(group)


def _group(group: CorrectionGroup) -> Entry:
    """What changed, line by line; a new time alone stands beside the title, said by the rail."""
    lines = group.corrections
    moved = lines[0].was if _only_moved(group) else ()
    title = Words(_titled(group.title, moved), "slip-title", tag="H2", inline=True, keep=not moved)
    said = () if moved else (Words(_said(one), "slip-line", tag="P") for one in lines)
    return Entry(
        (title, *said),
        rail=Times(group.start, group.end, style="slip-time") if group.start else None,
        width="slip-rail",
        pad="slip-row",
        rule="hairline",
    )


def _only_moved(group: CorrectionGroup) -> bool:
    """Whether there is nothing to say but the time before, and a title for it in each language."""
    first = group.corrections[0]
    alone = len(group.corrections) == 1 and first.timed and bool(group.start)
    return alone and languages_of(first.was) == languages_of(group.title)


def _titled(title: Wording, was: Wording) -> Rich:
    """A title, and how it was: "Coffee Break (before: 10:30–10:50)"."""
    return tuple(
        (
            language,
            (
                Bit(own(title, language)),
                *((Bit(f" ({own(was, language)})", "slip-was"),) if was else ()),
            ),
        )
        for language in languages_of(title, was)
    )


def _said(one: Correction) -> Rich:
    """How it is now, and lighter how it was: "Remarks — New time: 09:40 (before: 09:30)"."""
    return tuple(
        (
            language,
            (
                *((Bit(f"{own(one.item, language)} — ", "slip-item"),) if one.item else ()),
                Bit(own(one.now, language), "slip-now"),
                *((Bit(f" ({own(one.was, language)})", "slip-was"),) if one.was else ()),
            ),
        )
        for language in languages_of(one.now)
    )


def _stale(stale: StaleSheets) -> Entry:
    label = Words(rich(stale.label), "label", inline=True, keep=True)
    return Entry(
        (label, Words(rich(_joined(stale.sheets)), "slip-was", inline=True)),
        pad="slip-row",
        rule="rule",
    )


def _joined(texts: tuple[Wording, ...]) -> Wording:
    return one_line(*texts)
