# SPDX-License-Identifier: MIT
"""Faces in a PDF: composite fonts with the glyphs used and nothing else.

Each face becomes one Type 0 font (ISO 32000-1, 9.7) whose codes are two bytes, given out in the
order in which characters are first drawn: the same pages give the same bytes, a Korean line is
one string in one font, and ``ToUnicode`` maps every code back to the character that was meant,
also where a mark stands in for it.
"""

from __future__ import annotations

import hashlib
import struct
from functools import lru_cache

from reportlab.pdfbase import pdfdoc

from forumdesk.handouts.fonts import STAND_IN, Face

_ESCAPED = (*((c, b"\\" + c) for c in (b"\\", b"(", b")")), (b"\r", rb"\r"))
_MOST_STRINGS = 2_000
_SYMBOLIC = 1 << 2  # ISO 32000-1, table 123


class Subset(dict[int, int]):
    """The characters of a face that a document uses: code point to code, for ``str.translate``."""

    def __init__(self, face: Face, name: str) -> None:
        super().__init__()
        self.face = face
        self.name = name
        self.strings: dict[str, str] = {}  # by text

    def __missing__(self, character: int) -> int:
        code = self[character] = len(self) + 1
        return code

    def encoded(self, text: str) -> str:
        """A text as a PDF string of this font's codes: two bytes each, as Latin-1 letters."""
        codes = text.translate(self).encode("utf-16-be")
        for plain, escaped in _ESCAPED:
            codes = codes.replace(plain, escaped)
        return f"({codes.decode('latin-1')})"

    def kept(self, text: str) -> str:
        """The same of a text that may come again, and is then among ``strings``."""
        if len(self.strings) > _MOST_STRINGS:
            self.strings.clear()
        string = self.strings[text] = self.encoded(text)
        return string


class FontShelf:
    """The fonts of one document, by the short names the pages use."""

    def __init__(self) -> None:
        self._subsets: dict[Face, Subset] = {}

    def subset(self, face: Face) -> Subset:
        """The font of a face, taken into the document when first asked for."""
        found = self._subsets.get(face)
        if found is None:
            found = self._subsets[face] = Subset(face, f"T{len(self._subsets) + 1}")
        return found

    def put_into(self, document: pdfdoc.PDFDocument) -> None:
        """Add every font used to a document."""
        fonts = document.idToObject["BasicFonts"].dict
        for subset in self._subsets.values():
            fonts[subset.name] = document.Reference(_font(document, subset), subset.name)


def _font(document: pdfdoc.PDFDocument, subset: Subset) -> pdfdoc.PDFDictionary:
    face = subset.face
    letters = hashlib.sha256("".join(map(chr, subset)).encode()).digest()[:6]
    base = "".join(chr(ord("A") + byte % 26) for byte in letters) + "+" + face.name
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": pdfdoc.PDFName(base),
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray([_descendant(document, subset, base)]),
            "ToUnicode": document.Reference(_stream(_to_unicode(subset))),
        }
    )


def _descendant(
    document: pdfdoc.PDFDocument, subset: Subset, base: str
) -> pdfdoc.PDFObjectReference:
    face = subset.face
    glyphs, program = _program(face, tuple(subset))
    widths = [face.advance(chr(character)) for character in subset]
    system = {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity")}
    font = {
        "Type": pdfdoc.PDFName("Font"),
        "Subtype": pdfdoc.PDFName("CIDFontType2"),
        "BaseFont": pdfdoc.PDFName(base),
        "CIDSystemInfo": pdfdoc.PDFDictionary({**system, "Supplement": 0}),
        "CIDToGIDMap": document.Reference(_stream(struct.pack(f">{len(glyphs)}H", *glyphs))),
        "DW": round(face.stand_in),
        "W": pdfdoc.PDFArrayCompact([1, pdfdoc.PDFArrayCompact([round(w) for w in widths])]),
        "FontDescriptor": document.Reference(_descriptor(document, face, (base, program))),
    }
    return document.Reference(pdfdoc.PDFDictionary(font))


@lru_cache(maxsize=32)  # a sheet that is set again has mostly the same letters
def _program(face: Face, characters: tuple[int, ...]) -> tuple[list[int], bytes]:
    """The glyph of each code, and a TrueType program with just these glyphs."""
    file = face.file
    stand_in = file.glyph(ord(STAND_IN))
    drawn = [file.glyph(character) or stand_in for character in characters]
    numbers, program = file.subset(drawn)
    return [0, *(numbers[glyph] for glyph in drawn)], program


def _descriptor(
    document: pdfdoc.PDFDocument, face: Face, font: tuple[str, bytes]
) -> pdfdoc.PDFDictionary:
    base, program = font
    stream = _stream(program)
    stream.dictionary["Length1"] = len(program)
    file = face.file
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": pdfdoc.PDFName(base),
            "Flags": _SYMBOLIC,
            "FontBBox": pdfdoc.PDFArrayCompact(file.box),
            "ItalicAngle": file.italic_angle,
            "Ascent": file.ascent,
            "Descent": file.descent,
            "CapHeight": file.cap_height,
            "StemV": stem_width(file.weight),
            "FontFile2": document.Reference(stream),
        }
    )


def stem_width(weight: int) -> int:
    """About how thick upright stems of a weight (100 to 900) are, in thousandths of an em."""
    return 50 + (weight * 10 // 65) ** 2 // 100


def _stream(content: bytes) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])


def _to_unicode(subset: Subset) -> bytes:
    pairs = [
        f"<{code:04x}> <{chr(character).encode('utf-16-be').hex()}>"
        for character, code in subset.items()
    ]
    blocks = [pairs[n : n + 100] for n in range(0, len(pairs), 100)]  # at most 100 to a block
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <ffff> endcodespacerange",
        *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ]
    return "\n".join(lines).encode()
