# SPDX-License-Identifier: MIT
"""The agenda's skeleton: what was on the last forum's program, on the days of the next one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from forumdesk.domain.agenda import PAUSES, Session, SessionKind, SessionRoom, SessionStatus
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Track
from forumdesk.domain.succession.choices import Texts
from forumdesk.domain.succession.days import shifted
from forumdesk.domain.succession.ground import Ground
from forumdesk.domain.succession.plan import SessionFate
from forumdesk.domain.wording import EMPTY

# Whose titles say what they are, not what is spoken of.
STANDING = PAUSES | {SessionKind.OPENING, SessionKind.CLOSING, SessionKind.PHOTO}


def tracks_for(ground: Ground) -> dict[str, Track]:
    """The new tracks by the ids of the old ones."""
    if not ground.choices.tracks:
        return {}
    edition, new_id = ground.edition.id, ground.new_id
    return {t.id: replace(t, id=new_id(), edition=edition) for t in ground.last.tracks}


def sessions_for(
    ground: Ground, tracks: Mapping[str, Track], reviews: frozenset[str]
) -> tuple[SessionFate, ...]:
    """What becomes of each session; those that looked back (``reviews``) are made otherwise.

    Each comes after the one it is in and the one it follows.
    """
    carried = [s for s in ground.last.sessions if _goes_on(ground, s) and s.id not in reviews]
    new = {session.id: ground.new_id() for session in carried} if ground.choices.agenda else {}
    made = {s.id: _made(ground, s, new, tracks) for s in carried if s.id in new}
    ordered = list(_in_order(made, ground.last))
    left = (s for s in ground.last.sessions if s.id not in made and s.id not in reviews)
    return (*ordered, *(SessionFate(session, None) for session in left))


def _goes_on(ground: Ground, session: Session) -> bool:
    if session.parent is not None and not ground.choices.items:
        return False
    return ground.last.takes_place(session)


def _made(
    ground: Ground, was: Session, new: Mapping[str, str], tracks: Mapping[str, Track]
) -> Session:
    track, texts = tracks.get(was.track or ""), ground.choices.texts
    kept, titled = texts is Texts.KEEP, texts is not Texts.EMPTY or was.kind in STANDING
    return replace(
        was,
        id=new[was.id],
        edition=ground.edition.id,
        parent=new.get(was.parent or ""),
        follows=new.get(was.follows or ""),
        track=track.id if track else None,
        starts=shifted(was.starts, ground.shift),
        status=SessionStatus.DRAFT,
        title=was.title if titled else EMPTY,
        summary=was.summary if kept else EMPTY,
        abstract=was.abstract if kept else EMPTY,
        notes=was.notes if kept else "",
        cues=was.cues if titled else "",
        links=(),
        locked=False,
        began=None,
        ended=None,
        predecessor=was.id,
    )


def _in_order(made: Mapping[str, Session], last: Dossier) -> Iterator[SessionFate]:
    """Each after what it points to: a circle of such can't be in the file."""
    given: set[str] = set()

    def give(key: str) -> Iterator[SessionFate]:
        if key in given or key not in made:
            return
        given.add(key)
        was = last.session[key]
        for before in (was.parent, was.follows):
            if before is not None:
                yield from give(before)
        yield SessionFate(was, made[key])

    for key in made:
        yield from give(key)


def rooms_of(
    ground: Ground, fates: Iterable[SessionFate], rooms: Mapping[str, str]
) -> Iterator[SessionRoom]:
    """Where the new sessions are; ``rooms`` are new ones by old."""
    new = {fate.was.id: fate.now.id for fate in fates if fate.was and fate.now}
    for link in ground.last.session_rooms:
        if link.session in new and link.room in rooms:
            yield replace(
                link, id=ground.new_id(), session=new[link.session], room=rooms[link.room]
            )
