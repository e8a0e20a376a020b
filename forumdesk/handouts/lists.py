# SPDX-License-Identifier: MIT
"""What lists of people say: who takes part, and the sheets on which they sign in."""

from __future__ import annotations

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Sheet, Wording


@frozen
class ListRow:
    """Somebody on a list; what the list does not tell is empty.

    ``named``: there is a name, not the words that one will follow. ``marked``: the status is not
    the usual one, and whoever reads the list should see it.
    """

    name: Wording
    code: str = ""
    office: Wording = NOTHING
    organization: Wording = NOTHING
    side: Wording = NOTHING
    status: Wording = NOTHING
    place: Wording = NOTHING
    remark: Wording = NOTHING
    named: bool = True
    marked: bool = False


@frozen
class ListGroup:
    """People who stand together under one title; a list that is not parted has none."""

    anchor: str
    title: Wording
    count: Wording
    rows: tuple[ListRow, ...]


@frozen
class ListHeads:
    """What stands over the columns of a list; those that are empty are left out."""

    name: Wording
    code: Wording = NOTHING
    office: Wording = NOTHING
    organization: Wording = NOTHING
    side: Wording = NOTHING
    status: Wording = NOTHING
    place: Wording = NOTHING
    remark: Wording = NOTHING
    signature: Wording = NOTHING


@frozen
class AttendeesContent:
    """The list of participants: for whom it is, how many are on it, in which order.

    ``inside``: groups are rows of one table, being many and small. ``wide``: it has so many
    columns that its paper lies on its side. ``narrow``: it has so few that two of it stand side
    by side.
    """

    sheet: Sheet
    reader: Wording
    count: Wording
    note: Wording
    heads: ListHeads
    groups: tuple[ListGroup, ...]
    inside: bool = False
    wide: bool = False
    narrow: bool = False

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not any(group.rows for group in self.groups)


@frozen
class SignInContent:
    """Sheets to sign on: ``instruction`` is how what was signed gets back into the file.

    Each group ends with so many ``blanks`` for those who come unannounced.
    """

    sheet: Sheet
    note: Wording
    instruction: Wording
    heads: ListHeads
    groups: tuple[ListGroup, ...]
    blanks: int

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not any(group.rows for group in self.groups)
