# SPDX-License-Identifier: MIT
"""The story of the MC's script: what is said in large type, what is done set apart from it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from forumdesk.handouts.dress import empty_note, one_line, titled
from forumdesk.handouts.stage import (
    Aloud,
    Cast,
    CueWords,
    Line,
    Roll,
    Said,
    ScriptContent,
    ScriptDay,
    ScriptItem,
    Speech,
)
from forumdesk.handouts.story import (
    Bit,
    Element,
    Entry,
    Gap,
    Pair,
    Pairs,
    Part,
    Rich,
    Times,
    Words,
    rich,
)


def mc_script_story(content: ScriptContent) -> Iterator[Part]:
    """The head of the sheet, then every day, beginning a page of its own."""
    sheet = content.sheet
    top = titled(sheet.subject, one_line(sheet.title, sheet.dates, sheet.place))
    for n, day in enumerate(content.days or ()):
        entries = tuple(_day(day))
        yield Part((top, *entries) if n == 0 else entries, own_page=n > 0)
    if not content.days:
        yield Part((top, empty_note(content.nothing)))


def _day(day: ScriptDay) -> Iterator[Entry]:
    yield Entry(
        (Words(rich(day.date), "day", tag="H2", keep=True), Gap("after-day")),
        before="day",
        anchor=day.anchor,
        title=day.date,
        level=2,
        keep=True,
        running=day.short,
    )
    for item in day.items:
        yield _item(item)


def _item(item: ScriptItem) -> Entry:
    body: list[Element] = [
        Words(
            rich(item.title), "script-title", tag="H3", inline=True, symbol=item.symbol, keep=True
        )
    ]
    if item.room:
        body.append(Words(rich(item.room), "place", inline=True, keep=True))
    for line, after in zip_longest(item.lines, item.lines[1:]):
        body += [Gap("script-line"), _line(line, keep=isinstance(after, (Roll, Cast)))]
    return Entry(
        tuple(body),
        rail=Times(item.start, item.end) if item.start else None,
        width="rail",
        pad="row",
        rule="hairline" if item.within else "rule",
        anchor=item.anchor,
        title=item.title,
        level=0 if item.within or not item.anchor else 3,
    )


def _line(line: Line, *, keep: bool) -> Element:
    """A line; ``keep``: it stays with the names it announces."""
    match line:
        case Aloud():
            return Words(_speech(line.text), "script-speech", keep=keep, unbroken=True)
        case CueWords():
            return Words(_bracketed(line), "script-cue", inline=True)
        case Roll():
            order = (
                Pair((("", (Bit(str(number)),)),), _speech(said))
                for number, said in enumerate(line.people, 1)
            )
            return Pairs(tuple(order), "script-number", "script-roll", unbroken=True)
        case Cast():
            people = tuple(Pair(rich(role), _speech(said)) for role, said in line.people)
            return Pairs(people, "script-role", "script-roll", unbroken=True)


def _bracketed(line: CueWords) -> Rich:
    return tuple((language, (Bit(f"[ {text} ]"),)) for language, text in line.text)


def _speech(speech: Speech) -> Rich:
    return tuple(
        (language, tuple(bit for said in stretches for bit in _bits(said)))
        for language, stretches in speech
    )


def _bits(said: Said) -> Iterator[Bit]:
    if not said.name:
        yield Bit(said.text)
        return
    yield Bit(said.text, "script-name")
    if said.reading:
        yield Bit(f" [{said.reading}]", "script-reading")
