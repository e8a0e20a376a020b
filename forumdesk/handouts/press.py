# SPDX-License-Identifier: MIT
"""The story of the sheet for the press: facts, what to come for, who speaks when, statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forumdesk.handouts.agenda import compact
from forumdesk.handouts.dress import one_line, quotation, titled
from forumdesk.handouts.fact_sheet import fact_entry, facts_entries
from forumdesk.handouts.press_columns import narrow_session
from forumdesk.handouts.pressed import Chance, PressContent
from forumdesk.handouts.program import days, session_entry
from forumdesk.handouts.speaker_brief import note_entry
from forumdesk.handouts.story import Bit, Element, Entry, Label, Part, Words, rich

_BRIEFING = "press-briefing"


def press_head(content: PressContent) -> Part:
    """The title of the sheet, and from when on it may be used."""
    sheet = content.sheet
    top = titled(sheet.subject, one_line(sheet.title, sheet.dates, sheet.place))
    return Part((top, _release(content)))


def press_story(content: PressContent, *, narrow: bool = False) -> Iterator[Part]:
    """The whole sheet; ``narrow``: what stands in columns, below the head."""
    entries = [] if narrow else [*press_head(content).entries]
    entries += [fact_entry(fact, inline=True) for fact in content.facts]
    if content.contact:
        entries.append(note_entry(content.contact, tint="tint"))
    if content.chances:
        entries.append(_heading(content.heads.chances, "chances"))
        entries += [(_narrow_chance if narrow else _chance)(one) for one in content.chances]
    if content.order.days:
        entries.append(_heading(content.heads.order, "order"))
        entries += _order(content, narrow=narrow)
        entries.append(_note(content.check))
    for facts in content.agreements:
        entries += facts_entries(facts, short=True)
    if content.quotes:
        entries.append(_heading(content.heads.quotes, "statements"))
        for quote in content.quotes:
            width = "" if narrow else "rail"
            entries.append(Entry((*quotation(quote),), width=width, pad="row-close"))
    if content.contacts:
        entries.append(fact_entry(content.contacts, inline=True))
    yield Part(tuple(entries))


def _release(content: PressContent) -> Entry:
    bits = tuple((tag, (Bit(text, pill="mark"),)) for tag, text in content.release)
    return Entry((Words(bits, "text", inline=True),), pad="row-close", keep=True)


def _heading(text: tuple[tuple[str, str], ...], anchor: str) -> Entry:
    """The heading of a section of the sheet."""
    return Entry(
        (Words(rich(text), "brief-day", tag="H2", inline=True, keep=True),),
        before="brief-day",
        anchor=anchor,
        title=text,
        level=2,
        keep=True,
    )


def _chance(chance: Chance) -> Entry:
    symbol = "" if chance.kind == _BRIEFING else chance.kind
    body: list[Element] = [
        Words(rich(chance.title), "title-quiet", inline=True, symbol=symbol, keep=True)
    ]
    body.append(Words(rich(one_line(chance.place, chance.who)), "place", inline=True))
    return Entry(
        tuple(body),
        rail=Label(rich(chance.when), "press-when"),
        width="press-rail",
        pad="row-close",
        rule="hairline",
        tint="tint" if chance.kind == _BRIEFING else "",
        anchor=chance.anchor,
    )


def _order(content: PressContent, *, narrow: bool) -> Iterator[Entry]:
    """The agenda of speeches, set close; briefings for the press stand out."""
    briefings = {e.anchor for day in content.order.days for e in day.entries if e.kind == _BRIEFING}
    for entry in days(content.order.days, narrow_session if narrow else session_entry):
        close = compact(entry)
        yield replace(close, tint="tint", rule="") if entry.anchor in briefings else close


def _narrow_chance(chance: Chance) -> Entry:
    wide = _chance(chance)
    when = Words(rich(chance.when), "press-when", inline=True, keep=True)
    return replace(wide, body=(when, *wide.body), rail=None, width="")


def _note(text: tuple[tuple[str, str], ...]) -> Entry:
    return Entry((Words(rich(text), "list-note", inline=True),), pad="row-close")
