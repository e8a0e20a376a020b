# SPDX-License-Identifier: MIT
"""Signs for doors: each on one page, in the largest type in which all of it is on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from forumdesk.handouts import qr
from forumdesk.handouts.content import Wording
from forumdesk.handouts.document import Document, Look, Printed
from forumdesk.handouts.dress import one_line, own
from forumdesk.handouts.flow.boxes import BoxMark, Mark, Strip, TextMark, depth_of
from forumdesk.handouts.flow.fields import repeating
from forumdesk.handouts.flow.setting import Composer
from forumdesk.handouts.result import Finding, FindingKind
from forumdesk.handouts.story import Element, Entry, Label, Part, Times, Words, rich
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.text.linebreaking import Span, natural_width, set_text
from forumdesk.handouts.theme import least_scale
from forumdesk.handouts.timetables import Sign, SignDetail, SignsContent, Slot

_LARGEST = 1.8  # times the theme's type, where a sign has little to say
_LARGEST_NAME = 1.5
_ON_ONE_LINE = 0.7  # of its size: smaller, and a name goes on two lines
_STEP = 0.95
_HALVINGS = 5
_TALLEST = 0.3  # of a page: the most that the name of a room takes
_LOWEST = 0.14  # of a page: as much where there is a lot to say


def signs_printed(content: SignsContent, look: Look) -> Printed:
    """Set and draw the signs."""
    document = Document(content.sheet, look)
    document.one_sided = True
    setter = _Signs(content, document)
    for sign in content.signs:
        document.place(setter.strips(sign))
    if not content.signs:
        nothing = Words(rich(content.nothing), "sign-title")
        head = Words(rich(content.sheet.title), "sign-date", tag="H1")
        document.add([Part((Entry((head, nothing)),))])
    printed = document.printed()
    return replace(
        printed, modules=setter.modules, findings=(*printed.findings, *setter.findings())
    )


class _Signs:
    """Sets signs one after the other, and keeps what had no room."""

    def __init__(self, content: SignsContent, document: Document) -> None:
        self.content = content
        self.document = document
        self.theme = document.theme
        self.modules: tuple[float, ...] = ()
        self._gone: dict[SignDetail, int] = dict.fromkeys(SignDetail, 0)
        self._least = 1.0
        self._heights: dict[tuple[str, float], float] = {}

    def findings(self) -> Iterator[Finding]:
        """What there is to say of how the signs were set."""
        if self._least < 1:
            yield Finding(FindingKind.SHRUNK, amount=self._least)
        for detail, count in self._gone.items():
            if count:
                yield Finding(FindingKind.ABRIDGED, text=detail.value, amount=count)

    def strips(self, sign: Sign) -> list[Strip]:
        """A sign: forum, room and date, what is on, and the code at its foot."""
        node = self.document.root.add("Sect")
        tall, scale, gone = self._fit(sign)
        self._least = min(self._least, scale)
        for detail in gone:
            self._gone[detail] += sum(_has(slot, detail) for slot in sign.slots)
        head = self._head(sign, tall, node)
        rows = self._rows(sign, scale, gone, node)
        foot = self._foot(node) if self.content.link else []
        free = self.theme.frame.depth - depth_of(head) - depth_of(rows) - depth_of(foot)
        if foot and free > 0:
            foot[0].before = free - 0.02
        rows[-1].keep = False
        again = repeating(head)
        for strip in rows:
            strip.repeat = again
        title = own(one_line(sign.room, sign.date), self.content.sheet.languages[0])
        self.document.composer.outline.append((sign.anchor, title, 1))
        head[0].need = 1.0
        head[0].anchors = (sign.anchor, *(slot.anchor for slot in sign.slots))
        return [*head, *rows, *foot]

    # -- head -------------------------------------------------------------------------------------

    def _head(self, sign: Sign, tall: float, node: Node) -> list[Strip]:
        """Forum, the name of the room in a part of the page, and the date over a rule."""
        forum = Words(rich(self.content.sheet.title), "sign-forum", inline=True, whole=True)
        strips = self._set((Entry((forum,), keep=True),), 1.0, node)
        room = Entry(
            (Words(rich(sign.room), "sign-room", tag="H1"),), before="sign-head", keep=True
        )
        strips += self._set((room,), self._name_scale(sign.room, tall), node)
        date = Words(rich(sign.date), "sign-date", inline=True, whole=True)
        strips += self._set(
            (Entry((date,), before="sign-date", under="heavy", keep=True),), 1.0, node
        )
        for strip in strips:
            strip.keep = True
        return strips

    def _name_scale(self, room: Wording, tall: float) -> float:
        """How large a room's name is set: words whole, and all of it in its share of the page."""
        frame = self.theme.frame
        wide = natural_width([Span(room[0][1], self.theme.style("sign-room"))]) if room else 1.0
        alone = frame.measure / max(wide, 1.0)  # on one line, if that is large enough
        scale = min(alone, _LARGEST_NAME) if alone >= _ON_ONE_LINE else 1.0
        while scale > least_scale(self.theme) * 0.5:
            theme = self.theme.scaled(scale)
            height, widest = 0.0, 0.0
            for n, (language, words) in enumerate(room[: len(self.languages)]):
                style = theme.style("sign-room", second=n > 0)
                lines = set_text([Span(words, style)], frame.measure, language)
                height += len(lines) * style.leading
                longest = max(map(style.face.width, words.split()), default=0.0)
                widest = max(widest, longest * style.size)
            if widest <= frame.measure and height <= frame.depth * tall:
                break
            scale *= _STEP
        return scale

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that are set."""
        return self.document.arranger.set_languages

    # -- rows -------------------------------------------------------------------------------------

    def _fit(self, sign: Sign) -> tuple[float, float, tuple[SignDetail, ...]]:
        """The part of the page for the room's name, the scale of type, the details left out.

        It is the largest type in which the sign is on its page, with the fewest details left out;
        then with a smaller name, down to the theme's floor. What is more goes on to a further page.
        """
        details, least = tuple(SignDetail), least_scale(self.theme)
        for count in range(len(details) + 1):
            if self._fits(sign, _TALLEST, least, details[:count]):
                return (
                    _TALLEST,
                    self._largest(sign, _TALLEST, details[:count], least),
                    details[:count],
                )
        floor = self.theme.floor / self.theme.base if least < 1 else 1.0
        if self._fits(sign, _LOWEST, floor, details):
            return _LOWEST, self._largest(sign, _LOWEST, details, floor), details
        return _LOWEST, floor, details

    def _largest(self, sign: Sign, tall: float, gone: tuple[SignDetail, ...], fits: float) -> float:
        """The largest scale of type that fits, where a small one does."""
        too_large = _LARGEST
        for _ in range(_HALVINGS):
            middle = (fits + too_large) / 2
            if self._fits(sign, tall, middle, gone):
                fits = middle
            else:
                too_large = middle
        return fits

    def _fits(self, sign: Sign, tall: float, scale: float, gone: tuple[SignDetail, ...]) -> bool:
        rows = depth_of(self._rows(sign, scale, gone, Node("Sect")))
        return self._around(sign, tall) + rows <= self.theme.frame.depth

    def _around(self, sign: Sign, tall: float) -> float:
        """The height of head and foot."""
        key = (sign.anchor, tall)
        known = self._heights.get(key)
        if known is None:
            foot = self._foot(Node("Sect")) if self.content.link else []
            known = depth_of(self._head(sign, tall, Node("Sect"))) + depth_of(foot)
            self._heights[key] = known
        return known

    def _rows(
        self, sign: Sign, scale: float, gone: Sequence[SignDetail], node: Node
    ) -> list[Strip]:
        """What is on, close together where type is smaller than sheets are wont to have it."""
        pad = "sign-row" if scale >= least_scale(self.theme) else "sign-row-close"
        entries = [_row(slot, gone, pad) for slot in sign.slots]
        if entries:
            entries[0] = replace(entries[0], before="sign-rows", rule="")
        return self._set(tuple(entries), scale, node)

    def _set(self, entries: tuple[Entry, ...], scale: float, node: Node) -> list[Strip]:
        composer = Composer(
            self.theme.scaled(scale), self.document.arranger, self.content.sheet.labels.continued
        )
        return composer.part(Part(entries), node)

    # -- foot -------------------------------------------------------------------------------------

    def _foot(self, node: Node) -> list[Strip]:
        """The link to the agenda, as a code and in words."""
        theme, frame = self.theme, self.theme.frame
        content, side = self.content, theme.space("qr") / 2
        code = qr.grid(content.link)
        unit = qr.module(code, side) if code else 0.0
        self.modules = (unit,)
        marks: list[Mark] = [*_modules(code, (frame.left, 0.0), side, theme.ink("ink"))]
        x = frame.left + (side + theme.space("sign-gap") if code else 0.0)
        style = theme.style("sign-link")
        y = side / 2 + style.leading * 0.3
        label = own(content.link_label, self.languages[0])
        for text, link in ((label, ""), (content.link, content.link)):
            for line in set_text([Span(text, style, link)], frame.left + frame.measure - x, ""):
                for piece in line.pieces:
                    own_node = node.add("P")
                    marks.append(
                        TextMark(x + piece.x, piece.text, piece.span, piece.width, own_node, y)
                    )
                y -= style.leading
        return [Strip(side, 0.0, marks)]


def _modules(
    code: qr.Grid, corner: tuple[float, float], side: float, ink: str
) -> Iterator[BoxMark]:
    """The dark modules of a code, neighbours of a row in one."""
    left, low = corner
    unit = qr.module(code, side) if code else 0.0
    for row, start, length in qr.runs(code):
        y = low + side - (qr.QUIET + row + 1) * unit
        yield BoxMark(left + (qr.QUIET + start) * unit, y, length * unit, unit, ink)


def _row(slot: Slot, gone: Sequence[SignDetail], pad: str) -> Entry:
    """A session: times in the rail, title, who is on, items."""
    style = "sign-quiet" if slot.quiet else "sign-title"
    title = slot.title[:1] if SignDetail.SECOND in gone else slot.title
    body: list[Element] = [
        Words(rich(title), style, tag="H2", symbol=slot.kind if slot.ceremony else "", keep=True)
    ]
    if slot.note:
        body.append(Words(rich(slot.note), "sign-note", inline=True))
    items = () if SignDetail.ITEMS in gone else slot.items
    if slot.who and not items and SignDetail.WHO not in gone:
        body.append(Words(rich(slot.who), "sign-who", inline=True, whole=True))
    body += [_item(item, gone) for item in items]
    return Entry(
        tuple(body),
        rail=_when(slot),
        width="sign-rail",
        pad=pad,
        rule="hairline",
    )


def _when(slot: Slot) -> Times | Label:
    """The times of a session, or that they are open."""
    if not slot.start:
        return Label(rich(slot.untimed), "sign-note")
    return Times(slot.start, slot.end, not slot.end, "sign-time")


def _item(item: Slot, gone: Sequence[SignDetail]) -> Entry:
    title = item.title[:1] if SignDetail.SECOND in gone else item.title
    body: list[Element] = [Words(rich(title), "sign-item", inline=True, whole=True)]
    if item.who and SignDetail.WHO not in gone:
        body.append(Words(rich(item.who), "sign-who", inline=True, whole=True))
    return Entry(tuple(body), before="sign-item")


def _has(slot: Slot, detail: SignDetail) -> bool:
    """Whether a row has a detail that may be left out."""
    if detail is SignDetail.ITEMS:
        return bool(slot.items)
    return bool(slot.who) if detail is SignDetail.WHO else len(slot.title) > 1
