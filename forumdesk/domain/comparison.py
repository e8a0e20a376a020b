# SPDX-License-Identifier: MIT
"""The editions of a series beside one another: who came again, who spoke, how the program grew.

Somebody takes part who accepted or came; again, if they did so in any edition before. A speaker
is whoever speaks in a session that takes place (``readiness``). Sides are the same from edition
to edition if they are of one country, else if they are called the same.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import replace

from forumdesk.domain.agenda import PAUSES, CheckIn, Session, SessionStatus
from forumdesk.domain.attendance import NOBODY, Attendee, Count, counted, total, with_erased
from forumdesk.domain.commitments import in_order_of_time
from forumdesk.domain.compared import Compared, Comparison, Figures
from forumdesk.domain.desk import Desk
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Side
from forumdesk.domain.people import Erasure, Invitation
from forumdesk.domain.progress import Progress, exhausted
from forumdesk.domain.readiness import floor
from forumdesk.domain.reading import dossier as read
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text, fold


@frozen
class Facts:
    """What is known of an edition that is compared."""

    dossier: Dossier
    attendees: tuple[Attendee, ...]
    erasures: tuple[Erasure, ...] = ()


def facts_of(dossier: Dossier) -> Facts:
    """What a dossier alone says of its edition."""
    logs: dict[str, tuple[CheckIn, ...]] = {}
    for line in dossier.check_ins:
        logs[line.participation] = (*logs.get(line.participation, ()), line)
    everybody = (
        Attendee(
            *(one.id, one.person, one.organization, one.side, one.status, one.number),
            log=logs.get(one.id, ()),
        )
        for one in dossier.participations
    )
    return Facts(dossier, tuple(everybody))


def with_comparison(desk: Desk, dossier: Dossier) -> Generator[Progress, None, Dossier]:
    """A dossier with its edition among all those of its series."""
    found = yield from comparison_of(desk, dossier.series.id)
    return replace(dossier, comparison=found)


def among_all(desk: Desk, dossier: Dossier) -> Dossier:
    """The same, at once."""
    return exhausted(with_comparison(desk, dossier))


def comparison_of(desk: Desk, series: str) -> Generator[Progress, None, Comparison]:
    """All editions of a series compared, read one after the other."""
    editions = in_order_of_time(desk.find(Edition, series=series))
    found = []
    for n, edition in enumerate(editions, 1):
        erased = tuple(desk.find(Erasure, edition=edition.id))
        everybody = tuple(desk.attendees(edition.id))
        found.append(Facts(read(desk, edition.id), everybody, erased))
        yield Progress(n, len(editions))
    return compared(found)


def compared(editions: Sequence[Facts]) -> Comparison:
    """Editions compared, in the order given: each with all those before it."""
    seen = _Seen()
    lines = [_line(facts, seen) for facts in editions]
    names: dict[str, Text] = {}
    for facts in editions:
        for side in facts.dossier.sides:
            names[_key(side)] = side.name  # as it is called today
    order = {key: n for n, key in enumerate(_in_order(editions))}
    return Comparison(tuple(lines), tuple(sorted(names.items(), key=lambda pair: order[pair[0]])))


class _Seen:
    """Who took part and spoke in the editions before."""

    def __init__(self) -> None:
        self.persons: set[str] = set()
        self.bodies: set[str] = set()
        self.speakers: set[str] = set()


def _line(facts: Facts, seen: _Seen) -> Compared:
    dossier = facts.dossier
    keys = {side.id: _key(side) for side in dossier.sides}
    taking_part = [one for one in facts.attendees if _takes_part(one)]
    by_side = with_erased(counted(facts.attendees, lambda one: one.side), facts.erasures)
    logged = any(one.log for one in facts.attendees)
    spoken = floor(dossier)

    def figures(belongs: Callable[[str | None], bool], attendance: Count) -> Figures:
        here = [one for one in taking_part if belongs(one.side)]
        erased = sum(belongs(one.side) for one in facts.erasures)
        persons = {one.person for one in here if one.person}
        bodies = {one.organization for one in here if one.organization}
        speaking = [one for one in spoken if belongs(dossier.participation[one].side)]
        speakers = {_speaker(dossier, one) for one in speaking}
        return Figures(
            len(here) + erased,
            len(persons & seen.persons),
            len(bodies),
            len(bodies & seen.bodies),
            len(speakers),
            len(speakers & seen.speakers),
            round(sum(spoken[one] for one in speaking)),
            *((attendance.expected, attendance.came) if logged else ()),
        )

    def of_side(key: str) -> Figures:
        ids = {side for side, its in keys.items() if its == key}
        counts = [count for side, count in by_side.items() if side in ids]
        return figures(lambda side: side in ids, sum(counts, NOBODY))

    held = {one: keys.get(dossier.participation[one].side or "") for one in spoken}
    whole = figures(lambda _: True, total(by_side))
    names = tuple(dict.fromkeys(keys.values()))
    shares = [sum(spoken[one] for one in spoken if held[one] == key) for key in names]
    minutes = _rounded(shares, whole.minutes)
    line = Compared(
        dossier.edition,
        dossier.title,
        len(dossier.days),
        *_program(dossier),
        whole=whole,
        sides=tuple(
            (key, replace(of_side(key), minutes=n)) for key, n in zip(names, minutes, strict=True)
        ),
    )
    seen.persons |= {one.person for one in taking_part if one.person}
    seen.bodies |= {one.organization for one in taking_part if one.organization}
    seen.speakers |= {_speaker(dossier, one) for one in spoken}
    return line


def _rounded(shares: Sequence[float], whole: int) -> list[int]:
    """Shares in whole minutes; where they make up the whole, they still add up to it."""
    if round(sum(shares)) != whole:
        return [round(share) for share in shares]
    found = [int(share) for share in shares]
    by_rest = sorted(range(len(shares)), key=lambda n: found[n] - shares[n])
    for n in by_rest[: whole - sum(found)]:
        found[n] += 1
    return found


def _speaker(dossier: Dossier, participation: str) -> str:
    """The person who speaks; whoever of a body that sends somebody is not known yet."""
    return dossier.participation[participation].person or participation


def _takes_part(one: Attendee) -> bool:
    return one.status is Invitation.ACCEPTED or one.entry is not None


def _program(dossier: Dossier) -> tuple[int, int, int]:
    """How many sessions and items take place, and the minutes of the sessions without pauses."""
    held = [s for s in dossier.sessions if s.status is not SessionStatus.CANCELLED]
    sessions = [s for s in held if s.parent is None and s.kind not in PAUSES]
    items = [s for s in held if s.parent is not None]
    return len(sessions), len(items), sum(map(_minutes, sessions))


def _minutes(session: Session) -> int:
    return session.minutes or 0


def _key(side: Side) -> str:
    names = sorted(side.name.items())
    return side.country or (fold(names[0][1]) if names else side.id)


def _in_order(editions: Iterable[Facts]) -> Iterable[str]:
    """The keys of the sides as the latest edition has them, then those only earlier ones had."""
    latest_first = reversed(list(editions))
    return dict.fromkeys(_key(side) for facts in latest_first for side in facts.dossier.sides)
