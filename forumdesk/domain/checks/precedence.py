# SPDX-License-Identifier: MIT
"""At the opening, people speak in the order of their rank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import TypeAlias

from forumdesk.domain.agenda import Session, SessionKind
from forumdesk.domain.checks.common import named, person_named
from forumdesk.domain.checks.speeches import GREETINGS, SPEECH_WORDS, Speech, greetings
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import HostRole
from forumdesk.domain.placing import Place
from forumdesk.domain.roles import Giver
from forumdesk.domain.words import N_, Phrase

Standing: TypeAlias = Callable[[Speech], int | None]
"""The place of who gives a speech; ``None`` for one that stands where it fits."""
RANK, ORDER = "precedence", "speech-order"
# A host speaks before guests of higher rank, at home as the custom is.
_AT_HOME: Mapping[Giver, int] = {HostRole.HOST: 0, HostRole.ORGANIZER: 1, HostRole.CO_HOST: 1}


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Speeches at the opening by a lower rank before a higher, and congratulations before welcomes.

    Ranks are compared among speeches of one kind: a host opens before a minister congratulates.
    Speeches by video and those read by another stand where they fit.
    """
    for session in dossier.sessions:
        if session.kind is SessionKind.OPENING and dossier.takes_place(session):
            speeches = greetings(dossier, session)
            for role in GREETINGS:
                yield from _outranked(dossier, [s for s in speeches if s.role is role])
            yield from _out_of_order(dossier, speeches)


def _outranked(dossier: Dossier, speeches: Sequence[Speech]) -> Iterator[Problem]:
    """The first speaker who comes after one of lower rank, if there is any."""
    ranked = [speech for speech in speeches if _rank(speech) is not None]
    for place, later in enumerate(ranked):
        for earlier in ranked[:place]:
            if (earlier.by.rank or 0) > (later.by.rank or 0) and not goes_first(earlier, later):
                message = N_(
                    "In “{session}”, {first} speaks before {second}, whose rank is higher."
                )
                ranks = f"{earlier.by.rank}>{later.by.rank}"
                yield _problem(dossier, RANK, message, (earlier, later), facts=ranks)
                return


def goes_first(earlier: Speech, later: Speech) -> bool:
    """Whether custom lets one speak before another, whatever their ranks: hosts at home."""
    ours, theirs = (_AT_HOME.get(speech.giver, 2) for speech in (earlier, later))
    return ours < theirs


def _out_of_order(dossier: Dossier, speeches: Sequence[Speech]) -> Iterator[Problem]:
    for earlier, later in pairwise(speeches):
        if GREETINGS.index(earlier.role) > GREETINGS.index(later.role):
            message = N_(
                "In “{session}”, the {later} of {second} come after the {earlier} of {first};"
                " one opens, then welcomes, then congratulates."
            )
            facts = f"{earlier.role}>{later.role}"
            yield _problem(dossier, ORDER, message, (earlier, later), facts=facts)
            return


def _problem(
    dossier: Dossier, kind: str, message: str, pair: tuple[Speech, Speech], *, facts: str
) -> Problem:
    earlier, later = pair
    around = dossier.session.get(later.session.parent or "", later.session)
    values = {
        "session": named(around),
        "first": person_named(dossier, earlier.by),
        "second": person_named(dossier, later.by),
    }
    if kind == ORDER:
        values |= {"earlier": Phrase.of(SPEECH_WORDS[earlier.role])}
        values |= {"later": Phrase.of(SPEECH_WORDS[later.role])}
    return Problem(
        kind,
        Severity.WARNING if kind == RANK else Severity.NOTE,
        Subject("session", later.session.id, "parts"),
        Phrase.of(message, **values),
        f"{earlier.part.id} {later.part.id} {facts}",
        fixes=tuple(in_right_order(dossier, around, _rank)),
    )


def in_right_order(dossier: Dossier, session: Session, standing: Standing) -> Iterator[Fix]:
    """The speeches in their right order: parts of one session, or items one upon another."""
    speeches = greetings(dossier, session)
    order = _arranged(speeches, standing)
    phrase = Phrase.of(N_("Put the speeches of “{session}” in order"), session=named(session))
    if all(speech.session.id == session.id for speech in speeches):
        wanted = iter(order)
        mine = {speech.part.id for speech in speeches}
        parts = dossier.parts_of(session)
        ids = tuple(next(wanted).part.id if part.id in mine else part.id for part in parts)
        yield Fix.of(phrase, "parts.order_parts", session=session.id, parts=ids)
    elif _are_on_end([speech.session for speech in speeches]):
        at, places = speeches[0].session.starts, {}
        for item in (speech.session for speech in order):
            places[item.id] = Place(at, item.minutes)
            at = at + timedelta(minutes=item.minutes or 0) if at else None
        yield Fix.of(phrase, "arranging.place_sessions", places=places)


def _arranged(speeches: Sequence[Speech], standing: Standing) -> list[Speech]:
    """By kind; of a kind those who have a place by their place, the others where they are."""
    order: list[Speech] = []
    for role in GREETINGS:
        those = [speech for speech in speeches if speech.role is role]
        placed = [(place, s) for s in those if (place := _place(s, standing)) is not None]
        ranked = iter([speech for _, speech in sorted(placed, key=lambda pair: pair[0])])
        order += [s if _place(s, standing) is None else next(ranked) for s in those]
    return order


def _place(speech: Speech, standing: Standing) -> tuple[int, int] | None:
    place = standing(speech)
    return None if place is None else (_AT_HOME.get(speech.giver, 2), place)


def _rank(speech: Speech) -> int | None:
    """The place set by hand of who speaks in person."""
    return speech.by.rank if speech.in_person else None


def _are_on_end(items: Sequence[Session]) -> bool:
    """Whether items follow one another without a gap, each by itself, and none is fixed."""
    bound = any(item.locked or item.follows for item in items)
    timed = len({item.id for item in items}) == len(items) and not bound
    return timed and all(
        first.ends is not None and first.ends == second.starts and (second.minutes or 0) > 0
        for first, second in pairwise(items)
    )
