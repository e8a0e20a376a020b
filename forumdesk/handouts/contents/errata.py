# SPDX-License-Identifier: MIT
"""The correction slip: what changed on the program since a version that was printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from forumdesk.domain.changes import (
    Change,
    ChangeKind,
    Group,
    Manner,
    Value,
    compare,
    concerning,
    grouped,
)
from forumdesk.domain.changes.values import said as value_said
from forumdesk.domain.dates import date_full, stamp_time
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.frozen import as_of, version_named
from forumdesk.domain.naming import is_called
from forumdesk.domain.people import Person
from forumdesk.domain.terms import T_
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Printing, Version
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Words
from forumdesk.handouts.content import NOTHING, Wording
from forumdesk.handouts.contents.agenda import end_of, start_of, title_of
from forumdesk.handouts.contents.lines import name_text, shown_parts
from forumdesk.handouts.contents.sessions import is_for
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.contents.sheet import sheet
from forumdesk.handouts.corrections import Correction, CorrectionGroup, ErrataContent, StaleSheets
from forumdesk.handouts.options import Options
from forumdesk.handouts.published import stamped
from forumdesk.handouts.taking import as_slip

ERRATA = "errata"
SLIP = T_("paper", "Correction slip")
_SINCE = T_("paper", "Changes since “{version}” ({at})")
_UNPUBLISHED = T_("paper", "Nothing has been published yet.")
_NOTHING = T_("paper", "Nothing has changed.")
_FOR = T_("paper", "for {name}")
_FORUM = T_("paper", "Forum")
_PEOPLE = T_("paper", "Names and offices")
_STALE = T_("paper", "No longer valid as printed")
_PRINTED_FROM = T_("paper", "{sheet} (“{version}”)")
_PRINTED_AT = T_("paper", "{sheet} ({at})")
# A slip can't correct running text: the sheets it stands on are listed instead.
_UNSAID = frozenset({ChangeKind.TEXT, ChangeKind.BIOGRAPHY})
_GONE = frozenset({ChangeKind.CANCELLED, ChangeKind.REMOVED})
StaleOf = Callable[[Dossier], Iterable[tuple[tuple[str, str], Printing]]]
"""The printings of a dossier that are stale, each with what its sheet is called."""


def errata_content(
    dossier: Dossier, options: Options, imprint: Imprint, stale: StaleOf
) -> ErrataContent:
    """The correction slip of an edition.

    Raises ``ForumDeskError`` if the options name a version or person there is not.
    """
    return stamped(partial(_errata, stale), Setting(dossier, as_slip(options), imprint))


@frozen
class _Compared:
    """A version with what it said, what is said now, and what changed in between."""

    version: Version
    before: Dossier
    after: Dossier
    changes: tuple[Change, ...]


def _errata(stale: StaleOf, setting: Setting) -> ErrataContent:
    common = sheet(setting, SLIP)
    setting = _as_known_then(setting)
    found = _compared(setting)
    if found is None:
        return ErrataContent(common, setting.say(_UNPUBLISHED))
    version, wanted, told = found.version, setting.options.person, found.changes
    person = _person(wanted, (found.after, found.before)) if wanted else None
    if person is not None:
        told = concerning(told, [person.id])
    shown = [change for change in told if _is_told(setting, change, alone=person is not None)]
    groups = tuple(
        _group(setting, found, group) for group in grouped(shown, found.before, found.after)
    )
    return ErrataContent(
        common,
        setting.say(_SINCE, version=version.name, at=stamp_time(setting.local(version.at))),
        groups,
        nothing=NOTHING if groups else setting.say(_NOTHING),
        person=setting.say(_FOR, name=name_text(setting, person)) if person else NOTHING,
        stale=None if person else _stale(setting, stale),
    )


def _compared(setting: Setting) -> _Compared | None:
    """The version asked for, else the first of ``corrigible`` since which anything changed."""
    dossier, options = setting.dossier, setting.options
    if options.since:
        versions: tuple[Version, ...] = (version_named(dossier, options.since),)
    else:
        versions = corrigible(dossier, setting.imprint.version)
    after, manner = _seen(setting, dossier), Manner(options.clock, options.names)
    first: _Compared | None = None
    for version in versions:
        before = _seen(setting, as_of(dossier, version))
        found = _Compared(version, before, after, compare(before, after, manner))
        first = first or found
        if found.changes:
            return found
    return first


def _as_known_then(setting: Setting) -> Setting:
    """Of a version only what had been printed when it was published: its slip stays as it is."""
    shown = setting.imprint.version
    if shown is None:
        return setting
    before = tuple(p for p in setting.dossier.printings if p.at <= shown.at)
    return replace(setting, dossier=replace(setting.dossier, printings=before))


def _is_told(setting: Setting, change: Change, *, alone: bool) -> bool:
    """Whether a change stands on the slip; items that moved along stand on a person's own."""
    if change.kind in _UNSAID or (change.along and not alone):
        return False
    return any(change.is_seen_in(words.language) for words in setting.words)


def corrigible(dossier: Dossier, shown: Version | None = None) -> tuple[Version, ...]:
    """The versions that a slip may correct, the likeliest first: those that were printed, or
    all while none was, newest first; none that came after the one it shows.
    """
    versions = sorted(dossier.versions, key=lambda v: (v.at, v.id), reverse=True)
    if shown is not None:
        versions = [v for v in versions if v.at <= shown.at and v.id != shown.id]
    printed = {p.version for p in dossier.printings if p.handout != ERRATA}
    return tuple(v for v in versions if v.id in printed) or tuple(versions)


def _seen(setting: Setting, dossier: Dossier) -> Dossier:
    """What those whom the slip is for may know of a state; cancelled sessions are told of."""
    audience = setting.options.audience
    sessions = tuple(
        session
        for session in dossier.sessions
        if all(is_for(each, audience) for each in dossier.lineage(session))
    )
    kept = {session.id for session in sessions}
    seen = Setting(dossier, setting.options)
    return replace(
        dossier,
        sessions=sessions,
        session_rooms=tuple(link for link in dossier.session_rooms if link.session in kept),
        parts=tuple(part for session in sessions for part in shown_parts(seen, session)),
    )


def _person(wanted: str, states: tuple[Dossier, ...]) -> Person:
    """The person a slip is for, by id or name."""
    for dossier in states:
        for person in dossier.people:
            if person.id == wanted or is_called(person, wanted):
                return person
    raise ForumDeskError(N_("Nobody in this edition is called “{name}”."), name=wanted)


def _group(setting: Setting, found: _Compared, group: Group) -> CorrectionGroup:
    """The changes of a group; a session that is gone is named and timed as it was."""
    gone = any(c.session == group.session and c.kind in _GONE for c in group.changes)
    at = Setting(found.before if gone else found.after, setting.options, setting.imprint)
    session = at.dossier.session.get(group.session)
    corrections = tuple(_correction(setting, group, change) for change in group.changes)
    if session is None:
        is_forum = any(change.subject.kind in ("edition", "host") for change in group.changes)
        return CorrectionGroup(setting.say(_FORUM if is_forum else _PEOPLE), corrections)
    day = at.dossier.day_of(session)
    dated = day is not None and len({*found.before.days, *found.after.days}) > 1
    return CorrectionGroup(
        title_of(at, session),
        corrections,
        *(start_of(at, session), end_of(at, session)),
        at.by_language(lambda tag: date_full(day, tag)) if dated and day else NOTHING,
    )


def _correction(setting: Setting, group: Group, change: Change) -> Correction:
    """A change in the languages in which it is one."""

    def said(words: Words, value: Value | None) -> str:
        return value_said(value, words) if change.is_seen_in(words.language) else ""

    inside = change.session != group.session and len(change.heading) > 1
    return Correction(
        setting.each(lambda words: said(words, change.now)),
        setting.each(lambda words: said(words, change.was)),
        setting.each(lambda words: said(words, change.heading[-1])) if inside else NOTHING,
        timed=change.kind is ChangeKind.RETIMED and not inside and bool(change.was),
    )


def _stale(setting: Setting, stale: StaleOf) -> StaleSheets | None:
    """The sheets that are stale, once from each version, those of the draft by their time."""
    versions = {version.id: version for version in setting.dossier.versions}
    found: dict[Wording, None] = {}
    for title, printing in stale(setting.dossier):
        version = versions.get(printing.version or "")
        found[_named(setting, Text(setting.say(title)), printing, version)] = None
    return StaleSheets(setting.say(_STALE), tuple(found)) if found else None


def _named(setting: Setting, title: Text, printing: Printing, version: Version | None) -> Wording:
    if version is not None:
        return setting.say(_PRINTED_FROM, sheet=title, version=version.name)
    return setting.say(_PRINTED_AT, sheet=title, at=stamp_time(setting.local(printing.at)))
