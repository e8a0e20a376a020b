# SPDX-License-Identifier: MIT
"""A grid as a file: the sheets of every day, then in full what had no room on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from forumdesk.handouts.content import Wording
from forumdesk.handouts.document import Document, Look, Printed
from forumdesk.handouts.dress import empty_note, languages_of, one_line, titled
from forumdesk.handouts.grid.blocks import times
from forumdesk.handouts.grid.sheet import SheetPainter
from forumdesk.handouts.result import Finding, FindingKind
from forumdesk.handouts.story import (
    Bit,
    Column,
    Entry,
    Field,
    Fields,
    Label,
    Part,
    Times,
    Words,
    rich,
)
from forumdesk.handouts.theme import Theme
from forumdesk.handouts.timetables import GridContent, GridDay, GridDetail, Slot

_HALVES = (Column("grid-key"), Column("grid-key"))
_GROWTHS = (2.6, 2.2, 1.8, 1.6, 1.4, 1.2)  # of type, where there is little to say
_WIDEST = 1 / 52  # of the measure: no title is larger


def grid_printed(content: GridContent, look: Look) -> Printed:
    """Set and draw a grid."""
    document = Document(content.sheet, look)
    painter = _painter(content, look.theme, document.arranger.set_languages)
    outline = document.composer.outline
    numbered = 0
    for day, sheets in painter.plan.days:
        painter.numbers.clear()
        room = 0.0  # under the last sheet of the day
        outline.append((day.anchor, _line(one_line(day.ordinal, day.date)), 1))
        for sheet in sheets:
            strip = painter.strip(day, sheet, document.root.add("Sect"))
            document.place([strip])
            room = -strip.below
        tracks = _unsaid(day, painter)
        if tracks and (painter.numbers or _depth(look.theme, len(tracks)) < room):
            document.add([_legend(content, tracks)])
        outline += [(slot.anchor, _line(slot.title), 2) for slot in day.slots]
        if painter.numbers:
            document.add([_key(content, day, painter.numbers)])
            numbered += len(painter.numbers)
    if content.untimed:
        document.add([_untimed(content)])
    if not content.days and not content.untimed:
        nothing = empty_note(content.words.nothing)
        document.add([Part((titled(content.sheet.title, content.sheet.dates), nothing))])
    made = document.printed()
    return replace(made, findings=(*made.findings, *_findings(painter, numbered)))


def _painter(content: GridContent, theme: Theme, languages: Sequence[str]) -> SheetPainter:
    """One that sets type larger where all there is has room for it on as many sheets."""
    painter = SheetPainter(content, theme, languages)
    most = theme.frame.measure * _WIDEST / theme.style("grid-title").size
    for growth in _GROWTHS if painter.plan.roomy else ():
        if growth > most:
            continue
        tried = SheetPainter(content, theme.scaled(growth), languages)
        if tried.plan.roomy and tried.plan.count == painter.plan.count:
            return tried
    return painter


def _findings(painter: SheetPainter, numbered: int) -> Iterator[Finding]:
    if painter.least < 1:
        yield Finding(FindingKind.SHRUNK, amount=painter.least)
    for detail, slots in painter.gone.items():
        if slots:
            yield Finding(FindingKind.ABRIDGED, text=detail.value, amount=len(slots))
    if numbered:
        yield Finding(FindingKind.NUMBERED, amount=numbered)


def _line(text: Wording) -> str:
    return text[0][1] if text else ""


def _unsaid(day: GridDay, painter: SheetPainter) -> dict[str, Wording]:
    """The tracks that blocks had no room to name, and tell by the colour of their bars alone."""
    if painter.theme.choice("tracks") != "color":
        return {}
    gone = painter.gone[GridDetail.TRACK]
    names: dict[str, dict[Wording, None]] = {}  # tracks may share a colour
    for track in (slot.track for slot in day.slots if slot.id in gone):
        if track and track.color:
            names.setdefault(track.color, {})[track.name] = None
    return {color: one_line(*of) for color, of in names.items()}


def _legend(content: GridContent, tracks: Mapping[str, Wording]) -> Part:
    """Tracks by the colours of their bars."""
    rows = [
        Entry(
            (Words(rich(track), "grid-key-title", inline=True),),
            width="number",
            before="grid-key-row",
            bar=color,
            tag="LI",
        )
        for color, track in tracks.items()
    ]
    return Part((_head(content.words.tracks, ""), *_in_two(rows)))


def _depth(theme: Theme, count: int) -> float:
    """About how high a legend of so many tracks is."""
    rows = count if count <= len(_HALVES) else -(-count // len(_HALVES))
    row = theme.style("grid-key-title").leading + theme.space("grid-key-row")
    head = theme.style("grid-key-head").leading + theme.space("grid-key")
    return head + rows * row


def _key(content: GridContent, day: GridDay, numbers: Mapping[str, int]) -> Part:
    """The sessions that are but numbers, in full."""
    slots = {slot.id: slot for slot in day.slots}
    rows = [
        _row(slots[key], Label((("", (Bit(str(number)),)),), "grid-key-number"))
        for key, number in sorted(numbers.items(), key=lambda pair: pair[1])
    ]
    return Part((_head(content.words.key, ""), *_in_two(rows)))


def _in_two(rows: Sequence[Entry]) -> Iterator[Entry]:
    """Rows two by two: across paper that lies on its side one is mostly white."""
    if len(rows) <= len(_HALVES):
        yield from rows
        return
    for left, right in zip_longest(rows[::2], rows[1::2]):
        told = (left,) if right is None else (left, right)
        fields = tuple(Field((replace(row, before="", tag="Div"),)) for row in told)
        yield Entry((Fields(_HALVES, fields),), before="grid-key-row", tag="TR")


def _head(text: Wording, anchor: str) -> Entry:
    """The heading of a list under or after the sheets."""
    return Entry(
        (Words(rich(text), "grid-key-head", tag="H2", inline=True, keep=True),),
        before="grid-key",
        under="rule",
        anchor=anchor,
        title=text,
        level=1 if anchor else 0,
        keep=True,
    )


def _untimed(content: GridContent) -> Part:
    """The sessions that have no time yet."""
    rows = [_row(slot, None, anchored=True) for slot in content.untimed]
    return Part((_head(content.words.untimed, "grid-untimed"), *rows))


def _row(slot: Slot, rail: Label | Times | None, *, anchored: bool = False) -> Entry:
    """A session in full: title, who is on, when and where."""
    body = [Words(rich(one_line(slot.title, slot.note)), "grid-key-title", inline=True)]
    if slot.who:
        body.append(Words(rich(slot.who), "grid-key-text", inline=True))
    when = times(slot, whole=True)
    track = slot.track.name if slot.track else ()
    tags = languages_of(slot.where, track) or languages_of(slot.title)
    told = one_line(tuple((tag, when) for tag in tags if when), slot.where, track)
    if told:
        body.append(Words(rich(told), "grid-key-place", inline=True))
    return Entry(
        tuple(body),
        rail=rail,
        width="number" if rail else "",
        before="grid-key-row",
        anchor=slot.anchor if anchored else "",
        title=slot.title if anchored else (),
        level=2 if anchored else 0,
        tag="LI",
    )
