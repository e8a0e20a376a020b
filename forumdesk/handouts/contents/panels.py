# SPDX-License-Identifier: MIT
"""What the MC says before a session that somebody else leads, and after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forumdesk.domain.agenda import Part, Role, Session
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text
from forumdesk.handouts.content import Wording
from forumdesk.handouts.contents.address import in_full, in_short
from forumdesk.handouts.contents.agenda import title_of
from forumdesk.handouts.contents.announcements import rooms_in_a_sentence, spoken_at
from forumdesk.handouts.contents.lines import role_of, shown_parts
from forumdesk.handouts.contents.sessions import printed_items, who
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.contents.spoken import enumerated, spoken, told
from forumdesk.handouts.contents.turns import LEADING, stage
from forumdesk.handouts.stage import Aloud, Cast, CueWords, Line, Speech

_TURN = T_("script", "We now turn to “{title}”.")
_PRESS = T_("script", "The press briefing begins at {time}.")
_PRESS_IN = T_("script", "The press briefing begins at {time}, in {room}.")
_CHAIRED = T_("script", "The session is chaired by {who}.")
_MODERATED = T_("script", "The session is moderated by {who}.")
_TAKING_PART = T_("script", "Taking part are the following speakers.")
_TAKES_PART = T_("script", "Taking part is {who}.")
_WELCOME = T_("script", "Please welcome them to the stage.")
_ON_STAGE = T_("script cue", "Applause; all take their seats on the stage")
_FLOOR = T_("script", "{who}, the floor is yours.")
_SESSION = T_("script cue", "Session, {count} min.")
_THANKS_LED = T_("script", "Thank you to {who}, and to all who took part.")
_THANKS = T_("script", "Thank you to all who took part.")
_PARALLEL = T_("script", "We now continue in parallel sessions.")


def led_by(setting: Setting, session: Session) -> tuple[Part, ...]:
    """Those who chair or moderate a session."""
    return tuple(part for part in shown_parts(setting, session) if part.role in LEADING)


def session_announced(setting: Setting, session: Session) -> Iterator[Line]:
    """What comes now."""
    yield Aloud(spoken(setting, _TURN, title=Text.of(dict(title_of(setting, session)))))


def briefing_announced(setting: Setting, session: Session) -> Iterator[Line]:
    """When and where the press is met."""
    if session.starts is None:
        return
    time, room = spoken_at(setting, session.starts), rooms_in_a_sentence(setting, session)
    if room:
        yield Aloud(spoken(setting, _PRESS_IN, time=time, room=room))
    else:
        yield Aloud(spoken(setting, _PRESS, time=time))


def panel(setting: Setting, session: Session) -> Iterator[Line]:
    """A session that is led by its chair: who takes part, and the floor is given over."""
    leading = led_by(setting, session)
    yield from _leaders(setting, leading)
    people = tuple(_taking_part(setting, session))
    if len(people) == 1:
        yield Aloud(spoken(setting, _TAKES_PART, who=_full(setting, people[0][1])))
    elif people:
        yield Aloud(spoken(setting, _TAKING_PART))
        yield Cast(tuple(_after_role(setting, *one) for one in people))
    yield Aloud(spoken(setting, _WELCOME))
    yield CueWords(setting.say(_ON_STAGE))
    leaders = enumerated(setting, (in_short(setting, who(setting, part)) for part in leading))
    if leading:
        yield Aloud(spoken(setting, _FLOOR, who=leaders))
    if session.minutes:
        yield CueWords(setting.say(_SESSION, count=session.minutes))
    yield Aloud(spoken(setting, _THANKS_LED, who=leaders) if leading else spoken(setting, _THANKS))


def parallel(setting: Setting, sessions: Sequence[Session]) -> Iterator[Line]:
    """Several sessions at one time: which is where."""
    yield Aloud(spoken(setting, _PARALLEL))
    yield Cast(
        tuple(
            (
                setting.joined((room.name for room in setting.dossier.rooms_of(session)), ", "),
                told(setting, Text.of(dict(title_of(setting, session)))),
            )
            for session in sessions
        )
    )


def _leaders(setting: Setting, leading: Sequence[Part]) -> Iterator[Line]:
    for role, message in ((Role.CHAIRS, _CHAIRED), (Role.MODERATES, _MODERATED)):
        people = [in_full(setting, who(setting, part)) for part in leading if part.role is role]
        if people:
            yield Aloud(spoken(setting, message, who=enumerated(setting, people)))


def _taking_part(setting: Setting, session: Session) -> Iterator[tuple[Session, Part]]:
    """Those on stage but the chair, those of the items too."""
    on_stage = stage(setting, session)
    parts = [part for turn in on_stage.speeches for part in turn.parts]
    yield from ((session, part) for part in (*parts, *on_stage.panel))
    for item in printed_items(setting, session):
        yield from _taking_part(setting, item)


def _after_role(setting: Setting, session: Session, part: Part) -> tuple[Wording, Speech]:
    return role_of(setting, session, part), told(setting, _full(setting, part))


def _full(setting: Setting, part: Part) -> Text:
    return in_full(setting, who(setting, part))
