# SPDX-License-Identifier: MIT
"""The story of the fact sheet: facts, aims in short, statements, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forumdesk.handouts.dress import empty_note, one_line, quotation, titled
from forumdesk.handouts.outcomes import NumberedAim
from forumdesk.handouts.signing import Fact, Facts, FactSheetContent
from forumdesk.handouts.story import Bit, Element, Entry, Gap, Label, Part, Text, Words, rich


def fact_sheet_story(content: FactSheetContent) -> Iterator[Part]:
    """The facts of one agreement after the other, and at the end whom to ask."""
    sheet = content.sheet
    top = titled(sheet.subject, one_line(sheet.title, sheet.dates, sheet.place))
    entries = [top]
    for facts in content.facts:
        entries += facts_entries(facts)
    if not content.facts:
        entries.append(empty_note(content.nothing))
    if content.contacts.lines:
        entries.append(replace(fact_entry(content.contacts), before="row"))
    yield Part(tuple(entries))


def facts_entries(facts: Facts, *, short: bool = False) -> Iterator[Entry]:
    """What was signed: facts, aims, statements; ``short`` without the aims, set close."""
    yield Entry(
        (
            Words(rich(facts.kind), "ordinal", inline=True, keep=True),
            Words(rich(facts.title), "agreement-title", tag="H2", inline=short, keep=True),
        ),
        pad="row",
        anchor=facts.anchor,
        title=facts.title,
        level=2,
        keep=True,
    )
    for fact in facts.facts:
        yield fact_entry(fact, inline=short)
    if facts.aims and not short:
        yield small_heading(facts.aims_label)
        for aim in facts.aims:
            yield _aim(aim)
    if facts.quotes:
        yield small_heading(facts.quotes_label)
    for quote in facts.quotes:
        yield Entry((*quotation(quote),), width="rail", pad="row-close")


def small_heading(text: tuple[tuple[str, str], ...]) -> Entry:
    """A heading inside a sheet of few pages."""
    return Entry(
        (Words(rich(text), "aim", tag="H3", inline=True, keep=True),),
        pad="row-close",
        rule="hairline",
        keep=True,
    )


def fact_entry(fact: Fact, *, inline: bool = False) -> Entry:
    """A label in the rail, and what there is to say beside it, with its languages on one line."""
    body: list[Element] = []
    for n, line in enumerate(fact.lines):
        if n:
            body.append(Gap("part"))
        body.append(Words(rich(line), "text", inline=inline))
    return Entry(
        tuple(body),
        rail=Label(rich(fact.label), "label"),
        width="rail",
        pad="row-close",
        rule="hairline",
    )


def _aim(aim: NumberedAim) -> Entry:
    body: list[Element] = [Words(rich(aim.title), "text")] if aim.title else [Text(aim.text)]
    number = Label((("", (Bit(aim.number),)),), "number")
    return Entry(tuple(body), rail=number, width="rail", pad="item-close", tag="LI")
