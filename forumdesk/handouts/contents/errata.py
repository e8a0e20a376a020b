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
from forumdesk.domain.checks.common import lineage
from forumdesk.domain.dates import date_full, stamp_time
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.frozen import as_of, version_named
from forumdesk.domain.naming import is_called
from forumdesk.domain.people import Person
from forumdesk.domain.terms import T_
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


def as_slip(options: Options) -> Options:
    """Options as a slip takes them: it has no sections."""
    return replace(options, sections=())


def errata_content(
    dossier: Dossier, options: Options, imprint: Imprint, stale: StaleOf
) -> ErrataContent:
    """The correction slip of an edition.

    Raises ``ForumDeskError`` if the options name a version or person there is not.
    """
    return stamped(partial(_errata, stale), Setting(dossier, as_slip(options), imprint))


def _errata(stale: StaleOf, setting: Setting) -> ErrataContent:
    common = sheet(setting, SLIP)
    version = corrected(setting.dossier, setting.options.since, setting.imprint.version)
    if version is None:
        return ErrataContent(common, setting.say(_UNPUBLISHED))
    before = _seen(setting, as_of(setting.dossier, version))
    after = _seen(setting, setting.dossier)
    options = setting.options
    changes = compare(before, after, Manner(options.clock, options.names))
    person = _person(options.person, (after, before)) if options.person else None
    if person is not None:
        changes = concerning(changes, [person[0]])
    told = [change for change in changes if _is_told(setting, change, alone=person is not None)]
    then = Setting(before, options, setting.imprint)
    now = replace(setting, dossier=after)
    groups = tuple(_group(now, then, group) for group in grouped(told, before, after))
    return ErrataContent(
        common,
        setting.say(_SINCE, version=version.name, at=stamp_time(setting.local(version.at))),
        groups,
        nothing=NOTHING if groups else setting.say(_NOTHING),
        person=setting.say(_FOR, name=name_text(setting, person[1])) if person else NOTHING,
        stale=None if person else _stale(setting, stale),
    )


def _is_told(setting: Setting, change: Change, *, alone: bool) -> bool:
    """Whether a change stands on the slip; items that moved along stand on a person's own."""
    if change.kind in _UNSAID or (change.along and not alone):
        return False
    return any(change.is_seen_in(words.language) for words in setting.words)


def corrected(dossier: Dossier, name: str, shown: Version | None) -> Version | None:
    """The version that a slip corrects: that of a name, else the last one printed, else the
    newest; never the one it shows. ``None`` while there is none.
    """
    if name:
        return version_named(dossier, name)
    others = sorted((v for v in dossier.versions if v != shown), key=lambda v: (v.at, v.id))
    if shown is not None:
        others = [version for version in others if version.at <= shown.at]
    printed = {p.version for p in dossier.printings if p.handout != ERRATA}
    return next((v for v in reversed(others) if v.id in printed), others[-1] if others else None)


def _seen(setting: Setting, dossier: Dossier) -> Dossier:
    """What those whom the slip is for may know of a state; cancelled sessions are told of."""
    audience = setting.options.audience
    sessions = tuple(
        session
        for session in dossier.sessions
        if all(is_for(each, audience) for each in lineage(dossier, session))
    )
    kept = {session.id for session in sessions}
    seen = Setting(dossier, setting.options)
    return replace(
        dossier,
        sessions=sessions,
        session_rooms=tuple(link for link in dossier.session_rooms if link.session in kept),
        parts=tuple(part for session in sessions for part in shown_parts(seen, session)),
    )


def _person(wanted: str, states: tuple[Dossier, ...]) -> tuple[str, Person]:
    """The person a slip is for, by id or name."""
    for dossier in states:
        for person in dossier.people:
            if person.id == wanted or is_called(person, wanted):
                return person.id, person
    raise ForumDeskError(N_("Nobody in this edition is called “{name}”."), name=wanted)


def _group(now: Setting, then: Setting, group: Group) -> CorrectionGroup:
    gone = any(c.session == group.session and c.kind in _GONE for c in group.changes)
    at = then if gone else now
    session = at.dossier.session.get(group.session)
    corrections = tuple(_correction(now, group, change) for change in group.changes)
    if session is None:
        is_forum = any(change.subject.kind in ("edition", "host") for change in group.changes)
        return CorrectionGroup(now.say(_FORUM if is_forum else _PEOPLE), corrections)
    day = at.dossier.day_of(session)
    dated = day is not None and len({*now.dossier.days, *then.dossier.days}) > 1
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
