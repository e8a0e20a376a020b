# SPDX-License-Identifier: MIT
"""What the things of a foreign program become as fields of our records."""

from __future__ import annotations

import re

from forumdesk.domain.agenda import Link, SessionKind, SessionStatus, Visibility
from forumdesk.domain.intake import Schedule, SourcePerson, SourceSession
from forumdesk.domain.language_tags import tags
from forumdesk.domain.people import Contact, Name, Names, Script
from forumdesk.domain.session_words import session_kind
from forumdesk.domain.times import known_zone
from forumdesk.domain.validity import FIRST_YEAR, LAST_YEAR, LONGEST
from forumdesk.domain.wording import Text, clean, one_line

Fields = dict[str, object]

_ORDINAL = re.compile(
    r"(?:^|\s|제)(\d{1,3})\s*(?:st|nd|rd|th|회)(?!\w)|^(\d{1,3})\.\s", re.IGNORECASE
)
_CANCELLED = re.compile(r"^\W*(?:cancell?ed|abgesagt|취소)(?!\w)", re.IGNORECASE)
_TWO_SCRIPTS = re.compile(r"(.+?)\s*[(（](.+)[)）]$")
_RANGES = {
    Script.HANGUL: "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7fb",
    Script.KANA: "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d",
    Script.HANJA: "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    Script.CYRILLIC: "\u0400-\u052f\u1c80-\u1c88\u2de0-\u2dff\ua640-\ua69f",
    Script.ARABIC: "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    Script.OTHER: "\u0370-\u03ff\u0531-\u05ea\u0700-\u074f\u0780-\u10ff\u1200-\u1bff",
}
_NOT_LATIN = re.compile("|".join(f"(?P<{s.value}>[{chars}])" for s, chars in _RANGES.items()))
_ONLY_OF = {Script.HANGUL: "ko", Script.KANA: "ja"}


def ordinal_in(title: str) -> int | None:
    """The number of the edition that a title says: ``39th …``, ``제7회 …``, ``39. …``."""
    found = _ORDINAL.search(one_line(title))
    return int(found[1] or found[2]) if found else None


def edition_title(schedule: Schedule, languages: tuple[str, ...]) -> Text:
    """The edition's title, in every language of the series where it is a bare name.

    Without it a title with an edition's number would be derived there, which the source does
    not say: "FOSDEM 2026" is not the first of its kind.
    """
    title = text(schedule.title, schedule.language, languages)
    if not title or ordinal_in(schedule.title) is not None:
        return title
    return Text.of({**dict.fromkeys(languages, title.best()), **title})


def edition(schedule: Schedule, languages: tuple[str, ...]) -> Fields:
    """Fields of the edition but its title; what the source doesn't say is empty or ``None``."""
    main = schedule.language
    days = sorted(
        day
        for day in (schedule.first_day, schedule.last_day)
        if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR
    )
    boundary = schedule.day_boundary
    return {
        "slogan": text(schedule.subtitle, main, languages),
        "venue": text(schedule.venue, main, languages),
        "city": text(schedule.city, main, languages),
        "first_day": days[0] if days else None,
        "last_day": days[-1] if days else None,
        "timezone": schedule.timezone if known_zone(schedule.timezone) else "",
        "day_boundary": boundary if boundary is not None and 0 <= boundary < 24 * 60 else None,
        "link": one_line(schedule.link),
    }


def session(source: SourceSession, main: str, languages: tuple[str, ...]) -> Fields:
    """Fields of a session, but for its track, rooms and speakers.

    The subtitle becomes the summary; abstract and description follow each other as the
    abstract. Each text stands under the session's own language.
    """
    spoken = tuple(dict.fromkeys(tag for word in source.languages for tag in tags(word)))
    stated = next(iter((*tags(source.language), *spoken)), "")
    language = language_of(stated, source.title, main, languages)
    minutes, starts = source.minutes, source.starts
    if starts is not None:
        possible = FIRST_YEAR <= starts.year <= LAST_YEAR
        plain = starts.replace(second=0, microsecond=0, tzinfo=None, fold=0)
        starts = plain if possible else None
    others = _others(source, languages)
    said: Fields = {
        "title": Text.of({language: one_line(source.title), **others["title"]}),
        "kind": _kind(source),
        "starts": starts,
        "minutes": minutes if minutes is not None and 0 <= minutes <= LONGEST else None,
        "summary": Text.of({language: source.subtitle, **others["summary"]}),
        "abstract": Text.of({language: whole_abstract(source), **others["abstract"]}),
        "status": _status(source),
        "languages": spoken,
        "links": _clean_links(source.links),
    }
    if source.visibility in tuple(Visibility):
        said["visibility"] = Visibility(source.visibility)
    return said


def _kind(source: SourceSession) -> SessionKind:
    if source.own and source.kind in tuple(SessionKind):
        return SessionKind(source.kind)
    return session_kind(source.kind, source.title)


def _status(source: SourceSession) -> SessionStatus:
    """As the source says, or its title: "CANCELLED: …"; what is in a program is confirmed."""
    if _CANCELLED.match(source.title):
        return SessionStatus.CANCELLED
    known = source.status in tuple(SessionStatus)
    return SessionStatus(source.status) if known else SessionStatus.CONFIRMED


def _others(source: SourceSession, languages: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """The texts in other languages, by field and language."""
    found: dict[str, dict[str, str]] = {"title": {}, "summary": {}, "abstract": {}}
    for name, language, said in source.others:
        if name in found and (tag := next(iter(tags(language)), "")):
            found[name][language_of(tag, said, "", languages)] = said
    return found


def _clean_links(links: tuple[Link, ...]) -> tuple[Link, ...]:
    said = "".join([part for link in links for part in (link.url, link.title, link.kind)])
    if clean(said) == said:  # as nearly always
        return links
    return tuple(Link(clean(k.url), clean(k.title), clean(k.kind)) for k in links)


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
    pair = _TWO_SCRIPTS.fullmatch(whole) if len(whole) < 200 else None
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
        stated = _told(said) or next(iter(tags(main)), "")
    if not stated:
        latin = script_of(said) is Script.LATIN
        fitting = (tag for tag in languages if not latin or tag[:2] not in ("ko", "ja", "zh"))
        return next(fitting, "en")
    plain = stated.split("-", maxsplit=1)[0]
    return plain if plain in languages and stated not in languages else stated


def _told(said: str) -> str:
    """The language that a script tells: one that only one language has, in a fifth of the text."""
    if said.isascii():
        return ""
    for script, language in _ONLY_OF.items():
        if 5 * len(re.findall(f"[{_RANGES[script]}]", said)) >= len(said):
            return language
    return ""


def script_of(said: str) -> Script:
    """The script of the first letter that isn't Latin, else Latin, else other."""
    if not said.isascii() and (found := _NOT_LATIN.search(said)):
        return next(script for script in _RANGES if found[script.value])
    return Script.LATIN if any(character.isalpha() for character in said) else Script.OTHER


def color(said: str) -> str:
    """A colour ``#rrggbb``, or nothing."""
    return said.lower() if re.fullmatch(r"#[0-9a-fA-F]{6}", said) else ""
