# SPDX-License-Identifier: MIT
"""The terms of a series' field in each of its languages, as its interpreters get them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Series
from forumdesk.domain.glossary import TypedTerm, is_same, typed_terms
from forumdesk.domain.ids import SeriesId, TermChanges, TermColumn, TermId
from forumdesk.domain.printed import Term
from forumdesk.domain.wording import EMPTY, Text, fold
from forumdesk.domain.words import N_
from forumdesk.services._removing import remove_whole
from forumdesk.services._writing import add, called, change, next_position, reorder

_TEXTS = ("text", "note")


def add_term(desk: Desk, series: SeriesId, text: Text, fields: TermChanges) -> Term:
    """A new term of a series, after the others."""
    desk.get(Series, series)
    given = {"position": next_position(desk, Term, series=series), **fields}
    with desk.step(N_("Add term “{term}”"), term=called(text)):
        return add(desk, Term, given, series=series, text=text)


def change_term(desk: Desk, term: TermId, changes: TermChanges) -> Term:
    """New values of some fields of a term."""
    record = desk.get(Term, term)
    with desk.step(N_("Change term “{term}”"), term=called(record.text)):
        return change(desk, record, changes)


def remove_terms(desk: Desk, terms: Sequence[TermId]) -> None:
    """Remove terms."""
    records = [desk.get(Term, term) for term in dict.fromkeys(terms)]
    alone = called(records[0].text) if len(records) == 1 else ""
    message = N_("Remove term “{term}”") if alone else N_("Remove {count} terms")
    with desk.step(message, term=alone, count=len(records)):
        for record in records:
            remove_whole(desk, record)


def order_terms(desk: Desk, series: SeriesId, terms: Sequence[TermId]) -> list[Term]:
    """The terms of a series in a new order; those not named follow."""
    desk.get(Series, series)
    with desk.step(N_("Reorder terms")):
        return reorder(desk, desk.find(Term, series=series), terms)


def set_term_cell(desk: Desk, term: TermId, column: TermColumn, text: str) -> Term:
    """Take over a typed cell: the term, or what is meant by it, in a language."""
    record = desk.get(Term, term)
    field, language = _parted(column)
    whole: Text = getattr(record, field)
    return change_term(desk, term, {field: whole.having(language, text)})


def add_typed_term(desk: Desk, series: SeriesId, column: TermColumn, text: str) -> Term:
    """A new term from the first cell typed in the empty row."""
    field, language = _parted(column)
    typed = Text.of({language: text})
    said = {"text": EMPTY, "note": EMPTY, field: typed}
    return add_term(desk, series, said["text"], {"note": said["note"]})


def empty_term_cells(desk: Desk, cells: Sequence[tuple[TermId, TermColumn]]) -> None:
    """Empty cells, in one step; a term of which nothing is left goes."""
    with desk.step(N_("Empty {count} cells"), count=len(cells)):
        left = {term: set_term_cell(desk, term, column, "") for term, column in cells}
        for record in left.values():
            if not record.text and not record.note:
                remove_whole(desk, record)


def paste_terms(
    desk: Desk,
    series: SeriesId,
    text: str,
    *,
    cells: Sequence[tuple[TermId, TermColumn, str]] = (),
) -> list[Term]:
    """Add the terms of pasted lines, after typing over some ``cells``, in one step.

    A term that is there already gets what its line says besides, and is not added again. Raises
    ``ForumDeskError`` where there is nothing to paste.
    """
    owner = desk.get(Series, series)
    typed = typed_terms(text, owner.languages)
    if not typed and not cells:
        raise ForumDeskError(N_("There is no term in what was pasted; nothing was changed."))
    with desk.step(N_("Paste {count} terms"), count=len(typed) + len({c[0] for c in cells})):
        for term, column, said in cells:
            set_term_cell(desk, term, column, said)
        return _pasted(desk, series, typed)


def _pasted(desk: Desk, series: str, typed: Sequence[TypedTerm]) -> list[Term]:
    known = desk.find(Term, series=series)
    at = next_position(desk, Term, series=series)
    made: list[Term] = []
    by_text: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, term in enumerate(known):
        _note(by_text, term.text, place)
    for one in typed:
        places = [n for key in _keys(one.text) for n in by_text[key]]
        found = next((n for n in places if is_same(known[n], one)), None)
        if found is None:
            fields = {"note": one.note, "position": at + len(made)}
            known.append(add(desk, Term, fields, series=series, text=one.text))
            made.append(known[-1])
            found = len(known) - 1
        else:
            was = known[found]
            more = {"text": _with(was.text, one.text), "note": _with(was.note, one.note)}
            known[found] = change(desk, was, more)
        _note(by_text, one.text, found)
    return made


def _note(by_text: dict[tuple[str, str], list[int]], text: Text, place: int) -> None:
    for key in _keys(text):
        by_text[key].append(place)


def _keys(text: Text) -> Iterator[tuple[str, str]]:
    return ((tag, fold(said)) for tag, said in text.items())


def _with(before: Text, more: Text) -> Text:
    """A text with what it lacks."""
    return Text.of({**more, **before})


def _parted(column: str) -> tuple[str, str]:
    field, _, language = column.partition(".")
    if field not in _TEXTS or not language:
        raise ForumDeskError(N_("Nothing can be typed into “{column}”."), column=column)
    return field, language
