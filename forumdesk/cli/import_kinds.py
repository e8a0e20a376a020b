# SPDX-License-Identifier: MIT
"""The kinds of source that can be imported, and what a module that reads one has to offer.

**To add one**: a module with a function ``read(asked, data)`` that gives a ``Source``, and a line
in ``KINDS``.
"""

from __future__ import annotations

import importlib
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypedDict

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.intake import ImportReport
from forumdesk.domain.progress import Progress
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Words

if TYPE_CHECKING:
    from collections.abc import Callable

Importing: TypeAlias = Generator[Progress, None, ImportReport]


class How(TypedDict):
    """The options that say how a list is read, as ``Asked`` has them."""

    choices: tuple[str, ...]
    encoding: str
    delimiter: str
    doubtful: str
    replace: bool
    timezone: str


@frozen
class Asked:
    """What was asked for: the source, where it goes, and how it is to be read.

    It goes to an ``edition`` as named, or to a ``new`` one of a ``series`` as named; ``choices``
    are those of columns (``Column=field``), ``doubtful`` says what becomes of doubtful rows,
    ``replace`` is leave to read what is no character as U+FFFD, and ``timezone`` is meant where a
    calendar names one that nobody knows.
    """

    source: Path
    kind: str
    edition: str | None = None
    new: bool = False
    series: str | None = None
    choices: tuple[str, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    doubtful: str = "new"
    replace: bool = False
    timezone: str = ""

    @property
    def reading(self) -> bool:
        """Whether it was said how the source is to be read."""
        return bool(self.choices or self.encoding or self.delimiter or self.replace)


class Source(Protocol):
    """A source that was read; nothing is changed before its import is driven."""

    def importing(self, desk: Desk) -> Importing:
        """The import, not begun yet; raises ``ForumDeskError`` for what can't be."""

    def told(self, report: ImportReport, words: Words) -> Sequence[str]:
        """What was done, and how the source was understood, in lines."""


@frozen
class Kind:
    """A kind of source: what it is called, how its files end, and the module that reads it."""

    name: str
    endings: tuple[str, ...]
    module: str

    def read(self, asked: Asked, data: bytes) -> Source:
        """Read a source of this kind; its parser is loaded now."""
        module = importlib.import_module(f"forumdesk.cli.{self.module}")
        reader: Callable[[Asked, bytes], Source] = module.read
        return reader(asked, data)


# Lists of other programs, which say themselves how they can be taken in.
_OF_OTHERS = (".xls", ".ods", ".numbers", ".hwp", ".hwpx", ".doc", ".docx", ".pdf")
KINDS = (
    Kind("schedule", (".xml", ".json"), "import_schedule"),
    Kind("attendees", (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", *_OF_OTHERS), "import_list"),
    Kind("people", (), "import_list"),
    Kind("calendar", (".ics", ".ical"), "import_calendar"),
    Kind("contacts", (".vcf", ".vcard"), "import_contacts"),
    Kind("forum", (), "import_forum"),
    Kind("theme", (".toml",), "import_theme"),
)


def kind_of(source: Path, wanted: str | None) -> Kind:
    """The kind as wanted, else by how the file's name ends, else a schedule."""
    if wanted is None:
        ending = source.suffix.casefold()
        return next((kind for kind in KINDS if ending in kind.endings), KINDS[0])
    for kind in KINDS:
        if kind.name == wanted:
            return kind
    raise ForumDeskError(
        N_("“{kind}” can't be imported; what can: {kinds}. Nothing was changed."),
        kind=wanted,
        kinds=", ".join(kind.name for kind in KINDS),
    )
