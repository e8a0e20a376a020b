# SPDX-License-Identifier: MIT
"""The outside of a pocket agenda: its first page and its last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from forumdesk.handouts.cards.fitting import Fitter, Text
from forumdesk.handouts.cards.stacking import Area, Stack, put, stacked
from forumdesk.handouts.content import Wording
from forumdesk.handouts.flow.arrange import Arranger
from forumdesk.handouts.flow.boxes import Page, RuleMark, height_of
from forumdesk.handouts.flow.cells import Cell, Setter
from forumdesk.handouts.flow.pages import paginate
from forumdesk.handouts.flow.setting import Composer
from forumdesk.handouts.ornaments import frame_rules
from forumdesk.handouts.painting import Painter
from forumdesk.handouts.pocket import PocketContent
from forumdesk.handouts.pocket_story import back_part
from forumdesk.handouts.qr import grid, module, path
from forumdesk.handouts.story import Bit
from forumdesk.handouts.tagging import Node


class PocketFaces:
    """Draws the first and the last page, inside the edges that office printers leave white."""

    def __init__(self, content: PocketContent, composer: Composer, arranger: Arranger) -> None:
        self._content, self._composer = content, composer
        self._theme = composer.theme
        self._languages = arranger.languages if arranger.stacked else arranger.languages[:1]
        self._fitter = Fitter(self._theme.floor)
        self.overflowing: list[str] = []  # texts that do not fit the cover

    def front(self, painter: Painter, node: Node | None, sheet: tuple[int, int]) -> None:
        """The cover; of a further sheet it says which one it is."""
        theme, frame, cover = self._theme, self._theme.frame, self._content.cover
        inset, gap = theme.space("pocket-inset"), theme.space("pocket-gap")
        manner = theme.choice("cover")
        left, width = inset + gap, frame.width - 2 * (inset + gap)
        split = frame.height * (1 - theme.share("pocket-field"))
        top = frame.height - inset
        if manner == "field":
            size = (frame.width - 2 * inset, top - split)
            painter.field(inset, split, size, theme.ink("accent"))
        elif manner == "frame":
            painter.drawing(frame_rules(theme, painter))
        kind = self._texts([(self._content.sheet.running, "pocket-kind", 2)])
        if sheet[1] > 1:
            kind.append(Text("", f"{sheet[0]} / {sheet[1]}", theme.style("pocket-kind"), 1))
        said = self._stacked(kind, (width, (top - split) / 3))
        put(painter, said, Area(left, top - gap, width, said.height), node)
        title = self._stacked(
            self._texts([(cover.title, "pocket-cover", 5), (cover.slogan, "pocket-slogan", 3)]),
            (width, top - split - said.height - 3 * gap),
        )
        put(painter, title, Area(left, split + gap + title.height, width, title.height), node)
        if manner != "field":
            rule = RuleMark(left, 0.0, width, theme.line("rule"), theme.ink("accent"))
            painter.marks([rule], split)
        self._below(painter, node, Area(left, split - gap, width, split - gap - inset - gap))

    def _below(self, painter: Painter, node: Node | None, area: Area) -> None:
        """When and where, and the hosts."""
        content, gap = self._content, self._theme.space("pocket-gap")
        lead = [
            (group.role, host.name) for group in content.cover.hosts[:1] for host in group.hosts
        ]
        when = self._texts(
            [(content.sheet.dates, "pocket-dates", 2), (content.sheet.place, "pocket-where", 3)]
        )
        label = self._texts([(role, "pocket-by", 1) for role, _ in lead[:1]])
        hosts = self._texts([(name, "pocket-host", 2) for _, name in lead], close=True)
        label[:1] = [replace(first, gap=gap) for first in label[:1]]
        stack = self._stacked([*when, *label, *hosts], (area.width, area.height))
        put(painter, stack, replace(area, height=stack.height), node)

    def back_pages(self, node: Node) -> list[Page]:
        """The last page, after such as its notes take before it; there the link has its place."""
        frame = self._theme.frame
        raised = replace(frame, bottom=frame.bottom + self._code_height())
        strips = self._composer.part(back_part(self._content), node)
        pages = paginate(strips, raised) or [Page()]
        pages[-1].kind = "back"
        return pages

    def back(self, painter: Painter, node: Node, stamp: str) -> None:
        """What the last page has besides: the link as a code, which state the sheet shows."""
        theme, frame = self._theme, self._theme.frame
        foot = self._stacked(
            [Text("", stamp, theme.style("foot"), 2)], (frame.measure, frame.bottom)
        )
        y = frame.bottom - theme.space("foot") + foot.blocks[0].style.size
        put(painter, foot, Area(frame.left, y, frame.measure, foot.height), None)
        if self._content.back.link:
            self._code(painter, node)

    def _code_height(self) -> float:
        side, gap = self._theme.space("pocket-qr"), self._theme.space("pocket-gap")
        return side + gap if self._content.back.link else 0.0

    def _code(self, painter: Painter, node: Node) -> None:
        """The link as a QR code, an artifact, and beside it as text."""
        theme, frame, of = self._theme, self._theme.frame, self._content.back
        side, gap = theme.space("pocket-qr"), theme.space("pocket-gap")
        code, low = grid(of.link), frame.bottom
        painter.modules.append(module(code, side) if code else 0.0)
        if code:
            painter.field(frame.left, low, (side, side), theme.ink("paper"))
            ink = painter.ink(theme.ink("ink"))
            painter.drawing(f"{ink} {path(code, (frame.left, low), side)}")
        cell = Cell(frame.left + side + gap, frame.measure - side - gap, "")
        setter, lines = Setter(theme), []
        for n, (language, text) in enumerate(of.link_label):
            at = replace(cell, language=language, second=n > 0)
            label = node.add("P", language)
            lines += setter.paragraph((language, (Bit(text),)), "pocket-label", at, label)
        link = (Bit(of.link, "pocket-link", of.link),)
        lines += setter.paragraph(("", link), "pocket-link", cell, node.add("P"))
        y = low + (side + height_of(lines)) / 2
        for line in lines:
            painter.marks(line.marks, y - line.above)
            y -= line.above + line.below

    def _texts(
        self, said: Sequence[tuple[Wording, str, int]], *, close: bool = False
    ) -> list[Text]:
        """Texts in every language, the first leading; white between different ones."""
        texts: list[Text] = []
        for wording, style, lines in said:
            gap = 0.0 if close else self._theme.space("pocket-apart")
            shown = [pair for pair in wording if pair[0] in self._languages] or wording[:1]
            for n, (language, words) in enumerate(shown):
                of = self._theme.style(style, second=n > 0)
                tag = "H1" if style == "pocket-cover" else "P"
                texts.append(Text(language, words, of, lines, 0.0 if n else gap, tag, single=0.8))
        return texts

    def _stacked(self, texts: Sequence[Text], room: tuple[float, float]) -> Stack:
        stack = stacked(self._fitter, texts, room)
        self.overflowing += stack.overflowing
        return stack
