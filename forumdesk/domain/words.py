# SPDX-License-Identifier: MIT
"""The words the program itself says, in each language: gettext catalogues looked up by language.

One mechanism for window, command line, problems and paper. A message is written in English in
the code and marked where it stands, so that Babel finds it:

- ``words("Move “{title}”", title=…)`` says it now,
- ``words.plural("{count} session", "{count} sessions", 3)`` says a number of things,
- ``words.context("state", "open")`` tells apart words that are one in English,
- ``N_("Move session")`` marks a message that is said later, in a language not known yet.

Numbers of things are said as ``1,216``, and what is written from right to left is kept apart
(U+2068 … U+2069), so that the sentence around it keeps its own direction.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Protocol

from forumdesk.domain.assets import resources
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text

DEFAULT = "en"
LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms."""
APART = re.compile("\u2068([^\u2068\u2069]*)\u2069")
"""A value within a sentence that is laid out by itself, whatever direction it has."""
_NAMING = frozenset(
    {
        *("number", "n", "nth", "year", "id", "value", "text", "typed", "at"),
        *("line", "row", "column", "room", "table", "seat", "byte"),
    }
)
"""Values whose numbers say which one it is, not how many there are."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a message for the catalogues without saying it."""
    return message


class Catalogue(Protocol):
    """What messages are in a language; ``gettext`` reads those that are kept in files."""

    def gettext(self, message: str, /) -> str:
        """A message."""

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """A message about a number of things."""

    def pgettext(self, context: str, message: str, /) -> str:
        """A message in its context."""


class Written:
    """Messages as they are written in the code."""

    def gettext(self, message: str, /) -> str:
        """The message itself."""
        return message

    def ngettext(self, one: str, many: str, count: int, /) -> str:
        """The one for one, or the other."""
        return one if count == 1 else many

    def pgettext(self, _context: str, message: str, /) -> str:
        """The message itself."""
        return message


@frozen
class Words:
    """The program's words in one language, with others to fall back on for data."""

    language: str
    catalogue: Catalogue

    def __call__(self, message: str, /, **values: object) -> str:
        """A message with its ``{values}`` filled in; texts in this language."""
        # An empty msgid is the catalogue's own head.
        return self._fill(self.catalogue.gettext(message), values) if message else ""

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """A message about ``count`` things; ``{count}`` is filled in."""
        return self._fill(self.catalogue.ngettext(one, many, count), {"count": count, **values})

    def context(self, context: str, message: str, /, **values: object) -> str:
        """A message whose English word alone could mean several things."""
        return self._fill(self.catalogue.pgettext(context, message), values)

    def text(self, text: Text) -> str:
        """A text of the data in this language, or in another it has."""
        return text.best((self.language,))

    def _fill(self, message: str, values: Mapping[str, object]) -> str:
        if not values:
            return message
        said = {key: self._value(key, value) for key, value in values.items()}
        if self.language == "ko" and "(" in message:
            # Only Korean sets its particles by the word before them.
            from forumdesk.domain.korean import filled  # noqa: PLC0415

            return filled(message, said)
        return message.format_map(said)

    def _value(self, key: str, value: object) -> object:
        if type(value) is int:
            return value if key in _NAMING else _Count(value)
        if isinstance(value, Text):
            return _apart(self.text(value))
        said = getattr(value, "said", None)
        plain = said(self) if said else value
        return _apart(plain) if isinstance(plain, str) else plain


class _Count(int):
    """A number of things: its thousands stand apart, unless a message writes it otherwise."""

    def __format__(self, manner: str, /) -> str:
        return super().__format__(manner or ",")


def _apart(said: str) -> str:
    if said.isascii() or not LEFTWARD.search(said) or APART.search(said):
        return said
    return f"\u2068{said}\u2069"


class Sayable(Protocol):
    """A value that is said in the language of some words: a phrase, a time, a person."""

    def said(self, words: Words, /) -> str:
        """The value in the language of ``words``."""


@cache
def words_in(language: str) -> Words:
    """The program's words in a language; English where it has no catalogue."""
    path = resources() / "i18n" / f"{language}.mo"
    if not path.is_file():
        return Words(language, Written())
    import gettext  # noqa: PLC0415 - English starts without

    with path.open("rb") as file:
        return Words(language, gettext.GNUTranslations(file))


@cache
def interface_languages() -> tuple[str, ...]:
    """The languages the program speaks: English and every catalogue there is."""
    return (DEFAULT, *sorted(path.stem for path in (resources() / "i18n").glob("*.mo")))


@frozen
class Phrase:
    """A message with its values, said later in whatever language is wanted."""

    message: str
    values: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, message: str, /, **values: object) -> Phrase:
        """A phrase of a marked message; values may be texts, numbers, strings or ``Sayable``."""
        return cls(message, tuple(values.items()))

    def said(self, words: Words) -> str:
        """The phrase in the language of ``words``."""
        return words(self.message, **dict(self.values))
