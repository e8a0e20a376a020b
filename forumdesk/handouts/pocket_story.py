# SPDX-License-Identifier: MIT
"""The story of a pocket agenda's inner pages: short rows that are read while walking."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from forumdesk.handouts.content import Badge, BadgeKind, Day, NotesPage, Practical, Wording
from forumdesk.handouts.content import Entry as Session
from forumdesk.handouts.dress import names_of, own, with_badges
from forumdesk.handouts.pocket import PocketContent, PocketDetail
from forumdesk.handouts.story import (
    Bit,
    Element,
    Entry,
    Gap,
    Lines,
    Part,
    Rich,
    Text,
    Times,
    Words,
    rich,
)


def agenda_part(content: PocketContent, dropped: Collection[StrEnum]) -> Part:
    """The days without some details."""
    days = content.agenda.days
    several = len(days) > 1
    entries: list[Entry] = []
    for n, day in enumerate(days):
        entries.append(_day(day, first=n == 0, anchor="" if several else content.agenda.anchor))
        entries += (_session(session, dropped, content.sheet.languages) for session in day.entries)
    if not days:
        entries.append(Entry((Words(rich(content.agenda.heading), "pocket-day", tag="H1"),)))
    return Part(tuple(_alone(entry, dropped) for entry in entries))


def practical_part(practical: Practical) -> Part:
    """What to know, each under its label."""
    entries = [_heading(practical.heading, practical.anchor)]
    for note in practical.notes:
        text = (Text(note.text, "pocket-text"),) if note.text else ()
        entries.append(_note(note.label, *text))
    return Part(tuple(entries), own_page=True)


def notes_part(notes: NotesPage, pages: int) -> Iterator[Part]:
    """Ruled pages to write on."""
    for n in range(pages):
        top = _heading(notes.heading, notes.anchor if n == 0 else "")
        yield Part((top, Entry((Lines("pocket-line"),))), own_page=True)


def back_part(content: PocketContent) -> Part:
    """Which forum it is, whom to call, and who supports it."""
    back, sheet = content.back, content.sheet
    top = Entry(
        (
            Words(rich(back.title), "pocket-title", tag="H1"),
            Gap("pocket-items"),
            Words(rich(sheet.dates), "pocket-place", inline=True, whole=True),
            Words(rich(sheet.place), "pocket-place"),
        ),
        pad="pocket-row",
    )
    notes = (_note(label, Text(text, "pocket-text")) for label, text in back.notes)
    hosts = (
        _note(group.role, *(Words(rich(host.name), "pocket-place") for host in group.hosts))
        for group in content.cover.hosts[1:]  # those in the lead are on the cover
    )
    return Part((top, *notes, *hosts))


def _note(label: Wording, *said: Element) -> Entry:
    head = Words(rich(label), "pocket-label", tag="H2", inline=True, keep=True)
    return Entry((head, *said), pad="pocket-row", rule="hairline")


def _heading(text: Wording, anchor: str) -> Entry:
    return Entry(
        (Words(rich(text), "pocket-day", tag="H1", inline=True, keep=True),),
        under="rule",
        anchor=anchor,
        title=text if anchor else (),
        level=1 if anchor else 0,
        keep=True,
    )


def _day(day: Day, *, first: bool, anchor: str) -> Entry:
    return Entry(
        (Words(rich(day.date), "pocket-day", tag="H1", inline=True, whole=True, keep=True),),
        before="" if first else "pocket-day",
        under="rule",
        anchor=anchor or day.anchor,
        title=day.date,
        level=1,
        need="day-needs",
        keep=True,
        running=day.short or day.date,
    )


def _session(session: Session, dropped: Collection[StrEnum], languages: Sequence[str]) -> Entry:
    """A session: when it begins, what it is; until when, where and who in small type below."""
    quiet = session.quiet
    title = Words(
        _marked(session),
        "pocket-quiet" if quiet else "pocket-title",
        tag="P" if quiet else "H2",
        inline=quiet,
        symbol=session.kind if session.ceremony else "",
    )
    body: list[Element] = [title]
    if place := _place(session, languages):
        body.append(Words(place, "pocket-place", inline=True))
    if PocketDetail.NAMES not in dropped and (names := names_of(session.parts)):
        body.append(Words(names, "pocket-names", inline=True))
    if PocketDetail.ITEMS not in dropped and session.items:
        body.append(Gap("pocket-items"))
        body += (_item(item, dropped) for item in session.items)
    return Entry(
        tuple(body),
        rail=Times(session.start, (), style="pocket-time") if session.start else None,
        width="pocket-rail",
        pad="pocket-quiet" if quiet else "pocket-row",
        rule="" if quiet else "hairline",
        tint="tint" if quiet else "",
        bar=session.track.color if session.track else "",
        anchor=session.anchor,
        title=session.title,
        level=0 if quiet else 2,
        tag="LI",
    )


def _marked(session: Session) -> Rich:
    """A title with for whom alone it is: of all labels the one that no pocket may be without."""
    return with_badges(session.title, _closed(session))


def _closed(session: Session) -> tuple[Badge, ...]:
    return tuple(badge for badge in session.badges if badge.kind is BadgeKind.VISIBILITY)


def _place(session: Session, languages: Sequence[str]) -> Rich:
    """Until when, where, and of which track, in each language; what is alike stands once."""
    end = tuple((tag, f"–{time}") for tag, time in session.end) or session.untimed
    track = session.track.name if session.track else ()
    told = (end, session.room, track)
    own_tags = {language for text in told if len(text) > 1 for language, _ in text}
    lines: list[tuple[str, str]] = []
    for n, language in enumerate(tag for tag in languages if tag in own_tags or not lines):
        texts = (own(text, language) for text in told if len(text) > 1 or n == 0)
        lines.append((language, " · ".join(filter(None, texts))))
    return rich(tuple(line for line in lines if line[1]))


def _item(item: Session, dropped: Collection[StrEnum]) -> Entry:
    """An item in one paragraph: its title, and who does it."""
    names = names_of(item.parts) if PocketDetail.NAMES not in dropped else ()
    said = tuple(
        (language, (*bits, *_who(names, language, alone=n == 0 and len(names) < 2)))
        for n, (language, bits) in enumerate(_marked(item))
    )
    return Entry(
        (Words(said, "pocket-item", inline=True),),
        rail=Times(item.start, (), style="pocket-when") if item.start else None,
        width="pocket-rail",
        anchor=item.anchor,
    )


def _who(names: Rich, language: str, *, alone: bool) -> Iterator[Bit]:
    """The names beside a title; one that is the same in all languages stands once."""
    for tag, bits in names:
        if tag == language or alone:
            yield Bit(" – ", "pocket-names")
            yield from (replace(bit, style="pocket-names") for bit in bits)
            return


def _alone(entry: Entry, dropped: Collection[StrEnum]) -> Entry:
    """A row in the first of its languages alone, where the others are left out."""
    if PocketDetail.SECOND not in dropped:
        return entry
    body: list[Element] = []
    for element in entry.body:
        match element:
            case Words():
                body.append(replace(element, text=element.text[:1]))
            case Entry():
                body.append(_alone(element, dropped))
            case _:
                body.append(element)
    return replace(entry, body=tuple(body), title=entry.title[:1])
