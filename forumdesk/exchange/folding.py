# SPDX-License-Identifier: MIT
"""Lines of vCard and iCalendar: how texts are escaped, and long lines folded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forumdesk.domain.wording import clean

_LINE_END = re.compile(rb"\r\n|\r|\n")
WIDTH = 75  # octets of a line, its end not counted
_QUOTED = str.maketrans({'"': "'", "\n": " "})


def lines_of(data: bytes) -> Iterator[bytes]:
    """The lines of a file, whichever way they end: CR LF, LF or CR alone."""
    at = 0
    for end in _LINE_END.finditer(data):
        yield data[at : end.start()]
        at = end.end()
    yield data[at:]


def folded(line: str) -> str:
    """A line in pieces of at most 75 octets, parted between characters.

    RFC 5545, section 3.1, and RFC 6350, section 3.2.
    """
    data = line.encode()
    if len(data) <= WIDTH:
        return line
    pieces: list[bytes] = []
    at, room = 0, WIDTH
    while len(data) - at > room:
        end = at + room
        while data[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        pieces.append(data[at:end])
        at, room = end, WIDTH - 1
    pieces.append(data[at:])
    return b"\r\n ".join(pieces).decode()


def escaped(text: str) -> str:
    """A text as the value of a property (RFC 5545, 3.3.11; RFC 6350, 3.4)."""
    text = clean(text).replace("\\", "\\\\").replace("\n", "\\n")  # four searches beat a table
    return text.replace(",", "\\,").replace(";", "\\;")


def quoted(text: str) -> str:
    """A text inside the quotes of a parameter, which can't hold some characters at all.

    RFC 5545, section 3.2: no quotes and no controls.
    """
    return clean(text).translate(_QUOTED)
