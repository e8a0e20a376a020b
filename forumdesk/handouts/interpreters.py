# SPDX-License-Identifier: MIT
"""The story of the sheet for interpreters: a table for each day, then the terms side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forumdesk.handouts.booth import (
    BoothDay,
    BoothHeads,
    BoothSession,
    BoothSpeaker,
    Called,
    InterpretersContent,
    TermRow,
    Terms,
    TextState,
)
from forumdesk.handouts.content import Wording
from forumdesk.handouts.dress import day_heading, empty_note, heading, one_line, titled, with_badges
from forumdesk.handouts.speaker_brief import note_entry
from forumdesk.handouts.story import (
    Bit,
    Column,
    Element,
    Entry,
    Field,
    Fields,
    Part,
    Rich,
    Words,
    rich,
)

_COLUMNS = (
    Column("booth-clock", tight=True),
    Column("booth-what"),
    Column("booth-floor"),
    Column("booth-minutes", tight=True, figures=True),
    Column("booth-text"),
)
_TICKED = {TextState.RECEIVED: "box-ticked", TextState.AWAITED: "box"}
_BETWEEN = "\u00a0\u00a0"


def interpreters_story(content: InterpretersContent) -> Iterator[Part]:
    """The head of the sheet, every day, the terms, and whom to call."""
    sheet = content.sheet
    entries = [titled(sheet.subject, one_line(sheet.title, sheet.dates, sheet.place))]
    if content.count:
        note = Words(rich(content.count), "list-note", inline=True, whole=True)
        entries.append(Entry((note,), before="list-note", keep=True))
    if content.contact:
        entries.append(note_entry(content.contact, tint="tint"))
    for day in content.days:
        entries += _day(day, content.heads)
    if not content.days:
        entries.append(empty_note(content.nothing))
    yield Part(tuple(entries))
    if content.terms:
        yield Part(tuple(_terms(content.terms)))


def _day(day: BoothDay, heads: BoothHeads) -> Iterator[Entry]:
    yield day_heading(day.date, day.anchor, day.short)
    named = (heads.clock, heads.what, heads.floor, heads.minutes)
    boxed = Entry((Words(rich(heads.text), "run-head"),), width="booth-box")
    yield _head(_COLUMNS, named, Field((boxed,)))
    for session in day.sessions:
        yield _session(session, heads)
        for speaker in session.speakers:
            yield replace(_speaker(speaker, heads), within=session.title)


def _head(columns: tuple[Column, ...], heads: tuple[Wording, ...], *more: Field) -> Entry:
    told = tuple(Field((Words(rich(head), "run-head"),) if head else ()) for head in heads)
    fields = Fields(columns, (*told, *more), head=True)
    return Entry((fields,), pad="run-head", under="rule", tag="TR", keep=True)


def _session(session: BoothSession, heads: BoothHeads) -> Entry:
    style = "run-item" if session.within or session.quiet else "run-title"
    what: list[Element] = [Words(with_badges(session.title, session.badges), style)]
    if session.room:
        what.append(Words(rich(session.room), "place", inline=True))
    if session.interpreters:
        named = one_line(heads.interpreters, session.interpreters)
        what.append(Words(rich(named), "booth-named", inline=True))
    floor: list[Element] = []
    if session.floor:
        floor.append(Words(rich(session.floor), "booth-floor", inline=True))
    if session.channel:
        floor.append(Words(rich(session.channel), "booth-channel", inline=True))
    clock = "run-time" if session.within or session.quiet else "run-clock"
    return Entry(
        (
            Fields(
                _COLUMNS,
                (
                    Field((Words(rich(session.clock), clock),) if session.clock else ()),
                    Field(tuple(what)),
                    Field(tuple(floor)),
                    _figure(session.minutes),
                    Field(),
                ),
            ),
        ),
        pad="booth-row",
        rule="hairline",
        tint="tint" if session.quiet else "",
        anchor=session.anchor,
        title=session.title,
        level=0 if session.within or session.quiet else 3,
        tag="TR",
        keep=bool(session.speakers),
    )


def _speaker(speaker: BoothSpeaker, heads: BoothHeads) -> Entry:
    body = [Words(_named(speaker.called), "booth-name", keep=True)]
    if told := one_line(speaker.role, speaker.affiliation, speaker.note):
        body.append(Words(rich(told), "booth-office"))
    box = _TICKED.get(speaker.text, "")
    said = heads.received if speaker.text is TextState.RECEIVED else heads.awaited
    ticked = Words(rich(said), "booth-text", symbol=box)
    text = (Entry((ticked,), width="booth-box"),) if box else ()
    clock = (Words(rich(speaker.clock), "run-time"),) if speaker.clock else ()
    # Named from where the floor's column ends: a speaker has nothing to say in it.
    across = Field((Entry(tuple(body), width="run-indent"),), span=2)
    fields = Fields(_COLUMNS, (Field(clock), across, _figure(speaker.minutes), Field(text)))
    return Entry((fields,), pad="booth-speaker", tag="TR")


def _figure(minutes: str) -> Field:
    return Field((Words((("", (Bit(minutes),)),), "booth-figure"),) if minutes else ())


def _named(called: Called) -> Rich:
    """A name in every script on one line, and how it is read."""
    if not called.names:
        return ()
    bits = []
    for n, (_, name) in enumerate(called.names):
        bits.append(Bit(f"{_BETWEEN} {name}" if n else name, "booth-other" if n else "booth-name"))
    bits += [Bit(f"{_BETWEEN} [{reading}]", "booth-reading") for reading in called.readings]
    return ((called.names[0][0], tuple(bits)),)


# -- terms ----------------------------------------------------------------------------------------


def _terms(terms: Terms) -> Iterator[Entry]:
    yield heading(terms.heading, anchor="terms")
    columns = [Column("booth-term") for _ in terms.languages]
    heads: list[Wording] = [((tag, called),) for tag, called in terms.languages]
    if terms.note:
        columns.append(Column("booth-note"))
        heads.append(terms.note)
    yield _head(tuple(columns), tuple(heads))
    for row in terms.rows:
        yield _term(row, terms, tuple(columns))


def _term(row: TermRow, terms: Terms, columns: tuple[Column, ...]) -> Entry:
    known = dict(row.texts)
    fields = [
        Field((Words(rich(((tag, known[tag]),)), style),) if tag in known else ())
        for n, (tag, _) in enumerate(terms.languages)
        for style in ("booth-term" if not n else "booth-term-other",)
    ]
    if terms.note:
        fields.append(Field((Words(rich(row.note), "list-note"),) if row.note else ()))
    return Entry((Fields(columns, tuple(fields)),), pad="list-row", rule="hairline", tag="TR")
