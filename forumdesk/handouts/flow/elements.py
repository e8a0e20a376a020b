# SPDX-License-Identifier: MIT
"""Elements of a story set as strips: paragraphs, hanging lists, running text, contents lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forumdesk.handouts.flow.arrange import Arranger, strips_of
from forumdesk.handouts.flow.boxes import BoxMark, Line, NumberMark, RuleMark, Strip
from forumdesk.handouts.flow.cells import Cell, Setter, beside, bits_in
from forumdesk.handouts.fonts import normal
from forumdesk.handouts.story import (
    Bit,
    Box,
    Entry,
    Lines,
    Meter,
    Numbered,
    Pair,
    Pairs,
    Text,
    Words,
)
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.text.linebreaking import Span, natural_width


class Elements:
    """Sets elements in every language at once."""

    def __init__(self, setter: Setter, arranger: Arranger) -> None:
        self.theme = setter.theme
        self.arranger = arranger
        self.setter = setter
        self._labels: dict[str, float] = {}  # the widest label by style
        self._label_words: dict[str, float] = {}  # and the widest word of one

    def make_room(self, entries: Sequence[Entry]) -> None:
        """Labels of one style align down a section: as wide as the widest, up to a share."""
        for entry in entries:
            for element in entry.body:
                if isinstance(element, Pairs):
                    widest = max(self._widest(element), self._labels.get(element.label, 0.0))
                    self._labels[element.label] = widest
                    word = max(self._word(element), self._label_words.get(element.label, 0.0))
                    self._label_words[element.label] = word
                elif isinstance(element, Entry):
                    self.make_room([element])

    def words(self, words: Words, node: Node, area: Cell) -> list[Strip]:
        """A paragraph in every language."""
        if not words.text:
            return []
        if words.inline and self.arranger.stacked and not self._parts(words, area):
            strips = self._inline(words, node, area)
        else:
            strips = self.arranger.strips(
                lambda cell: self._paragraph(words, node, cell),
                [language for language, _ in words.text],
                self.arranger.cells(area),
            )
        if strips:
            style = self.theme.style(words.style)
            strips[0].above += style.before
            strips[-1].below += style.after
            strips[-1].keep = strips[-1].keep or words.keep
        if words.unbroken:
            for strip in strips[:-1]:
                strip.keep = strip.firm = True
        return strips

    def _parts(self, words: Words, area: Cell) -> bool:
        """Whether what is to stand on one line as a whole is too long for it."""
        return words.whole and self.setter.inline_width(words.text, words.style) > area.width

    def _paragraph(self, words: Words, node: Node, cell: Cell) -> list[Line]:
        text = bits_in(words.text, cell.language)
        paragraph = node.add(words.tag, text[0])
        lines = self.setter.paragraph(text, words.style, cell, paragraph)
        if lines and words.symbol and not cell.second:
            self.setter.symbol(words.symbol, lines[0], cell, words.style)
        if words.keep:
            for line in lines:
                line.keep = True
        return lines

    def _inline(self, words: Words, node: Node, area: Cell) -> list[Strip]:
        """All languages one after the other in one paragraph."""
        paragraph = node.add(words.tag, words.text[0][0])
        lines = self.setter.inline(words.text, words.style, area, paragraph)
        if lines and words.symbol:
            self.setter.symbol(words.symbol, lines[0], area, words.style)
        return strips_of(lines)

    def pairs(self, pairs: Pairs, node: Node, area: Cell) -> Iterator[Strip]:
        """A hanging list, each pair starting on one line in every language."""
        listed = node.add("L")
        cells = self.arranger.cells(area)
        width = self._label_width(pairs, cells)
        gap = self.theme.space("part")
        for n, pair in enumerate(pairs.pairs):
            item = listed.add("LI")
            if pairs.inline and self.arranger.stacked:
                lines = self._inline_pair(pair, pairs, item, (cells[0], width))
                yield from strips_of(lines)
                continue
            own = list(dict.fromkeys(language for language, _ in (*pair.label, *pair.body)))
            strips = self.arranger.strips(
                lambda cell, pair=pair, item=item: self._pair(  # type: ignore[misc]
                    pair, (pairs.label, pairs.body), item, (cell, width)
                ),
                own,
                cells,
            )
            if n and strips:
                strips[0].above += gap
            if pairs.unbroken:
                for strip in strips[:-1]:
                    strip.keep = True
            yield from strips

    def _label_width(self, pairs: Pairs, cells: Sequence[Cell]) -> float:
        """The width of the column of labels with the gap after it; 0: labels stand above."""
        widest = self._labels.get(pairs.label, 0.0) or self._widest(pairs)
        most = cells[0].width * self.theme.share("role-both" if pairs.both else pairs.share)
        # No word of a label is ever parted: rather than that, labels stand above.
        word = self._label_words.get(pairs.label, 0.0) or self._word(pairs)
        if not widest or most < max(word, widest * self.theme.share("role-least")):
            return 0.0
        return min(widest, most) + self.theme.space("role-gap")

    def _widest(self, pairs: Pairs) -> float:
        stacked = self.arranger.stacked
        if stacked and pairs.both:
            return max(
                (self.setter.inline_width(p.label, pairs.label) for p in pairs.pairs), default=0
            )
        widths = (
            self.setter.text_width(bits, pairs.label, second=stacked and n > 0)
            for pair in pairs.pairs
            for n, (_, bits) in enumerate(pair.label)
        )
        return max(widths, default=0.0)

    def _word(self, pairs: Pairs) -> float:
        """The widest word of the labels."""
        widest = 0.0
        for pair in pairs.pairs:
            for _, bits in pair.label:
                for bit in bits:
                    style = self.theme.style(bit.style or pairs.label)
                    widths = map(style.face.words.__getitem__, normal(bit.text).split())
                    widest = max(widest, max(widths, default=0.0) * style.size)
        return widest

    def _pair(
        self, pair: Pair, styles: tuple[str, str], item: Node, place: tuple[Cell, float]
    ) -> list[Line]:
        (label, body), (cell, width) = styles, place
        lines: list[Line] = []
        if pair.label:
            room = width - self.theme.space("role-gap") if width else cell.width
            at = Cell(cell.x, room, cell.language, cell.second)
            text = bits_in(pair.label, cell.language)
            lines = self.setter.paragraph(text, label, at, item.add("Lbl", text[0]))
        text = bits_in(pair.body, cell.language)
        if cell.second and len(pair.body) == 1:
            return lines  # what stands once was said beside the label's first language
        holder = item.add("LBody", text[0])
        said = self.setter.paragraph(text, body, cell.moved(width), holder)
        if width:
            return beside(lines, said)
        for line in lines:
            line.keep = True
        return lines + said

    def _inline_pair(
        self, pair: Pair, pairs: Pairs, item: Node, place: tuple[Cell, float]
    ) -> list[Line]:
        """A pair on one line: the label in its first language, the body in all."""
        cell, width = place
        left: list[Line] = []
        if pair.label:
            room = width - self.theme.space("role-gap") if width else cell.width
            label = pair.label if pairs.both else pair.label[:1]
            at = Cell(cell.x, room, cell.language)
            left = self.setter.inline(label, pairs.label, at, item.add("Lbl", label[0][0]))
        body = item.add("LBody", pair.body[0][0] if pair.body else "")
        said = self.setter.inline(pair.body, pairs.body, cell.moved(width), body)
        return beside(left, said) if width else left + said

    def text(self, text: Text, node: Node, area: Cell) -> Iterator[Strip]:
        """Running text: paragraph beside paragraph where the languages have as many."""
        cells = self.arranger.cells(area)
        prose = text.prose
        if self.arranger.stacked or len({len(blocks) for _, blocks in prose}) != 1:
            yield from self._whole_text(text, node, cells)
            return
        gap = self.theme.space("paragraph")
        for n in range(len(prose[0][1])):
            row = tuple((language, (blocks[n],)) for language, blocks in prose)
            for m, strip in enumerate(self._whole_text(Text(row, text.style), node, cells)):
                strip.before = 0.0 if m or not n else gap
                yield strip

    def _whole_text(self, text: Text, node: Node, cells: Sequence[Cell]) -> Iterator[Strip]:
        gap = self.theme.space("paragraph")

        def unit(cell: Cell) -> list[Line]:
            language, blocks = next(
                (pair for pair in text.prose if pair[0] == cell.language), text.prose[0]
            )
            at = Cell(cell.x, cell.width, language, cell.second)
            lines: list[Line] = []
            for n, block in enumerate(blocks):
                more = self.setter.block(block, text.style, at, node)
                if n and more:
                    more[0].above += gap
                lines += more
            if cell.second and lines:
                # Paragraphs of one language are nearer to each other than to those of another.
                lines[0].above += gap if len(blocks) == 1 else gap * 2
            return lines

        if text.prose:
            own = [language for language, _ in text.prose]
            yield from self.arranger.strips(unit, own, cells)

    def numbered(self, line: Numbered, node: Node, area: Cell) -> Iterator[Strip]:
        """A line of the contents list; its number is known when pages are."""
        style = self.theme.style(line.number)
        room = natural_width([Span("0000", style)])
        item = node.add("TOCI")
        bits = tuple(
            (language, tuple(Bit(b.text, b.style, f"#{line.anchor}") for b in some))
            for language, some in line.text
        )
        words = Words(bits, line.style, tag="Reference", inline=True)
        within = Cell(area.x, area.width - room, "", lead=area.lead)
        right = area.x + area.width
        for n, strip in enumerate(self.words(words, item, within)):
            if not n:
                number = Span("", style, f"#{line.anchor}")
                strip.marks.append(NumberMark(right, line.anchor, number, item.add("Span")))
                if self.arranger.facing:
                    other = NumberMark(right, line.anchor, number, item.add("Span"), 1)
                    strip.opposite.append(other)
            yield strip

    def meter(self, meter: Meter, area: Cell) -> Iterator[Strip]:
        """A bar parted by amounts, a little white between its parts."""
        height, gap = self.theme.space(meter.space), self.theme.space("meter-gap")
        room = area.width - gap * (len(meter.parts) - 1)
        whole = sum(amount for amount, _ in meter.parts)
        strip, x = Strip(height, 0.0, keep=True), area.x
        for amount, ink in meter.parts:
            width = room * amount / whole
            for marks in (strip.marks, strip.opposite) if self.arranger.facing else (strip.marks,):
                marks.append(BoxMark(x, 0.0, width, height, self.theme.ink(ink), height / 2))
            x += width + gap
        yield strip

    def box(self, box: Box, area: Cell) -> Iterator[Strip]:
        """An empty box round the base line it stands on, as wide as its place."""
        height, middle = self.theme.space(box.space), self.theme.space(box.space) / 2
        drop = self.theme.base * self.theme.share("cap-middle")
        line, ink = self.theme.line("hairline"), self.theme.ink("faint")
        frame = BoxMark(area.x, drop - middle, area.width, height, ink, outline=line)
        yield Strip(0.0, 0.0, [frame])

    def lines(self, lines: Lines, area: Cell) -> Iterator[Strip]:
        """Rules to write on, over the width of the text, as many as any page has room for."""
        depth = self.theme.space(lines.space)
        color, thick = self.theme.ink("hairline"), self.theme.line("hairline")
        for _ in range(int(self.theme.frame.depth / depth)):
            strip = Strip(depth, 0.0, [RuleMark(area.x, 0.0, area.width, thick, color)])
            if self.arranger.facing:
                strip.opposite.append(RuleMark(area.x, 0.0, area.width, thick, color))
            yield strip
