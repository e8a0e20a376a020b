# SPDX-License-Identifier: MIT
"""What the things of a foreign program become as fields of our records."""

from __future__ import annotations

import re
import unicodedata
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from forumdesk.domain.agenda import Link, SessionStatus
from forumdesk.domain.intake import Schedule, SourcePerson, SourceSession
from forumdesk.domain.language_tags import tags
from forumdesk.domain.people import Contact, Name, Names, Script
from forumdesk.domain.session_words import session_kind
from forumdesk.domain.wording import Text, clean, one_line

Fields = dict[str, object]

LONGEST = 366 * 24 * 60  # minutes of a session; longer is a slip
_CANCELLED = re.compile(r"^\W*(?:cancell?ed|abgesagt|취소)(?!\w)", re.IGNORECASE)
_TWO_SCRIPTS = re.compile(r"(.+?)\s*[(（](.+)[)）]$")
_SCRIPTS = (
    ("HANGUL", Script.HANGUL),
    ("CJK", Script.HANJA),
    ("HIRAGANA", Script.KANA),
    ("KATAKANA", Script.KANA),
    ("LATIN", Script.LATIN),
    ("CYRILLIC", Script.CYRILLIC),
    ("ARABIC", Script.ARABIC),
)
_ONLY_OF = {Script.HANGUL: "ko", Script.KANA: "ja"}


def edition(schedule: Schedule, languages: tuple[str, ...]) -> Fields:
    """Fields of the edition; what the source doesn't say is empty or ``None``."""
    main = schedule.language
    days = sorted(day for day in (schedule.first_day, schedule.last_day) if day)
    boundary = schedule.day_boundary
    return {
        "title": text(schedule.title, main, languages),
        "slogan": text(schedule.subtitle, main, languages),
        "venue": text(schedule.venue, main, languages),
        "city": text(schedule.city, main, languages),
        "first_day": days[0] if days else None,
        "last_day": days[-1] if days else None,
        "timezone": schedule.timezone if _is_zone(schedule.timezone) else "",
        "day_boundary": boundary if boundary is not None and 0 <= boundary < 24 * 60 else None,
        "link": one_line(schedule.link),
    }


def session(source: SourceSession, main: str, languages: tuple[str, ...]) -> Fields:
    """Fields of a session, but for its track, rooms and speakers.

    The subtitle becomes the summary; abstract and description follow each other as the
    abstract. Each text stands under the session's own language.
    """
    spoken = tuple(dict.fromkeys(tag for word in source.languages for tag in tags(word)))
    language = language_of(spoken[0] if spoken else "", source.title, main, languages)
    minutes, starts = source.minutes, source.starts
    if starts is not None:
        starts = starts.replace(second=0, microsecond=0, tzinfo=None, fold=0)
    cancelled = _CANCELLED.match(source.title)
    return {
        "title": Text.of({language: one_line(source.title)}),
        "kind": session_kind(source.kind, source.title),
        "starts": starts,
        "minutes": minutes if minutes is not None and 0 <= minutes <= LONGEST else None,
        "summary": Text.of({language: source.subtitle}),
        "abstract": Text.of({language: whole_abstract(source)}),
        "status": SessionStatus.CANCELLED if cancelled else SessionStatus.CONFIRMED,
        "languages": spoken,
        "links": tuple(Link(clean(k.url), clean(k.title), clean(k.kind)) for k in source.links),
    }


def whole_abstract(source: SourceSession) -> str:
    """Abstract and description as one text; once only where they are the same."""
    parts = dict.fromkeys(part.strip() for part in (source.abstract, source.description))
    return "\n\n".join(filter(None, parts))


def person(source: SourcePerson, main: str, languages: tuple[str, ...]) -> Fields:
    """Fields of a person."""
    contacts = (Contact(one_line(kind), one_line(value)) for kind, value in source.contacts)
    return {
        "names": names(source.name),
        "biography": text(source.biography, main, languages),
        "contacts": tuple(contact for contact in contacts if contact.value),
    }


def names(said: str) -> Names:
    """A name as a source gives it, whole, by script.

    It is never split: in which order it stands, and whether it is a name at all and not a
    handle, only a human can tell. Two scripts are told apart in ``홍길동 (Gil-dong Hong)``.
    """
    whole = one_line(said)
    pair = _TWO_SCRIPTS.fullmatch(whole)
    if pair:
        scripts = script_of(pair[1]), script_of(pair[2])
        if Script.LATIN in scripts and Script.OTHER not in scripts and len(set(scripts)) == 2:
            return Names.of(
                {s: Name(full=part) for s, part in zip(scripts, pair.groups(), strict=True)}
            )
    return Names.of({script_of(whole): Name(full=whole)})


def text(said: str, main: str, languages: tuple[str, ...]) -> Text:
    """A text of a source that doesn't say its language."""
    return Text.of({language_of("", said, main, languages): said}) if said else Text()


def language_of(stated: str, said: str, main: str, languages: tuple[str, ...]) -> str:
    """The language under which a text is kept.

    As stated, else told by a script that only one language has, else the program's ``main``
    one, else the series' own. A regional form counts as the plain language where the series
    has only that.
    """
    if not stated:
        stated = _ONLY_OF.get(script_of(said), "") or next(iter(tags(main)), "")
    if not stated:
        latin = script_of(said) is Script.LATIN
        fitting = (tag for tag in languages if not latin or tag[:2] not in ("ko", "ja", "zh"))
        return next(fitting, "en")
    plain = stated.split("-", maxsplit=1)[0]
    return plain if plain in languages and stated not in languages else stated


def script_of(said: str) -> Script:
    """The script of the first letter that isn't Latin, else Latin, else other."""
    if said.isascii():
        return Script.LATIN if any(c.isalpha() for c in said) else Script.OTHER
    found = Script.OTHER
    for character in said:
        if character.isalpha():
            script = _script(character)
            if script is not Script.LATIN:
                return script
            found = script
    return found


def _script(letter: str) -> Script:
    name = unicodedata.name(letter, "")
    return next((script for start, script in _SCRIPTS if name.startswith(start)), Script.OTHER)


def _is_zone(name: str) -> bool:
    try:
        return bool(name) and ZoneInfo(name) is not None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def color(said: str) -> str:
    """A colour ``#rrggbb``, or nothing."""
    return said.lower() if re.fullmatch(r"#[0-9a-fA-F]{6}", said) else ""
