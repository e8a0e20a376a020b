# SPDX-License-Identifier: MIT
"""What an XLSX file says about all its sheets: their names, shared texts, formats of numbers."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.exchange.xlsx_numbers import Show, show_for
from forumdesk.exchange.xlsx_parts import Attributes, Handler, Parts, beside, local, text_of

_BOOK = "xl/workbook.xml"
_MOST_TEXT = 48 << 20  # characters that sheets share
_MOST_TEXTS = 4_000_000
_SINCE_1900, _SINCE_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)


@frozen
class Sheet:
    """A sheet: its name, its part, and whether it is shown."""

    name: str
    part: str
    shown: bool = True


class Book:
    """An XLSX file as a whole."""

    def __init__(self, data: bytes, file: str) -> None:
        self.parts = Parts(data, file)
        if _BOOK not in self.parts:
            raise self.parts.refused(_what_it_is(self.parts))
        self._relations: dict[str, tuple[str, str]] = {}
        self._sheets: list[tuple[str, str, bool]] = []
        self.since = _SINCE_1900
        self.parts.read("xl/_rels/workbook.xml.rels", self._relation)
        self.parts.read(_BOOK, self._element)

    def _relation(self, tag: str, attributes: Attributes) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            part = beside(_BOOK, attributes.get("Target", ""))
            self._relations[attributes.get("Id", "")] = (attributes.get("Type", ""), part)

    def _element(self, tag: str, attributes: Attributes) -> None:
        if tag == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            self.since = _SINCE_1904
        elif tag == "sheet":
            named = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            shown = attributes.get("state", "visible") == "visible"
            self._sheets.append((attributes.get("name", ""), named, shown))

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """Its sheets of cells in their order, those that are shown first."""
        found = []
        for at, (name, relation, shown) in enumerate(self._sheets, 1):
            kind, part = self._relations.get(relation, ("", f"xl/worksheets/sheet{at}.xml"))
            if part in self.parts and (not kind or kind.endswith("/worksheet")):
                found.append(Sheet(name, part, shown))
        return tuple(sorted(found, key=lambda sheet: not sheet.shown))

    def _part(self, kind: str, usual: str) -> str:
        parts = (part for type_, part in self._relations.values() if type_.endswith(kind))
        return next(parts, usual)

    @cached_property
    def texts(self) -> list[str]:
        """The texts that cells point to."""
        reader = _Texts(self.parts)
        for _ in self.parts.parse(self._part("/sharedStrings", "xl/sharedStrings.xml"), reader):
            pass
        return reader.texts

    @cached_property
    def shows(self) -> list[Show]:
        """How the numbers of each cell style are shown."""
        reader = _Styles()
        self.parts.read(self._part("/styles", "xl/styles.xml"), reader.start)
        return [
            show_for(number, reader.codes.get(number, ""), self.since) for number in reader.styles
        ]


class _Texts(Handler):
    """Reads shared texts: all that is written in each, but not how it is pronounced."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self.texts: list[str] = []
        self._current: list[str] = []
        self._reading = False
        self._phonetic = False
        self._size = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        """A text, or a run of it, begins."""
        name = local(tag)
        if name == "t":
            self._reading = not self._phonetic
        elif name == "rPh":
            self._phonetic = True

    def end(self, tag: str) -> None:
        """A text, or a run of it, ends."""
        name = local(tag)
        if name == "t":
            self._reading = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self.texts.append(text_of("".join(self._current)))
            self._current.clear()
            if len(self.texts) > _MOST_TEXTS:
                raise self._too_much()

    def data(self, text: str) -> None:
        """Some of the text."""
        if self._reading:
            self._size += len(text)
            if self._size > _MOST_TEXT:
                raise self._too_much()
            self._current.append(text)

    def _too_much(self) -> Exception:
        return self._parts.refused(
            N_("{file} holds more text than any list of people; nothing was imported.")
        )


class _Styles:
    """Reads which format the numbers of each cell style have."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.styles: list[int] = []
        self._in_cells = False

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "numFmt":
            self.codes[_number(attributes.get("numFmtId", ""))] = attributes.get("formatCode", "")
        elif tag in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            self._in_cells = tag == "cellXfs"
        elif tag == "xf" and self._in_cells:
            self.styles.append(_number(attributes.get("numFmtId", "")))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _what_it_is(parts: Parts) -> str:
    """The refusal of a packed file that is no XLSX, as helpful as can be."""
    names = parts.names()
    if "xl/workbook.bin" in names or "content.xml" in names:
        return N_(
            "{file} is a spreadsheet of another kind (.xlsb, .ods); save it as .xlsx."
            " Nothing was imported."
        )
    return N_("{file} is no spreadsheet; nothing was imported.")
