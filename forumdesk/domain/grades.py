# SPDX-License-Identifier: MIT
"""Grades of office, highest first, and which of them an office is likely to be of.

They are data, in ``resources/precedence/grades.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache

from forumdesk.domain.assets import resources
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text

_HANGUL = Pattern(r"[\uac00-\ud7a3]")
_APART = Pattern(r"\s*(?:[,/·;&()\n]|\s겸\s|\bconcurrently\b)\s*")
_HONOUR = "님"
_JOINED = "~"  # stands before a word that counts only where something is joined to it


@frozen
class Grade:
    """A grade of office: its name in the file, what it is called, and words it is known by."""

    name: str
    title: Text
    korean: tuple[str, ...]
    english: tuple[str, ...]


@frozen
class _Known:
    """The words of all grades, ready to be looked for."""

    grades: tuple[Grade, ...]

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Where each grade stands, 0 the highest."""
        return {grade.name: place for place, grade in enumerate(self.grades)}

    @cached_property
    def korean(self) -> tuple[tuple[str, bool, str], ...]:
        """Korean words, the longest first: the word, whether it is joined, the grade's name."""
        words = [
            (word.removeprefix(_JOINED), word.startswith(_JOINED), grade.name)
            for grade in self.grades
            for word in grade.korean
        ]
        return tuple(sorted(words, key=lambda word: (-len(word[0]), not word[1])))

    @cached_property
    def english(self) -> Mapping[str, str]:
        """The grade of each English word."""
        return {word: grade.name for grade in self.grades for word in grade.english}

    @cached_property
    def found(self) -> re.Pattern[str]:
        """Any English word, the longest of those that begin at one place."""
        longest = sorted(self.english, key=len, reverse=True)
        return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest))})(?![\w-])")


@cache
def _known() -> _Known:
    import tomllib  # noqa: PLC0415 - when the first office is looked at

    text = (resources() / "precedence" / "grades.toml").read_text("utf-8")
    return _Known(
        tuple(
            Grade(one["name"], Text.of(one["title"]), tuple(one["ko"]), tuple(one["en"]))
            for one in tomllib.loads(text)["grade"]
        )
    )


def grades() -> tuple[Grade, ...]:
    """Every grade, the highest first."""
    return _known().grades


def grade_place(name: str) -> int:
    """Where a grade stands, 0 the highest; one not known, and none, after all others."""
    known = _known()
    return known.place.get(name, len(known.grades))


def guess_grade(office: Text) -> str:
    """The grade that an office is likely to be of, the highest its languages name; ``""`` if none.

    A guess: "Vice President" of a company and of a republic are told apart only by their words.
    """
    return _guessed(office)


@lru_cache(maxsize=65536)  # a list of a hundred thousand has a few thousand different offices
def _guessed(office: Text) -> str:
    found = [name for text in office.values() for name in _grades_in(text)]
    return min(found, key=grade_place, default="")


def _grades_in(office: str) -> Iterator[str]:
    """The grade of each office that a text names: somebody may hold several."""
    for part in _APART.compiled.split(office):
        korean = _HANGUL.search(part)
        if name := _korean(part) if korean else _english(part):
            yield name
            if not korean:
                return  # what follows says of what: "Director, Office of the Minister"


def _korean(office: str) -> str:
    words = office.strip().removesuffix(_HONOUR).split()
    if not words:
        return ""
    last = words[-1]
    for word, joined, name in _known().korean:
        if last.endswith(word) and not (joined and last == word):
            return name
    return ""


def _english(office: str) -> str:
    """The first word of any: what an office is called comes before what it is of."""
    known = _known()
    found = known.found.search(office.casefold().replace("’", "'"))
    return known.english[found[1]] if found else ""
