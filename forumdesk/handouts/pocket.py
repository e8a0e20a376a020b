# SPDX-License-Identifier: MIT
"""What a pocket agenda says: a sheet folded to a small booklet of eight pages."""

from __future__ import annotations

from enum import StrEnum

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import Agenda, Cover, NotesPage, Practical, Prose, Sheet, Wording

POCKET = "pocket"


class PocketDetail(StrEnum):
    """What a pocket agenda may leave out to fit one sheet, named in the order in which it goes."""

    FURTHER = "further"
    NAMES = "names"
    SECOND = "second"
    ITEMS = "items"


@frozen
class PocketBack:
    """The last page: whom to call, what to do in an emergency, where the agenda is online."""

    title: Wording
    notes: tuple[tuple[Wording, Prose], ...] = ()
    link: str = ""
    link_label: Wording = ()


@frozen
class PocketContent:
    """A pocket agenda; pages that are left over are ``notes`` to write on.

    ``further`` are the practical things with all there is to know of them, where that is more
    than ``practical`` says.
    """

    sheet: Sheet
    cover: Cover
    agenda: Agenda
    practical: Practical | None
    further: Practical | None
    notes: NotesPage
    back: PocketBack
    details: tuple[PocketDetail, ...] = tuple(PocketDetail)

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not self.agenda.days
