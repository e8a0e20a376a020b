# SPDX-License-Identifier: MIT
"""Writing from right to left, as near as paper here comes to it.

A line is broken as it is read and then laid out from the right, as the Unicode bidirectional
algorithm (UAX #9) orders it; of its rules those for embeddings are left out. Arabic letters take
the forms that Unicode has for their places in a word. It is told wherever it is printed: there
are no ligatures but lam-alef, and nobody here can read it over.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from forumdesk.domain.words import LEFTWARD

_ARABIC = re.compile("[\u0620-\u06d3]")
_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))
_PLACES = {
    (False, False): "<isolated>",
    (True, False): "<final>",
    (False, True): "<initial>",
    (True, True): "<medial>",
}
_JOINING = "\u0640"  # a stroke that lengthens: joined on both sides, of one form
_ALEFS = ("\u0622", "\u0623", "\u0625", "\u0627")
_FIRST, _LAST = 0xFB50, 0xFEFC  # Arabic presentation forms A and B
_RIGHT = ("R", "AL")
_NUMBERS = ("EN", "AN")
_BRACKET = "bracket"
_NONE, _NUMBER = -1, -2


def visual(line: str) -> str:
    """A line in the order in which it is set from the left."""
    if not LEFTWARD.search(line):
        return line
    clusters = [*_clusters(line)]
    kinds = [
        _BRACKET if cluster in _MIRRORED else unicodedata.bidirectional(cluster[0])
        for cluster in clusters
    ]
    strong = next((kind for kind in kinds if kind == "L" or kind in _RIGHT), "L")
    levels = _levels(kinds, int(strong in _RIGHT))
    for level in range(max(levels), 0, -1):
        clusters, levels = _turned(clusters, levels, level)
    return "".join(
        _MIRRORED.get(cluster, cluster) if level % 2 else cluster
        for cluster, level in zip(clusters, levels, strict=True)
    )


def _clusters(line: str) -> Iterator[str]:
    """Characters with the marks that stand on them."""
    cluster = ""
    for character in line:
        if cluster and unicodedata.bidirectional(character) == "NSM":
            cluster += character
            continue
        if cluster:
            yield cluster
        cluster = character
    yield cluster


def _levels(kinds: Sequence[str], base: int) -> list[int]:
    """The level of each cluster: odd runs from the right, even from the left."""
    sides = [*_sides(kinds, base)]
    after = [*reversed([*_known(reversed(sides), base)])]
    before = _known(sides, base)
    levels = []
    for side, last, following in zip(sides, before, after, strict=True):
        if side == _NONE:
            # What has no direction goes with both neighbours if they agree, else with the line.
            level = last if last == following else base
        else:
            level = 2 if side == _NUMBER else side
        levels.append(2 if base and not level else level)
    return levels


def _sides(kinds: Sequence[str], base: int) -> Iterator[int]:
    """From which side each goes, 1 the right: numbers after Latin letters go with these."""
    last = base
    for at, own in enumerate(kinds):
        kind = "EN" if _within(kinds, at) else own
        if kind in _RIGHT or kind == "L":
            last = int(kind in _RIGHT)
            yield last
        elif kind in _NUMBERS:
            yield _NUMBER if last else 0
        else:
            yield base if kind == _BRACKET else _NONE


def _within(kinds: Sequence[str], at: int) -> bool:
    """Whether something belongs to a number: a colon or stroke in it, a sign beside it."""
    beside = [kinds[n] in _NUMBERS for n in (at - 1, at + 1) if 0 <= n < len(kinds)]
    if kinds[at] in ("CS", "ES"):
        return len(beside) == 2 and all(beside)
    return kinds[at] == "ET" and any(beside)


def _known(sides: Iterable[int], base: int) -> Iterator[int]:
    """The side of the last that has one, at each place; a number has that of the text."""
    last = base
    for side in sides:
        if side != _NONE:
            last = 1 if side == _NUMBER else side
        yield last


def _turned(clusters: list[str], levels: list[int], least: int) -> tuple[list[str], list[int]]:
    """Every run of at least a level, turned round."""
    made: list[str] = []
    kept: list[int] = []
    at = 0
    while at < len(clusters):
        end = at
        while end < len(clusters) and levels[end] >= least:
            end += 1
        if end > at:
            made += reversed(clusters[at:end])
            kept += reversed(levels[at:end])
            at = end
        else:
            made.append(clusters[at])
            kept.append(levels[at])
            at += 1
    return made, kept


def shaped(text: str) -> str:
    """A text whose Arabic letters have the forms of their places, in the order it is read."""
    if not _ARABIC.search(text):
        return text
    forms, made, at = _forms(), [], 0
    while at < len(text):
        letter = text[at : at + 2] if text[at : at + 2] in forms else text[at]
        of = forms.get(letter, {})
        joined = "<initial>" in forms.get(_near(text, at, -1), {}) and "<final>" in of
        at += len(letter)
        goes_on = "<initial>" in of and "<final>" in forms.get(_near(text, at - 1, 1), {})
        place = _PLACES[joined, goes_on]
        made.append(of.get(place) or of.get("<isolated>") or letter)
    return "".join(made)


def _near(text: str, at: int, step: int) -> str:
    """The letter beside one, past the marks that stand on letters."""
    at += step
    while 0 <= at < len(text) and unicodedata.combining(text[at]):
        at += step
    return text[at] if 0 <= at < len(text) else ""


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """The forms of each Arabic letter, and of lam with alef, as Unicode's own data say."""
    found: dict[str, dict[str, str]] = {}
    for code in range(_FIRST, _LAST + 1):
        place, *codes = unicodedata.decomposition(chr(code)).split() or [""]
        letters = "".join(chr(int(one, 16)) for one in codes)
        lam_alef = letters[:1] == "\u0644" and letters[1:] in _ALEFS
        if place in _PLACES.values() and (len(letters) == 1 or lam_alef):
            found.setdefault(letters, {})[place] = chr(code)
    found[_JOINING] = dict.fromkeys(_PLACES.values(), _JOINING)
    return found
