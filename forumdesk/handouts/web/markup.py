# SPDX-License-Identifier: MIT
"""Worded content as HTML. Whatever comes from the data is escaped here, and nowhere else.

A text in several languages stands in each, marked so that one of them can be chosen by the style
alone; one that a language lacks stays visible for it in the first there is.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable
from html import escape

from forumdesk.domain.languages import base
from forumdesk.handouts.content import Block, BlockKind, Picture, Prose, Wording

_FROM_RIGHT = frozenset({"ar", "fa", "he", "ur"})
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_NOT_OF_IDS = re.compile(r"[^A-Za-z0-9_-]+")


class Markup:
    """HTML in the languages of a sheet."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages

    def text(self, wording: Wording, tag: str = "span") -> str:
        """A text in its languages, one element each; the bare text where it has but one."""
        if not wording:
            return ""
        return "".join(
            f"<{tag}{self._for(language, wording)}>{escape(said)}</{tag}>"
            for language, said in wording
        )

    def element(self, tag: str, wording: Wording, kind: str = "") -> str:
        """A text inside an element; nothing for an empty one."""
        return element(tag, self.text(wording), kind) if wording else ""

    def lines(self, make: Callable[[str], str], tag: str = "span") -> str:
        """What ``make`` writes (as HTML) for each language; once where it is the same."""
        made = {language: make(language) for language in self.languages}
        if len(set(made.values())) == 1:
            return next(iter(made.values()))
        return "".join(
            f"<{tag}{self._for(language, tuple(made.items()))}>{html}</{tag}>"
            for language, html in made.items()
            if html
        )

    def prose(self, prose: Prose) -> str:
        """Running text: paragraphs and lists, a block for each language."""
        if not prose:
            return ""
        wording = tuple((language, "…") for language, _ in prose)
        return element(
            "div",
            "".join(
                f"<div{self._for(language, wording)}>{_blocks(blocks)}</div>"
                for language, blocks in prose
            ),
            "prose",
        )

    def _for(self, language: str, wording: Wording) -> str:
        """The attributes of a text: its language, and for which others it stands."""
        says = f' lang="{escape(language)}"' if language else ""
        if base(language) in _FROM_RIGHT:
            says += ' dir="rtl"'
        if len(wording) == 1:
            return says
        own = {said for said, _ in wording}
        first = language == wording[0][0]
        stands = [language, *(tag for tag in self.languages if first and tag not in own)]
        return f' class="l {" ".join(map(shown_in, stands))}"{says}'


def shown_in(language: str) -> str:
    """The class of what is shown where a language is chosen."""
    return f"in-{id_of(language)}"


def id_of(text: str) -> str:
    """A text as the name of an anchor or class."""
    return _NOT_OF_IDS.sub("-", text)


def element(tag: str, html: str, kind: str = "", **attributes: str) -> str:
    """An element of HTML that is ready; ``kind`` is its class, attributes are escaped."""
    given = {"class": kind, **attributes}
    says = "".join(
        f' {name.replace("_", "-")}="{escape(value)}"' for name, value in given.items() if value
    )
    return f"<{tag}{says}>{html}</{tag}>"


def link(url: str, html: str, kind: str = "") -> str:
    """A link to an address that was found to be of the web, or to an anchor of the page."""
    far = "" if url.startswith("#") else "noopener noreferrer"
    return element("a", html, kind, href=url, rel=far)


def picture(found: Picture) -> str:
    """A picture, inside the page; told in words of the first language."""
    alt = found.alt[0][1] if found.alt else ""
    data = base64.b64encode(found.data).decode()
    return (
        f'<img src="data:{escape(found.media_type)};base64,{data}" alt="{escape(alt)}"'
        f' width="{found.width}" height="{found.height}">'
    )


def color_style(color: str) -> str:
    """The style that gives a track its colour; empty for what is no colour."""
    return f"--track:{color}" if _COLOR.fullmatch(color) else ""


def joined(parts: Iterable[str], joint: str = "") -> str:
    """Pieces of HTML, empty ones left out."""
    return joint.join(filter(None, parts))


def _blocks(blocks: Iterable[Block]) -> str:
    html: list[str] = []
    within = ""
    for block in blocks:
        wanted = {BlockKind.BULLET: "ul", BlockKind.NUMBER: "ol"}.get(block.kind, "")
        if wanted != within:
            html += [f"</{within}>" if within else "", f"<{wanted}>" if wanted else ""]
            within = wanted
        said = escape(block.text)
        mark = f"{escape(block.mark)} " if block.mark else ""
        html.append(f"<li>{mark}{said}</li>" if within else f"<p>{said}</p>")
    html.append(f"</{within}>" if within else "")
    return "".join(html)
