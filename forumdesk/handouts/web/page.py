# SPDX-License-Identifier: MIT
"""One page of HTML that needs nothing besides: styles and pictures are in it, scripts are not.

The same content gives the same bytes; a language is chosen by the style alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from string import Template

from forumdesk.domain.assets import resources
from forumdesk.domain.languages import base, language_name
from forumdesk.domain.terms import T_
from forumdesk.domain.words import words_in
from forumdesk.handouts.content import HostGroup, ProgramContent, Wording, said
from forumdesk.handouts.contents.page import PageContent
from forumdesk.handouts.theme import legible, lighter, theme
from forumdesk.handouts.web.agenda import AgendaPage
from forumdesk.handouts.web.markup import Markup, element, id_of, joined, link, picture, shown_in
from forumdesk.handouts.web.order import Ordered

_TO_PROGRAM = T_("page", "Skip to the program")
_CONTENTS = T_("page", "On this page")
_ALL = T_("page", "All")
_INKS = ("ink", "soft", "hairline", "tint", "paper", "accent", "mark")
# Nothing is fetched, whatever the texts say.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'"


def page(content: PageContent, look: str = "", accent: str = "") -> bytes:
    """The page, in the colours of a theme and a house accent (``#rrggbb``) over it."""
    return _Page(content).html(look, accent).encode(errors="replace")


class _Page:
    def __init__(self, content: PageContent) -> None:
        self._program: ProgramContent = content.program
        self._sheet = content.program.sheet
        self._markup = Markup(self._sheet.languages)
        abstracts = content.program.abstracts
        entries = {one.entry: one.anchor for one in abstracts.abstracts} if abstracts else {}
        self._agenda = AgendaPage(self._markup, dict(content.links), entries)
        self._shown = tuple(Ordered(self._markup, self._agenda).all(self._program))

    def html(self, look: str, accent: str) -> str:
        """The whole document."""
        language = self._sheet.languages[0]
        title = " · ".join(text for _, text in self._sheet.title)
        head = (
            '<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="referrer" content="no-referrer">\n'
            '<meta name="generator" content="ForumDesk">\n'
            f"<title>{escape(title)}</title>\n"
            f"<style>\n{_style(self._sheet.design or look, accent)}{self._choosing()}</style>"
        )
        body = "\n".join(
            (
                self._choices(),
                link("#program", escape(self._word(_TO_PROGRAM)), "skip"),
                self._head(),
                self._ways(),
                element("main", joined(self._main(), "\n"), "wrap"),
                self._foot(),
            )
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n'
            f"<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
        )

    def _choices(self) -> str:
        """The buttons of the languages, before all that they show or hide."""
        if len(self._sheet.languages) < 2:
            return ""
        ids = ("all", *map(id_of, self._sheet.languages))
        return "".join(
            f'<input class="hear" type="radio" name="language" id="show-{one}"'
            f' aria-label="{escape(name)}"{" checked" if one == "all" else ""}>'
            for one, name in zip(ids, self._names(), strict=True)
        )

    def _names(self) -> list[str]:
        languages = self._sheet.languages
        return [self._word(_ALL), *(language_name(tag, tag) for tag in languages)]

    def _choosing(self) -> str:
        """The style that shows one language, and which is chosen."""
        rules = []
        for one in (*self._sheet.languages, "") if len(self._sheet.languages) > 1 else ():
            chosen = f"#show-{id_of(one) or 'all'}"
            label = f'label[for="{chosen[1:]}"]'
            if one:
                rules.append(f"{chosen}:checked ~ * .l:not(.{shown_in(one)}) {{ display: none; }}")
                rules.append(
                    f"{chosen}:checked ~ * .l {{ color: inherit; font-size: inherit;"
                    " font-weight: inherit; margin-top: 0; }"
                )
                rules.append(f"{chosen}:checked ~ * .l::before {{ content: none !important; }}")
            rules.append(
                f"{chosen}:checked ~ * {label} {{ background: var(--accent);"
                " border-color: var(--accent); color: var(--paper); }"
            )
            rules.append(
                f"{chosen}:focus-visible ~ * {label} {{ outline: .15rem solid var(--accent);"
                " outline-offset: .15rem; }"
            )
        return "".join(f"{rule}\n" for rule in rules)

    def _head(self) -> str:
        sheet, cover = self._sheet, self._program.cover
        groups = cover.hosts if cover else ()
        logos = [picture(h.logo) for group in groups for h in group.hosts if h.logo]
        text = self._markup.element
        inner = joined(
            (
                element("div", joined(logos), "logos") if logos else "",
                text("h1", sheet.title),
                text("p", cover.slogan, "slogan") if cover else "",
                element("div", text("p", sheet.dates) + text("p", sheet.place), "facts"),
                element("div", joined(map(self._hosts, groups)), "hosts") if groups else "",
                self._labels(),
            )
        )
        return element("header", element("div", inner, "wrap"), "head")

    def _hosts(self, group: HostGroup) -> str:
        names = joined(element("li", self._markup.text(host.name)) for host in group.hosts)
        return element("div", self._markup.element("h2", group.role) + element("ul", names))

    def _labels(self) -> str:
        if len(self._sheet.languages) < 2:
            return ""
        ids = ("all", *map(id_of, self._sheet.languages))
        labels = (
            f'<label for="show-{one}">{escape(name)}</label>'
            for one, name in zip(ids, self._names(), strict=True)
        )
        return element("div", joined(labels), "choice", aria_hidden="true")

    def _ways(self) -> str:
        """The sections of the page, days apart where there are several."""
        ways = joined(
            element("li", link(f"#{id_of(anchor)}", self._markup.text(label)))
            for anchor, label in self._anchors()
        )
        inner = element("div", element("ul", ways), "wrap")
        return element("nav", inner, "ways", aria_label=self._word(_CONTENTS))

    def _anchors(self) -> Iterator[tuple[str, Wording]]:
        for section in self._shown:
            yield from section.anchors

    def _main(self) -> Iterator[str]:
        yield from (section.html for section in self._shown)

    def _foot(self) -> str:
        sheet, back = self._sheet, self._program.back
        online = link(back.link, escape(back.link)) if back and back.link else ""
        stamp = self._markup.lines(
            lambda tag: escape(
                joined(
                    (said(sheet.stamp.name, tag)[1], sheet.stamp.time, sheet.stamp.digest), " · "
                )
            )
        )
        inner = joined((self._markup.element("p", sheet.title), element("p", stamp), online))
        return element("footer", element("div", inner, "wrap"), "foot")

    def _word(self, term: tuple[str, str]) -> str:
        return words_in(base(self._sheet.languages[0])).context(*term)


def _style(look: str, accent: str) -> str:
    of = theme(look, accent=accent)
    inks = {name: of.ink(name) or of.ink("ink") for name in _INKS}
    dark = {f"{name}_dark": lighter(inks[name]) for name in ("accent", "mark")}
    plain = {**inks, "accent": legible(inks["accent"]), **dark}
    return Template((resources() / "web" / "program.css").read_text("utf-8")).substitute(plain)
