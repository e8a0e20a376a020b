# SPDX-License-Identifier: MIT
"""The signs at the doors: for each day what is in each room.

A sign says nothing but what goes on behind its door. What has no room is on none, and a visit is
elsewhere; a forum that is all in one place has that of the venue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from forumdesk.domain.agenda import Session, SessionKind
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.terms import T_
from forumdesk.handouts.content import NOTHING, Day, Wording
from forumdesk.handouts.contents.agenda import sessions_by_day
from forumdesk.handouts.contents.grid import NO_SESSION, slot
from forumdesk.handouts.contents.sessions import printed_items
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet, web_link
from forumdesk.handouts.options import Options
from forumdesk.handouts.published import stamped
from forumdesk.handouts.taking import as_grid
from forumdesk.handouts.timetables import Sign, SignsContent, Slot

DRAFT = Imprint()
_ONLINE = T_("paper", "Agenda online")


def door_signs_content(
    dossier: Dossier, options: Options, imprint: Imprint = DRAFT
) -> SignsContent:
    """A sign for each room and day; raises ``ForumDeskError`` for a room there is not."""
    return stamped(_content, Setting(dossier, as_grid(options), imprint))


def _content(setting: Setting) -> SignsContent:
    link = web_link(setting.dossier.edition.link)
    return SignsContent(
        sheet(setting, T_("handout", "Door signs")),
        tuple(_signs(setting)),
        setting.say(NO_SESSION),
        link,
        setting.say(_ONLINE) if link else NOTHING,
    )


def _signs(setting: Setting) -> Iterator[Sign]:
    for day, sessions in sessions_by_day(setting):
        yield from _of_day(setting, day, sessions)


def _of_day(setting: Setting, day: Day, sessions: Sequence[Session]) -> Iterator[Sign]:
    """Each room's sign, in order; that of the venue where no session has a room."""
    venue = setting.text(setting.dossier.edition.venue)
    if in_one_place(setting.dossier):
        here = [session for session in sessions if session.kind is not SessionKind.SITE_VISIT]
        if here and venue and setting.room is None:
            yield _sign(setting, (f"sign-{day.anchor}", venue), day, here)
        return
    rooms = {session.id: setting.dossier.rooms_of(session) for session in sessions}
    for room in setting.dossier.rooms:
        own = [session for session in sessions if room in rooms[session.id]]
        if own and setting.room in (None, room):
            called = setting.text(room.name)
            yield _sign(setting, (f"sign-{day.anchor}-{room.id}", called), day, own)


def in_one_place(dossier: Dossier) -> bool:
    """Whether nothing is said of rooms: all goes on at one place."""
    return not any(dossier.rooms_of(session) for session in dossier.sessions)


def _sign(
    setting: Setting, where: tuple[str, Wording], day: Day, sessions: Sequence[Session]
) -> Sign:
    return Sign(where[0], where[1], day.date, tuple(_row(setting, each) for each in sessions))


def _row(setting: Setting, session: Session) -> Slot:
    """A session with those of its items that have titles of their own; who is on is told there."""
    found = [
        slot(setting, item)
        for item in printed_items(setting, session)
        if item.title and setting.dossier.rooms_of(item) == setting.dossier.rooms_of(session)
    ]
    return replace(slot(setting, session), items=tuple(found))
