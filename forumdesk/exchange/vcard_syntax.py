# SPDX-License-Identifier: MIT
"""The syntax of vCard 2.1, 3.0 and 4.0, read as leniently as address books write it.

Lines are put together as bytes, since some programs fold inside a character; each value is
decoded as it says itself, else as the file is. What it means is the business of ``contacts``.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.values import frozen
from forumdesk.exchange import encodings
from forumdesk.exchange.folding import lines_of

_HEAD = re.compile(rb'((?:[^:"]|"[^"]*")*?):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';((?:[^;"]|"[^"]*")*)')
_BASE64 = re.compile(rb"[A-Za-z0-9+/=]+")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_COMPONENT = re.compile(r"(?:[^;\\]|\\.)*", re.DOTALL)
_ITEM = re.compile(r"(?:[^,\\]|\\.)*", re.DOTALL)
# Parameters that 2.1 writes without their name.
_BARE_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})
_IN_BASE64 = frozenset({"BASE64", "B"})


@frozen
class Property:
    """A property of a card: its name and parameters in capitals, its value as it was written."""

    name: str
    group: str
    parameters: Mapping[str, tuple[str, ...]] = field(hash=False)
    raw: bytes
    encoding: str
    line: int

    @property
    def types(self) -> tuple[str, ...]:
        """What it says it is for: ``WORK``, ``CELL``."""
        return self.parameters.get("TYPE", ())

    def said(self, parameter: str) -> str:
        """The first value of a parameter, ``""`` if it is not there."""
        return self.parameters.get(parameter, ("",))[0]

    @cached_property
    def text(self) -> str:
        """The value as characters, still with its escapes."""
        raw = self.raw
        if self.said("ENCODING").upper() == "QUOTED-PRINTABLE":
            raw = quopri.decodestring(raw)
        for name in filter(None, (self.said("CHARSET"), "utf-8", self.encoding)):
            try:
                return raw.decode(encodings.named(name))
            except (ForumDeskError, UnicodeError):
                continue
        return raw.decode(self.encoding, "replace")

    @property
    def plain(self) -> str:
        """The value without its escapes."""
        return _plain(self.text)

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the value between semicolons."""
        return tuple(_plain(part) for part in _split(_COMPONENT, self.text))

    @property
    def items(self) -> tuple[str, ...]:
        """The items of the value between commas."""
        return tuple(filter(None, (_plain(part).strip() for part in _split(_ITEM, self.text))))

    @property
    def is_binary(self) -> bool:
        """Whether the value holds bytes, in base64."""
        return self.said("ENCODING").upper() in _IN_BASE64

    def binary(self) -> bytes | None:
        """The bytes of the value, ``None`` if they are not well written."""
        packed = b"".join(self.raw.split())
        if packed[:5].lower() == b"data:":
            packed = packed.partition(b",")[2]
        try:
            return base64.b64decode(packed + b"=" * (-len(packed) % 4), validate=True)
        except (binascii.Error, ValueError):
            return None


@frozen
class Card:
    """A card: the line where it begins, its properties, and whether it came to its end."""

    line: int
    properties: Sequence[Property]
    whole: bool = True


def cards(data: bytes, encoding: encodings.Encoding) -> Iterator[Card]:
    """The cards of a file, one by one; cards inside cards (2.1's AGENT) are passed over."""
    if encoding.name.startswith(("utf-16", "utf-32")):
        data, encoding = data.decode(encoding.name, "replace").encode(), encodings.Encoding("utf-8")
    open_card = _Open()
    for line, raw in _logical(data.removeprefix(b"\xef\xbb\xbf")):
        one = _property(raw, line, encoding.name)
        if one is not None:
            yield from open_card.take(one)
    yield from open_card.rest()


class _Open:
    """The card that is being read, and how deep inside it the reading is."""

    def __init__(self) -> None:
        self._begun = 0
        self._depth = 0
        self._agent = False  # the last property holds another card
        self._found: list[Property] = []

    def take(self, one: Property) -> Iterator[Card]:
        """Take a property in; gives the card that it ends."""
        if one.name in ("BEGIN", "END") and one.text.strip().upper() == "VCARD":
            yield from self._begin(one.line) if one.name == "BEGIN" else self._end()
        elif self._depth == 1:
            self._agent = one.name == "AGENT" and not one.text.strip()
            self._found.append(one)

    def _begin(self, line: int) -> Iterator[Card]:
        if not self._agent:  # the card before, if there is one, has lost its end
            yield from self.rest()
        self._depth, self._agent = self._depth + 1, False
        if self._depth == 1:
            self._begun, self._found = line, []

    def _end(self) -> Iterator[Card]:
        self._depth = max(0, self._depth - 1)
        if not self._depth and self._begun:
            yield Card(self._begun, tuple(self._found))
            self._begun = 0

    def rest(self) -> Iterator[Card]:
        """A card without an end, if one is open."""
        if self._depth and self._begun:
            yield Card(self._begun, tuple(self._found), whole=False)
        self._depth = self._begun = 0


def _logical(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Lines with their number, those put together that belong together."""
    parts: list[bytes] = []
    number = 0
    for at, line in enumerate(lines_of(data), 1):
        if parts and _goes_on(parts, line):
            parts.append(line[1:] if line[:1] in (b" ", b"\t") and not _is_soft(parts) else line)
            continue
        if parts:
            yield number, _put_together(parts)
        parts, number = ([line], at) if line.strip() else ([], at)
    if parts:
        yield number, _put_together(parts)


def _is_soft(parts: Sequence[bytes]) -> bool:
    """Whether a line ends in the soft line end of quoted-printable."""
    return parts[-1].rstrip(b" \t").endswith(b"=") and b"QUOTED-PRINTABLE" in parts[0].upper()


def _goes_on(parts: Sequence[bytes], line: bytes) -> bool:
    if line[:1] in (b" ", b"\t"):
        return bool(line.strip()) or _is_soft(parts)
    if _is_soft(parts):
        return True
    # Some programs don't move the lines of a picture in.
    head = parts[0].partition(b":")[0].upper()
    return b"BASE64" in head and _BASE64.fullmatch(line.strip()) is not None


def _put_together(parts: Sequence[bytes]) -> bytes:
    if b"QUOTED-PRINTABLE" not in parts[0].upper():
        return b"".join(parts)
    soft = [part.rstrip(b" \t") for part in parts]
    return b"".join(
        part[:-1] if part.endswith(b"=") and at < len(soft) - 1 else part
        for at, part in enumerate(soft)
    )


def _property(raw: bytes, line: int, encoding: str) -> Property | None:
    found = _HEAD.fullmatch(raw)
    if found is None:
        return None
    head = found[1].decode("utf-8", "replace").strip()
    named, _, rest = head.partition(";")
    group, _, name = named.rpartition(".")
    return Property(name.upper(), group, _parameters(";" + rest), found[2], encoding, line)


def _parameters(text: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in _PARAMETER.findall(text):
        name, equals, value = one.partition("=")
        if not equals:
            value = name
            name = "ENCODING" if value.strip().upper() in _BARE_ENCODINGS else "TYPE"
        values = tuple(part.strip().strip('"') for part in value.split(",") if part.strip())
        key = name.strip().upper()
        if key == "TYPE":
            values = tuple(value.upper() for value in values)
        found[key] = (*found.get(key, ()), *values) or ("",)
    return found


def _split(pattern: re.Pattern[str], text: str) -> list[str]:
    """Parts that a sign divides where it is not escaped."""
    parts, at = [], 0
    while True:
        found = pattern.match(text, at)
        end = found.end() if found else len(text)
        parts.append(text[at:end])
        if end >= len(text):
            return parts
        at = end + 1


def _plain(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else _unescaped(found), text)


def _unescaped(found: re.Match[str]) -> str:
    """The sign that was escaped; a stroke before any other sign is only a stroke."""
    return found[1] if found[1] in "\\,;:" else found[0]
