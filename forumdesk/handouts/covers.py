# SPDX-License-Identifier: MIT
"""Covers: front and back, in the manner the theme names (see ``resources/themes/covers``).

Logos stand with their hosts' names, or in a row of their own above or below everything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forumdesk.domain.themes import FIELDS, PICTURES
from forumdesk.domain.values import frozen
from forumdesk.handouts.content import BackCover, Cover, HostGroup, HostMark, Picture, Wording
from forumdesk.handouts.flow.boxes import Line, PictureMark, RuleMark
from forumdesk.handouts.flow.cells import Cell, Setter
from forumdesk.handouts.logos import LogoRows, optical
from forumdesk.handouts.ornaments import arcs, frame_rules
from forumdesk.handouts.painting import Painter
from forumdesk.handouts.qr import grid, module, path
from forumdesk.handouts.story import Bit
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.theme import Theme

_FACTORS = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)  # down to the theme's floor
_GAPS = 9  # between title, dates, hosts and the edges of a field
_CREDIT = 0.4  # of a gap: between a picture and whose it is
_LEFT = {
    "left": 0.0,
    "center": 0.5,
    "right": 1.0,
}  # of the room beside a row, so much is left of it


@dataclass(slots=True)
class _Block:
    """Set lines to be put somewhere, and how tall they are."""

    lines: list[Line]

    @property
    def height(self) -> float:
        return sum(line.above + line.below for line in self.lines)

    def gap(self, height: float) -> None:
        if self.lines:
            self.lines[-1].below += height


@frozen
class _Room:
    """What of a page a row of logos leaves, in points from its foot.

    Fields and pictures reach up to ``ceiling``, text begins at ``head``, and ends at ``floor``.
    """

    ceiling: float
    head: float
    floor: float


class CoverPainter:
    """Draws covers with a theme for readers of some languages.

    ``full`` is the theme before type was made smaller to fit: a frame stays where it is.
    """

    def __init__(self, theme: Theme, languages: Sequence[str], full: Theme | None = None) -> None:
        self.theme, self.full = theme, full or theme
        self.setter = Setter(theme)
        self.languages = languages

    def front(self, painter: Painter, cover: Cover, subject: Wording, node: Node) -> None:
        """The front cover on the page at hand."""
        fitting = self._fitting(cover, subject)
        room = fitting._logos(painter, cover, node)
        choice = self.theme.choice("cover")
        drawn = {"frame": fitting._frame, "line": fitting._line, "picture": fitting._line}
        draw = drawn.get(choice, fitting._field)
        if cover.picture and choice in PICTURES:
            draw = fitting._pictured
        draw(painter, cover, (subject, node), room)

    def _logos(self, painter: Painter, cover: Cover, node: Node) -> _Room:
        """Draw the logos where they have a row of their own, and say what that leaves."""
        theme, frame = self.theme, self.theme.frame
        whole = _Room(frame.height, frame.height - frame.top, frame.bottom)
        where, _, side = theme.choice("logos").partition("-")
        rows = LogoRows(theme, cover.hosts if side else (), node)
        if not rows.height:
            return whole
        gap = theme.space("cover-gap")
        if where == "bottom":
            rows.put(painter, frame.bottom + rows.height, _LEFT[side])
            return _Room(whole.ceiling, whole.head, frame.bottom + rows.height + gap)
        inset = frame.top if theme.choice("cover") == "frame" else gap * 2
        rows.put(painter, frame.height - inset, _LEFT[side])
        ceiling = frame.height - inset - rows.height - gap * 1.5
        open_ = theme.choice("cover") in ("frame", "line")
        return _Room(ceiling, ceiling if open_ else ceiling - gap * 2, frame.bottom)

    def _fitting(self, cover: Cover, subject: Wording) -> CoverPainter:
        """A painter with type as large as leaves room for everything on one page."""
        for factor in _FACTORS:
            smaller = CoverPainter(self.theme.scaled(factor), self.languages, self.theme)
            if smaller._need(cover, subject) <= self.theme.frame.depth:
                break
        return smaller

    def _need(self, cover: Cover, subject: Wording) -> float:
        """How tall everything on the front is."""
        node, cell = Node("P"), Cell(0.0, self.theme.frame.measure, "")
        width = self.theme.frame.measure * self.theme.share("cover-text")
        narrow = Cell(0.0, width, "") if self.theme.choice("cover") == "frame" else cell
        blocks = (
            _Block(self._texts(subject, "cover-kind", narrow, node)),
            self._title(cover, narrow, node),
            self._meta(cover, narrow, node),
        )
        hosts = sum(_HostRow(self, group, (cell, node)).height for group in cover.hosts)
        gaps = self.theme.space("cover-gap") * _GAPS
        if "-" in self.theme.choice("logos"):
            gaps += LogoRows(self.theme, cover.hosts, node).height
        if cover.picture and self.theme.choice("cover") in PICTURES:
            gaps += self.theme.frame.height * self.theme.share("cover-picture-least")
            gaps += self._credit(cover, cell, node).height
        return sum(block.height for block in blocks) + hosts + gaps

    def back(self, painter: Painter, back: BackCover, node: Node) -> None:
        """The back cover on the page at hand."""
        theme, frame = self.theme, self.theme.frame
        filled = theme.choice("cover") in FIELDS
        if filled:
            painter.field(0, 0, (frame.width, frame.height), theme.ink("accent"))
            painter.drawing(arcs(theme, painter, 0.0, frame.height))
        elif theme.choice("cover") == "frame":
            painter.drawing(frame_rules(theme, painter))
        centred = theme.choice("cover") == "frame"
        width = frame.measure * theme.share("cover-text")
        x = (frame.width - width) / 2 if centred else frame.left
        cell = Cell(x, width, "")
        block = _Block([*self._texts(back.title, "back-title", cell, node)])
        block.gap(theme.space("cover-gap"))
        for text in (back.dates, back.place):
            block.lines += self._texts(text, "back-text", cell, node)
        block.gap(theme.space("cover-gap") * 1.5)
        for group in back.hosts:
            block.lines += self._texts(group.role, "back-label", cell, node)
            for host in group.hosts:
                block.lines += self._texts(host.name, "back-text", cell, node)
            block.gap(theme.space("cover-gap") / 2)
        if back.link:
            label = (*back.link_label[:1],)
            block.gap(theme.space("cover-gap"))
            block.lines += self._texts(label, "back-label", cell, node)
            link = (Bit(back.link, "back-text", back.link),)
            block.lines += self.setter.paragraph(("", link), "back-text", cell, node.add("P"))
        top = frame.bottom + block.height
        if centred:
            top = (frame.height + block.height) / 2
        self._put(painter, block, top)
        if back.link:
            self._code(painter, back.link, top + theme.space("cover-gap") * 2, centred=centred)

    def _code(self, painter: Painter, link: str, y: float, *, centred: bool) -> None:
        """The link as a QR code on paper white; an artifact, for the link stands below as text."""
        theme, frame, side = self.theme, self.theme.frame, self.theme.space("qr")
        x = (frame.width - side) / 2 if centred else frame.left
        code = grid(link)
        painter.modules.append(module(code, side) if code else 0.0)
        if code:
            painter.field(x, y, (side, side), theme.ink("paper"))
            painter.drawing(f"{painter.ink(theme.ink('ink'))} {path(code, (x, y), side)}")

    # -- manners ----------------------------------------------------------------------------

    def _field(
        self, painter: Painter, cover: Cover, said: tuple[Wording, Node], room: _Room
    ) -> None:
        """A field of the accent from edge to edge; the title stands at its foot."""
        theme, frame = self.theme, self.theme.frame
        subject, node = said
        gap = theme.space("cover-gap")
        cell = Cell(frame.left, frame.measure, "")
        meta = self._meta(cover, cell, node)
        hosts = [_HostRow(self, group, (cell, node)) for group in cover.hosts]
        below = room.floor + sum(row.height for row in hosts) + meta.height + gap * 3
        edge = max(frame.height * (1 - theme.share("cover-field")), below)
        painter.field(0, edge, (frame.width, room.ceiling - edge), theme.ink("accent"))
        painter.drawing(arcs(theme, painter, edge, room.ceiling))
        kind = _Block(self._texts(subject, "cover-kind", cell, node))
        self._put(painter, kind, room.head)
        title = self._title(cover, cell, node)
        self._put(painter, title, edge + gap * 2 + title.height)
        self._put(painter, meta, edge - gap * 2)
        self._put_hosts(painter, hosts, room.floor)

    def _pictured(
        self, painter: Painter, cover: Cover, said: tuple[Wording, Node], room: _Room
    ) -> None:
        """The picture from edge to edge above; the title under it, on paper or on a field."""
        theme, frame = self.theme, self.theme.frame
        subject, node = said
        gap = theme.space("cover-gap")
        cell = Cell(frame.left, frame.measure, "")
        if cover.picture:
            language, alt = cover.picture.alt[0] if cover.picture.alt else ("", "")
            figure = node.add("Figure", language, alt=alt or "·")
        kind = _Block(self._texts(subject, "cover-kind", cell, node))
        title = self._title(cover, cell, node)
        meta = self._meta(cover, cell, node)
        hosts = [_HostRow(self, group, (cell, node)) for group in cover.hosts]
        below = room.floor + sum(row.height for row in hosts) + meta.height + gap * 3
        filled = theme.choice("cover") in FIELDS
        credit = self._credit(cover, cell, node)
        tall = credit.height + kind.height + title.height + gap * (4.25 if filled else 3.25)
        edge = max(frame.height * (1 - theme.share("cover-picture")), below + tall)
        if filled:
            painter.field(0, edge - tall, (frame.width, tall), theme.ink("accent"))
        if cover.picture:
            place = (edge, room.ceiling - edge)
            painter.marks([_filling(cover.picture, place, frame.width, figure)], 0.0)
        y = self._put(painter, credit, edge - gap * _CREDIT) + gap * _CREDIT
        y = self._put(painter, kind, y - gap * (1.5 if filled else 2)) - gap * 0.75
        y = self._put(painter, title, y)
        self._put(painter, meta, edge - tall - gap * (2 if filled else 1))
        self._put_hosts(painter, hosts, room.floor)

    def _frame(
        self, painter: Painter, cover: Cover, said: tuple[Wording, Node], room: _Room
    ) -> None:
        """Everything centred in a double frame."""
        theme, frame = self.theme, self.theme.frame
        subject, node = said
        painter.drawing(frame_rules(self.full, painter))
        width = frame.measure * theme.share("cover-text")
        cell = Cell((frame.width - width) / 2, width, "")
        kind = _Block(self._texts(subject, "cover-kind", cell, node))
        gap = theme.space("cover-gap")
        least = self._put(painter, kind, room.head - gap) - gap
        title, meta = self._title(cover, cell, node), self._meta(cover, cell, node)
        place = (Cell(frame.left, frame.measure, ""), node)
        hosts = [_HostRow(self, group, place) for group in cover.hosts]
        below = room.floor + sum(row.height for row in hosts) + meta.height + gap * 4
        top = frame.height * theme.share("cover-title") + title.height / 2
        top -= (frame.height - frame.top - room.head) / 2
        # Many hosts, or their logos, push what stands over them up.
        foot = self._put(painter, title, min(max(top, below + title.height), least)) - gap
        short = width * theme.share("cover-rule")
        rule = RuleMark(
            (frame.width - short) / 2, 0, short, theme.line("rule"), theme.ink("accent")
        )
        painter.marks([rule], foot)
        self._put(painter, meta, foot - gap)
        self._put_hosts(painter, hosts, room.floor + gap)

    def _line(
        self, painter: Painter, cover: Cover, said: tuple[Wording, Node], room: _Room
    ) -> None:
        """Black on white: a heavy rule, the title from the left under it."""
        theme, frame = self.theme, self.theme.frame
        subject, node = said
        cell = Cell(frame.left, frame.measure, "")
        kind = _Block(self._texts(subject, "cover-kind", cell, node))
        y = self._put(painter, kind, room.head) - theme.space("cover-gap")
        heavy = RuleMark(frame.left, 0, frame.measure, theme.line("heavy"), theme.ink("accent"))
        painter.marks([heavy], y)
        y = self._put(painter, self._title(cover, cell, node), y - theme.space("cover-gap") * 3)
        y -= theme.space("cover-gap") * 2
        thin = RuleMark(frame.left, 0, frame.measure, theme.line("rule"), theme.ink("accent"))
        painter.marks([thin], y)
        self._put(painter, self._meta(cover, cell, node), y - theme.space("cover-gap"))
        self._hosts(painter, cover.hosts, (cell, node), room.floor)

    # -- pieces -----------------------------------------------------------------------------

    def _title(self, cover: Cover, cell: Cell, node: Node) -> _Block:
        block = _Block(self._texts(cover.title, "cover-title", cell, node, tag="H1"))
        if cover.slogan:
            block.gap(self.theme.space("cover-gap"))
            block.lines += self._texts(cover.slogan, "cover-slogan", cell, node)
        return block

    def _credit(self, cover: Cover, cell: Cell, node: Node) -> _Block:
        """Whose picture it is, small under its edge."""
        return _Block(self._texts(cover.credit, "cover-credit", cell, node))

    def _meta(self, cover: Cover, cell: Cell, node: Node) -> _Block:
        block = _Block(self._texts(cover.dates, "cover-meta", cell, node))
        block.gap(self.theme.space("cover-gap") / 2)
        for text in (cover.venue, cover.city):
            block.lines += self._texts(text, "cover-place", cell, node)
        return block

    def _texts(
        self, wording: Wording, style: str, cell: Cell, node: Node, *, tag: str = "P"
    ) -> list[Line]:
        """A text in every language, the first leading."""
        lines: list[Line] = []
        shown = [pair for pair in wording if pair[0] in self.languages] or list(wording[:1])
        for n, (language, text) in enumerate(shown):
            at = Cell(cell.x, cell.width, language, second=n > 0)
            paragraph = node.add(tag, language)
            more = self.setter.paragraph((language, (Bit(text),)), style, at, paragraph)
            if more:
                more[0].above += self.setter.theme.style(style, second=n > 0).before
            lines += more
        return lines

    def _put(self, painter: Painter, block: _Block, top: float) -> float:
        y = top
        for line in block.lines:
            painter.marks(line.marks, y - line.above)
            y -= line.above + line.below
        return y

    def _hosts(
        self,
        painter: Painter,
        groups: Sequence[HostGroup],
        place: tuple[Cell, Node],
        low: float,
    ) -> None:
        """Hosts in rows of columns over ``low``, leading groups on top."""
        self._put_hosts(painter, [_HostRow(self, group, place) for group in groups], low)

    def _put_hosts(self, painter: Painter, rows: Sequence[_HostRow], low: float) -> None:
        y = low + sum(row.height for row in rows)
        for row in rows:
            row.put(painter, y)
            y -= row.height

    def host(self, host: HostMark, cell: Cell, node: Node) -> tuple[_Block, PictureMark | None]:
        """A host's name in every language, and its logo."""
        block = _Block(self._texts(host.name, "cover-host", cell, node))
        if host.logo is None or self.theme.choice("logos") != "hosts":
            return block, None
        logo = host.logo
        width, height = optical(self.theme, logo, cell.width * self.theme.share("logo"))
        language, alt = logo.alt[0] if logo.alt else ("", "")
        figure = node.add("Figure", language, alt=alt or "·")
        x = cell.x
        if self.theme.style("cover-host").align == "center":
            x += (cell.width - width) / 2
        return block, PictureMark(logo, x, 0.0, width, height, figure)


class _HostRow:
    """Hosts of one role side by side under a rule."""

    def __init__(self, covers: CoverPainter, group: HostGroup, place: tuple[Cell, Node]) -> None:
        self._covers = covers
        self._theme = theme = covers.theme
        self._cell, node = place
        self._label = _Block(covers._texts(group.role, "cover-label", self._cell, node))
        columns = min(len(group.hosts), 2) or 1
        gap = theme.space("gutter")
        each = (self._cell.width - gap * (columns - 1)) / columns
        self._columns = columns
        self._hosts = [
            covers.host(h, Cell(self._cell.x + (n % columns) * (each + gap), each, ""), node)
            for n, h in enumerate(group.hosts)
        ]

    @property
    def height(self) -> float:
        """All of it, with the white above the rule and between label and names."""
        gap = self._theme.space("cover-gap")
        return self._label.height + gap * 2 + sum(self._tall(row) for row in self._rows())

    def _rows(self) -> Iterator[list[tuple[_Block, PictureMark | None]]]:
        for n in range(0, len(self._hosts), self._columns):
            yield self._hosts[n : n + self._columns]

    def _tall(self, row: Sequence[tuple[_Block, PictureMark | None]]) -> float:
        gap = self._theme.space("cover-gap") / 2
        return max(block.height + (logo.height + gap if logo else 0.0) for block, logo in row) + gap

    def put(self, painter: Painter, top: float) -> None:
        """Draw it down from ``top``."""
        theme = self._theme
        gap = theme.space("cover-gap")
        y = top - gap * 0.75
        rule = RuleMark(
            *(self._cell.x, 0, self._cell.width, theme.line("hairline"), theme.ink("hairline"))
        )
        painter.marks([rule], y)
        y = self._covers._put(painter, self._label, y - gap * 0.75) - gap / 4
        for row in self._rows():
            room = max((logo.height + gap / 2 if logo else 0.0) for _, logo in row)
            for block, logo in row:
                if logo:
                    painter.marks([logo], y - logo.height)
                self._covers._put(painter, block, y - room)
            y -= self._tall(row)


def _filling(picture: Picture, place: tuple[float, float], width: float, node: Node) -> PictureMark:
    """A picture over the whole width from a height on, so tall: what is too much is cut evenly."""
    low, tall = place
    scale = max(width / max(picture.width, 1), tall / max(picture.height, 1))
    wide, high = picture.width * scale, picture.height * scale
    x, y = (width - wide) / 2, low + (tall - high) / 2
    return PictureMark(picture, x, y, wide, high, node, (width, tall))
