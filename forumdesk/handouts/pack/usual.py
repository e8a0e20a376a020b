# SPDX-License-Identifier: MIT
"""What a pack is at first: the sheets for which an edition has something to say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from math import ceil

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import HostRole
from forumdesk.domain.packing import Planned, options_written
from forumdesk.domain.people import Invitation
from forumdesk.domain.printed import PackSheet
from forumdesk.domain.values import frozen
from forumdesk.handouts.catalogue import HANDOUTS
from forumdesk.handouts.contents.setting import Imprint, Setting
from forumdesk.handouts.options import Options

_COMING = (Invitation.INVITED, Invitation.ACCEPTED, Invitation.TENTATIVE)
_SPARE = 10  # guests for whom there is a copy more, for those that get lost
_SIDE_BY_SIDE = 4  # rooms whose sessions are found sooner on a wall
_BUNDLE = 5  # copies are counted in such bundles


@frozen
class _Usual:
    """A sheet, when an edition has it, in how many copies, and what is asked of it."""

    handout: str
    there: Callable[[Dossier], object]
    copies: Callable[[Dossier], int] = lambda _: 1
    asked: Mapping[str, object] | None = None


def usual_pack(dossier: Dossier) -> tuple[Planned, ...]:
    """The sheets an edition usually needs, in the order in which they are handed out."""
    known = {one.name for one in HANDOUTS}
    return tuple(sheet for sheet in _usual(dossier) if sheet.handout in known)


def with_usual(dossier: Dossier) -> Dossier:
    """The dossier, with the usual pack where it has none of its own."""
    return dossier if dossier.pack else with_planned(dossier, usual_pack(dossier))


def with_planned(dossier: Dossier, planned: Iterable[Planned]) -> Dossier:
    """The dossier with a pack that is not in the file."""
    sheets = (
        PackSheet(
            f"planned {one.handout} {one.options}",
            dossier.edition.id,
            one.handout,
            one.options,
            copies=one.copies,
            position=n,
        )
        for n, one in enumerate(planned)
    )
    return replace(dossier, pack=tuple(sheets))


def guests(dossier: Dossier) -> int:
    """How many are expected, whoever of them is known by name."""
    return sum(heads.count for heads in dossier.heads if heads.status in _COMING)


def _usual(dossier: Dossier) -> Iterator[Planned]:
    yield from _programs(dossier)
    for one in _SHEETS:
        if one.there(dossier):
            options = options_written(one.asked or {})
            yield Planned(one.handout, options, max(one.copies(dossier), 1))


def _programs(dossier: Dossier) -> Iterator[Planned]:
    """The program; where several host, a copy for each in which it comes first (alternat)."""
    if not dossier.sessions:
        return
    roles = (HostRole.HOST, HostRole.CO_HOST)
    hosts = [host.organization for host in dossier.hosts if host.role in roles]
    if len(hosts) < 2:
        yield Planned("program", copies=_for_guests(dossier))
        return
    for host in hosts:
        options = options_written({"first_host": host})
        yield Planned("program", options, _bundled(guests(dossier) / len(hosts)))


def _for_guests(dossier: Dossier) -> int:
    return _bundled(guests(dossier))


def _bundled(heads: float) -> int:
    return max(ceil((heads + heads / _SPARE) / _BUNDLE) * _BUNDLE, 1)


def _sessions(dossier: Dossier) -> object:
    return dossier.sessions


def _people(dossier: Dossier) -> object:
    return dossier.heads


def _promised_before(dossier: Dossier) -> object:
    """Commitments of earlier editions: what was promised at this one is for the next."""
    from forumdesk.handouts.contents.outcomes import earlier  # noqa: PLC0415 - to plan a pack

    return dossier.commitments and earlier(Setting(dossier, Options(), Imprint()))


def _agreements(dossier: Dossier) -> object:
    return dossier.agreements


_SHEETS = (
    _Usual("agenda", _sessions, _for_guests),
    _Usual("grid", lambda of: of.sessions and len(of.rooms) >= _SIDE_BY_SIDE),
    _Usual("run-sheet", _sessions, lambda _: 5),
    _Usual("run-sheet", _sessions, lambda of: len(of.hosts) or 1, {"variant": "client"}),
    _Usual("mc-script", _sessions, lambda _: 2),
    _Usual("interpreters", lambda of: any(s.interpretation for s in of.sessions), lambda _: 2),
    _Usual("speaker-brief", lambda of: of.parts),
    _Usual("door-signs", lambda of: of.sessions and of.rooms),
    _Usual("attendees", _people, _for_guests),
    _Usual("attendees", _people, lambda _: 2, {"reader": "door"}),
    _Usual("sign-in", _people),
    _Usual("badges", _people),
    _Usual("name-tents", lambda of: of.parts),
    _Usual("place-cards", lambda of: any(p.table_name or p.seat for p in of.participations)),
    _Usual("seating", lambda of: of.seatings, lambda _: 2),
    _Usual("vehicle-cards", lambda of: of.vehicles),
    _Usual("agreement", _agreements),
    _Usual("signing-table", _agreements, lambda _: 3),
    _Usual("fact-sheet", _agreements, lambda _: 20),
    _Usual("press", lambda of: of.parts, lambda _: 20),
    _Usual("commitments", _promised_before, lambda _: 10),
    _Usual("certificates", lambda of: of.check_ins),
)
