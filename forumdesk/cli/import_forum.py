# SPDX-License-Identifier: MIT
"""``import … --as forum``: the whole of another forum file, as ``export json`` writes it."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.cli.import_kinds import Asked, Importing
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.intake import ImportReport
from forumdesk.domain.values import frozen
from forumdesk.domain.whole import Whole
from forumdesk.domain.words import N_, Words
from forumdesk.exchange import forum_json
from forumdesk.services import merging


@frozen
class ForumSource:
    """The content of a forum file that was read."""

    whole: Whole

    def importing(self, desk: Desk) -> Importing:
        """Into the file as a whole."""
        return merging.import_forum(desk, self.whole)

    def told(self, report: ImportReport, words: Words) -> Sequence[str]:
        """How many records were read, and what became of them."""
        line = words(
            "Records read: {read:,}; added {added:,}, updated {updated:,},"
            " unchanged {unchanged:,}.",
            read=report.read,
            added=report.added,
            updated=report.updated,
            unchanged=report.unchanged,
        )
        return [line]


def read(asked: Asked, data: bytes) -> ForumSource:
    """Read the content of a forum file."""
    if asked.reading:
        raise ForumDeskError(N_("--map, --encoding and --delimiter go with lists of people."))
    if asked.edition is not None or asked.new:
        raise ForumDeskError(
            N_("A whole forum file goes into no edition: leave out --edition and --new-edition.")
        )
    return ForumSource(forum_json.read(data, str(asked.source)))
