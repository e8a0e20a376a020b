# SPDX-License-Identifier: MIT
"""Sheets with nothing on them: which these are, why, and what has to be there first.

A secretary who prints one learns nothing from its paper; who is told that four people are still
proposed knows what to do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from forumdesk.domain.checks.common import listing
from forumdesk.domain.columns import Reader
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.listed import EXPECTED, may_come
from forumdesk.domain.people import Invitation
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.booklets import BookletContent
from forumdesk.handouts.booth import InterpretersContent
from forumdesk.handouts.briefs import SpeakerBriefContent
from forumdesk.handouts.card_options import Certificate, Marks
from forumdesk.handouts.cards.content import CardsContent
from forumdesk.handouts.content import AgendaContent, Content, ProgramContent
from forumdesk.handouts.contents.errata import corrigible
from forumdesk.handouts.corrections import ErrataContent
from forumdesk.handouts.kinds import Handout
from forumdesk.handouts.lists import AttendeesContent, SignInContent
from forumdesk.handouts.mailing import LettersContent
from forumdesk.handouts.motorcade import MotorcadeContent
from forumdesk.handouts.options import Options
from forumdesk.handouts.pocket import PocketContent
from forumdesk.handouts.pressed import PressContent
from forumdesk.handouts.promised import OwnersContent, ScorecardContent
from forumdesk.handouts.proof import ProofContent
from forumdesk.handouts.seated import SeatingContent
from forumdesk.handouts.signing import FactSheetContent, SigningCopiesContent, SigningTableContent
from forumdesk.handouts.stage import RunSheetContent, ScriptContent
from forumdesk.handouts.timetables import GridContent, SignsContent


def emptiness(
    dossier: Dossier, options: Options, handout: Handout, content: Content
) -> Phrase | None:
    """Why a sheet has nothing on it, and what to do about that; ``None`` where it has something."""
    if not is_blank(content) or _is_wanted_blank(options, handout):
        return None
    return _WHY.get(handout.name, _as_asked)(dossier, handout.takes(options))


_SAYS_LESS = frozenset(
    {
        *("nobody", "nobody-came", "no-sessions", "no-seating", "nobody-seated"),
        *("no-agreement", "no-cars"),
    }
)


def with_emptiness(found: Sequence[Problem], why: Phrase | None, dossier: Dossier) -> list[Problem]:
    """Findings on a sheet with ``why`` it is empty, where it is, instead of what says less."""
    if why is None:
        return list(found)
    empty = Problem("empty", Severity.WARNING, Subject("edition", dossier.edition.id), why)
    errors = [one for one in found if one.severity is Severity.ERROR]
    others = (one for one in found if one.severity is not Severity.ERROR)
    return [*errors, empty, *(one for one in others if one.kind not in _SAYS_LESS)]


def is_blank(content: Content) -> bool:
    """Whether a sheet has nothing to say but its titles."""
    blank = _BLANK.get(type(content))
    return blank is not None and blank(content)


def _is_wanted_blank(options: Options, handout: Handout) -> bool:
    """A page to try the printer with, or rows for those nobody knows of, are asked for so."""
    if handout.cards and options.marks is Marks.TEST:
        return True
    return handout.name == "sign-in" and options.blank_rows > Options().blank_rows


# -- which these are ------------------------------------------------------------------------------


def _program_is_blank(program: ProgramContent) -> bool:
    said = (program.welcome, program.abstracts, program.speakers, program.passages)
    agreed = program.agreements or program.commitments
    return not any(said) and not agreed and not (program.agenda and program.agenda.days)


def _press_is_blank(press: PressContent) -> bool:
    return not (press.order.days or press.chances or press.agreements or press.quotes)


_BLANK: Mapping[type[Content], Callable[[Any], bool]] = MappingProxyType(
    {
        ProgramContent: _program_is_blank,
        AgendaContent: lambda of: not of.agenda.days,
        PocketContent: lambda of: not of.agenda.days,
        BookletContent: lambda of: is_blank(of.inner),
        GridContent: lambda of: not any(day.slots for day in of.days) and not of.untimed,
        SignsContent: lambda of: not of.signs,
        ErrataContent: lambda of: not of.groups and of.stale is None,
        ScriptContent: lambda of: not of.days,
        RunSheetContent: lambda of: not of.days,
        InterpretersContent: lambda of: not of.days and of.terms is None,
        SpeakerBriefContent: lambda of: not of.briefs,
        AttendeesContent: lambda of: not any(group.rows for group in of.groups),
        SignInContent: lambda of: not any(group.rows for group in of.groups),
        CardsContent: lambda of: not of.cards,
        LettersContent: lambda of: not of.letters,
        SigningCopiesContent: lambda of: not of.copies,
        SigningTableContent: lambda of: not of.tables,
        FactSheetContent: lambda of: not of.facts,
        MotorcadeContent: lambda of: not of.cards,
        SeatingContent: lambda of: not any(plan.groups for plan in of.plans),
        ScorecardContent: lambda of: bool(of.nothing),
        OwnersContent: lambda of: bool(of.nothing),
        PressContent: _press_is_blank,
        ProofContent: lambda of: bool(of.nothing),
    }
)
"""When a sheet of each kind says nothing; a comparison always has the edition itself."""


# -- why ------------------------------------------------------------------------------------------

Why = Callable[[Dossier, Options], Phrase]
_COUNTED = {
    Invitation.PROPOSED: N_("{count} still proposed"),
    Invitation.INVITED: N_("{count} invited, without an answer"),
    Invitation.TENTATIVE: N_("{count} tentative"),
    Invitation.ACCEPTED: N_("{count} who come"),
    Invitation.WAITLISTED: N_("{count} on the waiting list"),
    Invitation.DECLINED: N_("{count} declined"),
    Invitation.CANCELLED: N_("{count} cancelled"),
}
_NOBODY = N_("Nobody takes part yet. Add participants, or import a list of them.")
_UNANSWERED = N_(
    "Nobody has accepted yet: {counts}. Enter the answers under Participants, then it can be made."
)
_NONE_OF_THOSE = N_("Nobody is as far as was asked for: {counts}. Ask for other answers.")
_AS_ASKED = N_("There is nothing on it as it is asked for: choose less narrowly.")
_PRINTED = N_("All of these cards are printed already, and none has changed since.")
_NO_CONSENT = N_(
    "Of the {count} who have accepted nobody has agreed to be listed."
    " Enter their consents, or print the list for the door desk."
)
_NO_ADDRESS = N_(
    "None of these {count} people has an address. Enter it with the person or the organization."
)
_NO_SESSIONS = N_("There is no session on it yet. Add sessions to the agenda.")
_NO_ROOMS = N_("No session has a room of its own yet. Give sessions their rooms.")
_NO_SPEAKERS = N_("Nobody has a part in a session yet. Say who speaks in the agenda.")
_NOT_INTERPRETED = N_("There is nothing to interpret yet. Add sessions to the agenda.")
_NO_AGREEMENT = N_("There is no agreement yet. Add one under Agreements.")
_NOT_FAR_ENOUGH = N_("None of the agreements has come so far that it stands on this sheet.")
_NO_CARS = N_("There are no cars yet. Add them, and who rides in them.")
_NO_PLAN = N_("There is no seating plan yet. Make one under Seating.")
_NOT_SEATED = N_("Nobody is seated yet. Seat people in the plan, by precedence or by hand.")
_NOT_PROMISED = N_(
    "There is no commitment of an earlier forum to report on."
    " Ask for all commitments, or add some under Commitments."
)
_NOT_PUBLISHED = N_(
    "Nothing has been published yet. Publish a version: a slip says what changed since."
)
_NOT_CHANGED = N_("Nothing that is printed has changed since “{version}”.")
_NOBODY_CAME = N_("Nobody was checked in yet. Certificates are made for those who came.")
_NOBODY_SPOKE = N_("Nobody has spoken yet. Certificates are made for those who have a speech.")
_NOBODY_TO_WRITE_TO = N_("There is nobody to write to. Look at how far the invitations have come.")


def _said(message: str) -> Why:
    return lambda _dossier, _options: Phrase.of(message)


def _as_asked(_dossier: Dossier, _options: Options) -> Phrase:
    return Phrase.of(_AS_ASKED)


def _sessions(message: str = _NO_SESSIONS) -> Why:
    """No session at all, or none on the day or in the room that was asked for."""

    def why(dossier: Dossier, options: Options) -> Phrase:
        narrow = options.day or options.room or options.person or options.side
        return Phrase.of(_AS_ASKED if narrow and dossier.sessions else message)

    return why


def _cards(dossier: Dossier, options: Options) -> Phrase:
    if options.people or options.plan:
        return Phrase.of(_PRINTED if options.only_new else _AS_ASKED)
    printed = options.only_new and _printed_of(dossier, options)
    return Phrase.of(_PRINTED) if printed else _people(dossier, options.statuses)


def _printed_of(dossier: Dossier, options: Options) -> bool:
    wanted = {one.id for one in dossier.participations if one.status in options.statuses}
    return bool(wanted & {one.participation for one in dossier.card_prints})


def _labels(dossier: Dossier, options: Options) -> Phrase:
    count = sum(one.status in options.statuses for one in dossier.participations)
    if count and not options.only_new and not options.side:
        return Phrase.of(_NO_ADDRESS, count=count)
    return _cards(dossier, options)


def _certificates(dossier: Dossier, options: Options) -> Phrase:
    if options.people or options.side:
        return Phrase.of(_AS_ASKED)
    attended = options.certificate is Certificate.ATTENDANCE
    return Phrase.of(_NOBODY_CAME if attended else _NOBODY_SPOKE)


def _attendees(dossier: Dossier, options: Options) -> Phrase:
    if options.reader is Reader.PUBLIC and (out := may_come(dossier, Reader.PUBLIC)):
        return Phrase.of(_NO_CONSENT, count=len(out))
    return _people(dossier, (Invitation.ACCEPTED,))


def _people(dossier: Dossier, wanted: Collection[Invitation]) -> Phrase:
    """That those asked for are not there, and how far the others have come."""
    counts: Counter[Invitation] = Counter()
    for heads in dossier.heads:
        counts[heads.status] += heads.count
    if not counts.total():
        return Phrase.of(_NOBODY)
    if any(counts[status] for status in wanted):
        return Phrase.of(_AS_ASKED)
    there = [Phrase.of(said, count=counts[one]) for one, said in _COUNTED.items() if counts[one]]
    message = _UNANSWERED if Invitation.ACCEPTED in wanted else _NONE_OF_THOSE
    return Phrase.of(message, counts=listing(there))


def _errata(dossier: Dossier, options: Options) -> Phrase:
    versions = corrigible(dossier)
    if not versions:
        return Phrase.of(_NOT_PUBLISHED)
    return Phrase.of(_NOT_CHANGED, version=options.since or versions[0].name)


def _agreements(dossier: Dossier, _options: Options) -> Phrase:
    return Phrase.of(_NOT_FAR_ENOUGH if dossier.agreements else _NO_AGREEMENT)


def _seating(dossier: Dossier, _options: Options) -> Phrase:
    return Phrase.of(_NOT_SEATED if dossier.seatings else _NO_PLAN)


_WHY: Mapping[str, Why] = MappingProxyType(
    {
        **dict.fromkeys(
            ("program", "agenda", "pocket", "booklet", "grid", "run-sheet", "mc-script", "proof"),
            _sessions(),
        ),
        "press": _sessions(),
        "door-signs": _sessions(_NO_ROOMS),
        "speaker-brief": _sessions(_NO_SPEAKERS),
        "interpreters": _sessions(_NOT_INTERPRETED),
        **dict.fromkeys(("badges", "name-tents", "place-cards", "personal"), _cards),
        "labels": _labels,
        "certificates": _certificates,
        "attendees": _attendees,
        "sign-in": lambda dossier, options: _people(dossier, options.expected or EXPECTED),
        "letters": _said(_NOBODY_TO_WRITE_TO),
        **dict.fromkeys(("agreement", "signing-table", "fact-sheet"), _agreements),
        "vehicle-cards": _said(_NO_CARS),
        "seating": _seating,
        **dict.fromkeys(("commitments", "commitments-by-owner"), _said(_NOT_PROMISED)),
        "errata": _errata,
    }
)
"""Why a sheet of each name can be empty."""
