# SPDX-License-Identifier: MIT
"""The story of a speaker's brief: the name large, the day at a glance, every part, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.handouts.briefs import Brief, OwnDay, OwnPart
from forumdesk.handouts.content import PracticalNote, Wording
from forumdesk.handouts.dress import empty_note, one_line, parts_list, with_badges
from forumdesk.handouts.signing import Fact
from forumdesk.handouts.story import (
    DayStrip,
    Element,
    Entry,
    Gap,
    Label,
    Pair,
    Pairs,
    Part,
    Text,
    Times,
    Words,
    rich,
)


def brief_story(brief: Brief) -> Part:
    """A brief, on a page of its own."""
    entries = [_head(brief), _greeting(brief)]
    for day in brief.days:
        entries += _day(day, several=len(brief.days) > 1)
    entries += _foot(brief)
    return Part(tuple(entries), own_page=True)


def nothing_story(subject: Wording, nothing: Wording) -> Part:
    """What stands on the sheet where nobody has a part."""
    head = Words(rich(subject), "section", tag="H1", keep=True)
    return Part((Entry((head,), under="rule"), empty_note(nothing)))


def _head(brief: Brief) -> Entry:
    return Entry(
        (
            Words(rich(brief.subject), "brief-kind", inline=True, keep=True),
            Words(rich(brief.name), "brief-name", tag="H1", keep=True),
            Words(rich(brief.affiliation), "brief-office", inline=True, keep=True),
        ),
        under="rule",
        anchor=brief.anchor,
        title=brief.name,
        level=1,
        keep=True,
        running=brief.name,
    )


def _greeting(brief: Brief) -> Entry:
    greeting = Words(rich(brief.greeting), "brief-greeting", inline=True, keep=True)
    return Entry((greeting, Gap("part"), Words(rich(brief.intro), "text")), pad="row")


def _day(day: OwnDay, *, several: bool) -> Iterator[Entry]:
    body: list[Element] = [Words(rich(day.date), "brief-day", tag="H2", inline=True, keep=True)]
    if day.bar:
        body += [Gap("brief-strip"), DayStrip(day.bar)]
    yield Entry(tuple(body), before="brief-day", keep=True, need="list-needs" if several else "")
    for part in day.parts:
        yield _part(part)


def _part(part: OwnPart) -> Entry:
    title = Words(
        with_badges(part.role, part.badges), "brief-role", tag="H3", inline=True, keep=True
    )
    body: list[Element] = [title]
    if part.title:
        body.append(Words(rich(part.title), "brief-title", keep=True))
    body.append(Gap("brief-line"))
    if part.come_by:
        body.append(_pairs((part.come_by,), "brief-come"))
    if part.facts:
        body.append(_pairs(part.facts, "brief-fact"))
    if part.company:
        company = parts_list(part.company)
        body += [
            Gap("part"),
            Words(rich(part.with_label), "brief-with", inline=True, keep=True),
            company,
        ]
    times = Times(part.start, part.end, part.open_end, "brief-time") if part.start else None
    return Entry(
        tuple(body),
        rail=times,
        width="brief-rail",
        pad="brief-part",
        rule="hairline",
        anchor=part.anchor,
        title=one_line(part.role, part.title),
        level=2,
    )


def _pairs(facts: tuple[Fact, ...], style: str) -> Pairs:
    """Facts as a list: the labels in the reader's own language, the facts in all."""
    pairs = tuple(
        Pair(rich(fact.label) if not n else (), rich(line))
        for fact in facts
        for n, line in enumerate(fact.lines)
        if line
    )
    return Pairs(pairs, "brief-label", style, inline=True)


def _foot(brief: Brief) -> Iterator[Entry]:
    """What to know on site, and whom to call."""
    if brief.practical:
        yield Entry(
            (Words(rich(brief.practical_label), "brief-day", tag="H2", inline=True, keep=True),),
            before="brief-day",
            keep=True,
        )
    for note in brief.practical:
        yield note_entry(note)
    if brief.contact:
        yield note_entry(brief.contact, tint="tint")


def note_entry(note: PracticalNote, *, tint: str = "") -> Entry:
    """A label in the rail and what there is to know beside it."""
    body: list[Element] = [Text(note.text)]
    if note.link:
        link = tuple((tag, note.link) for tag, _ in note.text[:1])
        body.append(Words(rich(link, "link", link=note.link), "link"))
    return Entry(
        tuple(body),
        rail=Label(rich(note.label), "label"),
        width="brief-rail",
        pad="row-close",
        rule="" if tint else "hairline",
        before="row" if tint else "",
        tint=tint,
    )
