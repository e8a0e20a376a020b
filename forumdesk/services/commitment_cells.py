# SPDX-License-Identifier: MIT
"""What typing into a cell of the list of commitments means.

All raise ``ForumDeskError`` with a sentence about what can't be understood.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition, Series, edition_title
from forumdesk.domain.ids import CommitmentColumn, CommitmentId, EditionId, SeriesId
from forumdesk.domain.outcomes import Commitment, CommitmentStatus
from forumdesk.domain.terms import term
from forumdesk.domain.wording import EMPTY, Text, fold
from forumdesk.domain.words import N_, interface_languages, words_in
from forumdesk.services._writing import called
from forumdesk.services.commitments import set_due, set_owners_named, stand
from forumdesk.services.outcomes import add_commitment, change_commitment

_TEXTS = ("title", "text")


def set_commitment_cell(
    desk: Desk, commitment: CommitmentId, column: CommitmentColumn, text: str
) -> None:
    """Take over a typed cell.

    A column is the name of a field, or of a text with its language (``title.ko``).
    """
    record = desk.get(Commitment, commitment)
    field, _, language = column.partition(".")
    if language and field in _TEXTS:
        whole: Text = getattr(record, field)
        change_commitment(desk, commitment, {field: whole.having(language, text)})
    elif column in _SETTERS:
        _SETTERS[column](desk, record, text)
    else:
        raise ForumDeskError(N_("Nothing can be typed into “{column}”."), column=column)


def add_typed_commitment(
    desk: Desk,
    series: SeriesId,
    column: CommitmentColumn,
    text: str,
    *,
    edition: EditionId | None = None,
) -> Commitment:
    """A new commitment from the first cell typed in the empty row, promised at an edition."""
    title = Text.of({column[6:]: text}) if column.startswith("title.") else EMPTY
    with desk.step(N_("Add commitment “{text}”"), text=called(title)):
        made = add_commitment(desk, series, EMPTY, {"edition": edition})
        set_commitment_cell(desk, made.id, column, text)
        return desk.get(Commitment, made.id)


def empty_commitment_cells(
    desk: Desk, cells: Sequence[tuple[CommitmentId, CommitmentColumn]]
) -> None:
    """Empty cells, in one step."""
    with desk.step(N_("Empty {count} cells"), count=len(cells)):
        for commitment, column in cells:
            set_commitment_cell(desk, commitment, column, "")


def paste_commitments(
    desk: Desk,
    series: SeriesId,
    cells: Sequence[tuple[CommitmentId, CommitmentColumn, str]],
    lines: Sequence[Sequence[tuple[CommitmentColumn, str]]],
    *,
    edition: EditionId | None = None,
) -> None:
    """Type over cells, and add a commitment from each line of cells, in one step."""
    count = len(cells) + sum(map(len, lines))
    with desk.step(N_("Paste {count} cells"), count=count):
        for commitment, column, text in cells:
            set_commitment_cell(desk, commitment, column, text)
        for (column, text), *rest in filter(None, lines):
            made = add_typed_commitment(desk, series, column, text, edition=edition)
            for name, said in rest:
                set_commitment_cell(desk, made.id, name, said)


def _set_due(desk: Desk, commitment: Commitment, text: str) -> None:
    set_due(desk, commitment.id, text)


def _set_owners(desk: Desk, commitment: Commitment, text: str) -> None:
    set_owners_named(desk, commitment.id, text)


def _set_notes(desk: Desk, commitment: Commitment, text: str) -> None:
    change_commitment(desk, commitment.id, {"notes": text})


def _set_status(desk: Desk, commitment: Commitment, text: str) -> None:
    wanted = fold(text)
    for status in CommitmentStatus:
        said = (term(status, words_in(language)) for language in interface_languages())
        if wanted in (status.value, *map(fold, said)):
            stand(desk, commitment.id, status)
            return
    raise ForumDeskError(N_("“{text}” is none of the choices here."), text=text.strip())


def _set_edition(desk: Desk, commitment: Commitment, text: str) -> None:
    """The edition of an id, a number or a title; what is of another edition is let go."""
    found = _edition(desk, commitment.series, text.strip()) if text.strip() else None
    if found == commitment.edition:
        return
    apart = {"edition": found, "session": None, "aim": None, "part": None}
    change_commitment(desk, commitment.id, apart)


def _edition(desk: Desk, series: str, typed: str) -> str:
    record, wanted = desk.get(Series, series), fold(typed)
    for edition in desk.find(Edition, series=series):
        titles = map(fold, edition_title(record, edition).values())
        if typed in (edition.id, str(edition.number)) or wanted in titles:
            return edition.id
    raise ForumDeskError(N_("This series has no edition “{name}”."), name=typed)


Setter = Callable[[Desk, Commitment, str], None]
_SETTERS: Mapping[str, Setter] = MappingProxyType(
    {
        "due": _set_due,
        "status": _set_status,
        "owners": _set_owners,
        "edition": _set_edition,
        "notes": _set_notes,
    }
)
