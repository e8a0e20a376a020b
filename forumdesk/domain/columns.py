# SPDX-License-Identifier: MIT
"""The columns of a list of people, declared once: for lists going out and for those coming in.

A list written with these titles is read again without a loss. Which of them a list shows depends
on who reads it; what is nobody else's business (contacts, diet, notes) is for organizers alone.

**To add a column**: one line here; what stands in it is said in ``roster`` (out) and
``headings`` (in).
"""

from __future__ import annotations

from enum import StrEnum

from forumdesk.domain.languages import language_name
from forumdesk.domain.terms import T_
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words


class Reader(StrEnum):
    """Who a list is for, from everybody to the secretariat alone."""

    PUBLIC = "public"
    DOOR = "door"
    ORGANIZER = "organizers"


@frozen
class Column:
    """A column of a list of people.

    ``key`` names it wherever a column is named; ``lingual`` ones stand once for each language,
    as ``office.ko``, ``office.en``. ``reader`` is the widest circle that sees it. ``told`` ones
    are said by the program and not taken in again (when somebody came).
    """

    key: str
    title: tuple[str, str]
    reader: Reader = Reader.ORGANIZER
    lingual: bool = False
    told: bool = False

    def shown(self, words: Words, language: str = "") -> str:
        """Its title: ``Office (Korean)`` where it stands once for each language."""
        title = words.context(*self.title)
        return f"{title} ({language_name(language, words.language)})" if language else title


_PUBLIC, _DOOR = Reader.PUBLIC, Reader.DOOR
COLUMNS: tuple[Column, ...] = (
    Column("number", T_("column", "No."), _DOOR),
    Column("hangul", T_("column", "Name (Hangul)"), _PUBLIC),
    Column("latin", T_("column", "Name (Latin)"), _PUBLIC),
    Column("hanja", T_("column", "Name (Hanja)"), _PUBLIC),
    Column("name", T_("column", "Name"), _PUBLIC),
    Column("family", T_("column", "Family name"), _PUBLIC),
    Column("given", T_("column", "Given name"), _PUBLIC),
    Column("family-first", T_("column", "Family name first")),
    Column("reading", T_("column", "Reading"), lingual=True),
    Column("honorific", T_("column", "Form of address"), _DOOR, lingual=True),
    Column("organization", T_("column", "Organization"), _PUBLIC, lingual=True),
    Column("office", T_("column", "Office"), _PUBLIC, lingual=True),
    Column("side", T_("column", "Side"), _PUBLIC),
    Column("country", T_("column", "Country"), _PUBLIC),
    Column("category", T_("column", "Category"), _DOOR),
    Column("status", T_("column", "Status"), _DOOR),
    Column("status-on", T_("column", "Status since")),
    Column("reply-by", T_("column", "Answer by")),
    Column("email", T_("column", "E-mail")),
    Column("phone", T_("column", "Telephone")),
    Column("mobile", T_("column", "Mobile")),
    Column("address", T_("column", "Address")),
    Column("url", T_("column", "Web page")),
    Column("table", T_("column", "Table"), _DOOR),
    Column("seat", T_("column", "Seat"), _DOOR),
    Column("badge-name", T_("column", "Name on the badge"), _DOOR, lingual=True),
    Column("rank", T_("column", "Rank")),
    Column("rank-reason", T_("column", "Reason for the rank")),
    Column("grade", T_("column", "Grade of office")),
    Column("since", T_("column", "In office since")),
    Column("honored", T_("column", "Guest of honor")),
    Column("arrives", T_("column", "Arrival")),
    Column("departs", T_("column", "Departure")),
    Column("languages", T_("column", "Languages")),
    Column("diet", T_("column", "Diet")),
    Column("access", T_("column", "Access needs")),
    Column("notes", T_("column", "Notes")),
    Column("about", T_("column", "About the person")),
    Column("biography", T_("column", "Biography"), lingual=True),
    Column("consent-list", T_("column", "May be listed")),
    Column("consent-photo", T_("column", "Photo may be used")),
    Column("consent-contact", T_("column", "May be contacted")),
    Column("keep-until", T_("column", "Keep until")),
    Column("came", T_("column", "Checked in"), _DOOR, told=True),
)
_BY_KEY = {column.key: column for column in COLUMNS}
_CIRCLES = tuple(Reader)


def column(key: str) -> Column | None:
    """The column that a key names, its language left aside; ``None`` if there is none."""
    return _BY_KEY.get(key.partition(".")[0])


def may_see(reader: Reader, column: Column) -> bool:
    """Whether a list for this circle of readers may have a column."""
    return _CIRCLES.index(column.reader) <= _CIRCLES.index(reader)
