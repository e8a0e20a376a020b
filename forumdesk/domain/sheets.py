# SPDX-License-Identifier: MIT
"""A signed sheet typed back: row codes, ranges of them, and who was absent.

``37Z 38T 40M-``, ``12W absent``, ``1R..25B``: by spaces, commas or line ends, in any mix. A minus
or a word behind a code says that the row is empty; a range stands for everybody expected whose
number lies in it, and a code typed by itself counts over one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum

from forumdesk.domain.attendance import Attendee
from forumdesk.domain.codes import as_keyed, number_of_row
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import fold

ABSENT_WORDS = frozenset(
    map(fold, ("absent", "no", "x", "-", "–", "—", "−", "결석", "불참", "무", "empty"))
)
CAME_WORDS = frozenset(map(fold, ("came", "present", "yes", "ok", "o", "+", "출석", "참석")))
_MINUS = "-–—−"
_APART = Pattern(r"[\s,;、，]+")
_RANGE = Pattern(r"(\d+[A-Za-z]) ?(?:\.\.+|…|~|〜|～|[-–—−]) ?(\d+[A-Za-z])")
_SPACED = Pattern(r"[ \t]+(\.\.+|…|~|〜|～)[ \t]+")
_MOST = 100_000  # rows of a range


class Verdict(StrEnum):
    """What a typed row comes to."""

    CAME = "came"
    ALREADY = "already"  # in before
    ABSENT = "absent"
    TAKEN_BACK = "taken-back"  # absent, but the log had them in
    UNKNOWN = "unknown"  # nobody has this number
    WRONG = "wrong"  # the letter does not fit, or no code at all


WRONG = frozenset({Verdict.UNKNOWN, Verdict.WRONG})


@frozen
class Row:
    """A piece of what was typed: the numbers it names, and whether they came.

    No ``numbers`` where it can't be understood; ``line`` counts from 1; ``ranged`` rows come
    from a range.
    """

    typed: str
    line: int
    numbers: tuple[int, ...] = ()
    came: bool = True
    ranged: bool = False


@frozen
class Settled:
    """A row and what it comes to; ``who`` is ``None`` where it comes to nothing."""

    row: Row
    verdict: Verdict
    who: Attendee | None = None


def rows(text: str) -> tuple[Row, ...]:
    """What was typed, piece by piece."""
    return tuple(
        row
        for number, line in enumerate(as_keyed(text).splitlines(), start=1)
        for row in _line(_SPACED.sub(r"\1", line), number)
    )


def _line(text: str, number: int) -> Iterator[Row]:
    waiting: Row | None = None
    for piece in _APART.sub(" ", text).split():
        if waiting is not None and (said := _said(piece)) is not None:
            typed = f"{waiting.typed} {piece}"
            yield Row(typed, number, waiting.numbers, said, waiting.ranged)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = _piece(piece, number)
    if waiting is not None:
        yield waiting


def _said(word: str) -> bool | None:
    """Whether a word behind a code says that the person came; ``None`` if it says neither."""
    plain = fold(word)
    if plain in ABSENT_WORDS:
        return False
    return True if plain in CAME_WORDS else None


def _piece(typed: str, line: int) -> Row:
    if found := _RANGE.fullmatch(typed.rstrip(_MINUS)):
        first, last = number_of_row(found[1]), number_of_row(found[2])
        absent = typed[-1] in _MINUS
        if first is None or last is None or not first <= last < first + _MOST:
            return Row(typed, line)
        return Row(typed, line, tuple(range(first, last + 1)), came=not absent, ranged=True)
    code = typed.rstrip(_MINUS + "+")
    one = number_of_row(code)
    absent = typed[len(code) :].endswith(tuple(_MINUS))
    return Row(typed, line, () if one is None else (one,), came=not absent)


Known = Mapping[int, Attendee]


def numbers_in(pieces: Iterable[Row]) -> list[int]:
    """Every number that is named, once."""
    return list(dict.fromkeys(number for row in pieces for number in row.numbers))


def settled(pieces: Iterable[Row], known: Known) -> tuple[Settled, ...]:
    """What each typed row comes to; ``known`` are the attendees of an edition by number.

    Of a number that is typed twice the last counts, one by itself over one in a range; of a
    range that names nobody, the range itself is unknown.
    """
    every = list(pieces)
    single = {row.numbers[0]: at for at, row in enumerate(every) if row.numbers and not row.ranged}
    ranged = {n: at for at, row in enumerate(every) if row.ranged for n in row.numbers}
    found: list[Settled] = []
    for at, row in enumerate(every):
        if not row.numbers:
            found.append(Settled(row, Verdict.WRONG))
        elif row.ranged:
            found += _of_range(row, known, lambda n, at=at: n not in single and ranged[n] == at)  # type: ignore[misc]
        elif single[row.numbers[0]] == at:
            found.append(_of_one(row, known.get(row.numbers[0])))
    return tuple(found)


def _of_range(row: Row, known: Known, counts: Callable[[int], bool]) -> list[Settled]:
    there = [known[number] for number in row.numbers if number in known]
    if not there:
        return [Settled(row, Verdict.UNKNOWN)]
    meant = (one for one in there if one.expected or one.entry is not None)
    return [_of_one(row, one) for one in meant if counts(one.number or 0)]


def _of_one(row: Row, who: Attendee | None) -> Settled:
    if who is None:
        return Settled(row, Verdict.UNKNOWN)
    inside = who.entry is not None
    if row.came:
        return Settled(row, Verdict.ALREADY if inside else Verdict.CAME, who)
    return Settled(row, Verdict.TAKEN_BACK if inside else Verdict.ABSENT, who)
