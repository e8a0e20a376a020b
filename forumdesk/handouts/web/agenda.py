# SPDX-License-Identifier: MIT
"""Days, sessions and items of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape

from forumdesk.domain.languages import base
from forumdesk.domain.terms import T_
from forumdesk.domain.words import words_in
from forumdesk.handouts.content import (
    NOTHING,
    Agenda,
    Day,
    Entry,
    PartLine,
    Quote,
    Wording,
    affiliation,
    said,
)
from forumdesk.handouts.contents.page import PageLink
from forumdesk.handouts.web.markup import (
    Markup,
    color_style,
    element,
    id_of,
    joined,
    link,
)

_ABOUT = T_("page", "Abstract")
_CALLED = {
    "page": T_("page", "Session page"),
    "link": T_("page", "Link"),
    "attachment": T_("page", "Document"),
    "recording": T_("page", "Recording"),
    "feedback": T_("page", "Feedback"),
}
Links = Mapping[str, tuple[PageLink, ...]]


class AgendaPage:
    """The agenda of a page; ``abstracts`` are the anchors of abstracts by those of entries."""

    def __init__(self, markup: Markup, links: Links, abstracts: Mapping[str, str]) -> None:
        self._markup = markup
        self._links = links
        self._abstracts = abstracts

    def section(self, agenda: Agenda) -> str:
        """All days under their heading."""
        days = "".join(map(self._day, agenda.days))
        heading = self._markup.element("h2", agenda.heading)
        return element("section", heading + days, id=id_of(agenda.anchor))

    def _day(self, day: Day) -> str:
        def line(language: str) -> str:
            ordinal = escape(said(day.ordinal, language)[1])
            number = element("span", ordinal, "ordinal") if ordinal else ""
            return number + escape(said(day.date, language)[1])

        heading = element("h3", self._markup.lines(line))
        entries = "".join(map(self._entry, day.entries))
        return element("section", heading + entries, "day", id=id_of(day.anchor))

    def _entry(self, entry: Entry) -> str:
        marks = {
            "quiet": entry.quiet,
            "ceremony": entry.ceremony,
            "cancelled": entry.cancelled,
        }
        kind = joined(("entry", *(name for name, is_so in marks.items() if is_so)), " ")
        anchor = id_of(entry.anchor)
        title = link(f"#{anchor}", self._markup.text(entry.title))
        body = joined(
            (
                element("h4", title),
                self._tags(entry),
                self._markup.element("div", entry.summary, "summary"),
                self.parts(entry.parts, entry.title),
                self._items(entry.items),
                *map(self._quote, entry.quotes),
                self._leads(entry.anchor),
            )
        )
        when = element("div", self._when(entry), "when")
        return element("article", when + element("div", body), kind, id=anchor)

    def _when(self, entry: Entry) -> str:
        if not entry.start:
            return self._markup.text(entry.untimed)

        def line(language: str) -> str:
            start, end = said(entry.start, language)[1], said(entry.end, language)[1]
            until = f"–{escape(end)}" if end else "–" if entry.open_end else ""
            return escape(start) + until

        return self._markup.lines(line)

    def _tags(self, entry: Entry) -> str:
        text = self._markup.text
        track = entry.track
        style = color_style(track.color) if track else ""
        tags = (
            element("span", text(entry.room), "room") if entry.room else "",
            element("span", text(track.name), "track", style=style) if track else "",
            *(element("span", text(badge.text), "badge") for badge in entry.badges),
        )
        return element("div", joined(tags), "tags") if any(tags) else ""

    def parts(self, parts: Iterable[PartLine], title: Wording = NOTHING) -> str:
        """Who does what, a line each; a role that the title says already is not said again."""
        named = _folded(title)
        lines = "".join(
            element("li", self._line(part, role=_folded(part.role) != named)) for part in parts
        )
        return element("ul", lines, "parts") if lines else ""

    def _line(self, part: PartLine, *, role: bool) -> str:
        """A part in each language; on one line where the role alone is said in several."""
        names = (part.name, part.office, part.organization, part.note)
        if any(len(wording) > 1 for wording in names):
            return self._markup.lines(_part(part, role=role))
        does = element("span", self._markup.text(part.role), "role inline") if role else ""
        return joined((does, _part(part, role=False)(part.name[0][0] if part.name else "")), " — ")

    def _items(self, items: Iterable[Entry]) -> str:
        made = "".join(map(self._item, items))
        return element("ol", made, "items") if made else ""

    def _item(self, item: Entry) -> str:
        anchor = id_of(item.anchor)
        body = joined(
            (
                element("h4", self._markup.text(item.title)),
                self._tags(item),
                self._markup.element("div", item.summary, "summary"),
                self.parts(item.parts, item.title),
                self._items(item.items),
                *map(self._quote, item.quotes),
                self._leads(item.anchor),
            )
        )
        clock = self._markup.lines(lambda tag: escape(said(item.start, tag)[1]))
        when = element("div", clock, "when")
        return element("li", when + element("div", body), "item", id=anchor)

    def _quote(self, quote: Quote) -> str:
        by = self._markup.element("footer", quote.by)
        return element("blockquote", self._markup.element("div", quote.text) + by, "quote")

    def _leads(self, anchor: str) -> str:
        """The abstract, and addresses on the web."""
        links = []
        if there := self._abstracts.get(anchor):
            links.append(link(f"#{id_of(there)}", self._said(_ABOUT)))
        for found in self._links.get(anchor, ()):
            label = escape(found.title) if found.title else self._said(_CALLED[found.kind])
            links.append(link(found.url, label))
        return element("div", joined(links), "links inline") if links else ""

    def _said(self, term: tuple[str, str]) -> str:
        return self._markup.lines(lambda tag: escape(words_in(base(tag)).context(*term)))


def _folded(wording: Wording) -> frozenset[str]:
    return frozenset(text.casefold() for _, text in wording)


def _part(part: PartLine, *, role: bool) -> Callable[[str], str]:
    """A part as one line: role, name, office and organization, how it is given."""

    def line(language: str) -> str:
        does = said(part.role, language)[1] if role else ""
        name = said(part.name, language)[1]
        note = said(part.note, language)[1]
        place = affiliation(part.office, part.organization, language)[1]
        who = joined((element("span", escape(name), "name") if name else "", escape(place)), ", ")
        told = joined((who, f"({escape(note)})" if note else ""), " ")
        return joined((element("span", escape(does), "role") if does else "", told), " — ")

    return line
