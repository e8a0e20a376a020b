# SPDX-License-Identifier: MIT
"""Terms of a series' field: as they are pasted, and as they are listed.

Pasted are lines of a spreadsheet, a term a line with a column for each language. Which column is
which language follows from a line of headings, else from the script the terms are written in.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from forumdesk.domain.languages import base, language_name
from forumdesk.domain.naming import script_of
from forumdesk.domain.people import Script
from forumdesk.domain.printed import Term
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text, fold, one_line
from forumdesk.domain.words import interface_languages

_WRITTEN_IN: Mapping[str, Script] = MappingProxyType(
    {"ko": Script.HANGUL, "ja": Script.KANA, "zh": Script.HANJA, "ru": Script.CYRILLIC}
)
_NOTES = ("note", "notes", "remark", "비고", "설명", "메모")
TEXT, NOTE = "text", "note"
"""The columns of a term, and of what is meant by it; in a language, ``text.ko``."""


@frozen
class TypedTerm:
    """A term as it was typed: its text in some languages, and what is meant by it."""

    text: Text
    note: Text = EMPTY


def typed_terms(pasted: str, languages: Sequence[str]) -> list[TypedTerm]:
    """The terms of pasted lines; columns beyond the languages, and the one after, say nothing."""
    lines = [line for line in _lines(pasted) if any(line)]
    headed = _headings(lines[0], languages) if lines else None
    columns = headed or _columns(lines, languages)
    found = (_term(line, columns, languages[0]) for line in (lines[1:] if headed else lines))
    if not headed:
        found = (_placed(term, languages) for term in found)
    return [term for term in found if term.text]


def _placed(typed: TypedTerm, languages: Sequence[str]) -> TypedTerm:
    """A term that stands alone, in the language of its script."""
    if len(typed.text) != 1:
        return typed
    ((tag, said),) = typed.text.pairs
    script = script_of(said)
    own = [one for one in languages if _WRITTEN_IN.get(base(one)) is script]
    own = own or [one for one in languages if base(one) not in _WRITTEN_IN]
    return replace(typed, text=Text.of({(own or [tag])[0]: said}))


def is_same(term: Term, typed: TypedTerm) -> bool:
    """Whether a typed term is one that there is: alike in a language, and in none otherwise."""
    both = [tag for tag in typed.text if tag in term.text]
    return bool(both) and all(fold(term.text[tag]) == fold(typed.text[tag]) for tag in both)


def _lines(pasted: str) -> Iterator[list[str]]:
    """Lines of cells, parted by tabs, or by commas where there is no tab at all."""
    text = pasted.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    mark = "\t" if "\t" in text else ","
    try:
        lines = list(csv.reader(text.split("\n"), delimiter=mark))
    except csv.Error:  # a quotation mark that nothing closes: then it is one of the text's own
        lines = [line.split(mark) for line in text.split("\n")]
    for line in lines:
        yield [one_line(cell) for cell in line]


def _headings(line: Sequence[str], languages: Iterable[str]) -> list[str] | None:
    """The columns that a line of headings names; ``None`` if it is none."""
    known = {fold(said): tag for tag in languages for said in _called(tag)}
    known |= {fold(said): NOTE for said in _NOTES}
    known |= {f"{field}.{tag}": f"{field}.{tag}" for field in (TEXT, NOTE) for tag in languages}
    found = [known.get(fold(cell), "") for cell in line]
    told = any(name and name != NOTE for name in found)
    whole = all(name for name, cell in zip(found, line, strict=True) if cell)
    return found if told and whole else None


def _called(language: str) -> Iterator[str]:
    yield from (language, base(language))
    yield from (language_name(language, tag) for tag in (language, *interface_languages()))


def _columns(lines: Sequence[Sequence[str]], languages: Sequence[str]) -> list[str]:
    """The languages where their scripts show that they stand, the others between, then the note."""
    placed: dict[int, str] = {}
    for tag in languages:
        script = _WRITTEN_IN.get(base(tag))
        counts = [
            sum(len(line) > n and script_of(line[n]) is script for line in lines)
            for n in range(len(languages))
        ]
        most = counts.index(max(counts))
        if script is not None and counts[most] and most not in placed:
            placed[most] = tag
    others = iter([tag for tag in languages if tag not in placed.values()])
    return [*(placed.get(n) or next(others) for n in range(len(languages))), NOTE]


def _term(line: Sequence[str], columns: Sequence[str], first: str) -> TypedTerm:
    said = dict(zip(columns, line, strict=False))
    note = said.pop(NOTE, "")
    said.pop("", "")
    notes = {key[len(NOTE) + 1 :]: text for key, text in said.items() if key.startswith(NOTE)}
    said = {key.removeprefix(f"{TEXT}."): text for key, text in said.items() if key[:4] != NOTE}
    spoken = next((t for t, s in _WRITTEN_IN.items() if s is script_of(note)), "")
    tags = [tag for tag in said if tag]
    written = next((tag for tag in tags if base(tag) == spoken), "")
    other = next((tag for tag in tags if base(tag) not in _WRITTEN_IN), first)
    return TypedTerm(Text.of(said), Text.of({written or other: note, **notes}))
