# SPDX-License-Identifier: MIT
"""Foreign XML as a small tree that knows its lines; hostile, broken or endless XML is refused.

Written on expat rather than ElementTree for the line of each element and for leave to say what
is wrong in the user's own words. Entities of one's own and external ones are never expanded.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from html.entities import html5
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_
from forumdesk.exchange.encodings import CHARACTER_SETS

MOST_BYTES = 64 * 1024 * 1024
MOST_ELEMENTS = 1_000_000  # thirty of the largest real schedules
DEEPEST = 100

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']""", re.ASCII)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NONE: Sequence[Node] = ()  # what most elements hold; a list only where there is something
_ENDS_EARLY = frozenset(
    {
        expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS],
        expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN],
        expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION],
        expat.errors.codes[expat.errors.XML_ERROR_PARTIAL_CHAR],
    }
)


class Node:
    """An element: its local name, attributes, text before and after, children, and line."""

    __slots__ = ("attributes", "children", "line", "tag", "tail", "text")

    def __init__(self, tag: str, attributes: dict[str, str], line: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.children: Sequence[Node] = _NONE
        self.text = ""
        self.tail = ""

    def get(self, name: str) -> str:
        """An attribute; empty if it is not there."""
        return self.attributes.get(name, "")

    def child(self, tag: str) -> Node | None:
        """The first child of this name."""
        for node in self.children:
            if node.tag == tag:
                return node
        return None

    def all(self, tag: str) -> Iterator[Node]:
        """The children of this name."""
        return (node for node in self.children if node.tag == tag)

    def said(self, tag: str) -> str:
        """The text of the first child of this name that has one, stripped."""
        for node in self.children:
            if node.tag == tag and (text := node.plain().strip()):
                return text
        return ""

    def plain(self) -> str:
        """The text of the element and of all in it."""
        if not self.children:
            return self.text
        return self.text + "".join(node.plain() + node.tail for node in self.children)

    def prose(self, tag: str) -> str:
        """As ``said``, but elements inside the text are kept as the markup they are."""
        for node in self.children:
            if node.tag == tag and (text := node.inner().strip()):
                return text
        return ""

    def inner(self) -> str:
        """The text of the element; elements inside it as the markup they were written in."""
        if not self.children:
            return self.text
        return escape(self.text) + "".join(node._outer() for node in self.children)

    def _outer(self) -> str:
        attributes = "".join(f" {k}={quoteattr(v)}" for k, v in self.attributes.items())
        inner = self.inner() if self.children else escape(self.text)
        return f"<{self.tag}{attributes}>{inner}</{self.tag}>{escape(self.tail)}"


def read_tree(data: bytes, file: str) -> Node:
    """The outermost element of an XML file; ``file`` is how it is named in a refusal.

    Raises ``ForumDeskError`` for what isn't XML, ends early, declares entities, or is larger
    than 64 MiB, a million elements or a hundred levels.
    """
    if len(data) > MOST_BYTES:
        raise ForumDeskError(
            N_("{file} is larger than {most} MiB; nothing was imported."),
            file=file,
            most=MOST_BYTES >> 20,
        )
    if not data.strip():
        raise ForumDeskError(N_("{file} is empty; nothing was imported."), file=file)
    return _Builder(file).read(data)


class _Builder:
    """Handlers of expat that build the tree."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._root = Node("", {}, 0)
        self._stack = [self._root]
        self._elements = 0

    def read(self, data: bytes) -> Node:
        data, encoding = _decoded(data, self._file)
        parser = self._parser = expat.ParserCreate(encoding)
        parser.buffer_text = True
        parser.buffer_size = 1 << 16
        # Entities that only a DTD could explain (&nbsp;) come to _skipped, they are no error.
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
        parser.UseForeignDTD(True)
        parser.ExternalEntityRefHandler = self._external
        parser.SkippedEntityHandler = self._skipped
        parser.EntityDeclHandler = self._declared
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise self._refusal(error) from error
        except (ValueError, LookupError) as error:  # how pyexpat reports an encoding it can't read
            raise _unknown_encoding(self._file) from error
        return self._root.children[0]

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS or len(self._stack) > DEEPEST:
            raise ForumDeskError(
                N_("{file}, line {line}: too many or too deep elements; nothing was imported."),
                file=self._file,
                line=self._parser.CurrentLineNumber,
            )
        if ":" in tag:
            tag = tag.rpartition(":")[2]
        if ":" in "".join(attributes):
            attributes = {name.rpartition(":")[2]: value for name, value in attributes.items()}
        node = Node(tag, attributes, self._parser.CurrentLineNumber)
        parent = self._stack[-1]
        if isinstance(parent.children, list):
            parent.children.append(node)
        else:
            parent.children = [node]
        self._stack.append(node)

    def _end(self, _tag: str) -> None:
        self._stack.pop()

    def _data(self, text: str) -> None:
        node = self._stack[-1]
        if node.children:
            node.children[-1].tail += text
        else:
            node.text += text

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self._data(html5.get(f"{name};", f"&{name};"))

    def _external(self, context: str | None, *_: object) -> int:
        """In the place of any outside DTD, read an empty one; nothing is ever fetched."""
        self._parser.ExternalEntityParserCreate(context).Parse(b"", True)
        return 1

    def _declared(self, *_: object) -> None:
        raise ForumDeskError(
            N_(
                "{file}, line {line}: a file that declares its own entities may be an attack"
                " and is not read; nothing was imported."
            ),
            file=self._file,
            line=self._parser.CurrentLineNumber,
        )

    def _refusal(self, error: expat.ExpatError) -> ForumDeskError:
        if not self._elements:
            return ForumDeskError(N_("{file} is not XML; nothing was imported."), file=self._file)
        if error.code in _ENDS_EARLY:
            message = N_(
                "{file} ends too early, at line {line}: it may have been cut off;"
                " nothing was imported."
            )
        else:
            message = N_(
                "{file}, line {line}, column {column}: this is not well-formed XML;"
                " nothing was imported."
            )
        return ForumDeskError(message, file=self._file, line=error.lineno, column=error.offset + 1)


def _decoded(data: bytes, file: str) -> tuple[bytes, str | None]:
    """The data in an encoding that expat reads, and its name where the file doesn't tell right."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data, encoding
    declared = _DECLARED.match(data)
    if declared is None:
        return data.lstrip(), None  # white space before the declaration is a common slip
    try:
        encoding = codecs.lookup(declared[1].decode()).name
    except LookupError as error:
        raise _unknown_encoding(file) from error
    if encoding.startswith("utf"):
        return data.lstrip(), "utf-8"  # the declaration itself was readable, so it is no UTF-16
    if not encoding.startswith(CHARACTER_SETS):
        raise _unknown_encoding(file)
    try:
        return data.lstrip().decode(encoding).encode(), "utf-8"
    except UnicodeError as error:
        raise _unknown_encoding(file) from error


def _unknown_encoding(file: str) -> ForumDeskError:
    return ForumDeskError(
        N_(
            "{file} is not in the character encoding it says, or in one that is not known;"
            " nothing was imported."
        ),
        file=file,
    )
