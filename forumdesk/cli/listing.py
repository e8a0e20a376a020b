# SPDX-License-Identifier: MIT
"""``export`` of lists of participants: CSV, XLSX and vCard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import BinaryIO

from forumdesk.cli.exported import Exported, State
from forumdesk.domain.columns import Reader
from forumdesk.domain.desk import ForumDeskError, Problem, Severity, Subject
from forumdesk.domain.languages import base
from forumdesk.domain.roster import Asked, Roster, keys_from
from forumdesk.domain.words import N_, Phrase, words_in
from forumdesk.exchange.lists import LIST_FORMATS, ListFile, write_list
from forumdesk.exchange.vcards import CardVersion
from forumdesk.handouts.naming import file_name
from forumdesk.handouts.options import Options, options_from

__all__ = ["LIST_FORMATS", "exported_list"]

_CUT = N_("{count} texts are longer than a cell of a spreadsheet holds, and end with “…” there.")


def exported_list(state: State, kind: str, given: Mapping[str, object]) -> Exported:
    """An edition's participants as a file for other programs."""
    of, _ = state.read(everybody=True)
    # Who takes a list out of the file is an organizer, if nothing else is said.
    usual = Options(reader=Reader.ORGANIZER, languages=of.languages)
    names = {"audience": "reader", "order": "list_order", "languages": "languages"}
    chosen = {names[name]: value for name, value in given.items() if name in names}
    options = options_from(chosen, usual)
    columns = keys_from(str(given.get("columns", "")))
    asked = Asked(
        options.reader,
        columns,
        options.list_order,
        options.languages or of.languages,
        others="languages" not in chosen,
    )
    roster = Roster(of, asked, words_in(base(asked.languages[0])))
    wanted = ListFile(roster, state.desk.now(), _version(given.get("vcard")))

    def put(file: BinaryIO) -> Sequence[Problem]:
        cut = write_list(kind, wanted, file)
        subject = Subject("edition", of.edition.id)
        phrase = Phrase.of(_CUT, count=cut)
        return [Problem("cut", Severity.WARNING, subject, phrase)] if cut else []

    return Exported(file_name(of.title.best(of.languages), ending=kind), put)


def _version(said: object) -> CardVersion:
    if said is None:
        return CardVersion.THREE
    try:
        return CardVersion(str(said))
    except ValueError:
        raise ForumDeskError(
            N_("{option} can't be “{value}”; it is one of: {values}."),
            option="--vcard",
            value=said,
            values=", ".join(CardVersion),
        ) from None
