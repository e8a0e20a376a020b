# SPDX-License-Identifier: MIT
"""Setting the sheet for the signing table: the table drawn as a plan, and what goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from forumdesk.handouts.content import Wording, affiliation
from forumdesk.handouts.document import Document, Look, Printed
from forumdesk.handouts.dress import languages_of, own, titled
from forumdesk.handouts.flow.boxes import (
    BoxMark,
    Line,
    Mark,
    RuleMark,
    Strip,
    height_of,
    set_down,
)
from forumdesk.handouts.flow.cells import Cell
from forumdesk.handouts.signing import Figure, Seat, SigningTable, SigningTableContent, TableHeads
from forumdesk.handouts.story import (
    Bit,
    Column,
    Element,
    Entry,
    Field,
    Fields,
    Gap,
    Part,
    Text,
    Words,
    rich,
)

_MOST_SEATS = 6  # beside each other in one drawing; more parties sit in further rows


def table_printed(content: SigningTableContent, look: Look) -> Printed:
    """A page for each table; without any, a page that says so."""
    document = Document(content.sheet, look)
    for table in content.tables:
        document.add([Part((_head(content, table),), own_page=True)])
        document.place(_Plan(document, content.heads, table).strips())
        document.add([Part(tuple(_below(content.heads, table)))])
    if not content.tables:
        nothing = Words(rich(content.nothing), "text")
        document.add(
            [
                Part(
                    (
                        titled(content.sheet.subject, content.sheet.title),
                        Entry((nothing,), pad="row"),
                    )
                )
            ]
        )
    return document.printed()


def _head(content: SigningTableContent, table: SigningTable) -> Entry:
    body: list[Element] = [
        Words(rich(content.sheet.subject), "ordinal", inline=True, keep=True),
        Words(rich(table.title), "section", tag="H1", keep=True),
    ]
    if table.when:
        body.append(Words(rich(table.when), "sheet-when", keep=True))
    return Entry(
        tuple(body),
        under="rule",
        anchor=table.anchor,
        title=table.title,
        level=1,
        keep=True,
        running=content.sheet.subject,
    )


class _Plan:
    """The table from the audience: flags, who stands behind, seats, the table with its folders."""

    def __init__(self, document: Document, heads: TableHeads, table: SigningTable) -> None:
        self.theme, self.heads, self.table = document.theme, heads, table
        self.arranger = document.arranger
        self.setter = document.composer.elements.setter
        self.node = document.root.add("Sect")
        frame = self.theme.frame
        self.label = self.theme.space("plan-label")
        self.x, self.width = frame.left + self.label, frame.measure - self.label

    def strips(self) -> Iterator[Strip]:
        """The drawing, a row of seats after the other."""
        seats = self.table.seats
        for start in range(0, len(seats), _MOST_SEATS):
            yield from self._rows(seats[start : start + _MOST_SEATS])
        yield self._audience()
        if len(seats) > 1:
            yield from self._turns()

    def _turns(self) -> Iterator[Strip]:
        """Which folder is signed at which seat, round by round under the seats."""
        theme, frame = self.theme, self.theme.frame
        cell = Cell(frame.left, frame.measure, self.arranger.languages[0])
        heads = list(self._in_line(self.heads.turns, "plan-head", cell))
        for n, line in enumerate(heads):
            before = theme.space("plan-gap") if n == 0 else 0.0
            yield Strip(line.above, line.below, line.marks, before=before, keep=True)
        for start in range(0, len(self.table.seats), _MOST_SEATS):
            for turn in self.table.turns:
                folders = turn.folders[start : start + _MOST_SEATS]
                strip = self._band(turn.called, [(text, "plan-turn") for text in folders])
                strip.keep = turn is not self.table.turns[-1]
                rule = theme.line("hairline")
                ink = theme.ink("hairline")
                strip.over = (RuleMark(frame.left, strip.above, frame.measure, rule, ink),)
                strip.below += theme.unit / 2
                yield strip

    def _rows(self, seats: Sequence[Seat]) -> Iterator[Strip]:
        heads = self.heads
        first = self._band(heads.flags, [(s.flag, "plan-flag") for s in seats])
        first.before = self.theme.space("plan-gap")
        self._poles(first, len(seats))
        yield first
        yield self._band(heads.behind, [(s.behind, "plan-behind") for s in seats])
        people = [
            [
                *self._lines(s.name, "plan-name", n, len(seats)),
                *self._lines(_held(s), "plan-office", n, len(seats)),
            ]
            for n, s in enumerate(seats)
        ]
        yield self._placed(heads.seats, people)
        yield self._desk(seats)

    def _band(self, label: Wording, texts: Sequence[tuple[Wording, str]]) -> Strip:
        columns = [
            list(self._lines(text, style, n, len(texts), inline=True))
            for n, (text, style) in enumerate(texts)
        ]
        return self._placed(label, columns)

    def _placed(self, label: Wording, columns: Sequence[list[Line]]) -> Strip:
        """Columns midway in a band, with their label at the left."""
        pad = self.theme.space("plan-seat")
        tall = max((height_of(lines) for lines in columns), default=0.0)
        told = list(self._labelled(label))
        tall = max(tall, height_of(told)) + pad
        marks: list[Mark] = []
        for lines in (told, *columns):
            marks += set_down(lines, (tall + height_of(lines)) / 2)
        return Strip(tall, 0.0, marks, keep=True)

    def _poles(self, strip: Strip, count: int) -> None:
        """A small flag on its pole over each name."""
        theme = self.theme
        size, thick = theme.space("plan-flag"), theme.line("rule")
        for n in range(count):
            cell = self._cell(n, count)
            x = cell.x + cell.width / 2 - size * 0.7
            y = strip.above + theme.unit
            strip.marks.append(BoxMark(x, y, thick, size * 1.5, theme.ink("soft")))
            strip.marks.append(
                BoxMark(
                    x + thick,
                    y + size * 0.7,
                    size * 1.2,
                    size * 0.8,
                    theme.ink("accent"),
                    outline=theme.line("hairline") * 1.5,
                )
            )
        strip.above += size * 1.5 + theme.unit * 2

    def _desk(self, seats: Sequence[Seat]) -> Strip:
        """The table with a folder at each seat."""
        theme = self.theme
        pad = theme.space("plan-seat")
        columns = [
            list(self._lines(seat.folder, "plan-folder", n, len(seats)))
            for n, seat in enumerate(seats)
        ]
        tall = max(height_of(lines) for lines in columns) + 4 * pad
        marks: list[Mark] = []
        if tint := theme.ink("tint"):
            marks.append(BoxMark(self.x, 0.0, self.width, tall, tint, theme.space("plan-round")))
        outline = theme.line("rule")
        round_ = theme.space("plan-round")
        marks.append(
            BoxMark(
                *(self.x, 0.0, self.width, tall, theme.ink("accent")),
                radius=round_,
                outline=outline,
            )
        )
        for n, lines in enumerate(columns):
            cell = self._cell(n, len(seats))
            high = height_of(lines) + 2 * pad
            low = (tall - high) / 2
            paper = theme.ink("paper")
            wide = cell.width - 2 * pad
            marks.append(BoxMark(cell.x + pad, low, wide, high, paper, round_ / 2))
            line = theme.line("hairline") * 1.5
            marks.append(
                BoxMark(
                    *(cell.x + pad, low, wide, high, theme.ink("soft")),
                    radius=round_ / 2,
                    outline=line,
                )
            )
            marks += set_down(lines, low + high - pad)
        label = list(self._labelled(self.heads.folders))
        marks += set_down(label, (tall + height_of(label)) / 2)
        return Strip(tall, 0.0, marks, before=0.0, keep=True)

    def _audience(self) -> Strip:
        theme = self.theme
        cell = Cell(self.x, self.width, self.arranger.languages[0])
        lines = list(self._in_line(self.heads.audience, "plan-audience", cell))
        tall = height_of(lines) + theme.space("plan-band")
        marks: list[Mark] = [*set_down(lines, height_of(lines))]
        rule = theme.line("hairline")
        marks.append(RuleMark(self.x, 0.0, self.width, rule, theme.ink("hairline")))
        return Strip(tall, theme.unit, marks)

    def _cell(self, number: int, count: int) -> Cell:
        width = self.width / count
        return Cell(self.x + number * width, width, self.arranger.languages[0])

    def _lines(
        self, text: Wording, style: str, number: int, count: int, *, inline: bool = False
    ) -> Iterable[Line]:
        cell = self._cell(number, count)
        pad = self.theme.space("plan-seat")
        inner = Cell(cell.x + 2 * pad, cell.width - 4 * pad, cell.language)
        return self._in_line(text, style, inner) if inline else self._in_each(text, style, inner)

    def _labelled(self, label: Wording) -> Iterable[Line]:
        cell = Cell(self.theme.frame.left, self.label - self.theme.unit, "")
        return self._in_each(label, "plan-label", cell)

    def _in_line(self, text: Wording, style: str, cell: Cell) -> Iterable[Line]:
        """A text in every language set, one after the other."""
        wanted = [pair for pair in text if pair[0] in self.arranger.set_languages] or text[:1]
        if not wanted:
            return ()
        bits = [(language, (Bit(words),)) for language, words in wanted]
        return self.setter.inline(bits, style, cell, self.node.add("P", wanted[0][0]))

    def _in_each(self, text: Wording, style: str, cell: Cell) -> Iterator[Line]:
        """A text in every language set, one below the other."""
        for n, language in enumerate(self.arranger.set_languages):
            words = dict(text).get(language, "") or ("" if n else own(text, language))
            if not words:
                continue
            at = Cell(cell.x, cell.width, language, second=n > 0)
            yield from self.setter.paragraph(
                (language, (Bit(words),)), style, at, self.node.add("P", language)
            )


def _held(seat: Seat) -> Wording:
    """The office of who signs, and for which party."""
    return tuple(
        affiliation(seat.office, seat.party, language)
        for language in languages_of(seat.office, seat.party)
    )


# -- what stands under the drawing --------------------------------------------------------------


def _below(heads: TableHeads, table: SigningTable) -> Iterator[Entry]:
    if table.figures:
        yield _heading(heads.photo)
        for start in range(0, len(table.figures), _MOST_SEATS):
            yield _figures(table.figures[start : start + _MOST_SEATS])
    if table.checks:
        yield _heading(heads.checklist)
        rows = [table.checks[start : start + 2] for start in range(0, len(table.checks), 2)]
        for row in rows:
            # Ticked off on one page, down to the notes.
            yield _checks(row, keep=row is not rows[-1] or bool(table.notes))
    if table.notes:
        notes = Text(table.notes, "plan-text")
        yield Entry((notes,), pad="run-row", before="run-row", rule="hairline")


def _heading(text: Wording) -> Entry:
    return Entry(
        (Words(rich(text), "plan-head", tag="H2", inline=True, keep=True), Gap("part")),
        before="plan-gap",
        keep=True,
    )


def _figures(figures: Sequence[Figure]) -> Entry:
    """People beside each other, as they stand."""
    columns = tuple(Column(f"plan-{n}") for n, _ in enumerate(figures, 1))
    fields = tuple(
        Field((Words(rich(figure.name), "plan-strong" if figure.signs else "plan-text"),))
        for figure in figures
    )
    return Entry((Fields(columns, fields),), pad="run-row", rule="hairline", tag="TR")


def _checks(texts: Sequence[Wording], *, keep: bool) -> Entry:
    """Two things to tick off beside each other."""
    columns = tuple(
        column
        for n in (1, 2)
        for column in (Column(f"plan-box-{n}", tight=True), Column(f"plan-{n}"))
    )
    fields: list[Field] = []
    for text in texts:
        fields.append(Field((Words((("", (Bit("□"),)),), "plan-text"),)))
        fields.append(Field((Words(rich(text), "plan-text"),)))
    if len(texts) == 1:
        fields.append(Field((), span=2))
    return Entry((Fields(columns, tuple(fields)),), pad="list-close", keep=keep, tag="TR")
