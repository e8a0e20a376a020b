# SPDX-License-Identifier: MIT
"""Foreign prose, be it HTML, Markdown or plain, as clean text without any markup.

Paragraphs come out apart by an empty line, list items as lines that begin with ``- `` or a
number, headings on a line of their own, links as ``text (address)``. A ``<`` or ``&`` that is
no markup stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape

from forumdesk.domain.wording import clean

_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn"),
        *("em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s"),
        *("samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var"),
        "wbr",
    )
)
_BLOCK = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2"),
        *("h3", "h4", "h5", "h6", "head", "header", "html", "iframe", "main", "nav", "object"),
        *("p", "section", "summary", "table", "tbody", "tfoot", "thead", "title", "tr"),
        *("video", "audio"),
    )
)
# How many line ends part a block from what comes before and after.
_LINES = {**dict.fromkeys(_BLOCK, 2), "hr": 2, "tr": 1, "dt": 1, "dd": 1}
_LISTS = frozenset({"ul", "ol", "menu"})
_UNSEEN = frozenset({"script", "style", "template"})
_OTHER = frozenset({"br", "hr", "li", "pre", "td", "th", "caption", "source"})
_KNOWN = _INLINE | _BLOCK | _LISTS | _UNSEEN | _OTHER
# A tag or comment; attribute values may hold a ">". Possessive, and a comment never reaches over
# the next one's beginning, so that no text however hostile takes more than one pass.
_TAG = re.compile(
    r"<!--(?:(?!-->|<!--).)*+-->"
    r"|<(/?)([A-Za-z][\w:-]*+)((?:\s(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)?+)\s*+/?>",
    re.DOTALL,
)
_CLOSING = re.compile(r"</([A-Za-z][\w:-]*+)")
_DEEPEST = 8  # levels of lists that are shown
_HTML = re.compile(r"</[A-Za-z][\w-]*\s*>|<(?:p|br|hr|li|img|div)\b[^<>]*>", re.IGNORECASE)
_HREF = re.compile(r"""\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_PLAIN = re.compile(r"[A-Za-z0-9 ,.:;!?'\"()/%@-]*")  # one line, and no sign that could be a mark
_LINE_END = re.compile(r"[ \t\u00a0]\n")
_RUN = re.compile(r"[\t\n\r\f]|  ")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def prose(source: str) -> str:
    """Clean text of a description, whatever markup it is written in."""
    if _PLAIN.fullmatch(source):
        return source.strip()
    if "<" in source and _HTML.search(source):
        return tidy(_Html().read(source))
    text = clean(source)
    if "&" in text:
        text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    return tidy(_from_markdown(text))


def tidy(text: str) -> str:
    """Text without spaces at line ends or more than one empty line in a row."""
    text = clean(text)
    if _LINE_END.search(text):
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    if "\n\n\n" in text:
        text = re.sub(r"\n{3,}", "\n\n", text)
    return text.strip()


class _Html:
    """HTML to text in one pass over its tags; any nesting, closed or not, is taken as it comes."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._end = "\n\n"  # how the text so far ends, as far as line ends go
        self._lists: list[int | None] = []  # the number of the last item; None: no numbers
        self._open: tuple[str, int] | None = None  # a link's address, where in _out its text began
        self._unseen = 0
        self._pre = 0

    def read(self, source: str) -> str:
        end = 0
        closed = set(_CLOSING.findall(source))
        for match in _TAG.finditer(source):
            if match[2] and not _is_tag(match, closed):
                continue
            self._text(source[end : match.start()])
            end = match.end()
            if match[2]:
                self._tag(match[2].lower(), bool(match[1]), match[3])
        self._text(source[end:])
        self._close_link()
        return "".join(self._out)

    def _text(self, text: str) -> None:
        if not text or self._unseen:
            return
        text = unescape(text) if "&" in text else text
        if not self._pre:
            if _RUN.search(text):
                text = _SPACE.sub(" ", text)
            if self._end:
                text = text.lstrip(" ")
        if text:
            self._out.append(text)
            self._end = "\n" if text.endswith("\n") else " " if text.endswith(" ") else ""

    def _tag(self, name: str, closes: bool, rest: str) -> None:
        if name in _LINES:
            self._break(1 if self._lists else _LINES[name])
        elif name == "a":
            self._link(closes, rest)
        elif name == "li":
            self._item(closes)
        elif name in _LISTS:
            self._list(name, closes)
        elif name in _MARKED:
            _MARKED[name](self, closes, rest)

    def _br(self, *_: object) -> None:
        self._break(1)

    def _cell(self, *_: object) -> None:
        self._text(" ")

    def _code(self, closes: bool, _: str) -> None:
        self._break(2)
        self._pre = max(0, self._pre + (-1 if closes else 1))

    def _script(self, closes: bool, _: str) -> None:
        self._unseen = max(0, self._unseen + (-1 if closes else 1))

    def _break(self, lines: int) -> None:
        """End the line, and with two the paragraph, unless it has just been ended."""
        have = len(self._end) if self._end.startswith("\n") else 0
        if have < lines:
            self._out.append("\n" * (lines - have))
            self._end = "\n" * lines

    def _list(self, name: str, closes: bool) -> None:
        self._break(1 if self._lists and not closes else 2 if len(self._lists) < 2 else 1)
        if not closes:
            self._lists.append(0 if name == "ol" else None)
        elif self._lists:
            self._lists.pop()

    def _item(self, closes: bool) -> None:
        self._break(1)
        if closes:
            return
        mark = "-"
        if self._lists and (last := self._lists[-1]) is not None:
            self._lists[-1] = last + 1
            mark = f"{last + 1}."
        self._out.append("  " * max(0, min(len(self._lists), _DEEPEST) - 1) + mark + " ")
        self._end = "\n\n"  # whatever block the item begins with stays on its line

    def _link(self, closes: bool, rest: str) -> None:
        self._close_link()
        if not closes and (address := _address(rest)):
            self._open = (address, len(self._out))

    def _close_link(self) -> None:
        if self._open is None:
            return
        address, start = self._open
        self._open = None
        text = "".join(self._out[start:])
        said = text.strip()
        if address.startswith("#") or _same(said, address):
            return
        if said:
            spaces = text[len(text.rstrip()) :]
            self._out[start:] = [text.rstrip(), f" ({address})", spaces]
        else:
            self._text(address)

    def _image(self, _closes: bool, rest: str) -> None:
        alt = re.search(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", rest, re.IGNORECASE)
        said = unescape((alt[1] or alt[2] or "").strip()) if alt else ""
        address = _address(rest)
        if address.startswith(("http:", "https:")):
            self._text(f"{said} ({address})" if said else address)
        elif said:
            self._text(said)


_MARKED: Mapping[str, Callable[[_Html, bool, str], None]] = {
    "br": _Html._br,
    "img": _Html._image,
    "pre": _Html._code,
    **dict.fromkeys(("td", "th"), _Html._cell),
    **dict.fromkeys(_UNSEEN, _Html._script),
}


def _is_tag(match: re.Match[str], closed: set[str]) -> bool:
    """Whether ``<name …>`` is markup: a name of HTML, or one that is closed or has attributes."""
    name = match[2]
    if name.lower() in _KNOWN or match[1] or "=" in match[3] or "-" in name:
        return True
    return name in closed


def _address(rest: str) -> str:
    found = _HREF.search(rest)
    return unescape(next(filter(None, found.groups()), "")).strip() if found else ""


def _same(said: str, address: str) -> bool:
    """Whether the text of a link is its address already, but for scheme and last slash."""
    bare = [
        re.sub(r"^(?:https?://|mailto:)(?:www\.)?", "", text, flags=re.IGNORECASE).rstrip("/")
        for text in (said, address)
    ]
    return bare[0].casefold() == bare[1].casefold()


_FENCE = re.compile(r"^ {0,3}(?:```|~~~)[^\n]*$", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+([^\n]*)", re.MULTILINE)
_END_OF_HEADING = re.compile(r"(?:(?<=[ \t])|^)#+$")
_UNDERLINED = re.compile(r"^(?=[^\n]*\w)([^\n]+)\n {0,3}(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$", re.MULTILINE)
_BULLET = re.compile(r"^([ \t]*)[*+][ \t]+(?=\S)", re.MULTILINE)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+|[\w.+-]+@[\w.-]+\.\w+)>")
_LINK = re.compile(
    r"!?\[([^\[\]\n]*)\]\(\s*<?((?:https?://|mailto:|/)[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?"
    r"(?:\s+[\"'][^\"'\n]*[\"'])?\s*\)"
)
_STRONG = re.compile(r"(?<![\w*\\])\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*(?!\*)")
_STRONG_LOW = re.compile(r"(?<![\w\\])__(?=[^\s_])([^_\n]+?)(?<=\S)__(?!\w)")
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])")
_EMPHASIS_LOW = re.compile(r"(?<![\w\\/])_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?!\w)")
_CODE = re.compile(r"(`{1,2})(?!`)([^`\n]+?)\1(?!`)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>-])")
_MARKS = re.compile(r"[*_`#\\\[<]|^[ \t]*\+ |-{3}|={3}|~~~", re.MULTILINE)


def _from_markdown(text: str) -> str:
    """Markdown without its marks where it is certain that they are marks; else as it is."""
    if not _MARKS.search(text):
        return text
    text = _FENCE.sub("", text)
    text = _HEADING.sub(lambda match: _END_OF_HEADING.sub("", match[1].rstrip()), text)
    text = _UNDERLINED.sub(r"\1\n", text)
    text = _RULE.sub("", text)
    text = _BULLET.sub(r"\1- ", text)
    text = _AUTOLINK.sub(r"\1", text)
    text = _LINK.sub(_link_text, text)
    for marks in (_STRONG, _STRONG_LOW, _EMPHASIS, _EMPHASIS_LOW):
        text = marks.sub(r"\1", text)
    text = _CODE.sub(r"\2", text)
    return _ESCAPED.sub(r"\1", text)


def _link_text(match: re.Match[str]) -> str:
    said, address = match[1].strip(), match[2]
    return address if not said or _same(said, address) else f"{said} ({address})"
