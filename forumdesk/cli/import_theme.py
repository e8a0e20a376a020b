# SPDX-License-Identifier: MIT
"""``import … --as theme``: a theme of paper from a file, into the forum file."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.cli.import_kinds import Asked, Importing
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.intake import ImportReport
from forumdesk.domain.printed import OwnTheme
from forumdesk.domain.progress import Progress
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Phrase, Words
from forumdesk.exchange.theme_file import ThemeFile, read_theme
from forumdesk.services.themes import take_theme


@frozen
class ThemeSource:
    """A theme that was read."""

    theme: ThemeFile

    def importing(self, desk: Desk) -> Importing:
        """Into the file as a whole: the theme of its name is brought up to date."""
        yield Progress(0, 1)
        before = {one.id: one for one in desk.find(OwnTheme)}
        taken = take_theme(desk, self.theme.name, self.theme.like, self.theme.data)
        added = taken.id not in before
        updated = not added and before[taken.id] != taken
        unchanged = not added and not updated
        message = N_("Add theme “{name}”") if added else N_("Change theme “{name}”")
        step = None if unchanged else Phrase.of(message, name=taken.name)
        yield Progress(1, 1)
        return ImportReport("", 1, added, updated, unchanged, 0, (), step)

    def told(self, report: ImportReport, words: Words) -> Sequence[str]:
        """What became of it."""
        message = _ADDED if report.added else _UPDATED if report.updated else _KNOWN
        return [words(message, name=words.text(self.theme.name))]


_ADDED = N_("Theme “{name}” added.")
_UPDATED = N_("Theme “{name}” brought up to date.")
_KNOWN = N_("Theme “{name}” is known already; nothing was changed.")


def read(asked: Asked, data: bytes) -> ThemeSource:
    """Read a theme."""
    if asked.reading:
        raise ForumDeskError(N_("--map, --encoding and --delimiter go with lists of people."))
    if asked.edition is not None or asked.new:
        raise ForumDeskError(
            N_("A theme is of the whole file: leave out --edition and --new-edition.")
        )
    return ThemeSource(read_theme(data, asked.source.name))
