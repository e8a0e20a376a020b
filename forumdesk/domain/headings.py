# SPDX-License-Identifier: MIT
"""Which column of a foreign list means what: guessed by heading, then by content, or said.

A mapping has the key of a column (``domain.columns``, or one of ``EXTRA_KEYS``) for the index of
each column it knows, with a language where the heading tells one: ``{0: "hangul", 1:
"office.ko"}``. An index it does not have is a column that is not taken in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from forumdesk.domain.columns import COLUMNS, column
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.heading_words import (
    EXTRA_KEYS,
    EXTRAS,
    LANGUAGE_PARTS,
    OTHERS,
    OUTINGS,
    bare,
    vocabulary,
)
from forumdesk.domain.languages import language_name
from forumdesk.domain.naming import script_of
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.people import Script
from forumdesk.domain.wording import fold, one_line
from forumdesk.domain.words import N_, Words, interface_languages

Columns = Mapping[int, str]
IGNORE = "ignore"
_NAMED = {"ko": "hangul", "en": "latin", "zh": "hanja"}
_NAMES = frozenset({"name", "hangul", "latin", "hanja", "family", "given"})
_LINGUAL = frozenset({one.key for one in COLUMNS if one.lingual} | {"department"})
_IN_BRACKETS = Pattern(r"(.+?)\s*[(（\[](.+?)[)）\]]\s*")
_EMAIL = Pattern(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE = Pattern(r"\+?[\d(][\d\s().-]{6,}\d")
_HANGUL_NAME = Pattern(r"[가-힣]{2,4}")
_LATIN_NAME = Pattern(r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]*){1,3}|[A-Z]\w+, [A-Z][\w -]+")
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "mx", "sir", "hon", "he"})


def guess(headings: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> dict[int, str]:
    """What each column most likely means; ``rows`` are the first few, for what headings lack."""
    found = {at: key for at, heading in enumerate(headings) if (key := _by_heading(heading))}
    samples = {at: _column(rows, at) for at in range(len(headings))}
    _settle_names(headings, found)
    _settle_titles(headings, found, samples)
    for at, heading in enumerate(headings):
        if at not in found and samples[at] and (key := _by_content(heading, samples[at], found)):
            found[at] = key
    return dict(sorted(found.items()))


def said(choices: Iterable[str], headings: Sequence[str], guessed: Columns) -> dict[int, str]:
    """A mapping with choices made by hand, each ``Column=field``; an empty field ignores it.

    A column is named by its heading or its number from 1. Raises ``ForumDeskError``.
    """
    mapping = dict(guessed)
    for choice in choices:
        name, equals, key = choice.rpartition("=")
        if not equals or not name.strip():
            raise ForumDeskError(
                N_("“{choice}” maps no column; write “Column=field”."), choice=choice
            )
        mapping[_index(name, headings)] = _key(key)
    return dict(sorted(mapping.items()))


def keys() -> tuple[str, ...]:
    """Every key that a column may be mapped to; lingual ones take a language behind a dot."""
    return (*(one.key for one in COLUMNS if not one.told), *EXTRA_KEYS)


def field_title(key: str, words: Words) -> str:
    """What a field is called to whoever maps columns: ``Office (Korean)``."""
    name, _, language = key.partition(".")
    if (one := column(name)) is not None:
        return one.shown(words, language)
    title = words.context(*EXTRAS[name]) if name in EXTRAS else name
    return f"{title} ({language})" if language else title


def signature(headings: Sequence[str]) -> str:
    """A set of headings as the text under which its mapping is remembered."""
    return "\n".join(bare(heading) or "-" for heading in headings)


def to_lines(mapping: Columns, width: int) -> str:
    """A mapping as text, one column to a line, for keeping it."""
    return "\n".join(mapping.get(at, "") for at in range(width))


def from_lines(lines: str) -> dict[int, str]:
    """A mapping from what ``to_lines`` made of it; keys that are none any more are left out."""
    known = enumerate(lines.split("\n"))
    return {at: key for at, key in known if key.partition(".")[0] in keys()}


def _index(name: str, headings: Sequence[str]) -> int:
    wanted = bare(name)
    for at, heading in enumerate(headings):
        if one_line(heading) == one_line(name):
            return at
    same = [at for at, heading in enumerate(headings) if wanted and bare(heading) == wanted]
    if same:
        return same[0]
    if name.strip().isdecimal() and 1 <= int(name) <= len(headings):
        return int(name) - 1
    raise ForumDeskError(
        N_("There is no column “{name}”; the columns are: {columns}."),
        name=name.strip(),
        columns=", ".join(filter(None, map(one_line, headings))),
    )


def _key(said: str) -> str:
    """A field as somebody wrote it: its key, with a language, or its title."""
    key, dot, language = said.strip().partition(".")
    if not key:
        return IGNORE
    if key.casefold() in keys():
        lingual = dot and key.casefold() in _LINGUAL and language
        return f"{key.casefold()}.{language}" if lingual else key.casefold()
    found = _by_heading(said)
    if not found:
        raise ForumDeskError(
            N_("There is no field “{name}”; the fields are: {fields}."),
            name=said.strip(),
            fields=", ".join(keys()),
        )
    return found


def is_heading(text: str) -> bool:
    """Whether a cell reads like the heading of a column."""
    return len(text) <= 60 and bool(_by_heading(text))


@cache
def _by_heading(heading: str) -> str:
    """The key that a heading tells, ``""`` if none."""
    word = bare(heading)
    if not word or any(other in word for other in OTHERS):
        return ""
    key = _meant(heading, word)
    return "" if key == "status" and any(outing in word for outing in OUTINGS) else key


def _meant(heading: str, word: str) -> str:
    """The key of a heading as it is, without its language, in brackets, by its end."""
    known = vocabulary()
    if word in known:
        return _spoken(known[word], "")
    bracketed = _IN_BRACKETS.fullmatch(one_line(heading))
    if bracketed and (language := language_called(bracketed[2])):
        key = _by_heading(bracketed[1])
        if key:
            return _spoken(key.partition(".")[0], language)
    for rest, language in _without_language(word):
        if rest in known:
            return _spoken(known[rest], language)
    if bracketed and (key := _by_heading(bracketed[1])):
        return key
    return _by_part(word)


def _spoken(key: str, language: str) -> str:
    """A key in a language, as far as it has any."""
    if key == "name":
        return _NAMED.get(language, key)
    return f"{key}.{language}" if language and key in _LINGUAL else key


def _without_language(word: str) -> Iterable[tuple[str, str]]:
    for language, parts in LANGUAGE_PARTS.items():
        for part in parts:
            if word.startswith(part):
                yield word[len(part) :], language
            if word.endswith(part):
                yield word[: -len(part)], language


def _by_part(word: str) -> str:
    """The key of the longest known word at the end of a heading, else at its beginning."""
    known = vocabulary()
    for at in range(1, len(word)):
        end = word[at:]
        if end in known and _is_telling(end):
            return known[end]
    for at in range(len(word) - 1, 1, -1):
        start = word[:at]
        if start in known and _is_telling(start):
            return known[start]
    return ""


def _is_telling(word: str) -> bool:
    """Whether a word within a longer one still means what it means alone."""
    return len(word) >= (5 if word.isascii() else 2) or word in ("name", "mail", "cell", "phone")


@cache
def _languages() -> Mapping[str, str]:
    """Language tags by what the program calls them, in each of its own languages."""
    from babel import Locale  # noqa: PLC0415 - loaded when the first list is read

    found = {}
    for spoken in interface_languages():
        for code in Locale.parse(spoken).languages:
            tag = str(code).replace("_", "-")
            found[bare(language_name(tag, spoken))] = tag
    return found


def language_called(text: str) -> str:
    """The language that a word in brackets names."""
    word = bare(text)
    for language, parts in LANGUAGE_PARTS.items():
        if word in parts:
            return language
    return _languages().get(word, "")


def _settle_names(headings: Sequence[str], found: dict[int, str]) -> None:
    """Words for a name that mean the family or the given name where the other stands beside."""
    present = set(found.values())
    for at, key in list(found.items()):
        word = bare(headings[at])
        if word == "이름":
            found[at] = "given" if "family" in present else "name"
        elif word == "name" and key == "name" and "given" in present and "family" not in present:
            found[at] = "family"


def _settle_titles(
    headings: Sequence[str], found: dict[int, str], samples: Mapping[int, Sequence[str]]
) -> None:
    """``Title`` is an office, unless people's forms of address stand below it."""
    offices = [at for at, key in found.items() if key.partition(".")[0] == "office"]
    for at in offices:
        if bare(headings[at]) == "title" and samples[at]:
            formal = [cell for cell in samples[at] if _is_honorific(cell)]
            if len(formal) * 2 > len(samples[at]):
                found[at] = "honorific"


def _is_honorific(text: str) -> bool:
    return all(fold(word).strip(".") in _HONORIFICS for word in text.split())


def _column(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    """What stands in a column, as far as anything does."""
    return [cell for row in rows if at < len(row) and (cell := one_line(row[at]))]


def _by_content(heading: str, cells: Sequence[str], found: Mapping[int, str]) -> str:
    """What a column without a telling heading holds, if most of its cells are of one kind."""
    kinds = Counter(kind for cell in cells if (kind := kind_of(cell)))
    if not kinds:
        return ""
    kind, count = kinds.most_common(1)[0]
    if count * 10 < len(cells) * 7:
        return ""
    present = {key.partition(".")[0] for key in found.values()}
    if kind == "name":
        return "" if _NAMES & present else kind
    return kind if not one_line(heading) and not {kind, "contact"} & present else ""


def kind_of(cell: str) -> str:
    """What a cell holds by its looks: ``email``, ``phone``, ``name``, or ``""``."""
    if _EMAIL.search(cell):
        return "email"
    if _PHONE.fullmatch(cell):
        return "phone"
    name = _HANGUL_NAME.fullmatch(cell) and script_of(cell) is Script.HANGUL
    return "name" if name or _LATIN_NAME.fullmatch(cell) else ""


def is_data(cell: str) -> bool:
    """Whether a cell holds what no heading would: an e-mail address, a telephone number."""
    return bool(_EMAIL.fullmatch(cell.strip()) or _PHONE.fullmatch(cell.strip()))
