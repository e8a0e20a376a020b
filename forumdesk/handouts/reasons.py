# SPDX-License-Identifier: MIT
"""Why a sheet can have nothing on it, and what has to be there first: each handout names its own.

A reason is ``None`` where a sheet is blank because it was asked for so: a page to try the printer
with, or rows for those nobody knows of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection

from forumdesk.domain.checks.common import listing
from forumdesk.domain.columns import Reader
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.listed import EXPECTED, may_come
from forumdesk.domain.people import Invitation
from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.card_options import Certificate, Marks
from forumdesk.handouts.contents.errata import corrigible
from forumdesk.handouts.options import Options

Why = Callable[[Dossier, Options], Phrase | None]
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


def too_narrow(_dossier: Dossier, _options: Options) -> Phrase:
    """That there is something, but not as it was asked for."""
    return Phrase.of(_AS_ASKED)


def _said(message: str) -> Why:
    return lambda _dossier, _options: Phrase.of(message)


no_cars = _said(_NO_CARS)
nobody_to_write_to = _said(_NOBODY_TO_WRITE_TO)
not_promised = _said(_NOT_PROMISED)


def _without(message: str) -> Why:
    """No session at all, or none on the day or in the room that was asked for."""

    def why(dossier: Dossier, options: Options) -> Phrase:
        narrow = options.day or options.room or options.person or options.side
        return Phrase.of(_AS_ASKED if narrow and dossier.sessions else message)

    return why


no_sessions = _without(_NO_SESSIONS)
no_rooms = _without(_NO_ROOMS)
no_speakers = _without(_NO_SPEAKERS)
not_interpreted = _without(_NOT_INTERPRETED)


def no_cards(dossier: Dossier, options: Options) -> Phrase | None:
    """Nobody a card is for, or all of them are printed."""
    if options.marks is Marks.TEST:
        return None
    if options.people or options.plan:
        return Phrase.of(_PRINTED if options.only_new else _AS_ASKED)
    printed = options.only_new and _printed_of(dossier, options)
    return Phrase.of(_PRINTED) if printed else _people(dossier, options.statuses)


def _printed_of(dossier: Dossier, options: Options) -> bool:
    wanted = {one.id for one in dossier.participations if one.status in options.statuses}
    return bool(wanted & {one.participation for one in dossier.card_prints})


def no_labels(dossier: Dossier, options: Options) -> Phrase | None:
    """Nobody to write to, or nobody with an address."""
    count = sum(one.status in options.statuses for one in dossier.participations)
    if count and not (options.only_new or options.side or options.marks is Marks.TEST):
        return Phrase.of(_NO_ADDRESS, count=count)
    return no_cards(dossier, options)


def no_certificates(dossier: Dossier, options: Options) -> Phrase:
    """Nobody who came, or nobody who spoke."""
    if options.people or options.side:
        return Phrase.of(_AS_ASKED)
    attended = options.certificate is Certificate.ATTENDANCE
    return Phrase.of(_NOBODY_CAME if attended else _NOBODY_SPOKE)


def nobody_listed(dossier: Dossier, options: Options) -> Phrase:
    """Nobody who comes, or nobody who has agreed to be on a list for everybody."""
    if options.reader is Reader.PUBLIC and (out := may_come(dossier, Reader.PUBLIC)):
        return Phrase.of(_NO_CONSENT, count=len(out))
    return _people(dossier, (Invitation.ACCEPTED,))


def nobody_to_sign(dossier: Dossier, options: Options) -> Phrase | None:
    """Nobody who is expected; sheets with rows to write on are for those nobody knows of."""
    if options.blank_rows > Options().blank_rows:
        return None
    return _people(dossier, options.expected or EXPECTED)


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


def nothing_to_correct(dossier: Dossier, options: Options) -> Phrase:
    """No version yet, or no change since."""
    versions = corrigible(dossier)
    if not versions:
        return Phrase.of(_NOT_PUBLISHED)
    return Phrase.of(_NOT_CHANGED, version=options.since or versions[0].name)


def no_agreement(dossier: Dossier, _options: Options) -> Phrase:
    """No agreement at all, or none that has come so far."""
    return Phrase.of(_NOT_FAR_ENOUGH if dossier.agreements else _NO_AGREEMENT)


def nobody_seated(dossier: Dossier, _options: Options) -> Phrase:
    """No plan, or nobody in it."""
    return Phrase.of(_NOT_SEATED if dossier.seatings else _NO_PLAN)
