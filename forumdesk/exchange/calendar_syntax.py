# SPDX-License-Identifier: MIT
"""The syntax of iCalendar, read as leniently as calendar programs write it.

Lines are put together as bytes, since some programs fold inside a character. What is broken is
told with its line, and what stands around it is read all the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.intake import Finding
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import one_line
from forumdesk.domain.words import N_
from forumdesk.exchange import encodings
from forumdesk.exchange.folding import lines_of
from forumdesk.exchange.limits import MOST_BYTES

LONGEST_LINE = 1 << 20  # octets; a longer one is no text, but a picture or a trap
MOST_LINES = 1_000_000  # fifty for each event there may be; more would take all memory
MOST_UNREAD = 200  # lines that can't be read, told one by one
_WORD = re.compile(r"[A-Za-z0-9-]++")
_PARAMETER = re.compile(r';([^=:;"]*+)(?:=((?:"[^"]*+"|[^":;]++)*+))?+')
_VALUES = re.compile(r'((?:"[^"]*+"|[^",]++)*+)(?:,|$)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CARET = re.compile(r"\^([n^'])")
_CARETS = {"n": "\n", "^": "^", "'": '"'}
_LIST = re.compile(r"((?:[^,\\]|\\.)*+)(?:,|$)", re.DOTALL)


@frozen
class Property:
    """A line: its name and parameters in capitals, and its value, still with its escapes."""

    name: str
    parameters: Mapping[str, tuple[str, ...]] = field(hash=False)
    value: str
    line: int

    def said(self, parameter: str) -> str:
        """The first value of a parameter, ``""`` if it is not there."""
        return self.parameters.get(parameter, ("",))[0]

    @property
    def text(self) -> str:
        """The value without its escapes."""
        return unescaped(self.value)

    @property
    def items(self) -> tuple[str, ...]:
        """The items of the value between commas."""
        found = (one_line(unescaped(item)) for item in _LIST.findall(self.value))
        return tuple(dict.fromkeys(filter(None, found)))


class Component:
    """A part of a calendar between BEGIN and END, with those inside it."""

    def __init__(self, kind: str, line: int) -> None:
        self.kind = kind
        self.line = line
        self.whole = False  # whether it came to its end
        self.properties: list[Property] = []
        self.parts: list[Component] = []

    def all(self, name: str) -> Iterator[Property]:
        """Every property of a name."""
        return (one for one in self.properties if one.name == name)

    def first(self, name: str) -> Property | None:
        """The first property of a name."""
        return next(self.all(name), None)

    def text(self, name: str) -> str:
        """The first of a name as text, ``""`` if it is not there."""
        found = self.first(name)
        return found.text if found else ""

    def walk(self, *kinds: str) -> Iterator[Component]:
        """Every component of some kinds inside this one, in order."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            if one.kind in kinds:
                yield one
            waiting.extend(reversed(one.parts))


def parsed(
    data: bytes, file: str, encoding: str = "", *, replace: bool = False
) -> tuple[Component, list[Finding]]:
    """Everything in a file as one component, and what was odd about its lines.

    Raises ``ForumDeskError`` for what is too large, no calendar, or in no known encoding.
    """
    if len(data) > MOST_BYTES:
        raise ForumDeskError(
            N_("{file} is larger than {most} MiB; nothing was imported."),
            file=file,
            most=MOST_BYTES >> 20,
        )
    findings: list[Finding] = []
    tree = _Tree(findings)
    for number, line in _texts(data, file, (encoding, replace), findings):
        tree.take(line, number)
    root = tree.ended()
    if not root.parts:
        raise ForumDeskError(
            N_("{file} is no calendar: it has no line BEGIN:VCALENDAR; nothing was imported."),
            file=file,
        )
    return root, findings


def unescaped(text: str) -> str:
    """A text without its escapes (RFC 5545, 3.3.11); a stroke before another sign is only that."""
    if "\\" not in text:
        return text
    return _ESCAPED.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    if found[1] in "nN":
        return "\n"
    return found[1] if found[1] in '\\,;:"' else found[0]


def _texts(
    data: bytes, file: str, how: tuple[str, bool], findings: list[Finding]
) -> Iterator[tuple[int, str]]:
    """The lines of a file as text, those put together that belong together."""
    wanted, replace = how
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        wide = encodings.found(data, file, wanted, replace=replace)
        data, wanted = data.decode(wide.name, "replace").encode(), "utf-8"
    numbers: list[int] = []
    lines: list[bytes] = []
    for number, line in _unfolded(data):
        if len(line) > LONGEST_LINE:
            message = N_("The line is longer than {most} MiB and was left out.")
            values = (("most", LONGEST_LINE >> 20),)
            findings.append(Finding(message, values, Severity.WARNING, number))
        elif len(lines) >= MOST_LINES:
            raise ForumDeskError(N_("{file} holds too much; nothing was imported."), file=file)
        else:
            numbers.append(number)
            lines.append(line)
    if not lines:
        return
    whole = b"\n".join(lines)
    found = encodings.found(whole, file, wanted, replace=replace)
    text = whole.decode(found.name, "replace" if found.lossy else "strict")
    yield from zip(numbers, text.split("\n"), strict=True)


def _unfolded(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The lines put together; of one that is too long no more is kept than shows that it is."""
    parts: list[bytes] = []
    begun = length = 0
    for number, line in enumerate(lines_of(data), 1):
        if line[:1] in (b" ", b"\t") and parts:
            if len(line) > 1 and length <= LONGEST_LINE:
                parts.append(line[1:])
                length += len(line) - 1
            continue
        if parts:
            yield begun, b"".join(parts)
        parts, begun, length = ([line] if line.strip() else []), number, len(line)
    if parts:
        yield begun, b"".join(parts)


class _Tree:
    """The components that are open while a file is read."""

    def __init__(self, findings: list[Finding]) -> None:
        self._findings = findings
        self._root = Component("", 0)
        self._open = [self._root]
        self._kinds: Counter[str] = Counter()
        self._left_out = 0

    def take(self, line: str, number: int) -> None:
        """Take a line in."""
        one = _property(line, number)
        if one is None:
            if len(self._open) > 1:
                self._unread(line, number)
        elif one.name == "BEGIN":
            self._begin(one.value.strip().upper(), number)
        elif one.name == "END":
            self._end(one.value.strip().upper())
        else:
            self._open[-1].properties.append(one)

    def _unread(self, line: str, number: int) -> None:
        """Tell of a line that can't be read; of a great many only how many more there are."""
        self._left_out += 1
        if self._left_out <= MOST_UNREAD:
            said = (("text", one_line(line)[:60]),)
            message = N_("The line “{text}” can't be read; it was left out.")
            self._findings.append(Finding(message, said, Severity.NOTE, number))

    def _begin(self, kind: str, number: int) -> None:
        if kind in ("VEVENT", "VCALENDAR"):  # neither stands in an event: that has lost its end
            while self._open[-1].kind not in ("", "VCALENDAR"):
                self._open.pop()
        one = Component(kind, number)
        self._open[-1].parts.append(one)
        self._open.append(one)
        self._kinds[kind] += 1

    def _end(self, kind: str) -> None:
        """Close what is open, down to this; an end of nothing closes nothing."""
        if not any(one.kind == kind for one in self._open[-8:] if one is not self._root):
            return
        while (one := self._open.pop()).kind != kind:
            pass
        one.whole = True

    def ended(self) -> Component:
        """Everything that was read."""
        if (more := self._left_out - MOST_UNREAD) > 0:
            message = N_("{count} more lines can't be read; they were left out.")
            self._findings.append(Finding(message, (("count", str(more)),), Severity.NOTE))
        if not (self._kinds["VCALENDAR"] or self._kinds["VEVENT"]):
            self._root.parts.clear()
        return self._root


def _property(line: str, number: int) -> Property | None:
    name = _WORD.match(line)
    if name is None:
        return None
    parameters: dict[str, tuple[str, ...]] = {}
    at = name.end()
    while found := _PARAMETER.match(line, at):
        parameters[found[1].strip().upper()] = _values(found[2] or "")
        at = found.end()
    if line[at : at + 1] != ":":  # quotes that do not end
        at = line.find(":", at)
        if at < 0:
            return None
    return Property(name[0].upper(), parameters, line[at + 1 :], number)


def _values(text: str) -> tuple[str, ...]:
    found = [value.strip().strip('"') for value in _VALUES.findall(text)]
    values = [_CARET.sub(lambda sign: _CARETS[sign[1]], value) for value in found if value]
    return tuple(values) or ("",)


def said_once(properties: Sequence[Property]) -> dict[str, str]:
    """Properties as texts by name, several of a name in lines."""
    said: dict[str, str] = {}
    for one in properties:
        said[one.name] = f"{said[one.name]}\n{one.text}" if one.name in said else one.text
    return said
