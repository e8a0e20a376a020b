# SPDX-License-Identifier: MIT
"""People come in one order in all documents: the program, the introductions, what was printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from forumdesk.domain.agenda import SessionKind
from forumdesk.domain.checks.common import named, person_named
from forumdesk.domain.checks.precedence import goes_first, in_right_order
from forumdesk.domain.checks.speeches import GREETINGS, Speech, greetings
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import HostRole
from forumdesk.domain.frozen import thaw
from forumdesk.domain.grades import grade_place
from forumdesk.domain.people import ABSENT, Participation
from forumdesk.domain.precedence import grade_of, in_order, ranking
from forumdesk.domain.versions import Version
from forumdesk.domain.words import N_, Phrase

SPEECHES, HOSTS, PRINTED = "order-of-speeches", "order-of-hosts", "order-as-printed"
_HOSTING = frozenset({HostRole.HOST, HostRole.CO_HOST})


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Documents that name the same people in different orders.

    The speeches of an opening against the order of precedence, by which guests are introduced and
    listed; the hosts on the cover against their own people; the introductions of the version that
    was printed last against those of today.
    """
    yield from _speeches(dossier)
    introduced = _introduced(dossier)
    if len(introduced) > 1:
        yield from _hosts(dossier, introduced)
        yield from _printed(dossier, introduced)


def _introduced(dossier: Dossier) -> list[Participation]:
    """The guests of honour as the MC introduces them."""
    those = [one for one in dossier.participations if one.honored and one.status not in ABSENT]
    return in_order(dossier, those) if those else []


def _speeches(dossier: Dossier) -> Iterator[Problem]:
    for session in dossier.sessions:
        if session.kind is not SessionKind.OPENING or not dossier.takes_place(session):
            continue
        given = [speech for speech in greetings(dossier, session) if speech.in_person]
        for role in GREETINGS:
            pair = _crossed(dossier, [speech for speech in given if speech.role is role])
            if pair is not None:
                yield _speech_problem(dossier, pair)


def _crossed(dossier: Dossier, speeches: Sequence[Speech]) -> tuple[Speech, Speech] | None:
    """The first two of whom the later stands higher; where both are pinned it is told elsewhere."""
    for earlier, later in combinations(speeches, 2):
        pinned = earlier.by.rank is not None and later.by.rank is not None
        if pinned or goes_first(earlier, later) or not _is_higher(later.by, earlier.by):
            continue
        places = ranking(dossier)
        if places[later.by.id] < places[earlier.by.id]:
            return earlier, later
    return None


def _is_higher(one: Participation, other: Participation) -> bool:
    """Whether it is more than the alphabet that puts one before the other."""
    return one.rank is not None or grade_place(grade_of(one)) < grade_place(grade_of(other))


def _speech_problem(dossier: Dossier, pair: tuple[Speech, Speech]) -> Problem:
    earlier, later = pair
    around = dossier.session.get(later.session.parent or "", later.session)
    phrase = Phrase.of(
        N_(
            "In the program of “{session}”, {first} speaks before {second}; introductions and"
            " lists, by the order of precedence, name {second} first."
        ),
        session=named(around),
        first=person_named(dossier, earlier.by),
        second=person_named(dossier, later.by),
    )
    places = ranking(dossier)

    def standing(speech: Speech) -> int | None:
        return places[speech.by.id] if speech.in_person else None

    return Problem(
        SPEECHES,
        Severity.NOTE,
        Subject("session", later.session.id, "parts"),
        phrase,
        f"{earlier.part.id} {later.part.id}",
        fixes=tuple(in_right_order(dossier, around, standing)),
    )


def _hosts(dossier: Dossier, introduced: Sequence[Participation]) -> Iterator[Problem]:
    first: dict[str, Participation] = {}
    for guest in reversed(introduced):
        if guest.organization is not None:
            first[guest.organization] = guest
    hosting = [host.organization for host in dossier.hosts if host.role in _HOSTING]
    known = [body for body in dict.fromkeys(hosting) if body in first]
    places = ranking(dossier)
    for one, other in combinations(known, 2):
        if places[first[other].id] < places[first[one].id]:
            phrase = Phrase.of(
                N_(
                    "The program names {one} before {other}, but {second} of {other} is introduced"
                    " before {first} of {one}."
                ),
                one=dossier.organization[one].name,
                other=dossier.organization[other].name,
                first=person_named(dossier, first[one]),
                second=person_named(dossier, first[other]),
            )
            subject = Subject("participation", first[other].id, "rank")
            facts = f"{first[one].id} {first[other].id}"
            yield Problem(HOSTS, Severity.NOTE, subject, phrase, facts)
            return


def _printed(dossier: Dossier, introduced: Sequence[Participation]) -> Iterator[Problem]:
    version = _last_printed(dossier)
    if version is None:
        return
    now = [one.id for one in introduced]
    then = {id_: place for place, id_ in enumerate(_introduced_in(version.content))}
    both = [id_ for id_ in now if id_ in then]
    for first, second in combinations(both, 2):
        if then[second] < then[first]:
            phrase = Phrase.of(
                N_(
                    "“{version}”, as it was printed, introduces {second} before {first}; now"
                    " {first} comes first."
                ),
                version=version.name,
                first=person_named(dossier, dossier.participation[first]),
                second=person_named(dossier, dossier.participation[second]),
            )
            subject = Subject("participation", first, "rank")
            yield Problem(PRINTED, Severity.NOTE, subject, phrase, f"{version.id} {first} {second}")
            return


def _last_printed(dossier: Dossier) -> Version | None:
    printed = {printing.version for printing in dossier.printings}
    those = (version for version in dossier.versions if version.id in printed)
    return max(those, key=lambda version: (version.at, version.id), default=None)


@lru_cache(maxsize=4)  # a published version never changes, and is asked for after every step
def _introduced_in(content: str) -> tuple[str, ...]:
    return tuple(one.id for one in _introduced(thaw(content)))
