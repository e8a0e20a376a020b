# SPDX-License-Identifier: MIT
"""What the MC announces to everybody: the opening, breaks and meals, the end of a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from forumdesk.domain.agenda import Role, Session, SessionKind
from forumdesk.domain.dates import spoken_time
from forumdesk.domain.forum import HostRole
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.people import ABSENT, Participation
from forumdesk.domain.precedence import in_order
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text
from forumdesk.handouts.contents.address import body_in_a_sentence, by_oneself, in_full
from forumdesk.handouts.contents.agenda import title_of
from forumdesk.handouts.contents.sessions import who
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.contents.spoken import enumerated, spoken, told, with_article
from forumdesk.handouts.stage import Aloud, CueWords, Line, Roll

_SOON = T_(
    "script",
    "Ladies and gentlemen, we are about to begin. Please take your seats, and set your phones to"
    " silent.",
)
_GREETINGS = (
    (
        12,
        T_(
            "script",
            "Distinguished guests, ladies and gentlemen, good morning. Welcome to {forum}.",
        ),
    ),
    (
        18,
        T_(
            "script",
            "Distinguished guests, ladies and gentlemen, good afternoon. Welcome to {forum}.",
        ),
    ),
    (
        24,
        T_(
            "script",
            "Distinguished guests, ladies and gentlemen, good evening. Welcome to {forum}.",
        ),
    ),
)
_ANOTHER_DAY = T_(
    "script",
    "Ladies and gentlemen, welcome to day {number} of {forum}. We are glad to have you back.",
)
_I_AM = T_("script", "My name is {name}, and it is my honor to guide you through today’s program.")
_SLOGAN = T_("script", "Our theme is “{slogan}”.")
_HOSTED = {
    HostRole.HOST: T_("script", "The forum is hosted by {bodies}."),
    HostRole.CO_HOST: T_("script", "The forum is co-hosted by {bodies}."),
    HostRole.ORGANIZER: T_("script", "It is organized by {bodies}."),
    HostRole.SUPPORTER: T_("script", "It is supported by {bodies}."),
    HostRole.SPONSOR: T_("script", "We thank our sponsors: {bodies}."),
}
_INTERPRETED = T_("script", "This session is interpreted. {channel}.")
_GUESTS = T_("script", "Allow me to introduce our guests of honor.")
_APPLAUD = T_("script", "Please welcome them with a warm round of applause.")
_APPLAUSE = T_("script cue", "Applause")
_BEFORE = T_("script cue", "Five minutes before")
_SEATED = T_("script cue", "When all are seated")
_BREAK = T_("script", "We will now take a break.")
_SERVED = T_("script", "Refreshments are served in {room}.")
_INVITED = T_("script", "We invite you to the {title}.")
_INVITED_TO = T_("script", "We invite you to the {title}, in {room}.")
_HOST_AT_TABLE = T_("script", "The {title} is hosted by {who}.")
_RESUME = T_("script", "We resume at {time}.")
_RESUME_IN = T_("script", "We resume at {time}, in {room}.")
_RETURN = T_("script", "Please be back in your seats in good time.")
_TODAY_ENDS = T_("script", "This concludes today’s program. Thank you for your attention.")
_TOMORROW = T_("script", "We begin again tomorrow at {time}.")
_GOODBYE = T_(
    "script",
    "This brings {forum} to a close. On behalf of the hosts, thank you for being with us. We wish"
    " you a safe journey home.",
)
_ORDINAL = Pattern(r"\d+(st|nd|rd|th)\b.*")
_ROOMS_WITH_ARTICLE = Pattern(
    r".*\b(Room|Ballroom|Lobby|Foyer|Lounge|Terrace|Auditorium|Restaurant|Theat(er|re)|Atrium"
    r"|Gallery|Library|Cent(er|re))"
)


def opening(setting: Setting, session: Session) -> Iterator[Line]:
    """The forum is opened: greeting, the MC, hosts and theme."""
    yield CueWords(setting.say(_BEFORE))
    yield Aloud(spoken(setting, _SOON))
    yield CueWords(setting.say(_SEATED))
    hour = session.starts.hour if session.starts else 0
    greeting = next(message for until, message in _GREETINGS if hour < until)
    yield Aloud(spoken(setting, greeting, forum=forum_in_a_sentence(setting)))
    for part in setting.dossier.parts_of(session):
        if part.role is Role.MC and (found := who(setting, part)):
            yield Aloud(spoken(setting, _I_AM, name=by_oneself(setting, found)))
    yield from _hosts(setting)
    if slogan := setting.dossier.edition.slogan:
        yield Aloud(spoken(setting, _SLOGAN, slogan=slogan))


def another_day(setting: Setting, number: int) -> Iterator[Line]:
    """A further day begins."""
    yield CueWords(setting.say(_BEFORE))
    yield Aloud(spoken(setting, _SOON))
    yield CueWords(setting.say(_SEATED))
    yield Aloud(spoken(setting, _ANOTHER_DAY, number=number, forum=forum_in_a_sentence(setting)))


def interpreted(setting: Setting, session: Session) -> Iterator[Line]:
    """Where to hear the interpreters."""
    if session.interpretation:
        yield Aloud(spoken(setting, _INTERPRETED, channel=session.interpretation))


def _hosts(setting: Setting) -> Iterator[Line]:
    hosts = setting.hosts
    together = any(host.role is HostRole.CO_HOST for host in hosts)
    bodies: dict[HostRole, list[Text]] = {role: [] for role in _HOSTED}
    for host in hosts:
        hosting = host.role in (HostRole.HOST, HostRole.CO_HOST)
        role = HostRole.CO_HOST if together and hosting else host.role
        body = setting.dossier.organization[host.organization]
        bodies[role].append(body_in_a_sentence(setting, body))
    for role, message in _HOSTED.items():
        if bodies[role]:
            yield Aloud(spoken(setting, message, bodies=enumerated(setting, bodies[role])))


def guests_of_honor(setting: Setting) -> list[Participation]:
    """Those honored who come, in the order of precedence: none of them may be left out."""
    of = setting.dossier
    return in_order(of, (p for p in of.participations if p.honored and p.status not in ABSENT))


def guests_introduced(setting: Setting) -> Iterator[Line]:
    """The guests of honour are introduced."""
    if guests := guests_of_honor(setting):
        yield Aloud(spoken(setting, _GUESTS))
        yield Roll(tuple(told(setting, in_full(setting, found)) for found in guests))
        yield Aloud(spoken(setting, _APPLAUD))
        yield CueWords(setting.say(_APPLAUSE))


def pause(setting: Setting, session: Session, after: Session | None) -> Iterator[Line]:
    """A break or a meal, and when it ends."""
    room = rooms_in_a_sentence(setting, session)
    title = title_in_a_sentence(setting, session)
    if session.kind is SessionKind.BREAK:
        yield Aloud(spoken(setting, _BREAK))
        if room:
            yield Aloud(spoken(setting, _SERVED, room=room))
    elif room:
        yield Aloud(spoken(setting, _INVITED_TO, title=title, room=room))
    else:
        yield Aloud(spoken(setting, _INVITED, title=title))
    for part in setting.dossier.parts_of(session):
        if part.role is Role.HOSTS_TABLE and (found := who(setting, part)):
            host = in_full(setting, found)
            yield Aloud(spoken(setting, _HOST_AT_TABLE, title=title, who=host))
    if after is not None and after.starts is not None:
        yield from _resumed(setting, after, after.starts)


def _resumed(setting: Setting, after: Session, at: datetime) -> Iterator[Line]:
    time, room = spoken_at(setting, at), rooms_in_a_sentence(setting, after)
    if room:
        yield Aloud(spoken(setting, _RESUME_IN, time=time, room=room))
    else:
        yield Aloud(spoken(setting, _RESUME, time=time))
    yield Aloud(spoken(setting, _RETURN))


def end_of_day(setting: Setting, tomorrow: Session | None) -> Iterator[Line]:
    """The day is over, and when the next begins."""
    yield Aloud(spoken(setting, _TODAY_ENDS))
    if tomorrow is not None and tomorrow.starts is not None:
        time = spoken_at(setting, tomorrow.starts)
        yield Aloud(spoken(setting, _TOMORROW, time=time))


def goodbye(setting: Setting) -> Iterator[Line]:
    """The forum is over."""
    yield Aloud(spoken(setting, _GOODBYE, forum=forum_in_a_sentence(setting)))
    yield CueWords(setting.say(_APPLAUSE))


def spoken_at(setting: Setting, at: datetime) -> Text:
    """A time as it is said."""
    return Text.of({tag: spoken_time(at, tag) for tag in setting.languages})


def title_in_a_sentence(setting: Setting, session: Session) -> Text:
    """A session's title, else what kind of session it is."""
    return session.title or Text.of(dict(title_of(setting, session)))


def rooms_in_a_sentence(setting: Setting, session: Session) -> Text:
    """Where a session is: "the Grand Ballroom", "Potomac Hall"."""
    rooms = (room.name for room in setting.dossier.rooms_of(session))
    return enumerated(setting, (with_article(setting, room, _ROOMS_WITH_ARTICLE) for room in rooms))


def forum_in_a_sentence(setting: Setting) -> Text:
    """The forum's title; an English one that begins with its number has an article."""
    return with_article(setting, setting.dossier.title, _ORDINAL)
