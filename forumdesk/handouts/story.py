# SPDX-License-Identifier: MIT
"""The story of a sheet: blocks that name styles, in order, in every language at once.

A story knows neither page nor point. ``Rich`` is one text in the languages of the document,
each a row of bits; how languages stand together is decided when the story is set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from forumdesk.domain.values import frozen
from forumdesk.handouts.briefs import DayBar
from forumdesk.handouts.content import Picture, Prose, Wording


@frozen
class Bit:
    """A stretch of text; ``style`` may differ from that of its paragraph.

    ``link`` is an address or ``#anchor``; ``pill`` the ink of a label's field.
    """

    text: str
    style: str = ""
    link: str = ""
    pill: str = ""


Rich: TypeAlias = tuple[tuple[str, tuple[Bit, ...]], ...]
"""One text: pairs of language and its bits in the order of the document."""


def rich(wording: Wording, style: str = "", *, link: str = "") -> Rich:
    """A plain text as one bit per language."""
    return tuple((language, (Bit(text, style, link),)) for language, text in wording)


@frozen
class Words:
    """A paragraph: one for each language, or all on one line where languages stand stacked.

    ``whole``: on one line if there is room for all of it, else each language on lines of its own.
    ``symbol`` is drawn before the text. ``keep``: it stays with what follows. ``unbroken``: no
    page ends in it, as it is read aloud.
    """

    text: Rich
    style: str
    tag: str = "P"
    inline: bool = False
    whole: bool = False
    symbol: str = ""
    keep: bool = False
    unbroken: bool = False


@frozen
class Pair:
    """A label and what it labels; an empty label goes on with the one before."""

    label: Rich
    body: Rich


@frozen
class Pairs:
    """A hanging list: labels in a column of their own, as wide as the widest needs.

    ``inline``: stacked languages stand on one line; ``both``: labels, too, in all languages.
    ``share`` names the widest part of the width that labels in one language get.
    ``unbroken``: no pair goes on on another page.
    """

    pairs: tuple[Pair, ...]
    label: str
    body: str
    inline: bool = False
    both: bool = False
    share: str = "role"
    unbroken: bool = False


@frozen
class Text:
    """Running text: paragraphs, bullets, numbered items."""

    prose: Prose
    style: str = "text"


@frozen
class Gap:
    """White of a named space."""

    space: str


@frozen
class Meter:
    """A thin bar parted by amounts, each in an ink of its own; ``space`` names its height.

    It says nothing that doesn't stand beside it in words, and is not read aloud.
    """

    parts: tuple[tuple[int, str], ...]
    space: str


@frozen
class Box:
    """An empty box to be written in, in the field of a row; ``space`` names its height."""

    space: str


@frozen
class DayStrip:
    """A day at a glance, as a bar with its hours; not read aloud, like a ``Meter``."""

    bar: DayBar


@frozen
class Numbered:
    """A line of a contents list: a text, and the page of its anchor at the right edge."""

    text: Rich
    style: str
    anchor: str
    number: str = "toc-number"


@frozen
class Lines:
    """Ruled lines to write on, to the foot of the page."""

    space: str


@frozen
class Times:
    """A span of time in the rail, aligned on its dash."""

    start: Wording
    end: Wording
    open_end: bool = False
    style: str = "time"


@frozen
class Label:
    """Words in the rail."""

    text: Rich
    style: str


@frozen
class Portrait:
    """A picture in the rail; without one, the rail stays empty."""

    picture: Picture


Rail: TypeAlias = Times | Label | Portrait


@frozen
class Entry:
    """A row: a rail (time, number, picture) and a body beside it.

    ``rail`` names the space the rail takes. ``tint``, ``bar``: inks (``bar`` may be a colour
    ``#rrggbb``). ``rule``: a hairline over it. ``title`` is its line in the outline at ``level``
    (0: none). ``need``: the named part of a page that must be left for it. ``aside`` stands at
    the right edge of its first lines. ``within`` is the title of what it belongs to, said again
    where it begins a page.
    """

    body: tuple[Element, ...]
    rail: Rail | None = None
    width: str = ""
    pad: str = ""
    before: str = ""
    rule: str = ""
    under: str = ""
    tint: str = ""
    bar: str = ""
    anchor: str = ""
    title: Wording = ()
    level: int = 0
    need: str = ""
    keep: bool = False
    running: Wording = ()
    aside: Words | None = None
    tag: str = "Div"
    within: Wording = ()


@frozen
class Column:
    """A column of a table: ``share`` names its part of the width.

    ``tight``: it is just as wide as its widest line, none of which is ever broken. ``figures``:
    what is in it ends at its right edge, and its white stands before it. ``firm``: it gives
    nothing of its part to the long words of others, as it is written into.
    """

    share: str
    tight: bool = False
    figures: bool = False
    firm: bool = False


@frozen
class Field:
    """What stands in a column of a row, or across ``span`` of them."""

    body: tuple[Element, ...] = ()
    span: int = 1


@frozen
class Fields:
    """The fields of a table's row, side by side on common base lines.

    The row is an ``Entry`` of this one element with the tag ``TR``; neighbouring rows are one
    table, and those that are ``head`` stand again atop every page it goes on to. ``least`` names
    the height that a row has at least, to be written in.
    """

    columns: tuple[Column, ...]
    fields: tuple[Field, ...]
    head: bool = False
    least: str = ""


@frozen
class Plate:
    """A picture and what stands under it; without a picture, that stands in its place."""

    picture: Picture | None
    caption: Rich = ()


@frozen
class Plates:
    """Pictures in rows of so many, all of one size to the eye: the same area, however wide.

    ``space`` names the greatest height of one, ``caption`` and ``alone`` are the styles of what
    is written under one and in the place of one. ``keep``: they stay with what follows.
    """

    plates: tuple[Plate, ...]
    space: str
    caption: str = ""
    alone: str = ""
    columns: int = 1
    keep: bool = False


Element: TypeAlias = (
    Words | Pairs | Text | Gap | Meter | Box | DayStrip | Numbered | Lines | Fields | Plates | Entry
)


class Entries:
    """Entries that are made anew whenever they are gone through, and kept by nobody."""

    def __init__(self, make: Callable[[], Iterator[Entry]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[Entry]:
        return self._make()


@frozen
class Part:
    """A section of the sheet: its entries under one element of the structure.

    ``whole``: it stands on one page; if it fits on none, it begins one.
    """

    entries: tuple[Entry, ...] | Entries
    own_page: bool = False
    whole: bool = False
