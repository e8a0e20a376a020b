# SPDX-License-Identifier: MIT
"""Faces: how wide words are in them, which characters they have, and what steps in for the rest.

Widths are in em (at size 1), so that one measurement serves every size. A character that a face
lacks is looked for in the fonts of the system; if no font has it, the geta mark ``〓`` that
compositors set for missing type stands in its place, and the finding says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from pathlib import Path

from forumdesk.domain.assets import resources
from forumdesk.handouts.systemfonts import font_files
from forumdesk.handouts.text.bidi import shaped
from forumdesk.handouts.truetype import FontError, TrueType

STAND_IN = "〓"
_EM = 1000.0
_LONGEST_WORD = 60  # what is longer seldom comes twice
_MOST_WORDS = 200_000  # a cache that outgrows this is emptied

_FILES = {
    ("sans", "regular"): "NotoSansKR-Regular.ttf",
    ("sans", "semibold"): "NotoSansKR-SemiBold.ttf",
    ("sans", "bold"): "NotoSansKR-Bold.ttf",
    ("serif", "regular"): "NotoSerifKR-Regular.ttf",
    ("serif", "semibold"): "NotoSerifKR-SemiBold.ttf",
    ("serif", "bold"): "NotoSerifKR-Bold.ttf",
}

# Spaces that the faces lack, and marks that are not seen: made what paper knows.
_NORMAL = {
    **dict.fromkeys([0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2008], " "),
    **dict.fromkeys([0x2009, 0x200A, 0x205F, 0x0009, 0x2028, 0x2029], " "),
    **dict.fromkeys([0x2007, 0x202F], "\u00a0"),
    **dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF], None),
    **dict.fromkeys([*range(0xFE00, 0xFE10), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], None),
    **dict.fromkeys([*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)], None),
    **dict.fromkeys(range(0xD800, 0xE000), None),
}

_PLAIN = re.compile("[\n -~\u00a0가-힣]*")  # what is normal at a glance


def normal(text: str) -> str:
    """Text as it is set: composed, with ordinary spaces, without marks that are not seen."""
    if (text.isascii() and text.isprintable()) or _PLAIN.fullmatch(text):
        return text
    return shaped(unicodedata.normalize("NFC", text.translate(_NORMAL)))


class Face:
    """One face: its characters and their widths. ``name`` is that of its file."""

    def __init__(self, name: str, file: TrueType, *, fallback: bool = False) -> None:
        self.name = name
        self.file = file
        self.advances: dict[str, float] = _Advances(file)
        self.words: dict[str, float] = _Widths(self.width)
        self.steps: dict[str, float] = _Widths(self._step)  # with a space after each
        self._known: set[str] = set()  # characters found so far
        self._falls_back = not fallback

    @cached_property
    def stand_in(self) -> float:
        """The width of the mark for missing type, in thousandths of an em."""
        return self.advances[STAND_IN] if self.covers(STAND_IN) else _EM

    @cached_property
    def space(self) -> float:
        """The width of a space, in em."""
        return self.width(" ")

    def covers(self, text: str) -> bool:
        """Whether the face has every character of a text."""
        if self._known.issuperset(text):
            return True
        new = {c for c in text if c not in self._known and self.file.glyph(ord(c))}
        self._known |= new
        return bool(new) and self._known.issuperset(text)

    def width(self, text: str) -> float:
        """The width of a text in em, with the faces that step in for missing characters."""
        try:
            return sum(map(self.advances.__getitem__, text)) / _EM
        except KeyError:
            return sum(face.advance(part) for face, part in self.runs(text)) / _EM

    def _step(self, word: str) -> float:
        return self.words[word] + self.space

    def advance(self, text: str) -> float:
        """The width of a text in this face alone, in thousandths of an em."""
        return sum(self.advances[c] if self.covers(c) else self.stand_in for c in text)

    def runs(self, text: str) -> Iterator[tuple[Face, str]]:
        """The text cut into runs by the face each is set in."""
        if self.covers(text):
            yield self, text
            return
        run, of = "", self
        for character in text:
            face = self._face_for(character)
            if face is not of and run:
                yield of, run
                run = ""
            of = face
            run += character
        yield of, run

    def missing(self, text: str) -> set[str]:
        """The characters of a text that no font at hand has."""
        return {c for c in text if not self._face_for(c).covers(c)}

    def _face_for(self, character: str) -> Face:
        if self.covers(character) or not self._falls_back:
            return self
        return system_face(character) or self


class _Advances(dict[str, float]):
    """Widths of characters in thousandths of an em, looked up once."""

    def __init__(self, file: TrueType) -> None:
        super().__init__()
        self._file = file

    def __missing__(self, character: str) -> float:
        glyph = self._file.glyph(ord(character))
        if not glyph:
            raise KeyError(character)
        width = self[character] = self._file.advance(glyph)
        return width


class _Widths(dict[str, float]):
    """Widths of words in em, measured once."""

    def __init__(self, measured: Callable[[str], float]) -> None:
        super().__init__()
        self._measured = measured

    def __missing__(self, word: str) -> float:
        if len(self) > _MOST_WORDS:
            self.clear()
        width = self._measured(word)
        if len(word) <= _LONGEST_WORD:
            self[word] = width
        return width


@cache
def face(family: str, weight: str) -> Face:
    """A bundled face: family ``sans`` or ``serif``; weight ``regular``, ``semibold``, ``bold``."""
    file = _FILES[family, weight]
    return Face(file.removesuffix(".ttf"), TrueType(resources() / "fonts" / file))


@cache
def system_face(character: str) -> Face | None:
    """A face of the system that has a character, if there is one that may be embedded."""
    for path in font_files():
        found = _loaded(path)
        if found and found.covers(character):
            return found
    return None


@cache
def _loaded(path: Path) -> Face | None:
    try:
        return Face(path.stem, TrueType(path), fallback=True)
    except FontError:
        return None


def bundled() -> tuple[tuple[str, str], ...]:
    """Family and weight of every bundled face."""
    return tuple(_FILES)
