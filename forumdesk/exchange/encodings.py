# SPDX-License-Identifier: MIT
"""In which character encoding a text file is written, found out from its bytes.

A byte order mark tells; UTF-16 without one is known by its zeros, UTF-8 by being valid. What is
left is one of the old encodings of an office: each is tried strictly, and the text that looks
most like writing wins. Bytes that are no characters are refused, never replaced unasked.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from functools import cache

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_

REPLACED = "\ufffd"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as that of UTF-16 does
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Real character sets; Python's codecs also know encodings that are none, such as "idna".
CHARACTER_SETS = (
    *("ascii", "iso8859", "iso2022", "latin", "cp", "koi8", "mac", "tis"),
    *("euc", "johab", "gb", "hz", "big5", "shift", "utf"),
)
# What Windows writes under these names holds more characters than the standards do.
_WIDER = {"euc_kr": "cp949", "shift_jis": "cp932", "latin-1": "cp1252", "iso8859-1": "cp1252"}
_CHUNK = 1 << 20
_SAMPLE = 20_000  # characters beyond ASCII that are looked at
_LIKELY = 0.6  # the share of them that must look like writing
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@frozen
class Encoding:
    """An encoding by its Python name; ``sure`` where nothing else can be meant.

    ``lossy``: some bytes are no characters of it, and may be replaced.
    """

    name: str
    sure: bool = True
    lossy: bool = False


def found(data: bytes, file: str, wanted: str = "", *, replace: bool = False) -> Encoding:
    """The encoding of a text file; ``wanted`` is one chosen by hand.

    Raises ``ForumDeskError`` with line and byte where some are no characters of it, unless they
    may be replaced (``replace``).
    """
    encoding = Encoding(named(wanted)) if wanted else _guessed(data)
    offset = _first_bad(data, encoding.name)
    if offset is None:
        return encoding
    if not replace:
        raise ForumDeskError(
            N_(
                "{file}, line {line}: the byte {byte} is no character of the encoding {encoding};"
                " nothing was imported. Choose another encoding, or let such bytes be replaced."
            ),
            file=file,
            line=_line(data, offset, encoding.name),
            byte=f"0x{data[offset]:02X}" if offset < len(data) else "",
            encoding=encoding.name,
        )
    return Encoding(encoding.name, encoding.sure, lossy=True)


def named(wanted: str) -> str:
    """Python's name of an encoding; raises ``ForumDeskError`` if there is none."""
    try:
        name = codecs.lookup(wanted.strip()).name
    except (LookupError, ValueError) as error:
        raise _unknown(wanted) from error
    if not name.startswith(CHARACTER_SETS) or name == "utf-7":
        raise _unknown(wanted)
    return "utf-8-sig" if name == "utf-8" else _WIDER.get(name, name)


def _unknown(wanted: str) -> ForumDeskError:
    return ForumDeskError(
        N_("There is no character encoding called “{name}”; try utf-8 or cp949."), name=wanted
    )


def _guessed(data: bytes) -> Encoding:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return Encoding(name)
    wide = _utf_16(data)
    if wide:
        return Encoding(wide)
    if _first_bad(data, "utf-8") is None:
        return Encoding("utf-8")
    return _old(data)


def _utf_16(data: bytes) -> str:
    """UTF-16 without a mark: the zeros of its ASCII characters stand at every other place."""
    if len(data) % 2 or b"\0" not in data:
        return ""
    even, odd = data[::2].count(0), data[1::2].count(0)
    name = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) < max(2, len(data) // 100) or min(even, odd) * 20 > max(even, odd):
        return ""
    return name if _first_bad(data, name) is None else ""


def _old(data: bytes) -> Encoding:
    """The old encoding whose text looks most like writing; else the one with fewest odd bytes."""
    valid = {name: _share(data, name) for name in _LOOKS if _first_bad(data, name) is None}
    ranked = sorted(valid, key=lambda name: -valid[name])
    if ranked and valid[ranked[0]] >= _LIKELY:
        rest = valid[ranked[1]] if len(ranked) > 1 else 0.0
        return Encoding(ranked[0], sure=valid[ranked[0]] - rest >= 0.2)
    broken = {name: _share(data, name) for name in ("utf-8", *_LOOKS)}
    return Encoding(max(broken, key=lambda name: broken[name]), sure=False)


def _share(data: bytes, name: str) -> float:
    """How much of the text beyond ASCII looks like writing in what the encoding is for."""
    text = _sample(data, name)
    count = len(_BEYOND_ASCII.findall(text))
    good = _LOOKS.get(name, _any)(text)
    return max(0.0, (good - 4 * text.count(REPLACED)) / count) if count else 0.0


def _sample(data: bytes, name: str) -> str:
    """Some text around what is not ASCII, wherever in the file that stands."""
    decoder = codecs.getincrementaldecoder(name)("replace")
    parts: list[str] = []
    size = 0
    for at in range(0, len(data), _CHUNK):
        part = decoder.decode(data[at : at + _CHUNK], at + _CHUNK >= len(data))
        found_here = len(_BEYOND_ASCII.findall(part))
        if found_here:
            parts.append(part)
            size += found_here
        if size >= _SAMPLE:
            break
    return "".join(parts)


def _any(text: str) -> int:
    return len(_BEYOND_ASCII.findall(text)) - text.count(REPLACED)


def _korean(text: str) -> int:
    """Syllables of the standard that people write with, and Hanja and signs beside them.

    The others that cp949 has fill gaps: in real text they are rare, in misread text they are not.
    """
    hangul = sum(c in _standard_hangul() for c in text)
    others = len(re.findall(r"[一-鿿豈-﫿\u3000-\u303f\uff01-\uff5e·…‘’“”]", text))
    mixed = len(re.findall(r"[가-힣][一-鿿豈-﫿][가-힣]", text))
    return hangul + min(others, max(hangul, 2)) - 2 * mixed


@cache
def _standard_hangul() -> frozenset[str]:
    """The 2,350 syllables of KS X 1001."""
    codes = (bytes((lead, trail)) for lead in range(0xB0, 0xC9) for trail in range(0xA1, 0xFF))
    return frozenset(code.decode("cp949") for code in codes)


def _japanese(text: str) -> int:
    """Kana and Kanji; half-width Katakana and characters of private use are misread bytes."""
    good = len(re.findall(r"[\u3041-\u30ff一-鿿\u3000-\u303f\uff01-\uff5e]", text))
    return good - len(re.findall(r"[\uff61-\uff9f\ue000-\uf8ff]", text))


def _latin(text: str) -> int:
    """Letters and signs that stand alone between ASCII ones; misread ones come in rows."""
    letters = r"(?<![^\x00-\x7f])[À-ÖØ-öø-ÿŠŽšžŸŒœ‘’“”–—•…€©®°·«»§´]{1,2}(?![^\x00-\x7f])"
    return sum(map(len, re.findall(letters, text)))


_LOOKS: Mapping[str, Callable[[str], int]] = {
    "cp949": _korean,
    "cp932": _japanese,
    "cp1252": _latin,
}


def _first_bad(data: bytes, name: str) -> int | None:
    """Where the first byte stands that is no character of an encoding; ``None`` if all are."""
    decoder = codecs.getincrementaldecoder(name)("strict")
    for at in range(0, len(data), _CHUNK):
        chunk = data[at : at + _CHUNK]
        try:
            decoder.decode(chunk, at + len(chunk) >= len(data))
        except UnicodeDecodeError as error:  # its object begins with what was left of before
            return at - (len(error.object) - len(chunk)) + error.start
    return None


def _line(data: bytes, offset: int, name: str) -> int:
    """The line, from 1, in which a byte stands."""
    before = data[:offset].decode(name, "replace")
    return len(re.findall(r"\r\n?|\n", before)) + 1
